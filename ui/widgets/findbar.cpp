// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findbar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace odc {

FindBar::FindBar(const Theme &theme, QPlainTextEdit *view, QWidget *parent)
    : FindBarBase(theme, tr("Find in text"), parent), m_view(view)
{
    layout()->setContentsMargins(0, 0, 0, metrics::tight);
    connect(edit(), &QLineEdit::textChanged, this, [this] { find(false, true); });
}

QString FindBar::suggestion() const
{
    return m_view->textCursor().selectedText();
}

void FindBar::leave()
{
    m_view->setFocus();
}

void FindBar::find(bool backwards, bool fromSelection)
{
    result()->clear();
    if (text().isEmpty()) {
        return;
    }
    if (fromSelection) { // while typing, the match under way grows instead of jumping on
        QTextCursor cursor = m_view->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_view->setTextCursor(cursor);
    }
    const QTextDocument::FindFlags flags =
        backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_view->find(text(), flags)) {
        return;
    }
    const QTextCursor before = m_view->textCursor();
    m_view->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (m_view->find(text(), flags)) {
        result()->setText(backwards ? tr("from the end") : tr("from the beginning"));
    } else {
        m_view->setTextCursor(before);
        result()->setText(tr("not found"));
    }
}

} // namespace odc
