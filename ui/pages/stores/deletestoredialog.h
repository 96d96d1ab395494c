// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QCheckBox;
class QLineEdit;

namespace odc {

class DeletionUses;
class FileNames;
class StoreDeletionPlan;
class TextLabel;

/// What goes, as the person confirmed it.
struct StoreDeletionChoice
{
    QList<VectorStore> stores;
    QStringList orphans; ///< files that go as well; no other store uses them
    QStringList shared;  ///< files that stay, because another store uses them, or may
};

/// Asks before stores are deleted: says what breaks, works out meanwhile which of their files no other store
/// uses, and offers to delete these as well. From ten things on their number has to be typed. Open it with
/// open().
class DeleteStoreDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `names` outlives the dialog. `filesToo`: so many files that were chosen by themselves go as well.
    DeleteStoreDialog(const PageContext &context, FileNames &names, const QList<VectorStore> &stores,
                      int filesToo, QWidget *parent);

    StoreDeletionChoice choice() const;

private:
    void buildThings();
    void buildFiles();
    void showPlan();
    void judge();
    int count() const;
    /// "1 store and 9 files": the stores, and so many files.
    QString thingsText(int files) const;

    PageContext m_context;
    FileNames &m_names;
    const QList<VectorStore> m_stores;
    const int m_filesToo;
    StoreDeletionPlan *m_plan;
    TextLabel *m_state = nullptr;
    QCheckBox *m_files = nullptr;
    DeletionUses *m_uses = nullptr; ///< of the files that go as well
    TextLabel *m_typedLabel = nullptr;
    QLineEdit *m_typed = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    bool m_mustType = false;
};

} // namespace odc
