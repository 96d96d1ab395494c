// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/answersamples.h"
#include "index/indexfolder.h"

#include <QDir>

using namespace odc;
using namespace odc::test;

/// What is kept of an index from one run to the next.
class TestIndexFile : public QObject, private IndexFolder
{
    Q_OBJECT
private Q_SLOTS:
    void init() { renew(); }
    void everyKindIsThereAgain_data();
    void everyKindIsThereAgain();
    void whatWasLearntIsThereAgain();
    void whatIsGoneStaysGone();
    void manyThatGoAtOnceAndSomeThatComeAgain();
    void aRowOfThemGoesWhateverTheyAreCalled();
    void aBurstIsInTheFileWhenTheProgramEnds();
    void whoReadsTheFileFindsWhatWasSeenJustNow();
    void answersBeforeItIsOpen();
    void rawObjects();
    void rawObjectsThatAreTooLarge();
    void historyOfWhatHappened();
    void nothingHappenedWhenAListIsReadFirst();
    void itStaysInItsBound();
    void noMoreObjectsThanItMayHold();
    void noContentIsKept();
    void readByOthers();
    void removed();
    void withoutAFile();

private:
    QByteArray allBytes() const
    {
        QByteArray bytes;
        const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile one(info.filePath());
            if (one.open(QIODevice::ReadOnly))
                bytes += one.readAll();
        }
        return bytes;
    }
};

void TestIndexFile::everyKindIsThereAgain_data()
{
    QTest::addColumn<int>("number");
    const QList<AnswerSample> samples = answerSamples();
    for (int i = 0; i < samples.size(); ++i)
        QTest::newRow(samples[i].name) << i;
}

void TestIndexFile::everyKindIsThereAgain()
{
    QFETCH(int, number);
    const AnswerSample sample = answerSamples().at(number);
    qint64 seen = 0;
    {
        IndexBench bench(options());
        bench.open();
        bench.get(QString::fromUtf8(sample.path), sample.body);
        bench.settle();
        seen = bench.clock.unixSeconds();
    }
    IndexBench again(options());
    again.clock.advance(1'000'000);
    again.open();
    QVERIFY(again.index.problem().isEmpty());
    QCOMPARE(again.index.count(sample.kind), 1);
    const IndexedObject object = again.index.objects(sample.kind).front();
    QCOMPARE(described(object), QString::fromUtf8(sample.described));
    QCOMPARE(object.seenAt, seen);
    QCOMPARE(object.progressedAt, seen);
    for (const FileRef &ref : object.refs)
        QCOMPARE(again.index.usesOf(ref.fileId), (QList<FileUse>{{object.kind, object.key(), ref.role}}));
    QCOMPARE(again.told(), QString()); // that it was kept is no news
    again.get(QString::fromUtf8(sample.path), sample.body);
    again.settle();
    QCOMPARE(again.told(), QString());
}

void TestIndexFile::whatWasLearntIsThereAgain()
{
    qint64 began = 0;
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s), fileNamed(u"f2"_s)}));
        bench.get(u"/vector_stores/v/files"_s, listOf({storeFileIn(u"v"_s, u"f1"_s)}));
        began = bench.clock.unixSeconds();
        bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"in_progress"_s)));
        bench.settle();
        bench.clock.advance(5000);
        bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"in_progress"_s, 4)));
        bench.settle();
    }
    IndexBench again(options());
    again.open();
    QCOMPARE(again.index.wholeAt(ObjectKind::File), began);
    QCOMPARE(again.index.wholeAt(ObjectKind::StoreFile, u"v"_s), began);
    QCOMPARE(again.index.wholeAt(ObjectKind::Batch), 0);
    QCOMPARE(again.index.find(ObjectKind::Batch, u"b"_s)->done, 4);
    QCOMPARE(again.index.find(ObjectKind::Batch, u"b"_s)->progressedAt, began + 5);
    // What an earlier run knew is gone when the list has it no more.
    again.clock.advance(100'000);
    again.get(u"/files"_s, listOf({fileNamed(u"f2"_s), fileNamed(u"f3"_s)}));
    again.settle();
    QCOMPARE(again.told(), u"+f3 -f1 -v/f1"_s);
}

void TestIndexFile::whatIsGoneStaysGone()
{
    fill();
    {
        IndexBench bench(options());
        bench.open();
        bench.remove(u"/files/f1"_s, {});
        bench.get(u"/files/f2"_s, "{\"error\":{\"message\":\"no\"}}", {}, 404);
        bench.settle();
    }
    IndexBench again(options());
    again.open();
    QCOMPARE(again.keys(ObjectKind::File), u"f3"_s);
    QCOMPARE(again.raw(ObjectKind::File).size(), 1);
}

void TestIndexFile::manyThatGoAtOnceAndSomeThatComeAgain()
{
    constexpr int count = 100;
    QJsonArray files;
    QJsonArray entries;
    for (int i = 0; i < count; ++i) {
        files.append(fileNamed(u"f%1"_s.arg(i)));
        entries.append(storeFileIn(u"v"_s, u"f%1"_s.arg(i)));
    }
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/files"_s, listOf(files));
        bench.get(u"/vector_stores/v/files"_s, listOf(entries));
        bench.settle();
        // Kinds take turns, and what came again in between is there in the end.
        for (int i = 0; i < count - 1; ++i) {
            if (i % 3 != 0)
                bench.remove(u"/vector_stores/v/files/f%1"_s.arg(i), {});
            if (i % 7 != 0)
                bench.remove(u"/files/f%1"_s.arg(i), {});
            if (i != 50)
                continue;
            bench.clock.advance(60'000); // lists may have what was deleted for a while
            bench.get(u"/files/f8"_s, json(fileNamed(u"f8"_s)));
        }
        bench.settle();
    }
    QStringList left;
    for (int i = 0; i < count; ++i) {
        if (i % 7 == 0 || i == count - 1 || i == 8)
            left << u"f%1"_s.arg(i);
    }
    left.sort();
    IndexBench again(options());
    again.open();
    QCOMPARE(again.keys(ObjectKind::File), left.join(u' '));
    QCOMPARE(again.raw(ObjectKind::File).size(), left.size());
    for (const IndexedObject &entry : again.index.objects(ObjectKind::StoreFile)) {
        const int i = entry.key().mid(3).toInt();
        QVERIFY2(i % 3 == 0 || i == count - 1, qPrintable(entry.key()));
    }
}

void TestIndexFile::aRowOfThemGoesWhateverTheyAreCalled()
{
    constexpr int count = 600; // more than one statement takes
    QStringList ids{u"quo\"ted"_s, u"back\\slash"_s, u"it's"_s, u"per%cent"_s, u"\u00fcml\u00e4ut \U0001f600"_s, u"new\nline"_s};
    while (ids.size() < count)
        ids << u"f%1"_s.arg(ids.size());
    QJsonArray files;
    for (const QString &id : std::as_const(ids))
        files.append(fileNamed(id));
    files.append(fileNamed(u"stays"_s));
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/files"_s, listOf(files));
        bench.settle();
        for (const QString &id : std::as_const(ids))
            bench.remove(u"/files/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)), {});
        bench.settle();
    }
    IndexBench again(options());
    again.open();
    QCOMPARE(again.keys(ObjectKind::File), u"stays"_s);
    QCOMPARE(again.raw(ObjectKind::File).size(), 1);
    // Each line is of its own object.
    QSet<QString> told;
    const QList<HistoryEntry> history = again.history();
    for (const HistoryEntry &entry : history)
        told << entry.key;
    QCOMPARE(history.size(), count);
    QCOMPARE(told, QSet<QString>(ids.cbegin(), ids.cend()));
}

void TestIndexFile::aBurstIsInTheFileWhenTheProgramEnds()
{
    fill();
    {
        IndexBench bench(options());
        bench.open();
        for (int round = 0; round < 5; ++round) {
            bench.get(u"/files/f%1"_s.arg(10 + round), json(fileNamed(u"f%1"_s.arg(10 + round))));
            QTest::qWait(1); // the first is taken in and written, and the others wait for a better moment
        }
        bench.remove(u"/files/f1"_s, {});
    }
    IndexBench again(options());
    again.open();
    QCOMPARE(again.keys(ObjectKind::File), u"f10 f11 f12 f13 f14 f2 f3"_s);
}

void TestIndexFile::whoReadsTheFileFindsWhatWasSeenJustNow()
{
    IndexBench bench(options());
    bench.open();
    // The first is written at once; the second waits for its time, but not when somebody asks.
    for (const QString &id : {u"f1"_s, u"f2"_s}) {
        bench.get(u"/files/"_s + id, json(fileNamed(id)));
        QTRY_VERIFY(bench.index.find(ObjectKind::File, id));
    }
    std::optional<QList<QByteArray>> found;
    bench.index.rawObjects(ObjectKind::File, &bench.index, [&](const QList<QByteArray> &some) { found = some; });
    QTRY_VERIFY(found);
    QCOMPARE(found->size(), 2);
    bench.get(u"/files/f1"_s, json(fileNamed(u"f1"_s, u"error"_s)));
    QTRY_COMPARE(bench.index.find(ObjectKind::File, u"f1"_s)->status, u"error"_s);
    std::optional<QList<HistoryEntry>> lines;
    bench.index.history(0, 100, &bench.index, [&](const QList<HistoryEntry> &some) { lines = some; });
    QTRY_VERIFY(lines);
    QVERIFY(!lines->isEmpty());
    QCOMPARE(lines->first().to, u"error"_s);
}

void TestIndexFile::answersBeforeItIsOpen()
{
    fill();
    {
        IndexBench bench(options());
        bench.clock.advance(5000);
        bench.get(u"/files/f1"_s, json(fileNamed(u"f1"_s, u"error"_s)));
        bench.get(u"/files/new"_s, json(fileNamed(u"new"_s)));
        bench.remove(u"/files/f3"_s, {});
        bench.settle();
        QVERIFY(!bench.index.isLoaded());
        QCOMPARE(bench.told(), u"+f1 +new"_s);
        bench.open();
        QCOMPARE(bench.keys(ObjectKind::File), u"f1 f2 new"_s);
        QCOMPARE(bench.index.find(ObjectKind::File, u"f1"_s)->status, u"error"_s); // the newer one
        QCOMPARE(bench.keys(ObjectKind::Batch), u"b"_s);
        QCOMPARE(bench.index.usesOf(u"file-in"_s).size(), 1);
    }
    IndexBench again(options());
    again.open();
    QCOMPARE(again.keys(ObjectKind::File), u"f1 f2 new"_s);
    QCOMPARE(again.index.find(ObjectKind::File, u"f1"_s)->status, u"error"_s);
}

void TestIndexFile::rawObjects()
{
    const auto made = [](const QString &id, int createdAt) {
        QJsonObject object = fileNamed(id);
        object.insert(u"created_at"_s, createdAt);
        object.insert(u"unknown"_s, QJsonObject{{u"n"_s, 1.5}});
        return object;
    };
    const auto ids = [](const QList<QByteArray> &raw) {
        QStringList found;
        for (const QByteArray &body : raw)
            found << QJsonDocument::fromJson(body)["id"_L1].toString();
        return found.join(u' ');
    };
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/files"_s, listOf({made(u"b"_s, 20), made(u"c"_s, 30), made(u"a"_s, 10)}));
        const QList<QByteArray> raw = bench.raw(ObjectKind::File);
        QCOMPARE(ids(raw), u"c b a"_s); // newest first
        QCOMPARE(QJsonDocument::fromJson(raw.first()).object(), made(u"c"_s, 30));
        bench.get(u"/files/b"_s, json(made(u"b"_s, 40)));
        QCOMPARE(ids(bench.raw(ObjectKind::File)), u"b c a"_s);
        QVERIFY(bench.raw(ObjectKind::Batch).isEmpty());
    }
    IndexBench again(options());
    again.open();
    QCOMPARE(ids(again.raw(ObjectKind::File)), u"b c a"_s);
}

void TestIndexFile::rawObjectsThatAreTooLarge()
{
    IndexBench bench(options());
    bench.open();
    QJsonObject eval{{u"id"_s, u"e"_s}, {u"object"_s, u"eval"_s}, {u"name"_s, u"large"_s}};
    bench.get(u"/evals/e"_s, json(eval));
    QCOMPARE(bench.raw(ObjectKind::Eval).size(), 1);
    eval.insert(u"testing_criteria"_s, QString(100'000, u'x'));
    bench.get(u"/evals/e"_s, json(eval));
    QCOMPARE(bench.raw(ObjectKind::Eval).size(), 0); // not the old one either
    QVERIFY(bench.index.find(ObjectKind::Eval, u"e"_s));
}

void TestIndexFile::historyOfWhatHappened()
{
    const qint64 start = FakeClock().unixSeconds();
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/batches"_s, listOf({batchNamed(u"old"_s, u"in_progress"_s)}));
        bench.settle();
        bench.clock.advance(10'000);
        bench.post(u"/batches"_s, json(batchNamed(u"new"_s, u"validating"_s)));
        bench.settle();
        bench.clock.advance(10'000);
        bench.get(u"/batches/old"_s,
                  json(batchNamed(u"old"_s, u"in_progress"_s, 4))); // more answers are no news
        bench.get(
            u"/batches/new"_s,
            R"({"id":"new","object":"batch","status":"failed","errors":{"data":[{"message":"Bad line"}]}})");
        bench.settle();
        bench.clock.advance(10'000);
        bench.get(u"/batches"_s,
                  listOf({batchNamed(u"newest"_s, u"validating"_s), batchNamed(u"old"_s, u"expired"_s)}));
        bench.settle();
    }
    IndexBench again(options());
    again.open();
    QStringList lines = again.lines(start + 25);
    lines.sort();
    QCOMPARE(lines,
             (QStringList{u"+newest: >validating"_s, u"-new: failed>"_s, u"~old: in_progress>expired!"_s}));
    const QList<HistoryEntry> all = again.history();
    QCOMPARE(all.size(), 5);
    QCOMPARE(again.lines().mid(3), (QStringList{u"~new: validating>failed!"_s, u"+new: >validating"_s}));
    QCOMPARE(all[3].reason, u"Bad line"_s);
    QCOMPARE(all[3].atUnix, start + 20);
    QCOMPARE(all[3].kind, ObjectKind::Batch);
    QCOMPARE(again.history(0, 2).size(), 2); // the newest
    QCOMPARE(again.history(0, 2).first().atUnix, start + 30);
    QCOMPARE(again.history(start + 30).size(), 3); // with what happened in that second
    QVERIFY(again.history(start + 31).isEmpty());
}

void TestIndexFile::nothingHappenedWhenAListIsReadFirst()
{
    IndexBench bench(options());
    bench.open();
    bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s), fileNamed(u"f2"_s)}, true));
    bench.get(u"/files"_s, listOf({fileNamed(u"f3"_s)}), {{u"after"_s, u"f2"_s}});
    bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"in_progress"_s)));
    QVERIFY(bench.lines().isEmpty());
    bench.get(u"/files"_s, listOf({fileNamed(u"f4"_s), fileNamed(u"f3"_s)}));
    QStringList lines = bench.lines();
    lines.sort();
    QCOMPARE(lines, (QStringList{u"+f4: >processed"_s, u"-f1: processed>"_s, u"-f2: processed>"_s}));
    // What goes with another thing is no line of its own.
    bench.get(u"/vector_stores/v/files"_s,
              listOf({storeFileIn(u"v"_s, u"f3"_s), storeFileIn(u"v"_s, u"f4"_s)}));
    bench.remove(u"/files/f4"_s, {});
    QCOMPARE(bench.lines().first(), u"-f4: processed>"_s);
    QCOMPARE(bench.lines().size(), 4);
    // One of a store says the file's name, too.
    bench.get(u"/vector_stores/v/files/f3"_s, json(storeFileIn(u"v"_s, u"f3"_s, u"failed"_s)));
    QCOMPARE(bench.history().first().key, u"v/f3"_s);
    QCOMPARE(bench.history().first().name, u"f3.txt"_s);
    QVERIFY(bench.history().first().failed);
}

void TestIndexFile::itStaysInItsBound()
{
    ObjectIndex::Options small = options();
    small.mostBytes = 2'000'000;
    {
        IndexBench bench(small);
        bench.open();
        for (int round = 0; round < 12; ++round) {
            bench.clock.advance(1'000'000);
            QJsonArray files;
            for (int i = 0; i < 500; ++i) {
                QJsonObject one = fileNamed(u"f%1-%2"_s.arg(round).arg(i));
                one.insert(u"padding"_s, QString(500, u'p'));
                files.append(one);
            }
            bench.get(u"/files"_s, listOf(files, true));
            bench.post(u"/batches"_s, json(batchNamed(u"b%1"_s.arg(round), u"validating"_s)));
            bench.raw(ObjectKind::File);
            QVERIFY(QFileInfo(file()).size() <= small.mostBytes);
        }
        QVERIFY(!bench.raw(ObjectKind::File).isEmpty());
        QVERIFY(bench.raw(ObjectKind::File).size() < 6000);
    }
    QVERIFY(QFileInfo(file()).size() <= small.mostBytes);
    IndexBench again(small);
    again.open();
    QVERIFY(again.index.problem().isEmpty());
    QCOMPARE(again.index.count(ObjectKind::File), 6000);           // what is light stays
    QVERIFY(again.raw(ObjectKind::File).first().contains("f11-")); // and of the rest what was seen last
}

void TestIndexFile::noMoreObjectsThanItMayHold()
{
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/batches"_s, listOf({batchNamed(u"b1"_s, u"in_progress"_s)}));
        for (int i = 0; i < 300; ++i) {
            bench.clock.advance(1000);
            bench.get(u"/files/f%1"_s.arg(i), json(fileNamed(u"f%1"_s.arg(i))));
        }
        bench.settle();
    }
    ObjectIndex::Options few = options();
    few.mostObjects = 100;
    IndexBench again(few);
    again.open();
    QCOMPARE(again.index.count(ObjectKind::File), 100);
    QVERIFY(again.index.find(ObjectKind::File, u"f299"_s));
    QVERIFY(!again.index.find(ObjectKind::File, u"f199"_s));
    QVERIFY(!again.index.find(ObjectKind::Batch, u"b1"_s));
    QCOMPARE(again.index.wholeAt(ObjectKind::Batch), 0); // the list may have had more than is here
}

/// The items of an eval's run may be in the run itself; they are content as that of a file is.
void TestIndexFile::noContentIsKept()
{
    {
        IndexBench bench(options());
        bench.open();
        const QByteArray run =
            R"({"id":"r","object":"eval.run","name":"kept","data_source":{"type":"jsonl","source":)"
            R"({"type":"file_content","content":[{"item":{"q":"very private words"}}]}}})";
        bench.get(u"/evals/e/runs/r"_s, run);
        bench.get(u"/evals/e/runs"_s, "{\"data\":[" + run + "]}");
        bench.get(u"/evals/e/runs/r/output_items"_s,
                  R"({"data":[{"id":"o","datasource_item":{"q":"very private words"}}]})");
        bench.get(u"/vector_stores/v/files/f/content"_s,
                  R"({"data":[{"type":"text","text":"very private words"}]})");
        bench.index.answered({"POST",
                              u"/vector_stores/v/search"_s,
                              {},
                              200,
                              R"({"data":[{"file_id":"f","content":[{"text":"very private words"}]}]})",
                              1});
        const QList<QByteArray> raw = bench.raw(ObjectKind::EvalRun);
        QCOMPARE(raw.size(), 1);
        QVERIFY(raw.first().contains("\"file_content\""));
        QVERIFY(!raw.first().contains("private"));
        QVERIFY(!allBytes().contains("private"));
    }
    QVERIFY(allBytes().contains("kept"));
    QVERIFY(!allBytes().contains("private"));
}

void TestIndexFile::readByOthers()
{
    QVERIFY(ObjectIndex::readFile(file()).isEmpty());
    QVERIFY(!QFile::exists(file()));
    fill();
    const auto ids = [this] {
        QStringList found;
        const QList<IndexedObject> objects = ObjectIndex::readFile(file());
        for (const IndexedObject &object : objects)
            found << object.id;
        found.sort();
        return found.join(u' ');
    };
    QCOMPARE(ids(), u"b f1 f2 f3"_s);
    IndexBench bench(options()); // also while another one works with it
    bench.open();
    bench.get(u"/files/f4"_s, json(fileNamed(u"f4"_s)));
    bench.raw(ObjectKind::File);
    QString read;
    std::unique_ptr<QThread> thread(QThread::create([&] { read = ids(); }));
    thread->start();
    QVERIFY(thread->wait(30'000));
    QCOMPARE(read, u"b f1 f2 f3 f4"_s);
}

void TestIndexFile::removed()
{
    fill();
    QFile aside(file() + u".bad-1"_s);
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.close();
    QFile other(file(u"profile.index2"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    ObjectIndex::removeFile(file());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"profile.index2"_s});
    ObjectIndex::removeFile({});
}

void TestIndexFile::withoutAFile()
{
    IndexBench bench;
    bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s)}));
    bench.open();
    bench.post(u"/files"_s, json(fileNamed(u"f2"_s)));
    bench.remove(u"/files/f1"_s, {});
    QCOMPARE(bench.lines(), (QStringList{u"-f1: processed>"_s, u"+f2: >processed"_s}));
    QCOMPARE(bench.raw(ObjectKind::File).size(), 1);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestIndexFile)
#include "tst_indexfile.moc"
