// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace odc {

namespace {

Token iconToken(ButtonRole role)
{
    return role == ButtonRole::Danger ? Token::Bad : role == ButtonRole::Link ? Token::Accent : Token::Text;
}

constexpr int copiedShownMs = 1500;

} // namespace

QPushButton *makeButton(const Theme &theme, const QString &text, std::optional<Icon> icon, ButtonRole role,
                        QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    if (icon) {
        button->setIcon(theme.icon(*icon, iconToken(role)));
    }
    setButtonRole(button, role);
    return button;
}

QToolButton *makeIconButton(const Theme &theme, Icon icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme.icon(icon, Token::Secondary));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    setButtonRole(button, ButtonRole::Flat);
    return button;
}

ActionButton::ActionButton(QAction *action, ButtonRole role, QWidget *parent, bool iconOnly)
    : QPushButton(parent), m_action(action), m_iconOnly(iconOnly)
{
    setButtonRole(this, role);
    takeAction();
    connect(action, &QAction::changed, this, &ActionButton::takeAction);
    // triggered() of the action and clicked() of the button must each happen once, also for checkable
    // actions.
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_action) {
            m_action->trigger();
            takeAction(); // the click has toggled the button by itself
        }
    });
    connect(action, &QObject::destroyed, this, [this] { setEnabled(false); });
}

void ActionButton::takeAction()
{
    QString name = m_action->iconText();
    name.remove(u'…');
    setText(m_iconOnly ? QString() : name);
    setAccessibleName(m_iconOnly ? name : QString());
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setStatusTip(m_action->statusTip());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
}

CopyButton::CopyButton(const Theme &theme, const QString &what, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_what(what)
{
    setIcon(theme.icon(Icon::Copy, Token::Secondary));
    setToolTip(what);
    setAccessibleName(what);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setButtonRole(this, ButtonRole::Flat);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setCopyText(const QString &text)
{
    m_source = [text] { return text; };
}

void CopyButton::setSource(std::function<QString()> source)
{
    m_source = std::move(source);
}

void CopyButton::copy()
{
    if (!m_source) {
        return;
    }
    QGuiApplication::clipboard()->setText(m_source());
    setIcon(m_theme.icon(Icon::Check, Token::Ok));
    setToolTip(tr("Copied"));
    QTimer::singleShot(copiedShownMs, this, [this] {
        setIcon(m_theme.icon(Icon::Copy, Token::Secondary));
        setToolTip(m_what);
    });
    Q_EMIT copied();
}

} // namespace odc
