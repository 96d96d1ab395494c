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
    const qint64 started = m_session.clock().unixSeconds();
    const Call call = m_session.files().create(create, this, [this, index, started](Result<FileObject> result) {
        m_calls.remove(index);
        if (result) {
            Q_EMIT uploaded(*result);
            succeed(index, result->id);
        } else if (result.error().kind == ApiError::Kind::OutcomeUnknown) {
            replyLost(index, started, result.error());
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

void UploadFilesJob::replyLost(int index, qint64 startedUnix, const ApiError &error)
{
    const Source &source = m_sources.at(index);
    FileCreate create;
    create.path = source.path;
    create.filename = source.name;
    create.purpose = m_options.purpose;
    // The server's clock may be a little behind ours.
    constexpr qint64 slack = 120;
    m_calls.insert(index, m_session.files().recentLike(create, startedUnix - slack, this,
                                                      [this, index, error](Result<QList<FileObject>> recent) {
        m_calls.remove(index);
        QStringList candidates;
        if (recent) {
            for (const FileObject &file : *recent)
                candidates << file.id;
        }
        leaveUnknown(index, error, candidates);
    }));
}

void UploadFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
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

void DownloadFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    forget(index);
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
        if (!result && result.error().kind != ApiError::Kind::NotFound) {
            fail(index, result.error());
            return;
        }
        const bool wasThere = result.value_or(false);
        Q_EMIT removed(id);
        succeed(index, id, wasThere ? QString() : tr("was already gone"));
    }));
}

void DeleteFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
}

} // namespace odc
