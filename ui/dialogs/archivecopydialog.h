// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"
#include "ui/dialogs/consoledialog.h"

class QLineEdit;

namespace odc {

class ProgressLine;
class TextLabel;

/// Makes a Local profile of an archive: asks for its name, copies the folder, says how far it is.
class ArchiveCopyDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    ArchiveCopyDialog(const ShellContext &context, const Profile &archive, QWidget *parent);

Q_SIGNALS:
    /// The profile is there.
    void made(const QString &profileId);

private:
    void begin();

    ShellContext m_context;
    const Profile m_archive;
    QLineEdit *m_name;
    ProgressLine *m_bar;
    TextLabel *m_text;
    QPushButton *m_start;
};

} // namespace odc
