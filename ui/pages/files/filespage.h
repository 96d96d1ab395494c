// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/pages/listpage.h"

class QMenu;

namespace odc {

class CleanerCommands;
class FileCommands;
class FileDetails;
class FilesModel;

/// The files of the project: list and details, upload by drop, paste or dialog, download, delete.
class FilesPage final : public ListPage
{
    Q_OBJECT
public:
    explicit FilesPage(const PageContext &context, QWidget *parent = nullptr);
    ~FilesPage() override;

    void upload(const QStringList &paths) override;

protected:
    QList<QAction *> ownActions() const override;
    void updateActions(int selected) override;
    void showDetails(int row, int others) override;
    QString summaryOfAll() const override;
    QString summaryOf(const QList<int> &rows) const override;
    QString objectPath(const QString &id) const override;
    void showEvent(QShowEvent *event) override;

private:
    FilesPage(const PageContext &context, FilesModel *model, QWidget *parent);
    void buildActions();
    void buildCleaning();
    void buildFacets();
    ListPageTexts texts() const;
    void paste();
    QList<FileObject> selectedFiles() const;

    FilesModel &m_model;
    FileDetails *m_details;
    FileCommands *m_commands;
    CleanerCommands *m_cleaner;
    QAction *m_upload = nullptr;
    QAction *m_download = nullptr;
    QAction *m_newJob = nullptr;
    QAction *m_addToStore = nullptr;
    QAction *m_newBatch = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_preview = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_cleanUp = nullptr;
    QMenu *m_cleanUpRest = nullptr; ///< a clean-up of before that stopped
};

} // namespace odc
