// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/answersamples.h"
#include "index/indexbench.h"

#include <QRandomGenerator>

using namespace odc;
using namespace odc::test;

/// What the index makes of answers, one at a time.
class TestObjectReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKind_data();
    void everyKind();
    void askedForByItsPath();
    void insideOfAList();
    void checkpoints();
    void whatAnUploadBecame();
    void filesOfABatchOfFiles();
    void whatEnds_data();
    void whatEnds();
    void anythingMayBeMissing_data();
    void anythingMayBeMissing();
    void notUnderstood_data();
    void notUnderstood();
    void numbersBeyond64Bits();
    void cutOffAnywhere();
    void anyByteWrong();
};

void TestObjectReading::everyKind_data()
{
    QTest::addColumn<int>("number");
    const QList<AnswerSample> samples = answerSamples();
    for (int i = 0; i < samples.size(); ++i)
        QTest::newRow(samples[i].name) << i;
}

void TestObjectReading::everyKind()
{
    QFETCH(int, number);
    const AnswerSample sample = answerSamples().at(number);
    IndexBench bench;
    bench.get(QString::fromUtf8(sample.path), sample.body);
    bench.settle();
    QCOMPARE(bench.index.count(sample.kind), 1);
    const IndexedObject object = bench.index.objects(sample.kind).front();
    QCOMPARE(described(object), QString::fromUtf8(sample.described));
    QCOMPARE(object.seenAt, bench.clock.unixSeconds());
    QCOMPARE(object.progressedAt, bench.clock.unixSeconds());
    QCOMPARE(bench.told(), u'+' + object.key());
}

/// Some servers leave out what the address says.
void TestObjectReading::askedForByItsPath()
{
    IndexBench bench;
    bench.get(u"/vector_stores/vs_1/files/file-1"_s, R"({"status":"completed"})");
    bench.get(u"/models/ft%3Aa%2Fb"_s, R"({"owned_by":"me"})");
    bench.settle();
    QCOMPARE(bench.keys(ObjectKind::StoreFile), u"vs_1/file-1"_s);
    QCOMPARE(bench.keys(ObjectKind::Model), u"ft:a/b"_s);
}

void TestObjectReading::insideOfAList()
{
    IndexBench bench;
    bench.get(
        u"/evals/eval_1/runs"_s,
        R"({"object":"list","data":[{"id":"r1","object":"eval.run","status":"queued"},null,7,"x",[],)"
        R"({"object":"eval.run"},{"id":"m","object":"model"},{"id":"r2","eval_id":null}],"has_more":false})");
    bench.settle();
    QCOMPARE(bench.keys(ObjectKind::EvalRun), u"r1 r2"_s);
    QCOMPARE(bench.index.find(ObjectKind::EvalRun, u"r2"_s)->parentId, u"eval_1"_s);
    QCOMPARE(bench.index.count(ObjectKind::Model), 0);
}

void TestObjectReading::checkpoints()
{
    IndexBench bench;
    bench.get(
        u"/fine_tuning/jobs/ftjob-1/checkpoints"_s,
        R"({"object":"list","data":[{"id":"ftckpt_1","object":"fine_tuning.job.checkpoint","created_at":3,)"
        R"("fine_tuned_model_checkpoint":"ft:a:ckpt-step-10","fine_tuning_job_id":"ftjob-1","step_number":10}],)"
        R"("has_more":false,"first_id":null})");
    bench.settle();
    QCOMPARE(described(*bench.index.find(ObjectKind::Checkpoint, u"ftckpt_1"_s)),
             u"8 ftckpt_1 in=ftjob-1 name=ft:a:ckpt-step-10 detail=ft:a:ckpt-step-10 created=3"_s);
}

void TestObjectReading::whatAnUploadBecame()
{
    IndexBench bench;
    bench.post(
        u"/uploads/upload_1/complete"_s,
        R"({"id":"upload_1","object":"upload","status":"completed","file":{"id":"file-1","object":"file"}})");
    bench.post(u"/uploads/upload_2/cancel"_s, R"({"id":"upload_2","object":"upload","file":null})");
    bench.settle();
    QCOMPARE(bench.keys(ObjectKind::File), u"file-1"_s);
}

void TestObjectReading::filesOfABatchOfFiles()
{
    IndexBench bench;
    bench.get(u"/vector_stores/vs_1/file_batches/vsfb_1/files"_s,
              listOf({storeFileIn(u"vs_1"_s, u"file-1"_s, u"in_progress"_s)}));
    bench.settle();
    QCOMPARE(bench.keys(ObjectKind::StoreFile), u"vs_1/file-1"_s);
    QCOMPARE(bench.index.wholeAt(ObjectKind::StoreFile, u"vs_1"_s), 0); // they are some of the files in it
}

void TestObjectReading::whatEnds_data()
{
    QTest::addColumn<ObjectKind>("kind");
    QTest::addColumn<QString>("finished"); // statuses
    QTest::addColumn<QString>("running");
    QTest::addColumn<QString>("failed");
    QTest::newRow("batch") << ObjectKind::Batch << u"completed failed expired cancelled"_s
                           << u"validating in_progress finalizing cancelling novel"_s << u"failed expired"_s;
    QTest::newRow("run") << ObjectKind::EvalRun << u"completed failed canceled cancelled"_s
                         << u"queued in_progress novel"_s << u"failed"_s;
    QTest::newRow("job") << ObjectKind::Job << u"succeeded failed cancelled"_s
                         << u"validating_files queued running paused novel"_s << u"failed"_s;
    QTest::newRow("store file") << ObjectKind::StoreFile << u"completed failed cancelled"_s
                                << u"in_progress frozen"_s << u"failed"_s;
    QTest::newRow("store") << ObjectKind::Store << u"completed expired"_s << u"in_progress"_s << QString();
    QTest::newRow("file") << ObjectKind::File << u"uploaded processed error"_s << QString() << u"error"_s;
}

void TestObjectReading::whatEnds()
{
    QFETCH(ObjectKind, kind);
    QFETCH(QString, finished);
    QFETCH(QString, running);
    QFETCH(QString, failed);
    IndexedObject object;
    object.kind = kind;
    const QStringList ends = finished.split(u' ', Qt::SkipEmptyParts);
    const QStringList goesOn = running.split(u' ', Qt::SkipEmptyParts);
    const QStringList all = ends + goesOn;
    for (const QString &status : all) {
        object.status = status;
        QVERIFY2(object.isFinished() == ends.contains(status), qPrintable(status));
        QVERIFY2(object.hasFailed() == failed.split(u' ').contains(status), qPrintable(status));
    }
    // A batch of which every request failed is completed, as the service sees it.
    object.status = u"completed"_s;
    object.total = object.failed = 3;
    QCOMPARE(object.hasFailed(), kind == ObjectKind::Batch);
}

void TestObjectReading::anythingMayBeMissing_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QJsonValue>("instead");
    const QList<AnswerSample> samples = answerSamples();
    for (int i = 0; i < samples.size(); ++i) {
        const auto row = [&](const char *what, const QJsonValue &value) {
            QTest::addRow("%s: %s", samples[i].name, what) << i << value;
        };
        row("missing", QJsonValue(QJsonValue::Undefined));
        row("null", QJsonValue(QJsonValue::Null));
        row("empty text", QJsonValue(QString()));
        row("object", QJsonObject{{u"data"_s, u"x"_s}, {u"total"_s, QJsonArray{1}}});
        row("list", QJsonArray{1, u"x"_s, QJsonObject(), QJsonValue::Null});
        row("huge number", QJsonValue(1e300));
        row("number below zero", QJsonValue(-7));
        row("true", QJsonValue(true));
    }
}

/// Each member of each object in turn is not what it should be: the object is there all the same, and the
/// rest of it.
void TestObjectReading::anythingMayBeMissing()
{
    QFETCH(int, number);
    QFETCH(QJsonValue, instead);
    const AnswerSample sample = answerSamples().at(number);
    const QJsonObject whole = QJsonDocument::fromJson(sample.body).object();
    for (auto member = whole.begin(); member != whole.end(); ++member) {
        QJsonObject object = whole;
        if (instead.isUndefined())
            object.remove(member.key());
        else
            object.insert(member.key(), instead);
        const bool isKindNamed = member.key() != "object"_L1 || instead.isUndefined() || instead.isNull() ||
                                 instead.isObject() || instead.isArray() || instead == QJsonValue(QString());
        IndexBench bench;
        bench.get(QString::fromUtf8(sample.path), json(object));
        bench.settle();
        QVERIFY2(bench.index.count(sample.kind) == (isKindNamed ? 1 : 0), qPrintable(member.key()));
        if (!isKindNamed)
            continue;
        const IndexedObject seen = bench.index.objects(sample.kind).front();
        QVERIFY(!seen.id.isEmpty());
        for (const qint64 value : {seen.createdAt, seen.endedAt, seen.expiresAt, seen.bytes, seen.total,
                                   seen.done, seen.failed, seen.finishAt})
            QVERIFY2(value >= 0 && value <= (qint64(1) << 53), qPrintable(member.key()));
        for (const FileRef &ref : seen.refs)
            QVERIFY(!ref.fileId.isEmpty());
    }
}

void TestObjectReading::notUnderstood_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << u"/files"_s << QByteArray();
    QTest::newRow("no JSON") << u"/files"_s << "<html>"_ba;
    QTest::newRow("a number") << u"/files"_s << "7"_ba;
    QTest::newRow("a list") << u"/files"_s << R"([{"id":"file-1","object":"file"}])"_ba;
    QTest::newRow("data is no list") << u"/files"_s << R"({"object":"list","data":{"id":"file-1"}})"_ba;
    QTest::newRow("without ids")
        << u"/files"_s << R"({"data":[{"object":"file"},{"id":"","object":"file"},{"id":null}]})"_ba;
    QTest::newRow("an endless id") << u"/files"_s
                                   << R"({"data":[{"object":"file","id":")" + QByteArray(100'000, 'x') +
                                          R"("}]})";
    QTest::newRow("not UTF-8") << u"/files"_s << "{\"data\":[{\"id\":\"\xff\xfe\",\"object\":\"file\"}]}"_ba;
    QTest::newRow("very deep") << u"/files"_s << QByteArray(50'000, '[');
    QTest::newRow("something else") << u"/files/file-1"_s << R"({"id":"file-1","object":"thread"})"_ba;
    QTest::newRow("events of a job") << u"/fine_tuning/jobs/ftjob-1/events"_s
                                     << R"({"data":[{"id":"e1","object":"fine_tuning.job.event"}]})"_ba;
    QTest::newRow("a search") << u"/vector_stores/vs_1/search"_s
                              << R"({"data":[{"file_id":"file-1","id":"file-1"}]})"_ba;
    QTest::newRow("content of a file")
        << u"/files/file-1/content"_s << R"({"id":"file-1","object":"file"})"_ba;
    QTest::newRow("items of a run") << u"/evals/e/runs/r/output_items"_s
                                    << R"({"data":[{"id":"o1","object":"eval.run"}]})"_ba;
    QTest::newRow("no path") << QString() << R"({"id":"file-1","object":"file"})"_ba;
}

void TestObjectReading::notUnderstood()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    IndexBench bench;
    bench.get(path, body);
    bench.post(path, body);
    bench.settle();
    QCOMPARE(bench.told(), QString());
    QVERIFY(bench.ended.isEmpty() || body.contains("\"data\":["));
}

void TestObjectReading::numbersBeyond64Bits()
{
    IndexBench bench;
    bench.get(u"/files/file-1"_s,
              R"({"id":"file-1","object":"file","filename":"a","bytes":123456789012345678901234567890})");
    bench.settle();
    QCOMPARE(bench.index.find(ObjectKind::File, u"file-1"_s)->name, u"a"_s);
    QCOMPARE(bench.index.find(ObjectKind::File, u"file-1"_s)->bytes, 0);
}

/// Nothing is believed of an answer that is not whole.
void TestObjectReading::cutOffAnywhere()
{
    IndexBench bench;
    const QList<AnswerSample> samples = answerSamples();
    for (const AnswerSample &sample : samples) {
        for (qsizetype size = 0; size < sample.body.size(); ++size)
            bench.get(QString::fromUtf8(sample.path), sample.body.first(size));
    }
    const QByteArray list = listOf({fileNamed(u"file-1"_s), fileNamed(u"file-2"_s)});
    for (qsizetype size = 0; size < list.size(); ++size)
        bench.get(u"/files"_s, list.first(size));
    bench.settle();
    QCOMPARE(bench.told(), QString());
    QVERIFY(bench.ended.isEmpty());
}

void TestObjectReading::anyByteWrong()
{
    QRandomGenerator random(20'261'130);
    const QList<AnswerSample> samples = answerSamples();
    for (const AnswerSample &sample : samples) {
        IndexBench bench;
        for (int i = 0; i < 300; ++i) {
            QByteArray body = sample.body;
            const int wrong = random.bounded(1, 4);
            for (int n = 0; n < wrong; ++n)
                body[random.bounded(int(body.size()))] = char(random.bounded(256));
            bench.get(QString::fromUtf8(sample.path), body);
        }
        bench.get(QString::fromUtf8(sample.path), sample.body);
        bench.settle();
        // It still understands, and says of the object what was said last.
        const QString id = QJsonDocument::fromJson(sample.body)["id"_L1].toString();
        const QString key = sample.kind == ObjectKind::StoreFile ? storeFileKey(u"vs_1"_s, id) : id;
        QVERIFY2(bench.index.find(sample.kind, key), sample.name);
    }
}

QTEST_GUILESS_MAIN(TestObjectReading)
#include "tst_objectreading.moc"
