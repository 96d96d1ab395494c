// SPDX-License-Identifier: GPL-3.0-or-later
// The vector stores of the sample data: believable, searchable, the same however often they are seeded; and
// many of them for measuring.
#include "storeclient.h"

#include <QMap>
#include <QSet>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStoreSeed : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(emptyFolder()); }

    void theyAreVaried();
    void countsAndUsageAddUp();
    void searchesMakeSense_data();
    void searchesMakeSense();
    void oneExpiresSoon();
    void seedingTwiceChangesNothing();
    void manyOfThem();

private:
    void startSeeded()
    {
        start([](LocalServer::Options &options) { options.seed = LocalServer::Seed::Sample; });
    }
    QMap<QString, QJsonObject> byName() const
    {
        QMap<QString, QJsonObject> stores;
        for (const QJsonValue &each : list("/v1/vector_stores"))
            stores.insert(each[u"name"_s].toString(), each.toObject());
        return stores;
    }
    QByteArray idOfStore(const QString &name) const { return byName()[name][u"id"_s].toString().toUtf8(); }
};

void TestLocalServerStoreSeed::theyAreVaried()
{
    startSeeded();
    const QMap<QString, QJsonObject> stores = byName();
    QCOMPARE(stores.size(), 6);
    QVERIFY(stores.contains(QString())); // one without a name
    QSet<QString> statuses, languages, keys, errors;
    for (const QJsonObject &each : stores) {
        statuses.insert(each[u"status"_s].toString());
        const QByteArray id = each[u"id"_s].toString().toUtf8();
        for (const QJsonValue &file : list(storePath(id) + "/files")) {
            statuses.insert(u"file "_s + file[u"status"_s].toString());
            const QStringList names = file[u"attributes"_s].toObject().keys();
            keys.unite({names.begin(), names.end()});
            languages.insert(file[u"attributes"_s][u"lang"_s].toString());
            errors.insert(file[u"last_error"_s][u"code"_s].toString());
            QVERIFY(file[u"created_at"_s].toInteger() > each[u"created_at"_s].toInteger());
        }
    }
    QCOMPARE(statuses, (QSet<QString>{u"completed"_s, u"in_progress"_s, u"file completed"_s,
                                      u"file in_progress"_s, u"file failed"_s}));
    QVERIFY(languages.contains(u"de"_s) && languages.contains(u"fr"_s) && keys.size() >= 6);
    QVERIFY(errors.contains(u"unsupported_file"_s));
}

void TestLocalServerStoreSeed::countsAndUsageAddUp()
{
    startSeeded();
    for (const QJsonObject &each : byName()) {
        const QByteArray id = each[u"id"_s].toString().toUtf8();
        QMap<QString, int> states;
        for (const QJsonValue &file : list(storePath(id) + "/files"))
            ++states[file[u"status"_s].toString()];
        QCOMPARE(countsOf(each),
                 counts(states[u"in_progress"_s], states[u"completed"_s], states[u"failed"_s], 0));
        QCOMPARE(each[u"usage_bytes"_s].toInteger(), usageOfFiles(id));
    }
}

void TestLocalServerStoreSeed::searchesMakeSense_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("filename");
    QTest::newRow("manual") << u"support-kb"_s << u"what does error E7 mean"_s << u"manual-x200.md"_s;
    QTest::newRow("policy") << u"support-kb"_s << u"opened hygiene goods cannot be returned"_s
                            << u"returns-policy.md"_s;
    QTest::newRow("German") << u"support-kb"_s << u"Wie oft muss ich entkalken?"_s << u"faq-de.md"_s;
    QTest::newRow("French") << u"support-kb"_s << u"comment renvoyer un article"_s << u"faq-fr.html"_s;
    QTest::newRow("table") << u"support-kb"_s << u"shipping price Norway"_s << u"shipping-rates.csv"_s;
    QTest::newRow("contract") << u"contracts"_s << u"breakage in transit"_s << u"supply-nordlicht.md"_s;
    QTest::newRow("handbook") << u"hr-handbook"_s << u"work from another country"_s << u"remote-work.md"_s;
}

void TestLocalServerStoreSeed::searchesMakeSense()
{
    QFETCH(QString, store);
    QFETCH(QString, query);
    startSeeded();
    QTEST(found(idOfStore(store), query).first()[u"filename"_s].toString(), "filename");
}

void TestLocalServerStoreSeed::oneExpiresSoon()
{
    startSeeded();
    const auto name = u"experiment: small chunks"_s;
    const QJsonObject one = byName()[name];
    const qint64 left = one[u"expires_at"_s].toInteger() - QDateTime::currentSecsSinceEpoch();
    QVERIFY(left > 86400 && left <= 2 * 86400);
    m_server.advanceClock(2 * 86400 + 1);
    QCOMPARE(byName()[name][u"status"_s].toString(), u"expired"_s);
}

void TestLocalServerStoreSeed::seedingTwiceChangesNothing()
{
    startSeeded();
    const QMap<QString, QJsonObject> before = byName();
    const QJsonArray files = uploadedFiles();
    QVERIFY(!files.isEmpty());
    QString error;
    QVERIFY(m_server.seedSample(&error));
    QCOMPARE(byName(), before);
    QCOMPARE(uploadedFiles(), files);
    startSeeded();
    QCOMPARE(byName(), before);
}

void TestLocalServerStoreSeed::manyOfThem()
{
    start([](LocalServer::Options &options) {
        options.seed = LocalServer::Seed::Large;
        options.seedCount = 1;
        options.seedStores = 3;
        options.seedStoreFiles = 700;
    });
    const QJsonArray stores = list("/v1/vector_stores");
    QCOMPARE(stores.size(), 3);
    for (const QJsonValue &each : stores) {
        QCOMPARE(countsOf(each.toObject()), counts(0, 693, 7, 0));
        QVERIFY(!found(each[u"id"_s].toString().toUtf8(), u"kettle lid"_s).isEmpty());
    }
    LocalServer::Options options;
    options.dataDir = m_dir.path();
    options.seedStores = 100'000;
    QString error;
    QVERIFY(!m_server.start(options, &error));
    QVERIFY(error.contains(u"1,000,000"_s));
}

QTEST_GUILESS_MAIN(TestLocalServerStoreSeed)
#include "tst_localserver_storeseed.moc"
