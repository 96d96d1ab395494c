// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findbarbase.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace odc {

FindBarBase::FindBarBase(const Theme &theme, const QString &hint, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)),
      m_result(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(hint);
    m_edit->addAction(theme.icon(Icon::Search, Token::Secondary), QLineEdit::LeadingPosition);
    auto *previous = makeIconButton(theme, Icon::ChevronUp, tr("Previous match"), this);
    auto *next = makeIconButton(theme, Icon::ChevronDown, tr("Next match"), this);
    auto *closing = makeIconButton(theme, Icon::Close, tr("Close search"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_result);
    for (QToolButton *button : {previous, next, closing})
        layout->addWidget(button);
    connect(previous, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(next, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(closing, &QToolButton::clicked, this, &FindBarBase::close);
    hide();
}

void FindBarBase::addOption(QToolButton *option)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_result) + 1, option);
    setTabOrder(m_edit, option);
}

QString FindBarBase::text() const
{
    return m_edit->text();
}

void FindBarBase::open(const QString &text)
{
    const QString wanted = text.isEmpty() ? suggestion() : text;
    if (!wanted.isEmpty() && !wanted.contains(u'\n') && !wanted.contains(QChar::ParagraphSeparator))
        m_edit->setText(wanted);
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    opened();
}

void FindBarBase::close()
{
    hide();
    leave();
    Q_EMIT closed();
}

bool FindBarBase::event(QEvent *event)
{
    // From any control in the bar: they let these keys through, and the page has shortcuts on them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_Escape ||
            key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_F3) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FindBarBase::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        open();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        findNext(event->modifiers() & Qt::ShiftModifier);
        return;
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace odc
