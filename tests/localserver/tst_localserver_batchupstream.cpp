// SPDX-License-Identifier: GPL-3.0-or-later
// Batches whose lines are answered by another service: well, badly, late, or not at all.
#include "batchclient.h"
#include "fakeupstream.h"

#include <QElapsedTimer>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerBatchUpstream : public QObject, private BatchClient
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(emptyFolder()); }

    void theUpstreamAnswers_data();
    void theUpstreamAnswers();
    void whatIsBusyIsAskedAgain();
    void whatIsRefusedIsNot_data();
    void whatIsRefusedIsNot();
    void anUpstreamThatIsNotThere();
    void aSilentUpstreamDoesNotHoldUpTheEnd();
    void whatIsAnsweredWhileItIsCancelledCounts();
};

void TestLocalServerBatchUpstream::theUpstreamAnswers_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("chat")
        << u"/v1/chat/completions"_s
        << QByteArray(
               R"({"model":"real-1","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":3}}})");
    QTest::newRow("responses")
        << u"/v1/responses"_s
        << QByteArray(
               R"({"model":"real-1","output":[],"usage":{"input_tokens":5,"output_tokens":2,"input_tokens_details":{"cached_tokens":3}}})");
}

void TestLocalServerBatchUpstream::theUpstreamAnswers()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, reply);
    FakeUpstream upstream;
    upstream.reply = reply;
    qputenv("OPENAI_API_KEY", "sk-upstream");
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    qunsetenv("OPENAI_API_KEY");
    const QJsonObject body{{u"model"_s, u"some-model"_s}, {u"odd"_s, QJsonArray{1.5, u"[[never]]"_s}}};
    QByteArray lines;
    for (int i = 1; i <= 20; ++i)
        lines += lineOf(u"r-%1"_s.arg(i), endpoint, body) + '\n';
    const QJsonObject batch = completed(lines, endpoint);
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(20, 20, 0));
    QCOMPARE(upstream.bodies.size(), 20);
    QCOMPARE(upstream.bodies.first(), body); // as it was written, whatever it means
    QVERIFY(upstream.heads.first().startsWith("POST /base/v1" + endpoint.mid(3).toUtf8()));
    QVERIFY(upstream.heads.first().contains("Authorization: Bearer sk-upstream"));
    QCOMPARE(sorted(idsOf(output(batch))), allIds(20));
    QCOMPARE(output(batch).first()[u"response"_s][u"body"_s].toObject(),
             QJsonDocument::fromJson(reply).object());
    const QJsonValue usage = batch[u"usage"_s];
    QCOMPARE(usage[u"input_tokens"_s].toInt(), 100);
    QCOMPARE(usage[u"input_tokens_details"_s][u"cached_tokens"_s].toInt(), 60);
    QCOMPARE(usage[u"output_tokens"_s].toInt(), 40);
}

void TestLocalServerBatchUpstream::whatIsBusyIsAskedAgain()
{
    FakeUpstream upstream;
    upstream.reply = "{}";
    upstream.statusesFirst = {429, 503};
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QJsonObject batch = completed(chatLines(1));
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(1, 1, 0));
    QCOMPARE(upstream.bodies.size(), 3);
}

void TestLocalServerBatchUpstream::whatIsRefusedIsNot_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<int>("asked");
    QTest::newRow("refused") << 400 << QByteArray(R"({"error":{"message":"no"}})") << 1;
    QTest::newRow("no money") << 429 << QByteArray(R"({"error":{"code":"insufficient_quota"}})") << 1;
    QTest::newRow("broken for good") << 502 << QByteArray("<html>bad gateway</html>") << 3;
}

void TestLocalServerBatchUpstream::whatIsRefusedIsNot()
{
    QFETCH(int, status);
    QFETCH(QByteArray, reply);
    QFETCH(int, asked);
    FakeUpstream upstream;
    upstream.status = status;
    upstream.reply = reply;
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QJsonObject batch = completed(chatLines(1));
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(1, 0, 1));
    QCOMPARE(upstream.bodies.size(), asked);
    const QJsonValue response = errors(batch).first()[u"response"_s];
    QCOMPARE(response[u"status_code"_s].toInt(), status);
    if (reply.startsWith('{'))
        QCOMPARE(response[u"body"_s].toObject(), QJsonDocument::fromJson(reply).object());
    else
        QCOMPARE(response[u"body"_s].toString().toUtf8(), reply);
}

void TestLocalServerBatchUpstream::anUpstreamThatIsNotThere()
{
    QString url;
    {
        FakeUpstream upstream;
        url = upstream.url();
    }
    start([&](LocalServer::Options &options) { options.upstream = url; });
    const QJsonObject batch = completed(chatLines(2));
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(2, 0, 2));
    const QJsonObject line = errors(batch).first();
    QVERIFY(line[u"response"_s].isNull());
    QCOMPARE(line[u"error"_s][u"code"_s].toString(), u"upstream_not_reached"_s);
}

void TestLocalServerBatchUpstream::aSilentUpstreamDoesNotHoldUpTheEnd()
{
    FakeUpstream upstream;
    upstream.silent = true;
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QByteArray id = create(chatLines(3));
    QTRY_COMPARE(upstream.bodies.size(), 3);
    QElapsedTimer timer;
    timer.start();
    m_server.stop();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    upstream.silent = false;
    upstream.reply = "{}";
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QJsonObject batch = reached(id, u"completed"_s);
    QCOMPARE(sorted(idsOf(output(batch))), allIds(3)); // what was cut was no answer
}

void TestLocalServerBatchUpstream::whatIsAnsweredWhileItIsCancelledCounts()
{
    FakeUpstream upstream;
    upstream.silent = true;
    upstream.reply = R"({"usage":{"prompt_tokens":3}})";
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QByteArray id = create(chatLines(30));
    QTRY_COMPARE(upstream.bodies.size(), 8); // so many at a time
    QCOMPARE(cancel(id).json()[u"status"_s].toString(), u"cancelling"_s);
    upstream.speak();
    const QJsonObject gone = reached(id, u"cancelled"_s);
    const int answered = int(upstream.bodies.size()); // whoever was asked may send the bill
    QVERIFY(answered < 30);
    QCOMPARE(gone[u"request_counts"_s].toObject(), counts(30, answered, 0));
    QCOMPARE(gone[u"usage"_s][u"input_tokens"_s].toInt(), 3 * answered);
    QCOMPARE(output(gone).size(), answered);
    QCOMPARE(sorted(idsOf(output(gone)) + idsOf(errors(gone))), allIds(30));
}

QTEST_GUILESS_MAIN(TestLocalServerBatchUpstream)
#include "tst_localserver_batchupstream.moc"
