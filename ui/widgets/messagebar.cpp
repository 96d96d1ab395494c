// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "base/apierror.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return Tone::Running;
    case Message::Kind::Ok:
        return Tone::Fine;
    case Message::Kind::Warning:
        return Tone::Attention;
    case Message::Kind::Error:
        return Tone::Failed;
    }
    return Tone::None;
}

constexpr int detailLines = 6;

} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_mark(new StateLabel(theme, this)),
      m_text(new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_more(makeButton(theme, tr("Details"), std::nullopt, ButtonRole::Link, this)),
      m_action(makeButton(theme, {}, std::nullopt, ButtonRole::Default, this)),
      m_close(makeIconButton(theme, Icon::Close, tr("Close message"), this)), m_detailsBox(new QWidget(this))
{
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_more->setCheckable(true);

    auto *line = m_line = new QHBoxLayout;
    line->setSpacing(metrics::inside);
    line->addWidget(m_mark);
    line->addWidget(m_text, 1);
    line->addWidget(m_more);
    line->addWidget(m_action);
    line->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(metrics::edge, metrics::inside, metrics::edge, metrics::inside);
    all->setSpacing(metrics::inside);
    all->addLayout(line);
    all->addWidget(m_detailsBox);

    connect(m_more, &QPushButton::toggled, this, &MessageBar::showDetails);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const QString key = m_message.key; // who hears of it may dismiss the message first
        Q_EMIT actionTriggered(key);
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        const QString key = m_message.key;
        dismiss();
        Q_EMIT closed(key);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void MessageBar::makeDetails()
{
    m_details = new QPlainTextEdit(m_detailsBox);
    auto *copy = new CopyButton(m_theme, tr("Copy details"), m_detailsBox);
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details of the message"));
    m_details->setFont(m_theme.font(Theme::FontRole::Mono));
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(QFontMetrics(m_details->font()).lineSpacing() * detailLines +
                              2 * metrics::inside);
    auto *detailsLayout = new QHBoxLayout(m_detailsBox);
    detailsLayout->setContentsMargins(metrics::edge + metrics::between, 0, 0, 0);
    detailsLayout->addWidget(m_details, 1);
    detailsLayout->addWidget(copy, 0, Qt::AlignTop);
    copy->setSource([this] { return m_message.text + u'\n' + m_message.details; });
    setTabOrder(m_close, m_details);
    setTabOrder(m_details, copy);
}

void MessageBar::showMessage(const Message &message)
{
    // Every page has a bar, and most never say anything: what takes a document of its own is made when it is wanted.
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!m_details && !message.details.isEmpty())
        makeDetails();
    const bool repeated = m_showing && m_message.kind == message.kind && m_message.text == message.text;
    m_message = message;
    m_showing = true;
    m_mark->setState(toneOf(message.kind), {});
    m_text->setText(format::severalLines(message.text));
    setAccessibleName(message.text);
    if (!repeated) { // the same fault again must not close what is being read
        m_more->setChecked(false);
    }
    if (m_details && m_details->toPlainText() != message.details)
        m_details->setPlainText(message.details);
    m_more->setVisible(!message.details.isEmpty());
    showDetails(m_more->isChecked() && !message.details.isEmpty());
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_close->setVisible(message.closable);
    if (!repeated)
        showChoices();
    show();
    updateGeometry();
    update();
    if (!repeated) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void MessageBar::showError(const QString &key, const QString &text, const ApiError &error)
{
    Message message;
    message.kind = Message::Kind::Error;
    message.key = key;
    message.text = QStringList{text, error.advice()}.join(u' ').trimmed();
    message.details = error.details();
    showMessage(message);
}

void MessageBar::showChoices()
{
    // Later: one of them may be what is being pressed.
    for (QPushButton *old : std::as_const(m_choices)) {
        old->hide();
        old->deleteLater();
    }
    m_choices.clear();
    QWidget *before = m_more;
    for (const auto &[id, text] : std::as_const(m_message.choices)) {
        QPushButton *button = makeButton(m_theme, text, std::nullopt, ButtonRole::Default, this);
        button->setObjectName(u"choice."_s + id);
        m_line->insertWidget(m_line->indexOf(m_action), button);
        setTabOrder(before, button);
        before = button;
        m_choices << button;
        connect(button, &QPushButton::clicked, this, [this, id = id] { Q_EMIT choiceTriggered(m_message.key, id); });
    }
    setTabOrder(before, m_action);
}

void MessageBar::dismiss(const QString &key)
{
    if (!m_showing || (!key.isEmpty() && key != m_message.key)) {
        return;
    }
    m_showing = false;
    m_message = {};
    hide();
    Q_EMIT wentAway();
}

QSize MessageBar::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void MessageBar::showDetails(bool show)
{
    m_detailsBox->setVisible(show);
    m_more->setText(show ? tr("Hide details") : tr("Details"));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tint(toneOf(m_message.kind)));
    painter.fillRect(QRect(0, height() - metrics::lineWidth, width(), metrics::lineWidth),
                     m_theme.colour(Token::Line));
}

bool MessageBar::event(QEvent *event)
{
    // From any control in the bar: else the page's Escape would stop the loading, or the dialog's would close it.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        m_message.closable) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_message.closable) {
        m_close->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace odc
