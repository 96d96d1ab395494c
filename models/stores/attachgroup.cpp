// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachgroup.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
constexpr int mostMissed = 3; ///< polls in a row; lists linger behind what was done

} // namespace

ApiError storeFileError(const StoreFile &file)
{
    ApiError error = ApiError::make(ApiError::Kind::Invalid, file.errorMessage);
    error.code = file.errorCode;
    // The code first: a long message is cut at its end.
    if (error.message.isEmpty())
        error.message = file.errorCode;
    else if (!file.errorCode.isEmpty())
        error.message.prepend(file.errorCode + u": "_s);
    return error;
}

AttachGroup::AttachGroup(Session &session, const QString &storeId, const QList<AttachFile> &files,
                         const AttachTimes &times, QObject *parent)
    : QObject(parent), m_session(session), m_storeId(storeId), m_files(files), m_times(times)
{
    m_left.reserve(files.size());
    for (const AttachFile &file : files)
        m_left.insert(file.id);
}

QJsonObject AttachGroup::batchBody(const QList<AttachFile> &files)
{
    const AttachFile &first = files.first();
    const bool isSame = std::all_of(files.cbegin(), files.cend(), [&first](const AttachFile &file) {
        return file.attributes == first.attributes && file.chunking == first.chunking;
    });
    QJsonObject body;
    const auto addTo = [](QJsonObject &object, const AttachFile &file) {
        if (!file.attributes.isEmpty())
            object.insert(u"attributes"_s, file.attributes);
        if (file.chunking)
            object.insert(u"chunking_strategy"_s, file.chunking->toJson());
    };
    QJsonArray list;
    for (const AttachFile &file : files) {
        if (isSame) {
            list.append(file.id);
            continue;
        }
        QJsonObject entry{{u"file_id"_s, file.id}};
        addTo(entry, file);
        list.append(entry);
    }
    body.insert(isSame ? u"file_ids"_s : u"files"_s, list);
    if (isSame)
        addTo(body, first);
    return body;
}

void AttachGroup::send()
{
    m_sending = true;
    if (m_files.size() == 1) {
        const AttachFile &file = m_files.first();
        m_call = m_session.stores().attach(m_storeId, file.id, file.attributes, file.chunking, this,
                                           [this](const Result<StoreFile> &answer) {
                                               if (!answer) {
                                                   answered(answer.error());
                                                   return;
                                               }
                                               m_sending = false;
                                               // Of another file it says nothing: this one is asked for.
                                               if (answer->id == m_files.first().id)
                                                   judge(answer->id, *answer, false);
                                               watch();
                                           });
        return;
    }
    m_call = m_session.stores().createBatch(m_storeId, batchBody(m_files), this,
                                            [this](const Result<StoreFileBatch> &answer) {
                                                if (!answer) {
                                                    answered(answer.error());
                                                    return;
                                                }
                                                m_sending = false;
                                                m_batchId = answer->id;
                                                Q_EMIT batchMade(m_batchId);
                                                watch();
                                            });
}

/// The create did not go well.
void AttachGroup::answered(const ApiError &error)
{
    if (error.kind == ApiError::Kind::OutcomeUnknown) {
        // What it made may show a moment later only.
        m_session.clock().callLater(m_times.firstPollMs, this, [this] { look(); });
        return;
    }
    m_sending = false;
    m_hasEnded = true;
    Q_EMIT refused(error);
    Q_EMIT ended();
}

void AttachGroup::look()
{
    m_sending = true;
    const auto tell = [this](bool lookedUp) {
        m_sending = false;
        QStringList there;
        QStringList missing;
        for (const AttachFile &file : m_files)
            (m_listed.contains(file.id) ? there : missing) << file.id;
        m_left = QSet<QString>(there.cbegin(), there.cend());
        Q_EMIT looked(there, missing, lookedUp);
        judgeListed(false);
        watch();
    };
    m_listed.clear();
    if (m_files.size() > 1) {
        walk(false, {}, [tell](const std::optional<ApiError> &error) { tell(!error); });
        return;
    }
    const QString id = m_files.first().id;
    m_call =
        m_session.stores().retrieveFile(m_storeId, id, this, [this, id, tell](const Result<StoreFile> &file) {
            if (file && file->id == id)
                m_listed.insert(id, *file);
            tell(file ? file->id == id : file.error().kind == ApiError::Kind::NotFound);
        });
}

void AttachGroup::walk(bool ofBatch, const QString &filter, Walked done)
{
    // Not from inside the pager, which is used again at once.
    const auto tell = [this, turn = m_turn, done = std::move(done)](const std::optional<ApiError> &error) {
        m_session.clock().callLater(0, this, [this, turn, done, error] {
            if (turn == m_turn)
                done(error);
        });
    };
    Pager<StoreFile>::Events events;
    events.page = [this, tell](const QList<StoreFile> &files) {
        for (const StoreFile &file : files) {
            if (m_left.contains(file.id))
                m_listed.insert(file.id, file);
        }
        if (m_pager.isRunning() && m_listed.size() >= m_left.size()) {
            m_pager.stop(); // there is nothing more to find
            tell({});
        }
    };
    events.finished = [tell] { tell({}); };
    events.failed = [tell](const ApiError &error) { tell(error); };
    m_pager.start(
        [this, ofBatch, filter](const QString &after, std::function<void(Result<Page<StoreFile>>)> next) {
            StoreListQuery query;
            query.limit = pageSize;
            query.order = u"desc"_s; // what was put in last comes first
            query.filter = filter;
            query.after = after;
            if (ofBatch)
                return m_session.stores().listBatchFiles(m_storeId, m_batchId, query, this, std::move(next));
            return m_session.stores().listFiles(m_storeId, query, this, std::move(next));
        },
        std::move(events));
}

int AttachGroup::indexed() const
{
    return std::max(0, std::min(m_counted, int(m_files.size())) - m_told);
}

bool AttachGroup::hasPassed(qint64 sinceMs, qint64 lengthMs) const
{
    return m_session.clock().monotonicMs() - sinceMs >= lengthMs;
}

/// Nothing is on its way to the service any more: from here on it is asked how they stand.
void AttachGroup::watch()
{
    m_delayMs = m_times.firstPollMs;
    m_movedAtMs = m_session.clock().monotonicMs();
    if (m_cancelling)
        sendCancel();
    else
        settle(true);
}

void AttachGroup::settle(bool hasMoved)
{
    if (m_hasEnded)
        return;
    if (m_left.isEmpty()) {
        m_hasEnded = true;
        Q_EMIT progressed();
        Q_EMIT ended();
        return;
    }
    if (hasMoved) {
        m_movedAtMs = m_session.clock().monotonicMs();
        m_delayMs = m_times.firstPollMs;
        m_trouble = {};
    } else {
        m_delayMs = std::min(m_times.longestPollMs, m_delayMs + m_delayMs / 2);
    }
    const bool isGivenUp = m_isCancelled && hasPassed(m_cancelledAtMs, m_times.cancelMs);
    if (isGivenUp || hasPassed(m_movedAtMs, m_times.stuckMs)) {
        ApiError stuck = m_trouble;
        if (stuck.kind == ApiError::Kind::None) {
            stuck = ApiError::make(
                ApiError::Kind::Invalid,
                tr("nothing moved for %1, and it still says “in_progress”; it may be indexed later")
                    .arg(format::duration(m_times.stuckMs / 1000)));
            stuck.code = u"stuck"_s;
        }
        m_isLeft = true;
        const QSet<QString> left = m_left;
        for (const QString &id : left)
            end(id, m_isCancelled ? Outcome::Cancelled : Outcome::Stuck, stuck);
        settle(true);
        return;
    }
    Q_EMIT progressed();
    m_session.clock().callLater(m_delayMs, this, [this, turn = ++m_turn] {
        if (turn == m_turn)
            poll();
    });
}

void AttachGroup::poll()
{
    m_listed.clear();
    if (!m_batchId.isEmpty())
        pollBatch();
    else if (m_files.size() == 1)
        pollOne();
    else
        pollAll();
}

void AttachGroup::failedToPoll(const ApiError &error)
{
    m_trouble = error;
    const bool isNotThere =
        error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::MethodNotAllowed;
    m_missed = isNotThere ? m_missed + 1 : 0;
    if (!m_batchId.isEmpty() && m_missed >= mostMissed) {
        // The batch is gone, or this server keeps none: its files are in the store all the same.
        m_batchId.clear();
        m_missed = 0;
    }
    settle(false);
}

void AttachGroup::pollBatch()
{
    m_call = m_session.stores().retrieveBatch(
        m_storeId, m_batchId, this, [this](const Result<StoreFileBatch> &batch) {
            if (!batch) {
                failedToPoll(batch.error());
                return;
            }
            m_missed = 0;
            const StoreFileCounts &counts = batch->counts;
            const int counted = int(
                std::clamp<qint64>(counts.completed + counts.failed + counts.cancelled, 0, m_files.size()));
            const bool hasMoved = counted > m_counted;
            m_counted = counted;
            const bool isLast = (m_isCancelled && hasPassed(m_cancelledAtMs, m_times.cancelMs)) ||
                                (!hasMoved && hasPassed(m_movedAtMs, m_times.stuckMs));
            if (batch->isFinished())
                collect(*batch, {u"failed"_s, u"cancelled"_s});
            else if (isLast || counted == m_files.size())
                readWhole(*batch);
            else
                settle(hasMoved);
        });
}

void AttachGroup::collect(const StoreFileBatch &batch, const QStringList &filters)
{
    if (filters.isEmpty()) {
        qsizetype failed = 0;
        for (const StoreFile &file : std::as_const(m_listed))
            failed += file.isFinished() && file.status != "completed"_L1;
        const bool agrees = failed == m_listed.size() && batch.status == "completed"_L1 &&
                            batch.counts.completed + failed == m_files.size() && m_told == 0;
        if (!agrees) {
            readWhole(batch);
            return;
        }
        const QHash<QString, StoreFile> listed = std::exchange(m_listed, {});
        const QSet<QString> left = m_left;
        for (const QString &id : left) {
            if (const auto found = listed.constFind(id); found != listed.cend())
                judge(id, *found, true);
            else
                end(id, Outcome::Attached);
        }
        settle(true);
        return;
    }
    walk(true, filters.first(), [this, batch, filters](const std::optional<ApiError> &error) {
        if (error)
            failedToPoll(*error);
        else
            collect(batch, filters.mid(1));
    });
}

void AttachGroup::readWhole(const StoreFileBatch &batch)
{
    m_listed.clear();
    walk(true, {}, [this, batch](const std::optional<ApiError> &error) {
        if (error) {
            failedToPoll(*error);
            return;
        }
        const bool hasEnded = batch.isFinished();
        const qsizetype before = m_left.size();
        const QSet<QString> left = m_left;
        for (const QString &id : left) {
            if (hasEnded && !m_listed.contains(id)) {
                end(id, m_isCancelled ? Outcome::Cancelled : Outcome::Failed,
                    ApiError::make(ApiError::Kind::NotFound, tr("the batch ended, and does not list it")));
            }
        }
        judgeListed(hasEnded);
        settle(m_left.size() < before);
    });
}

void AttachGroup::pollOne()
{
    const QString id = m_files.first().id;
    m_call = m_session.stores().retrieveFile(m_storeId, id, this, [this, id](const Result<StoreFile> &file) {
        if (file && file->id == id) {
            m_missed = 0;
            judge(id, *file, false);
            settle(m_left.isEmpty());
            return;
        }
        const ApiError error = file ? ApiError::make(ApiError::Kind::BadResponse) : file.error();
        failedToPoll(error);
        if (m_missed >= mostMissed && !m_hasEnded) {
            end(id, Outcome::Failed, error);
            settle(true);
        }
    });
}

void AttachGroup::pollAll()
{
    walk(false, {}, [this](const std::optional<ApiError> &error) {
        if (error) {
            failedToPoll(*error);
            return;
        }
        const qsizetype before = m_left.size();
        const bool isShort = m_listed.size() < m_left.size();
        m_missed = isShort ? m_missed + 1 : 0;
        if (m_missed >= mostMissed) {
            const QSet<QString> left = m_left;
            for (const QString &id : left) {
                if (!m_listed.contains(id))
                    end(id, Outcome::Failed,
                        ApiError::make(ApiError::Kind::NotFound, tr("it is not in the store any more")));
            }
        }
        judgeListed(false);
        settle(m_left.size() < before);
    });
}

void AttachGroup::judgeListed(bool hasBatchEnded)
{
    const QHash<QString, StoreFile> listed = std::exchange(m_listed, {});
    for (auto it = listed.cbegin(); it != listed.cend(); ++it) {
        if (m_left.contains(it.key()))
            judge(it.key(), *it, hasBatchEnded);
    }
}

void AttachGroup::judge(const QString &fileId, const StoreFile &file, bool hasBatchEnded)
{
    if (file.status == "completed"_L1)
        end(fileId, Outcome::Attached);
    else if (file.isFailed())
        end(fileId, Outcome::Failed, storeFileError(file));
    else if (file.status == "cancelled"_L1 || (hasBatchEnded && m_isCancelled))
        end(fileId, Outcome::Cancelled);
}

void AttachGroup::end(const QString &fileId, Outcome outcome, const ApiError &error)
{
    if (!m_left.remove(fileId))
        return;
    ++m_told;
    Q_EMIT fileEnded(fileId, outcome, error);
}

void AttachGroup::cancel()
{
    if (m_cancelling || m_hasEnded)
        return;
    m_cancelling = true;
    if (!m_sending)
        sendCancel();
}

void AttachGroup::sendCancel()
{
    ++m_turn;
    m_pager.stop();
    m_call.cancel();
    m_isCancelled = true;
    m_cancelledAtMs = m_session.clock().monotonicMs();
    if (m_batchId.isEmpty()) {
        // There is no batch that could be cancelled: the service goes on with them.
        const QSet<QString> left = m_left;
        for (const QString &id : left)
            end(id, Outcome::Cancelled);
        settle(true);
        return;
    }
    // Whatever the answer is: what became of it is read off the batch.
    m_call = m_session.stores().cancelBatch(m_storeId, m_batchId, this,
                                            [this](const Result<StoreFileBatch> &) { settle(true); });
}

} // namespace odc
