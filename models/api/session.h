// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchesapi.h"
#include "api/evalsapi.h"
#include "api/filesapi.h"
#include "api/finetuningapi.h"
#include "api/gradersapi.h"
#include "api/modelsapi.h"
#include "api/rawapi.h"
#include "api/uploadsapi.h"
#include "api/vectorstoresapi.h"
#include "base/apierror.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace odc {

class AnswerObserver;
class Clock;
class RequestLog;
class RequestQueue;

/// What the status bar says of a session.
struct ConnectionStatus
{
    enum class State { Idle, Connected, Held, Failing, Refused };
    State state = State::Idle;
    ApiError error; ///< Failing: of the last attempt; Refused: the 401 or 403 of the last answer
    int inFlight = 0;
    qint64 rateLimit = -1; ///< requests a window, -1 unknown
    qint64 rateRemaining = -1;
    qint64 heldMs = 0; ///< length of the hold in force
};

/// One opened profile: the request queue and an endpoint class per resource. Everything made for a profile
/// (models, pages) hangs on its session and dies before it. GUI thread.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(std::unique_ptr<RequestQueue> queue, Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    FilesApi &files() { return m_files; }
    UploadsApi &uploads() { return m_uploads; }
    BatchesApi &batches() { return m_batches; }
    EvalsApi &evals() { return m_evals; }
    VectorStoresApi &stores() { return m_stores; }
    FineTuningApi &fineTuning() { return m_fineTuning; }
    GradersApi &graders() { return m_graders; }
    ModelsApi &models() { return m_models; }
    RawApi &raw() { return m_raw; }
    Clock &clock() const { return m_clock; }
    RequestLog &requestLog() const;
    ConnectionStatus status() const { return m_status; }
    bool isReadOnly() const;
    bool hasKey() const;
    /// There is none, and the server asks for one: no call goes out but those that carry the admin key.
    bool lacksKey() const;
    /// Whether there is a key for the permissions of checkpoints; nothing else carries it.
    bool hasAdminKey() const;
    QUrl baseUrl() const;
    /// Who is told of every answer from now on; null: nobody. Taken away before it goes.
    void setObserver(AnswerObserver *observer);
    /// Bytes a second for all uploads and all downloads together; 0: no limit. Lists and polls are not held back.
    void setTransferRates(qint64 up, qint64 down);

Q_SIGNALS:
    void statusChanged();

private:
    /// Works out the state from what is known and tells.
    void settle();

    /// Keeps whether the last answer refused the key.
    void judgeAnswer(qint64 serial);

    std::unique_ptr<RequestQueue> m_queue;
    Clock &m_clock;
    FilesApi m_files;
    UploadsApi m_uploads;
    BatchesApi m_batches;
    EvalsApi m_evals;
    VectorStoresApi m_stores;
    FineTuningApi m_fineTuning;
    GradersApi m_graders;
    ModelsApi m_models;
    RawApi m_raw;
    ConnectionStatus m_status;
    ApiError m_failure; ///< of the last attempt that got no answer
    ApiError m_refusal; ///< of the last answer, when it was 401 or 403
};

} // namespace odc
