// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace odc {

class SectionLabel;
class Theme;

/// Rows of a name, a number and a bar, each a button: how many lines ended with which error, how far each
/// attempt came.
class FigureBars final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString id; ///< told when it is pressed
        QString name;
        QString figure;
        CellProgress bar;
        QString tooltip{};
        bool operator==(const Row &) const = default;
    };

    FigureBars(const Theme &theme, const QString &title, QWidget *parent = nullptr);
    /// Without rows nothing is shown, not even the title. Rows that are the same keep the keyboard.
    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const { return m_rows; }
    /// The row that is in force; empty: none.
    void setCurrent(const QString &id);

Q_SIGNALS:
    void pressed(const QString &id);

private:
    class Button;

    const Theme &m_theme;
    SectionLabel *m_title;
    QVBoxLayout *m_layout;
    QList<Button *> m_buttons;
    QList<Row> m_rows;
    QString m_current;
};

} // namespace odc
