// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "stores/attachjob.h"
#include "transfers/folderscan.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QFutureWatcher>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QSortFilterProxyModel;
class QSpinBox;
class QStackedWidget;
class QTabBar;

namespace odc {

class AttributesEdit;
class ChunkingEdit;
class HintLabel;
class IntakeModel;
class ProblemLine;
class TableView;
class TextLabel;

/// What goes into a store, and how: files of this computer and of the project, what would be refused and why,
/// attributes and chunking for all and for single ones.
class AddFilesDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    AddFilesDialog(const PageContext &context, const QString &storeTitle, QWidget *parent);
    ~AddFilesDialog() override;

    /// Files and folders; more may follow, or be dropped.
    void addPaths(const QStringList &paths);
    void addFiles(const QList<FileObject> &files);

    QList<AttachJob::Order> orders() const;
    /// Of what is uploaded.
    QString purpose() const;
    std::optional<qint64> expiresAfterSeconds() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeForAll();
    QWidget *makeForChosen();
    void scanned();
    void browse(bool folder);
    void pick();
    QList<int> chosenRows() const;
    void showSelection();
    void takeOwn();
    void judge();
    void showSummary();

    PageContext m_context;
    IntakeModel *m_model;
    QSortFilterProxyModel *m_proxy;
    TableView *m_table;
    TextLabel *m_summary;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QComboBox *m_purpose;
    QComboBox *m_expiry;
    QSpinBox *m_days;
    QWidget *m_uploadFields;
    QCheckBox *m_marks;
    ChunkingEdit *m_chunking;
    AttributesEdit *m_attributes;
    HintLabel *m_chosenNote;
    QCheckBox *m_hasOwnChunking;
    ChunkingEdit *m_ownChunking;
    AttributesEdit *m_ownAttributes;
    ProblemLine *m_problems;
    QPushButton *m_add;
    QFutureWatcher<FolderScan> m_scan;
    QStringList m_scanning; ///< what is being looked through
    QStringList m_waiting;
    FolderScan m_leftOut; ///< counts of what scans left out
    bool m_isFilling = false;
};

} // namespace odc
