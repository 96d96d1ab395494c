// SPDX-License-Identifier: GPL-3.0-or-later
// The four operations on batches, as they go over the wire, what is read from their answers, and what a batch came to.
#include "apibench.h"
#include "api/batchesapi.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestBatchesApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsGoWhereTheyBelong_data();
    void callsGoWhereTheyBelong();
    void createSendsItsBody();
    void cancelSendsNoBody();
    void listSendsItsParameters();
    void idsStayInsideTheirPath();
    void aLostCallThatChangesHasAnUnknownOutcome_data();
    void aLostCallThatChangesHasAnUnknownOutcome();
    void batchIsRead();
    void batchOfNothingIsRead_data();
    void batchOfNothingIsRead();
    void emptyFileIdsReadAsAbsent();
    void errorsAreRead_data();
    void errorsAreRead();
    void outcome_data();
    void outcome();
    void finishedOrNot_data();
    void finishedOrNot();
    void linksAreReadAndWritten();
    void linksOfOthersAreNone_data();
    void linksOfOthersAreNone();
};

void TestBatchesApi::callsGoWhereTheyBelong_data()
{
    using Begin = std::function<void(BatchesApi &)>;
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, Begin begin, const QString &sent) { QTest::newRow(name) << begin << sent; };
    row("create", [](BatchesApi &api) { api.create({}, nullptr, [](const Result<BatchObject> &) { }); }, u"POST /v1/batches"_s);
    row("list", [](BatchesApi &api) { api.list({}, nullptr, [](const Result<Page<BatchObject>> &) { }); }, u"GET /v1/batches"_s);
    row("retrieve", [](BatchesApi &api) { api.retrieve(u"b1"_s, nullptr, [](const Result<BatchObject> &) { }); },
        u"GET /v1/batches/b1"_s);
    row("cancel", [](BatchesApi &api) { api.cancel(u"b1"_s, nullptr, [](const Result<BatchObject> &) { }); },
        u"POST /v1/batches/b1/cancel"_s);
}

void TestBatchesApi::callsGoWhereTheyBelong()
{
    QFETCH(std::function<void(BatchesApi &)>, begin);
    QFETCH(QString, sent);
    ApiBench bench;
    bench.wire->always(sent.startsWith("GET"_L1) ? Method::Get : Method::Post, sent.section(u' ', 1),
                       FakeReply::json("{\"id\":\"x\",\"data\":[]}"));
    begin(bench.session->batches());
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestBatchesApi::createSendsItsBody()
{
    ApiBench bench;
    bench.wire->always(Method::Post, u"/v1/batches"_s, FakeReply::json("{\"id\":\"b1\",\"status\":\"validating\"}"));
    const QJsonObject body = parsed(R"({"input_file_id":"file-1","endpoint":"/v1/responses","completion_window":"24h",
        "metadata":{"team":"cx"},"output_expires_after":{"anchor":"created_at","seconds":3600}})");
    std::optional<Result<BatchObject>> result;
    bench.session->batches().create(body, nullptr, into(&result));
    bench.clock.advance(0);
    QCOMPARE(parsed(bench.wire->requests().at(0).body), body);
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->status, u"validating"_s);
}

void TestBatchesApi::cancelSendsNoBody()
{
    ApiBench bench;
    bench.wire->always(Method::Post, u"/v1/batches/b1/cancel"_s, FakeReply::json("{\"id\":\"b1\",\"status\":\"cancelling\"}"));
    std::optional<Result<BatchObject>> result;
    bench.session->batches().cancel(u"b1"_s, nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(bench.wire->requests().at(0).body.isEmpty());
    QVERIFY(result && result->has_value());
    QCOMPARE(outcomeOf(**result), BatchOutcome::Cancelling);
}

void TestBatchesApi::listSendsItsParameters()
{
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/batches"_s, FakeReply::json("{\"data\":[{\"id\":\"b1\"}],\"has_more\":true}"));
    std::optional<Result<Page<BatchObject>>> result;
    bench.session->batches().list({.limit = 100, .after = u"b0"_s}, nullptr, into(&result));
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().at(0).url.query(QUrl::FullyEncoded), u"limit=100&after=b0"_s);
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->lastId, u"b1"_s); // the ids of the page are optional here (WIRE §2)
    QVERIFY((*result)->hasMore);
}

void TestBatchesApi::idsStayInsideTheirPath()
{
    QCOMPARE(BatchesApi::path(u"a/b"_s), u"/batches/a%2Fb"_s);
    QCOMPARE(BatchesApi::path(u".."_s), QString());
    ApiBench bench;
    std::optional<Result<BatchObject>> result;
    bench.session->batches().cancel(u"."_s, nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(result && !result->has_value());
    QCOMPARE(bench.wire->requests().size(), 0);
}

void TestBatchesApi::aLostCallThatChangesHasAnUnknownOutcome_data()
{
    QTest::addColumn<bool>("create");
    QTest::newRow("create") << true;
    QTest::newRow("cancel") << false;
}

void TestBatchesApi::aLostCallThatChangesHasAnUnknownOutcome()
{
    QFETCH(bool, create);
    ApiBench bench;
    const QString path = create ? u"/v1/batches"_s : u"/v1/batches/b1/cancel"_s;
    bench.wire->always(Method::Post, path, FakeReply::broken(WireFailure::Network));
    std::optional<Result<BatchObject>> result;
    if (create)
        bench.session->batches().create({}, nullptr, into(&result));
    else
        bench.session->batches().cancel(u"b1"_s, nullptr, into(&result));
    bench.clock.advance(60'000);
    QVERIFY(result && !result->has_value());
    QCOMPARE(result->error().kind, Kind::OutcomeUnknown);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestBatchesApi::batchIsRead()
{
    const BatchObject batch = BatchObject::fromJson(parsed(R"({
        "id":"batch_1","object":"batch","endpoint":"/v1/chat/completions","model":"gpt-4.1-mini",
        "errors":{"object":"list","data":[{"code":"invalid_json_line","message":"no JSON","param":null,"line":7}]},
        "input_file_id":"file-in","completion_window":"24h","status":"expired","output_file_id":"file-out",
        "error_file_id":"file-err","created_at":1,"in_progress_at":2.0,"expires_at":86401,"finalizing_at":3,
        "completed_at":null,"failed_at":null,"expired_at":86402,"cancelling_at":null,"cancelled_at":null,
        "request_counts":{"total":10,"completed":7,"failed":1},
        "usage":{"input_tokens":100,"input_tokens_details":{"cached_tokens":20},"output_tokens":50,
                 "output_tokens_details":{"reasoning_tokens":5},"total_tokens":150},
        "metadata":{"odc_first_batch":"batch_0","odc_attempt":"2","team":"cx"}})"));
    QCOMPARE(batch.id, u"batch_1"_s);
    QCOMPARE(batch.endpoint, u"/v1/chat/completions"_s);
    QCOMPARE(batch.model, u"gpt-4.1-mini"_s);
    QCOMPARE(batch.inputFileId, u"file-in"_s);
    QCOMPARE(batch.outputFileId, u"file-out"_s);
    QCOMPARE(batch.errorFileId, u"file-err"_s);
    QCOMPARE(batch.completionWindow, u"24h"_s);
    QCOMPARE(batch.createdAt, std::optional<qint64>(1));
    QCOMPARE(batch.inProgressAt, std::optional<qint64>(2));
    QCOMPARE(batch.finalizingAt, std::optional<qint64>(3));
    QCOMPARE(batch.expiresAt, std::optional<qint64>(86401));
    QCOMPARE(batch.expiredAt, std::optional<qint64>(86402));
    QCOMPARE(batch.endedAt(), std::optional<qint64>(86402));
    QVERIFY(!batch.completedAt && !batch.failedAt && !batch.cancellingAt && !batch.cancelledAt);
    QCOMPARE(batch.counts.ended(), 8);
    QCOMPARE(batch.counts.left(), 2);
    QCOMPARE(batch.errors.size(), 1);
    QCOMPARE(batch.errors.at(0).code, u"invalid_json_line"_s);
    QCOMPARE(batch.errors.at(0).line, 7);
    QVERIFY(batch.usage);
    QCOMPARE(batch.usage->cachedTokens, 20);
    QCOMPARE(batch.usage->reasoningTokens, 5);
    QCOMPARE(batch.usage->totalTokens, 150);
    QCOMPARE(batch.links.attempt, 2);
    QCOMPARE(batch.links.chainOf(batch.id), u"batch_0"_s);
    QCOMPARE(outcomeOf(batch), BatchOutcome::Expired);
}

void TestBatchesApi::batchOfNothingIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray fields[] = {"endpoint", "model", "errors", "input_file_id", "completion_window", "status", "output_file_id",
                                 "error_file_id", "created_at", "in_progress_at", "expires_at", "finalizing_at", "completed_at",
                                 "failed_at", "expired_at", "cancelling_at", "cancelled_at", "request_counts", "usage", "metadata"};
    for (const QByteArray &value : {QByteArray("null"), QByteArray("[1]"), QByteArray("{\"x\":[]}"), QByteArray("true")}) {
        QByteArray text = "{\"id\":\"b\"";
        for (const QByteArray &field : fields)
            text += ",\"" + field + "\":" + value;
        QTest::addRow("all %s", value.constData()) << text + '}';
    }
    QTest::newRow("only an id") << QByteArray("{\"id\":\"b\"}");
}

void TestBatchesApi::batchOfNothingIsRead()
{
    QFETCH(QByteArray, text);
    const BatchObject batch = BatchObject::fromJson(parsed(text));
    QCOMPARE(batch.id, u"b"_s);
    QVERIFY(batch.inputFileId.isEmpty() || batch.inputFileId == "true"_L1);
    QVERIFY(!batch.createdAt && !batch.expiresAt && !batch.endedAt());
    QCOMPARE(batch.counts.total, 0);
    QVERIFY(!batch.usage || batch.usage->totalTokens == 0);
    QVERIFY(!batch.isFinished());
    QVERIFY(!batch.links.isRest());
    for (const BatchLineError &error : batch.errors)
        QCOMPARE(error.line, 0);
    QCOMPARE(outcomeOf(batch), BatchOutcome::Unknown);
    QCOMPARE(batch.toJson(), parsed(text)); // nothing is lost
}

void TestBatchesApi::emptyFileIdsReadAsAbsent()
{
    const BatchObject batch =
        BatchObject::fromJson(parsed(R"({"id":"b","status":"completed","output_file_id":"file-1","error_file_id":""})"));
    QVERIFY(batch.errorFileId.isEmpty());
    QCOMPARE(outcomeOf(batch), BatchOutcome::Completed);
}

void TestBatchesApi::errorsAreRead_data()
{
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<int>("count");
    QTest::newRow("list object") << QByteArray(R"({"object":"list","data":[{"code":"a","line":null},{"code":"b","line":-3}]})") << 2;
    QTest::newRow("bare array") << QByteArray(R"([{"code":"a"},{"code":"b"}])") << 2;
    QTest::newRow("empty") << QByteArray(R"({"object":"list","data":[]})") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
}

void TestBatchesApi::errorsAreRead()
{
    QFETCH(QByteArray, errors);
    QFETCH(int, count);
    const BatchObject batch = BatchObject::fromJson(parsed("{\"id\":\"b\",\"errors\":" + errors + '}'));
    QCOMPARE(batch.errors.size(), count);
    for (const BatchLineError &error : batch.errors)
        QCOMPARE(error.line, 0); // of the whole file
}

void TestBatchesApi::outcome_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QList<int>>("counts"); // total, completed, failed
    QTest::addColumn<BatchOutcome>("expected");
    QTest::newRow("validating") << u"validating"_s << QList<int>{0, 0, 0} << BatchOutcome::Running;
    QTest::newRow("half way") << u"in_progress"_s << QList<int>{10, 4, 1} << BatchOutcome::Running;
    QTest::newRow("finalizing") << u"finalizing"_s << QList<int>{10, 0, 10} << BatchOutcome::Running;
    QTest::newRow("all well") << u"completed"_s << QList<int>{10, 10, 0} << BatchOutcome::Completed;
    QTest::newRow("some failed") << u"completed"_s << QList<int>{10, 9, 1} << BatchOutcome::PartlyFailed;
    QTest::newRow("all failed") << u"completed"_s << QList<int>{10, 0, 10} << BatchOutcome::AllFailed;
    QTest::newRow("refused") << u"failed"_s << QList<int>{0, 0, 0} << BatchOutcome::Refused;
    QTest::newRow("expired with part") << u"expired"_s << QList<int>{10, 9, 0} << BatchOutcome::Expired;
    QTest::newRow("cancelling") << u"cancelling"_s << QList<int>{10, 9, 0} << BatchOutcome::Cancelling;
    QTest::newRow("cancelled") << u"cancelled"_s << QList<int>{10, 9, 0} << BatchOutcome::Cancelled;
    QTest::newRow("a new status") << u"paused"_s << QList<int>{10, 9, 0} << BatchOutcome::Unknown;
}

void TestBatchesApi::outcome()
{
    QFETCH(QString, status);
    QFETCH(QList<int>, counts);
    QFETCH(BatchOutcome, expected);
    BatchObject batch;
    batch.status = status;
    batch.counts = {counts.at(0), counts.at(1), counts.at(2)};
    QCOMPARE(outcomeOf(batch), expected);
}

void TestBatchesApi::finishedOrNot_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<bool>("cancellable");
    QTest::newRow("validating") << u"validating"_s << false << true;
    QTest::newRow("in progress") << u"in_progress"_s << false << true;
    QTest::newRow("finalizing") << u"finalizing"_s << false << true;
    QTest::newRow("cancelling") << u"cancelling"_s << false << false;
    QTest::newRow("a new status") << u"paused"_s << false << true;
    for (const char *status : {"completed", "failed", "expired", "cancelled"})
        QTest::newRow(status) << QString::fromLatin1(status) << true << false;
}

void TestBatchesApi::finishedOrNot()
{
    QFETCH(QString, status);
    QFETCH(bool, finished);
    QFETCH(bool, cancellable);
    BatchObject batch;
    batch.status = status;
    QCOMPARE(batch.isFinished(), finished);
    QCOMPARE(batch.canBeCancelled(), cancellable);
}

void TestBatchesApi::linksAreReadAndWritten()
{
    BatchLinks links;
    links.firstBatch = u"batch_0"_s;
    links.attempt = 3;
    links.group = u"g7"_s;
    links.part = 1;
    links.parts = 3;
    const QJsonObject metadata = links.writtenInto({{u"team"_s, u"cx"_s}, {u"odc_attempt"_s, u"1"_s}});
    QCOMPARE(metadata, parsed(R"({"team":"cx","odc_first_batch":"batch_0","odc_attempt":"3","odc_group":"g7","odc_group_part":"1/3"})"));
    QCOMPARE(BatchLinks::fromMetadata(metadata), links);
    QCOMPARE(links.pairs(), 4);
    // A batch that was made like another one does not inherit where that one belongs.
    QCOMPARE(BatchLinks().writtenInto(metadata), parsed(R"({"team":"cx"})"));
}

void TestBatchesApi::linksOfOthersAreNone_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::newRow("no attempt") << QByteArray(R"({"odc_first_batch":"b"})");
    QTest::newRow("no first") << QByteArray(R"({"odc_attempt":"1"})");
    QTest::newRow("attempt 0") << QByteArray(R"({"odc_first_batch":"b","odc_attempt":"0"})");
    QTest::newRow("attempt of words") << QByteArray(R"({"odc_first_batch":"b","odc_attempt":"second"})");
    QTest::newRow("endless attempts") << QByteArray(R"({"odc_first_batch":"b","odc_attempt":"99999999999"})");
    QTest::newRow("part of nothing") << QByteArray(R"({"odc_group":"g","odc_group_part":"1"})");
    QTest::newRow("part 4 of 3") << QByteArray(R"({"odc_group":"g","odc_group_part":"4/3"})");
    QTest::newRow("part 0") << QByteArray(R"({"odc_group":"g","odc_group_part":"0/3"})");
}

void TestBatchesApi::linksOfOthersAreNone()
{
    QFETCH(QByteArray, metadata);
    QCOMPARE(BatchLinks::fromMetadata(parsed(metadata)), BatchLinks());
}

QTEST_GUILESS_MAIN(TestBatchesApi)
#include "tst_batchesapi.moc"
