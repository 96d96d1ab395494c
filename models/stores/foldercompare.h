// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/folderscan.h"
#include "transfers/sourceidentity.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace odc {

/// A file of a folder that is compared with a store.
struct FolderFile
{
    QString relative; ///< path below the folder, with slashes
    QString path;     ///< absolute
    qint64 size = 0;
    bool regular = true;
    bool readable =
        true; ///< of a folder that may not be looked into: false, and nothing is known of what is below
    bool changed = false;    ///< while it was read
    QString digest;          ///< SHA-256 of the content, hexadecimal; empty: not read
    SourceIdentity identity; ///< of what was read
    QString error;           ///< the system's, when reading failed
};

/// Reads a file and works out its digest. `goOn` hears of each block's size and says whether to go on; when
/// it does not, the digest stays empty. Blocks on the disk: for the pool.
FolderFile readFolderFile(FolderFile file, const std::function<bool(qint64 bytes)> &goOn);

/// Reads a folder with all that is below it, digests included, on the thread pool. Hidden files and links are
/// passed over; files that no store takes are listed, but not read. GUI thread.
class FolderReader final : public QObject
{
    Q_OBJECT
public:
    explicit FolderReader(QObject *parent = nullptr);
    ~FolderReader() override;

    void read(const QString &folder);
    /// No ended() follows.
    void stop();
    bool isRunning() const { return m_scan.isRunning() || m_digests.isRunning(); }

    const QList<FolderFile> &files() const { return m_files; }
    int hidden() const { return m_found.hidden; }
    int links() const { return m_found.links; }
    /// There are more files than are looked at: what is not listed may be there all the same.
    bool isTruncated() const { return m_found.truncated; }
    /// All that is in the folder is listed. Otherwise nothing of it can be said to be gone.
    bool isWhole() const { return !m_found.truncated && m_isFolderRead; }
    int found() const;
    qint64 bytesRead() const { return m_progress ? m_progress->bytes.load() : 0; }
    qint64 bytesTotal() const { return m_bytesTotal; }

Q_SIGNALS:
    void progressed();
    void ended();

private:
    struct Progress
    {
        std::atomic<qint64> bytes = 0;
        std::atomic<bool> stop = false;
    };

    void scanned();
    void digested();

    QString m_folder;
    FolderScan m_found;
    bool m_isFolderRead = false;
    QList<FolderFile> m_files;
    QList<int> m_read; ///< of these the digests are made
    std::shared_ptr<Progress> m_progress;
    QFutureWatcher<FolderScan> m_scan;
    QFutureWatcher<FolderFile> m_digests;
    qint64 m_bytesTotal = 0;
};

} // namespace odc
