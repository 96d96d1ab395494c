// SPDX-License-Identifier: GPL-3.0-or-later
// The fine-tuning jobs of the sample data: of every method and in every state, in themselves consistent, the
// same however often they are seeded; and large ones for measuring.
#include "finetuningclient.h"

#include <QDateTime>

#include <algorithm>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerFineTuningSeed : public QObject, private FineTuningClient
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(emptyFolder()); }

    void everyStateAndMethodIsThere();
    void jobsAreInThemselvesConsistent();
    void theRunningOneGoesOn();
    void oneOverfits();
    void checkpointsAreShared();
    void seedingTwiceChangesNothing();
    void largeOnes();

private:
    void startSeeded(double timeScale = 1)
    {
        start([timeScale](LocalServer::Options &options) {
            options.seed = LocalServer::Seed::Sample;
            options.timeScale = timeScale;
        });
    }
    QList<QJsonObject> jobs() const { return all("/v1/fine_tuning/jobs", 100); }
    QJsonObject called(const QString &suffix) const
    {
        for (const QJsonObject &each : jobs()) {
            if (each[u"user_provided_suffix"_s].toString() == suffix)
                return each;
        }
        return {};
    }
};

void TestLocalServerFineTuningSeed::everyStateAndMethodIsThere()
{
    startSeeded();
    QCOMPARE(jobs().size(), 9);
    QSet<QString> states, methods, days;
    bool integrated = false;
    for (const QJsonObject &each : jobs()) {
        states.insert(each[u"status"_s].toString());
        methods.insert(each[u"method"_s][u"type"_s].toString());
        days.insert(QString::number(each[u"created_at"_s].toInteger() / 86400));
        integrated |= !each[u"integrations"_s].toArray().isEmpty() && each[u"metadata"_s].isObject();
        QVERIFY(!each[u"user_provided_suffix"_s].toString().isEmpty());
    }
    QCOMPARE(states, (QSet<QString>{u"running"_s, u"succeeded"_s, u"paused"_s, u"failed"_s, u"cancelled"_s}));
    QCOMPARE(methods, (QSet<QString>{u"supervised"_s, u"dpo"_s, u"reinforcement"_s}));
    QVERIFY(days.size() >= 5);
    QVERIFY(integrated);
}

void TestLocalServerFineTuningSeed::jobsAreInThemselvesConsistent()
{
    startSeeded();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const QJsonObject &each : jobs()) {
        const QByteArray id = idOfJob(each);
        const QString status = each[u"status"_s].toString();
        for (const QString &param : {u"training_file"_s, u"validation_file"_s}) {
            if (each[param].isNull())
                continue;
            const QJsonObject file = get("/v1/files/" + each[param].toString().toUtf8()).json();
            QCOMPARE(file[u"purpose"_s].toString(), u"fine-tune"_s);
            QVERIFY(file[u"created_at"_s].toInteger() <= each[u"created_at"_s].toInteger());
        }
        const QList<QJsonObject> told = events(id);
        const QList<int> steps = stepsOf(told);
        QCOMPARE(steps, downFrom(steps.isEmpty() ? 0 : steps.first()));
        for (const QJsonObject &event : told) {
            QVERIFY(event[u"created_at"_s].toInteger() >= each[u"created_at"_s].toInteger());
            QVERIFY(event[u"created_at"_s].toInteger() <= now + 2);
        }
        const bool succeeded = status == u"succeeded"_s;
        QCOMPARE(each[u"fine_tuned_model"_s].isString(), succeeded);
        QCOMPARE(each[u"result_files"_s].toArray().size(), succeeded ? 1 : 0);
        QCOMPARE(each[u"error"_s].isObject(), status == u"failed"_s);
        QCOMPARE(each[u"finished_at"_s].isNull(), status == u"running"_s || status == u"paused"_s);
        if (!succeeded)
            continue;
        QCOMPARE(steps.first(), told.at(2)[u"data"_s][u"total_steps"_s].toInt(steps.first()));
        QVERIFY(checkpoints(id).size() >= 3);
        const QByteArray results = each[u"result_files"_s][0].toString().toUtf8();
        QCOMPARE(get("/v1/files/" + results + "/content").body.count('\n'), steps.size() + 1);
        QCOMPARE(get("/v1/models/" + each[u"fine_tuned_model"_s].toString().toUtf8()).status, 200);
    }
    const QJsonValue broken = called(u"support-v13b"_s)[u"error"_s];
    QCOMPARE(broken[u"code"_s].toString(), u"invalid_training_file"_s);
    QVERIFY(broken[u"message"_s].toString().contains(u"Line 13"_s));
}

void TestLocalServerFineTuningSeed::theRunningOneGoesOn()
{
    startSeeded();
    const QByteArray id = idOfJob(called(u"support-v14"_s));
    const QByteArray target = "/v1/fine_tuning/jobs/" + id + "/events?limit=1";
    const int step = list(target)[0][u"data"_s][u"step"_s].toInt();
    QVERIFY(step > 700 && step < 800);
    QTRY_VERIFY_WITH_TIMEOUT(list(target)[0][u"data"_s][u"step"_s].toInt() > step, 20'000);
    const qint64 left = job(id)[u"estimated_finish"_s].toInteger() - QDateTime::currentSecsSinceEpoch();
    QVERIFY(left > 600 && left < 1800); // there is time to look
    startSeeded(0);
    reached(id, u"succeeded"_s);
    QCOMPARE(stepsOf(events(id)), downFrom(1200));
}

void TestLocalServerFineTuningSeed::oneOverfits()
{
    startSeeded();
    const QList<double> valid = figures(events(idOfJob(called(u"support-v13"_s))), u"valid_loss"_s);
    const auto lowest = std::min_element(valid.begin(), valid.end());
    const double place = double(lowest - valid.begin()) / double(valid.size());
    QVERIFY(place > 0.55 && place < 0.85);
    QVERIFY(valid.last() > *lowest + 0.05);
}

void TestLocalServerFineTuningSeed::checkpointsAreShared()
{
    startSeeded();
    const QJsonObject last = checkpoints(idOfJob(called(u"support-v13"_s))).first();
    const QByteArray path = permissionsPath(last[u"fine_tuned_model_checkpoint"_s].toString());
    const QJsonArray shared = asAdmin("GET", path).json()[u"data"_s].toArray();
    QCOMPARE(shared.size(), 2);
    for (const QJsonValue &each : shared)
        QVERIFY(each[u"created_at"_s].toInteger() > last[u"created_at"_s].toInteger());
}

void TestLocalServerFineTuningSeed::seedingTwiceChangesNothing()
{
    startSeeded(0);
    reached(idOfJob(called(u"support-v14"_s)), u"succeeded"_s);
    const QList<QJsonObject> before = jobs();
    const qsizetype files = list("/v1/files").size();
    const QList<QJsonObject> told = events(idOfJob(before.first()));
    QString error;
    QVERIFY(m_server.seedSample(&error));
    QCOMPARE(jobs(), before);
    QCOMPARE(list("/v1/files").size(), files);
    startSeeded(0);
    QCOMPARE(jobs(), before);
    QCOMPARE(events(idOfJob(before.first())), told);
}

void TestLocalServerFineTuningSeed::largeOnes()
{
    const auto seeded = [this] {
        start([](LocalServer::Options &options) {
            options.seed = LocalServer::Seed::Large;
            options.seedCount = 10;
            options.seedJobs = 3;
            options.seedJobSteps = 5000;
        });
    };
    seeded();
    QCOMPARE(jobs().size(), 3);
    for (const QJsonObject &each : jobs()) {
        QCOMPARE(each[u"status"_s].toString(), u"succeeded"_s);
        QCOMPARE(stepsOf(events(idOfJob(each))), downFrom(5000));
    }
    seeded();
    QCOMPARE(jobs().size(), 3);
    m_server.stop();
    LocalServer::Options tooMany;
    tooMany.dataDir = m_dir.path();
    tooMany.seed = LocalServer::Seed::Large;
    tooMany.seedJobs = 101;
    tooMany.seedJobSteps = 100'000;
    QString error;
    QVERIFY(!m_server.start(tooMany, &error));
    QVERIFY(error.contains(u"100,000 steps"_s));
}

QTEST_GUILESS_MAIN(TestLocalServerFineTuningSeed)
#include "tst_localserver_finetuningseed.moc"
