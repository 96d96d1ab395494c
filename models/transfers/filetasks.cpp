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

/// Full paths that downloads of this program are on their way to, in whatever job. GUI thread.
QSet<QString> &targetsInUse()
{
    static QSet<QString> paths;
    return paths;
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
    m_bodyIsOut.remove(index);
    m_denied[index] += m_offered.take(index); // sent again: the person saw those, and it was none of them
    const Call call = m_session.files().create(create, this, [this, index](Result<FileObject> result) {
        m_calls.remove(index);
        if (result) {
            Q_EMIT uploaded(*result);
            succeed(index, result->id);
        } else if (result.error().kind == ApiError::Kind::OutcomeUnknown) {
            m_bodyIsOut.insert(index);
            lookForRecent(index, [this, index, error = result.error()](const Result<QList<FileObject>> &recent) {
                leaveUnknown(index, error, recent ? unknownOf(index, *recent) : QStringList(), recent.has_value());
            });
        } else {
            fail(index, result.error());
        }
    });
    if (CallState *state = call.state()) {
        const qint64 size = source.size;
        connect(state, &CallState::uploadProgress, this, [this, index, size](qint64 sent, qint64 total) {
            // By the call's own measure: the file may have another size by now than when the job was made.
            if (total > 0 && sent >= total)
                m_bodyIsOut.insert(index);
            else
                m_bodyIsOut.remove(index);
            setBytes(index, std::min(sent, size)); // the multipart frame is not part of the file
        });
        // It is repeated only after a sure "that was not done".
        connect(state, &CallState::waiting, this, [this, index] { m_bodyIsOut.remove(index); });
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

QStringList UploadFilesJob::unknownOf(int index, const QList<FileObject> &recent)
{
    QSet<QString> known = m_denied.value(index);
    for (int i = 0; i < total(); ++i) {
        if (i != index)
            known.insert(items().at(i).resultId);
    }
    QStringList ids;
    for (const FileObject &file : recent) {
        if (!known.contains(file.id) && !m_options.knownIds.contains(file.id))
            ids << file.id;
    }
    m_offered.insert(index, QSet<QString>(ids.cbegin(), ids.cend()));
    return ids;
}

void UploadFilesJob::lookAgain(int index)
{
    if (items().at(index).state != BulkItem::State::Unknown || m_calls.contains(index))
        return;
    lookForRecent(index, [this, index](const Result<QList<FileObject>> &recent) {
        if (recent)
            setCandidates(index, unknownOf(index, *recent));
    });
}

BulkJob::Abandoned UploadFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    // Once the whole body is out the server may have made the file: then only the list tells.
    return m_bodyIsOut.contains(index) ? Abandoned::Unknown : Abandoned::Dropped;
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
    m_fixedPath = QFileInfo(path).absoluteFilePath();
    if (overwrite)
        m_mayReplace = FileIdentity::of(m_fixedPath);
}

DownloadFilesJob::~DownloadFilesJob()
{
    for (Call &call : m_calls)
        call.cancel();
    for (const int index : std::as_const(m_claims))
        targetsInUse().remove(m_targets.value(index));
}

QString DownloadFilesJob::targetOf(int index)
{
    const QSet<QString> &inUse = targetsInUse();
    if (!m_fixedPath.isEmpty()) {
        return inUse.contains(m_fixedPath) ? freePath(m_folder, QFileInfo(m_fixedPath).fileName(), inUse)
                                           : m_fixedPath;
    }
    if (const QString before = m_targets.value(index); !before.isEmpty() && isFreePath(before, inUse))
        return before;
    const FileObject &file = m_files.at(index);
    const QString name = safeFileName(file.filename.isEmpty() ? file.id : file.filename);
    return freePath(m_folder, name, inUse, &m_nextNumber[name]);
}

void DownloadFilesJob::run(int index)
{
    const FileObject &file = m_files.at(index);
    const QString path = targetOf(index);
    m_targets.insert(index, path);
    m_claims.insert(index);
    targetsInUse().insert(path);
    auto part = std::make_shared<PartFile>(path, file.bytes > 0 ? file.bytes : -1);
    m_parts.insert(index, part);
    const Call call = m_session.files().content(file.id, part, this, [this, index](Result<qint64> result) {
        m_calls.remove(index);
        if (result) {
            received(index);
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

void DownloadFilesJob::received(int index)
{
    // Flushing hundreds of megabytes to the disk takes time the window does not have.
    const std::shared_ptr<PartFile> part = m_parts.take(index);
    // The leave to replace is for the chosen path, not for one it had to give way to.
    const auto mayReplace = part->path() == m_fixedPath ? m_mayReplace : std::nullopt;
    inBackground(this, [part, mayReplace] { return part->publish(mayReplace); }, [this, index, part](const QString &error) {
        release(index);
        if (!error.isEmpty()) {
            fail(index, ApiError::make(ApiError::Kind::LocalFile, error));
            return;
        }
        const QString name = QFileInfo(part->path()).fileName();
        const bool gaveWay = !m_fixedPath.isEmpty() && part->path() != m_fixedPath;
        succeed(index, part->path(),
                gaveWay ? tr("saved as %1, because “%2” belongs to another file by now")
                              .arg(name, QFileInfo(m_fixedPath).fileName())
                        : tr("saved as %1").arg(name));
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
    m_parts.remove(index);
    release(index);
}

void DownloadFilesJob::release(int index)
{
    if (m_claims.remove(index))
        targetsInUse().remove(m_targets.value(index));
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
