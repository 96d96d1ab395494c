// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferbench.h"

#include "api/session.h"
#include "base/clock.h"
#include "heartbeat.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "reference.h"
#include "transfers/filetasks.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileSize = 512LL * 1024 * 1024;

bool makeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray block(1024 * 1024, 'x');
    for (qint64 i = 0; i < fileSize / block.size(); ++i) {
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
};

Took run(BulkJob &job)
{
    QEventLoop loop;
    QObject::connect(&job, &BulkJob::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    resetPeak();
    const qint64 before = peakKiB();
    Heartbeat heartbeat;
    QElapsedTimer timer;
    timer.start();
    heartbeat.start();
    job.start();
    loop.exec();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    heartbeat.stop();
    if (job.count(BulkItem::State::Done) != 1)
        std::fprintf(stderr, "the transfer failed: %s\n", qPrintable(job.items().first().error.details()));
    return {seconds, double(peakKiB() - before) / 1024, heartbeat.worstMs()};
}

} // namespace

void transfers(const QUrl &baseUrl, int runs)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"big.txt"_s);
    if (!makeFile(path)) {
        std::fprintf(stderr, "no room for %s\n", qPrintable(path));
        return;
    }
    SystemClock clock;
    RequestQueue::Options options;
    options.baseUrl = baseUrl;
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    Session session(std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock,
                                                   [] { return 0.5; }),
                    clock);
    QList<double> up, upCurl, upMemory, upBlock, down, downCurl, downMemory, downBlock;
    for (int i = 0; i < runs; ++i) {
        if (const auto seconds = curlSeconds({u"-F"_s, u"purpose=evals"_s, u"-F"_s, u"file=@"_s + path,
                                              baseUrl.toString() + u"/files"_s}))
            upCurl << *seconds;
        FileObject made;
        UploadFilesJob upload(session, {{path, u"big.txt"_s, fileSize}}, {u"evals"_s, {}});
        QObject::connect(&upload, &UploadFilesJob::uploaded, &upload,
                         [&](const FileObject &file) { made = file; });
        const Took sent = run(upload);
        up << sent.seconds;
        upMemory << sent.grownMiB;
        upBlock << sent.blockMs;

        const QString copy = folder.filePath(u"copy.txt"_s);
        // Both write to the disk; curl does not flush it there at the end.
        if (const auto seconds =
                curlSeconds({u"-o"_s, copy, baseUrl.toString() + u"/files/"_s + made.id + u"/content"_s}))
            downCurl << *seconds;
        QFile::remove(copy);
        DownloadFilesJob download(session, made, copy, true);
        const Took got = run(download);
        down << got.seconds;
        downMemory << got.grownMiB;
        downBlock << got.blockMs;
        QFile::remove(copy);
        DeleteFilesJob removal(session, {made});
        run(removal);
    }
    report("upload 512 MiB", median(up), "curl", median(upCurl), "s");
    report("upload 512 MiB, memory grown", median(upMemory), "MiB", "bar 32 MiB");
    report("upload 512 MiB, longest block", median(upBlock), "ms", "bar 16 ms");
    report("download 512 MiB", median(down), "curl", median(downCurl), "s");
    report("download 512 MiB, memory grown", median(downMemory), "MiB", "bar 32 MiB");
    report("download 512 MiB, longest block", median(downBlock), "ms", "bar 16 ms");
}

} // namespace odc::bench
