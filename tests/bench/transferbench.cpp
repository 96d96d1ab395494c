// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferbench.h"

#include "api/session.h"
#include "base/clock.h"
#include "heartbeat.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "reference.h"
#include "transfers/partplan.h"
#include "transfers/transferqueue.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTextStream>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 singleSize = 512 * mebibyte;
constexpr qint64 largeSize = 2048 * mebibyte;

bool makeFile(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray block(1024 * 1024, 'x');
    for (qint64 i = 0; i < size / block.size(); ++i) {
        block[int(i % 1000)] = char('a' + i % 26);
        if (file.write(block) != block.size())
            return false;
    }
    return true;
}

struct Took
{
    double seconds = 0;
    double grownMiB = 0;
    double blockMs = 0;
    double blockCpuMs = 0;
    TransferRecord record;
};

/// From `begin`, which gives the transfer's id, to its end.
Took run(TransferQueue &queue, const std::function<QString()> &begin)
{
    QEventLoop loop;
    QObject::connect(&queue, &TransferQueue::ended, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    resetPeak();
    const qint64 before = peakKiB();
    Heartbeat heartbeat;
    QElapsedTimer timer;
    timer.start();
    heartbeat.start();
    const QString id = begin();
    loop.exec();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    heartbeat.stop();
    const TransferRecord record = queue.status(id).record;
    if (record.state != TransferRecord::State::Completed)
        std::fprintf(stderr, "the transfer failed: %s\n", qPrintable(record.error.details()));
    return {seconds, double(peakKiB() - before) / 1024, heartbeat.worstMs(), heartbeat.worstCpuMs(), record};
}

struct Figures
{
    QList<double> seconds, reference, grownMiB, blockMs, blockCpuMs;
    void add(const Took &took)
    {
        seconds << took.seconds;
        grownMiB << took.grownMiB;
        blockMs << took.blockMs;
        blockCpuMs << took.blockCpuMs;
    }
    void print(const QByteArray &name, const char *referenceName, const char *memoryBar) const
    {
        report(name.constData(), median(seconds), referenceName, median(reference), "s");
        report((name + ", memory grown").constData(), median(grownMiB), "MiB", memoryBar);
        report((name + ", longest block").constData(), median(blockMs), "ms", "bar 16 ms");
        report((name + ", longest block, this thread's own").constData(), median(blockCpuMs), "ms", "bar 16 ms");
    }
};

QByteArray digestOf(const QString &path, QCryptographicHash::Algorithm algorithm)
{
    QFile file(path);
    QCryptographicHash hash(algorithm);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

QJsonObject post(const QUrl &url, const QJsonObject &body)
{
    QProcess curl;
    curl.start(u"curl"_s, {u"-sS"_s, u"-H"_s, u"Authorization: Bearer sk-test"_s, u"-H"_s, u"Content-Type: application/json"_s,
                           u"-d"_s, QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)), url.toString()});
    curl.waitForFinished(-1);
    return QJsonDocument::fromJson(curl.readAllStandardOutput()).object();
}

/// The same job as a script would do it: the same parts, one after the other over one connection, then complete with the
/// MD5, which somebody worked out before. The parts lie on the disk already.
double curlInParts(const QUrl &baseUrl, const QStringList &parts, const QByteArray &md5)
{
    const QJsonObject upload = post(QUrl(baseUrl.toString() + u"/uploads"_s),
                                    {{u"filename"_s, u"big.bin"_s}, {u"purpose"_s, u"evals"_s},
                                     {u"bytes"_s, largeSize}, {u"mime_type"_s, u"application/octet-stream"_s}});
    const QString id = upload[u"id"_s].toString();
    QTemporaryFile config;
    if (!config.open())
        return 0;
    QTextStream lines(&config);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        lines << (i > 0 ? "next\n" : "") << "url = \"" << baseUrl.toString() << "/uploads/" << id << "/parts\"\n"
              << "header = \"Authorization: Bearer sk-test\"\nheader = \"Expect:\"\nform = \"data=@" << parts.at(i)
              << "\"\nwrite-out = \"\\n\"\n";
    }
    lines.flush();
    QElapsedTimer timer;
    timer.start();
    QProcess curl;
    curl.start(u"curl"_s, {u"-sS"_s, u"-K"_s, config.fileName()});
    curl.waitForFinished(-1);
    QJsonArray ids;
    static const QRegularExpression partId(u"\"id\":\\s*\"(part_[^\"]+)\""_s);
    auto matches = partId.globalMatch(QString::fromUtf8(curl.readAllStandardOutput()));
    while (matches.hasNext())
        ids.append(matches.next().captured(1));
    const QJsonObject done = post(QUrl(baseUrl.toString() + u"/uploads/"_s + id + u"/complete"_s),
                                  {{u"part_ids"_s, ids}, {u"md5"_s, QString::fromLatin1(md5)}});
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (done[u"status"_s].toString() != "completed"_L1)
        std::fprintf(stderr, "curl's upload failed: %s\n", QJsonDocument(done).toJson().constData());
    const QString file = done[u"file"_s][u"id"_s].toString();
    curlSeconds({u"-X"_s, u"DELETE"_s, baseUrl.toString() + u"/files/"_s + file});
    return seconds;
}

struct Wire
{
    explicit Wire(const QUrl &baseUrl, const QString &journal)
    {
        RequestQueue::Options options;
        options.baseUrl = baseUrl;
        options.credentials.apiKey = u"sk-test"_s;
        TransportOptions transport;
        transport.proxyUrl = u"none"_s;
        session = std::make_unique<Session>(
            std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock, [] { return 0.5; }), clock);
        TransferQueue::Options queueOptions;
        queueOptions.journalFolder = journal;
        queueOptions.partsFrom = singleSize;
        queue = std::make_unique<TransferQueue>(*session, queueOptions);
        QEventLoop loop;
        QObject::connect(queue.get(), &TransferQueue::opened, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        queue->open();
        loop.exec();
    }
    void remove(const QString &fileId)
    {
        QEventLoop loop;
        session->files().remove(fileId, &loop, [&loop](const Result<bool> &) { loop.quit(); });
        loop.exec();
    }
    SystemClock clock;
    std::unique_ptr<Session> session;
    std::unique_ptr<TransferQueue> queue;
};

} // namespace

void transfers(const QUrl &baseUrl, int runs)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"big.txt"_s);
    if (!makeFile(path, singleSize)) {
        std::fprintf(stderr, "no room for %s\n", qPrintable(path));
        return;
    }
    Wire wire(baseUrl, folder.filePath(u"journal"_s));
    Figures up;
    Figures down;
    for (int i = 0; i < runs; ++i) {
        if (const auto seconds = curlSeconds({u"-F"_s, u"purpose=evals"_s, u"-F"_s, u"file=@"_s + path,
                                              baseUrl.toString() + u"/files"_s}))
            up.reference << *seconds;
        const Took sent = run(*wire.queue, [&] {
            return wire.queue->addUploads({{path, u"big.txt"_s, singleSize, u"evals"_s, {}}}).first();
        });
        up.add(sent);
        FileObject made;
        made.id = sent.record.fileId;
        made.filename = u"big.txt"_s;
        made.bytes = singleSize;

        const QString copy = folder.filePath(u"copy.txt"_s);
        // Both write to the disk; curl does not flush it there at the end.
        if (const auto seconds =
                curlSeconds({u"-o"_s, copy, baseUrl.toString() + u"/files/"_s + made.id + u"/content"_s}))
            down.reference << *seconds;
        QFile::remove(copy);
        down.add(run(*wire.queue, [&] { return wire.queue->addDownload(made, copy, true); }));
        QFile::remove(copy);
        wire.remove(made.id);
    }
    up.print("upload 512 MiB in one request", "curl", "bar 32 MiB");
    down.print("download 512 MiB", "curl", "bar 32 MiB");
}

void uploadInParts(const QUrl &baseUrl, int runs)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"big.bin"_s);
    if (!makeFile(path, largeSize)) {
        std::fprintf(stderr, "no room for %s\n", qPrintable(path));
        return;
    }
    const qint64 partSize = partSizeFor(largeSize);
    QStringList parts;
    {
        QFile whole(path);
        if (!whole.open(QIODevice::ReadOnly))
            return;
        for (int i = 0; i < partCountFor(largeSize, partSize); ++i) {
            QFile part(folder.filePath(u"part.%1"_s.arg(i)));
            if (!part.open(QIODevice::WriteOnly) || part.write(whole.read(partSize)) <= 0)
                return;
            parts << part.fileName();
        }
    }
    const QByteArray md5 = digestOf(path, QCryptographicHash::Md5);
    Wire wire(baseUrl, folder.filePath(u"journal"_s));
    Figures figures;
    QList<double> withMd5;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        QProcess::execute(u"sh"_s, {u"-c"_s, u"md5sum \"$1\" >/dev/null"_s, u"sh"_s, path});
        const double md5Seconds = double(timer.nsecsElapsed()) / 1e9;
        figures.reference << curlInParts(baseUrl, parts, md5);
        const Took sent = run(*wire.queue, [&] {
            return wire.queue->addUploads({{path, u"big.bin"_s, largeSize, u"evals"_s, {}}}).first();
        });
        figures.add(sent);
        withMd5 << md5Seconds + figures.reference.last();
        wire.remove(sent.record.fileId);
    }
    // The console works the MD5 out while it sends; the bare stream was handed it.
    report("upload 2 GiB in parts", median(figures.seconds), "md5sum, then one curl stream", median(withMd5), "s");
    figures.print("upload 2 GiB in parts", "one curl stream", "bar 64 MiB");
}

} // namespace odc::bench
