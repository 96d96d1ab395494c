// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "evals/templatecheck.h"

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace odc {

class MessageRow;
class Theme;

/// Messages with their roles, whose texts are templates. Content in parts that a text cannot show is edited
/// as JSON.
class MessageListEdit final : public QWidget
{
    Q_OBJECT
public:
    MessageListEdit(const Theme &theme, QWidget *parent = nullptr);

    void setMessages(const QJsonArray &messages);
    QJsonArray messages() const;
    void setScope(const TemplateScope &scope);
    /// What keeps it from being read: content that is no JSON; translated, or empty.
    QString fault() const;

Q_SIGNALS:
    void edited();

private:
    MessageRow *addRow(int place, const QJsonObject &message);
    void numberRows();

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<MessageRow *> m_rows;
    TemplateScope m_scope;
};

} // namespace odc
