// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultbars.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestBar = 320;

class Bar final : public QWidget
{
public:
    Bar(const Theme &theme, const CellProgress &value, QWidget *parent) : QWidget(parent), m_theme(theme), m_value(value)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMaximumWidth(widestBar);
    }
    QSize sizeHint() const override { return {widestBar / 2, metrics::barHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        shapes::progress(&painter, QRectF(rect()), m_value, m_theme, layoutDirection());
    }

private:
    const Theme &m_theme;
    CellProgress m_value;
};

TextLabel *number(const Theme &theme, Token token, const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(theme, Theme::FontRole::Body, token, text, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

/// Takes the place of what was there before; `layout` holds the title first.
QGridLayout *renewed(QWidget *owner, QWidget *&body)
{
    delete body;
    body = new QWidget(owner);
    owner->layout()->addWidget(body);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(metrics::inside);
    return grid;
}

} // namespace

ResultBars::ResultBars(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new SectionLabel(theme, title, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::edge, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_title);
    hide();
}

void ResultBars::setRows(const QList<Row> &rows)
{
    setVisible(!rows.isEmpty());
    if (rows == m_rows)
        return;
    m_rows = rows;
    QGridLayout *grid = renewed(this, m_body);
    // Bars begin where the values above do, unless a name needs more.
    int widest = fontMetrics().averageCharWidth() * 14;
    for (const Row &row : rows)
        widest = std::max(widest, fontMetrics().horizontalAdvance(format::oneLine(row.name, 100)) + metrics::tight);
    int line = 0;
    for (const Row &row : rows) {
        auto *name = new ElidedLabel(m_theme, Theme::FontRole::Body, Token::Text, m_body);
        name->setFullText(format::oneLine(row.name));
        name->setFixedWidth(std::min(widest, metrics::textWidth / 2));
        grid->addWidget(name, line, 0);
        auto *bar = new Bar(m_theme, row.bar, m_body);
        bar->setToolTip(row.tooltip);
        bar->setAccessibleName(row.name + u": "_s + row.tooltip);
        grid->addWidget(bar, line, 1, Qt::AlignVCenter);
        grid->addWidget(number(m_theme, Token::Text, row.share, m_body), line, 2);
        grid->addWidget(number(m_theme, Token::Secondary, row.counts, m_body), line, 3);
        ++line;
    }
    grid->setHorizontalSpacing(metrics::edge);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(4, 2);
}

FigureTable::FigureTable(const Theme &theme, const QString &title, const QStringList &header, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new SectionLabel(theme, title, this)), m_header(header)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::edge, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_title);
    hide();
}

void FigureTable::setRows(const QList<QStringList> &rows)
{
    setVisible(!rows.isEmpty());
    if (rows == m_rows)
        return;
    m_rows = rows;
    QGridLayout *grid = renewed(this, m_body);
    for (qsizetype column = 0; column < m_header.size(); ++column) {
        auto *label = new TextLabel(m_theme, Theme::FontRole::Small, Token::Secondary, m_header.at(column), m_body);
        label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        grid->addWidget(label, 0, int(column));
    }
    for (qsizetype line = 0; line < rows.size(); ++line) {
        for (qsizetype column = 0; column < rows.at(line).size(); ++column) {
            TextLabel *label = number(m_theme, Token::Text, rows.at(line).at(column), m_body);
            if (column == 0)
                label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(label, int(line) + 1, int(column));
        }
    }
    grid->setColumnMinimumWidth(0, metrics::textWidth / 2);
    grid->setColumnStretch(int(m_header.size()), 1);
}

} // namespace odc
