// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"
#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

class QApplication;
class QTimer;

namespace odc {

/// Colours, fonts and icons of the window. Made once by the program before its first widget, handed on by
/// reference, and outlives every widget. GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { FollowSystem, Light, Dark };
    enum class FontRole {
        Body,    ///< 10 pt, the desktop's family
        Small,   ///< 9 pt: second lines, chips
        Strong,  ///< body, semibold: selected navigation, names
        Section, ///< 9 pt semibold: headers of tables and sections
        Heading, ///< 12 pt semibold: name of the object in details
        Title,   ///< 14 pt semibold: title of the page
        Figure,  ///< 18 pt semibold: the number of a card
        Mono,    ///< the desktop's fixed font
    };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Gives the application the console's style, palette and fonts, and keeps them right from then on.
    void apply(QApplication &application);

    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// What is shown now, whichever mode chose it.
    bool isDark() const { return m_dark; }

    QColor colour(Token token) const { return colour(token, m_dark); }
    QColor colour(Shade shade) const;
    /// The colour of a token in the light or dark theme, shown or not.
    static QColor colour(Token token, bool dark);
    /// `share` of `over` laid on `ground`, opaque.
    static QColor mixed(const QColor &ground, const QColor &over, double share);
    /// Ground of a message or mark that speaks in this tone.
    QColor tint(Tone tone) const;

    /// The palette of the theme shown. Tokens sit in roles: Side = AlternateBase, Line = Mid, Secondary =
    /// PlaceholderText, Accent = Link, Selection = Highlight, Bad = BrightText; the others in their
    /// namesakes. So a widget coloured by setBackgroundRole() and setForegroundRole() follows the theme
    /// without code.
    QPalette palette() const;
    /// The palette role that holds a token; Text for the two that have none (Ok, Warn).
    static QPalette::ColorRole role(Token token);

    QFont font(FontRole role) const;

    QIcon icon(Icon id, Token token = Token::Text) const { return m_icons.icon(id, token); }
    const IconSet &icons() const { return m_icons; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Colours are different now; palettes are already exchanged.
    void changed();

private:
    void refresh();
    bool systemIsDark() const;
    const QFont &mono() const;

    IconSet m_icons;
    QApplication *m_application = nullptr;
    QTimer *m_desktopChanged = nullptr;
    QFont m_body;
    mutable std::optional<QFont> m_mono; ///< chosen when it is wanted: that looks through all fonts
    Mode m_mode = Mode::FollowSystem;
    bool m_dark = false;
};

} // namespace odc
