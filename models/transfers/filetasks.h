// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/result.h"
#include "transfers/bulkjob.h"
#include "transfers/partfile.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace odc {

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
        /// Files the account is known to hold already: none of them can have come of a lost reply.
        QSet<QString> knownIds = {};
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
    /// Of what was found, that which this item may have made: nothing known before, nothing other items made.
    QStringList unknownOf(int index, const QList<FileObject> &recent);

    Session &m_session;
    QList<Source> m_sources;
    Options m_options;
    QHash<int, Call> m_calls;
    QHash<int, qint64> m_startedUnix;
    QSet<int> m_bodyIsOut; ///< sent whole, the answer is not here: it may be made
    QHash<int, QSet<QString>> m_offered;
    QHash<int, QSet<QString>> m_denied;
};

/// Downloads files into a folder: to `name.part`, size checked, flushed to the disk, renamed; never over another file,
/// and never to a name another download of this program is on its way to.
class DownloadFilesJob final : public BulkJob
{
    Q_OBJECT
public:
    DownloadFilesJob(Session &session, const QList<FileObject> &files, const QString &folder,
                     QObject *parent = nullptr);
    /// One file to this path, which the person chose. `overwrite`: in a dialog that asked about the file that stands
    /// there now; that one is replaced, if it is still the same in the end. Any other stays, and this one gets the next
    /// free name, which the item's note says.
    DownloadFilesJob(Session &session, const FileObject &file, const QString &path, bool overwrite,
                     QObject *parent = nullptr);
    ~DownloadFilesJob() override;

    QString folder() const { return m_folder; }

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    QString targetOf(int index);
    void received(int index);
    /// Drops what an attempt left behind.
    void forget(int index);
    void release(int index);

    Session &m_session;
    QList<FileObject> m_files;
    QString m_folder;
    QString m_fixedPath;
    std::optional<FileIdentity> m_mayReplace;
    QHash<QString, int> m_nextNumber; ///< of each name in the folder
    QHash<int, QString> m_targets;    ///< of each item's last try
    QSet<int> m_claims;               ///< items whose target no other download may have
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
