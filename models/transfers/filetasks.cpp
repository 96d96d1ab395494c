// SPDX-License-Identifier: GPL-3.0-or-later
#include "filetasks.h"

#include "api/session.h"
#include "transfers/transferqueue.h"

#include <QFileInfo>

#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int deletesAtOnce = 6;

} // namespace

TransferJob::TransferJob(Kind kind, TransferQueue &queue, QObject *parent)
    : BulkJob(kind, std::numeric_limits<int>::max(), queue.clock(), parent), m_queue(queue)
{
    connect(&queue, &TransferQueue::changed, this, &TransferJob::follow);
    connect(&queue, &TransferQueue::ended, this, &TransferJob::follow);
    connect(&queue, &TransferQueue::progressed, this, [this] {
        for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it) {
            if (items().at(it.key()).state == BulkItem::State::Running)
                setBytes(it.key(), m_queue.bytesDone(it.value()));
        }
    });
    // Taken off the list at the Transfers page before it was tried again.
    connect(&queue, &TransferQueue::removed, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            if (m_indexes.contains(id))
                m_ids.remove(m_indexes.take(id));
        }
    });
}

void TransferJob::run(int index)
{
    const QString known = m_ids.value(index);
    if (known.isEmpty()) {
        // All of them at once: a later run goes on with those that never had their turn, too.
        QList<int> indexes;
        for (int i = 0; i < total(); ++i) {
            const BulkItem::State state = items().at(i).state;
            if (!m_ids.contains(i) && (state == BulkItem::State::Waiting || state == BulkItem::State::Running))
                indexes << i;
        }
        const QStringList ids = enqueue(indexes);
        for (qsizetype i = 0; i < ids.size(); ++i) {
            m_ids.insert(indexes.at(i), ids.at(i));
            m_indexes.insert(ids.at(i), indexes.at(i));
        }
        return;
    }
    const TransferRecord::State state = m_queue.status(known).record.state;
    if (state == TransferRecord::State::Unknown)
        m_queue.decide(known, false);
    else
        m_queue.retry({known});
    m_queue.resume({known});
}

void TransferJob::follow(const QString &transferId)
{
    const auto at = m_indexes.constFind(transferId);
    if (at == m_indexes.cend())
        return;
    const int index = *at;
    const BulkItem &item = items().at(index);
    const TransferStatus status = m_queue.status(transferId);
    const TransferRecord &record = status.record;
    if (item.state == BulkItem::State::Unknown && record.state == TransferRecord::State::Unknown) {
        setCandidates(index, record.candidates);
        return;
    }
    if (item.state != BulkItem::State::Running)
        return;
    switch (record.state) {
    case TransferRecord::State::Completed:
        setBytes(index, record.size);
        succeed(index, record.isUpload() ? record.fileId : record.path, record.note);
        break;
    case TransferRecord::State::Failed:
        fail(index, record.error);
        break;
    case TransferRecord::State::Cancelled:
        skip(index, record.note.isEmpty() ? tr("stopped") : record.note);
        break;
    case TransferRecord::State::Unknown:
        leaveUnknown(index, record.error, record.candidates, record.lookedUp);
        break;
    case TransferRecord::State::Queued:
    case TransferRecord::State::Running:
    case TransferRecord::State::Paused:
    case TransferRecord::State::Retrying:
        break;
    }
}

void TransferJob::lookAgain(int index)
{
    m_queue.lookAgain(m_ids.value(index));
}

void TransferJob::decide(int index, bool isThere, const QString &resultId)
{
    if (items().at(index).state == BulkItem::State::Unknown && isThere)
        m_queue.decide(m_ids.value(index), true, resultId);
    BulkJob::decide(index, isThere, resultId); // sending again goes by run()
}

BulkJob::Abandoned TransferJob::abandon(int index)
{
    m_queue.cancel({m_ids.value(index)});
    return Abandoned::Ending; // by follow(), as the queue says
}

UploadFilesJob::UploadFilesJob(TransferQueue &queue, const QList<Source> &sources, const Options &options,
                               QObject *parent)
    : TransferJob(Kind::Upload, queue, parent), m_sources(sources), m_options(options)
{
    queue.addKnownFiles(options.knownIds);
    for (const Source &source : sources) {
        BulkItem item;
        item.id = source.path;
        item.title = source.name;
        item.bytesTotal = source.size;
        addItem(item);
    }
}

QStringList UploadFilesJob::enqueue(const QList<int> &indexes)
{
    QList<UploadOrder> orders;
    for (const int index : indexes) {
        const Source &source = m_sources.at(index);
        orders << UploadOrder{source.path, source.name, source.size, m_options.purpose, m_options.expiresAfterSeconds};
    }
    return m_queue.addUploads(orders);
}

DownloadFilesJob::DownloadFilesJob(TransferQueue &queue, const QList<FileObject> &files,
                                   const QString &folder, QObject *parent)
    : TransferJob(Kind::Download, queue, parent), m_files(files), m_folder(folder)
{
    for (const FileObject &file : files) {
        BulkItem item;
        item.id = file.id;
        item.title = file.filename.isEmpty() ? file.id : file.filename;
        item.bytesTotal = file.bytes;
        addItem(item);
    }
}

DownloadFilesJob::DownloadFilesJob(TransferQueue &queue, const FileObject &file, const QString &path,
                                   bool overwrite, QObject *parent)
    : DownloadFilesJob(queue, QList<FileObject>{file}, QFileInfo(path).absolutePath(), parent)
{
    m_fixedPath = QFileInfo(path).absoluteFilePath();
    m_overwrite = overwrite;
}

QStringList DownloadFilesJob::enqueue(const QList<int> &indexes)
{
    if (!m_fixedPath.isEmpty())
        return {m_queue.addDownload(m_files.first(), m_fixedPath, m_overwrite)};
    QList<FileObject> files;
    for (const int index : indexes)
        files << m_files.at(index);
    return m_queue.addDownloads(files, m_folder);
}

DeleteFilesJob::DeleteFilesJob(Session &session, const QList<FileObject> &files, QObject *parent)
    : BulkJob(Kind::Delete, deletesAtOnce, session.clock(), parent), m_session(session)
{
    for (const FileObject &file : files) {
        BulkItem item;
        item.id = file.id;
        item.title = file.filename.isEmpty() ? file.id : file.filename;
        item.size = file.bytes;
        addItem(item);
    }
}

void DeleteFilesJob::run(int index)
{
    const QString id = items().at(index).id;
    m_calls.insert(index, m_session.files().remove(id, this, [this, index, id](Result<bool> result) {
        m_calls.remove(index);
        if (!result) {
            fail(index, result.error());
            return;
        }
        Q_EMIT removed(id);
        succeed(index, id, *result ? QString() : tr("was already gone"));
    }, true));
}

BulkJob::Abandoned DeleteFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was deleted after all, going on finds it gone
}

} // namespace odc
