// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/folderscan.h"
#include "ui/context/shellcontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QFutureWatcher>

#include <optional>

class QComboBox;
class QSpinBox;

namespace odc {

class TableView;
class TextLabel;
class UploadModel;

/// Asks for what and how long files are uploaded, and shows before anything is sent what would be refused.
class UploadDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// A production profile is named before anything goes to it.
    UploadDialog(const ShellContext &context, const QStringList &paths, const QString &profileName, bool production,
                 QWidget *parent);
    ~UploadDialog() override;

    /// More files dropped onto the open dialog, or added with its button.
    void addPaths(const QStringList &paths);

    QList<UploadCandidate> chosen() const;
    QString purpose() const;
    /// Seconds after creation; nothing = the service's default for the purpose.
    std::optional<qint64> expiresAfterSeconds() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void scanned();
    void showChoice();
    void browse(bool folder);

    ShellContext m_context;
    UploadModel *m_model;
    QComboBox *m_purpose;
    TextLabel *m_purposeNote;
    QComboBox *m_expiry;
    QSpinBox *m_days;
    TableView *m_table;
    TextLabel *m_summary;
    QPushButton *m_upload;
    QFutureWatcher<FolderScan> m_scan;
    QStringList m_waiting;
    FolderScan m_leftOut; ///< counts of what scans left out
};

} // namespace odc
