// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "stores/attachjob.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/gatherdialog.h"

class QCheckBox;
class QComboBox;
class QSortFilterProxyModel;
class QStackedWidget;
class QTabBar;

namespace odc {

class AttributesEdit;
class ChunkingEdit;
class ExpiryEdit;
class HintLabel;
class IntakeModel;
class ProblemLine;
class TableView;

/// What goes into a store, and how: files of this computer and of the project, what would be refused and why,
/// attributes and chunking for all and for single ones.
class AddFilesDialog final : public GatherDialog
{
    Q_OBJECT
public:
    AddFilesDialog(const PageContext &context, const QString &storeTitle, QWidget *parent);

    void addFiles(const QList<FileObject> &files);

    QList<AttachJob::Order> orders() const;
    /// Of what is uploaded.
    QString purpose() const;
    std::optional<qint64> expiresAfterSeconds() const;

protected:
    void take(const QList<UploadCandidate> &files, const QStringList &paths) override;
    void showChoice() override { judge(); }
    void showProgress() override { showSummary(); }

private:
    QWidget *makeForAll();
    QWidget *makeForChosen();
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
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QComboBox *m_purpose;
    ExpiryEdit *m_expiry;
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
    bool m_isFilling = false;
};

} // namespace odc
