// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace odc {

class SectionLabel;
class Theme;

/// Rows of name, bar and figures: how a run did by each criterion.
class ResultBars final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString name;
        QString tooltip;
        CellProgress bar;
        QString share;  ///< "93 %"; may be empty
        QString counts; ///< "372 of 400"
        friend bool operator==(const Row &, const Row &) = default;
    };
    ResultBars(const Theme &theme, const QString &title, QWidget *parent = nullptr);
    /// No rows: nothing is shown, not even the title.
    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const { return m_rows; }

private:
    const Theme &m_theme;
    SectionLabel *m_title;
    QWidget *m_body = nullptr;
    QList<Row> m_rows;
};

/// A small table of figures under a title, for details: its first column is text, the others numbers.
class FigureTable final : public QWidget
{
    Q_OBJECT
public:
    FigureTable(const Theme &theme, const QString &title, const QStringList &header, QWidget *parent = nullptr);
    /// No rows: nothing is shown.
    void setRows(const QList<QStringList> &rows);

private:
    const Theme &m_theme;
    SectionLabel *m_title;
    QStringList m_header;
    QWidget *m_body = nullptr;
    QList<QStringList> m_rows;
};

} // namespace odc
