// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"
#include "archive/archivejob.h"
#include "archive/archivetarget.h"
#include "base/clock.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace odc::test {

/// What a server has, read without the console's own client: every list to its end, every content.
struct Everything
{
    QHash<QString, QJsonObject> objects; ///< by path of the list and id
    QHash<QString, QByteArray> contents; ///< by file id; texts of files in stores by "vs_1/file-1"; absent:
                                         ///< the server has none
    QHash<QString, QStringList> order;   ///< ids as the list has them, by its path
};

/// The first difference, for a person; empty: there is none.
QString difference(const Everything &wanted, const Everything &got);

/// A source with a proxy before it, and a target, both as programs of their own.
class ArchiveBench
{
public:
    struct Size
    {
        int evals = 3;
        int runs = 2;  ///< an eval
        int items = 5; ///< a run
        int files = 8;
        int batches = 2; ///< each names three of the files
        int stores = 0;
        int storeFiles = 6; ///< a store
    };

    ArchiveBench();
    ~ArchiveBench();

    /// Starts a source that holds this; objects with all that may be strange in them.
    void fill(const Size &size);
    void putSource(const QByteArray &list, const QJsonObject &parent, const QList<QJsonObject> &objects);
    void putSourceContent(const QString &fileId, const QByteArray &content);
    void putSourceText(const QString &storeId, const QString &fileId, const QByteArray &page);
    void startTarget();
    /// As a power cut would.
    void killTarget() { target.kill(); }

    static QJsonObject eval(int number);
    static QJsonObject run(int evalNumber, int number, int items,
                           const QString &status = QStringLiteral("completed"));
    static QJsonObject item(int evalNumber, int runNumber, int number);
    static QJsonObject file(int number, const QString &purpose = QStringLiteral("user_data"));
    static QByteArray content(int number);
    static QJsonObject batch(int number);
    static QJsonObject store(int number);
    /// In turn completed twice, failed, in progress, frozen, cancelled.
    static QJsonObject storeFile(int storeNumber, int number);
    /// What its content is answered with; in turn in one shape and the other.
    static QByteArray text(int storeNumber, int number);

    ArchiveJob::Options options() const;
    /// A new job over new connections, as a new run of the program has.
    ArchiveJob *newJob(const ArchiveJob::Options &options);
    ArchiveJob *newJob() { return newJob(options()); }
    /// Runs it to its end, unless `until` says so before; then it is gone, as with the program.
    static bool run(ArchiveJob *job);
    bool runUntil(ArchiveJob *job, const std::function<bool()> &condition);

    static Everything read(const QUrl &server);
    QString archiveFolder() const { return target.dataDir(); }
    QJsonObject manifest() const;
    /// Opens the folder of the target offline, the source gone.
    void openOffline();
    /// Requests to the source as it counted them: method, and what the path holds.
    int asked(const QString &method, const QString &part) const;

    SystemClock clock;
    QString adminKey; ///< of the profile that is archived; the archive's own server has one always
    ServerProcess source;
    ServerProcess target;
    std::unique_ptr<FaultProxy> proxy;
    std::unique_ptr<FaultProxy> targetProxy; ///< between the next job and the target, when there is one
    std::unique_ptr<Session> session;
    std::unique_ptr<ArchiveTarget> writer;
    std::unique_ptr<ArchiveJob> job;
};

} // namespace odc::test
