// SPDX-License-Identifier: GPL-3.0-or-later
// Fine-tuning in archives: jobs, events in their order, checkpoints, and permissions, for which alone the
// admin key is used.
#include "archivebench.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;

namespace {

constexpr int events = 230;      // three pages, all of them in two seconds
constexpr int permissions = 120; // two pages
const auto adminKey = u"sk-admin-archive-4711"_s;

QString jobId(int number)
{
    return u"ftjob-%1"_s.arg(number);
}

QString checkpointModel(int job, int number)
{
    return u"ft:gpt-4o-mini-2024-07-18:acme:support-v%1:A%1:ckpt-step-%2"_s.arg(job).arg(number * 100);
}

QJsonObject jobObject(int number, const QString &status)
{
    return {{u"id"_s, jobId(number)},
            {u"object"_s, u"fine_tuning.job"_s},
            {u"status"_s, status},
            {u"model"_s, u"gpt-4o-mini-2024-07-18"_s},
            {u"created_at"_s, 1'700'000'000 + number},
            {u"fine_tuned_model"_s, QJsonValue::Null},
            {u"hyperparameters"_s, QJsonObject{{u"n_epochs"_s, u"auto"_s}, {u"batch_size"_s, 1.0}}},
            {u"result_files"_s, QJsonArray()},
            {u"x_unknown"_s, QJsonObject{{u"deep"_s, QJsonArray{1, 2.5, QJsonValue::Null, u"ü"_s}}}}};
}

QJsonObject happening(int job, int number)
{
    return {{u"id"_s, u"ftevent-%1-%2"_s.arg(job).arg(number, 4, 10, QChar(u'0'))},
            {u"object"_s, u"fine_tuning.job.event"_s},
            {u"created_at"_s, 1'700'000'100 + number / (events / 2 + 1)},
            {u"level"_s, u"info"_s},
            {u"type"_s, u"metrics"_s},
            {u"message"_s, u"Step %1"_s.arg(number)},
            {u"data"_s, number % 5 == 0
                            ? QJsonValue(QJsonValue::Null)
                            : QJsonValue(QJsonObject{{u"step"_s, number}, {u"train_loss"_s, 0.25}})}};
}

QJsonObject checkpoint(int job, int number)
{
    return {{u"id"_s, u"ftckpt_%1_%2"_s.arg(job).arg(number)},
            {u"object"_s, u"fine_tuning.job.checkpoint"_s},
            {u"created_at"_s, 1'700'000'200 + number},
            {u"fine_tuned_model_checkpoint"_s, checkpointModel(job, number)},
            {u"fine_tuning_job_id"_s, jobId(job)},
            {u"step_number"_s, number * 100},
            {u"metrics"_s, QJsonObject{{u"step"_s, number * 100}, {u"valid_loss"_s, 0.5 / number}}}};
}

QJsonObject permission(int number)
{
    return {{u"id"_s, u"cp_%1"_s.arg(number, 4, 10, QChar(u'0'))},
            {u"object"_s, u"checkpoint.permission"_s},
            {u"created_at"_s, 1'700'000'300 + number},
            {u"project_id"_s, u"proj_%1"_s.arg(number)}};
}

/// A list to its end, read without the console's own client.
QJsonArray readAll(const QUrl &server, const QByteArray &path, const QByteArray &key)
{
    QJsonArray all;
    QByteArray after;
    while (true) {
        const RawReply reply = rawRequest(server, "GET", "/v1" + path + "?limit=100" + after,
                                          {{"Authorization", "Bearer " + key}});
        const QJsonArray data = reply.json()[u"data"_s].toArray();
        for (const QJsonValue &value : data)
            all.append(value);
        if (!reply.json()[u"has_more"_s].toBool() || data.isEmpty())
            return all;
        after = "&after=" + all.last()[u"id"_s].toString().toUtf8();
    }
}

/// One job that has ended and one that runs.
void fillJobs(ArchiveBench &bench)
{
    bench.fill({0, 0, 0, 2, 0, 0, 0});
    bench.putSource("fine_tuning_jobs", {}, {jobObject(2, u"running"_s), jobObject(1, u"succeeded"_s)});
    for (const int job : {1, 2}) {
        QList<QJsonObject> happened;
        for (int number = events - 1; number >= 0; --number) // as lists have them, newest first
            happened << happening(job, number);
        const QJsonObject parent{{u"job_id"_s, jobId(job)}};
        bench.putSource("fine_tuning_events", parent, happened);
        bench.putSource("fine_tuning_checkpoints", parent, {checkpoint(job, 2), checkpoint(job, 1)});
    }
    QList<QJsonObject> granted;
    for (int number = permissions - 1; number >= 0; --number)
        granted << permission(number);
    bench.putSource("checkpoint_permissions", {{u"checkpoint"_s, checkpointModel(1, 2)}}, granted);
    bench.source.clearLog();
}

QByteArray permissionsPath(const QString &model)
{
    return "/fine_tuning/checkpoints/" + model.toUtf8() + "/permissions";
}

QByteArray permissionsPath(int job, int number)
{
    return permissionsPath(checkpointModel(job, number));
}

/// The first page of who may use a model, as the archive has it.
RawReply keptPermissions(const ArchiveBench &bench, const QString &model)
{
    return rawRequest(bench.target.url(), "GET", "/v1" + permissionsPath(model),
                      {{"Authorization", "Bearer " + adminKey.toUtf8()}});
}

} // namespace

class TestArchiveFineTuning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOfItArrivesAsItWas();
    void aSecondGoAsksOnlyWhereSomethingMayBeNew();
    void onlyPermissionsAreAskedForWithTheAdminKey();
    void theModelOfAJobBringsItsPermissions();
    void aModelThatIsACheckpointIsAskedForOnce();
    void oneThatIsForbiddenLeavesTheOthers();
    void aModelThatIsGoneIsSaidToHaveNone();
    void withoutAnAdminKeyTheRestIsWhole_data();
    void withoutAnAdminKeyTheRestIsWhole();
};

void TestArchiveFineTuning::allOfItArrivesAsItWas()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    QList<std::pair<QByteArray, QJsonArray>> there;
    const QByteArrayList paths{"/fine_tuning/jobs",
                               "/fine_tuning/jobs/ftjob-1/events",
                               "/fine_tuning/jobs/ftjob-2/events",
                               "/fine_tuning/jobs/ftjob-1/checkpoints",
                               "/fine_tuning/jobs/ftjob-2/checkpoints",
                               permissionsPath(1, 2),
                               permissionsPath(2, 1)};
    for (const QByteArray &path : paths)
        there.append({path, readAll(bench.source.url(), path, adminKey.toUtf8())});
    QCOMPARE(there.at(1).second.size(), events);
    QCOMPARE(there.at(1).second.first()[u"message"_s].toString(), u"Step %1"_s.arg(events - 1));
    QCOMPARE(there.at(5).second.size(), permissions);
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QVERIFY(job->report().verified);
    QCOMPARE(job->report().line(u"fine_tuning_events"_s)->inArchive, 2 * events);
    QCOMPARE(job->report().line(u"fine_tuning_jobs"_s)->underWay, 1);
    QCOMPARE(job->report().line(u"checkpoint_permissions"_s)->inArchive, permissions);
    bench.openOffline();
    for (const auto &[path, list] : std::as_const(there)) {
        const QJsonArray kept = readAll(bench.target.url(), path, adminKey.toUtf8());
        QCOMPARE(kept.size(), list.size());
        for (qsizetype i = 0; i < list.size(); ++i)
            QVERIFY2(kept.at(i) == list.at(i), qPrintable(list.at(i)[u"id"_s].toString()));
    }
}

void TestArchiveFineTuning::aSecondGoAsksOnlyWhereSomethingMayBeNew()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    bench.source.clearLog();
    const QJsonObject parent{{u"job_id"_s, jobId(2)}};
    bench.putSource("fine_tuning_events", parent, {happening(2, 2 * events + 1), happening(2, 2 * events)});
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, jobId(1) + u"/events"_s), 0); // it had ended
    QVERIFY(bench.asked(u"GET"_s, jobId(2) + u"/events"_s) > 0);
    QCOMPARE(job->report().line(u"fine_tuning_events"_s)->changed, 2);
    const QJsonArray kept =
        readAll(bench.target.url(), "/fine_tuning/jobs/ftjob-2/events", adminKey.toUtf8());
    QCOMPARE(kept.size(), events + 2);
    QCOMPARE(kept.first()[u"message"_s].toString(), u"Step %1"_s.arg(2 * events + 1));
    QCOMPARE(kept.last()[u"message"_s].toString(), u"Step 0"_s);
}

void TestArchiveFineTuning::onlyPermissionsAreAskedForWithTheAdminKey()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    int admin = 0;
    const QJsonArray log = bench.source.log();
    for (const QJsonValue &entry : log) {
        const QString path = entry[u"path"_s].toString();
        if (!path.startsWith("/v1/"_L1))
            continue;
        const bool isPermission = path.contains("/permissions"_L1);
        QVERIFY2((entry[u"access"_s].toString() == "admin"_L1) == isPermission, qPrintable(path));
        admin += isPermission ? 1 : 0;
    }
    QVERIFY(admin >= 5); // four checkpoints, one of them with two pages
}

void TestArchiveFineTuning::theModelOfAJobBringsItsPermissions()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    const QString model = u"ft:gpt-4o-mini-2024-07-18:acme:support-v3:A3"_s;
    QJsonObject made = jobObject(3, u"succeeded"_s);
    made[u"fine_tuned_model"_s] = model;
    bench.putSource("fine_tuning_jobs", {}, {made});
    bench.putSource("checkpoint_permissions", {{u"checkpoint"_s, model}}, {permission(900), permission(901)});
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QCOMPARE(job->report().line(u"checkpoint_permissions"_s)->inArchive, permissions + 2);
    bench.openOffline();
    const RawReply reply = keptPermissions(bench, model);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"data"_s].toArray().size(), 2);
    // All of it is there, and where nobody was granted anything, the archive says just that.
    QVERIFY(!reply.json()[u"has_more"_s].toBool());
    const RawReply none = keptPermissions(bench, checkpointModel(2, 1));
    QCOMPARE(none.status, 200);
    QVERIFY(none.json()[u"data"_s].toArray().isEmpty());
    QVERIFY(!none.json()[u"has_more"_s].toBool());
}

void TestArchiveFineTuning::aModelThatIsACheckpointIsAskedForOnce()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    QJsonObject made = jobObject(2, u"succeeded"_s);
    made[u"fine_tuned_model"_s] = checkpointModel(2, 2);
    bench.putSource("fine_tuning_jobs", {}, {made});
    bench.source.clearLog();
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QCOMPARE(bench.asked(u"GET"_s, QString::fromUtf8(permissionsPath(2, 2))), 1);
}

void TestArchiveFineTuning::oneThatIsForbiddenLeavesTheOthers()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    bench.startTarget();
    bench.proxy->add("GET", permissionsPath(1, 1),
                     Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s), -1);
    bench.proxy->add("GET", permissionsPath(2, 2),
                     Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QVERIFY2(report.outcome == Outcome::WithFailures, qPrintable(report.headline()));
    QCOMPARE(report.line(u"checkpoint_permissions"_s)->inArchive, permissions);
    QVERIFY(report.line(u"checkpoint_permissions"_s)->unavailable.isEmpty());
    QStringList failed;
    for (const ArchiveFailure &failure : report.failures) {
        QCOMPARE(failure.list, u"checkpoint_permissions"_s);
        QCOMPARE(failure.httpStatus, 403);
        failed << ArchiveUnit::parentsOf(failure.key).last();
    }
    failed.sort();
    QCOMPARE(failed, (QStringList{checkpointModel(1, 1), checkpointModel(2, 2)}));
    // With a key that may, the next go fetches them.
    bench.proxy->clearFaults();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
}

void TestArchiveFineTuning::aModelThatIsGoneIsSaidToHaveNone()
{
    ArchiveBench bench;
    bench.adminKey = adminKey;
    fillJobs(bench);
    bench.startTarget();
    bench.proxy->add("GET", permissionsPath(1, 1),
                     Fault::apiError(404, u"invalid_request_error"_s, u"model_not_found"_s), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QCOMPARE(report.failures.size(), 1);
    QVERIFY(report.failures.first().refused); // nothing that trying again would mend
    QCOMPARE(report.line(u"checkpoint_permissions"_s)->inArchive, permissions);
}

void TestArchiveFineTuning::withoutAnAdminKeyTheRestIsWhole_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("asked");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("a project key in its place") << u"sk-no-admin"_s << true;
}

void TestArchiveFineTuning::withoutAnAdminKeyTheRestIsWhole()
{
    QFETCH(QString, key);
    QFETCH(bool, asked);
    ArchiveBench bench;
    bench.adminKey = key;
    fillJobs(bench);
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QVERIFY2(report.outcome == Outcome::Complete, qPrintable(report.headline()));
    QCOMPARE(report.line(u"fine_tuning_events"_s)->inArchive, 2 * events);
    QCOMPARE(report.line(u"fine_tuning_checkpoints"_s)->inArchive, 4);
    QCOMPARE(report.line(u"checkpoint_permissions"_s)->inArchive, 0);
    QVERIFY(!report.line(u"checkpoint_permissions"_s)->unavailable.isEmpty());
    QCOMPARE(bench.asked(u"GET"_s, u"/permissions"_s) > 0, asked);
    // What is not in there is not said to be empty.
    bench.openOffline();
    const RawReply reply = rawRequest(bench.target.url(), "GET", "/v1" + permissionsPath(1, 2),
                                      {{"Authorization", "Bearer " + adminKey.toUtf8()}});
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.json()[u"error"_s][u"code"_s].toString(), u"not_in_archive"_s);
}

QTEST_GUILESS_MAIN(TestArchiveFineTuning)
#include "tst_archivefinetuning.moc"
