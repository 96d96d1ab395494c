// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <optional>

class QAction;

namespace odc {

class Theme;

/// All commands of one part of the window, each once, by name ("files.delete"): menus, buttons, context menus and
/// shortcuts share the same QAction.
class ActionCollection : public QObject
{
    Q_OBJECT
public:
    /// Shortcuts work while the focus is inside `scope`; for the window itself everywhere in it.
    ActionCollection(const Theme &theme, QWidget *scope, QObject *parent);

    /// `name` becomes the object name; `text` is translated, with a mnemonic.
    QAction *add(const QString &name, const QString &text, std::optional<Icon> icon = {},
                 const QList<QKeySequence> &shortcuts = {});
    /// While `where` is set, the shortcuts work there, too; null: in the scope alone again.
    void workAlsoIn(QWidget *where);
    /// Null when there is none.
    QAction *find(const QString &name) const;
    const QList<QAction *> &all() const { return m_actions; }

    /// Keeps shortcuts from reaching past an open dialog, where a window manager lets the window behind have the focus.
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// An action that can be begun, but that nobody is to be led to: it has a twin, or nothing to act on.
    static void keepFromSearch(QAction *action, bool kept);
    static bool isKeptFromSearch(const QAction *action);
    /// Other words that people have for it, with commas between them, translated: the palette finds it by them as well.
    static void setSearchWords(QAction *action, const QString &words);
    static QString searchWords(const QAction *action);

    /// Pairs of actions of both collections that share a shortcut, as "a, b"; empty when all is well.
    static QStringList conflicts(const QList<const ActionCollection *> &collections);

private:
    const Theme &m_theme;
    QWidget *m_scope;
    QPointer<QWidget> m_elsewhere;
    QList<QAction *> m_actions;
};

} // namespace odc
