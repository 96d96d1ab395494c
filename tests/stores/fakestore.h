// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faketransport.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace odc::test {

/// A service with vector stores, in memory: files that are uploaded, attached one by one or in batches, and
/// indexed when they have been asked about often enough. Counts what it was asked to do.
class FakeStore
{
public:
    /// What becomes of a file, by its name.
    enum class Fate { Completed, Unsupported, FailsOnce, Never };

    /// A file of the project, put there by somebody else.
    QString addFile(const QString &name, qint64 bytes = 10);
    /// In a store already.
    void put(const QString &storeId, const QString &fileId, const QJsonObject &attributes = {},
             const QString &status = QStringLiteral("completed"));
    void setFate(const QString &name, Fate fate) { m_fates.insert(name, fate); }
    FakeReply answer(const FakeRequest &request);

    QString statusOf(const QString &storeId, const QString &fileId) const;
    QJsonObject attributesOf(const QString &storeId, const QString &fileId) const;
    QJsonObject chunkingOf(const QString &storeId, const QString &fileId) const;
    QStringList filesIn(const QString &storeId) const;
    bool hasFile(const QString &fileId) const { return m_files.contains(fileId); }
    /// The id of the newest file of that name; empty: there is none.
    QString fileNamed(const QString &name) const;

    /// Ids of batches are lost in their answers, as one server does it.
    int pollsUntilIndexed = 2;
    bool losesNextBatch = false; ///< the next create of a batch is carried out, and its answer lost
    bool dropsNextBatch = false; ///< the next one is lost before it arrives
    bool losesNextAttach = false;
    bool listsFail = false; ///< the files of stores cannot be listed
    bool refusesCancel = false;
    QString badFileId;   ///< whoever wants to attach it is told 400
    int notYetKnown = 0; ///< so many attaches say 404 first

    QList<QJsonObject> batchBodies; ///< of creates that arrived
    int attaches = 0;
    QStringList events; ///< "attached file-1", "completed file-1", "detached file-1", "deleted file-1"

private:
    struct Stored
    {
        QString status;
        QJsonObject attributes;
        QJsonObject chunking;
        QString batch;
        int polls = 0;
        qint64 number = 0;
    };
    struct Batch
    {
        QString storeId;
        QStringList files;
        bool cancelled = false;
    };

    FakeReply files(const FakeRequest &request, const QStringList &path);
    FakeReply stores(const FakeRequest &request, const QStringList &path);
    FakeReply storeFiles(const FakeRequest &request, const QString &storeId, const QStringList &path);
    FakeReply batches(const FakeRequest &request, const QString &storeId, const QStringList &path);
    FakeReply list(const FakeRequest &request, QStringList ids, const QString &storeId);
    bool attach(const QString &storeId, const QString &fileId, const QJsonObject &entry,
                const QString &batch);
    void poll(const QString &storeId, const QStringList &ids);
    QJsonObject fileObject(const QString &fileId) const;
    QJsonObject storeFileObject(const QString &storeId, const QString &fileId) const;
    QJsonObject batchObject(const QString &id) const;

    QHash<QString, QJsonObject> m_files;
    QHash<QString, QHash<QString, Stored>> m_stores;
    QHash<QString, Batch> m_batches;
    QHash<QString, Fate> m_fates;
    QHash<QString, int> m_failures; ///< by name
    qint64 m_number = 0;
};

} // namespace odc::test
