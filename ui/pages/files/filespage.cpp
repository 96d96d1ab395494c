// SPDX-License-Identifier: GPL-3.0-or-later
#include "filespage.h"

#include "api/session.h"
#include "api/snippet.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/filesmodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/pathdrop.h"
#include "ui/pages/files/filecommands.h"
#include "ui/pages/files/filedetails.h"
#include "ui/pages/listpane.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Width of the page below which the list alone is shown.
constexpr int roomForDetails = 860;

} // namespace

FilesPage::FilesPage(const PageContext &context, QWidget *parent)
    : AreaPage(parent), m_context(context), m_model(new FilesModel(context.session, this)),
      m_actions(new ActionCollection(context.shell.theme, this, this)), m_poll(new QTimer(this)),
      m_detailsDue(new QTimer(this))
{
    setObjectName(u"filesPage"_s);
    setAcceptDrops(true);
    buildActions();
    buildLayout();
    connect(m_model, &RowModelBase::countChanged, this, &FilesPage::updateSummary);
    connect(m_model, &RowModelBase::loadStateChanged, this, [this] {
        updateSummary();
        schedulePoll();
    });
    // A poll may change a thousand rows one by one: the details follow once.
    m_detailsDue->setSingleShot(true);
    m_detailsDue->setInterval(0);
    connect(m_detailsDue, &QTimer::timeout, this, &FilesPage::updateDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, m_detailsDue, qOverload<>(&QTimer::start));
    m_poll->setSingleShot(true);
    connect(m_poll, &QTimer::timeout, m_model, [this] { m_model->refresh(); });
    connect(&context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::PollSeconds)
            schedulePoll();
    });
    updateActions();
    updateDetails();
}

FilesPage::~FilesPage() = default;

void FilesPage::buildActions()
{
    m_upload = m_actions->add(u"files.upload"_s, tr("&Upload files…"), Icon::Upload,
                              {QKeySequence(u"Ctrl+O"_s), QKeySequence(u"Ctrl+U"_s)});
    m_paste = m_actions->add(u"files.paste"_s, tr("&Paste files"), {}, {QKeySequence::Paste});
    m_preview = m_actions->add(u"files.preview"_s, tr("Pre&view"), Icon::Eye);
    m_download = m_actions->add(u"files.download"_s, tr("&Download…"), Icon::Download, {QKeySequence(u"Ctrl+D"_s)});
    m_delete = m_actions->add(u"files.delete"_s, tr("D&elete…"), Icon::Trash, {QKeySequence::Delete});
    m_copyCurl = m_actions->add(u"files.copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal);
    m_copyPython = m_actions->add(u"files.copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    m_showDetails = m_actions->add(u"files.details"_s, tr("Show det&ails"), Icon::Info, {QKeySequence(Qt::Key_F4)});
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    connect(m_showDetails, &QAction::triggered, this, &FilesPage::toggleDetails);
    m_sample = m_actions->add(u"files.sample"_s, tr("Add sample data"), Icon::Plus);
    m_sample->setVisible(m_context.profile.kind == Profile::Kind::Local && !m_context.session.isReadOnly());
    const QString readOnly = tr("The profile is read-only.");
    if (m_context.session.isReadOnly()) {
        m_upload->setToolTip(readOnly);
        m_delete->setToolTip(readOnly);
    }
    connect(m_upload, &QAction::triggered, this, [this] { m_commands->upload({}); });
    connect(m_paste, &QAction::triggered, this, &FilesPage::paste);
    connect(m_preview, &QAction::triggered, this, [this] {
        toggleDetails(true);
        m_details->showTab(FileDetails::Preview);
    });
    connect(m_download, &QAction::triggered, this, [this] { m_commands->download(selectedFiles()); });
    connect(m_delete, &QAction::triggered, this, [this] { m_commands->remove(selectedFiles()); });
    connect(m_copyCurl, &QAction::triggered, this, [this] { copyCall(false); });
    connect(m_copyPython, &QAction::triggered, this, [this] { copyCall(true); });
    connect(m_sample, &QAction::triggered, this, [this] {
        m_context.shell.connector.addSampleData(this, [this](const QString &error) {
            if (error.isEmpty()) {
                refresh();
                return;
            }
            Message message;
            message.kind = Message::Kind::Error;
            message.text = tr("The sample data could not be added: %1").arg(error);
            m_pane->messages()->showMessage(message);
        });
    });
}

void FilesPage::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PageHeader(theme, this);
    m_header->setTitle(tr("Files"));
    m_header->addAction(m_download, ButtonRole::Default)->setObjectName(u"downloadButton"_s);
    m_header->addAction(m_delete, ButtonRole::Danger)->setObjectName(u"deleteButton"_s);
    m_header->addAction(m_upload, ButtonRole::Primary)->setObjectName(u"uploadButton"_s);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"filesSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    auto *left = new QWidget(m_splitter);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    m_pane = new ListPane(m_context, *m_model, u"files"_s, *m_actions, left);
    leftLayout->addWidget(m_pane, 1);
    auto *strips = new QVBoxLayout;
    strips->setSpacing(0);
    leftLayout->addLayout(strips);
    m_details = new FileDetails(m_context, m_splitter);
    m_details->setMinimumWidth(240);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({800, 340});
    const QByteArray state = m_context.shell.settings.bytes(Setting::SplitterState, u"files"_s);
    if (!state.isEmpty())
        m_splitter->restoreState(state);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(), u"files"_s);
    });
    layout->addWidget(m_splitter, 1);

    m_commands = new FileCommands(m_context, *m_model, this, strips, m_pane->messages());
    connect(m_commands, &FileCommands::showFile, this, [this](const QString &id) {
        m_pane->setFilter({});
        m_pane->selectId(id);
    });
    connect(m_commands, &FileCommands::jobEnded, this, &AreaPage::workEnded);

    ListTexts texts;
    texts.icon = Icon::File;
    texts.thingsName = tr("Files");
    texts.filterExample = tr("Filter: name, id, size>10MB …");
    texts.unavailable = tr("This server has no files area.");
    texts.emptySentence = tr("There are no files here yet.");
    if (m_sample->isVisible()) {
        texts.emptyHint = tr("Drop files or folders anywhere on this page, or start with some sample data.");
        texts.emptyAction = m_sample;
    } else if (!m_context.session.isReadOnly()) {
        texts.emptyHint = tr("Drop files or folders anywhere on this page.");
        texts.emptyAction = m_upload;
    }
    m_pane->setTexts(texts);

    ListPane::Facet purpose{u"purpose"_s, tr("purpose: any"), {}};
    const QStringList purposes = filepurpose::uploadable()
        + QStringList{u"batch_output"_s, u"fine-tune-results"_s, u"assistants_output"_s};
    for (const QString &name : purposes)
        purpose.choices.append({tr("purpose: %1").arg(name), u"purpose="_s + name});
    m_pane->setDefaultSort(FilesModel::Created, Qt::DescendingOrder);
    m_pane->addFacet(purpose);
    m_pane->addFacet({u"created"_s,
                      tr("created: any time"),
                      {{tr("created: last 24 h"), u"created<24h"_s},
                       {tr("created: last 7 days"), u"created<7d"_s},
                       {tr("created: last 30 days"), u"created<30d"_s}}});

    connect(m_pane, &ListPane::selectionChanged, this, &FilesPage::updateActions);
    connect(m_pane, &ListPane::selectionChanged, m_detailsDue, qOverload<>(&QTimer::start));
    connect(m_pane, &ListPane::activated, m_preview, &QAction::trigger);
    connect(m_pane, &ListPane::contextMenuRequested, this, &FilesPage::showContextMenu);
    connect(m_pane, &ListPane::refreshRequested, m_model, [this] { m_model->refresh(); });
    connect(m_pane, &ListPane::stopRequested, this, [this] { m_model->stop(); });
    connect(m_pane->messages(), &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == "load"_L1)
            refresh();
    });
    connect(m_details, &FileDetails::downloadRequested, m_download, &QAction::trigger);
}

const RowModelBase *FilesPage::list() const
{
    return m_model;
}

QList<QAction *> FilesPage::objectActions() const
{
    QList<QAction *> actions{m_upload, m_paste, nullptr, m_preview, m_showDetails, m_download, m_delete, nullptr};
    actions += m_pane->editActions();
    actions += {m_copyCurl, m_copyPython, nullptr};
    actions += m_pane->exportActions();
    actions += {nullptr, m_pane->stopAction()};
    if (m_sample->isVisible())
        actions += {nullptr, m_sample};
    return actions;
}

void FilesPage::refresh()
{
    m_pane->refreshAction()->trigger(); // as if pressed: what a person asks for shows that it goes on
}

void FilesPage::toggleDetails(bool show)
{
    m_detailsWanted = show;
    m_showDetails->setChecked(show);
    m_details->setVisible(show);
}

void FilesPage::resizeEvent(QResizeEvent *event)
{
    AreaPage::resizeEvent(event);
    // In a small window the list needs the room; F4 or a preview brings the details back.
    const bool roomy = event->size().width() >= roomForDetails;
    const bool wasRoomy = event->oldSize().width() < 0 || event->oldSize().width() >= roomForDetails;
    if (roomy != wasRoomy || event->oldSize().width() < 0) {
        const bool show = m_detailsWanted && roomy;
        m_details->setVisible(show);
        m_showDetails->setChecked(show);
    }
}

void FilesPage::focusFilter()
{
    m_pane->focusFilter();
}

QString FilesPage::runningWork() const
{
    return m_commands->runningWork();
}

QList<FileObject> FilesPage::selectedFiles() const
{
    QList<FileObject> files;
    const QList<int> rows = m_pane->selectedRows();
    files.reserve(rows.size());
    for (const int row : rows)
        files << *m_model->item(row);
    return files;
}

void FilesPage::updateActions()
{
    const int count = m_pane->selectedCount();
    const bool mayChange = !m_context.session.isReadOnly();
    m_upload->setEnabled(mayChange);
    m_paste->setEnabled(mayChange);
    m_preview->setEnabled(count > 0);
    m_download->setEnabled(count > 0);
    m_delete->setEnabled(count > 0 && mayChange);
    m_delete->setText(count > 1 ? tr("D&elete %n…", nullptr, count) : tr("D&elete…"));
    m_copyCurl->setEnabled(count == 1);
    m_copyPython->setEnabled(count == 1);
    const QList<QAction *> copies = m_pane->editActions();
    for (QAction *action : copies)
        action->setEnabled(count > 0);
}

void FilesPage::updateDetails()
{
    const int count = m_pane->selectedCount();
    const FileObject *current = m_model->item(m_pane->currentRow());
    if (!current && count > 0)
        current = m_model->item(m_pane->selectedRows().first());
    if (current)
        m_details->setFile(*current, count - 1);
    else
        m_details->clear();
    updateSummary();
}

void FilesPage::updateSummary()
{
    const int count = m_model->rowCount();
    QStringList parts;
    if (count == 0 && m_model->loadState() == LoadState::Loading) {
        parts << tr("Everything the project has stored: loading…");
    } else if (count == 0) {
        parts << tr("Everything the project has stored, to look into, download and clean up.");
    } else {
        parts << tr("%Ln file(s), %1", nullptr, count).arg(format::size(m_model->totalBytes()));
        if (const int shown = m_pane->shownCount(); shown != count)
            parts << tr("%Ln shown", nullptr, shown);
        if (m_pane->selectedCount() > 1) {
            qint64 bytes = 0;
            const QList<int> rows = m_pane->selectedRows();
            for (const int row : rows)
                bytes += m_model->item(row)->bytes;
            parts << tr("%Ln selected, %1", nullptr, int(rows.size())).arg(format::size(bytes));
        }
        if (m_model->isWalking() && m_model->refreshedAt() == 0)
            parts << tr("loading…");
    }
    m_header->setSummary(parts.join(u" · "_s));
    Q_EMIT statusChanged();
}

void FilesPage::showContextMenu(const QPoint &pos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = objectActions();
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(pos);
}

void FilesPage::paste()
{
    const QStringList paths = localPaths(QGuiApplication::clipboard()->mimeData());
    m_pane->messages()->dismiss(u"paste"_s);
    if (!paths.isEmpty()) {
        m_commands->upload(paths);
        return;
    }
    Message message;
    message.kind = Message::Kind::Info;
    message.key = u"paste"_s;
    message.text = tr("The clipboard holds no files.");
    m_pane->messages()->showMessage(message);
}

void FilesPage::copyCall(bool python)
{
    const QStringList ids = m_pane->selectedIds();
    if (ids.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(callSnippet(m_context.session, "GET"_ba, FilesApi::path(ids.first()),
                                                      python ? SnippetLanguage::Python : SnippetLanguage::Curl));
}

void FilesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_context.session.isReadOnly() || localPaths(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    showDropHint(true);
}

void FilesPage::dragLeaveEvent(QDragLeaveEvent *)
{
    showDropHint(false);
}

void FilesPage::dropEvent(QDropEvent *event)
{
    showDropHint(false);
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_commands->upload(paths);
}

void FilesPage::showDropHint(bool show)
{
    if (!show) {
        delete m_dropHint;
        m_dropHint = nullptr;
        return;
    }
    if (m_dropHint)
        return;
    m_dropHint = new QWidget(this);
    m_dropHint->setAttribute(Qt::WA_TransparentForMouseEvents);
    setGround(m_dropHint, Token::Selection);
    m_dropHint->setGeometry(rect());
    auto *overlay = new StateOverlay(m_context.shell.theme, m_dropHint);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Empty;
    state.icon = Icon::Upload;
    state.sentence = tr("Drop to upload");
    state.detail = tr("You choose the purpose next; nothing is sent before that.");
    overlay->setState(state);
    setGround(overlay, Token::Selection);
    m_dropHint->show();
    m_dropHint->raise();
}

void FilesPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    if (m_model->loadState() == LoadState::Idle)
        m_model->refresh();
    else
        schedulePoll();
}

void FilesPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_poll->stop();
}

void FilesPage::schedulePoll()
{
    const int seconds = m_context.shell.settings.number(Setting::PollSeconds);
    // Only while somebody looks, and never on top of a walk that runs.
    if (seconds > 0 && isVisible() && !m_model->isWalking() && m_model->loadState() != LoadState::Stopped)
        m_poll->start(seconds * 1000);
    else
        m_poll->stop();
}

} // namespace odc
