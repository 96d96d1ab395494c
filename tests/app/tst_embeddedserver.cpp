// SPDX-License-Identifier: GPL-3.0-or-later
// The server inside the program: who may do what on it, with the tokens made for one run.
#include "app/embeddedserver.h"

#include "support/rawhttp.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestEmbeddedServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void permissionsTakeTheSecondToken();
    void anArchiveHasOneToo();

private:
    void start(EmbeddedServer &server)
    {
        QString error = u"nothing came"_s;
        server.ensureRunning(this, [&error](const QString &said) { error = said; });
        QTRY_COMPARE_WITH_TIMEOUT(error, QString(), 20'000);
    }
    static int status(const EmbeddedServer &server, const QString &key, const QByteArray &target)
    {
        return rawRequest(server.url(), "GET", target, {{"Authorization", "Bearer " + key.toUtf8()}}).status;
    }
    static constexpr const char *permissions = "/v1/fine_tuning/checkpoints/ft:x:ckpt-step-1/permissions";
};

void TestEmbeddedServer::permissionsTakeTheSecondToken()
{
    const QTemporaryDir folder;
    EmbeddedServer server(folder.path());
    start(server);
    const QString token = server.token().reveal();
    const QString admin = server.adminToken().reveal();
    QVERIFY(token != admin);
    QVERIFY(admin.startsWith(u"sk-admin-local-"_s));
    QVERIFY(!admin.contains(token.section(u'-', -1))); // who has one does not have the other
    QCOMPARE(status(server, token, permissions), 403);
    QCOMPARE(status(server, admin, permissions), 404); // there is no such checkpoint
    QCOMPARE(status(server, u"sk-admin-other"_s, permissions), 401);
    QCOMPARE(status(server, token, "/v1/fine_tuning/jobs"), 200);

    EmbeddedServer another(folder.filePath(u"another"_s));
    QVERIFY(another.adminToken().reveal() != admin);
}

void TestEmbeddedServer::anArchiveHasOneToo()
{
    const QTemporaryDir folder;
    {
        EmbeddedServer server(folder.path());
        start(server);
    }
    EmbeddedServer archive(folder.path(), EmbeddedServer::Mode::ReadOnly);
    start(archive);
    QCOMPARE(status(archive, archive.adminToken().reveal(), permissions), 404);
    QCOMPARE(status(archive, archive.token().reveal(), permissions), 403);
}

QTEST_GUILESS_MAIN(TestEmbeddedServer)
#include "tst_embeddedserver.moc"
