// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"

class QSplitter;
class QTimer;

namespace odc {

class FileCommands;
class FileDetails;
class FilesModel;
class ListPane;
class PageHeader;

/// The files of the project: list and details, upload by drop, paste or dialog, download, delete.
class FilesPage final : public AreaPage
{
    Q_OBJECT
public:
    explicit FilesPage(const PageContext &context, QWidget *parent = nullptr);
    ~FilesPage() override;

    const RowModelBase *list() const override;
    ActionCollection &actions() override { return *m_actions; }
    QList<QAction *> objectActions() const override;
    void refresh() override;
    void focusFilter() override;
    QString runningWork() const override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void updateActions();
    void updateDetails();
    void updateSummary();
    void toggleDetails(bool show);
    void showContextMenu(const QPoint &pos);
    void paste();
    void copyCall(bool python);
    void showDropHint(bool show);
    QList<FileObject> selectedFiles() const;
    void schedulePoll();

    PageContext m_context;
    FilesModel *m_model;
    ActionCollection *m_actions;
    PageHeader *m_header;
    ListPane *m_pane;
    FileDetails *m_details;
    QSplitter *m_splitter;
    FileCommands *m_commands;
    QWidget *m_dropHint = nullptr;
    QTimer *m_poll;
    QTimer *m_detailsDue;
    bool m_detailsWanted = true;
    QAction *m_upload = nullptr;
    QAction *m_download = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_preview = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_copyCurl = nullptr;
    QAction *m_copyPython = nullptr;
    QAction *m_sample = nullptr;
    QAction *m_showDetails = nullptr;
};

} // namespace odc
