// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "settings/secretstore.h"
#include "ui/context/shellcontext.h"
#include "ui/dialogs/consoledialog.h"
#include "ui/dialogs/profilesaver.h"

#include <QHash>

class QListWidget;
class QListWidgetItem;

namespace odc {

class MessageBar;
class ProfileForm;

/// All profiles at the left, the fields of one at the right. Keys go to the secret store, everything else to the
/// profile file.
class ProfilesDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    ProfilesDialog(const ShellContext &context, const QString &currentId, QWidget *parent);

    /// A profile and its keys are being written: openRequested() or saved() is still to come.
    bool isSaving() const { return m_saving; }

    /// Asks first when something typed would be lost.
    void reject() override;

Q_SIGNALS:
    /// Saved, and to be opened now.
    void openRequested(const QString &profileId);
    /// Saved with its keys. `newKeys`: sessions opened before work with older ones.
    void saved(const QString &profileId, bool newKeys);

private:
    /// What was typed for a profile and not saved yet.
    struct Draft {
        Profile profile;
        SecretString apiKey;
        SecretString adminKey;
    };

    QString rowText(const Profile &profile) const;
    void fillList(const QString &selectId);
    void select();
    void addNew();
    void removeSelected();
    void askToRemove(const Profile &profile, int unfinished);
    void save(bool thenOpen);
    void saveEnded(const ProfileSaver::Outcome &outcome, bool thenOpen);
    /// Names of the profiles with changes that closing would lose; drafts that change nothing are forgotten.
    QStringList unsavedNames();
    /// Saves the drafts one after the other, then closes; stays with the first that cannot be saved.
    void saveNextDraft();
    void saySaved(const ProfileSaver::Outcome &outcome);
    void keepEdits();
    QListWidgetItem *addRow(const Profile &profile, const QString &text);
    void updateControls();
    void sayError(const QString &text, const QString &details);

    ShellContext m_context;
    QListWidget *m_list;
    ProfileForm *m_form;
    MessageBar *m_messages;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_save;
    QPushButton *m_open;
    QHash<QString, Draft> m_drafts; ///< by profile id; empty for the new one
    bool m_dirty = false;
    bool m_saving = false;
    bool m_closing = false; ///< all drafts are being saved, to close then
};

} // namespace odc
