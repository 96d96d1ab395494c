// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletebench.h"

#include "api/pager.h"
#include "api/session.h"
#include "audit/auditlog.h"
#include "base/clock.h"
#include "base/requestlog.h"
#include "cleaning/cleaningjob.h"
#include "heartbeat.h"
#include "index/objectindex.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "reference.h"
#include "support/serverprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <cstdio>
#include <optional>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int fileCount = 10'000;
constexpr int atOnce = 6;

/// A profile as the program opens one.
struct Profile
{
    Profile(const QUrl &baseUrl, const QString &folder)
    {
        RequestQueue::Options options;
        options.baseUrl = baseUrl;
        options.credentials.apiKey = u"sk-test"_s;
        TransportOptions transport;
        transport.proxyUrl = u"none"_s;
        session = std::make_unique<Session>(
            std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock,
                                           [] { return 0.5; }),
            clock);
        ObjectIndex::Options indexOptions;
        indexOptions.file = folder + u"/index.sqlite"_s;
        index = std::make_unique<ObjectIndex>(indexOptions, clock);
        AuditLog::Options auditOptions;
        auditOptions.file = folder + u"/audit.jsonl"_s;
        audit = std::make_unique<AuditLog>(auditOptions, session->requestLog(), clock);
        session->setObserver(index.get());
        QEventLoop loop;
        QObject::connect(index.get(), &ObjectIndex::loaded, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        index->open();
        loop.exec();
    }
    ~Profile() { session->setObserver(nullptr); }

    QList<CleaningItem> everything()
    {
        QList<CleaningItem> items;
        QEventLoop loop;
        Pager<FileObject> pager;
        Pager<FileObject>::Events events;
        events.page = [&](const QList<FileObject> &files) {
            for (const FileObject &file : files) {
                CleaningItem item;
                item.id = file.id;
                item.title = file.filename;
                item.bytes = file.bytes;
                items << item;
            }
        };
        events.finished = [&] { loop.quit(); };
        events.failed = [&](const ApiError &error) {
            std::fprintf(stderr, "the list failed: %s\n", qPrintable(error.details()));
            loop.quit();
        };
        pager.start(
            [&](const QString &after, std::function<void(Result<Page<FileObject>>)> done) {
                FileListQuery query;
                query.limit = fileCount;
                query.after = after;
                return session->files().list(query, &loop, std::move(done));
            },
            std::move(events));
        loop.exec();
        index->whenSettled(&loop, [&] { loop.quit(); });
        loop.exec();
        // Written, too: what follows is not to be slowed down by the list.
        index->rawObjects(ObjectKind::Model, &loop, [&](const QList<QByteArray> &) { loop.quit(); });
        loop.exec();
        return items;
    }
    CleaningReport finish(CleaningJob &job)
    {
        QEventLoop loop;
        QObject::connect(&job, &BulkJob::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        job.start();
        loop.exec();
        return job.report();
    }

    SystemClock clock;
    std::unique_ptr<Session> session;
    std::unique_ptr<ObjectIndex> index;
    std::unique_ptr<AuditLog> audit;
};

bool startSeeded(test::ServerProcess &server)
{
    if (server.start({u"--seed"_s, u"large"_s, u"--seed-count"_s, QString::number(fileCount),
                      u"--seed-evals"_s, u"0"_s, u"--seed-stores"_s, u"0"_s, u"--seed-jobs"_s, u"0"_s,
                      u"--seed-batch-lines"_s, u"0"_s}))
        return true;
    std::fprintf(stderr, "the local server did not start: %s\n", qPrintable(server.errorText()));
    return false;
}

struct Times
{
    double whole = 0;   ///< seconds: planned, deleted, listed again
    double deletes = 0; ///< from the first that is sent to the last answer
};

/// Deletes all files of the server and tells how long that took; none when some are left.
std::optional<Times> cleanTimed(const QUrl &baseUrl, const QString &journal)
{
    QTemporaryDir folder;
    Profile profile(baseUrl, folder.path());
    const QList<CleaningItem> items = profile.everything();
    CleaningJob job(*profile.session, *profile.index, items, journal);
    QElapsedTimer timer;
    const auto seconds = [&timer] { return double(timer.nsecsElapsed()) / 1e9; };
    double first = 0;
    double last = 0;
    const RequestLog &log = profile.session->requestLog();
    QObject::connect(&log, &RequestLog::added, &job, [&] { first = first > 0 ? first : seconds(); });
    QObject::connect(&log, &RequestLog::ended, &job, [&](const LoggedCall &call) {
        if (call.method == "DELETE")
            last = seconds();
    });
    timer.start();
    const CleaningReport report = profile.finish(job);
    if (report.deleted != items.size() || items.isEmpty()) {
        std::fprintf(stderr, "not all were deleted: %s\n", qPrintable(report.sentence()));
        return std::nullopt;
    }
    return Times{seconds(), last - first};
}

/// In a process of its own, as curl is; nothing else is measured in it.
std::optional<Times> ours()
{
    test::ServerProcess server;
    if (!startSeeded(server))
        return std::nullopt;
    QTemporaryDir folder;
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker.start(QCoreApplication::applicationFilePath(), {u"--clean"_s, server.url().toString(), u"--journal"_s,
                                                           folder.filePath(u"cleaning.jsonl"_s)});
    worker.waitForFinished(-1);
    const QList<QByteArray> words = worker.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 2)
        return std::nullopt;
    return Times{words.at(0).toDouble(), words.at(1).toDouble()};
}

/// Milliseconds of the longest time that this thread was busy without a pause.
double longestBlock()
{
    test::ServerProcess server;
    if (!startSeeded(server))
        return 0;
    QTemporaryDir folder;
    Profile profile(server.url(), folder.path());
    const QList<CleaningItem> items = profile.everything();
    CleaningJob job(*profile.session, *profile.index, items, folder.filePath(u"cleaning.jsonl"_s));
    Heartbeat heartbeat;
    heartbeat.start();
    const CleaningReport report = profile.finish(job);
    heartbeat.stop();
    if (report.deleted != items.size() || items.isEmpty())
        std::fprintf(stderr, "not all were deleted: %s\n", qPrintable(report.sentence()));
    return heartbeat.worstCpuMs();
}

double byCurl()
{
    test::ServerProcess server;
    if (!startSeeded(server))
        return 0;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"urls"_s);
    qsizetype count = 0;
    {
        Profile profile(server.url(), folder.path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return 0;
        QTextStream lines(&file);
        const QList<CleaningItem> items = profile.everything();
        count = items.size();
        for (const CleaningItem &item : items)
            lines << "url = \"" << server.url().toString() << "/files/" << item.id << "\"\n";
    }
    QElapsedTimer timer;
    timer.start();
    QProcess curl;
    curl.setStandardOutputFile(QProcess::nullDevice());
    curl.start(u"curl"_s, {u"-sS"_s, u"--parallel"_s, u"--parallel-max"_s, QString::number(atOnce), u"-X"_s,
                           u"DELETE"_s, u"-H"_s, u"Authorization: Bearer sk-test"_s, u"-K"_s, path});
    curl.waitForFinished(-1);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    Profile after(server.url(), folder.path());
    if (const qsizetype left = after.everything().size(); left > 0 || count != fileCount)
        std::fprintf(stderr, "curl left %lld of %lld\n", qint64(left), qint64(count));
    return seconds;
}

/// The same, by a process that is killed when about half of it is done.
void killedAndContinued()
{
    test::ServerProcess server;
    if (!startSeeded(server))
        return;
    QTemporaryDir folder;
    const QString journal = folder.filePath(u"cleaning.jsonl"_s);
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedChannels);
    worker.start(QCoreApplication::applicationFilePath(),
                 {u"--clean"_s, server.url().toString(), u"--journal"_s, journal});
    while (!worker.waitForFinished(20) && worker.state() != QProcess::NotRunning) {
        if (CleaningJournal::read(journal).ended() >= fileCount / 2)
            worker.kill();
    }
    const CleaningJournal::Kept kept = CleaningJournal::read(journal);
    Profile profile(server.url(), folder.path());
    CleaningJob rest(*profile.session, *profile.index, kept, journal);
    const CleaningReport report = profile.finish(rest);
    std::printf("deletes, killed at %d of %lld and continued: %d deleted + %d already gone = %d, listed "
                "after: %lld\n",
                kept.ended(), qint64(kept.entries.size()), report.deleted, report.alreadyGone,
                report.deleted + report.alreadyGone, qint64(profile.everything().size()));
    std::fflush(stdout);
}

} // namespace

void deletions(int runs)
{
    constexpr int mostRuns = 15;
    constexpr int blockRuns = 3;
    QList<double> whole, deletes, reference, blockCpuMs;
    for (int i = 0; i < std::min(runs, mostRuns); ++i) {
        const std::optional<Times> times = ours();
        const double other = byCurl();
        if (!times || other <= 0)
            return;
        whole << times->whole;
        deletes << times->deletes;
        reference << other;
    }
    reportTurns("deletes, 10,000 files", deletes, "curl --parallel", reference, "s");
    reportTurns("deletes, with the plan written before and the list read again after", whole, "curl --parallel", reference,
                "s");
    for (int i = 0; i < std::min(runs, blockRuns); ++i)
        blockCpuMs << longestBlock();
    report("deletes, longest block, this thread's own", median(blockCpuMs), "ms", "bar 16 ms");
    killedAndContinued();
}

int cleanAll(const QUrl &baseUrl, const QString &journal)
{
    const std::optional<Times> times = cleanTimed(baseUrl, journal);
    if (!times)
        return 1;
    std::printf("%.3f %.3f\n", times->whole, times->deletes);
    return 0;
}

} // namespace odc::bench
