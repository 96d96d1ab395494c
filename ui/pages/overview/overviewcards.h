// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewrowsmodel.h"
#include "ui/pages/overview/overviewrows.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QLabel>

class QHBoxLayout;

namespace odc {

class FilterProxy;
class SectionLabel;
class TableView;
class TextLabel;

/// A number that leads somewhere: large, underlined when pointed at, with a ring when it has the keyboard.
class FigureButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FigureButton(const Theme &theme, QWidget *parent = nullptr);
    void setFigure(const QString &text, Token token);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    Token m_token = Token::Text;
};

/// Numbers with their words in a line that wraps; those that lead somewhere are links, by mouse and by keys.
class LinkLine final : public QLabel
{
    Q_OBJECT
public:
    explicit LinkLine(const Theme &theme, QWidget *parent = nullptr);
    void setParts(const QList<overviewrows::Part> &parts);
    const QList<overviewrows::Part> &parts() const { return m_parts; }

Q_SIGNALS:
    void chosen(const odc::OverviewTarget &target);

protected:
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showParts();

    const Theme &m_theme;
    QList<overviewrows::Part> m_parts;
};

/// One figure of the overview: a number, and what it is made of.
class FigureCard final : public Card
{
    Q_OBJECT
public:
    FigureCard(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    void setFigure(const QString &title, const QString &figure, Token token, const OverviewTarget &target);
    void setParts(const QList<overviewrows::Part> &parts);
    /// A bar of how much of what there may be is used; negative: none.
    void setShare(double share);
    FigureButton *figure() const { return m_figure; }
    LinkLine *line() const { return m_line; }

Q_SIGNALS:
    void chosen(const odc::OverviewTarget &target);

private:
    FigureButton *m_figure;
    QWidget *m_bar;
    LinkLine *m_line;
    OverviewTarget m_target;
};

/// A short list of the overview under its title. Enter or a click leads to what a row is about.
class RowsCard final : public Card
{
    Q_OBJECT
public:
    /// `name` names the table.
    RowsCard(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    void setHeading(const QString &title);
    void setHeadingHint(const QString &toolTip);
    /// What is said when there are no rows.
    void setEmptyText(const QString &text);
    void setRows(const QList<OverviewRow> &rows);
    /// A control at the end of the title's line.
    void addTool(QWidget *tool);
    /// Made with the first rows, or when it is asked for: an empty list is as long in the making as a full one.
    TableView *table();
    /// The same, null as long as nobody wanted it.
    TableView *madeTable() const { return m_table; }
    const OverviewRowsModel &rows() const { return *m_model; }

Q_SIGNALS:
    void chosen(const odc::OverviewTarget &target);
    /// It stands at the end of the order of keys now.
    void tableMade();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    /// No row is cut at the card's end.
    void fitRows();
    void choose(const QModelIndex &index);

    const Theme &m_theme;
    OverviewRowsModel *m_model;
    FilterProxy *m_proxy;
    SectionLabel *m_heading;
    QHBoxLayout *m_head;
    TableView *m_table = nullptr;
    TextLabel *m_empty;
    QList<int> m_widths;
    int m_leastText = 0;
};

} // namespace odc
