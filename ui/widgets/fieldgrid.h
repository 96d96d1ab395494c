// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace odc {

class Theme;
class TextLabel;

/// What a field shows. A field without text shows a dash, so that rows do not jump.
struct FieldValue
{
    QString text;
    QString tooltip{};      ///< exact value, where the text is relative or rounded
    Tone tone = Tone::None; ///< draws shape and colour before the text
    bool monospace = false;
    bool copyable = false; ///< a button copies `copyText`, or the text
    QString copyText{};
};

/// Rows of label and value as the details show them; values can be selected with mouse and keyboard.
class FieldGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FieldGrid(const Theme &theme, QWidget *parent = nullptr);

    /// Adds a row at the end, or changes the label of the one with this key.
    void addField(const QString &key, const QString &label);
    /// Unknown keys are ignored.
    void setValue(const QString &key, const FieldValue &value);
    void setFieldVisible(const QString &key, bool visible);
    void removeAll();
    QString value(const QString &key) const;
    /// "Label: value" a line, for copying as a whole.
    QString toPlainText() const;

private:
    struct Row;

    const Theme &m_theme;
    QGridLayout *m_grid;
    QHash<QString, Row *> m_rows;
    QList<QString> m_order;
};

} // namespace odc
