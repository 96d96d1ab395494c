// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "api/vectorstoresapi.h"
#include "stores/attachgroup.h"
#include "stores/filedisposal.h"
#include "transfers/bulkjob.h"
#include "transfers/sourceidentity.h"

#include <QHash>
#include <QPointer>
#include <QSet>

#include <optional>

namespace odc {

class Session;
class TransferQueue;

/// Puts files into a store, any number of them, as one bulk job: those of this computer are uploaded by the
/// transfer queue first; what is at the service is attached in batches of at most 2,000, as it gets there;
/// each file is watched until it is indexed or is known not to be, with the reason. What a file replaces is
/// taken out once the new one is completed, and what only has to go, goes when all others went well. Creates
/// go out once; when an answer was lost, the store is asked, and the person about what it does not have. GUI
/// thread.
class AttachJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Order
    {
        QString path; ///< on this computer; empty: `fileId` is at the service
        QString fileId;
        QString name;    ///< what the person calls it, and what it will be called at the service
        qint64 size = 0; ///< bytes, of what is uploaded
        QJsonObject attributes;
        std::optional<ChunkingStrategy> chunking;
        SourceIdentity identity;   ///< taken: what is attached is to be this, and nothing written since
        bool takeOutFirst = false; ///< it is in the store, failed
        QString replaces;          ///< a file of the store that goes when this one is completed
        bool removes = false;      ///< `fileId` is only taken out
    };
    struct Options
    {
        Kind kind = Kind::Attach;
        QString purpose = QStringLiteral("assistants");
        std::optional<qint64> expiresAfterSeconds;
        /// What was replaced or taken out is deleted as well, when no other store has it.
        bool deletesOld = false;
        qint64 gatherMs = 10'000; ///< what is at the service waits so long for company
        int mostInGroup = VectorStoresApi::mostFilesInBatch;
        AttachTimes times;
    };

    /// An order for what another one before it is for already is left out.
    AttachJob(Session &session, TransferQueue &transfers, const QString &storeId, const QList<Order> &orders,
              const Options &options, QObject *parent = nullptr);
    ~AttachJob() override;

    const QString &storeId() const { return m_storeId; }
    double share() const override;
    QString phase() const override;
    void lookAgain(int index) override;
    /// On files of which one create was lost, the word on one of them is the word on all.
    void decide(int index, bool isThere, const QString &resultId = {}) override;

Q_SIGNALS:
    void batchMade(const QString &batchId);
    /// `hasEnded` false: it goes on at the service, but is not watched from here any more.
    void batchLeft(const QString &batchId, bool hasEnded);
    /// Files came into the store, or left it.
    void storeChanged();

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    enum class Step {
        Ended,
        Enqueue, ///< to be given to the transfer queue
        Upload,
        Detach, ///< is taken out to be put in anew
        Look,   ///< it may be there from before
        Ready,  ///< at the service, to be attached
        Group,  ///< see m_groups
        TakeOut,
        Dispose,
        Wait,       ///< to be taken out when all others went well
        LostUpload, ///< the person is asked
        LostCreate
    };
    static constexpr int stepCount = 12;
    struct Entry
    {
        Order order;
        Step step = Step::Ended;
        QString transferId;
        QString fileId;
        bool isInStore = false;  ///< not in a good state
        bool mayBeThere = false; ///< it was sent, and given up on
        bool isAttached = false;
        int tries = 0; ///< since it was uploaded
        int lost = 0;  ///< number of the create whose answer was lost
    };
    struct Group
    {
        QHash<QString, int> indexes; ///< by file id
        bool isLook = false;
        int lost = 0; ///< of a look: for the files of which create
    };

    void setStep(int index, Step step);
    int countAt(Step step) const { return m_steps[int(step)]; }
    void workLater();
    void work();
    // attachjob.cpp: on the way to the service
    void uploadSome();
    void follow(const QString &transferId);
    void uploaded(int index, const QString &fileId, const SourceIdentity &identity);
    bool isSoonReady() const;
    // attachsteps.cpp: from there into the store
    void detachSome();
    void sendReady();
    void verify(const QList<int> &indexes);
    void makeGroup(const QList<int> &indexes, bool isLook, int lost);
    void sentBy(AttachGroup *group);
    void refused(const Group &group, const ApiError &error);
    void looked(AttachGroup *source, const QStringList &there, const QStringList &missing, bool lookedUp);
    void fileEnded(int index, AttachGroup::Outcome outcome, const ApiError &error, bool hasBatch);
    void takeOutSome();
    void confirmNew(int index);
    void takeOut(int index, const QString &fileId);
    void settleWaiting();
    void dispose();
    void disposed(int index, FileDisposal::Outcome outcome, const ApiError &error);
    void beginStop();
    void finish(int index, const QString &note = {});
    void failAt(int index, const ApiError &error);
    void skipAt(int index, const QString &note);

    Session &m_session;
    TransferQueue &m_transfers;
    const QString m_storeId;
    const Options m_options;
    QList<Entry> m_entries; ///< one for each item
    int m_steps[stepCount] = {};
    QHash<QString, int> m_byTransfer;
    QSet<int> m_moving;  ///< whose bytes are on their way
    QSet<QString> m_put; ///< ids that this job put into the store: what has one of them does not go
    // In line for a step. Whoever is not at that step any more is passed over.
    QList<int> m_toUpload;
    QList<int> m_toDetach;
    QList<int> m_toLook;
    QList<int> m_ready;
    QList<int> m_toTakeOut;
    QList<QList<int>> m_halves; ///< of groups that were refused as a whole
    QHash<AttachGroup *, Group> m_groups;
    QHash<int, Call> m_calls; ///< that take a file out
    QPointer<FileDisposal> m_disposal;
    int m_creates = 0;
    int m_splits = 0;
    int m_generation = 0; ///< of the work since the last stop
    qint64 m_nextSendMs = 0;
    AttachGroup *m_sender = nullptr; ///< whose create is out
    bool m_isVerifying = false;
    bool m_isWorkDue = false;
    bool m_isGathering = false;
    bool m_isGathered = false;
    bool m_isStopping = false;
};

} // namespace odc
