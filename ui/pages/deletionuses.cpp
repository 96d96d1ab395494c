// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletionuses.h"

#include "cleaning/fileuses.h"
#include "ui/pages/knownuses.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

DeletionUses::DeletionUses(const PageContext &context, const QSet<QString> &fileIds, QWidget *parent)
    : QWidget(parent), m_context(context), m_files(fileIds),
      m_needed(new TextLabel(context.shell.theme, Theme::FontRole::Strong, Token::Bad, {}, this)),
      m_used(new TextLabel(context.shell.theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_known(new KnownUses(context, this))
{
    setObjectName(u"deletionUses"_s);
    m_needed->setObjectName(u"stillNeeded"_s);
    m_needed->setWordWrap(true);
    m_used->setObjectName(u"alsoUsed"_s);
    m_used->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_needed);
    layout->addWidget(m_used);
    layout->addWidget(m_known);
    connect(m_known, &KnownUses::changed, this, &DeletionUses::refresh);
    refresh();
}

void DeletionUses::setFiles(const QSet<QString> &fileIds)
{
    if (m_files == fileIds)
        return;
    m_files = fileIds;
    refresh();
}

void DeletionUses::refresh()
{
    const fileuses::Consequence consequence = fileuses::ofDeleting(m_context.index, m_files);
    m_needed->setText(consequence.needed);
    m_needed->setVisible(!consequence.needed.isEmpty());
    m_used->setText(!consequence.used.isEmpty()  ? consequence.used
                    : m_known->known().isBlank() ? tr("What uses them is not known.")
                    : m_known->isSure()          ? tr("Nothing uses them.")
                                                 : tr("Nothing is known to use them."));
}

} // namespace odc
