// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/folderscan.h"
#include "ui/dialogs/consoledialog.h"

#include <QFutureWatcher>
#include <QStringList>

namespace odc {

class FileChoiceModel;
class Settings;
class TextLabel;

/// A dialog that gathers files of this computer: by buttons, or dropped on it, folders looked through on the
/// thread pool. A subclass has the list they come into, and what becomes of them.
class GatherDialog : public ConsoleDialog
{
    Q_OBJECT
public:
    ~GatherDialog() override;

    /// Files and folders; more may follow, or be dropped.
    void addPaths(const QStringList &paths);

protected:
    GatherDialog(const Theme &theme, Settings &settings, const QString &title, QWidget *parent);

    /// "Add folder…" and "Add files…", at the start of the row.
    void addSourceButtons();
    /// Folders are being looked through: it is not known yet what all is.
    bool isGathering() const { return m_scan.isRunning(); }
    /// The line that says what was gathered; `more` stands behind the number of files and their size.
    TextLabel *summary() const { return m_summary; }
    void summarise(const FileChoiceModel &model, const QStringList &more);

    /// These were found; `paths` is what was looked through.
    virtual void take(const QList<UploadCandidate> &files, const QStringList &paths) = 0;
    /// Gathering began or ended.
    virtual void showChoice() = 0;
    /// It has come further.
    virtual void showProgress() = 0;

    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void scanned();
    void browse(bool folder);

    Settings &m_settings;
    TextLabel *m_summary;
    QFutureWatcher<FolderScan> m_scan;
    QStringList m_scanning; ///< what is being looked through
    QStringList m_waiting;
    FolderScan m_leftOut; ///< counts of what scans left out
};

} // namespace odc
