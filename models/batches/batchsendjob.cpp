// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsendjob.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "jsonl/batchfiles.h"
#include "transfers/transferqueue.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using State = BatchSendJob::Part::State;

namespace {

constexpr qint64 tickMs = 200;
constexpr int splitWeight = 4;   ///< splitting a byte is so many times as fast as sending it, in the progress
constexpr int createWeight = 50; ///< a create counts as this share of all bytes

/// What became of one file after another; the first error ends it.
Result<QList<SourceIdentity>> identitiesOf(const QStringList &paths)
{
    QList<SourceIdentity> identities;
    for (const QString &path : paths) {
        const auto identity = SourceIdentity::of(path);
        if (!identity)
            return failure(identity.error());
        identities << *identity;
    }
    return identities;
}

struct SplitFiles
{
    std::shared_ptr<ScratchFolder> scratch;
    QStringList paths;
    QList<SourceIdentity> identities;
    bool changed = false; ///< the file is not the one that was checked
};

Result<SplitFiles> splitOnPool(const BatchInput &input, const JsonlWorkPtr &work)
{
    SplitFiles files;
    const auto scratch = ScratchFolder::make(batchScratchRoot());
    if (!scratch)
        return failure(scratch.error());
    files.scratch = *scratch;
    const auto isSame = [&input] {
        const auto now = SourceIdentity::of(input.path);
        return now && *now == input.identity;
    };
    files.changed = !isSame();
    if (files.changed)
        return files;
    const auto paths = splitBatchFile(input.path, input.check, files.scratch->path(),
                                      QFileInfo(input.name).completeBaseName(), work);
    if (!paths)
        return failure(paths.error());
    const auto identities = identitiesOf(*paths);
    if (!identities)
        return failure(identities.error());
    files.paths = *paths;
    files.identities = *identities;
    files.changed = !isSame();
    return files;
}

} // namespace

BatchSendJob::BatchSendJob(Session &session, TransferQueue &transfers, QObject *parent)
    : QObject(parent), m_session(session), m_transfers(transfers)
{
    connect(&transfers, &TransferQueue::changed, this, &BatchSendJob::followUpload);
    connect(&transfers, &TransferQueue::progressed, this, [this] {
        if (m_stage == Stage::Uploading)
            Q_EMIT changed();
    });
    connect(&transfers, &TransferQueue::removed, this, [this](const QStringList &ids) {
        for (Part &part : m_parts) {
            if (ids.contains(part.transferId) && part.fileId.isEmpty()) {
                part.transferId.clear();
                uploadEnded(part);
            }
        }
    });
}

BatchSendJob::~BatchSendJob()
{
    if (m_work)
        m_work->stop = true;
}

void BatchSendJob::sendFile(const BatchInputPtr &input, const BatchDraft &draft)
{
    if (m_stage != Stage::Ready)
        return;
    m_input = input;
    m_draft = draft;
    goOn();
}

void BatchSendJob::sendUploaded(const QString &fileId, const BatchDraft &draft)
{
    if (m_stage != Stage::Ready)
        return;
    m_draft = draft;
    Part part;
    part.state = State::Uploaded;
    part.fileId = fileId;
    m_parts = {part};
    goOn();
}

bool BatchSendJob::canGoOn() const
{
    return !isRunning() && m_stage != Stage::Done && !m_fileChanged;
}

void BatchSendJob::setDraft(const BatchDraft &draft)
{
    if (!isRunning() && created() == 0)
        m_draft = draft;
}

void BatchSendJob::goOn()
{
    if (!canGoOn())
        return;
    m_stopping = false;
    m_error = {};
    for (Part &part : m_parts) {
        if (part.state == State::Failed)
            part.state = part.fileId.isEmpty() ? State::Waiting : State::Uploaded;
        part.error = {};
    }
    if (unknownPart() >= 0)
        halt(Stage::Asking);
    else if (!m_parts.isEmpty())
        upload();
    else if (m_input->check.tooBig)
        split();
    else
        verify();
}

void BatchSendJob::split()
{
    setStage(Stage::Splitting);
    m_work = std::make_shared<JsonlWork>();
    tick();
    inBackground(
        this, [input = m_input, work = m_work] { return splitOnPool(*input, work); },
        [this](const Result<SplitFiles> &files) {
            m_work.reset();
            if (m_stopping) {
                halt(Stage::Stopped);
                return;
            }
            if (!files) {
                fail(files.error());
                return;
            }
            if (files->changed) {
                m_fileChanged = true;
                fail({});
                return;
            }
            m_scratch = files->scratch;
            for (qsizetype i = 0; i < files->paths.size(); ++i) {
                Part part;
                part.path = files->paths.at(i);
                part.name = QFileInfo(part.path).fileName();
                part.identity = files->identities.at(i);
                part.bytes = part.identity.size;
                m_parts << part;
            }
            if (m_parts.size() > 1)
                m_group = QUuid::createUuid().toString(QUuid::WithoutBraces);
            upload();
        },
        longWorkPool());
}

/// The file is to be the one that was checked when its upload begins.
void BatchSendJob::verify()
{
    setStage(Stage::Uploading);
    inBackground(
        this, [path = m_input->path] { return SourceIdentity::of(path); },
        [this](const Result<SourceIdentity> &identity) {
            if (m_stopping) {
                halt(Stage::Stopped);
                return;
            }
            if (!identity || *identity != m_input->identity) {
                m_fileChanged = true;
                fail(identity ? ApiError() : identity.error());
                return;
            }
            Part part;
            part.path = m_input->path;
            part.name = m_input->name;
            part.identity = m_input->identity;
            part.bytes = m_input->check.bytes;
            m_parts = {part};
            upload();
        });
}

void BatchSendJob::upload()
{
    setStage(Stage::Uploading);
    QList<UploadOrder> orders;
    QList<int> ordered;
    QStringList again;
    for (int i = 0; i < m_parts.size(); ++i) {
        Part &part = m_parts[i];
        if (part.state != State::Waiting)
            continue;
        part.state = State::Uploading;
        if (m_transfers.contains(part.transferId)) {
            again << part.transferId;
        } else {
            orders << UploadOrder{part.path, part.name, part.bytes, u"batch"_s, {}};
            ordered << i;
        }
    }
    const QStringList ids = m_transfers.addUploads(orders);
    for (qsizetype i = 0; i < ids.size(); ++i)
        m_parts[ordered.at(i)].transferId = ids.at(i);
    m_transfers.retry(again);
    m_transfers.resume(again);
    for (const QString &id : ids + again)
        followUpload(id); // some may have ended at once
    if (ids.isEmpty() && again.isEmpty())
        settle();
}

void BatchSendJob::followUpload(const QString &transferId)
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &part) {
        return part.transferId == transferId && !transferId.isEmpty();
    });
    if (found == m_parts.end() || (found->state != State::Uploading && found->state != State::UploadUnknown))
        return;
    Part &part = *found;
    const TransferRecord record = m_transfers.record(transferId);
    switch (record.state) {
    case TransferRecord::State::Completed:
        // Between the check and its upload somebody may have written to it.
        m_fileChanged |= record.identity != part.identity;
        part.fileId = record.fileId;
        part.state = State::Uploaded;
        uploadEnded(part);
        return;
    case TransferRecord::State::Failed:
    case TransferRecord::State::Cancelled:
        part.error = record.error;
        uploadEnded(part);
        return;
    case TransferRecord::State::Unknown:
        part.error = record.error;
        part.lookedUp = record.lookedUp;
        part.isLooking = false;
        part.candidates.clear();
        for (const QString &id : record.candidates)
            part.candidates.append({id, 0});
        if (part.state == State::UploadUnknown) {
            Q_EMIT changed();
            return;
        }
        part.state = State::UploadUnknown;
        uploadEnded(part);
        return;
    default:
        if (part.state == State::UploadUnknown) { // decided elsewhere: on the Transfers page
            part.state = State::Uploading;
            m_stage = Stage::Uploading;
        }
        Q_EMIT changed();
        return;
    }
}

void BatchSendJob::uploadEnded(Part &part)
{
    if (part.state == State::Uploading) {
        part.state = m_stopping ? State::Waiting : State::Failed;
        if (part.state == State::Failed && part.error.kind == ApiError::Kind::None)
            part.error = ApiError::make(ApiError::Kind::Cancelled,
                                        tr("Its upload was stopped on the Transfers page."));
    }
    if (m_stage == Stage::Asking)
        m_stage = Stage::Uploading;
    if (m_stage == Stage::Uploading)
        settle();
}

/// Goes on when no upload is on its way any more.
void BatchSendJob::settle()
{
    const auto isIn = [this](State state) {
        return std::find_if(m_parts.cbegin(), m_parts.cend(),
                            [state](const Part &part) { return part.state == state; });
    };
    if (isIn(State::Uploading) != m_parts.cend()) {
        Q_EMIT changed();
        return;
    }
    const auto failed = isIn(State::Failed);
    if (m_fileChanged)
        fail({});
    else if (m_stopping)
        halt(Stage::Stopped);
    else if (failed != m_parts.cend())
        fail(failed->error);
    else if (unknownPart() >= 0)
        halt(Stage::Asking);
    else if (isIn(State::Waiting) != m_parts.cend())
        upload();
    else
        verifySent();
}

/// What was sent is what was checked, if the file is still the same now.
void BatchSendJob::verifySent()
{
    setStage(Stage::Creating);
    QStringList paths;
    QList<SourceIdentity> expected;
    for (const Part &part : std::as_const(m_parts)) {
        if (!part.path.isEmpty() && part.state == State::Uploaded) {
            paths << part.path;
            expected << part.identity;
        }
    }
    if (paths.isEmpty() || m_scratch) { // nobody else writes to files of ours
        createFirst();
        return;
    }
    inBackground(
        this, [paths] { return identitiesOf(paths); },
        [this, expected](const Result<QList<SourceIdentity>> &identities) {
            if (!identities || *identities != expected) {
                m_fileChanged = true;
                fail({});
                return;
            }
            createFirst();
        });
}

void BatchSendJob::stop()
{
    if (!isRunning() || m_stopping)
        return;
    m_stopping = true;
    if (m_work)
        m_work->stop = true;
    QStringList transfers;
    for (const Part &part : std::as_const(m_parts)) {
        if (part.state == State::Uploading)
            transfers << part.transferId;
    }
    Q_EMIT changed();
    m_transfers.cancel(transfers);
    if (m_stage == Stage::Looking) { // nothing depends on its answer any more
        m_call.cancel();
        m_call = {};
        halt(Stage::Stopped);
    }
}

int BatchSendJob::created() const
{
    return int(std::count_if(m_parts.cbegin(), m_parts.cend(),
                             [](const Part &part) { return part.state == State::Created; }));
}

qint64 BatchSendJob::total() const
{
    const qint64 bytes = m_input ? m_input->check.bytes : 0;
    return (m_input && m_input->check.tooBig ? bytes / splitWeight : 0) + bytes +
           std::max<qint64>(bytes / createWeight, 1);
}

qint64 BatchSendJob::uploadedBytes() const
{
    qint64 bytes = 0;
    for (const Part &part : m_parts) {
        if (!part.fileId.isEmpty())
            bytes += part.bytes;
        else if (part.state == State::Uploading)
            bytes += std::min(part.bytes, m_transfers.bytesDone(part.transferId));
    }
    return bytes;
}

qint64 BatchSendJob::done() const
{
    const qint64 bytes = m_input ? m_input->check.bytes : 0;
    if (m_stage == Stage::Splitting)
        return m_work ? m_work->done / splitWeight : 0;
    qint64 done = (m_input && m_input->check.tooBig ? bytes / splitWeight : 0) + uploadedBytes();
    if (!m_parts.isEmpty())
        done += std::max<qint64>(bytes / createWeight, 1) * created() / m_parts.size();
    return std::min(done, total());
}

void BatchSendJob::fail(const ApiError &error)
{
    m_error = error;
    if (m_fileChanged) {
        QString text = tr("“%1” is not the file that was checked any more.").arg(m_input->path);
        if (error.kind != ApiError::Kind::None)
            text += u' ' + error.message;
        for (const Part &part : std::as_const(m_parts)) {
            if (!part.fileId.isEmpty())
                text += u' ' + tr("It was uploaded as %1, which no batch uses.").arg(part.fileId);
        }
        m_error = ApiError::make(ApiError::Kind::LocalFile, text);
        m_error.code = u"file_changed"_s;
    }
    halt(Stage::Failed);
}

void BatchSendJob::halt(Stage stage)
{
    m_stopping = false;
    m_stage = stage;
    Q_EMIT changed();
    Q_EMIT halted();
}

void BatchSendJob::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

void BatchSendJob::tick()
{
    if (m_ticking)
        return;
    m_ticking = true;
    m_session.clock().callLater(tickMs, this, [this] {
        m_ticking = false;
        if (m_stage != Stage::Splitting)
            return;
        Q_EMIT changed();
        tick();
    });
}

} // namespace odc
