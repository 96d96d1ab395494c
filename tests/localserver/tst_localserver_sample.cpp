// SPDX-License-Identifier: GPL-3.0-or-later
// The sample data is the first thing a newcomer sees: it must be valid, varied, and the same however often it
// is asked for.
#include "localserver/localserver.h"
#include "support/rawhttp.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace odc::test;
using odc::server::LocalServer;

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        LocalServer::Options options;
        options.dataDir = m_dir->path();
        QString error;
        QVERIFY2(m_server->start(options, &error), qPrintable(error));
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void isVariedAndSeededOnlyOnce();
    void keepsTheRulesOfItsPurposes();
    void linesAreWhatTheirPurposeAsksFor();
    void batchOutputsAnswerTheirInputs();
    void imagesCanBeDecoded();
    void stoppingWaitsForIt();
    void seedsAndListsTenThousand();

private:
    QJsonArray seeded()
    {
        QString error;
        if (!m_server->seedSample(&error))
            qWarning("%s", qPrintable(error));
        return rawRequest(m_server->baseUrl(), "GET", "/v1/files").json()[u"data"_s].toArray();
    }
    QByteArray bytesOf(const QString &id) const
    {
        QFile file(m_dir->filePath(u"files/"_s + id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray bytesNamed(const QJsonArray &files, const QString &name) const
    {
        for (const QJsonValue &file : files) {
            if (file[u"filename"_s] == name)
                return bytesOf(file[u"id"_s].toString());
        }
        return {};
    }
    static QList<QJsonObject> linesOf(const QByteArray &text)
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : text.split('\n')) {
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalServer> m_server;
};

void TestSample::isVariedAndSeededOnlyOnce()
{
    const QJsonArray files = seeded();
    QCOMPARE(files.size(), 89);
    QSet<QString> purposes, statuses, days;
    int expiring = 0, soon = 0;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const QJsonValue &file : files) {
        purposes.insert(file[u"purpose"_s].toString());
        statuses.insert(file[u"status"_s].toString());
        days.insert(QString::number((now - file[u"created_at"_s].toInteger()) / 86400));
        const QJsonValue expires = file[u"expires_at"_s];
        expiring += !expires.isNull();
        soon += !expires.isNull() && expires.toInteger() - now < 86400;
        QVERIFY(file[u"bytes"_s].toInteger() > 0);
    }
    QCOMPARE(purposes.size(), 9); // every one there is
    QVERIFY(statuses.contains(u"error"_s) && statuses.contains(u"processed"_s));
    QCOMPARE_GE(days.size(), 12);
    QVERIFY(expiring >= 5 && soon >= 1 && soon < expiring);

    const QString deleted = files[3][u"id"_s].toString();
    QCOMPARE(rawRequest(m_server->baseUrl(), "DELETE", "/v1/files/" + deleted.toUtf8()).status, 200);
    const QJsonArray again = seeded();
    QCOMPARE(again.size(), files.size());
    QSet<QString> before, after;
    for (const QJsonValue &file : files)
        before.insert(file[u"id"_s].toString());
    for (const QJsonValue &file : again)
        after.insert(file[u"id"_s].toString());
    QCOMPARE(after, before);
}

void TestSample::keepsTheRulesOfItsPurposes()
{
    for (const QJsonValue &file : seeded()) {
        const QString purpose = file[u"purpose"_s].toString();
        const QString name = file[u"filename"_s].toString();
        QCOMPARE(bytesOf(file[u"id"_s].toString()).size(), file[u"bytes"_s].toInteger());
        if (purpose == u"batch"_s) {
            QVERIFY2(name.endsWith(u".jsonl"_s), qPrintable(name));
            QCOMPARE(file[u"expires_at"_s].toInteger() - file[u"created_at"_s].toInteger(), 30 * 86400);
        } else if (purpose == u"fine-tune"_s) {
            QVERIFY2(name.endsWith(u".jsonl"_s), qPrintable(name));
        }
        QCOMPARE(file[u"status_details"_s].isNull(), file[u"status"_s].toString() != u"error"_s);
    }
}

void TestSample::linesAreWhatTheirPurposeAsksFor()
{
    for (const QJsonValue &file : seeded()) {
        const QString name = file[u"filename"_s].toString();
        if (!name.endsWith(u".jsonl"_s) || file[u"status"_s] == u"error"_s)
            continue;
        const QString purpose = file[u"purpose"_s].toString();
        QSet<QString> ids;
        for (const QJsonObject &line : linesOf(bytesOf(file[u"id"_s].toString()))) {
            QVERIFY2(!line.isEmpty(), qPrintable(name));
            if (purpose.startsWith(u"batch"_s)) {
                const QString id = line[u"custom_id"_s].toString();
                QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(name));
                ids.insert(id);
            }
            if (purpose == u"batch"_s) {
                QCOMPARE(line[u"method"_s].toString(), u"POST"_s);
                QVERIFY(line[u"url"_s].toString().startsWith(u"/v1/"_s));
                QVERIFY(!line[u"body"_s][u"model"_s].toString().isEmpty());
            } else if (purpose == u"fine-tune"_s) {
                QVERIFY2(line.contains(u"messages"_s) || line.contains(u"preferred_output"_s) ||
                             line.contains(u"completion"_s),
                         qPrintable(name));
            } else if (purpose == u"evals"_s) {
                QVERIFY2(line[u"item"_s].isObject(), qPrintable(name));
            }
        }
    }
}

void TestSample::batchOutputsAnswerTheirInputs()
{
    const QJsonArray files = seeded();
    const auto idsOf = [&](const QString &name) {
        QSet<QString> ids;
        for (const QJsonObject &line : linesOf(bytesNamed(files, name)))
            ids.insert(line[u"custom_id"_s].toString());
        return ids;
    };
    QCOMPARE(idsOf(u"batch_0191_output.jsonl"_s), idsOf(u"nightly-batch-11.jsonl"_s));
    const QSet<QString> done = idsOf(u"batch_0192_output.jsonl"_s);
    const QSet<QString> failed = idsOf(u"batch_0192_errors.jsonl"_s);
    QVERIFY(!failed.isEmpty() && !done.intersects(failed));
    QCOMPARE(done + failed, idsOf(u"nightly-batch-12.jsonl"_s));
    QCOMPARE(idsOf(u"batch_0174_output.jsonl"_s), idsOf(u"reviews-in-09.jsonl"_s));
}

void TestSample::imagesCanBeDecoded()
{
    int images = 0;
    for (const QJsonValue &file : seeded()) {
        if (!file[u"filename"_s].toString().endsWith(u".png"_s))
            continue;
        ++images;
        QImage image;
        QVERIFY(image.loadFromData(bytesOf(file[u"id"_s].toString()), "PNG"));
        QCOMPARE_GE(image.width(), 300);
        QVERIFY(image.pixel(0, 0) != image.pixel(10, image.height() - 1));
    }
    QCOMPARE_GE(images, 4);
}

void TestSample::stoppingWaitsForIt()
{
    // As when the program ends right after the button was pressed.
    QString error;
    std::thread seeding([&] { m_server->seedSample(&error); });
    const QDir files(m_dir->filePath(u"files"_s));
    for (const QDeadlineTimer patience(20'000);
         files.entryList(QDir::Files).isEmpty() && !patience.hasExpired();)
        std::this_thread::yield(); // until it is at it
    m_server->stop();
    seeding.join();
    QCOMPARE(error, QString());
    LocalServer::Options options;
    options.dataDir = m_dir->path();
    QVERIFY2(m_server->start(options, &error), qPrintable(error));
    QVERIFY(rawRequest(m_server->baseUrl(), "GET", "/v1/files?limit=100").json()[u"data"_s].toArray().size() >
            30);
}

void TestSample::seedsAndListsTenThousand()
{
    m_server->stop();
    LocalServer::Options options;
    options.dataDir = m_dir->path();
    options.seed = LocalServer::Seed::Large;
    QString error;
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(m_server->start(options, &error), qPrintable(error));
    const qint64 seeding = timer.restart();
    const RawReply list = rawRequest(m_server->baseUrl(), "GET", "/v1/files");
    const qint64 listing = timer.elapsed();
    qInfo("seeded 10,000 files in %lld ms, listed them in %lld ms (%lld bytes)", seeding, listing,
          qint64(list.body.size()));
    QCOMPARE(list.json()[u"data"_s].toArray().size(), 10'000);
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_localserver_sample.moc"
