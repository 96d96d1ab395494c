// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/indexfolder.h"

#include <QFileInfo>
#include <QRandomGenerator>

using namespace odc;
using namespace odc::test;

/// Files of an index that are not as they were left, or not its own.
class TestIndexDamage : public QObject, private IndexFolder
{
    Q_OBJECT
private Q_SLOTS:
    void init() { renew(); }
    void killedInTheMiddle();
    void badFiles_data();
    void badFiles();
    void aFileOfAnotherProgramIsLeftWhole();
    void damageFoundWhileItIsUsed();
    void anyByteOfTheFileWrong();
    void twoAtATime();
    void aFolderThatCannotBe();
};

/// A copy of the files while it is at work is what a power cut leaves.
void TestIndexDamage::killedInTheMiddle()
{
    IndexBench bench(options());
    bench.open();
    for (int i = 0; i < 20; ++i) {
        bench.get(u"/files/f%1"_s.arg(i), json(fileNamed(u"f%1"_s.arg(i))));
        bench.raw(ObjectKind::File); // it is written before this is answered
        const QString copy = file(u"copy"_s);
        for (const QString &end : {QString(), u"-wal"_s}) {
            QFile::remove(copy + end);
            if (QFile::exists(file() + end))
                QVERIFY(QFile::copy(file() + end, copy + end));
        }
        ObjectIndex::Options copied;
        copied.file = copy;
        {
            IndexBench after(copied);
            after.open();
            QVERIFY2(after.index.problem().isEmpty(), qPrintable(after.index.problem()));
            QCOMPARE(after.index.count(ObjectKind::File), i + 1);
        }
        // Half of what was written last did not come to the disk.
        QFile::remove(copy + u"-wal"_s);
        QFile::remove(copy);
        QVERIFY(QFile::copy(file(), copy));
        if (QFile wal(file() + u"-wal"_s); wal.open(QIODevice::ReadOnly)) {
            QFile half(copy + u"-wal"_s);
            QVERIFY(half.open(QIODevice::WriteOnly));
            half.write(wal.read(wal.size() - 700));
        }
        IndexBench after(copied);
        after.open();
        QVERIFY2(after.index.problem().isEmpty(), qPrintable(after.index.problem()));
        QVERIFY(after.index.count(ObjectKind::File) <= i + 1);
        QVERIFY(after.index.count(ObjectKind::File) >= i - 1);
    }
}

void TestIndexDamage::badFiles_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how :
         {"garbage", "half of it", "a page only", "newer", "header", "root page", "other tables"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestIndexDamage::badFiles()
{
    QFETCH(QString, how);
    fill();
    const auto overwrite = [&](qint64 at, const QByteArray &bytes) {
        QFile changed(file());
        QVERIFY(changed.open(QIODevice::ReadWrite));
        changed.seek(at);
        changed.write(bytes);
    };
    const qint64 size = QFileInfo(file()).size();
    if (how == "garbage"_L1) {
        QFile::remove(file());
        overwrite(0, QByteArray(50'000, '#'));
    } else if (how == "half of it"_L1) {
        QVERIFY(QFile::resize(file(), size / 2));
    } else if (how == "a page only"_L1) {
        QVERIFY(QFile::resize(file(), 4096));
    } else if (how == "newer"_L1) {
        sql(file(), u"PRAGMA user_version = 99"_s);
    } else if (how == "header"_L1) {
        overwrite(0, "SQLite format 4");
    } else if (how == "root page"_L1) {
        overwrite(110, QByteArray(3000, '\xee'));
    } else {
        QFile::remove(file());
        sql(file(), u"CREATE TABLE mine (a)"_s);
    }
    IndexBench bench(options());
    bench.open();
    QVERIFY(!bench.index.problem().isEmpty());
    QCOMPARE(bench.index.count(ObjectKind::File), 0);
    QVERIFY(QFile::exists(file() + u".bad-1"_s));
    // And from then on all is well.
    bench.get(u"/files/f9"_s, json(fileNamed(u"f9"_s)));
    QCOMPARE(bench.raw(ObjectKind::File).size(), 1);
    ObjectIndex::Options copied;
    copied.file = file(u"copy"_s);
    QVERIFY(QFile::copy(file(), copied.file));
    QFile::copy(file() + u"-wal"_s, copied.file + u"-wal"_s);
    IndexBench again(copied);
    again.open();
    QVERIFY(again.index.problem().isEmpty());
    QCOMPARE(again.keys(ObjectKind::File), u"f9"_s);
}

void TestIndexDamage::aFileOfAnotherProgramIsLeftWhole()
{
    QFile other(file());
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("Dear diary");
    other.close();
    for (int i = 0; i < 6; ++i) { // it does not fill the disk with them either
        IndexBench bench(options());
        bench.open();
        QCOMPARE(bench.index.problem().isEmpty(), i > 0);
    }
    QFile aside(file() + u".bad-1"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), "Dear diary"_ba);
}

/// The part that is not read at the start is not what it should be.
void TestIndexDamage::damageFoundWhileItIsUsed()
{
    {
        IndexBench bench(options());
        bench.open();
        QJsonArray files;
        for (int i = 0; i < 500; ++i)
            files.append(fileNamed(u"f%1"_s.arg(i)));
        bench.get(u"/files"_s, listOf(files));
        bench.settle();
    }
    const qint64 root = sql(file(), u"SELECT rootpage FROM sqlite_master WHERE name = 'raw'"_s).toLongLong();
    QVERIFY(root > 1);
    {
        QFile changed(file());
        QVERIFY(changed.open(QIODevice::ReadWrite));
        changed.seek((root - 1) * 4096);
        changed.write(QByteArray(4096, '\xee'));
    }
    {
        IndexBench bench(options());
        bench.open();
        QCOMPARE(bench.index.count(ObjectKind::File), 500);
        bench.clock.advance(100'000);
        bench.get(u"/files/f7"_s, json(fileNamed(u"f7"_s, u"error"_s)));
        bench.raw(ObjectKind::File);
        QTRY_VERIFY(!bench.index.problem().isEmpty());
        QVERIFY(QFile::exists(file() + u".bad-1"_s));
        bench.get(u"/files/f8"_s, json(fileNamed(u"f8"_s, u"error"_s)));
        bench.settle();
        QCOMPARE(bench.index.count(ObjectKind::File), 500); // what is known is known
    }
    IndexBench again(options());
    again.open();
    QVERIFY(again.index.problem().isEmpty());
    QCOMPARE(again.keys(ObjectKind::File), u"f7 f8"_s);
}

void TestIndexDamage::anyByteOfTheFileWrong()
{
    fill();
    QFile whole(file());
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray good = whole.readAll();
    QRandomGenerator random(7);
    for (int i = 0; i < 60; ++i) {
        QByteArray bad = good;
        for (int n = 0; n < 20; ++n)
            bad[random.bounded(int(bad.size()))] = char(random.bounded(256));
        ObjectIndex::Options other;
        other.file = file(u"bad%1"_s.arg(i));
        QFile damaged(other.file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bad);
        damaged.close();
        ObjectIndex::readFile(other.file);
        IndexBench bench(other);
        bench.open();
        bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s), fileNamed(u"f9"_s)}));
        bench.settle();
        bench.history();
        bench.raw(ObjectKind::Batch);
        QVERIFY(bench.index.find(ObjectKind::File, u"f9"_s));
    }
}

void TestIndexDamage::twoAtATime()
{
    fill();
    auto first = std::make_unique<IndexBench>(options());
    first->open();
    IndexBench second(options());
    second.open();
    QVERIFY(first->index.problem().isEmpty());
    QVERIFY(!second.index.problem().isEmpty());
    second.get(u"/files/mine"_s, json(fileNamed(u"mine"_s)));
    second.settle();
    QVERIFY(second.index.find(ObjectKind::File, u"mine"_s));
    QCOMPARE(second.raw(ObjectKind::File).size(), 1);
    first->get(u"/files/its"_s, json(fileNamed(u"its"_s)));
    first->settle();
    first.reset();
    IndexBench third(options());
    third.open();
    QVERIFY(third.index.problem().isEmpty());
    QCOMPARE(third.keys(ObjectKind::File), u"f1 f2 f3 its"_s);
}

void TestIndexDamage::aFolderThatCannotBe()
{
    ObjectIndex::Options impossible;
    impossible.file = u"/proc/nowhere/index"_s;
    IndexBench bench(impossible);
    bench.open();
    QVERIFY(!bench.index.problem().isEmpty());
    bench.get(u"/files/f1"_s, json(fileNamed(u"f1"_s)));
    bench.settle();
    QCOMPARE(bench.raw(ObjectKind::File).size(), 1);
}

QTEST_GUILESS_MAIN(TestIndexDamage)
#include "tst_indexdamage.moc"
