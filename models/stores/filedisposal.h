// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "api/storefile.h"
#include "base/apierror.h"
#include "base/call.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace odc {

class Session;

/// Deletes files that were taken out of a store, but only those that are in no other store: every other one
/// is asked. What cannot be told stays. GUI thread.
class FileDisposal final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Deleted,
        InUse,     ///< another store has it
        Unchecked, ///< not every store could be asked: it stays
        Failed     ///< see the error
    };

    /// `storeId` is the store they were in.
    FileDisposal(Session &session, const QString &storeId, const QStringList &fileIds,
                 QObject *parent = nullptr);

    void start();
    /// What is not deleted yet stays, as Unchecked; of one whose deletion is out that is not known.
    void stop();

Q_SIGNALS:
    void fileEnded(const QString &fileId, odc::FileDisposal::Outcome outcome, const odc::ApiError &error);
    /// Nothing more comes.
    void ended();

private:
    /// Those that were not asked yet: once more when all were, for one may have been made meanwhile.
    void listStores();
    void askNextStore();
    void askForEach(QStringList fileIds);
    void readStore();
    /// Goes on when the store itself is gone, and keeps all files when it only does not show what it has.
    void confirmGone();
    void inUse(const QString &fileId);
    void deleteNext();
    void endAll(const ApiError &error);
    void end(const QString &fileId, Outcome outcome, const ApiError &error = {});

    Session &m_session;
    const QString m_storeId;
    QSet<QString> m_left;
    QList<VectorStore> m_stores; ///< to be asked
    QSet<QString> m_known;       ///< asked, or to be asked
    int m_looks = 0;
    QString m_deleting; ///< whose deletion is out
    Pager<VectorStore> m_storePager;
    Pager<StoreFile> m_filePager;
    Call m_call;
    bool m_hasEnded = false;
};

} // namespace odc
