// SPDX-License-Identifier: GPL-3.0-or-later
#include "linklist.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

QString shortId(const QString &id)
{
    constexpr int longest = 20;
    constexpr int end = 6;
    const QString line = format::oneLine(id);
    return line.size() > longest ? line.first(longest - end - 1) + u'…' + line.last(end) : line;
}

LinkList::LinkList(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::edge, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(new SectionLabel(theme, title, this));
    layout->addLayout(m_grid);
    m_grid->setHorizontalSpacing(metrics::between);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    hide();
}

void LinkList::setRows(const QList<Row> &rows)
{
    setVisible(!rows.isEmpty());
    if (rows == m_rows)
        return;
    const QList<Row> before = std::exchange(m_rows, rows);
    while (m_lines.size() < rows.size())
        addLine();
    for (qsizetype number = 0; number < m_lines.size(); ++number) {
        const bool isNew = (number < before.size()) != (number < rows.size());
        if (isNew || !(before.value(number) == rows.value(number)))
            showLine(number);
    }
}

void LinkList::addLine()
{
    const auto number = int(m_lines.size());
    const auto label = [this](Theme::FontRole font, Token token) {
        return new TextLabel(m_theme, font, token, {}, this);
    };
    Line line;
    line.label = label(Theme::FontRole::Body, Token::Secondary);
    line.here = label(Theme::FontRole::Strong, Token::Text);
    line.text = label(Theme::FontRole::Body, Token::Secondary);
    for (TextLabel *text : {line.here, line.text})
        text->setIndent(metrics::tight); // where the links' words begin
    line.link = makeButton(m_theme, {}, {}, ButtonRole::Link, this);
    line.note = label(Theme::FontRole::Body, Token::Secondary);
    line.view = makeIconButton(m_theme, Icon::Eye, {}, this);
    line.save = makeIconButton(m_theme, Icon::Download, {}, this);
    m_grid->addWidget(line.label, number, 0);
    auto *cell = new QHBoxLayout;
    cell->setSpacing(metrics::tight);
    for (QWidget *widget : std::initializer_list<QWidget *>{line.here, line.text, line.link, line.note})
        cell->addWidget(widget);
    cell->addStretch(1);
    cell->addWidget(line.view);
    cell->addWidget(line.save);
    m_grid->addLayout(cell, number, 1);
    connect(line.link, &QPushButton::clicked, this,
            [this, number] { Q_EMIT activated(m_rows.at(number).id); });
    connect(line.view, &QToolButton::clicked, this,
            [this, number] { Q_EMIT viewRequested(m_rows.at(number).id); });
    connect(line.save, &QToolButton::clicked, this,
            [this, number] { Q_EMIT downloadRequested(m_rows.at(number).id); });
    m_lines << line;
}

void LinkList::showLine(qsizetype number)
{
    const Line &line = m_lines.at(number);
    const bool exists = number < m_rows.size();
    const Row row = m_rows.value(number);
    const bool hasLink = !row.id.isEmpty() && !row.isHere;
    const bool hasButtons = row.isFile && !row.id.isEmpty();
    line.label->setText(row.label);
    line.here->setText(row.text);
    line.text->setText(row.text);
    line.link->setText(QString(row.text).replace(u'&', u"&&"_s));
    line.link->setToolTip(plainToolTip(row.id));
    line.link->setAccessibleName(row.label.isEmpty() ? row.text : row.label + u": "_s + row.text);
    line.note->setText(row.note);
    const auto setName = [](QToolButton *button, const QString &name) {
        button->setToolTip(name);
        button->setAccessibleName(name);
    };
    setName(line.view, tr("Look into %1").arg(row.label));
    setName(line.save, tr("Download %1").arg(row.label));
    line.label->setVisible(exists);
    line.here->setVisible(row.isHere);
    line.text->setVisible(exists && !row.isHere && !hasLink);
    line.link->setVisible(hasLink);
    line.note->setVisible(!row.note.isEmpty());
    line.view->setVisible(hasButtons);
    line.save->setVisible(hasButtons);
    m_grid->setRowMinimumHeight(int(number), exists ? metrics::rowHeight : 0);
}

} // namespace odc
