// SPDX-License-Identifier: GPL-3.0-or-later
#include "newsline.h"

#include "base/clock.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

Tone toneOf(Kind kind)
{
    switch (kind) {
    case Kind::Ended:
        return Tone::Fine;
    case Kind::Failed:
        return Tone::Failed;
    default:
        return Tone::Attention;
    }
}

} // namespace

NewsLine::NewsLine(const ShellContext &context, QWidget *parent)
    : QAbstractButton(parent), m_context(context), m_mark(new StateLabel(context.theme, this)),
      m_text(new ElidedLabel(context.theme, Theme::FontRole::Small, Token::Text, this))
{
    setObjectName(u"newsLine"_s);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::tight, 0, metrics::tight, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_mark);
    layout->addWidget(m_text);
    for (QWidget *part : {static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_text)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QAbstractButton::clicked, this, &NewsLine::lead);
    hide();
}

void NewsLine::tell(const WatchEvent &event)
{
    if (m_count == 0 || m_shown.kind != Kind::Failed)
        m_shown = event;
    ++m_count;
    showNews();
    m_context.clock.callLater(shownMs, this, [this, told = ++m_told] {
        if (told == m_told)
            clear();
    });
}

void NewsLine::clear()
{
    m_count = 0;
    hide();
}

QString NewsLine::fullText() const
{
    return m_count == 0 ? QString() : m_text->fullText();
}

void NewsLine::showNews()
{
    m_mark->setState(toneOf(m_shown.kind), {});
    const QString sentence = m_shown.sentence();
    m_text->setFullText(m_count == 1 ? sentence : tr("%1, and %Ln more", "what happened", m_count - 1).arg(sentence));
    setAccessibleName(m_text->fullText());
    underline(underMouse()); // it was hidden below the mouse, which then never left
    show();
}

void NewsLine::underline(bool on)
{
    QFont font = m_context.theme.font(Theme::FontRole::Small);
    font.setUnderline(on);
    m_text->setFont(font);
}

void NewsLine::lead()
{
    const bool many = m_count > 1;
    const WatchEvent news = m_shown;
    clear(); // where it leads, more may happen
    Q_EMIT objectRequested(many ? u"overview"_s : news.pageId(), many ? QString() : news.objectId());
}

bool NewsLine::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        underline(event->type() == QEvent::HoverEnter);
    else if (event->type() == QEvent::ToolTip)
        setToolTip(m_text->toolTip()); // the label itself is not pointed at
    return QAbstractButton::event(event);
}

void NewsLine::paintEvent(QPaintEvent *)
{
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(this);
    shapes::focusRing(&painter, rect(), metrics::radius, m_context.theme.colour(Token::Accent));
}

} // namespace odc
