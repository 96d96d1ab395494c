// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use checkpoints, which takes an administrator's key; and the models that jobs leave.
#include "finetuningclient.h"

#include <QUrl>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerPermissions : public QObject, private FineTuningClient
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void projectsAreAdmitted();
    void permissionsAreListed();
    void permissionsAreRevoked();
    void aProjectsKeyIsRefused();
    void theRightAdminKeyIsAskedFor();
    void whatIsNotThereIsNotFound();
    void badBodiesAreRefused();
    void namesMayBeEncoded();
    void modelsAreListedAndDeleted();
    void othersModelsStay();

private:
    static QByteArray projects(const QStringList &ids)
    {
        return compact({{u"project_ids"_s, QJsonArray::fromStringList(ids)}});
    }
    QStringList listed(const QByteArray &query = {}) const
    {
        QStringList ids;
        for (const QJsonValue &each : asAdmin("GET", m_path + query).json()[u"data"_s].toArray())
            ids.append(each[u"project_id"_s].toString());
        return ids;
    }
    QStringList modelIds() const
    {
        QStringList ids;
        for (const QJsonValue &each : list("/v1/models"))
            ids.append(each[u"id"_s].toString());
        return ids;
    }

    QString m_model;
    QString m_checkpoint;
    QByteArray m_path;
};

void TestLocalServerPermissions::init()
{
    QVERIFY(emptyFolder());
    start();
    const QJsonObject done = succeeded(body());
    m_model = done[u"fine_tuned_model"_s].toString();
    m_checkpoint = m_model + u":ckpt-step-30"_s;
    m_path = permissionsPath(m_checkpoint);
}

void TestLocalServerPermissions::projectsAreAdmitted()
{
    const RawReply reply = asAdmin("POST", m_path, projects({u"proj_a"_s, u"proj_b"_s, u"proj_a"_s}));
    QCOMPARE(reply.status, 200);
    const QJsonArray made = reply.json()[u"data"_s].toArray();
    QCOMPARE(made.size(), 2);
    QCOMPARE(made[0][u"project_id"_s].toString(), u"proj_a"_s);
    QCOMPARE(made[1][u"project_id"_s].toString(), u"proj_b"_s);
    QVERIFY(made[0][u"id"_s].toString().startsWith(u"cp_"_s));
    QCOMPARE(made[0][u"object"_s].toString(), u"checkpoint.permission"_s);
    QVERIFY(made[0][u"created_at"_s].toInteger() > 0);
    QCOMPARE(reply.json()[u"first_id"_s], made[0][u"id"_s]);
    QCOMPARE(reply.json()[u"last_id"_s], made[1][u"id"_s]);
    // Only those are answered that are new.
    const QJsonArray more =
        asAdmin("POST", m_path, projects({u"proj_b"_s, u"proj_c"_s})).json()[u"data"_s].toArray();
    QCOMPARE(more.size(), 1);
    QCOMPARE(more[0][u"project_id"_s].toString(), u"proj_c"_s);
    QCOMPARE(listed(), (QStringList{u"proj_c"_s, u"proj_b"_s, u"proj_a"_s}));
    // A checkpoint's permissions are its own, also beside those of the model.
    QCOMPARE(asAdmin("POST", permissionsPath(m_model), projects({u"proj_a"_s})).status, 200);
    QCOMPARE(listed().size(), 3);
}

void TestLocalServerPermissions::permissionsAreListed()
{
    QStringList ids;
    for (int i = 0; i < 12; ++i)
        ids.append(u"proj_%1"_s.arg(i));
    const QJsonArray made = asAdmin("POST", m_path, projects(ids)).json()[u"data"_s].toArray();
    const QJsonObject page = asAdmin("GET", m_path).json();
    QCOMPARE(page[u"data"_s].toArray().size(), 10); // unless told otherwise
    QVERIFY(page[u"has_more"_s].toBool());
    QCOMPARE(page[u"first_id"_s], made[11][u"id"_s]);
    QCOMPARE(page[u"last_id"_s], made[2][u"id"_s]);
    QCOMPARE(listed("?after=" + page[u"last_id"_s].toString().toUtf8()), (QStringList{ids[1], ids[0]}));
    QCOMPARE(listed("?order=ascending&limit=3"), ids.mid(0, 3));
    QCOMPARE(listed("?order=ascending&limit=2&after=" + made[2][u"id"_s].toString().toUtf8()), ids.mid(3, 2));
    QCOMPARE(listed("?project_id=proj_7"), QStringList{u"proj_7"_s});
    QVERIFY(listed("?project_id=proj_none").isEmpty());
    for (const char *query : {"?order=asc", "?limit=0", "?limit=101", "?after=cp_none"})
        QCOMPARE(asAdmin("GET", m_path + query).status, 400);
    start(); // they are still there
    QCOMPARE(listed("?limit=100").size(), 12);
}

void TestLocalServerPermissions::permissionsAreRevoked()
{
    const QJsonArray made =
        asAdmin("POST", m_path, projects({u"proj_a"_s, u"proj_b"_s})).json()[u"data"_s].toArray();
    const QByteArray one = m_path + '/' + made[0][u"id"_s].toString().toUtf8();
    const RawReply reply = asAdmin("DELETE", one);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), (QJsonObject{{u"id"_s, made[0][u"id"_s]},
                                        {u"object"_s, u"checkpoint.permission"_s},
                                        {u"deleted"_s, true}}));
    QCOMPARE(listed(), QStringList{u"proj_b"_s});
    QCOMPARE(asAdmin("DELETE", one).status, 404);
    const QByteArray other = permissionsPath(m_model) + '/' + made[1][u"id"_s].toString().toUtf8();
    QCOMPARE(asAdmin("DELETE", other).status, 404); // it is not one of that model
    QCOMPARE(listed().size(), 1);
}

void TestLocalServerPermissions::aProjectsKeyIsRefused()
{
    const QByteArray some = projects({u"proj_a"_s});
    for (const RawReply &reply :
         {send("POST", m_path, some), send("GET", m_path), send("DELETE", m_path + "/cp_x")}) {
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
        QVERIFY(reply.error(u"message"_s).contains(u"admin"_s));
    }
    QVERIFY(listed().isEmpty());
}

void TestLocalServerPermissions::theRightAdminKeyIsAskedFor()
{
    start([](LocalServer::Options &options) {
        options.apiKey = u"sk-one"_s;
        options.adminKey = u"sk-admin-two"_s;
    });
    const auto status = [&](const QByteArray &key) {
        return rawRequest(m_server.baseUrl(), "GET", m_path, {{"Authorization", "Bearer " + key}}).status;
    };
    QCOMPARE(status("sk-admin-two"), 200);
    QCOMPARE(status("sk-admin-test"), 401);
    QCOMPARE(status("sk-one"), 403);
}

void TestLocalServerPermissions::whatIsNotThereIsNotFound()
{
    const QByteArray none = permissionsPath(m_model + u":ckpt-step-31"_s);
    QCOMPARE(asAdmin("GET", none).status, 404);
    QCOMPARE(asAdmin("POST", none, projects({u"proj_a"_s})).status, 404);
    QCOMPARE(asAdmin("DELETE", none + "/cp_x").status, 404);
    QCOMPARE(asAdmin("DELETE", m_path + "/cp_x").status, 404);
    QCOMPARE(asAdmin("GET", permissionsPath(u"gpt-4.1-mini"_s)).status, 404); // it is nobody's
    QCOMPARE(asAdmin("PUT", m_path).status, 405);
    QCOMPARE(asAdmin("GET", m_path + "/cp_x").status, 405);
}

void TestLocalServerPermissions::badBodiesAreRefused()
{
    for (const char *bad :
         {R"({})", R"({"project_ids":[]})", R"({"project_ids":"proj_a"})", R"({"project_ids":[1]})",
          R"({"project_ids":[""]})", R"({"project_ids":["proj_a"],"role":"reader"})", "["})
        QCOMPARE(asAdmin("POST", m_path, bad).status, 400);
    QVERIFY(listed().isEmpty());
}

void TestLocalServerPermissions::namesMayBeEncoded()
{
    const QByteArray encoded =
        "/v1/fine_tuning/checkpoints/" + QUrl::toPercentEncoding(m_checkpoint) + "/permissions";
    QVERIFY(encoded.contains("%3A"));
    QCOMPARE(asAdmin("POST", encoded, projects({u"proj_a"_s})).status, 200);
    QCOMPARE(listed(), QStringList{u"proj_a"_s});
    QCOMPARE(get("/v1/models/" + QUrl::toPercentEncoding(m_model)).json()[u"id"_s].toString(), m_model);
}

void TestLocalServerPermissions::modelsAreListedAndDeleted()
{
    const QStringList own{m_model + u":ckpt-step-30"_s, m_model + u":ckpt-step-60"_s,
                          m_model + u":ckpt-step-90"_s, m_model};
    QStringList made;
    for (const QString &id : modelIds()) {
        if (id.startsWith(u"ft:"_s))
            made.append(id);
    }
    QCOMPARE(made, own);
    const QJsonObject model = get("/v1/models/" + m_model.toUtf8()).json();
    QCOMPARE(model[u"object"_s].toString(), u"model"_s);
    QVERIFY(model[u"created"_s].toInteger() > 0);
    const QByteArray path = "/v1/models/" + m_model.toUtf8();
    QCOMPARE(send("DELETE", path).json(),
             (QJsonObject{{u"id"_s, m_model}, {u"object"_s, u"model"_s}, {u"deleted"_s, true}}));
    QCOMPARE(get(path).status, 404);
    QCOMPARE(send("DELETE", path).status, 404);
    QVERIFY(!modelIds().contains(m_model));
    start(); // and does not come back
    QVERIFY(!modelIds().contains(m_model) && modelIds().contains(m_checkpoint));
    QCOMPARE(post("/v1/fine_tuning/jobs", body(10, {{u"model"_s, m_model}})).status, 400);
}

void TestLocalServerPermissions::othersModelsStay()
{
    const RawReply refused = send("DELETE", "/v1/models/gpt-4.1-mini");
    QCOMPARE(refused.status, 403);
    QVERIFY(modelIds().contains(u"gpt-4.1-mini"_s));
    const RawReply unknown = send("DELETE", "/v1/models/ft:gpt-none");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.error(u"code"_s), u"model_not_found"_s);
    QCOMPARE(send("POST", "/v1/models/gpt-4.1-mini").status, 405);
}

QTEST_GUILESS_MAIN(TestLocalServerPermissions)
#include "tst_localserver_permissions.moc"
