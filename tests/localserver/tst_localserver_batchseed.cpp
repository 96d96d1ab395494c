// SPDX-License-Identifier: GPL-3.0-or-later
// The batches of the sample data: in every state, with files that answer their inputs, the same however often
// they are seeded; and a large one for measuring.
#include "batchclient.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerBatchSeed : public QObject, private BatchClient
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(emptyFolder()); }

    void everyStateIsThere();
    void filesAnswerTheirInputs();
    void attemptsEndWithAnAnswerToEach();
    void partsBelongTogether();
    void oneIsUnderWay();
    void seedingTwiceChangesNothing();
    void aLargeOne();

private:
    void startSeeded(LocalServer::Seed seed = LocalServer::Seed::Sample)
    {
        start([seed](LocalServer::Options &options) {
            options.seed = seed;
            options.seedCount = 1;
            options.seedBatchLines = 2000;
        });
    }
    QList<QJsonObject> batches() const
    {
        QList<QJsonObject> all;
        for (const QJsonValue &each : list("/v1/batches?limit=100"))
            all.append(each.toObject());
        return all;
    }
    QList<QJsonObject> input(const QJsonObject &batch) const
    {
        return parsedLines(content(batch[u"input_file_id"_s]));
    }
    void checkJoin(const QJsonObject &batch) const
    {
        const QList<QJsonObject> answered = output(batch);
        const QList<QJsonObject> failed = errors(batch);
        QCOMPARE(sorted(idsOf(answered) + idsOf(failed)), sorted(idsOf(input(batch))));
        int unreached = 0;
        for (const QJsonObject &line : failed)
            unreached += line[u"response"_s].isNull();
        QCOMPARE(batch[u"request_counts"_s].toObject(),
                 counts(int(answered.size() + failed.size()), int(answered.size()),
                        int(failed.size()) - unreached));
    }
};

void TestLocalServerBatchSeed::everyStateIsThere()
{
    startSeeded();
    QTRY_COMPARE(batches().first()[u"status"_s].toString(), u"in_progress"_s);
    QSet<QString> states, days;
    bool allFailed = false;
    for (const QJsonObject &each : batches()) {
        states.insert(each[u"status"_s].toString());
        days.insert(QString::number(each[u"created_at"_s].toInteger() / 86400));
        const QJsonValue counts = each[u"request_counts"_s];
        allFailed |= counts[u"failed"_s].toInt() > 0 && counts[u"completed"_s].toInt() == 0;
        QVERIFY(!each[u"metadata"_s].toObject().isEmpty());
    }
    QCOMPARE(states,
             (QSet<QString>{u"completed"_s, u"failed"_s, u"expired"_s, u"cancelled"_s, u"in_progress"_s}));
    QVERIFY(allFailed);
    QVERIFY(days.size() >= 5);
    QVERIFY(batches().size() >= 8);
}

void TestLocalServerBatchSeed::filesAnswerTheirInputs()
{
    startSeeded();
    for (const QJsonObject &each : batches()) {
        const QString status = each[u"status"_s].toString();
        if (status == u"failed"_s)
            QVERIFY(each[u"errors"_s][u"data"_s][0][u"line"_s].toInt() > 0);
        else if (status != u"in_progress"_s && status != u"validating"_s)
            checkJoin(each);
    }
}

void TestLocalServerBatchSeed::attemptsEndWithAnAnswerToEach()
{
    startSeeded();
    QMap<QString, QList<QJsonObject>> chains;
    for (const QJsonObject &each : batches()) {
        const QString first = each[u"metadata"_s][u"odc_first_batch"_s].toString();
        if (!first.isEmpty())
            chains[first].prepend(each); // the list has the newest first
    }
    QCOMPARE(chains.size(), 1);
    const QJsonObject first = batch(chains.firstKey().toUtf8());
    QSet<QString> open;
    for (const QString &id : idsOf(input(first)))
        open.insert(id);
    int attempt = 0;
    for (const QJsonObject &each : QList<QJsonObject>{first} + chains.first()) {
        QCOMPARE(each[u"metadata"_s][u"odc_attempt"_s].toString(),
                 attempt == 0 ? QString() : QString::number(attempt));
        QCOMPARE(sorted(idsOf(input(each))), sorted(QStringList(open.begin(), open.end())));
        for (const QString &id : idsOf(output(each)))
            open.remove(id);
        ++attempt;
    }
    QCOMPARE(attempt, 3);
    QVERIFY(open.isEmpty());
}

void TestLocalServerBatchSeed::partsBelongTogether()
{
    startSeeded();
    QStringList parts;
    QSet<QString> groups;
    for (const QJsonObject &each : batches()) {
        const QJsonValue metadata = each[u"metadata"_s];
        if (metadata[u"odc_group"_s].isUndefined())
            continue;
        groups.insert(metadata[u"odc_group"_s].toString());
        parts.append(metadata[u"odc_group_part"_s].toString());
    }
    QCOMPARE(groups.size(), 1);
    QCOMPARE(sorted(parts), (QStringList{u"1/2"_s, u"2/2"_s}));
}

void TestLocalServerBatchSeed::oneIsUnderWay()
{
    start([](LocalServer::Options &options) {
        options.seed = LocalServer::Seed::Sample;
        options.timeScale = 1;
    });
    const QByteArray id = batches().first()[u"id"_s].toString().toUtf8();
    reached(id, u"in_progress"_s);
    QTRY_VERIFY_WITH_TIMEOUT(done(batch(id)) > 0, 10'000);
    const int seen = done(batch(id));
    QTRY_VERIFY_WITH_TIMEOUT(done(batch(id)) > seen, 10'000);
    QVERIFY(seen < 300); // there is time to look
}

void TestLocalServerBatchSeed::seedingTwiceChangesNothing()
{
    startSeeded();
    QTRY_COMPARE(done(batches().first()), 597); // three of its lines wait to be sent again
    const QList<QJsonObject> before = batches();
    const QJsonArray files = uploadedFiles();
    QVERIFY(!files.isEmpty());
    QString error;
    QVERIFY(m_server.seedSample(&error));
    QCOMPARE(batches(), before);
    QCOMPARE(uploadedFiles(), files);
    startSeeded();
    QCOMPARE(batches(), before);
}

void TestLocalServerBatchSeed::aLargeOne()
{
    startSeeded(LocalServer::Seed::Large);
    QCOMPARE(batches().size(), 1);
    const QJsonObject large = batches().first();
    QCOMPARE(large[u"request_counts"_s][u"total"_s].toInt(), 2000);
    checkJoin(large);
}

QTEST_GUILESS_MAIN(TestLocalServerBatchSeed)
#include "tst_localserver_batchseed.moc"
