// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchbench.h"

#include "api/session.h"
#include "base/clock.h"
#include "index/objectindex.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/serverprocess.h"
#include "transfers/transferqueue.h"
#include "watch/jobwatch.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <memory>

#include <sys/resource.h>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int batches = 1'000;
constexpr int mostAtOnce = 4;

/// Seconds of CPU that this process took.
double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

/// One file whose only request is never answered, and as many batches of it. False when that failed.
bool makeBatches(Session &session)
{
    QTemporaryDir folder;
    FileCreate create;
    create.path = folder.filePath(u"never.jsonl"_s);
    create.purpose = u"batch"_s;
    QFile file(create.path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(
        R"({"custom_id":"1","method":"POST","url":"/v1/chat/completions","body":{"model":"local-echo",)"
        R"("messages":[{"role":"user","content":"[[never]]"}]}})"
        "\n");
    file.close();
    QEventLoop loop;
    int made = 0;
    int started = 0;
    bool failed = false;
    std::function<void(const QString &)> next = [&](const QString &fileId) {
        if (started >= batches)
            return;
        ++started;
        const QJsonObject body{{u"input_file_id"_s, fileId},
                               {u"endpoint"_s, u"/v1/chat/completions"_s},
                               {u"completion_window"_s, u"24h"_s},
                               {u"metadata"_s, QJsonObject{{u"name"_s, u"night %1"_s.arg(started)}}}};
        session.batches().create(body, &loop, [&, fileId](const Result<BatchObject> &batch) {
            failed = failed || !batch;
            if (failed || ++made == batches)
                loop.quit();
            else
                next(fileId);
        });
    };
    session.files().create(create, &loop, [&](const Result<FileObject> &uploaded) {
        failed = !uploaded;
        if (failed) {
            loop.quit();
            return;
        }
        for (int i = 0; i < mostAtOnce; ++i)
            next(uploaded->id);
    });
    loop.exec();
    return !failed;
}

void wait(int seconds)
{
    QEventLoop loop;
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

void watching(const test::ServerProcess &server, int seconds)
{
    SystemClock clock;
    RequestQueue::Options options;
    options.baseUrl = server.url();
    options.credentials.apiKey = u"sk-bench"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    Session session(std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock,
                                                   systemRandom()),
                    clock);
    if (!makeBatches(session)) {
        std::fputs("the batches could not be made\n", stderr);
        return;
    }
    QTemporaryDir folder;
    ObjectIndex::Options kept;
    kept.file = folder.filePath(u"index.sqlite"_s);
    ObjectIndex index(kept, clock);
    session.setObserver(&index);
    TransferQueue::Options queue;
    queue.journalFolder = folder.filePath(u"transfers"_s);
    TransferQueue transfers(session, queue);
    {
        JobWatch watch(session, index, transfers, clock);
        index.open();
        watch.start(30);
        wait(30); // everything is read once
        server.clearLog();
        const double rssBefore = residentMiB();
        const double cpuBefore = cpuSeconds();
        wait(seconds);
        const double cpu = cpuSeconds() - cpuBefore;
        std::printf("watch: %d running, %.1f requests a minute (at most 30), %.2f %% of a core (at most 1), "
                    "%.1f MiB at first, %.1f MiB in the end\n",
                    int(watch.running().size()), double(server.log().size()) * 60 / seconds,
                    cpu * 100 / seconds, rssBefore, residentMiB());
    }
    session.setObserver(nullptr);
}

} // namespace odc::bench
