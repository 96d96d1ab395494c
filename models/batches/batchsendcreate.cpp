// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the way: batches are created, and what became of a create whose answer was lost is found
// out.
#include "batchsendjob.h"

#include "api/session.h"
#include "base/clock.h"
#include "transfers/transferqueue.h"
#include "transfers/transfertask.h"

#include <algorithm>

namespace odc {

using State = BatchSendJob::Part::State;

QJsonObject BatchSendJob::bodyOf(int index) const
{
    BatchDraft draft = m_draft;
    draft.setInputFileId(m_parts.at(index).fileId);
    if (!m_group.isEmpty()) {
        BatchLinks links = draft.links();
        links.group = m_group;
        links.part = index + 1;
        links.parts = int(m_parts.size());
        draft.setLinks(links);
    }
    return draft.toJson();
}

void BatchSendJob::setKnownChain(const QList<BatchObject> &chain)
{
    m_knownChain.clear();
    m_chainSince = 0;
    for (const BatchObject &batch : chain) {
        m_knownChain.insert(batch.id);
        const qint64 made = batch.createdAt.value_or(0);
        m_chainSince = m_chainSince == 0 ? made : std::min(m_chainSince, made);
    }
}

/// The rest of a batch may have been sent by somebody else since it was looked at: two would be paid for.
void BatchSendJob::createFirst()
{
    m_rivals.clear();
    const bool begins = created() == 0 && unknownPart() < 0;
    if (!m_draft.links().isRest() || !begins) {
        createNext();
        return;
    }
    setStage(Stage::Looking);
    lookForRivals();
}

void BatchSendJob::lookForRivals(const QString &after)
{
    askList(after, [this, after](const Result<Page<BatchObject>> &page) {
        if (!page) {
            fail(page.error());
            return;
        }
        const QString first = m_draft.links().firstBatch;
        for (const BatchObject &batch : page->items) {
            if (batch.links.firstBatch == first && !m_knownChain.contains(batch.id) && !isOurs(batch.id))
                m_rivals << batch;
        }
        if (goesOn(page, after, m_chainSince)) {
            lookForRivals(page->lastId);
            return;
        }
        if (!m_rivals.isEmpty()) {
            halt(Stage::Asking);
            return;
        }
        m_stage = Stage::Creating;
        createNext();
    });
}

void BatchSendJob::sendBesideRivals()
{
    if (m_stage != Stage::Asking || m_rivals.isEmpty())
        return;
    for (const BatchObject &batch : std::as_const(m_rivals))
        m_knownChain.insert(batch.id);
    m_rivals.clear();
    m_stage = Stage::Creating;
    createNext();
}

void BatchSendJob::askList(const QString &after, std::function<void(const Result<Page<BatchObject>> &)> done)
{
    BatchListQuery newest;
    newest.limit = 100;
    newest.after = after;
    m_call = m_session.batches().list(newest, this,
                                      [this, done = std::move(done)](const Result<Page<BatchObject>> &page) {
                                          m_call = {};
                                          done(page);
                                      });
}

bool BatchSendJob::goesOn(const Result<Page<BatchObject>> &page, const QString &after, qint64 since)
{
    // A server that does not say whether there is more is asked.
    return page && (page->hasMore || !page->tellsMore) && !page->items.isEmpty() && !page->lastId.isEmpty() &&
           page->lastId != after && page->items.last().createdAt.value_or(0) >= since;
}

bool BatchSendJob::isOurs(const QString &batchId) const
{
    return std::any_of(m_parts.cbegin(), m_parts.cend(),
                       [&](const Part &part) { return part.batch && part.batch->id == batchId; });
}

void BatchSendJob::createNext()
{
    const auto next = std::find_if(m_parts.begin(), m_parts.end(),
                                   [](const Part &part) { return part.state == State::Uploaded; });
    if (next == m_parts.end()) {
        halt(Stage::Done);
        return;
    }
    if (m_stopping) {
        halt(Stage::Stopped);
        return;
    }
    const int index = int(next - m_parts.begin());
    next->state = State::Creating;
    m_sentAt = m_session.clock().unixSeconds();
    setStage(Stage::Creating);
    m_call = m_session.batches().create(
        bodyOf(index), this, [this, index](const Result<BatchObject> &answer) { answered(index, answer); });
}

void BatchSendJob::answered(int index, const Result<BatchObject> &answer)
{
    m_call = {};
    Part &part = m_parts[index];
    if (answer) {
        take(index, *answer);
        createNext();
        return;
    }
    part.error = answer.error();
    if (answer.error().kind == ApiError::Kind::OutcomeUnknown) {
        part.state = State::CreateUnknown;
        lookForBatch(index);
        return;
    }
    part.state = State::Failed;
    fail(part.error);
}

void BatchSendJob::take(int index, const BatchObject &batch)
{
    Part &part = m_parts[index];
    part.state = State::Created;
    part.batch = batch;
    part.error = {};
    part.candidates.clear();
    Q_EMIT batchCreated(batch);
}

/// The newest ones, and on until those that were there before it was sent; `after` which.
void BatchSendJob::lookForBatch(int index, const QString &after)
{
    if (after.isEmpty()) {
        m_parts[index].isLooking = true;
        Q_EMIT changed();
    }
    askList(after, [this, index, after](const Result<Page<BatchObject>> &page) {
        Part &part = m_parts[index];
        if (after.isEmpty()) {
            part.candidates.clear();
            m_found.clear();
        }
        for (const BatchObject &batch : page ? page->items : QList<BatchObject>()) {
            // Of a file that was there before there may be older batches.
            const bool isNew = m_input || batch.createdAt.value_or(m_sentAt) >= m_sentAt - lostReplySlack;
            if (batch.inputFileId != part.fileId || isOurs(batch.id) || !isNew)
                continue;
            m_found << batch;
            part.candidates.append({batch.id, batch.createdAt.value_or(0)});
        }
        if (goesOn(page, after, m_sentAt - lostReplySlack) && !(m_input && !m_found.isEmpty())) {
            lookForBatch(index, page->lastId);
            return;
        }
        part.isLooking = false;
        part.lookedUp = page.has_value();
        // Nobody else knows a file that was uploaded a moment ago: its one batch is this one.
        if (m_input && m_found.size() == 1) {
            take(index, m_found.first());
            m_stage = Stage::Creating;
            createNext();
            return;
        }
        halt(Stage::Asking);
    });
}

int BatchSendJob::unknownPart() const
{
    for (int i = 0; i < m_parts.size(); ++i) {
        if (m_parts.at(i).state == State::UploadUnknown || m_parts.at(i).state == State::CreateUnknown)
            return i;
    }
    return -1;
}

void BatchSendJob::decide(bool isThere, const QString &id)
{
    const int index = unknownPart();
    if (m_stage != Stage::Asking || index < 0)
        return;
    Part &part = m_parts[index];
    if (part.state == State::UploadUnknown) {
        m_transfers.decide(part.transferId, isThere, id); // followUpload() hears of it
        return;
    }
    if (isThere) {
        const auto found = std::find_if(m_found.cbegin(), m_found.cend(),
                                        [&](const BatchObject &batch) { return batch.id == id; });
        if (found == m_found.cend())
            return;
        take(index, *found);
    } else {
        part.state = State::Uploaded;
        part.candidates.clear();
    }
    m_call.cancel(); // what the list says now would be of a create that is decided
    part.isLooking = false;
    m_stage = Stage::Creating;
    createNext();
}

void BatchSendJob::lookAgain()
{
    const int index = unknownPart();
    if (index < 0 || m_parts.at(index).isLooking)
        return;
    if (m_parts.at(index).state == State::CreateUnknown) {
        lookForBatch(index);
        return;
    }
    m_parts[index].isLooking = true;
    m_transfers.lookAgain(m_parts.at(index).transferId);
}

} // namespace odc
