// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findbar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace odc {

FindBar::FindBar(const Theme &theme, QPlainTextEdit *view, QWidget *parent)
    : QWidget(parent), m_view(view), m_edit(new QLineEdit(this)),
      m_result(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    m_edit->setPlaceholderText(tr("Find in text"));
    m_edit->setAccessibleName(tr("Find in text"));
    m_edit->addAction(theme.icon(Icon::Search, Token::Secondary), QLineEdit::LeadingPosition);
    auto *previous = makeIconButton(theme, Icon::ChevronUp, tr("Previous match"), this);
    auto *next = makeIconButton(theme, Icon::ChevronDown, tr("Next match"), this);
    auto *closing = makeIconButton(theme, Icon::Close, tr("Close search"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::tight);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_result);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(closing);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { find(false, true); });
    connect(previous, &QToolButton::clicked, this, [this] { find(true, false); });
    connect(next, &QToolButton::clicked, this, [this] { find(false, false); });
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    const QString selected = m_view->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) {
        m_edit->setText(selected);
    }
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::close()
{
    hide();
    m_view->setFocus();
}

void FindBar::find(bool backwards, bool fromSelection)
{
    const QString text = m_edit->text();
    m_result->clear();
    if (text.isEmpty()) {
        return;
    }
    if (fromSelection) { // while typing, the match under way grows instead of jumping on
        QTextCursor cursor = m_view->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_view->setTextCursor(cursor);
    }
    const QTextDocument::FindFlags flags =
        backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_view->find(text, flags)) {
        return;
    }
    const QTextCursor before = m_view->textCursor();
    m_view->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (m_view->find(text, flags)) {
        m_result->setText(backwards ? tr("from the end") : tr("from the beginning"));
    } else {
        m_view->setTextCursor(before);
        m_result->setText(tr("not found"));
    }
}

bool FindBar::event(QEvent *event)
{
    // From any control in the bar: they let these keys through, and the page has shortcuts on them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return ||
            key->key() == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        open();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        find(event->modifiers() & Qt::ShiftModifier, false);
        return;
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace odc
