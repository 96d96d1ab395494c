// SPDX-License-Identifier: GPL-3.0-or-later
// The local server as a part of the program that is loaded when it is first wanted.
#include "app/servermaker.h"

#include "localserver/localserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestLoadedServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QFile::remove(beside()); }
    void cleanup() { QFile::remove(beside()); }

    void saysThatItIsMissing()
    {
        QString error;
        QVERIFY(!makeLocalServer(&error));
        QVERIFY2(error.contains(u"built-in server is missing"_s), qPrintable(error));
    }

    void saysWhyItCannotBeLoaded()
    {
        QFile broken(beside());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no library");
        broken.close();
        QString error;
        QVERIFY(!makeLocalServer(&error));
        QVERIFY2(error.contains(u"cannot be loaded"_s) && error.contains(beside()), qPrintable(error));
    }

    void isNotLoadedWhereAnybodyMayHavePutIt()
    {
        QVERIFY(QFile::copy(QStringLiteral(ODC_SERVER_MODULE_FILE), beside()));
        QVERIFY(QFile::setPermissions(beside(), QFile::permissions(beside()) | QFile::WriteOther));
        QString error;
        QVERIFY(!makeLocalServer(&error));
        QVERIFY2(error.contains(u"anybody may change it"_s), qPrintable(error));
    }

    void isNotCalledWhenItIsOfAnotherVersion()
    {
        // Any library without the function of this version.
        QVERIFY(QFile::copy(QStringLiteral(ODC_OTHER_LIBRARY), beside()));
        QString error;
        QVERIFY(!makeLocalServer(&error));
        QVERIFY2(error.contains(u"another version"_s), qPrintable(error));
    }

    void servesWhereItStandsBesideTheProgram()
    {
        QVERIFY(QFile::link(QStringLiteral(ODC_SERVER_MODULE_FILE), beside()));
        QString error;
        const std::shared_ptr<server::LocalServer> server = makeLocalServer(&error);
        QVERIFY2(server, qPrintable(error));
        const QTemporaryDir folder;
        server::LocalServer::Options options;
        options.dataDir = folder.path();
        QVERIFY2(server->start(options, &error), qPrintable(error));
        QVERIFY(server->isRunning());
        QVERIFY(server->seedSample(&error));
        QVERIFY(!server->baseUrl().isEmpty());
        server->stop();
        QVERIFY(!server->isRunning());
    }

private:
    static QString beside()
    {
        return QCoreApplication::applicationDirPath() + u'/' + QStringLiteral(ODC_SERVER_MODULE);
    }
};

QTEST_GUILESS_MAIN(TestLoadedServer)
#include "tst_loadedserver.moc"
