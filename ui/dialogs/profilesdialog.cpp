// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilesdialog.h"

#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/profileform.h"
#include "ui/dialogs/unsaveddialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/colouricon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"

#include <QDir>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole + 1;

} // namespace

ProfilesDialog::ProfilesDialog(const ShellContext &context, const QString &currentId, QWidget *parent)
    : ConsoleDialog(context.theme, tr("Profiles"), parent), m_context(context)
{
    setObjectName(u"profilesDialog"_s);
    setIntroduction(tr("A profile says where to work and as whom. Keys go to the secret store, never into a file."));
    m_messages = new MessageBar(theme(), this);
    body()->addWidget(m_messages);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::edge);
    body()->addLayout(columns, 1);

    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::inside);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"profileList"_s);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setMinimumWidth(metrics::navWidth / 2); // a small screen needs the room for the fields
    m_list->setMaximumWidth(metrics::navWidth);
    left->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    m_add = makeButton(theme(), tr("Ne&w"), Icon::Plus, ButtonRole::Default, this);
    m_add->setObjectName(u"newProfile"_s);
    m_remove = makeButton(theme(), tr("Re&move…"), Icon::Trash, ButtonRole::Danger, this);
    m_remove->setObjectName(u"removeProfile"_s);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    left->addLayout(buttons);
    columns->addLayout(left);

    m_form = new ProfileForm(context, this);
    columns->addWidget(new ScrollColumn(m_form, this), 1); // a row too long goes below its label

    QPushButton *close = addButton(tr("Close"), ButtonRole::Default);
    m_save = addButton(tr("Sa&ve"), ButtonRole::Default);
    m_save->setObjectName(u"saveProfile"_s);
    m_open = addButton(tr("Save and o&pen"), ButtonRole::Primary);
    m_open->setObjectName(u"openProfile"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_open, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_add, &QPushButton::clicked, this, &ProfilesDialog::addNew);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::removeSelected);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::select);
    connect(m_form, &ProfileForm::edited, this, [this] {
        m_dirty = true;
        updateControls();
    });
    setWantedSize({880, 780});
    fillList(currentId);
}

QListWidgetItem *ProfilesDialog::addRow(const Profile &profile, const QString &text)
{
    auto *item = new QListWidgetItem(colourIcon(QColor(profile.colour)), text, m_list);
    item->setData(idRole, profile.id);
    return item;
}

QString ProfilesDialog::rowText(const Profile &profile) const
{
    if (!profile.isArchive())
        return profile.name;
    // Archives of one profile differ by when they were made, and by where they are: that is how the folder ends.
    const QString folder = QDir::toNativeSeparators(profile.dataFolder);
    const QString state = profile.stateLabel();
    return profile.name + (state.isEmpty() ? QString() : u'\n' + state) + u'\n'
        + m_list->fontMetrics().elidedText(folder, Qt::ElideLeft, metrics::navWidth * 3 / 4);
}

void ProfilesDialog::fillList(const QString &selectId)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        const QList<Profile> profiles = m_context.profiles.profiles();
        for (const Profile &profile : profiles) {
            QListWidgetItem *item = addRow(profile, rowText(profile));
            item->setToolTip(plainToolTip(profile.isArchive() ? profile.hostLabel() + u'\n' + profile.placeLabel() : profile.hostLabel()));
            if (profile.id == selectId)
                m_list->setCurrentItem(item);
        }
        if (const auto draft = m_drafts.constFind(QString()); draft != m_drafts.cend())
            addRow(draft->profile, tr("New profile"));
        if (!m_list->currentItem())
            m_list->setCurrentRow(0);
    }
    m_dirty = false; // what is worth keeping is among the drafts
    select();
}

void ProfilesDialog::keepEdits()
{
    if (m_dirty) {
        const Profile profile = m_form->profile();
        m_drafts.insert(profile.id, {profile, m_form->typedApiKey(), m_form->typedAdminKey()});
    }
    m_dirty = false;
}

void ProfilesDialog::select()
{
    keepEdits();
    const QListWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(idRole).toString() : QString();
    const Profile *profile = m_context.profiles.find(id);
    if (const auto draft = m_drafts.constFind(id); draft != m_drafts.cend()) {
        m_form->setProfile(draft->profile, draft->apiKey, draft->adminKey);
        m_dirty = true;
    } else if (profile) {
        m_form->setProfile(*profile);
    }
    updateControls();
}

void ProfilesDialog::addNew()
{
    keepEdits();
    if (!m_drafts.contains(QString())) {
        Profile profile;
        profile.colour = Profile::colours().first();
        m_drafts.insert(QString(), {profile, {}, {}});
        const QSignalBlocker blocker(m_list);
        addRow(profile, tr("New profile"));
    }
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentRow(m_list->count() - 1); // the unsaved one is always the last
    }
    select();
    m_form->findChild<QWidget *>(u"profileName"_s)->setFocus();
}

void ProfilesDialog::updateControls()
{
    const Profile profile = m_form->profile();
    const bool fixed = profile.id == QLatin1StringView(localProfileId) || profile.temporary;
    for (QWidget *widget : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_add)})
        widget->setEnabled(!m_saving);
    m_remove->setEnabled(!fixed && !m_saving);
    const bool good = m_form->problem().isEmpty() && !m_saving;
    m_save->setEnabled(good && m_dirty);
    m_open->setEnabled(good);
    m_open->setText(m_dirty ? tr("Save and o&pen") : tr("O&pen"));
}

void ProfilesDialog::sayError(const QString &text, const QString &details)
{
    Message message;
    message.kind = Message::Kind::Error;
    message.text = text;
    message.details = details;
    m_messages->showMessage(message);
}

void ProfilesDialog::save(bool thenOpen)
{
    const Profile profile = m_form->profile();
    if (profile.temporary && m_dirty) {
        m_context.profiles.put(profile); // in memory only
        m_drafts.remove(profile.id);
        m_dirty = false;
        if (m_closing) {
            saveNextDraft();
            return;
        }
    }
    if (!m_dirty || profile.temporary) {
        Q_EMIT openRequested(profile.id);
        accept();
        return;
    }
    m_messages->dismiss();
    auto *saver = new ProfileSaver(m_context, profile, m_form->typedApiKey(), m_form->typedAdminKey());
    connect(saver, &ProfileSaver::finished, this,
            [this, thenOpen](const ProfileSaver::Outcome &outcome) { saveEnded(outcome, thenOpen); });
    m_saving = true;
    updateControls();
    saver->start();
}

void ProfilesDialog::saveEnded(const ProfileSaver::Outcome &outcome, bool thenOpen)
{
    m_saving = false;
    const Draft typed{m_form->profile(), m_form->typedApiKey(), m_form->typedAdminKey()};
    const bool newKeys = outcome.inKeychain + outcome.inMemory > 0;
    if (!outcome.profileId.isEmpty())
        Q_EMIT saved(outcome.profileId, newKeys);
    if (!outcome.problem.isEmpty()) {
        m_closing = false;
        if (!outcome.profileId.isEmpty()) { // the profile is there, a key is not: it may be tried again
            m_drafts.remove(typed.profile.id);
            m_drafts.insert(outcome.profileId, {*m_context.profiles.find(outcome.profileId), typed.apiKey, typed.adminKey});
            fillList(outcome.profileId);
        }
        sayError(outcome.problem, outcome.details);
        updateControls();
        return;
    }
    m_drafts.remove(typed.profile.id);
    m_dirty = false;
    if (m_closing) {
        saveNextDraft();
        return;
    }
    if (thenOpen) {
        Q_EMIT openRequested(outcome.profileId);
        accept();
        return;
    }
    fillList(outcome.profileId);
    saySaved(outcome);
}

QStringList ProfilesDialog::unsavedNames()
{
    const bool wasDirty = m_dirty;
    keepEdits();
    m_dirty = wasDirty; // what the form shows is still not saved
    QStringList names;
    m_drafts.removeIf([&](const QHash<QString, Draft>::iterator &each) {
        const Draft &draft = *each;
        const bool typed = !draft.apiKey.isEmpty() || !draft.adminKey.isEmpty();
        const Profile *stored = m_context.profiles.find(each.key());
        const bool same = stored ? draft.profile.toJson() == stored->toJson()
                                 : draft.profile.name.isEmpty() && draft.profile.baseUrl.isEmpty();
        if (typed || !same)
            names << (draft.profile.name.isEmpty() ? tr("New profile") : draft.profile.name);
        return !typed && same; // nothing would be lost
    });
    return names;
}

void ProfilesDialog::reject()
{
    if (m_saving || m_closing) { // what is being written goes on by itself
        QDialog::reject();
        return;
    }
    const QStringList names = unsavedNames();
    if (names.isEmpty()) {
        QDialog::reject();
        return;
    }
    auto *question = new UnsavedDialog(theme(), names, this);
    connect(question, &UnsavedDialog::discardChosen, this, [this] { QDialog::reject(); });
    connect(question, &UnsavedDialog::saveChosen, this, [this] {
        m_closing = true;
        saveNextDraft();
    });
    question->open();
}

void ProfilesDialog::saveNextDraft()
{
    if (m_drafts.isEmpty()) {
        QDialog::reject();
        return;
    }
    const QString id = m_drafts.constBegin().key();
    fillList(id); // the new one has no id and is the last
    if (id.isEmpty())
        m_list->setCurrentRow(m_list->count() - 1);
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        m_closing = false; // the person has to look at it first
        sayError(problem, {});
        return;
    }
    save(false);
}

void ProfilesDialog::saySaved(const ProfileSaver::Outcome &outcome)
{
    QStringList sentences{tr("The profile was saved.")};
    if (outcome.inKeychain > 0)
        sentences << tr("%Ln key(s) went to the system's keychain.", nullptr, outcome.inKeychain);
    if (outcome.inMemory > 0)
        sentences << tr("%Ln key(s) could not go to a keychain and are kept in memory until you quit.", nullptr,
                        outcome.inMemory);
    Message message;
    message.kind = outcome.inMemory > 0 ? Message::Kind::Warning : Message::Kind::Ok;
    message.text = sentences.join(u' ');
    m_messages->showMessage(message);
}

void ProfilesDialog::removeSelected()
{
    const Profile profile = m_form->profile();
    if (profile.id.isEmpty()) { // never saved
        m_drafts.remove(QString());
        fillList({});
        return;
    }
    m_remove->setEnabled(false); // one question at a time
    m_context.connector.countUnfinishedTransfers(profile.id, this, [this, profile](int unfinished) {
        updateControls();
        askToRemove(profile, unfinished);
    });
}

void ProfilesDialog::askToRemove(const Profile &profile, int unfinished)
{
    ConfirmDialog::Question question;
    question.title = tr("Remove the profile?");
    question.introduction = tr("The profile and its keys are forgotten on this computer. Nothing changes at the server.");
    question.things = QStringList{profile.name};
    QStringList consequences;
    if (profile.kind == Profile::Kind::Local && !profile.dataFolder.isEmpty()) {
        consequences << tr("What is in this copy is not deleted: it stays in %1.")
                            .arg(QDir::toNativeSeparators(profile.dataFolder));
    }
    if (unfinished > 0) {
        consequences << tr("%Ln transfer(s) of this profile are not finished. They are dropped, and what was downloaded "
                                  "so far is deleted from this computer.", nullptr, unfinished);
    }
    question.consequence = consequences.join(u' ');
    question.confirm = tr("Remove");
    auto *dialog = new ConfirmDialog(theme(), question, this);
    connect(dialog, &QDialog::accepted, this, [this, profile] {
        const auto forget = [this, profile](SecretKind kind, bool expected) {
            m_context.secrets.remove(profile.id, kind, expected, this, [this](const SecretStore::RemoveResult &result) {
                if (!result)
                    sayError(result.error().message + u' ' + result.error().advice, result.error().detail);
            });
        };
        const auto removed = m_context.profiles.remove(profile.id);
        if (!removed) {
            sayError(tr("The profile could not be removed."), removed.error().details());
            return;
        }
        // Only now: a profile that stays must keep its keys.
        forget(SecretKind::ApiKey, profile.hasApiKey);
        forget(SecretKind::AdminKey, profile.hasAdminKey);
        m_drafts.remove(profile.id);
        m_context.settings.forgetScope(profile.id);
        m_context.connector.forgetTransfers(profile.id);
        if (m_context.settings.text(Setting::LastProfile) == profile.id)
            m_context.settings.set(Setting::LastProfile, QString());
        fillList({});
    });
    dialog->open();
}

} // namespace odc
