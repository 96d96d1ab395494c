// SPDX-License-Identifier: GPL-3.0-or-later
#include "filetasks.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "transfers/downloadname.h"
#include "transfers/partfile.h"

#include <QFileInfo>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int uploadsAtOnce = 3;
constexpr int downloadsAtOnce = 3;
constexpr int deletesAtOnce = 4;

QStringList idsOf(const QList<FileObject> &files)
{
    QStringList ids;
    for (const FileObject &file : files)
        ids << file.id;
    return ids;
}

} // namespace

UploadFilesJob::UploadFilesJob(Session &session, const QList<Source> &sources, const Options &options, QObject *parent)
    : BulkJob(Kind::Upload, uploadsAtOnce, session.clock(), parent), m_session(session), m_sources(sources),
      m_options(options)
{
    for (const Source &source : sources) {
        BulkItem item;
        item.id = source.path;
        item.title = source.name;
        item.bytesTotal = source.size;
        addItem(item);
    }
}

void UploadFilesJob::run(int index)
{
    const Source &source = m_sources.at(index);
    FileCreate create;
    create.path = source.path;
    create.filename = source.name;
    create.purpose = m_options.purpose;
    create.expiresAfterSeconds = m_options.expiresAfterSeconds;
    m_startedUnix.insert(index, m_session.clock().unixSeconds());
    const Call call = m_session.files().create(create, this, [this, index](Result<FileObject> result) {
        m_calls.remove(index);
        if (result) {
            Q_EMIT uploaded(*result);
            succeed(index, result->id);
        } else if (result.error().kind == ApiError::Kind::OutcomeUnknown) {
            setBytes(index, m_sources.at(index).size); // it is out, so it cannot be dropped any more
            lookForRecent(index, [this, index, error = result.error()](const Result<QList<FileObject>> &recent) {
                leaveUnknown(index, error, recent ? idsOf(*recent) : QStringList(), recent.has_value());
            });
        } else {
            fail(index, result.error());
        }
    });
    if (CallState *state = call.state()) {
        const qint64 size = source.size;
        connect(state, &CallState::uploadProgress, this, [this, index, size](qint64 sent, qint64) {
            setBytes(index, std::min(sent, size)); // the multipart frame is not part of the file
        });
    }
    m_calls.insert(index, call);
}

void UploadFilesJob::lookForRecent(int index, Recent done)
{
    const Source &source = m_sources.at(index);
    FileCreate create;
    create.path = source.path;
    create.filename = source.name;
    create.purpose = m_options.purpose;
    // The server's clock may be a little behind ours.
    constexpr qint64 slack = 120;
    m_calls.insert(index, m_session.files().recentLike(create, m_startedUnix.value(index) - slack, this,
                                                      [this, index, done](const Result<QList<FileObject>> &recent) {
        m_calls.remove(index);
        done(recent);
    }));
}

void UploadFilesJob::lookAgain(int index)
{
    if (items().at(index).state != BulkItem::State::Unknown || m_calls.contains(index))
        return;
    lookForRecent(index, [this, index](const Result<QList<FileObject>> &recent) {
        if (recent)
            setCandidates(index, idsOf(*recent));
    });
}

BulkJob::Abandoned UploadFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    // Once the whole body is out the server may have made the file: then only the list tells.
    const BulkItem &entry = items().at(index);
    return entry.bytesDone >= entry.bytesTotal ? Abandoned::Unknown : Abandoned::Dropped;
}

DownloadFilesJob::DownloadFilesJob(Session &session, const QList<FileObject> &files, const QString &folder,
                                   QObject *parent)
    : BulkJob(Kind::Download, downloadsAtOnce, session.clock(), parent), m_session(session), m_files(files),
      m_folder(folder)
{
    for (const FileObject &file : files) {
        BulkItem item;
        item.id = file.id;
        item.title = file.filename.isEmpty() ? file.id : file.filename;
        item.bytesTotal = file.bytes;
        addItem(item);
    }
}

DownloadFilesJob::DownloadFilesJob(Session &session, const FileObject &file, const QString &path, bool overwrite,
                                   QObject *parent)
    : DownloadFilesJob(session, QList<FileObject>{file}, QFileInfo(path).absolutePath(), parent)
{
    m_fixedPath = path;
    m_overwrite = overwrite;
}

DownloadFilesJob::~DownloadFilesJob()
{
    for (Call &call : m_calls)
        call.cancel();
}

void DownloadFilesJob::run(int index)
{
    const FileObject &file = m_files.at(index);
    const QString name = safeFileName(file.filename.isEmpty() ? file.id : file.filename);
    const QString path = m_fixedPath.isEmpty() ? freePath(m_folder, name, m_taken) : m_fixedPath;
    m_taken.insert(path);
    auto part = std::make_shared<PartFile>(path, file.bytes > 0 ? file.bytes : -1);
    m_parts.insert(index, part);
    const Call call = m_session.files().content(file.id, part, this, [this, index](Result<qint64> result) {
        m_calls.remove(index);
        if (result) {
            received(index, *result);
        } else {
            forget(index);
            fail(index, result.error());
        }
    });
    if (CallState *state = call.state()) {
        connect(state, &CallState::downloadProgress, this,
                [this, index](qint64 bytes, qint64) { setBytes(index, bytes); });
    }
    m_calls.insert(index, call);
}

void DownloadFilesJob::received(int index, qint64)
{
    // Flushing hundreds of megabytes to the disk takes time the window does not have.
    const std::shared_ptr<PartFile> part = m_parts.take(index);
    const bool overwrite = m_overwrite;
    inBackground(this, [part, overwrite] { return part->publish(overwrite); }, [this, index, part](const QString &error) {
        if (error.isEmpty()) {
            succeed(index, part->path(), tr("saved as %1").arg(QFileInfo(part->path()).fileName()));
        } else {
            m_taken.remove(part->path());
            fail(index, ApiError::make(ApiError::Kind::LocalFile, error));
        }
    });
}

BulkJob::Abandoned DownloadFilesJob::abandon(int index)
{
    if (!m_calls.contains(index))
        return Abandoned::Ending; // every byte is here; it is being given its name
    m_calls.take(index).cancel();
    forget(index);
    return Abandoned::Dropped;
}

void DownloadFilesJob::forget(int index)
{
    // Its name is free again: the next try is to get the same one.
    if (const std::shared_ptr<PartFile> part = m_parts.take(index))
        m_taken.remove(part->path());
}

DeleteFilesJob::DeleteFilesJob(Session &session, const QList<FileObject> &files, QObject *parent)
    : BulkJob(Kind::Delete, deletesAtOnce, session.clock(), parent), m_session(session)
{
    for (const FileObject &file : files) {
        BulkItem item;
        item.id = file.id;
        item.title = file.filename.isEmpty() ? file.id : file.filename;
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
    }));
}

BulkJob::Abandoned DeleteFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was deleted after all, going on finds it gone
}

} // namespace odc
