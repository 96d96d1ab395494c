// SPDX-License-Identifier: GPL-3.0-or-later
// A server that is killed or ends in the middle of fine-tuning jobs: the next one goes on where they were.
#include "finetuningclient.h"
#include "support/serverprocess.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerFineTuningKill : public QObject, private FineTuningClient
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfterKills();
    void endsAndGoesOn();

private:
    static QList<QJsonObject> eventsOf(const ServerProcess &server, const QByteArray &id)
    {
        QList<QJsonObject> events;
        QByteArray after;
        for (bool more = true; more;) {
            const QJsonObject page =
                rawRequest(server.url(), "GET", "/v1/fine_tuning/jobs/" + id + "/events?limit=1000" + after)
                    .json();
            for (const QJsonValue &each : page[u"data"_s].toArray())
                events.append(each.toObject());
            more = page[u"has_more"_s].toBool();
            after = "&after=" + events.last()[u"id"_s].toString().toUtf8();
        }
        return events;
    }
};

void TestLocalServerFineTuningKill::goesOnAfterKills()
{
    constexpr int steps = 40'000;
    ServerProcess server;
    QVERIFY(server.start({u"--time-scale"_s, u"0.1"_s}));
    const QByteArray file =
        idOf(postForm(server.url(), "/v1/files",
                      {{"purpose", "fine-tune", {}}, {"file", chatLine().repeated(20), "rows.jsonl"}}));
    const QByteArray id =
        idOf(rawRequest(server.url(), "POST", "/v1/fine_tuning/jobs", {},
                        compact({{u"model"_s, u"gpt-4.1-mini"_s},
                                 {u"training_file"_s, QString::fromUtf8(file)},
                                 {u"validation_file"_s, QString::fromUtf8(file)},
                                 {u"seed"_s, 5},
                                 {u"metadata"_s, QJsonObject{{u"odc_steps"_s, QString::number(steps)},
                                                             {u"odc_seconds"_s, u"300"_s}}}})));
    const auto lastStep = [&] {
        const QJsonArray page =
            rawRequest(server.url(), "GET", "/v1/fine_tuning/jobs/" + id + "/events?limit=20")
                .json()[u"data"_s]
                .toArray();
        int step = 0;
        for (const QJsonValue &each : page)
            step = std::max(step, each[u"data"_s][u"step"_s].toInt());
        return step;
    };
    int seen = 0;
    for (int kills = 0; kills < 3; ++kills) {
        QTRY_VERIFY_WITH_TIMEOUT(lastStep() > seen + 100, 20'000);
        seen = lastStep();
        QVERIFY(seen < steps);
        server.kill();
        QVERIFY(server.start({u"--time-scale"_s, kills == 2 ? u"0"_s : u"0.1"_s}));
        QVERIFY(lastStep() >= seen);
    }
    const auto job = [&] { return rawRequest(server.url(), "GET", "/v1/fine_tuning/jobs/" + id).json(); };
    QTRY_COMPARE_WITH_TIMEOUT(job()[u"status"_s].toString(), u"succeeded"_s, 30'000);
    const QList<QJsonObject> told = eventsOf(server, id);
    QCOMPARE(stepsOf(told), downFrom(steps)); // none missing, none twice
    QCOMPARE(messagesOf(told).filter(u"Checkpoint created"_s).size(), 3);
    QCOMPARE(messagesOf(told).filter(u"Fine-tuning job started"_s).size(), 1);
    const QJsonArray files = rawRequest(server.url(), "GET", "/v1/files").json()[u"data"_s].toArray();
    QCOMPARE(files.size(), 2);
    const QByteArray results = job()[u"result_files"_s][0].toString().toUtf8();
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/" + results + "/content").body.count('\n'),
             steps + 1);
}

void TestLocalServerFineTuningKill::endsAndGoesOn()
{
    start([](LocalServer::Options &options) { options.timeScale = 1; });
    const QByteArray id = create(body());
    QCOMPARE(statusOf(id), u"validating_files"_s);
    start([](LocalServer::Options &options) { options.timeScale = 1; });
    QVERIFY(QStringList({u"validating_files"_s, u"queued"_s}).contains(statusOf(id)));
    start();
    reached(id, u"succeeded"_s);
    QCOMPARE(stepsOf(events(id)), downFrom(90));
    QCOMPARE(messagesOf(events(id)).filter(u"Files validated"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestLocalServerFineTuningKill)
#include "tst_localserver_finetuningkill.moc"
