// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stateoverlay.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

namespace {

Icon iconOf(StateOverlay::Kind kind)
{
    switch (kind) {
    case StateOverlay::Kind::None:
    case StateOverlay::Kind::Empty:
        return Icon::Inbox;
    case StateOverlay::Kind::Loading:
        return Icon::Clock;
    case StateOverlay::Kind::Error:
        return Icon::Warning;
    case StateOverlay::Kind::Unavailable:
        return Icon::Offline;
    }
    return Icon::Info;
}

} // namespace

StateOverlay::StateOverlay(const Theme &theme, QAbstractItemView *view)
    : QWidget(view), m_theme(theme), m_covered(view->viewport())
{
    build();
}

StateOverlay::StateOverlay(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_covered(parent)
{
    build();
}

void StateOverlay::build()
{
    m_icon = new QLabel(this);
    m_sentence = new TextLabel(m_theme, Theme::FontRole::Strong, Token::Text, {}, this);
    m_detail = new TextLabel(m_theme, Theme::FontRole::Body, Token::Secondary, {}, this);
    m_action = makeButton(m_theme, {}, std::nullopt, ButtonRole::Default, this);
    m_second = makeButton(m_theme, {}, std::nullopt, ButtonRole::Default, this);
    for (TextLabel *label : {m_sentence, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_icon->setAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::edge, metrics::edge, metrics::edge);
    layout->setSpacing(metrics::tight);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::inside);
    layout->addWidget(m_sentence);
    layout->addWidget(m_detail);
    layout->addSpacing(metrics::between);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addStretch(1);
    buttons->addWidget(m_action);
    buttons->addWidget(m_second);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, &StateOverlay::actionTriggered);
    connect(m_second, &QPushButton::clicked, this, &StateOverlay::secondTriggered);
    connect(&m_theme, &Theme::changed, this, [this] { setState(m_state); });
    setGround(this, Token::Base);
    m_covered->installEventFilter(this);
    hide();
}

void StateOverlay::setState(const State &state)
{
    const bool news = state.kind != m_state.kind || state.sentence != m_state.sentence;
    m_state = state;
    if (state.kind == Kind::None) {
        const bool focused = isAncestorOf(window()->focusWidget());
        hide();
        if (focused) {
            parentWidget()->setFocus(); // what the user did here goes on in the list
        }
        return;
    }
    // Not before: it takes a document, and most pages never have to say anything.
    for (TextLabel *label : {m_sentence, m_detail})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const Token token = state.kind == Kind::Error ? Token::Bad : Token::Secondary;
    const int side = metrics::largeIconSize;
    m_icon->setPixmap(m_theme.icon(state.icon.value_or(iconOf(state.kind)), token)
                          .pixmap(QSize(side, side), devicePixelRatio()));
    m_sentence->setText(format::severalLines(state.sentence));
    m_detail->setText(format::severalLines(state.detail));
    m_detail->setVisible(!state.detail.isEmpty());
    m_action->setText(state.actionText);
    m_action->setVisible(!state.actionText.isEmpty());
    m_second->setText(state.secondText);
    m_second->setVisible(!state.secondText.isEmpty());
    setButtonRole(m_action, state.primary ? ButtonRole::Primary : ButtonRole::Default);
    setAccessibleName(state.sentence);
    setAccessibleDescription(state.detail);
    cover();
    show();
    raise();
    if (news) {
        QAccessibleEvent event(this,
                               state.kind == Kind::Error ? QAccessible::Alert : QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void StateOverlay::cover()
{
    const QRect place = m_covered == parentWidget() ? m_covered->rect() : m_covered->geometry();
    // Margins, not a maximum width, keep the text narrow: so its lines are counted at the width they are
    // drawn at.
    const int side = qMax(metrics::edge, (place.width() - metrics::textWidth) / 2);
    layout()->setContentsMargins(side, metrics::edge, side, metrics::edge);
    // Where it is low, what is said and can be done goes before the picture.
    const auto needed = [&] {
        return layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(place.width())
                                             : layout()->totalMinimumSize().height();
    };
    m_icon->setVisible(true);
    if (m_state.kind != Kind::None && needed() > place.height()) {
        m_icon->setVisible(false);
        if (needed() > place.height())
            layout()->setContentsMargins(side, metrics::tight, side, metrics::tight);
    }
    setGeometry(place);
}

bool StateOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        cover();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace odc
