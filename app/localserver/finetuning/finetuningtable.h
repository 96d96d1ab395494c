// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/filestable.h"
#include "localserver/objecttable.h"

#include <QJsonObject>

namespace odc::server {

/** How far the work on a job has come. */
struct FineTuningProgress
{
    QJsonObject plan; ///< what was decided when its files had been read; empty before
    qint64 step = 0;  ///< so many steps are done, and their events stored
    QString resultId; ///< the file that the results go to in the end
};

/** What is stored of a job in one go. */
struct FineTuningNews
{
    QList<ObjectTable::Row> events; ///< in the order in which they came
    QList<QJsonObject> checkpoints;
    QList<FileRecord> files;
};

/**
 * Fine-tuning jobs with their events and checkpoints, the models that they made, and who may use those.
 * Thread-safe. The functions throw ApiFault 404 for what is not there, and StorageError.
 */
class FineTuningTable
{
public:
    FineTuningTable(const Storage &storage, const FilesTable &files, const ServerClock &clock);

    /** The statements that make the tables. */
    static QStringList schema();

    const ObjectTable &jobs() const { return m_jobs; }
    const ObjectTable &events() const { return m_events; }
    const ObjectTable &checkpoints() const { return m_checkpoints; }
    /** Below the name of the checkpoint; the status of a row is the project. */
    const ObjectTable &permissions() const { return m_permissions; }
    /** The object's text as it is stored. */
    QByteArray job(const QString &id) const;
    /** What a list of jobs has to keep to, so that each has all those pairs. */
    static ObjectTable::Selection havingMetadata(const QList<std::pair<QString, QString>> &pairs);
    static ObjectTable::Selection withoutMetadata();

    /** Adds a job that is to be worked on; \p object is complete. */
    void add(const QJsonObject &object, const FineTuningProgress &progress, const FineTuningNews &news) const;
    /** The same, inside a transaction of the caller's. One that has ended is not to be worked on. */
    void addToWork(const QJsonObject &object, const FineTuningProgress &progress,
                   const FineTuningNews &news) const;
    /** Changes the state of a job on request. ApiFault 400 where its state does not allow it. */
    QJsonObject cancel(const QString &id) const;
    QJsonObject pause(const QString &id) const;
    QJsonObject resume(const QString &id) const;

    /** Nothing when the job is not to be worked on. */
    std::optional<FineTuningProgress> progress(const QString &id) const;
    /** Stores how far a job has come, if its status still is \p was: else nothing is stored, and false. One
     * that has ended is not to be worked on any more. */
    bool advance(const QJsonObject &job, const QString &was, const FineTuningProgress &progress,
                 const FineTuningNews &news) const;
    /** The jobs that were begun here and have not ended, oldest first. */
    QStringList unfinished() const;
    /** Fails all jobs that have not ended and that nobody here works on: they came with an archive. */
    void failForeign() const;

    /** Store what was read from another server, lists from their beginning, newest first. False when the very
     * same was there. */
    bool putJob(const ObjectTable::Row &row) const;
    bool putEvent(const ObjectTable::Row &row) const;
    bool putCheckpoint(const ObjectTable::Row &row) const;
    bool putPermission(const ObjectTable::Row &row) const;

    /** The models that were made, with their checkpoints, as GET /models shows them. */
    QList<QJsonObject> models() const;
    std::optional<QJsonObject> model(const QString &id) const;
    /** False when there is none of that name. */
    bool removeModel(const QString &id) const;
    /** True for a model or checkpoint that was made here, or has permissions, whether or not it was deleted.
     */
    bool isCheckpoint(const QString &name) const;

    /** Lets projects use a checkpoint; those that may are passed over. The new permissions, in that order. */
    QList<QJsonObject> grant(const QString &checkpoint, const QStringList &projects) const;

private:
    bool store(const QJsonObject &job, const QString &was) const;
    void addNews(const QJsonObject &job, const FineTuningNews &news) const;
    void addModel(const QString &name, const QString &jobId, qint64 createdAt) const;
    void showMetadata(const QString &jobId, const QJsonObject &metadata) const;
    QJsonObject change(const QString &id, const QString &action, const QStringList &allowed,
                       const QString &status) const;
    bool put(const ObjectTable &table, QLatin1String name, const ObjectTable::Row &row) const;

    const Storage &m_storage;
    const FilesTable &m_files;
    const ServerClock &m_clock;
    const ObjectTable m_jobs;
    const ObjectTable m_events;
    const ObjectTable m_checkpoints;
    const ObjectTable m_permissions;
};

/** Whether a job of that status has ended. One that is not known has. */
bool isEndOfJob(const QString &status);

/** An event with words only; the level is "info", "warn" or "error". */
ObjectTable::Row jobEvent(const QString &jobId, qint64 at, const QString &level, const QString &message);

/** The member error of a job that failed. */
QJsonObject jobError(const QString &code, const QString &message, const QString &param = {});

} // namespace odc::server
