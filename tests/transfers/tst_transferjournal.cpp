// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfers/transferjournal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;
using State = TransferRecord::State;
using Stage = TransferRecord::Stage;

/// What the journal promises: what was acknowledged is there in the next run, and what cannot be used is said and kept.
class TestTransferJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyFieldComesBack_data();
    void everyFieldComesBack();
    void theNextRunFindsThemInOrder();
    void anAcknowledgedRecordIsOnTheDisk();
    void theNewestStateWins();
    void aRemovedOneIsGone();
    void whatIsGivenLastIsWritten();
    void aBadFileIsSaidAndKept_data();
    void aBadFileIsSaidAndKept();
    void aFolderThatCannotBeMade();
    void oneProgramAtATime();
    void aLockThatNamesNobodyIsNobodys();
    void aRemovedProfileLeavesNothing();
    void whatAnotherProgramWorksWithStays();

private:
    static TransferRecord upload(const QString &id);
    QString folder() const { return m_folder->filePath(u"transfers/local"_s); }
    QString fileOf(const QString &id) const { return folder() + u'/' + id + u".transfer.json"_s; }
    static TransferJournal::Contents load(TransferJournal &journal);
    static Result<void> saved(TransferJournal &journal, const TransferRecord &record);
    TransferJournal::Contents nextRun() const
    {
        TransferJournal journal(folder());
        return load(journal);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TransferRecord TestTransferJournal::upload(const QString &id)
{
    TransferRecord record;
    record.id = id;
    record.position = 1;
    record.name = u"a.jsonl"_s;
    record.path = u"/data/a.jsonl"_s;
    record.size = 20'000'000;
    return record;
}

TransferJournal::Contents TestTransferJournal::load(TransferJournal &journal)
{
    std::optional<TransferJournal::Contents> contents;
    journal.load(&journal, [&contents](const TransferJournal::Contents &found) { contents = found; });
    [&contents] { QTRY_VERIFY(contents); }();
    return contents.value_or(TransferJournal::Contents());
}

Result<void> TestTransferJournal::saved(TransferJournal &journal, const TransferRecord &record)
{
    std::optional<Result<void>> result;
    journal.save(record, &journal, [&result](const Result<void> &done) { result = done; });
    [&result] { QTRY_VERIFY(result); }();
    return result.value_or(Result<void>());
}

void TestTransferJournal::everyFieldComesBack_data()
{
    QTest::addColumn<TransferRecord>("record");
    TransferRecord sending = upload(u"u1"_s);
    sending.state = State::Running;
    sending.stage = Stage::Sending;
    sending.purpose = u"fine-tune"_s;
    sending.mimeType = u"application/jsonl"_s;
    sending.expiresAfterSeconds = 7200;
    sending.identity = {20'000'000, 1'760'000'000'123, "aa", "bb"};
    sending.inParts = true;
    sending.uploadId = u"upload_1"_s;
    sending.uploadCreatedAt = 1'760'000'001;
    sending.uploadExpiresAt = 1'760'003'601;
    sending.partSize = 8 * 1024 * 1024;
    sending.partIds = {u"part_1"_s, QString(), u"part_3"_s};
    sending.md5 = u"0123"_s;
    sending.attempts = 3;
    sending.addedAt = 1'760'000'000;
    sending.note = u"a note"_s;
    QTest::newRow("upload in parts") << sending;

    TransferRecord unknown = upload(u"u2"_s);
    unknown.state = State::Unknown;
    unknown.error = ApiError::make(ApiError::Kind::OutcomeUnknown, u"lost"_s);
    unknown.error.requestId = u"req_1"_s;
    unknown.candidates = {u"file-1"_s, u"file-2"_s};
    unknown.lookedUp = true;
    QTest::newRow("a question") << unknown;

    TransferRecord download = upload(u"d1"_s);
    download.direction = TransferRecord::Direction::Download;
    download.state = State::Paused;
    download.fileId = u"file-7"_s;
    download.partPath = u"/data/a.jsonl.part"_s;
    download.safeBytes = 12'345;
    download.mayReplace = FileIdentity{~quint64(0), quint64(1) << 63, 5, 1'760'000'000'123'456'789};
    QTest::newRow("download") << download;
}

void TestTransferJournal::everyFieldComesBack()
{
    QFETCH(TransferRecord, record);
    {
        TransferJournal journal(folder());
        load(journal);
        QVERIFY(saved(journal, record));
    }
    const auto contents = nextRun();
    QCOMPARE(contents.problems, QStringList());
    QCOMPARE(contents.records.size(), 1);
    const TransferRecord &back = contents.records.first();
    QCOMPARE(back.toJson(), record.toJson());
    QCOMPARE(back.mayReplace, record.mayReplace);
    QCOMPARE(back.identity, record.identity);
}

void TestTransferJournal::theNextRunFindsThemInOrder()
{
    {
        TransferJournal journal(folder());
        QVERIFY(load(journal).records.isEmpty());
        QVERIFY(journal.isKept());
        for (const int position : {3, 1, 2}) {
            TransferRecord record = upload(u"id%1"_s.arg(position));
            record.position = position;
            journal.save(record);
        }
    }
    QStringList ids;
    for (const TransferRecord &record : nextRun().records)
        ids << record.id;
    QCOMPARE(ids, (QStringList{u"id1"_s, u"id2"_s, u"id3"_s}));
}

void TestTransferJournal::anAcknowledgedRecordIsOnTheDisk()
{
    TransferJournal journal(folder());
    load(journal);
    bool wasThere = false;
    bool done = false;
    journal.save(upload(u"a"_s), this, [&](const Result<void> &result) {
        done = true;
        wasThere = result && QFile::exists(fileOf(u"a"_s));
    });
    QVERIFY(!done); // never from inside the call
    QTRY_VERIFY(done);
    QVERIFY(wasThere);
}

void TestTransferJournal::theNewestStateWins()
{
    int heard = 0;
    {
        TransferJournal journal(folder());
        load(journal);
        for (int i = 1; i <= 50; ++i) {
            TransferRecord record = upload(u"a"_s);
            record.attempts = i;
            journal.save(record, this, [&heard](const Result<void> &result) { heard += result.has_value(); });
        }
        QTRY_COMPARE(heard, 50); // those that were overtaken, too
    }
    QCOMPARE(nextRun().records.value(0).attempts, 50);
}

void TestTransferJournal::aRemovedOneIsGone()
{
    {
        TransferJournal journal(folder());
        load(journal);
        QVERIFY(saved(journal, upload(u"a"_s)));
        journal.remove(u"a"_s);
    }
    QVERIFY(nextRun().records.isEmpty());
}

void TestTransferJournal::whatIsGivenLastIsWritten()
{
    {
        TransferJournal journal(folder());
        load(journal);
        journal.save(upload(u"a"_s));
        journal.save(upload(u"b"_s)); // while the first is being written
    }
    QCOMPARE(nextRun().records.size(), 2);
}

void TestTransferJournal::aBadFileIsSaidAndKept_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray good = QJsonDocument(upload(u"bad"_s).toJson()).toJson();
    const auto with = [](const QByteArray &from, const QByteArray &to) {
        QByteArray text = QJsonDocument(upload(u"bad"_s).toJson()).toJson(QJsonDocument::Compact);
        text.replace(from, to);
        return QByteArray(text.chopped(1) + ",\"format\":1}");
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut in half") << good.left(good.size() / 2);
    QTest::newRow("not JSON") << QByteArray("\x01\xff garbage");
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("of a newer program") << QByteArray("{\"format\":2,\"id\":\"bad\"}");
    QTest::newRow("without a format") << good;
    QTest::newRow("without an id") << with("\"id\":\"bad\"", "\"id\":null");
    QTest::newRow("of another id") << with("\"id\":\"bad\"", "\"id\":\"other\"");
    QTest::newRow("a state nobody knows") << with("\"queued\"", "\"dancing\"");
    QTest::newRow("a negative size") << with("20000000", "-1");
    QTest::newRow("parts of no upload") << with("\"part_ids\":[]", "\"part_ids\":[\"p\"]");
    QTest::newRow("too few parts") << with("\"part_ids\":[]", "\"part_ids\":[\"p\",\"q\"]")
                                          .replace("\"part_size\":0", "\"part_size\":8388608")
                                          .replace("\"upload_id\":\"\"", "\"upload_id\":\"upload_1\"");
}

void TestTransferJournal::aBadFileIsSaidAndKept()
{
    QFETCH(QByteArray, content);
    {
        TransferJournal journal(folder());
        load(journal);
        QVERIFY(saved(journal, upload(u"good"_s)));
    }
    QFile file(fileOf(u"bad"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();

    const auto contents = nextRun();
    QCOMPARE(contents.problems.size(), 1);
    QCOMPARE(contents.records.size(), 1); // the others are not taken down with it
    const QStringList aside = QDir(folder()).entryList({u"*.bad"_s}, QDir::Files);
    QCOMPARE(aside.size(), 1);
    QFile kept(folder() + u'/' + aside.first());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    QCOMPARE(nextRun().problems, QStringList()); // said once
}

void TestTransferJournal::aFolderThatCannotBeMade()
{
    QFile inTheWay(m_folder->filePath(u"transfers"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    TransferJournal journal(folder());
    const auto contents = load(journal);
    QCOMPARE(contents.problems.size(), 1);
    QVERIFY2(contents.problems.first().contains(u"local"_s), qPrintable(contents.problems.first()));
    QVERIFY(!journal.isKept());
    QVERIFY(saved(journal, upload(u"a"_s))); // it was said; the program goes on
}

void TestTransferJournal::oneProgramAtATime()
{
    auto first = std::make_unique<TransferJournal>(folder());
    load(*first);
    QVERIFY(saved(*first, upload(u"a"_s)));
    {
        TransferJournal second(folder());
        const auto contents = load(second);
        QCOMPARE(contents.problems.size(), 1);
        QVERIFY(contents.records.isEmpty()); // not twice the same upload
        QVERIFY(!second.isKept());
        QVERIFY(saved(second, upload(u"b"_s)));
    }
    first.reset();
    QCOMPARE(nextRun().records.size(), 1);
}

void TestTransferJournal::aLockThatNamesNobodyIsNobodys()
{
    {
        TransferJournal journal(folder());
        load(journal);
        QVERIFY(saved(journal, upload(u"a"_s)));
    }
    QFile lock(folder() + u"/lock"_s); // killed between making it and writing into it
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const auto contents = nextRun();
    QCOMPARE(contents.problems, QStringList());
    QCOMPARE(contents.records.size(), 1);
}

void TestTransferJournal::aRemovedProfileLeavesNothing()
{
    const QString part = m_folder->filePath(u"b.bin.part"_s);
    QFile file(part);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half") == 4);
    file.close();
    const QString foreign = m_folder->filePath(u"c.bin.part"_s);
    QVERIFY(QFile::copy(part, foreign));
    {
        TransferJournal journal(folder());
        load(journal);
        TransferRecord done = upload(u"done"_s);
        done.state = State::Completed;
        TransferRecord waiting = upload(u"waiting"_s);
        TransferRecord failed = upload(u"failed"_s);
        failed.state = State::Failed;
        TransferRecord download = upload(u"download"_s);
        download.direction = TransferRecord::Direction::Download;
        download.state = State::Paused;
        download.fileId = u"file-1"_s;
        download.partPath = part;
        download.partInode = FileIdentity::of(part)->inode;
        TransferRecord other = download; // its part file is another program's by now
        other.id = u"other"_s;
        other.partPath = foreign;
        for (const TransferRecord &record : {done, waiting, failed, download, other})
            QVERIFY(saved(journal, record));
    }
    QFile bad(fileOf(u"bad"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("{") == 1);
    bad.close();
    QCOMPARE(TransferJournal::countUnfinished(folder()), 4);
    QVERIFY(QFile::exists(bad.fileName())); // counting changes nothing
    TransferJournal::removeAll(folder());
    QVERIFY(!QFileInfo::exists(folder()));
    QVERIFY(!QFile::exists(part));
    QVERIFY(QFile::exists(foreign));
    QCOMPARE(TransferJournal::countUnfinished(folder()), 0);
    TransferJournal::removeAll(folder()); // nothing is there: nothing happens
    QVERIFY(!QFileInfo::exists(folder()));
}

void TestTransferJournal::whatAnotherProgramWorksWithStays()
{
    TransferJournal journal(folder());
    load(journal);
    QVERIFY(saved(journal, upload(u"a"_s)));
    TransferJournal::removeAll(folder());
    QVERIFY(QFile::exists(fileOf(u"a"_s)));
}

QTEST_GUILESS_MAIN(TestTransferJournal)
#include "tst_transferjournal.moc"
