// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilesdialog.h"

#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/profileform.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole + 1;

QIcon colourIcon(const QString &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colour));
    painter.drawRoundedRect(QRectF(5, 1, 6, 14), 2, 2);
    return QIcon(pixmap);
}

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
    m_list = new QListWidget(this);
    m_list->setObjectName(u"profileList"_s);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setFixedWidth(metrics::navWidth);
    left->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    QPushButton *add = makeButton(theme(), tr("&New"), Icon::Plus, ButtonRole::Default, this);
    add->setObjectName(u"newProfile"_s);
    m_remove = makeButton(theme(), tr("&Remove…"), Icon::Trash, ButtonRole::Danger, this);
    m_remove->setObjectName(u"removeProfile"_s);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    left->addLayout(buttons);
    columns->addLayout(left);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_form = new ProfileForm(context, scroll);
    setGround(m_form, Token::Window);
    scroll->setWidget(m_form);
    setGround(scroll->viewport(), Token::Window);
    columns->addWidget(scroll, 1);

    QPushButton *close = addButton(tr("Close"), ButtonRole::Default);
    m_save = addButton(tr("&Save"), ButtonRole::Default);
    m_save->setObjectName(u"saveProfile"_s);
    m_open = addButton(tr("Save and &open"), ButtonRole::Primary);
    m_open->setObjectName(u"openProfile"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_open, &QPushButton::clicked, this, [this] { save(true); });
    connect(add, &QPushButton::clicked, this, &ProfilesDialog::addNew);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::removeSelected);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::select);
    connect(m_form, &ProfileForm::edited, this, [this] {
        m_dirty = true;
        update();
    });
    resize(QSize(880, 780).boundedTo(parent ? parent->screen()->availableSize() * 9 / 10 : QSize(880, 780)));
    fillList(currentId);
}

void ProfilesDialog::fillList(const QString &selectId)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const QList<Profile> profiles = m_context.profiles.profiles();
    for (const Profile &profile : profiles) {
        auto *item = new QListWidgetItem(colourIcon(profile.colour), profile.name, m_list);
        item->setData(idRole, profile.id);
        item->setToolTip(profile.hostLabel());
        if (profile.id == selectId)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    select();
}

void ProfilesDialog::select()
{
    const QListWidgetItem *item = m_list->currentItem();
    const Profile *profile = item ? m_context.profiles.find(item->data(idRole).toString()) : nullptr;
    if (profile)
        m_form->setProfile(*profile);
    m_dirty = false;
    update();
}

void ProfilesDialog::addNew()
{
    Profile profile;
    profile.colour = Profile::colours().first();
    {
        const QSignalBlocker blocker(m_list);
        auto *item = new QListWidgetItem(colourIcon(profile.colour), tr("New profile"), m_list);
        m_list->setCurrentItem(item);
    }
    m_form->setProfile(profile);
    m_dirty = true;
    update();
    m_form->findChild<QWidget *>(u"profileName"_s)->setFocus();
}

void ProfilesDialog::update()
{
    const Profile profile = m_form->profile();
    const bool fixed = profile.id == QLatin1StringView(localProfileId) || profile.temporary;
    m_remove->setEnabled(!fixed);
    const bool good = m_form->problem().isEmpty();
    m_save->setEnabled(good && m_dirty);
    m_open->setEnabled(good);
    m_open->setText(m_dirty ? tr("Save and &open") : tr("&Open"));
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
    Profile profile = m_form->profile();
    if (profile.temporary) {
        Q_EMIT openRequested(profile.id);
        accept();
        return;
    }
    if (!m_form->typedApiKey().isEmpty())
        profile.hasApiKey = true;
    if (!m_form->typedAdminKey().isEmpty())
        profile.hasAdminKey = true;
    const auto stored = m_context.profiles.put(profile);
    if (!stored) {
        sayError(tr("The profile could not be saved."), stored.error().details());
        return;
    }
    storeKeys(*stored, thenOpen);
}

void ProfilesDialog::storeKeys(const QString &profileId, bool thenOpen)
{
    const auto finish = [this, profileId, thenOpen] {
        m_form->forgetTyped();
        if (thenOpen) {
            Q_EMIT openRequested(profileId);
            accept();
            return;
        }
        fillList(profileId);
        if (m_messages->isShowing())
            return;
        Message message;
        message.kind = Message::Kind::Ok;
        message.text = tr("Saved. Keys are %1.").arg(m_context.secrets.description());
        m_messages->showMessage(message);
    };
    const SecretString api = m_form->typedApiKey();
    const SecretString admin = m_form->typedAdminKey();
    m_messages->dismiss();
    const auto writeAdmin = [this, profileId, admin, finish] {
        if (admin.isEmpty()) {
            finish();
            return;
        }
        m_context.secrets.write(profileId, SecretKind::AdminKey, admin, this,
                                [this, finish](const SecretStore::WriteResult &result) {
            if (!result)
                sayError(result.error().message + u' ' + result.error().advice, result.error().detail);
            else
                finish();
        });
    };
    if (api.isEmpty()) {
        writeAdmin();
        return;
    }
    m_context.secrets.write(profileId, SecretKind::ApiKey, api, this,
                            [this, writeAdmin](const SecretStore::WriteResult &result) {
        if (!result)
            sayError(result.error().message + u' ' + result.error().advice, result.error().detail);
        else
            writeAdmin();
    });
}

void ProfilesDialog::removeSelected()
{
    const Profile profile = m_form->profile();
    if (profile.id.isEmpty()) { // never saved
        fillList({});
        return;
    }
    ConfirmDialog::Question question;
    question.title = tr("Remove the profile?");
    question.introduction = tr("The profile and its keys are forgotten on this computer. Nothing changes at the server.");
    question.things = QStringList{profile.name};
    question.confirm = tr("Remove");
    auto *dialog = new ConfirmDialog(theme(), question, this);
    connect(dialog, &QDialog::accepted, this, [this, profile] {
        const auto forget = [this, profile](SecretKind kind, bool expected) {
            m_context.secrets.remove(profile.id, kind, expected, this, [this](const SecretStore::RemoveResult &result) {
                if (!result)
                    sayError(result.error().message + u' ' + result.error().advice, result.error().detail);
            });
        };
        forget(SecretKind::ApiKey, profile.hasApiKey);
        forget(SecretKind::AdminKey, profile.hasAdminKey);
        const auto removed = m_context.profiles.remove(profile.id);
        if (!removed) {
            sayError(tr("The profile could not be removed."), removed.error().details());
            return;
        }
        m_context.settings.forgetScope(profile.id);
        if (m_context.settings.text(Setting::LastProfile) == profile.id)
            m_context.settings.set(Setting::LastProfile, QString());
        fillList({});
    });
    dialog->open();
}

} // namespace odc
