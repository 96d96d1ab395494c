// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "api/storefile.h"
#include "base/apierror.h"
#include "base/call.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace odc {

class Session;

/// A file of the project that is to be put into a store.
struct AttachFile
{
    QString id;
    QJsonObject attributes;
    std::optional<ChunkingStrategy> chunking; ///< none: left to the service, and not said
};

/// When the files of a group are looked after, and how long they are waited for.
struct AttachTimes
{
    qint64 firstPollMs = 1000;
    qint64 longestPollMs = 10'000;
    qint64 stuckMs = 10LL * 60 * 1000; ///< without anything moving, after which a file is said to be stuck
    qint64 cancelMs = 60'000;          ///< how long a cancelled batch is waited for
};

/// Up to 2,000 files on their way into a store together: one create, which goes out once, then watched until
/// each of them has come to an end. One file goes by the operation for one. GUI thread.
class AttachGroup final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Attached,
        Failed,    ///< see the error: its code is the service's
        Cancelled, ///< by cancel(), here or elsewhere
        Stuck      ///< it still says in_progress, and nothing moved for the time that was given
    };

    AttachGroup(Session &session, const QString &storeId, const QList<AttachFile> &files,
                const AttachTimes &times, QObject *parent = nullptr);

    // Begins, once; with one or the other.
    void send();
    /// Nothing is sent: whether they are in the store already is found out, and those that are, are watched.
    void look();
    /// Asks the service to stop; how each file ended is told all the same. A create that is out comes to its
    /// end first.
    void cancel();

    const QString &batchId() const { return m_batchId; }
    /// Files that the service has dealt with and that fileEnded() did not speak of yet, as far as counts
    /// tell.
    int indexed() const;
    /// Each file has come to an end at the service: none is stuck.
    bool isAllKnown() const { return !m_isLeft; }
    /// The create is out, or its answer is being looked for.
    bool isSending() const { return m_sending; }

    /// The body of the request for a batch: with `file_ids` and what all have in common, or with `files`.
    /// Pure.
    static QJsonObject batchBody(const QList<AttachFile> &files);

Q_SIGNALS:
    void batchMade(const QString &batchId);
    /// Nothing was put in. The end of the group.
    void refused(const odc::ApiError &error);
    /// After look(), and when the answer to the create was lost: which are in the store. `lookedUp` false:
    /// the store could not be asked. Those that are there are watched on.
    void looked(const QStringList &there, const QStringList &missing, bool lookedUp);
    void fileEnded(const QString &fileId, odc::AttachGroup::Outcome outcome, const odc::ApiError &error);
    void progressed();
    /// Nothing more comes.
    void ended();

private:
    using Walked = std::function<void(const std::optional<ApiError> &error)>;

    void answered(const ApiError &error);
    void watch();
    void later();
    void poll();
    void pollBatch();
    void pollOne();
    void pollAll();
    void failedToPoll(const ApiError &error);
    /// How the files of the batch ended: its lists of those that did not end well say, as long as its counts
    /// agree.
    void collect(const StoreFileBatch &batch, const QStringList &filters);
    void readWhole(const StoreFileBatch &batch);
    /// Reads a list of the batch, or of the store, until all that are left are found, or it ends.
    void walk(bool ofBatch, const QString &filter, Walked done);
    void judgeListed(bool hasBatchEnded);
    void judge(const QString &fileId, const StoreFile &file, bool hasBatchEnded);
    void end(const QString &fileId, Outcome outcome, const ApiError &error = {});
    /// After a poll: those that are still left are polled again, or given up.
    void settle(bool hasMoved);
    void sendCancel();
    bool hasPassed(qint64 sinceMs, qint64 lengthMs) const;

    Session &m_session;
    const QString m_storeId;
    const QList<AttachFile> m_files;
    const AttachTimes m_times;
    QSet<QString> m_left; ///< not ended
    QString m_batchId;    ///< empty: they are watched in the store itself
    int m_counted = 0;    ///< ended, by the batch's own count
    int m_told = 0;       ///< of them fileEnded() spoke
    QHash<QString, StoreFile> m_listed;
    Pager<StoreFile> m_pager;
    Call m_call;
    bool m_sending = false;
    bool m_cancelling = false;
    bool m_isCancelled = false; ///< the service was asked to
    bool m_hasEnded = false;
    bool m_isLeft = false; ///< some are not followed to their end
    int m_missed = 0;      ///< polls in a row that did not find what was there
    int m_turn = 0;        ///< polls that were planned before another one are void
    qint64 m_delayMs = 0;
    qint64 m_movedAtMs = 0;
    qint64 m_cancelledAtMs = 0;
    ApiError m_trouble; ///< of the last poll
};

/// What a file that ended badly in a store says of it.
ApiError storeFileError(const StoreFile &file);

} // namespace odc
