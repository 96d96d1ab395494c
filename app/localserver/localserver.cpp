// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/localserver.h"

#include "localserver/archive/archiveextent.h"
#include "localserver/archive/archiveroutes.h"
#include "localserver/batches/batchesroutes.h"
#include "localserver/batches/seedbatches.h"
#include "localserver/dispatcher.h"
#include "localserver/evals/evalsroutes.h"
#include "localserver/evals/graderroutes.h"
#include "localserver/evals/seedevals.h"
#include "localserver/filesroutes.h"
#include "localserver/finetuning/finetuningroutes.h"
#include "localserver/finetuning/permissionroutes.h"
#include "localserver/finetuning/seedjobs.h"
#include "localserver/localroutes.h"
#include "localserver/modelsroutes.h"
#include "localserver/seed.h"
#include "localserver/stores/seedstores.h"
#include "localserver/stores/storesroutes.h"
#include "localserver/uploadsroutes.h"

#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** Whether \p host is this machine by its name or its numbers. */
bool isThisMachine(const QString &host)
{
    in_addr number;
    const QByteArray text = host.toLatin1();
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || text == "::1" ||
           (::inet_pton(AF_INET, text.constData(), &number) == 1 && text.startsWith("127."));
}

/** The key for the upstream, if it needs one. It is never stored and goes nowhere else, nor unencrypted over
 * a network. */
QByteArray upstreamKey(const QUrl &upstream)
{
    const bool safe = upstream.scheme() == "https"_L1 || isThisMachine(upstream.host());
    return safe ? qgetenv("OPENAI_API_KEY") : QByteArray();
}

} // namespace

/** Everything of one run, in the order in which it is built; taken down the other way round. */
struct LocalServer::Private
{
    Private(std::unique_ptr<Storage> &&opened, const Options &options)
        : storage(std::move(opened)), clock(options.timeScale), auth(options.apiKey, options.adminKey),
          files(*storage, clock), checksums(storage->blobs()), uploads(*storage, files, clock, checksums),
          extent(options.readOnly ? ArchiveExtent::of(storage->dataDir()) : ArchiveExtent()),
          evals(*storage, clock),
          runner(evals, files, clock, QUrl(options.upstream), upstreamKey(QUrl(options.upstream))),
          batches(*storage, files, clock),
          batchRunner(*storage, batches, files, clock, QUrl(options.upstream),
                      upstreamKey(QUrl(options.upstream))),
          stores(*storage, clock), storeFiles(*storage, stores, files, clock),
          storeBatches(*storage, storeFiles, clock), storeRunner(*storage, storeFiles, files, clock),
          fineTuning(*storage, files, clock), fineTuningRunner(*storage, fineTuning, files, clock),
          dispatcher(router, auth, log, clock, options.readOnly), http(dispatcher)
    {
        addFilesRoutes(router, *storage, files, extent, [this](const QString &id) { detach(id); });
        addUploadsRoutes(router, *storage, uploads, checksums);
        addEvalsRoutes(router, evals, extent, files, clock, runner);
        addBatchesRoutes(router, batches, extent, files, clock, batchRunner);
        addStoresRoutes(router,
                        {*storage, stores, storeFiles, storeBatches, extent, clock, storeRunner});
        addGraderRoutes(router, runner.graders());
        addFineTuningRoutes(router, fineTuning, extent, files, clock, fineTuningRunner);
        addPermissionRoutes(router, fineTuning, extent);
        addModelsRoutes(router, fineTuning);
        addLocalRoutes(router, log, options.readOnly);
        addArchiveReadRoutes(router, *storage);
        if (options.archiving)
            addArchiveWriteRoutes(router, *storage, {files, evals, batches, storeFiles, fineTuning});
    }

    /** A file that is deleted is in no store any more. */
    void detach(const QString &fileId) const
    {
        if (!storeFiles.isAttached(fileId))
            return;
        Transaction transaction(*storage);
        storeFiles.detachEverywhere(fileId);
        transaction.commit();
    }
    void seedSample()
    {
        seedSampleFiles(*storage, files, clock);
        seedSampleEvals(*storage, evals, clock);
        for (const QString &id : seedSampleBatches(*storage, files, batches, clock))
            batchRunner.enqueue(id);
        seedSampleStores({*storage, files, storeFiles, clock});
        storeRunner.wake();
        for (const QString &id : seedSampleJobs({*storage, files, fineTuning, clock}))
            fineTuningRunner.wake(id);
    }
    void seedLarge(const Options &options) const
    {
        seedManyFiles(*storage, files, clock, options.seedCount);
        seedManyEvals(*storage, evals, clock, {options.seedEvals, options.seedRuns, options.seedItems});
        seedLargeBatch(*storage, files, batches, clock, options.seedBatchLines);
        seedManyStores({*storage, files, storeFiles, clock}, options.seedStores, options.seedStoreFiles);
        seedManyJobs({*storage, files, fineTuning, clock}, options.seedJobs, options.seedJobSteps);
    }

    std::unique_ptr<Storage> storage;
    ServerClock clock;
    Auth auth;
    FilesTable files;
    EarlyChecksum checksums;
    UploadsTable uploads;
    const ArchiveExtent extent;
    EvalsTable evals;
    EvalRunner runner;
    BatchesTable batches;
    BatchRunner batchRunner;
    StoresTable stores;
    StoreFilesTable storeFiles;
    StoreBatchesTable storeBatches;
    StoreRunner storeRunner;
    FineTuningTable fineTuning;
    FineTuningRunner fineTuningRunner;
    RequestLog log;
    Router router;
    Dispatcher dispatcher;
    HttpServer http;
};

namespace {

bool validate(const LocalServer::Options &options, QString *error)
{
    const QUrl upstream(options.upstream, QUrl::StrictMode);
    if (options.dataDir.isEmpty())
        *error = u"No data folder was given."_s;
    else if (!(options.timeScale >= 0 && options.timeScale <= 1000))
        *error = u"The time scale must lie between 0 and 1000."_s;
    else if (options.readOnly && options.archiving)
        *error = u"An archive cannot be written read-only."_s;
    else if (options.readOnly && options.seed != LocalServer::Seed::None)
        *error = u"A read-only server cannot be given seed data."_s;
    else if (options.seedCount < 1 || options.seedCount > 1'000'000)
        *error = u"The number of seeded files must lie between 1 and 1,000,000."_s;
    else if (options.seedEvals < 0 || options.seedRuns < 0 || options.seedItems < 0 ||
             qint64(options.seedEvals) * options.seedRuns * options.seedItems > 10'000'000)
        *error = u"At most 10,000,000 output items can be seeded."_s;
    else if (options.seedBatchLines < 0 || options.seedBatchLines > 50'000)
        *error = u"A seeded batch has at most 50,000 lines."_s;
    else if (options.seedStores < 0 || options.seedStoreFiles < 0 ||
             qint64(options.seedStores) * options.seedStoreFiles > 1'000'000)
        *error = u"At most 1,000,000 files of stores can be seeded."_s;
    else if (options.seedJobs < 0 || options.seedJobSteps < 1 || options.seedJobSteps > 100'000 ||
             qint64(options.seedJobs) * options.seedJobSteps > 10'000'000)
        *error = u"A seeded job has 1 to 100,000 steps, and at most 10,000,000 can be seeded."_s;
    else if (!options.upstream.isEmpty() &&
             (!upstream.isValid() || upstream.host().isEmpty() ||
              (upstream.scheme() != "http"_L1 && upstream.scheme() != "https"_L1)))
        *error = u"The upstream must be an http or https URL, not \"%1\"."_s.arg(options.upstream);
    else
        return true;
    return false;
}

} // namespace

LocalServer::LocalServer() = default;
LocalServer::~LocalServer() = default;

bool LocalServer::start(const Options &options, QString *error)
{
    stop();
    if (!validate(options, error))
        return false;
    std::unique_ptr<Storage> storage = Storage::open(options.dataDir, options.readOnly, error);
    if (!storage)
        return false;
    auto run = std::make_unique<Private>(std::move(storage), options);
    try {
        if (!options.readOnly) {
            if (!options.archiving) {
                run->evals.failForeign();
                run->batches.failForeign();
                run->fineTuning.failForeign();
                run->storeFiles.adoptForeign();
            }
            run->storeFiles.settle();
            run->files.removeExpired();
            run->uploads.expireOverdue();
            run->storage->blobs().removeLeftovers(run->files.blobs() + run->uploads.blobs() +
                                                    run->batches.blobs());
        }
        if (options.seed == Seed::Sample)
            run->seedSample();
        else if (options.seed == Seed::Large)
            run->seedLarge(options);
        if (!options.readOnly) {
            run->runner.start();
            run->batchRunner.start();
            run->storeRunner.start();
            run->fineTuningRunner.start();
        }
    } catch (const StorageError &failure) {
        *error = u"The data folder could not be prepared: %1"_s.arg(failure.text);
        return false;
    }
    if (!run->http.start(options.port, error))
        return false;
    run->storage->leaveThread(); // who starts a server may be a thread of a pool
    d = std::move(run);
    return true;
}

void LocalServer::stop()
{
    const std::lock_guard lock(m_seeding);
    if (d) {
        d->http.stop();
        d->runner.stop();
        d->batchRunner.stop();
        d->storeRunner.stop();
        d->fineTuningRunner.stop();
    }
    d.reset();
}

bool LocalServer::isRunning() const
{
    return d != nullptr;
}

QUrl LocalServer::baseUrl() const
{
    return d ? QUrl(u"http://127.0.0.1:%1/v1"_s.arg(d->http.port())) : QUrl();
}

bool LocalServer::seedSample(QString *error)
{
    const std::lock_guard lock(m_seeding);
    if (!d || d->storage->isReadOnly()) {
        *error = d ? u"This server is read-only."_s : u"The server is not running."_s;
        return false;
    }
    try {
        d->seedSample();
    } catch (const StorageError &failure) {
        *error = failure.text;
        return false;
    }
    d->storage->leaveThread();
    return true;
}

QList<LoggedRequest> LocalServer::requestLog() const
{
    return d ? d->log.entries() : QList<LoggedRequest>();
}

void LocalServer::clearRequestLog()
{
    if (d)
        d->log.clear();
}

void LocalServer::advanceClock(qint64 seconds)
{
    if (!d)
        return;
    d->clock.advance(seconds);
    d->batchRunner.clockMoved();
    d->storeRunner.clockMoved();
    d->fineTuningRunner.clockMoved();
}

} // namespace odc::server
