// SPDX-License-Identifier: GPL-3.0-or-later
#include "navpanel.h"

#include "base/format.h"
#include "settings/profilestore.h"
#include "ui/pages/areapage.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/colouricon.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/profilebutton.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

NavPanel::NavPanel(const ShellContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"navPanel"_s);
    setFixedWidth(metrics::navWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::inside, 0, metrics::inside);
    layout->setSpacing(metrics::between);
    // The list brings its own margin, so that its selection lines up with the card.
    auto *top = new QHBoxLayout;
    top->setContentsMargins(metrics::inside, 0, metrics::inside, 0);
    layout->addLayout(top);
    m_button = new ProfileButton(context.theme, this);
    m_button->setObjectName(u"profileButton"_s);
    m_menu = new QMenu(this);
    m_button->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &NavPanel::fillProfileMenu);
    top->addWidget(m_button);
    m_list = new NavList(context.theme, this);
    m_list->setObjectName(u"navList"_s);
    m_list->setAccessibleName(tr("Areas"));
    connect(m_list, &NavList::currentIdChanged, this, &NavPanel::pageChosen);
    layout->addWidget(m_list);
    layout->addStretch(1);
    m_readOnly = makeButton(context.theme, {}, Icon::Unlock, ButtonRole::Flat, this);
    m_readOnly->setObjectName(u"readOnlySwitch"_s);
    m_readOnly->setCheckable(true);
    connect(m_readOnly, &QPushButton::clicked, this, &NavPanel::readOnlyToggled);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::inside, 0, metrics::inside, 0);
    bottom->addWidget(m_readOnly);
    bottom->addStretch(1);
    layout->addLayout(bottom);
}

void NavPanel::setPages(const QList<PageInfo> &pages)
{
    for (const PageInfo &page : pages)
        m_list->addItem(page.id, page.icon, page.title);
}

void NavPanel::setProfile(const Profile &profile)
{
    m_profile = profile;
    const QString how = profile.temporary ? tr("environment") : profile.hasApiKey || m_hasKey ? tr("key") : tr("no key");
    const bool local = profile.isHere();
    const QString line = local ? profile.placeLabel() : profile.hostLabel() + u" · "_s + how;
    m_button->setProfile(profile.name, line, QColor(profile.colour));
    m_readOnly->setChecked(profile.readOnly);
    m_readOnly->setText(profile.readOnly ? tr("Read-only: on") : tr("Read-only: off"));
    m_readOnly->setIcon(m_context.theme.icon(profile.readOnly ? Icon::Lock : Icon::Unlock, Token::Secondary));
    m_readOnly->setEnabled(!profile.isArchive());
    m_readOnly->setToolTip(profile.isArchive() ? tr("An archive is never changed. “Work on a copy” makes a Local profile of it.")
                           : profile.readOnly ? tr("Nothing can be changed on this profile. Click to allow changes.")
                                            : tr("Click to make sure that nothing is changed on this profile."));
}

void NavPanel::setHasKey(bool hasKey)
{
    m_hasKey = hasKey;
    setProfile(m_profile);
}

void NavPanel::setCount(const QString &pageId, qint64 count)
{
    m_list->setCount(pageId, count < 0 ? QString() : format::number(count));
}

void NavPanel::setCurrentPage(const QString &pageId)
{
    m_list->setCurrentId(pageId);
}

void NavPanel::fillProfileMenu()
{
    m_menu->clear();
    auto *group = new QActionGroup(m_menu);
    const QList<Profile> profiles = m_context.profiles.profiles();
    for (const Profile &profile : profiles) {
        QString text = profile.name;
        QAction *action = m_menu->addAction(text.replace(u'&', u"&&"_s) + u'\t' + profile.placeLabel());
        action->setIcon(colourIcon(QColor(profile.colour)));
        action->setCheckable(true);
        action->setChecked(profile.id == m_profile.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = profile.id] {
            if (id != m_profile.id)
                Q_EMIT profileChosen(id);
        });
    }
    m_menu->addSeparator();
    QAction *manage = m_menu->addAction(m_context.theme.icon(Icon::Settings, Token::Secondary), tr("&Manage profiles…"));
    connect(manage, &QAction::triggered, this, &NavPanel::manageProfiles);
}

void NavPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Token::Side));
    painter.fillRect(QRect(width() - metrics::lineWidth, 0, metrics::lineWidth, height()),
                     m_context.theme.colour(Token::Line));
}

} // namespace odc
