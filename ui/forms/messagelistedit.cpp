// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagelistedit.h"

#include "ui/forms/jsonedit.h"
#include "ui/forms/templateedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

/// One message. Its object keeps what the row does not show.
class MessageRow final : public QWidget
{
public:
    MessageRow(const Theme &theme, QWidget *parent)
        : QWidget(parent), role(new QComboBox(this)), text(new TemplateEdit(theme, 2, 9, this)),
          up(makeIconButton(theme, Icon::ChevronUp, MessageListEdit::tr("Move message up"), this)),
          down(makeIconButton(theme, Icon::ChevronDown, MessageListEdit::tr("Move message down"), this)),
          remove(makeIconButton(theme, Icon::Trash, MessageListEdit::tr("Remove message"), this))
    {
        role->addItems({u"developer"_s, u"system"_s, u"user"_s, u"assistant"_s});
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(metrics::tight);
        layout->addWidget(role, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        for (QToolButton *button : {up, down, remove})
            layout->addWidget(button, 0, Qt::AlignTop);
    }

    void setMessage(const QJsonObject &message)
    {
        m_message = message;
        const QString name = message.value("role"_L1).toString();
        if (role->findText(name) < 0)
            role->addItem(name);
        role->setCurrentText(name);
        const QJsonValue content = message.value("content"_L1);
        m_parts = !content.isString() && textPath(content) == nullptr;
        text->setChecked(!m_parts);
        text->setPlainText(m_parts ? QString::fromUtf8(indentedJson(content)) : textOf(content));
    }

    QJsonObject message() const
    {
        QJsonObject message = m_message;
        message.insert("role"_L1, role->currentText());
        message.insert("content"_L1, content());
        return message;
    }

    QString fault() const
    {
        JsonFault fault;
        if (m_parts)
            parseJson(text->toPlainText().toUtf8(), &fault);
        return fault.sentence();
    }

    QComboBox *role;
    TemplateEdit *text;
    QToolButton *up;
    QToolButton *down;
    QToolButton *remove;

private:
    /// Shapes with one text in them: a part, or a list of one part. Null for others.
    static const char *textPath(const QJsonValue &content)
    {
        const auto isText = [](const QJsonValue &value) {
            const QString type = value.toObject().value("type"_L1).toString();
            return (type == "input_text"_L1 || type == "output_text"_L1) &&
                   value.toObject().value("text"_L1).isString();
        };
        if (content.isObject() && isText(content))
            return "part";
        if (content.isArray() && content.toArray().size() == 1 && isText(content.toArray().first()))
            return "list";
        return nullptr;
    }

    static QString textOf(const QJsonValue &content)
    {
        if (content.isString())
            return content.toString();
        return (content.isArray() ? content.toArray().first() : content)
            .toObject()
            .value("text"_L1)
            .toString();
    }

    QJsonValue content() const
    {
        const QJsonValue before = m_message.value("content"_L1);
        if (m_parts) {
            JsonFault fault;
            const QJsonValue parts = parseJson(text->toPlainText().toUtf8(), &fault);
            return parts.isUndefined() ? before : parts;
        }
        if (!textPath(before))
            return text->toPlainText();
        QJsonObject part = (before.isArray() ? before.toArray().first() : before).toObject();
        part.insert("text"_L1, text->toPlainText());
        return before.isArray() ? QJsonValue(QJsonArray{part}) : QJsonValue(part);
    }

    QJsonObject m_message;
    bool m_parts = false;
};

MessageListEdit::MessageListEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::inside);
    QPushButton *add = makeButton(theme, tr("Add message"), Icon::Plus, ButtonRole::Default, this);
    add->setObjectName(u"addMessage"_s);
    m_layout->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, [this] {
        const QString last = m_rows.isEmpty() ? QString() : m_rows.last()->role->currentText();
        MessageRow *row =
            addRow(int(m_rows.size()),
                   {{u"role"_s, last == "user"_L1 ? u"assistant"_s : u"user"_s}, {u"content"_s, QString()}});
        row->text->setFocus();
        Q_EMIT edited();
    });
    setFocusProxy(add);
}

MessageRow *MessageListEdit::addRow(int place, const QJsonObject &message)
{
    auto *row = new MessageRow(m_theme, this);
    row->setMessage(message);
    row->text->setScope(m_scope);
    m_rows.insert(place, row);
    m_layout->insertWidget(place, row);
    row->show(); // a layout does it later: too late for the keyboard
    connect(row->role, &QComboBox::currentIndexChanged, this, &MessageListEdit::edited);
    connect(row->text, &QPlainTextEdit::textChanged, this, &MessageListEdit::edited);
    connect(row->remove, &QToolButton::clicked, this, [this, row] {
        m_rows.removeOne(row);
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
        numberRows();
        Q_EMIT edited();
    });
    const auto move = [this, row](int by) {
        const qsizetype from = m_rows.indexOf(row);
        m_rows.move(from, from + by);
        m_layout->removeWidget(row);
        m_layout->insertWidget(int(from + by), row);
        numberRows();
        Q_EMIT edited();
    };
    connect(row->up, &QToolButton::clicked, this, [move] { move(-1); });
    connect(row->down, &QToolButton::clicked, this, [move] { move(1); });
    numberRows();
    return row;
}

void MessageListEdit::numberRows()
{
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        MessageRow *row = m_rows[i];
        row->role->setAccessibleName(tr("Role of message %1").arg(i + 1));
        row->text->setAccessibleName(tr("Text of message %1").arg(i + 1));
        row->text->setObjectName(u"message%1"_s.arg(i));
        row->up->setEnabled(i > 0);
        row->down->setEnabled(i + 1 < m_rows.size());
        for (QWidget *widget : {static_cast<QWidget *>(row->role), static_cast<QWidget *>(row->text),
                                static_cast<QWidget *>(row->up), static_cast<QWidget *>(row->down),
                                static_cast<QWidget *>(row->remove)}) {
            if (before)
                setTabOrder(before, widget);
            before = widget;
        }
    }
    if (before)
        setTabOrder(before, focusProxy());
}

void MessageListEdit::setMessages(const QJsonArray &messages)
{
    if (messages == this->messages() && fault().isEmpty())
        return;
    const QSignalBlocker quiet(this);
    while (m_rows.size() > messages.size()) {
        MessageRow *row = m_rows.takeLast();
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QJsonObject message = messages.at(i).toObject();
        if (i >= m_rows.size())
            addRow(int(i), message);
        else if (m_rows[i]->message() != message)
            m_rows[i]->setMessage(message);
    }
    numberRows();
}

QJsonArray MessageListEdit::messages() const
{
    QJsonArray messages;
    for (const MessageRow *row : m_rows)
        messages.append(row->message());
    return messages;
}

void MessageListEdit::setScope(const TemplateScope &scope)
{
    m_scope = scope;
    for (MessageRow *row : std::as_const(m_rows))
        row->text->setScope(scope);
}

QString MessageListEdit::fault() const
{
    for (const MessageRow *row : m_rows) {
        if (const QString fault = row->fault(); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace odc
