// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"
#include "ui/shell/shellcontext.h"

class QListWidget;

namespace odc {

class MessageBar;
class ProfileForm;
struct Profile;

/// All profiles at the left, the fields of one at the right. Keys go to the secret store, everything else to the
/// profile file.
class ProfilesDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    ProfilesDialog(const ShellContext &context, const QString &currentId, QWidget *parent);

Q_SIGNALS:
    /// Saved, and to be opened now.
    void openRequested(const QString &profileId);

private:
    void fillList(const QString &selectId);
    void select();
    void addNew();
    void removeSelected();
    void save(bool thenOpen);
    void storeKeys(const QString &profileId, bool thenOpen);
    void update();
    void sayError(const QString &text, const QString &details);

    ShellContext m_context;
    QListWidget *m_list;
    ProfileForm *m_form;
    MessageBar *m_messages;
    QPushButton *m_remove;
    QPushButton *m_save;
    QPushButton *m_open;
    bool m_dirty = false;
};

} // namespace odc
