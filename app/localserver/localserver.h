// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/requestlog.h"

#include <QString>
#include <QUrl>

#include <memory>
#include <mutex>

namespace odc::server {

/**
 * A small, persistent implementation of the data API on the loopback interface, for use inside a program.
 * It serves from threads of its own. The object itself belongs to one thread; the request log may be read
 * from any. What is virtual is so because the program that holds it may have loaded it (see app/servermaker.h).
 */
class LocalServer
{
public:
    enum class Seed { None, Sample, Large };

    struct Options
    {
        /** Folder of the database and the files; made when missing, unless read-only. */
        QString dataDir;
        /** 0: any free port. */
        quint16 port = 0;
        /** Every changing call is answered 403, nothing expires, and nothing on disk is touched: an archive.
         */
        bool readOnly = false;
        /** The data folder is an archive that is being written: what is elsewhere can be put into it as it
         * is, and runs that have not ended elsewhere are left as they are. Not together with readOnly. */
        bool archiving = false;
        /** Length of simulated work: 1 = as written, 0 = done at once, 10 = ten times as long. */
        double timeScale = 1;
        /** The bearer key to ask for; empty: any key is taken. */
        QString apiKey;
        /** The admin key to ask for; empty: any key that begins with "sk-admin-" when there is no apiKey
         * either. */
        QString adminKey;
        Seed seed = Seed::None;
        /** Rows of the large seed. */
        int seedCount = 10'000;
        /** Evals of the large seed, runs of each, items of each run. */
        int seedEvals = 0;
        int seedRuns = 10;
        int seedItems = 100;
        /** Requests of the large seed's batch; 0 = it has none. */
        int seedBatchLines = 0;
        /** Vector stores of the large seed, files in each. */
        int seedStores = 0;
        int seedStoreFiles = 100;
        /** Fine-tuning jobs of the large seed, steps of each. */
        int seedJobs = 0;
        int seedJobSteps = 1000;
        /** An OpenAI-compatible endpoint for calls that need a model; empty: the built-in answers them. */
        QString upstream;
    };

    LocalServer();
    virtual ~LocalServer(); ///< stops
    LocalServer(const LocalServer &) = delete;
    LocalServer &operator=(const LocalServer &) = delete;

    /** Opens the data folder and listens. Returns when requests are served, or false with a reason for a
     * person. */
    virtual bool start(const Options &options, QString *error);
    /** Gives running requests a second, then cuts them. Returns when nothing runs any more, and no
     * seedSample(). */
    virtual void stop();
    virtual bool isRunning() const;

    /** http://127.0.0.1:PORT/v1; empty unless running. */
    virtual QUrl baseUrl() const;

    /** Adds the sample data, whatever of it is not there. False with a reason when that fails or when
     * read-only. In any thread. */
    virtual bool seedSample(QString *error);

    /** The last 20,000 requests to the API, oldest first. */
    virtual QList<LoggedRequest> requestLog() const;
    virtual void clearRequestLog();

    /** Moves the server's clock on, so that tests need not wait for something to expire. */
    virtual void advanceClock(qint64 seconds);

private:
    struct Private;
    std::mutex m_seeding; ///< what is being seeded is not taken down
    std::unique_ptr<Private> d;
};

} // namespace odc::server
