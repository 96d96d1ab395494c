// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "api/fileobject.h"
#include "base/call.h"
#include "batches/batchdraft.h"
#include "batches/batchinput.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace odc {

class Session;
class TransferQueue;
template <typename T> struct Page;

/// Makes a batch of requests that were checked, or several when they are too many for one: splits the file,
/// uploads through the transfer queue, creates. Each create goes out exactly once: when its answer is lost
/// the list is asked for a batch of that file, and where that does not tell, the person. Nothing is made of a
/// file that is not the one that was checked any more. What is done stays done: goOn() does the rest. GUI
/// thread.
class BatchSendJob : public QObject
{
    Q_OBJECT
public:
    /// One batch to be.
    struct Part
    {
        enum class State {
            Waiting,
            Uploading,
            UploadUnknown, ///< it was sent, and may be there: see candidates
            Uploaded,
            Creating,
            CreateUnknown, ///< the same of the batch
            Created,
            Failed ///< see error; nothing was made of it since it last went on
        };
        struct Candidate
        {
            QString id;
            qint64 madeAt = 0; ///< unix seconds; 0: not known
        };
        State state = State::Waiting;
        QString path;
        QString name; ///< of its file at the service
        qint64 bytes = 0;
        SourceIdentity identity;
        QString transferId;
        QString fileId;                   ///< once it is there
        std::optional<BatchObject> batch; ///< once it is created
        ApiError error;
        QList<Candidate> candidates; ///< what the list holds that may have come of it
        bool lookedUp = false;       ///< the list could be asked: there are no others
        bool isLooking = false;
    };
    enum class Stage {
        Ready,
        Splitting,
        Uploading,
        Looking, ///< whether somebody has sent the same rest
        Creating,
        Asking, ///< nothing goes on: see unknownPart() and rivals()
        Stopped,
        Failed, ///< see error()
        Done
    };

    BatchSendJob(Session &session, TransferQueue &transfers, QObject *parent = nullptr);
    ~BatchSendJob() override;

    /// Of a rest: the attempts that the person knows of. Before its first create the list is asked whether
    /// somebody sent another one meanwhile, as far back as these go.
    void setKnownChain(const QList<BatchObject> &chain);

    // Begins, once; `draft` without a file.
    /// Of a file that was checked. When it is too big for one batch it is split.
    void sendFile(const BatchInputPtr &input, const BatchDraft &draft);
    /// Of a file that is at the service.
    void sendUploaded(const QString &fileId, const BatchDraft &draft);

    /// What waits is not done, uploads are cancelled; a create that is out comes to its end first.
    void stop();
    /// After Stopped and Failed: what is not done yet; of what is unknown the person is asked anew. Not when
    /// the file changed.
    void goOn();
    bool canGoOn() const;
    /// Changes what goOn() will create, while nothing is created yet.
    void setDraft(const BatchDraft &draft);
    /// The person's word on the part that is unknown: it is there after all, or to be sent again.
    void decide(bool isThere, const QString &id = {});
    /// Asks the list once more.
    void lookAgain();
    /// Attempts at the same requests that the person did not know of: only a word of theirs sends another
    /// one.
    const QList<BatchObject> &rivals() const { return m_rivals; }
    /// That word.
    void sendBesideRivals();

    Stage stage() const { return m_stage; }
    bool isRunning() const
    {
        return m_stage == Stage::Splitting || m_stage == Stage::Uploading || m_stage == Stage::Looking ||
               m_stage == Stage::Creating;
    }
    bool isStopping() const { return m_stopping && isRunning(); }
    const QList<Part> &parts() const { return m_parts; }
    int created() const;
    /// The part that only a person can say of what became of it; -1: none.
    int unknownPart() const;
    const ApiError &error() const { return m_error; }

    /// Of the whole way; bytes, with each create counted as a few.
    qint64 done() const;
    qint64 total() const;
    /// Of the files alone.
    qint64 uploadedBytes() const;

Q_SIGNALS:
    void changed();
    void batchCreated(const odc::BatchObject &batch);
    /// Nothing goes on any more: Asking, Stopped, Failed or Done.
    void halted();

private:
    void split();
    void verify();
    void upload();
    void followUpload(const QString &transferId);
    void uploadEnded(Part &part);
    void verifySent();
    void createFirst();
    void lookForRivals(const QString &after = {});
    void createNext();
    void answered(int index, const Result<BatchObject> &answer);
    void lookForBatch(int index, const QString &after = {});
    /// A page of the newest batches; `after` which.
    void askList(const QString &after, std::function<void(const Result<Page<BatchObject>> &)> done);
    /// Whether the list goes on behind `page`, asked for after `after`, with what was made at `since` or
    /// later.
    static bool goesOn(const Result<Page<BatchObject>> &page, const QString &after, qint64 since);
    bool isOurs(const QString &batchId) const;
    void take(int index, const BatchObject &batch);
    void settle();
    void fail(const ApiError &error);
    void halt(Stage stage);
    void setStage(Stage stage);
    void tick();
    QJsonObject bodyOf(int index) const;

    Session &m_session;
    TransferQueue &m_transfers;
    BatchInputPtr m_input; ///< null: the file is at the service
    BatchDraft m_draft;
    std::shared_ptr<ScratchFolder> m_scratch; ///< of the parts
    JsonlWorkPtr m_work;
    QString m_group;
    QList<Part> m_parts;
    Stage m_stage = Stage::Ready;
    ApiError m_error;
    bool m_fileChanged = false;
    bool m_stopping = false;
    bool m_ticking = false;
    qint64 m_sentAt = 0;        ///< the create under way; unix seconds
    QList<BatchObject> m_found; ///< batches behind the candidates of the unknown part
    QSet<QString> m_knownChain; ///< ids of the attempts before, and of rivals that the person heard of
    qint64 m_chainSince = 0;    ///< when the first of them was made; unix seconds
    QList<BatchObject> m_rivals;
    Call m_call;
};

} // namespace odc
