// SPDX-License-Identifier: GPL-3.0-or-later
#include "useslist.h"

#include "index/objectarea.h"
#include "index/objectindex.h"
#include "ui/pages/knownuses.h"
#include "ui/pages/linklist.h"
#include "ui/pages/usesdialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLinks = 8;
constexpr int mostTitle = 40; ///< characters that a narrow pane has room for

QString shortTitle(const UseRow &row)
{
    if (row.title == row.id)
        return shortId(row.id);
    return row.title.size() > mostTitle
               ? row.title.first(mostTitle / 2) + u'…' + row.title.last(mostTitle / 2 - 1)
               : row.title;
}

} // namespace

UsesList::UsesList(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_links(new LinkList(context.shell.theme, tr("Used by"), this)),
      m_none(new TextLabel(context.shell.theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_more(makeButton(context.shell.theme, {}, {}, ButtonRole::Link, this)),
      m_known(new KnownUses(context, this))
{
    setObjectName(u"usesList"_s);
    m_none->setObjectName(u"usesNone"_s);
    m_none->setWordWrap(true);
    m_none->setContentsMargins(0, metrics::edge, 0, 0);
    m_more->setObjectName(u"usesMore"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_links);
    layout->addWidget(m_none);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_known);
    connect(m_links, &LinkList::activated, this, [this](const QString &id) {
        for (const UseRow &row : std::as_const(m_rows)) {
            if (row.key == id) {
                Q_EMIT objectRequested(areaOf(row.kind), row.id);
                return;
            }
        }
    });
    connect(m_more, &QPushButton::clicked, this, &UsesList::showAll);
    connect(m_known, &KnownUses::changed, this, &UsesList::refresh);
    hide();
}

void UsesList::setFile(const QString &fileId, const QString &except)
{
    m_fileId = fileId;
    m_except = except;
    setVisible(!fileId.isEmpty());
    refresh();
}

void UsesList::refresh()
{
    m_rows = m_fileId.isEmpty() ? QList<UseRow>() : fileuses::of(m_context.index, m_fileId);
    m_rows.removeIf([this](const UseRow &row) { return row.key == m_except; });
    QList<LinkList::Row> links;
    for (const UseRow &row : m_rows.first(std::min(m_rows.size(), mostLinks))) {
        LinkList::Row link;
        link.label = fileuses::roleText(row.role);
        link.text = shortTitle(row);
        link.id = row.key;
        link.note = row.finished ? QString() : tr("running");
        links << link;
    }
    m_links->setRows(links);
    const int more = int(m_rows.size() - links.size());
    m_more->setText(tr("… and %Ln more", nullptr, more));
    m_more->setVisible(more > 0);
    const bool others = !m_except.isEmpty();
    m_none->setText(m_known->known().isBlank() ? tr("What uses this file is not known.")
                    : m_known->isSure()
                        ? others ? tr("Nothing else uses this file.") : tr("Nothing uses this file.")
                    : others ? tr("Nothing else is known to use this file.")
                             : tr("Nothing is known to use this file."));
    m_none->setVisible(m_rows.isEmpty());
}

void UsesList::showAll()
{
    auto *dialog = new UsesDialog(m_context.shell.theme, m_rows, window());
    connect(dialog, &UsesDialog::objectRequested, this, &UsesList::objectRequested);
    dialog->open();
}

} // namespace odc
