// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsfolder.h"

#include "base/jsonstore.h"

#include <QJsonArray>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// Small JSON files: whole or not at all, and a bad one is kept aside.
class TestJsonStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storeRoundTrip();
    void storeBadFilesAreKeptAside_data();
    void storeBadFilesAreKeptAside();
    void storeBadFilesDoNotReplaceEachOther();
    void storeMissingFileIsNoProblem();
    void storeUnreadableFileIsLeftAlone();
    void storeNeverOverwritesWhatItCouldNotPutAside();
    void storeSavesWholeOrNot();
    void storeIsForThePersonOnly();
};

void TestJsonStore::storeRoundTrip()
{
    const Folder folder;
    const QJsonObject content{{u"a"_s, QJsonArray{1, u"ü"_s}}, {u"b"_s, QJsonValue::Null}};
    QVERIFY(JsonStore(folder.path(u"sub/deep/x.json"_s), 3).save(content));
    JsonStore store(folder.path(u"sub/deep/x.json"_s), 3);
    QCOMPARE(store.load(), content);
    QVERIFY(store.problem().isEmpty());
    QCOMPARE(JsonStore(folder.path(u"sub/deep/x.json"_s), 4).load(),
             content); // an older format is still read
}

void TestJsonStore::storeBadFilesAreKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << QByteArray("{\"format\": 1, \"theme\": \"da");
    QTest::newRow("garbage") << QByteArray("\0\xff\x01garbage", 10);
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("newer format") << QByteArray("{\"format\": 2}");
    QTest::newRow("no format") << QByteArray("{\"theme\": \"dark\"}");
    QTest::newRow("format is text") << QByteArray("{\"format\": \"1\"}");
    QTest::newRow("format below") << QByteArray("{\"format\": 0}");
}

void TestJsonStore::storeBadFilesAreKeptAside()
{
    QFETCH(QByteArray, content);
    const Folder folder;
    put(folder.path(), content);
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(!store.problem().isEmpty());
    QCOMPARE(folder.files().size(), 1);
    const QString aside = folder.files().first();
    QVERIFY2(aside.startsWith(u"store.json."_s) && aside.endsWith(u".bad"_s), qPrintable(aside));
    QVERIFY(store.problem().contains(aside));
    QVERIFY(store.save({}));
    QCOMPARE(get(folder.path(aside)), content); // byte for byte, whatever is written later
    store.load();
    QVERIFY(store.problem().isEmpty());
}

void TestJsonStore::storeBadFilesDoNotReplaceEachOther()
{
    const Folder folder;
    for (const QByteArray &content : {"one"_ba, "two"_ba, "three"_ba}) {
        put(folder.path(), content);
        JsonStore(folder.path(), 1).load();
    }
    QByteArrayList kept;
    for (const QString &name : folder.files())
        kept << get(folder.path(name));
    std::sort(kept.begin(), kept.end());
    QCOMPARE(kept, QByteArrayList({"one", "three", "two"}));
}

void TestJsonStore::storeMissingFileIsNoProblem()
{
    const Folder folder;
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(store.problem().isEmpty());
    QVERIFY(folder.files().isEmpty());
}

void TestJsonStore::storeUnreadableFileIsLeftAlone()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may read every file");
#endif
    const Folder folder;
    put(folder.path(), "{\"format\": 1}");
    QVERIFY(QFile::setPermissions(folder.path(), {}));
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(store.problem().contains(folder.path()));
    QCOMPARE(folder.files(), QStringList{u"store.json"_s});
}

void TestJsonStore::storeNeverOverwritesWhatItCouldNotPutAside()
{
    // A folder in place of the file cannot be read: not even by root.
    const Folder folder;
    QVERIFY(QDir().mkpath(folder.path(u"store.json/inner"_s)));
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(!store.problem().isEmpty());
    const auto saved = store.save({{u"a"_s, 1}});
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ApiError::Kind::LocalFile);
    QVERIFY(saved.error().message.contains(folder.path()));
    QVERIFY(QDir(folder.path(u"store.json/inner"_s)).exists());
    // Once it is out of the way, saving works.
    QVERIFY(QDir(folder.path()).removeRecursively());
    QVERIFY(store.save({{u"a"_s, 1}}));
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may rename in every folder");
#endif
    put(folder.path(), "damaged");
    QVERIFY(QFile::setPermissions(folder.dir.path(), QFile::ReadOwner | QFile::ExeOwner));
    JsonStore fixed(folder.path(), 1);
    QVERIFY(fixed.load().isEmpty());
    QVERIFY(QFile::setPermissions(folder.dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!fixed.save({}));
    QCOMPARE(get(folder.path()), "damaged"_ba);
}

void TestJsonStore::storeSavesWholeOrNot()
{
    const Folder folder;
    const JsonStore store(folder.path(), 1);
    QVERIFY(store.save({{u"a"_s, 1}}));
    const auto lost = JsonStore(u"/proc/no/such/store.json"_s, 1).save({{u"a"_s, 1}});
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ApiError::Kind::LocalFile);
    QVERIFY(lost.error().message.contains(u"/proc/no/such/store.json"_s));
    QVERIFY(store.save({{u"b"_s, 2}}));
    QCOMPARE(JsonStore(folder.path(), 1).load(), QJsonObject({{u"b"_s, 2}}));
    QCOMPARE(folder.files(), QStringList{u"store.json"_s}); // no temporary file stays
}

void TestJsonStore::storeIsForThePersonOnly()
{
    const Folder folder;
    QVERIFY(JsonStore(folder.path(), 1).save({}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.path()) & others));
}

QTEST_GUILESS_MAIN(TestJsonStore)
#include "tst_jsonstore.moc"
