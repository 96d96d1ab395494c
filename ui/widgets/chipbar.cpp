// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chipbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace odc {

namespace {
constexpr int crossSize = 12;
constexpr int chipPadding = 10;
} // namespace

Chip::Chip(const Theme &theme, const QString &id, const QString &text, bool removable, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_id(id), m_removable(removable)
{
    setText(text);
    setFont(theme.font(Theme::FontRole::Small));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(removable ? tr("Click to change, Delete to remove") : QString());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Chip::sizeHint() const
{
    const int cross = m_removable ? crossSize + metrics::tight : 0;
    return {fontMetrics().horizontalAdvance(text()) + cross + 2 * chipPadding + 1, metrics::chipHeight};
}

QRect Chip::crossRect() const
{
    if (!m_removable) {
        return {};
    }
    const QRect inner = rect().adjusted(chipPadding, 0, -chipPadding + 2, 0);
    return QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, {crossSize, crossSize},
                               inner);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = m_theme.colour(Token::Selection);
    if (underMouse() && isEnabled()) {
        ground = Theme::mixed(ground, m_theme.colour(Token::Accent), 0.12);
    }
    const double radius = height() / 2.0;
    shapes::box(&painter, rect(), radius, ground, {});
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        shapes::focusRing(&painter, rect(), radius, m_theme.colour(Token::Accent));
    }
    painter.setPen(isEnabled() ? m_theme.colour(Token::Text) : m_theme.colour(Shade::Disabled));
    painter.drawText(rect().adjusted(chipPadding, 0, -chipPadding, 0),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter) |
                         Qt::TextSingleLine,
                     text());
    if (m_removable) {
        m_theme.icons().paint(&painter, crossRect(), Icon::Close,
                              m_theme.colour(m_crossPointed ? Token::Text : Token::Secondary));
    }
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton &&
        crossRect()
            .adjusted(-metrics::tight, -metrics::tight, chipPadding, metrics::tight)
            .contains(event->position().toPoint())) {
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    const bool pointed = crossRect().contains(event->position().toPoint());
    if (pointed != m_crossPointed) {
        m_crossPointed = pointed;
        update();
    }
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    m_crossPointed = false;
    QAbstractButton::leaveEvent(event);
}

bool Chip::isRemoveKey(const QKeyEvent &event) const
{
    return m_removable && !(event.modifiers() & ~Qt::KeypadModifier) &&
           (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace);
}

bool Chip::event(QEvent *event)
{
    // Else the page's Delete would ask about the selected rows.
    if (event->type() == QEvent::ShortcutOverride && isRemoveKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractButton::event(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (isRemoveKey(*event)) {
        Q_EMIT removeRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

ChipBar::ChipBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    new FlowLayout(this);
    setAccessibleName(tr("Conditions"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

Chip *ChipBar::find(const QString &id) const
{
    const auto chips = findChildren<Chip *>(Qt::FindDirectChildrenOnly);
    for (Chip *chip : chips) {
        if (chip->id() == id) {
            return chip;
        }
    }
    return nullptr;
}

void ChipBar::setChip(const QString &id, const QString &text, bool removable)
{
    if (Chip *chip = find(id)) {
        chip->setText(text);
        chip->updateGeometry();
        return;
    }
    auto *chip = new Chip(m_theme, id, text, removable, this);
    layout()->addWidget(chip);
    chip->show();
    connect(
        chip, &Chip::removeRequested, this, [this, id] { Q_EMIT removeRequested(id); }, Qt::QueuedConnection);
    connect(chip, &Chip::clicked, this, [this, id] { Q_EMIT activated(id); });
}

void ChipBar::removeChip(const QString &id)
{
    Chip *chip = find(id);
    if (!chip) {
        return;
    }
    if (chip->hasFocus()) {
        focusNextPrevChild(true); // the keyboard must not fall out of the window with the chip
    }
    layout()->removeWidget(chip);
    chip->setParent(nullptr);
    chip->deleteLater();
}

void ChipBar::clear()
{
    const QStringList all = ids();
    for (const QString &id : all) {
        removeChip(id);
    }
}

QPoint ChipBar::menuPlace(const QString &id) const
{
    const Chip *chip = find(id);
    const QRect place = chip ? chip->geometry() : rect();
    return mapToGlobal(layoutDirection() == Qt::RightToLeft ? place.bottomRight() : place.bottomLeft()) + QPoint(0, 1);
}

QStringList ChipBar::ids() const
{
    QStringList ids;
    for (int i = 0; i < layout()->count(); ++i) {
        if (const auto *chip = qobject_cast<Chip *>(layout()->itemAt(i)->widget())) {
            ids.append(chip->id());
        }
    }
    return ids;
}

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(metrics::inside);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        const QSize hint = item->sizeHint();
        width += hint.width() + (width > 0 ? spacing() : 0);
        height = qMax(height, hint.height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool apply) const
{
    const bool mirrored = parentWidget() && parentWidget()->isRightToLeft();
    int x = 0;
    int y = 0;
    int line = 0;
    for (QLayoutItem *item : m_items) {
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += line + spacing();
            line = 0;
        }
        if (apply) {
            const int left = mirrored ? rect.right() + 1 - x - size.width() : rect.left() + x;
            item->setGeometry(QRect(QPoint(left, rect.top() + y), size));
        }
        x += size.width() + spacing();
        line = qMax(line, size.height());
    }
    return y + line;
}

} // namespace odc
