// SPDX-License-Identifier: GPL-3.0-or-later
// Fine-tuning in an archive: it comes out as it went in, and what is missing is said.
#include "finetuningclient.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerFineTuningArchive : public QObject, private FineTuningClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        archive();
    }

    void objectsComeOutAsTheyWentIn();
    void modelsAreThose();
    void permissionsAreReadByAdmins();
    void whatChangedIsReplaced();
    void wrongListsAreRefused();
    void whatIsNotThereIsSaid();
    void workedWithTheyAreJobsLikeOthers();
    void metadataFindsThem();

private:
    void archive()
    {
        start([](LocalServer::Options &options) { options.archiving = true; });
    }
    void openReadOnly()
    {
        start([](LocalServer::Options &options) { options.readOnly = true; });
    }
    RawReply put(const QByteArray &list, const QByteArray &objects, const QByteArray &parent = "{}") const
    {
        return send("PUT", "/_local/objects/" + list,
                    R"({"parent":)" + parent + R"(,"data":)" + objects + '}');
    }
    int changed(const QByteArray &list, const QByteArray &objects, const QByteArray &parent = "{}") const
    {
        return put(list, objects, parent).json()[u"changed"_s].toInt(-1);
    }
    void putAll() const
    {
        QCOMPARE(changed("fine_tuning_jobs", '[' + second + ',' + first + ']'), 2);
        QCOMPARE(changed("fine_tuning_events", '[' + last + ',' + middle + ']', parent), 2);
        QCOMPARE(changed("fine_tuning_events", '[' + begin + ']', parent), 1);
        QCOMPARE(changed("fine_tuning_checkpoints", '[' + checkpoint + ']', parent), 1);
        QCOMPARE(changed("checkpoint_permissions", '[' + permission + ']', ofCheckpoint), 1);
    }

    // Things that a parser and a writer on the way would change; all of the same second, as a service may
    // give them.
    const QByteArray first =
        R"({"id":"ftjob-1", "created_at":1700000000,"status":"succeeded","fine_tuned_model":"ft:x:o::1",)"
        R"("seed":7.0,"unknown":{"b":null,"a":[]},"metadata":{"team":"a\u00e9"}})";
    const QByteArray second =
        R"({"id":"ftjob-2","created_at":1700000000,"status":"running","model":"gpt-x","fine_tuned_model":null,"extra":1.0})";
    const QByteArray last =
        R"({"id":"ft-event-3","created_at":1700000100,"level":"info","message":"Step 2","type":"metrics",)"
        R"("data":{"step":2,"train_loss":0.50}})";
    const QByteArray middle = R"({"id":"ft-event-2","created_at":1700000100,"message":"Step 1","data":null})";
    const QByteArray begin = R"({"id":"ft-event-1","created_at":1700000100,"message":"Start","data":null})";
    const QByteArray checkpoint =
        R"({"id":"ftckpt_1","created_at":1700000101,"fine_tuned_model_checkpoint":"ft:x:o::1:ckpt-step-2",)"
        R"("fine_tuning_job_id":"ftjob-1","step_number":2,"metrics":{"train_loss":0.50}})";
    const QByteArray permission =
        R"({"id":"cp_1","object":"checkpoint.permission","created_at":5.0,"project_id":"proj_a"})";
    const QByteArray parent = R"({"job_id":"ftjob-1"})";
    const QByteArray ofCheckpoint = R"({"checkpoint":"ft:x:o::1:ckpt-step-2"})";
    const QByteArray eventsPath = "/v1/fine_tuning/jobs/ftjob-1/events";
    const QByteArray checkpointsPath = "/v1/fine_tuning/jobs/ftjob-1/checkpoints";
    const QString ckpt = u"ft:x:o::1:ckpt-step-2"_s;
};

void TestLocalServerFineTuningArchive::objectsComeOutAsTheyWentIn()
{
    putAll();
    QCOMPARE(changed("fine_tuning_jobs", '[' + second + ',' + first + ']'), 0);
    QCOMPARE(changed("fine_tuning_events", '[' + last + ']', parent), 0);
    const auto check = [&] {
        QCOMPARE(get("/v1/fine_tuning/jobs").body,
                 R"({"object":"list","data":[)" + second + ',' + first + R"(],"has_more":false})");
        QCOMPARE(get("/v1/fine_tuning/jobs/ftjob-1").body, first);
        // As they were listed, also those of the same second.
        QCOMPARE(get(eventsPath).body, R"({"object":"list","data":[)" + last + ',' + middle + ',' + begin +
                                           R"(],"has_more":false})");
        QVERIFY(get(eventsPath + "?after=ft-event-3&limit=1").body.contains('[' + middle + ']'));
        QVERIFY(get(checkpointsPath).body.contains('[' + checkpoint + ']'));
        QVERIFY(list("/v1/fine_tuning/jobs/ftjob-2/events").isEmpty());
    };
    check();
    openReadOnly();
    check();
}

void TestLocalServerFineTuningArchive::modelsAreThose()
{
    putAll();
    openReadOnly();
    QStringList made;
    for (const QJsonValue &each : list("/v1/models")) {
        if (each[u"id"_s].toString().startsWith(u"ft:"_s))
            made.append(each[u"id"_s].toString());
    }
    made.sort();
    QCOMPARE(made, (QStringList{u"ft:x:o::1"_s, ckpt}));
    QCOMPARE(get("/v1/models/ft:x:o::1").status, 200);
    QCOMPARE(send("DELETE", "/v1/models/ft:x:o::1").status, 403);
}

void TestLocalServerFineTuningArchive::permissionsAreReadByAdmins()
{
    putAll();
    openReadOnly();
    QVERIFY(asAdmin("GET", permissionsPath(ckpt)).body.contains('[' + permission + ']'));
    QCOMPARE(asAdmin("GET", permissionsPath(ckpt) + "?project_id=proj_a").json()[u"data"_s].toArray().size(),
             1);
    QVERIFY(
        asAdmin("GET", permissionsPath(ckpt) + "?project_id=proj_b").json()[u"data"_s].toArray().isEmpty());
    QCOMPARE(get(permissionsPath(ckpt)).status, 403);
    QCOMPARE(asAdmin("POST", permissionsPath(ckpt), R"({"project_ids":["proj_b"]})").status, 403);
    QCOMPARE(asAdmin("DELETE", permissionsPath(ckpt) + "/cp_1").status, 403);
}

void TestLocalServerFineTuningArchive::whatChangedIsReplaced()
{
    putAll();
    QByteArray ended = second;
    ended.replace("running", "succeeded")
        .replace("\"fine_tuned_model\":null", "\"fine_tuned_model\":\"ft:x:o::2\"");
    QCOMPARE(changed("fine_tuning_jobs", '[' + ended + ',' + first + ']'), 1);
    QCOMPARE(get("/v1/fine_tuning/jobs/ftjob-2").body, ended);
    QCOMPARE(get("/v1/models/ft:x:o::2").status, 200);
    // What came since is put in front, and what is known stays where it is.
    const QByteArray newer = R"({"id":"ft-event-4","created_at":1700000200,"message":"Step 3","data":null})";
    QCOMPARE(changed("fine_tuning_events", '[' + newer + ',' + last + ']', parent), 1);
    QVERIFY(get(eventsPath).body.contains('[' + newer + ',' + last + ',' + middle + ',' + begin + ']'));
}

void TestLocalServerFineTuningArchive::wrongListsAreRefused()
{
    QCOMPARE(put("fine_tuning_events", "[{}]").status, 400); // without a parent
    QCOMPARE(put("fine_tuning_jobs", R"([{"id":"a/b"}])").status, 400);
    QCOMPARE(put("fine_tuning_jobs", '[' + first + ']', parent).status, 400);
    const RawReply unknown = put("fine_tuning", "[]");
    QCOMPARE(unknown.status, 404);
    QVERIFY(unknown.error(u"message"_s).contains(u"'fine_tuning_events'"_s));
    start();
    QCOMPARE(put("fine_tuning_jobs", '[' + first + ']').status, 404); // only where an archive is written
}

void TestLocalServerFineTuningArchive::whatIsNotThereIsSaid()
{
    putAll();
    const auto manifest = [&](const QByteArray &lists) {
        archive();
        QCOMPARE(send("PUT", "/_local/archive", R"({"lists":)" + lists + '}').status, 200);
        openReadOnly();
    };
    const auto missing = [](const RawReply &reply) {
        return reply.status == 404 && reply.error(u"code"_s) == u"not_in_archive"_s;
    };
    manifest(R"({"fine_tuning_jobs":{"":{}},"fine_tuning_events":{"ftjob-1":{}},)"
             R"("fine_tuning_checkpoints":{"ftjob-1":{}},)"
             R"("checkpoint_permissions":{"ft%3Ax%3Ao%3A%3A1%3Ackpt-step-2":{}}})");
    QVERIFY(!get("/v1/fine_tuning/jobs").json()[u"has_more"_s].toBool());
    QVERIFY(!get(eventsPath).json()[u"has_more"_s].toBool());
    QVERIFY(!get(checkpointsPath).json()[u"has_more"_s].toBool());
    QVERIFY(!asAdmin("GET", permissionsPath(ckpt)).json()[u"has_more"_s].toBool());
    QVERIFY(missing(get("/v1/fine_tuning/jobs/ftjob-2/events")));
    QVERIFY(missing(get("/v1/fine_tuning/jobs/ftjob-2/checkpoints")));
    manifest("{}");
    QVERIFY(get("/v1/fine_tuning/jobs").json()[u"has_more"_s].toBool());
    QVERIFY(missing(get("/v1/fine_tuning/jobs?after=ftjob-1")));
    QVERIFY(get(eventsPath).json()[u"has_more"_s].toBool());
    QVERIFY(missing(get(eventsPath + "?after=ft-event-1")));
    QVERIFY(missing(asAdmin("GET", permissionsPath(ckpt) + "?after=cp_1")));
    QVERIFY(missing(asAdmin("GET", permissionsPath(u"ft:x:o::1"_s))));
}

void TestLocalServerFineTuningArchive::workedWithTheyAreJobsLikeOthers()
{
    putAll();
    start();
    QCOMPARE(get("/v1/fine_tuning/jobs/ftjob-1").body, first); // it has ended
    const QJsonObject failed = job("ftjob-2");
    QCOMPARE(failed[u"status"_s].toString(), u"failed"_s); // nobody works on it here
    QCOMPARE(failed[u"error"_s][u"code"_s].toString(), u"job_interrupted"_s);
    QCOMPARE(failed[u"extra"_s].toDouble(), 1.0);
    QCOMPARE(events("ftjob-2").first()[u"level"_s].toString(), u"error"_s);
    QCOMPARE(act("ftjob-2", "resume").status, 400);
    QCOMPARE(asAdmin("POST", permissionsPath(ckpt), R"({"project_ids":["proj_b"]})").status, 200);
    QCOMPARE(asAdmin("GET", permissionsPath(ckpt)).json()[u"data"_s].toArray().size(), 2);
    QCOMPARE(send("DELETE", "/v1/models/ft:x:o::1").status, 200);
    succeeded(body());
    QCOMPARE(list("/v1/fine_tuning/jobs").size(), 3);
    start();
    QCOMPARE(events("ftjob-2").size(), 1);
}

void TestLocalServerFineTuningArchive::metadataFindsThem()
{
    putAll();
    openReadOnly();
    const QJsonArray found = list("/v1/fine_tuning/jobs?metadata%5Bteam%5D=a%C3%A9");
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"id"_s].toString(), u"ftjob-1"_s);
    QCOMPARE(list("/v1/fine_tuning/jobs?metadata=null")[0][u"id"_s].toString(), u"ftjob-2"_s);
}

QTEST_GUILESS_MAIN(TestLocalServerFineTuningArchive)
#include "tst_localserver_finetuningarchive.moc"
