// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "transfers/bulkjob.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace odc {

class Session;
class TransferQueue;

/// Some transfers of the queue that were asked for together, as one bulk job: progress, report and retry of just these.
/// The queue carries them out and remembers them; the job only watches, and may go before they end.
class TransferJob : public BulkJob
{
    Q_OBJECT
public:
    void lookAgain(int index) override;
    void decide(int index, bool isThere, const QString &resultId = {}) override;
    QString transferId(int index) const { return m_ids.value(index); }

protected:
    TransferJob(Kind kind, TransferQueue &queue, QObject *parent);

    /// Puts the items into the queue; their ids there.
    virtual QStringList enqueue(const QList<int> &indexes) = 0;
    void run(int index) override;
    Abandoned abandon(int index) override;

    TransferQueue &m_queue;

private:
    void follow(const QString &transferId);

    QHash<int, QString> m_ids;
    QHash<QString, int> m_indexes;
};

/// Uploads files by the transfer queue.
class UploadFilesJob final : public TransferJob
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
        /// Files the account is known to hold already: none of them can have come of a lost reply.
        QSet<QString> knownIds = {};
    };
    UploadFilesJob(TransferQueue &queue, const QList<Source> &sources, const Options &options,
                   QObject *parent = nullptr);

protected:
    QStringList enqueue(const QList<int> &indexes) override;

private:
    QList<Source> m_sources;
    Options m_options;
};

/// Downloads files by the transfer queue; never over another file, and never to a name another download is on its way to.
class DownloadFilesJob final : public TransferJob
{
    Q_OBJECT
public:
    DownloadFilesJob(TransferQueue &queue, const QList<FileObject> &files, const QString &folder,
                     QObject *parent = nullptr);
    /// One file to this path, which the person chose; see TransferQueue::addDownload().
    DownloadFilesJob(TransferQueue &queue, const FileObject &file, const QString &path, bool overwrite,
                     QObject *parent = nullptr);

protected:
    QStringList enqueue(const QList<int> &indexes) override;

private:
    QList<FileObject> m_files;
    QString m_folder;
    QString m_fixedPath;
    bool m_overwrite = false;
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
