// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivecommands.h"

#include "base/format.h"
#include "settings/profilestore.h"
#include "ui/actions/actioncollection.h"
#include "ui/context/archiveservice.h"
#include "ui/dialogs/archivecopydialog.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/shell/archivestrip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto errorKey = "archive"_L1;
constexpr auto unfinishedKey = "archiveUnfinished"_L1;

} // namespace

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
    connect(messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == unfinishedKey)
            goOn();
    });
    connect(messages, &MessageBar::closed, this, [this](const QString &key) {
        if (key != unfinishedKey)
            sayUnfinished(); // it waited until the other one had been read
    });
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
    m_unfinished.clear();
    if (m_messages && !m_page) {
        m_messages->dismiss(errorKey);
        m_messages->dismiss(unfinishedKey);
    }
    if (m_page && !isArchive)
        lookForUnfinished();
}

void ArchiveCommands::lookForUnfinished()
{
    const QString folder = m_context.archives.lastFolder(m_page->profile);
    // What was stopped in this run of the program says so by itself, below the page.
    if (folder.isEmpty() || m_told.contains(m_page->profile.id) || m_context.archives.isBusy() || m_context.archives.job())
        return;
    m_context.archives.look(folder, this, [this, folder, id = m_page->profile.id](const ArchiveFolder &found) {
        if (!m_page || m_page->profile.id != id || found.kind != ArchiveFolder::Kind::Archive
            || !found.manifest.isUnfinished() || m_context.archives.isBusy()
            || !found.manifest.source.isSame(m_context.archives.sourceOf(m_page->profile)))
            return;
        m_unfinished = folder;
        m_choice = found.manifest.choice;
        sayUnfinished();
    });
}

void ArchiveCommands::sayUnfinished()
{
    if (!m_page || m_unfinished.isEmpty() || m_told.contains(m_page->profile.id) || m_messages->isShowing())
        return;
    m_told.insert(m_page->profile.id);
    Message message;
    message.kind = Message::Kind::Warning;
    message.key = unfinishedKey;
    message.text = tr("The archive of “%1” in %2 is unfinished.")
                       .arg(format::oneLine(m_page->profile.name, 60), QDir::toNativeSeparators(m_unfinished));
    message.actionText = tr("Go on");
    m_messages->showMessage(message);
}

void ArchiveCommands::goOn()
{
    m_messages->dismiss(unfinishedKey);
    if (m_page && !m_unfinished.isEmpty())
        m_context.archives.start(m_page->profile, m_unfinished, m_choice);
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
    // What is known of it may have changed since it was opened.
    const Profile *now = m_context.profiles.find(m_page->profile.id);
    auto *dialog = new ArchiveCopyDialog(m_context, now ? *now : m_page->profile, m_window);
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
    message.key = errorKey;
    message.text = details.isEmpty() ? text : text + u". "_s + details;
    m_messages->showMessage(message);
}

} // namespace odc
