// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivepatience.h"
#include "archive/archivetarget.h"

#include <QObject>

#include <memory>

namespace odc {

class ArchiveSpool;
class Session;

/// Copies what lies behind one file from its source into a target, by way of a part file on the disk:
/// checksummed while it comes, compared with what the target says it has. An interrupted one goes on where
/// the part file ends.
class ArchiveContent : public QObject
{
    Q_OBJECT
public:
    struct File
    {
        QString id;
        QString name;
        qint64 bytes = -1; ///< as the list says; -1 unknown
    };

    /// `folder`: for part files; made when missing.
    ArchiveContent(Session &source, ArchiveTarget &target, const File &file, const QString &folder,
                   const QList<qint64> &waitsMs, QObject *parent);
    ~ArchiveContent() override;

    void start();
    const File &file() const { return m_file; }
    /// Bytes that are here, of which `resumed()` came in an earlier run.
    qint64 received() const;
    qint64 resumed() const { return m_resumed; }

Q_SIGNALS:
    void progressed();
    void waiting(const odc::ApiError &error, qint64 ms);
    /// The target has it, with this checksum.
    void finished(qint64 bytes, const QString &sha256);
    void failed(const odc::ApiError &error);
    void targetFailed(const odc::ApiError &error);

private:
    void fetch();
    void fetched(const Result<qint64> &result);
    void hand();

    Session &m_source;
    ArchiveTarget &m_target;
    const File m_file;
    ArchivePatience m_patience;
    std::shared_ptr<ArchiveSpool> m_spool;
    qint64 m_resumed = 0;
    bool m_again = false; ///< what came once was not what the list says
};

} // namespace odc
