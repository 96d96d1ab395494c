// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonedit.h"

#include "ui/theme/theme.h"
#include "ui/widgets/jsonlines.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QTextBlock>

namespace odc {

using namespace Qt::StringLiterals;

QByteArray indentedJson(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QByteArray text = list.mid(1, list.size() - 2);
    return value.isObject() || value.isArray() ? jsonlines::indented(text).trimmed() : text;
}

JsonEdit::JsonEdit(const Theme &theme, QWidget *parent) : CodeEdit(theme, parent)
{
    setReadOnly(false);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    setUndoRedoEnabled(true);
    setLayoutDirection(Qt::LeftToRight);
    setHighlighting(true);
    // A line that changed is coloured anew when it is next painted.
    connect(document(), &QTextDocument::contentsChange, this, [this](int position, int, int added) {
        const QTextBlock last = document()->findBlock(position + added);
        for (QTextBlock block = document()->findBlock(position); block.isValid(); block = block.next()) {
            block.setUserState(-1);
            if (block == last)
                break;
        }
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        read();
        if (!m_filling)
            Q_EMIT edited();
    });
}

bool JsonEdit::isBlank() const
{
    return toPlainText().trimmed().isEmpty();
}

void JsonEdit::setJson(const QJsonValue &value)
{
    if (m_fault.message.isEmpty() && value == m_value && (value.isUndefined() == isBlank()))
        return;
    m_filling = true;
    const QString text = QString::fromUtf8(indentedJson(value));
    if (toPlainText() != text) { // as one step that can be undone
        QTextCursor all(document());
        all.select(QTextCursor::Document);
        all.insertText(text);
        moveCursor(QTextCursor::Start);
    }
    m_filling = false;
}

void JsonEdit::read()
{
    m_fault = {};
    m_value = isBlank() ? QJsonValue(QJsonValue::Undefined) : parseJson(toPlainText().toUtf8(), &m_fault);
}

void JsonEdit::keyPressEvent(QKeyEvent *event)
{
    // The reading view has no use for Delete; here it deletes.
    if (event->matches(QKeySequence::Delete)) {
        QTextCursor cursor = textCursor();
        cursor.deleteChar();
        setTextCursor(cursor);
        return;
    }
    CodeEdit::keyPressEvent(event);
}

} // namespace odc
