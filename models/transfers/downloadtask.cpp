// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloadtask.h"

#include "api/session.h"
#include "base/background.h"
#include "transfers/downloadname.h"

#include <QDir>
#include <QFileInfo>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// So much of a download is lost at most when the power goes.
constexpr qint64 secureEvery = 64 * 1024 * 1024;

} // namespace

DownloadTask::DownloadTask(const Context &context, const TransferRecord &record, QObject *parent)
    : TransferTask(context, record, parent)
{
}

DownloadTask::~DownloadTask()
{
    m_call.cancel();
}

qint64 DownloadTask::bytesDone() const
{
    // Until the part file is open nothing of it is counted, and a jump from nothing would be taken for a rate.
    return m_part && !m_part->partPath().isEmpty() ? m_part->written() : record().safeBytes;
}

void DownloadTask::begin()
{
    m_part = std::make_shared<PartFile>(record().path, record().size > 0 ? record().size : -1);
    m_part->keepUnfinished();
    if (isPublished()) {
        end(TransferRecord::State::Completed);
        return;
    }
    if (record().partPath.isEmpty()) {
        edit().partPath = m_part->freePartPath();
        edit().partInode = 0;
        edit().safeBytes = 0;
    }
    // Named before it is made, and numbered before it holds anything: a later run finds it, and takes no other for it.
    save([this] {
        if (!m_part->open(record().partPath, record().partInode, record().safeBytes)) {
            edit().partPath.clear();
            fail(ApiError::make(ApiError::Kind::LocalFile, m_part->errorText()));
            return;
        }
        edit().partPath = m_part->partPath();
        const auto made = FileIdentity::of(m_part->partPath());
        edit().partInode = made ? made->inode : 0;
        edit().safeBytes = m_part->written();
        m_furthest = m_part->written();
        save([this] { fetch(); });
    });
}

bool DownloadTask::isPublished()
{
    constexpr int mostNames = 20; // that others may have taken meanwhile
    const QFileInfo wanted(record().path);
    for (int n = 1; record().partInode != 0 && n <= mostNames; ++n) {
        const QString path = wanted.dir().absoluteFilePath(numberedName(wanted.fileName(), n));
        const auto there = FileIdentity::of(path);
        if (!there)
            return false;
        if (there->inode != record().partInode || (record().size > 0 && there->size != record().size))
            continue;
        edit().path = path;
        edit().note = tr("saved as %1").arg(QFileInfo(path).fileName());
        edit().partPath.clear();
        edit().safeBytes = there->size;
        return true;
    }
    return false;
}

void DownloadTask::fetch()
{
    Q_EMIT changed();
    const qint64 have = m_part->written();
    if (record().size > 0 && have == record().size) {
        publish();
        return;
    }
    m_call = session().files().contentFrom(record().fileId, have, m_part, this, [this](const Result<qint64> &result) { fetched(result); });
    if (CallState *state = m_call.state()) {
        connect(state, &CallState::downloadProgress, this, [this] {
            // Told of an error's words too, and of what comes a second time because the server grants no ranges.
            if (m_part->written() > m_furthest) {
                m_furthest = m_part->written();
                madeProgress();
            }
            if (m_part->written() < record().safeBytes)
                forget();
            Q_EMIT progressed();
            if (m_part->written() - record().safeBytes >= secureEvery)
                secure();
        });
    }
}

void DownloadTask::fetched(const Result<qint64> &result)
{
    if (result) {
        publish();
        return;
    }
    const ApiError &error = result.error();
    if (error.httpStatus == 416) {
        // More is there than the file has: it is not that file's beginning.
        if (m_part->restart()) {
            forget();
            retry(ApiError::make(ApiError::Kind::BadResponse, error.message), [this] { fetch(); });
        } else
            fail(ApiError::make(ApiError::Kind::LocalFile, m_part->errorText()));
        return;
    }
    if (m_part->written() == record().safeBytes) {
        retry(error, [this] { fetch(); });
        return;
    }
    // Whatever comes of it: what arrived is the next attempt's start, even after a power cut.
    inBackground(this, [part = m_part] { return part->flushToDisk(); }, [this, error](bool flushed) {
        if (isEnding())
            return;
        if (flushed)
            edit().safeBytes = m_part->written();
        note();
        retry(error, [this] { fetch(); });
    });
}

void DownloadTask::forget()
{
    edit().safeBytes = 0;
    note();
}

void DownloadTask::secure()
{
    if (m_securing)
        return;
    m_securing = true;
    const qint64 bytes = m_part->written();
    inBackground(this, [part = m_part] { return part->flushToDisk(); }, [this, bytes](bool flushed) {
        m_securing = false;
        if (m_publishing) {
            publish(); // it waited: nobody else may use the file
            return;
        }
        if (!flushed || isEnding() || m_publishing || m_part->written() < bytes)
            return;
        edit().safeBytes = bytes;
        note();
    });
}

void DownloadTask::publish()
{
    m_publishing = true;
    if (m_securing)
        return;
    const std::shared_ptr<PartFile> part = m_part;
    // Flushing hundreds of megabytes to the disk takes time the window does not have.
    inBackground(this, [part, mayReplace = record().mayReplace] { return part->publish(mayReplace); }, [this, part](const QString &error) {
        if (!error.isEmpty()) {
            if (part->isPublished()) { // what came is kept, but it is no beginning of this file
                edit().partPath.clear();
                edit().safeBytes = 0;
            } // else the disk did not take it all: a retry goes on after what it has
            fail(ApiError::make(ApiError::Kind::LocalFile, error));
            return;
        }
        const QString wanted = QFileInfo(record().path).fileName();
        const QString name = QFileInfo(part->path()).fileName();
        edit().note = name == wanted ? tr("saved as %1").arg(name)
                                     : tr("saved as %1, because “%2” belongs to another file by now").arg(name, wanted);
        edit().path = part->path();
        edit().partPath.clear();
        edit().safeBytes = part->written();
        Q_EMIT progressed();
        end(TransferRecord::State::Completed);
    });
}

void DownloadTask::aboutToEnd(TransferRecord::State state)
{
    if (!m_part || state != TransferRecord::State::Failed || record().partPath.isEmpty())
        return;
    if (record().safeBytes > 0)
        return;
    m_part->discard(); // an empty part file helps nobody
    edit().partPath.clear();
    edit().safeBytes = 0;
}

void DownloadTask::suspend()
{
    if (isEnding() || m_publishing)
        return; // every byte is here; it is being given its name
    dropRetries();
    m_call.cancel();
    if (!m_part) {
        QMetaObject::invokeMethod(this, &TransferTask::suspended, Qt::QueuedConnection);
        return;
    }
    inBackground(this, [part = m_part] { return part->flushToDisk(); }, [this](bool flushed) {
        if (isEnding())
            return; // cancelled meanwhile
        if (flushed)
            edit().safeBytes = m_part->written();
        Q_EMIT suspended();
    });
}

void DownloadTask::cancel()
{
    if (isEnding() || m_publishing)
        return;
    dropRetries();
    m_call.cancel();
    if (m_part)
        m_part->discard();
    edit().partPath.clear();
    edit().safeBytes = 0;
    end(TransferRecord::State::Cancelled);
}

} // namespace odc
