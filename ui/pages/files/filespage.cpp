// SPDX-License-Identifier: GPL-3.0-or-later
#include "filespage.h"

#include "api/filesapi.h"
#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/filesmodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/pathdrop.h"
#include "ui/pages/cleaner/cleanercommands.h"
#include "ui/pages/files/filecommands.h"
#include "ui/pages/files/filedetails.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 staleSeconds = 5; ///< a list that was read before is read anew when it comes into sight

} // namespace

FilesPage::FilesPage(const PageContext &context, QWidget *parent)
    : FilesPage(context, new FilesModel(context.session), parent)
{
}

FilesPage::FilesPage(const PageContext &context, FilesModel *model, QWidget *parent)
    : ListPage(context, u"files"_s, model, parent), m_model(*model), m_details(new FileDetails(context)),
      m_commands(new FileCommands(context, *model, this, *jobs(), *messages())),
      m_cleaner(new CleanerCommands(context, *model, this, *jobs(), *messages()))
{
    setDetails(m_details);
    buildActions();
    buildCleaning();
    buildFacets();
    setKept(ObjectKind::File);
    finish(texts());
}

FilesPage::~FilesPage() = default;

void FilesPage::upload(const QStringList &paths)
{
    if (mayChange())
        m_commands->upload(paths);
}

void FilesPage::buildActions()
{
    m_upload = actions().add(u"files.upload"_s, tr("&Upload files…"), Icon::Upload,
                             {QKeySequence(u"Ctrl+O"_s), QKeySequence(u"Ctrl+U"_s)});
    m_paste = actions().add(u"files.paste"_s, tr("&Paste files"), {}, {QKeySequence::Paste});
    m_preview = actions().add(u"files.preview"_s, tr("Pre&view"), Icon::Eye);
    m_download =
        actions().add(u"files.download"_s, tr("&Download…"), Icon::Download, {QKeySequence(u"Ctrl+D"_s)});
    m_delete = actions().add(u"files.delete"_s, tr("D&elete…"), Icon::Trash, {QKeySequence::Delete});
    m_newBatch = actions().add(u"files.newBatch"_s, tr("New &batch of this file…"), Icon::Batches);
    m_newJob = actions().add(u"files.newJob"_s, tr("&Fine-tune with this file…"), Icon::Finetune);
    m_addToStore = actions().add(u"files.addToStore"_s, tr("Add to vector st&ore…"), Icon::Stores);
    marksChange(m_newBatch);
    marksChange(m_newJob);
    marksChange(m_addToStore);
    marksChange(m_upload);
    marksChange(m_delete);
    header()->addAction(m_download, ButtonRole::Default)->setObjectName(u"downloadButton"_s);
    header()->addAction(m_delete, ButtonRole::Danger)->setObjectName(u"deleteButton"_s);
    header()->addAction(m_upload, ButtonRole::Primary)->setObjectName(u"uploadButton"_s);
    connect(m_upload, &QAction::triggered, this, [this] { m_commands->upload({}); });
    connect(m_paste, &QAction::triggered, this, &FilesPage::paste);
    connect(m_preview, &QAction::triggered, this, [this] {
        toggleDetails(true);
        m_details->showPreview();
    });
    connect(m_download, &QAction::triggered, this, [this] { m_commands->download(selectedFiles()); });
    connect(m_newBatch, &QAction::triggered, this, [this] { Q_EMIT batchRequested(pane()->selectedIds().first()); });
    connect(m_newJob, &QAction::triggered, this, [this] { Q_EMIT jobRequested(pane()->selectedIds().first()); });
    connect(m_addToStore, &QAction::triggered, this, [this] { Q_EMIT storeRequested(selectedFiles()); });
    connect(m_delete, &QAction::triggered, this, [this] { m_commands->remove(selectedFiles()); });
    connect(m_details, &FileDetails::downloadRequested, m_download, &QAction::trigger);
    connect(pane(), &ListPane::activated, m_preview, &QAction::trigger);
}

void FilesPage::buildCleaning()
{
    m_cleanUp = actions().add(u"files.cleanUp"_s, tr("Clea&n up…"), Icon::Trash);
    marksChange(m_cleanUp);
    ActionCollection::keepFromSearch(m_cleanUp, true); // Tools has the other
    m_cleanUp->setEnabled(m_cleaner->isOffered());
    // Who begins it from elsewhere stays there, until there is something to be seen here.
    connect(m_cleanUp, &QAction::triggered, this, [this] {
        // How old at least, and what is shown at first.
        const QVariantList wish = m_cleanUp->data().toList();
        m_cleaner->clean(wish.isEmpty() ? std::nullopt : std::optional(wish.first().toInt()), wish.value(1).toString());
    });
    connect(m_cleaner, &CleanerCommands::pageWanted, this, [this] {
        if (!isVisible())
            Q_EMIT objectRequested(u"files"_s, {});
    });
    // What an earlier run began: offered by the window when the profile is opened.
    m_cleanUpRest = new QMenu(tr("Clean-up that stopped"), this);
    m_cleanUpRest->setEnabled(m_cleaner->isOffered());
    const auto rest = [this](const QString &name, const QString &text, void (CleanerCommands::*what)()) {
        QAction *action = actions().add(name, text);
        action->setEnabled(m_cleaner->isOffered());
        // Not looked for in vain; who was told of one begins it before the disk has answered.
        ActionCollection::keepFromSearch(action, true);
        connect(m_cleaner, &CleanerCommands::restKnown, action,
                [action](bool there) { ActionCollection::keepFromSearch(action, !there); });
        m_cleanUpRest->addAction(action);
        connect(action, &QAction::triggered, m_cleaner, what);
    };
    rest(u"files.cleanUpGoOn"_s, tr("Go on with the clean-up"), &CleanerCommands::goOn);
    rest(u"files.cleanUpLook"_s, tr("Look at the clean-up that stopped"), &CleanerCommands::lookAtRest);
    rest(u"files.cleanUpForget"_s, tr("Forget the clean-up that stopped"), &CleanerCommands::forget);
    if (m_cleaner->isOffered())
        m_cleaner->lookForRest();
    connect(m_details, &FileDetails::objectRequested, this, &AreaPage::objectRequested);
}

void FilesPage::buildFacets()
{
    ListPane::Facet purpose{u"purpose"_s, tr("purpose: any"), {}};
    const QStringList purposes =
        filepurpose::uploadable() +
        QStringList{u"batch_output"_s, u"fine-tune-results"_s, u"assistants_output"_s};
    for (const QString &name : purposes)
        purpose.choices.append({tr("purpose: %1").arg(name), u"purpose="_s + name});
    pane()->setDefaultSort(FilesModel::Created, Qt::DescendingOrder);
    pane()->addFacet(purpose);
    pane()->addFacet({u"created"_s,
                      tr("created: any time"),
                      {{tr("created: last 24 h"), u"created<24h"_s},
                       {tr("created: last 7 days"), u"created<7d"_s},
                       {tr("created: last 30 days"), u"created<30d"_s}}});
}

ListPageTexts FilesPage::texts() const
{
    ListPageTexts texts;
    texts.title = tr("Files");
    texts.loading = tr("Everything the project has stored: loading…");
    texts.about = tr("Everything the project has stored, to look into, download and clean up.");
    texts.list.icon = Icon::File;
    texts.list.thingsName = tr("Files");
    texts.list.filterExample = tr("Filter: name, id, size>10MB …");
    texts.list.unavailable = tr("This server has no files area.");
    texts.list.emptySentence = tr("There are no files here yet.");
    if (sampleAction()) {
        texts.list.emptyHint =
            tr("Drop files or folders anywhere on this page, or start with some sample data.");
        texts.list.emptyAction = sampleAction();
    } else if (mayChange()) {
        texts.list.emptyHint = tr("Drop files or folders anywhere on this page.");
        texts.list.emptyAction = m_upload;
    }
    return texts;
}

QList<QAction *> FilesPage::ownActions() const
{
    return {m_upload, m_paste, nullptr, m_preview, detailsAction(), m_download, m_newBatch, m_newJob, m_addToStore, m_delete, nullptr, m_cleanUp, m_cleanUpRest->menuAction()};
}

void FilesPage::updateActions(int selected)
{
    m_upload->setEnabled(mayChange());
    m_paste->setEnabled(mayChange());
    m_preview->setEnabled(selected > 0);
    m_download->setEnabled(selected > 0);
    const QList<FileObject> files = selected == 1 ? selectedFiles() : QList<FileObject>();
    m_newBatch->setEnabled(!files.isEmpty() && files.first().purpose == "batch"_L1 && mayChange());
    m_newJob->setEnabled(!files.isEmpty() && files.first().purpose == "fine-tune"_L1 && mayChange());
    m_addToStore->setEnabled(selected > 0 && mayChange());
    m_delete->setEnabled(selected > 0 && mayChange());
    m_delete->setText(selected > 1 ? tr("D&elete %Ln…", nullptr, selected) : tr("D&elete…"));
}

void FilesPage::showDetails(int row, int others)
{
    if (const FileObject *file = m_model.item(row))
        m_details->setFile(*file, others);
    else
        m_details->clear();
}

QString FilesPage::summaryOfAll() const
{
    return tr("%Ln file(s), %1", nullptr, m_model.rowCount()).arg(format::size(m_model.totalBytes()));
}

QString FilesPage::summaryOf(const QList<int> &rows) const
{
    qint64 bytes = 0;
    for (const int row : rows)
        bytes += m_model.item(row)->bytes;
    return tr("%Ln selected, %1", nullptr, int(rows.size())).arg(format::size(bytes));
}

QString FilesPage::objectPath(const QString &id) const
{
    return FilesApi::path(id);
}

void FilesPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    // Out of sight it is not polled, while other pages upload and delete files.
    const qint64 age = context().session.clock().unixSeconds() - m_model.refreshedAt();
    if (m_model.loadState() == LoadState::Ready && age >= staleSeconds)
        m_model.refresh();
}

QList<FileObject> FilesPage::selectedFiles() const
{
    QList<FileObject> files;
    const QList<int> rows = pane()->selectedRows();
    files.reserve(rows.size());
    for (const int row : rows)
        files << *m_model.item(row);
    return files;
}

void FilesPage::paste()
{
    const QStringList paths = localPaths(QGuiApplication::clipboard()->mimeData());
    messages()->dismiss(u"paste"_s);
    if (!paths.isEmpty()) {
        m_commands->upload(paths);
        return;
    }
    Message message;
    message.kind = Message::Kind::Info;
    message.key = u"paste"_s;
    message.text = tr("The clipboard holds no files.");
    messages()->showMessage(message);
}

} // namespace odc
