// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"
#include "ui/theme/variants.h"

#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <functional>
#include <optional>

namespace odc {

class Theme;

/// A push button with one of the console's icons, in one of its roles.
QPushButton *makeButton(const Theme &theme, const QString &text, std::optional<Icon> icon, ButtonRole role,
                        QWidget *parent = nullptr);
/// A flat button that is only an icon; `name` is its tooltip and accessible name.
QToolButton *makeIconButton(const Theme &theme, Icon icon, const QString &name, QWidget *parent = nullptr);

/// A push button that is an action's face: text, icon, tooltip, enabled, visible and checked follow the
/// action, a click triggers it. With `iconOnly` the text becomes the accessible name.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    ActionButton(QAction *action, ButtonRole role, QWidget *parent = nullptr, bool iconOnly = false);

private:
    void takeAction();

    QPointer<QAction> m_action;
    bool m_iconOnly;
};

/// A flat button that copies a text, and shows for a moment that it did.
class CopyButton : public QToolButton
{
    Q_OBJECT

public:
    /// `what` names the thing copied, for tooltip and screen reader: "Copy id".
    CopyButton(const Theme &theme, const QString &what, QWidget *parent = nullptr);
    void setCopyText(const QString &text);
    /// Asked at the click, for texts that are costly to keep.
    void setSource(std::function<QString()> source);

Q_SIGNALS:
    void copied();

private:
    void copy();

    const Theme &m_theme;
    QString m_what;
    std::function<QString()> m_source;
};

} // namespace odc
