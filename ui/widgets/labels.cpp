// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace odc {

namespace {
constexpr int markGap = 6; // between a state's mark and its word
} // namespace

TextLabel::TextLabel(const Theme &theme, Theme::FontRole font, Token token, const QString &text,
                     QWidget *parent)
    : QLabel(parent), m_theme(theme), m_token(token)
{
    setTextFormat(Qt::PlainText); // before the text: one that looks like HTML must never be read as such
    setText(text);
    setFont(theme.font(font));
    setToken(token);
    takeSide();
    connect(&theme, &Theme::changed, this, [this] { setToken(m_token); });
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    if (token == Token::Ok || token == Token::Warn) { // these two have no role in the palette
        QPalette own = palette();
        own.setColor(QPalette::WindowText, m_theme.colour(token));
        setPalette(own);
        setForegroundRole(QPalette::WindowText);
    } else {
        setPalette(QPalette());
        setForegroundRole(token == Token::Text ? QPalette::WindowText : Theme::role(token));
    }
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange) {
        takeSide();
    }
}

void TextLabel::takeSide()
{
    // By itself a label goes by the direction of its text: a Latin name would leave its mark or its field in a window
    // that reads from right to left.
    if (alignment() & (Qt::AlignHCenter | Qt::AlignJustify)) {
        return;
    }
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft;
    setAlignment((alignment() & Qt::AlignVertical_Mask) | side);
}

SectionLabel::SectionLabel(const Theme &theme, const QString &text, QWidget *parent)
    : TextLabel(theme, Theme::FontRole::Section, Token::Secondary, text, parent)
{
}

StateLabel::StateLabel(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateLabel::setState(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text = format::oneLine(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    const int mark = m_tone == Tone::None ? 0 : metrics::stateMark + (m_text.isEmpty() ? 2 : markGap);
    return {mark + (m_text.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_text) + 1),
            fontMetrics().height()};
}

QSize StateLabel::minimumSizeHint() const
{
    return {metrics::stateMark, fontMetrics().height()};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect word = rect();
    if (m_tone != Tone::None) {
        const double half = metrics::stateMark / 2.0 + (m_text.isEmpty() ? 1 : 0);
        const bool mirrored = isRightToLeft();
        shapes::stateMark(&painter, {mirrored ? width() - half : half, height() / 2.0 + 0.5}, m_tone,
                          m_theme.colour(toneToken(m_tone)));
        const int room = metrics::stateMark + markGap;
        word = mirrored ? word.adjusted(0, 0, -room, 0) : word.adjusted(room, 0, 0, 0);
    }
    painter.setPen(isEnabled() ? m_theme.colour(toneTextToken(m_tone)) : m_theme.colour(Shade::Disabled));
    painter.drawText(word, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                     fontMetrics().elidedText(m_text, Qt::ElideRight, word.width()));
}

ColourStripe::ColourStripe(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ColourStripe::setColour(const QColor &colour)
{
    m_colour = colour;
    updateGeometry();
    update();
}

QSize ColourStripe::sizeHint() const
{
    return {0, m_colour.isValid() ? metrics::stripe : 0};
}

void ColourStripe::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_colour);
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    orientation == Qt::Horizontal ? setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed)
                                  : setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize Separator::sizeHint() const
{
    return {metrics::lineWidth, metrics::lineWidth};
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Mid));
}

void setGround(QWidget *widget, Token token)
{
    widget->setBackgroundRole(Theme::role(token));
    widget->setAutoFillBackground(true);
}

} // namespace odc
