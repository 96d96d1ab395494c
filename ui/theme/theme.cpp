// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/consolestyle.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScreen>
#include <QStyleHints>
#include <QTimer>
#include <QToolTip>

#include <array>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, tokenCount> tokens{{
    {0xffF5F6F8, 0xff1D2025}, // Window
    {0xffFFFFFF, 0xff15181C}, // Base
    {0xffECEEF2, 0xff191C20}, // Side
    {0xffE1E5EA, 0xff2D333B}, // Line
    {0xff1B1F24, 0xffE6E9ED}, // Text
    {0xff5B6570, 0xff9AA4AF}, // Secondary
    {0xff2563EB, 0xff6EA8FE}, // Accent
    {0xffDFEAFF, 0xff22385E}, // Selection
    {0xff1A7F4B, 0xff4CC38A}, // Ok
    {0xff9A6700, 0xffE3B341}, // Warn
    {0xffC62828, 0xffFF7B72}, // Bad
}};

// In disabled widgets nothing is drawn in this role, so there the desktop's own colour may stay: see
// systemIsDark().
constexpr QPalette::ColorRole freeRole = QPalette::Light;

// A point is 1/72 inch, but macOS lays out 72 dots an inch where the others lay out 96.
double points(double size)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen && screen->logicalDotsPerInch() < 80 ? size * 1.3 : size;
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_icons(*this), m_body(QGuiApplication::font()) {}

Theme::~Theme() = default;

void Theme::apply(QApplication &application)
{
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::FollowSystem && systemIsDark());
    m_application = &application;

    QApplication::setStyle(new ConsoleStyle(*this)); // owned by the application
    QApplication::setPalette(palette());
    QApplication::setFont(font(FontRole::Body));
    QToolTip::setFont(font(FontRole::Small));
    QToolTip::setPalette(palette());

    if (!m_desktopChanged) {
        // One change of the desktop reaches every window; they are answered together.
        m_desktopChanged = new QTimer(this);
        m_desktopChanged->setSingleShot(true);
        m_desktopChanged->setInterval(0);
        connect(m_desktopChanged, &QTimer::timeout, this, &Theme::refresh);
        application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::refresh);
#endif
    }
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    refresh();
}

void Theme::refresh()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::FollowSystem && systemIsDark());
    if (dark == m_dark) {
        return;
    }
    m_dark = dark;
    if (m_application) {
        QApplication::setPalette(palette());
        QToolTip::setPalette(palette());
    }
    Q_EMIT changed();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    // Older Qt: the desktop's palette is the only witness. Once ours is set, the desktop's still shows
    // through in the one place palette() leaves free.
    const QPalette shown = QApplication::palette();
    if (m_application) {
        return shown.color(QPalette::Disabled, freeRole).lightness() < 128;
    }
    return shown.color(QPalette::Window).lightness() < shown.color(QPalette::WindowText).lightness();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange ||
        (event->type() == QEvent::ApplicationPaletteChange && watched == m_application)) {
        m_desktopChanged->start();
    }
    return QObject::eventFilter(watched, event);
}

QColor Theme::colour(Token token, bool dark)
{
    const Pair &pair = tokens[static_cast<size_t>(token)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor Theme::colour(Shade shade) const
{
    const QColor text = colour(Token::Text);
    switch (shade) {
    case Shade::OnAccent:
        return m_dark ? colour(Token::Base) : QColor(Qt::white);
    case Shade::Hover:
        return QColor(text.red(), text.green(), text.blue(), m_dark ? 16 : 12);
    case Shade::Header:
        return mixed(colour(Token::Base), colour(Token::Window), 0.55);
    case Shade::RowLine:
        return mixed(colour(Token::Base), colour(Token::Line), 0.65);
    case Shade::Track:
        return m_dark ? colour(Token::Line) : mixed(colour(Token::Line), text, 0.02);
    case Shade::Disabled:
        return mixed(colour(Token::Window), colour(Token::Secondary), 0.55);
    case Shade::Control:
        return mixed(colour(Token::Line), colour(Token::Secondary), m_dark ? 0.12 : 0.10);
    case Shade::HandleRest:
        return QColor(text.red(), text.green(), text.blue(), 64);
    case Shade::HandleHover:
        return QColor(text.red(), text.green(), text.blue(), 112);
    }
    return text;
}

QColor Theme::mixed(const QColor &ground, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return qBound(0, qRound(a + (b - a) * share), 255); };
    return QColor(part(ground.red(), over.red()), part(ground.green(), over.green()),
                  part(ground.blue(), over.blue()));
}

QColor Theme::tint(Tone tone) const
{
    return mixed(colour(Token::Window), colour(toneToken(tone)), m_dark ? 0.16 : 0.10);
}

QPalette::ColorRole Theme::role(Token token)
{
    switch (token) {
    case Token::Window:
        return QPalette::Window;
    case Token::Base:
        return QPalette::Base;
    case Token::Side:
        return QPalette::AlternateBase;
    case Token::Line:
        return QPalette::Mid;
    case Token::Secondary:
        return QPalette::PlaceholderText;
    case Token::Accent:
        return QPalette::Link;
    case Token::Selection:
        return QPalette::Highlight;
    case Token::Bad:
        return QPalette::BrightText;
    case Token::Text:
    case Token::Ok:
    case Token::Warn:
        break;
    }
    return QPalette::Text;
}

QPalette Theme::palette() const
{
    const QColor text = colour(Token::Text);
    const QColor line = colour(Token::Line);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &value) {
        palette.setColor(QPalette::Active, role, value);
        palette.setColor(QPalette::Inactive, role, value);
        if (role != freeRole) {
            palette.setColor(QPalette::Disabled, role, value);
        }
    };
    set(QPalette::Window, colour(Token::Window));
    set(QPalette::WindowText, text);
    set(QPalette::Base, colour(Token::Base));
    set(QPalette::AlternateBase, colour(Token::Side));
    set(QPalette::Text, text);
    set(QPalette::Button, colour(Token::Base));
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, colour(Token::Bad));
    set(QPalette::PlaceholderText, colour(Token::Secondary));
    set(QPalette::Highlight, colour(Token::Selection));
    set(QPalette::HighlightedText, text); // a selected row keeps its text colour, as its states keep theirs
    set(QPalette::Link, colour(Token::Accent));
    set(QPalette::LinkVisited, colour(Token::Accent));
    set(QPalette::Mid, line);
    set(QPalette::Midlight, mixed(colour(Token::Window), line, 0.5));
    set(QPalette::Light, colour(Token::Base));
    set(QPalette::Dark, mixed(line, text, 0.2));
    set(QPalette::Shadow, mixed(line, text, 0.35));
    set(QPalette::ToolTipBase, m_dark ? mixed(colour(Token::Window), text, 0.08) : text);
    set(QPalette::ToolTipText, m_dark ? text : colour(Token::Base));
    const QColor off = colour(Shade::Disabled);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::Link}) {
        palette.setColor(QPalette::Disabled, role, off);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base,
                     mixed(colour(Token::Base), colour(Token::Window), 0.6));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return palette;
}

const QFont &Theme::mono() const
{
    if (m_mono)
        return *m_mono;
    m_mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // Not every desktop names a fixed font, and what it names is not always there.
    if (QFontInfo(*m_mono).fixedPitch())
        return *m_mono;
    const QStringList families = QFontDatabase::families();
    for (const QString &family : {u"DejaVu Sans Mono"_s, u"Noto Sans Mono"_s, u"Liberation Mono"_s, u"Menlo"_s,
                                  u"Consolas"_s, u"Courier New"_s}) {
        if (!families.contains(family))
            continue;
        m_mono->setFamily(family);
        if (QFontInfo(*m_mono).fixedPitch())
            break;
    }
    return *m_mono;
}

QFont Theme::font(FontRole role) const
{
    QFont font = m_body;
    font.setPointSizeF(points(10));
    switch (role) {
    case FontRole::Body:
        break;
    case FontRole::Small:
        font.setPointSizeF(points(9));
        break;
    case FontRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Section:
        font.setPointSizeF(points(9));
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Heading:
        font.setPointSizeF(points(11.5));
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Title:
        font.setPointSizeF(points(14));
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Figure:
        font.setPointSizeF(points(18));
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Mono:
        font = mono();
        font.setPointSizeF(points(9.5));
        break;
    }
    return font;
}

} // namespace odc
