// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivedialog.h"

#include "ui/context/archiveservice.h"

namespace odc {

using namespace Qt::StringLiterals;

ArchiveDialog::ArchiveDialog(const PageContext &context, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Archive this profile"), parent), m_context(context)
{
    setObjectName(u"archiveDialog"_s);
}

ArchiveDialog::~ArchiveDialog() = default;

} // namespace odc
