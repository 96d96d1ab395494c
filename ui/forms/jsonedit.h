// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/evalrows.h"
#include "ui/widgets/jsonview.h"

namespace odc {

/// JSON that can be written: coloured, with line numbers. Reads it at every change.
class JsonEdit final : public CodeEdit
{
    Q_OBJECT
public:
    explicit JsonEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Shows a value, indented. Does nothing when what stands there already means the same, so that nobody's
    /// typing is rearranged. Undefined: nothing.
    void setJson(const QJsonValue &value);
    /// Undefined when what stands there is no JSON, or nothing.
    QJsonValue json() const { return m_value; }
    bool isBlank() const;
    /// Why it is no JSON; empty when it is, or when nothing stands there.
    const JsonFault &fault() const { return m_fault; }

Q_SIGNALS:
    /// A person changed the text.
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();

    QJsonValue m_value = QJsonValue(QJsonValue::Undefined);
    JsonFault m_fault;
    bool m_filling = false;
};

/// A value as indented text.
QByteArray indentedJson(const QJsonValue &value);

} // namespace odc
