// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncollection.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QShortcutEvent>
#include <QWidget>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto keptFromSearch = "odcKeptFromSearch";
constexpr auto otherWords = "odcSearchWords";

/// Of the parts that hold the focus, one within the other, the innermost that has something on these keys.
QAction *innermost(const QKeySequence &keys)
{
    for (const QWidget *part = QApplication::focusWidget(); part;
         part = part->isWindow() ? nullptr : part->parentWidget()) {
        const QList<QAction *> actions = part->actions();
        for (QAction *action : actions) {
            if (action->isEnabled() && action->shortcuts().contains(keys))
                return action;
        }
    }
    return nullptr;
}

} // namespace

ActionCollection::ActionCollection(const Theme &theme, QWidget *scope, QObject *parent)
    : QObject(parent), m_theme(theme), m_scope(scope)
{
}

QAction *ActionCollection::add(const QString &name, const QString &text, std::optional<Icon> icon,
                               const QList<QKeySequence> &shortcuts)
{
    Q_ASSERT_X(!find(name), "ActionCollection::add", qPrintable(name));
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (icon)
        action->setIcon(m_theme.icon(*icon, Token::Secondary));
    action->setShortcuts(shortcuts);
    action->setShortcutContext(m_scope->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->installEventFilter(this);
    m_scope->addAction(action);
    if (m_elsewhere)
        m_elsewhere->addAction(action);
    m_actions << action;
    return action;
}

void ActionCollection::workAlsoIn(QWidget *where)
{
    if (m_elsewhere == where)
        return;
    for (QAction *action : std::as_const(m_actions)) {
        if (m_elsewhere)
            m_elsewhere->removeAction(action);
        if (where)
            where->addAction(action);
    }
    m_elsewhere = where;
}

bool ActionCollection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Shortcut) {
        const QWidget *modal = QApplication::activeModalWidget();
        if (modal && modal != m_scope && !modal->isAncestorOf(m_scope))
            return true;
        // A list within a page copies its own rows; Qt would let neither do anything.
        const auto *shortcut = static_cast<QShortcutEvent *>(event);
        if (QAction *action = shortcut->isAmbiguous() ? innermost(shortcut->key()) : nullptr) {
            action->trigger();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QAction *ActionCollection::find(const QString &name) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == name)
            return action;
    }
    return nullptr;
}

void ActionCollection::keepFromSearch(QAction *action, bool kept)
{
    action->setProperty(keptFromSearch, kept);
}

bool ActionCollection::isKeptFromSearch(const QAction *action)
{
    return action->property(keptFromSearch).toBool();
}

void ActionCollection::setSearchWords(QAction *action, const QString &words)
{
    action->setProperty(otherWords, words);
}

QString ActionCollection::searchWords(const QAction *action)
{
    return action->property(otherWords).toString();
}

QStringList ActionCollection::conflicts(const QList<const ActionCollection *> &collections)
{
    QStringList found;
    QHash<QKeySequence, QString> owners;
    for (const ActionCollection *collection : collections) {
        for (const QAction *action : collection->all()) {
            const auto shortcuts = action->shortcuts();
            for (const QKeySequence &keys : shortcuts) {
                if (owners.contains(keys))
                    found << owners.value(keys) + u", "_s + action->objectName();
                owners.insert(keys, action->objectName());
            }
        }
    }
    return found;
}

} // namespace odc
