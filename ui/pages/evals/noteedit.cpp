// SPDX-License-Identifier: GPL-3.0-or-later
#include "noteedit.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>

namespace odc {

namespace {

bool isLeaving(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Escape || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

NoteEdit::NoteEdit(const Theme &theme, QWidget *parent) : QLineEdit(parent)
{
    addAction(theme.icon(Icon::Edit, Token::Secondary), QLineEdit::LeadingPosition);
    setPlaceholderText(tr("Note, kept on this computer"));
    setAccessibleName(tr("Note on the item"));
    setMaxLength(2000);
}

void NoteEdit::setNote(const QString &note)
{
    const bool untouched = text() == m_kept;
    m_kept = note;
    if (untouched || !hasFocus()) {
        setText(note);
        setCursorPosition(0);
    }
}

void NoteEdit::commit()
{
    if (text() == m_kept)
        return;
    m_kept = text();
    Q_EMIT noteChanged(m_kept);
}

bool NoteEdit::event(QEvent *event)
{
    // The page has shortcuts on these keys; while a note is written they are about the note.
    if (event->type() == QEvent::ShortcutOverride && isLeaving(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    if (!isLeaving(*event)) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape)
        setText(m_kept);
    commit();
    Q_EMIT left();
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commit();
}

} // namespace odc
