// SPDX-License-Identifier: GPL-3.0-or-later
#include "batches/batchdraft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// The body of a new batch, and what the service would not take.
class TestBatchDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewOneAsksForADay();
    void itIsWrittenAsTheServiceTakesIt();
    void whatIsNotKnownStays();
    void rulesAreSaid_data();
    void rulesAreSaid();
    void aGroupLeavesRoomForItsLinks();
    void linksReplaceEarlierOnes();
};

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject pairs(int count)
{
    QJsonObject pairs;
    for (int i = 0; i < count; ++i)
        pairs.insert(u"k%1"_s.arg(i), u"v"_s);
    return pairs;
}

} // namespace

void TestBatchDraft::aNewOneAsksForADay()
{
    QCOMPARE(BatchDraft().toJson(), object(R"({"completion_window":"24h"})"));
}

void TestBatchDraft::itIsWrittenAsTheServiceTakesIt()
{
    BatchDraft draft;
    draft.setListName(u"tickets"_s);
    draft.setEndpoint(u"/v1/responses"_s);
    draft.setInputFileId(u"file-1"_s);
    draft.setOutputSeconds(86400);
    QCOMPARE(draft.toJson(),
             object(R"({"completion_window":"24h","endpoint":"/v1/responses","input_file_id":"file-1",
        "metadata":{"name":"tickets"},"output_expires_after":{"anchor":"created_at","seconds":86400}})"));
    QVERIFY(draft.problems({.hasFileId = true}).isEmpty());
    // Taken away again, nothing is left of them.
    draft.setListName({});
    draft.setEndpoint({});
    draft.setInputFileId({});
    draft.setOutputSeconds({});
    QCOMPARE(draft.toJson(), BatchDraft().toJson());
}

void TestBatchDraft::whatIsNotKnownStays()
{
    BatchDraft draft =
        BatchDraft::fromJson(object(R"({"completion_window":"24h","new":[1],"metadata":{"a":"b"}})"));
    draft.setListName(u"n"_s);
    draft.setEndpoint(u"/v1/responses"_s);
    QCOMPARE(draft.toJson().value("new"_L1), QJsonValue(QJsonArray{1}));
    QCOMPARE(draft.metadata(), object(R"({"a":"b","name":"n"})"));
}

void TestBatchDraft::rulesAreSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("warning");
    const auto row = [](const char *name, const char *body, const QString &path, bool warning = false) {
        QTest::newRow(name) << QByteArray(body) << path << warning;
    };
    const char *fine = R"({"completion_window":"24h","endpoint":"/v1/responses","input_file_id":"f"%1})";
    const auto with = [fine](const char *more) { return QByteArray(fine).replace("%1", more); };
    row("all is there", with("").constData(), {});
    row("no file", R"({"completion_window":"24h","endpoint":"/v1/responses"})", u"input_file_id"_s);
    row("no endpoint", R"({"completion_window":"24h","input_file_id":"f"})", u"endpoint"_s);
    row("another endpoint", R"({"completion_window":"24h","endpoint":"/v1/other","input_file_id":"f"})",
        u"endpoint"_s, true);
    row("no window", R"({"endpoint":"/v1/responses","input_file_id":"f"})", u"completion_window"_s);
    row("another window", R"({"completion_window":"7d","endpoint":"/v1/responses","input_file_id":"f"})",
        u"completion_window"_s, true);
    const QString expiry = u"output_expires_after"_s;
    row("an hour", with(R"(,"output_expires_after":{"anchor":"created_at","seconds":3600})").constData(), {});
    row("thirty days",
        with(R"(,"output_expires_after":{"anchor":"created_at","seconds":2592000})").constData(), {});
    row("too short", with(R"(,"output_expires_after":{"anchor":"created_at","seconds":3599})").constData(),
        expiry);
    row("too long", with(R"(,"output_expires_after":{"anchor":"created_at","seconds":2592001})").constData(),
        expiry);
    row("half a second",
        with(R"(,"output_expires_after":{"anchor":"created_at","seconds":3600.5})").constData(), expiry);
    row("no number", with(R"(,"output_expires_after":{"anchor":"created_at","seconds":"3600"})").constData(),
        expiry);
    row("another anchor",
        with(R"(,"output_expires_after":{"anchor":"last_active_at","seconds":3600})").constData(), expiry);
    row("no object", with(R"(,"output_expires_after":3600)").constData(), expiry);
    row("null is none", with(R"(,"output_expires_after":null)").constData(), {});
    row("a number in the metadata", with(R"(,"metadata":{"a":1})").constData(), u"metadata"_s);
}

void TestBatchDraft::rulesAreSaid()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    QFETCH(bool, warning);
    const QList<FormProblem> problems =
        BatchDraft::fromJson(object(body.constData())).problems({.hasFileId = true});
    QCOMPARE(problems.size(), path.isEmpty() ? 0 : 1);
    if (path.isEmpty())
        return;
    QCOMPARE(problems.first().path, path);
    QCOMPARE(problems.first().warning, warning);
    QVERIFY(!problems.first().message.isEmpty());
}

void TestBatchDraft::aGroupLeavesRoomForItsLinks()
{
    BatchDraft draft;
    draft.setEndpoint(u"/v1/responses"_s);
    draft.setMetadata(pairs(16));
    QVERIFY(draft.problems({}).isEmpty());
    const QList<FormProblem> problems = draft.problems({.reservedPairs = 2});
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().message.contains(u"14 pair"_s), qPrintable(problems.first().message));
    draft.setMetadata(pairs(14));
    QVERIFY(draft.problems({.reservedPairs = 2}).isEmpty());
    draft.setMetadata(pairs(17));
    QCOMPARE(draft.problems({}).size(), 1);
}

void TestBatchDraft::linksReplaceEarlierOnes()
{
    BatchDraft draft = BatchDraft::fromJson(object(
        R"({"metadata":{"job":"j","odc_first_batch":"batch_1","odc_attempt":"1","odc_group":"g","odc_group_part":"1/2"}})"));
    BatchLinks links;
    links.firstBatch = u"batch_1"_s;
    links.attempt = 2;
    draft.setLinks(links);
    QCOMPARE(draft.metadata(), object(R"({"job":"j","odc_first_batch":"batch_1","odc_attempt":"2"})"));
    QCOMPARE(draft.links(), links);
}

QTEST_GUILESS_MAIN(TestBatchDraft)
#include "tst_batchdraft.moc"
