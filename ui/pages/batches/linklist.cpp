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

namespace odc {

using namespace Qt::StringLiterals;

QString shortId(const QString &id)
{
    constexpr int longest = 20;
    constexpr int end = 6;
    const QString line = format::oneLine(id);
    return line.size() > longest ? line.first(longest - end - 1) + u'…' + line.last(end) : line;
}

LinkList::LinkList(const Theme &theme, const QString &title, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::edge, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(new SectionLabel(theme, title, this));
    hide();
}

void LinkList::setRows(const QList<Row> &rows)
{
    setVisible(!rows.isEmpty());
    if (rows == m_rows)
        return;
    m_rows = rows;
    delete m_body;
    m_body = new QWidget(this);
    layout()->addWidget(m_body);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(0);
    for (int line = 0; line < rows.size(); ++line) {
        const Row &row = rows.at(line);
        grid->addWidget(new TextLabel(m_theme, Theme::FontRole::Body, Token::Secondary, row.label, m_body), line, 0);
        auto *cell = new QHBoxLayout;
        cell->setSpacing(metrics::tight);
        grid->addLayout(cell, line, 1);
        grid->setRowMinimumHeight(line, metrics::rowHeight);
        if (row.id.isEmpty() || row.isHere) {
            auto *text = new TextLabel(m_theme, row.isHere ? Theme::FontRole::Strong : Theme::FontRole::Body,
                                       row.isHere ? Token::Text : Token::Secondary, row.text, m_body);
            text->setIndent(metrics::tight); // where the links' words begin
            cell->addWidget(text);
        } else {
            QPushButton *link = makeButton(m_theme, QString(row.text).replace(u'&', u"&&"_s), {}, ButtonRole::Link, m_body);
            link->setToolTip(plainToolTip(row.id));
            link->setAccessibleName(row.label.isEmpty() ? row.text : row.label + u": "_s + row.text);
            connect(link, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT activated(id); });
            cell->addWidget(link);
        }
        if (!row.note.isEmpty())
            cell->addWidget(new TextLabel(m_theme, Theme::FontRole::Body, Token::Secondary, row.note, m_body));
        cell->addStretch(1);
        if (row.isFile && !row.id.isEmpty()) {
            QToolButton *view = makeIconButton(m_theme, Icon::Eye, tr("Look into %1").arg(row.label), m_body);
            QToolButton *save = makeIconButton(m_theme, Icon::Download, tr("Download %1").arg(row.label), m_body);
            connect(view, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT viewRequested(id); });
            connect(save, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT downloadRequested(id); });
            cell->addWidget(view);
            cell->addWidget(save);
        }
    }
    grid->setColumnStretch(1, 1);
}

} // namespace odc
