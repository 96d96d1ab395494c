// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivecommands.h"

#include "ui/actions/actioncollection.h"
#include "ui/context/archiveservice.h"
#include "ui/dialogs/archivecopydialog.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/shell/archivestrip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

ArchiveCommands::ArchiveCommands(const ShellContext &context, ActionCollection &actions, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{
    m_make = actions.add(u"file.archive"_s, tr("&Archive this profile…"), Icon::Export, {});
    m_open = actions.add(u"file.openArchive"_s, tr("&Open archive…"), Icon::Folder, {});
    m_copy = actions.add(u"file.workOnCopy"_s, tr("&Work on a copy…"), Icon::Copy, {});
    connect(m_make, &QAction::triggered, this, &ArchiveCommands::archive);
    connect(m_open, &QAction::triggered, this, &ArchiveCommands::chooseToOpen);
    connect(m_copy, &QAction::triggered, this, &ArchiveCommands::workOnCopy);
    connect(&context.archives, &ArchiveService::startFailed, this, &ArchiveCommands::say);
    setPage(nullptr);
}

void ArchiveCommands::fillMenu(QMenu &menu)
{
    menu.addAction(m_make);
    menu.addAction(m_open);
    menu.addAction(m_copy);
}

void ArchiveCommands::setStrip(ArchiveStrip *strip, MessageBar *messages)
{
    m_strip = strip;
    m_messages = messages;
    connect(strip, &ArchiveStrip::openRequested, this, &ArchiveCommands::openFolder);
    connect(strip, &ArchiveStrip::showFolderRequested, this,
            [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

void ArchiveCommands::setPage(const PageContext *context)
{
    delete m_dialog;
    m_page = context ? std::make_unique<PageContext>(*context) : nullptr;
    const bool isArchive = m_page && m_page->profile.isArchive();
    m_make->setEnabled(m_page && !isArchive);
    m_copy->setEnabled(isArchive);
}

void ArchiveCommands::archive()
{
    if (m_context.archives.isBusy()) {
        m_strip->show();
        m_strip->showReport();
        return;
    }
    if (!m_page || (m_dialog && m_dialog->isVisible()))
        return;
    auto *dialog = new ArchiveDialog(*m_page, m_window);
    m_dialog = dialog;
    dialog->open();
}

void ArchiveCommands::chooseToOpen()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_window, tr("Open archive"), documents);
    dialog->setObjectName(u"openArchiveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ArchiveCommands::openFolder);
    dialog->open();
}

void ArchiveCommands::openFolder(const QString &folder)
{
    m_context.archives.open(folder, this, [this](const QString &profileId, const QString &error) {
        if (error.isEmpty())
            Q_EMIT profileReady(profileId);
        else
            say(error);
    });
}

void ArchiveCommands::workOnCopy()
{
    if (!m_page || (m_dialog && m_dialog->isVisible()))
        return;
    auto *dialog = new ArchiveCopyDialog(m_context, m_page->profile, m_window);
    m_dialog = dialog;
    // Opening it closes the one that the dialog belongs to: once the dialog is done with.
    connect(dialog, &ArchiveCopyDialog::made, this, &ArchiveCommands::profileReady, Qt::QueuedConnection);
    dialog->open();
}

void ArchiveCommands::say(const QString &text, const QString &details)
{
    if (!m_messages)
        return;
    Message message;
    message.kind = Message::Kind::Error;
    message.key = u"archive"_s;
    message.text = details.isEmpty() ? text : text + u". "_s + details;
    m_messages->showMessage(message);
}

} // namespace odc
