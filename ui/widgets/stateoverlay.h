// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"

#include <QWidget>

#include <optional>

class QLabel;
class QAbstractItemView;
class QPushButton;

namespace odc {

class Theme;
class TextLabel;

/// Stands centred over a list that has nothing to show, and says why and what to do. It takes no part in the
/// list's layout, lets the list's header free, and goes as soon as kind is None.
class StateOverlay : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { None, Empty, Loading, Error, Unavailable };

    struct State
    {
        Kind kind = Kind::None;
        QString sentence{};
        QString detail{};           ///< second line, may be empty
        QString actionText{};       ///< the one button, none when empty
        std::optional<Icon> icon{}; ///< instead of the kind's own
        bool primary = false;       ///< the button is the page's primary one
        QString secondText{};       ///< of a button beside it, none when empty
    };

    /// Covers the viewport of `view`, which also becomes its parent.
    StateOverlay(const Theme &theme, QAbstractItemView *view);
    /// Covers all of `parent`.
    StateOverlay(const Theme &theme, QWidget *parent);

    void setState(const State &state);
    void clear() { setState({}); }
    Kind kind() const { return m_state.kind; }
    const State &state() const { return m_state; }
    QPushButton *actionButton() const { return m_action; }
    QPushButton *secondButton() const { return m_second; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void actionTriggered();
    void secondTriggered();

private:
    void cover();
    void build();

    const Theme &m_theme;
    QWidget *m_covered;
    State m_state;
    QLabel *m_icon;
    TextLabel *m_sentence;
    TextLabel *m_detail;
    QPushButton *m_action;
    QPushButton *m_second;
};

} // namespace odc
