// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivefolder.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QCheckBox;
class QLineEdit;

namespace odc {

class ArchiveSurvey;
class TextLabel;

/// A copy of the whole open profile: what of it (with counts and sizes, as far as known), where to, how long it may take.
/// The work itself goes on in the window's background.
class ArchiveDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    ArchiveDialog(const PageContext &context, QWidget *parent);
    ~ArchiveDialog() override;

private:
    PageContext m_context;
};

} // namespace odc
