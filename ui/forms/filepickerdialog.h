// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QList>

namespace odc {

class FilesModel;
class FilterEdit;
class FilterProxy;
class StateOverlay;
class TableView;
class TextLabel;

/// Chooses any number of the project's files.
class FilePickerDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    FilePickerDialog(const PageContext &context, const QString &introduction, QWidget *parent);

    /// Valid when it was accepted.
    const QList<FileObject> &files() const { return m_files; }

private:
    void showState();
    void showChoice();

    PageContext m_context;
    FilesModel *m_model;
    FilterProxy *m_proxy;
    FilterEdit *m_filter;
    TableView *m_table;
    StateOverlay *m_overlay;
    TextLabel *m_summary;
    QPushButton *m_choose;
    QList<FileObject> m_files;
};

} // namespace odc
