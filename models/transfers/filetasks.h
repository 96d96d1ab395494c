// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/result.h"
#include "transfers/bulkjob.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace odc {

class PartFile;
class Session;

/// Uploads files, each in one request that goes out exactly once. A lost reply leaves the item Unknown, with the recent
/// files that look like it.
class UploadFilesJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Source {
        QString path;
        QString name;
        qint64 size = 0;
    };
    struct Options {
        QString purpose;
        std::optional<qint64> expiresAfterSeconds;
    };
    UploadFilesJob(Session &session, const QList<Source> &sources, const Options &options, QObject *parent = nullptr);

    void lookAgain(int index) override;

Q_SIGNALS:
    void uploaded(const odc::FileObject &file);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    using Recent = std::function<void(const Result<QList<FileObject>> &)>;
    void lookForRecent(int index, Recent done);

    Session &m_session;
    QList<Source> m_sources;
    Options m_options;
    QHash<int, Call> m_calls;
    QHash<int, qint64> m_startedUnix;
};

/// Downloads files into a folder: to `name.part`, size checked, flushed to the disk, renamed; never over another file.
class DownloadFilesJob final : public BulkJob
{
    Q_OBJECT
public:
    DownloadFilesJob(Session &session, const QList<FileObject> &files, const QString &folder,
                     QObject *parent = nullptr);
    /// One file to exactly this path, which the person chose in a dialog that asked before overwriting.
    DownloadFilesJob(Session &session, const FileObject &file, const QString &path, bool overwrite,
                     QObject *parent = nullptr);
    ~DownloadFilesJob() override;

    QString folder() const { return m_folder; }

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    void received(int index, qint64 bytes);
    /// Drops what an attempt left behind.
    void forget(int index);

    Session &m_session;
    QList<FileObject> m_files;
    QString m_folder;
    QString m_fixedPath;
    bool m_overwrite = false;
    QSet<QString> m_taken;
    QHash<int, Call> m_calls;
    QHash<int, std::shared_ptr<PartFile>> m_parts;
};

/// Deletes files. One that is already gone counts as done.
class DeleteFilesJob final : public BulkJob
{
    Q_OBJECT
public:
    DeleteFilesJob(Session &session, const QList<FileObject> &files, QObject *parent = nullptr);

Q_SIGNALS:
    void removed(const QString &id);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    Session &m_session;
    QHash<int, Call> m_calls;
};

} // namespace odc
