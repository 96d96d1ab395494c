// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/dialogs/consoledialog.h"
#include "ui/forms/filepicker.h"

#include <QList>

namespace odc {

/// Chooses one or any number of the project's files.
class FilePickerDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `filter` to begin with: "purpose:fine-tune".
    FilePickerDialog(const PageContext &context, const QString &introduction, QWidget *parent,
                     FilePicker::Choice choice = FilePicker::Choice::Many, const QString &filter = {});

    /// Valid when it was accepted.
    const QList<FileObject> &files() const { return m_files; }

private:
    void showChoice();

    const FilePicker::Choice m_choice;
    FilePicker *m_picker;
    QPushButton *m_choose;
    QList<FileObject> m_files;
};

} // namespace odc
