// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/filestable.h"
#include "localserver/objecttable.h"

#include <QJsonObject>

namespace odc::server {

/** How far the work on a batch has come. What is written beyond these lengths is not part of it. */
struct BatchProgress
{
    qint64 position = 0; ///< so many lines were taken up, in the order in which they are answered
    QString outputId;    ///< the file that the answers go to; nobody sees it before the batch ends
    qint64 outputBytes = 0;
    QString errorId; ///< the same for lines that failed
    qint64 errorBytes = 0;
    std::optional<qint64> lifetime; ///< of both files, in seconds; nothing = they stay
    qint64 paceMs = 0;              ///< how long all lines take together; 0 = as long as usual
};

/**
 * Batches, and how far each has come. Thread-safe. The functions throw ApiFault 404 for what is not there,
 * and StorageError.
 */
class BatchesTable
{
public:
    BatchesTable(const Storage &storage, const FilesTable &files, const ServerClock &clock);

    /** The statements that make the tables. */
    static QStringList schema();

    const ObjectTable &batches() const { return m_batches; }
    /** The object's text as it is stored. */
    QByteArray batch(const QString &id) const;

    /** Adds a batch that is to be worked on; \p object is complete. */
    void add(const QJsonObject &object, const BatchProgress &progress) const;
    /** The same, inside a transaction of the caller's. */
    void addToWork(const QJsonObject &object, const BatchProgress &progress) const;
    /** Begins to cancel one that has not ended; one that is being cancelled stays as it is. ApiFault 400 when
     * it has ended. */
    QJsonObject cancel(const QString &id) const;

    /** Nothing when the batch is not to be worked on. */
    std::optional<BatchProgress> progress(const QString &id) const;
    /** The lines (1-based) that were taken up and wait for the end of the batch without an answer. */
    QList<qint64> waiting(const QString &id) const;
    /** Stores how far a batch has come, with lines that wait for its end, if its status still is \p was: else
     * nothing is stored, and false. */
    bool advance(const QJsonObject &batch, const QString &was, const BatchProgress &progress,
                 const QList<qint64> &nowWaiting = {}) const;
    /** Stores the end of a batch together with its files, on the same terms. */
    bool finish(const QJsonObject &batch, const QString &was, const QList<FileRecord> &files) const;

    /** The batches that were begun here and have not ended, oldest first. */
    QStringList unfinished() const;
    /** Fails all batches that have not ended and that nobody here works on: they came with an archive. */
    void failForeign() const;
    /** The names of all blobs that batches write to. */
    QSet<QString> blobs() const;

private:
    bool store(const QJsonObject &batch, const QString &was) const;

    const Storage &m_storage;
    const FilesTable &m_files;
    const ServerClock &m_clock;
    const ObjectTable m_batches;
};

/** Whether a batch of that status has ended. One that is not known has. */
bool isEndOfBatch(const QString &status);

/** The member errors of a batch that failed. \p line is 1-based; 0 = none. */
QJsonObject batchError(const QString &code, const QString &message, const QString &param = {},
                       qint64 line = 0);
QJsonObject batchErrors(const QJsonArray &data);

} // namespace odc::server
