// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "api/session.h"
#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "watch/jobwatch.h"
#include "ui/actions/actioncollection.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/pages/areapage.h"
#include "ui/pages/dropzone.h"
#include "ui/shell/archivecommands.h"
#include "ui/shell/archivestrip.h"
#include "ui/shell/auditcommands.h"
#include "ui/shell/dock.h"
#include "ui/shell/navpanel.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusline.h"
#include "ui/shell/transferspanel.h"
#include "ui/shell/transferwatch.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Work shorter than this ends before anybody looks away.
constexpr qint64 notifyAfterMs = 10'000;

} // namespace

MainWindow::MainWindow(const ShellContext &context, QWidget *parent) : QMainWindow(parent), m_context(context)
{
    setObjectName(u"mainWindow"_s);
    m_actions = new ShellActions(context, *this);
    buildLayout();
    const ProfileConnector &connector = context.connector;
    connect(&connector, &ProfileConnector::opening, this, [this](const Profile &profile) {
        m_profile = profile;
        m_nav->setProfile(profile);
        m_stripe->setColour(QColor(profile.colour));
        m_status->setSession(nullptr, profile, {});
        StateOverlay::State state;
        state.kind = StateOverlay::Kind::Loading;
        state.sentence = tr("Opening “%1”…").arg(profile.name);
        m_blankState->setState(state);
        m_stack->setCurrentWidget(m_blank);
        updateTitle();
    });
    m_review.setSingleShot(true);
    connect(&m_review, &QTimer::timeout, this, &MainWindow::reviewProfile);
    connect(&context.profiles, &ProfileStore::changed, &m_review, qOverload<>(&QTimer::start));
    connect(&connector, &ProfileConnector::opened, this, &MainWindow::opened);
    connect(&connector, &ProfileConnector::failed, this, &MainWindow::failed);
    connect(&connector, &ProfileConnector::closing, this, &MainWindow::closePages);
    // Room for the frame, which is not part of the size.
    const QSize room = screen()->availableSize() - QSize(2 * metrics::inside, 2 * metrics::headerHeight);
    resize(QSize(1440, 900).boundedTo(room.expandedTo({800, 500})));
    const QByteArray geometry = context.settings.bytes(Setting::WindowGeometry);
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    sayProblems();
    updateTitle();
}

MainWindow::~MainWindow()
{
    closePages();
}

void MainWindow::buildLayout()
{
    auto *central = new QWidget(this);
    auto *outer = new QVBoxLayout(central);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_stripe = new ColourStripe(central);
    outer->addWidget(m_stripe);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_nav = new NavPanel(m_context, central);
    m_nav->setPages(pageList());
    row->addWidget(m_nav);
    m_splitter = new QSplitter(Qt::Vertical, central);
    m_splitter->setObjectName(u"activitySplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    auto *pages = new QWidget(m_splitter);
    auto *pagesLayout = new QVBoxLayout(pages);
    pagesLayout->setContentsMargins(0, 0, 0, 0);
    pagesLayout->setSpacing(0);
    m_messages = new MessageBar(m_context.theme, pages);
    pagesLayout->addWidget(m_messages);
    m_stack = new QStackedWidget(pages);
    m_stack->setObjectName(u"pages"_s);
    m_drop = new DropZone(m_context.theme, m_stack,
                          {tr("Drop to upload"), tr("You choose the purpose next; nothing is sent before that.")});
    m_drop->setEnabled(false);
    connect(m_drop, &DropZone::dropped, this, &MainWindow::upload);
    pagesLayout->addWidget(m_stack, 1);
    m_archive = new ArchiveStrip(m_context, pages);
    pagesLayout->addWidget(m_archive);
    m_actions->archives().setStrip(m_archive, m_messages);
    m_blank = new QWidget(m_stack);
    setGround(m_blank, Token::Base);
    m_blankState = new StateOverlay(m_context.theme, m_blank);
    m_stack->addWidget(m_blank);
    m_splitter->addWidget(pages);
    row->addWidget(m_splitter, 1);
    outer->addLayout(row, 1);
    m_status = new StatusLine(m_context, central);
    outer->addWidget(m_status);
    setCentralWidget(central);
    connect(&m_actions->audit(), &AuditCommands::objectRequested, this, &MainWindow::showObject);

    connect(m_archive, &ArchiveStrip::notice, this, &MainWindow::tell);
    connect(&m_actions->archives(), &ArchiveCommands::profileReady, this, &MainWindow::openProfile);
    connect(m_nav, &NavPanel::pageChosen, this, &MainWindow::showPage);
    connect(m_nav, &NavPanel::profileChosen, this, &MainWindow::openProfile);
    connect(m_nav, &NavPanel::manageProfiles, this, &MainWindow::editProfiles);
    connect(m_nav, &NavPanel::readOnlyToggled, this, &MainWindow::setReadOnly);
    connect(m_blankState, &StateOverlay::actionTriggered, this, &MainWindow::editProfiles);
    connect(m_blankState, &StateOverlay::secondTriggered, this, [this] { openProfile(m_profile.id); });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.settings.set(Setting::SplitterState, m_splitter->saveState(), u"window"_s);
    });
}

AreaPage *MainWindow::currentPage() const
{
    return m_pages.value(m_pageId);
}

void MainWindow::openProfile(const QString &profileId)
{
    m_review.stop();
    m_newKeys = false;
    whenFree(tr("Change the profile?"), tr("Stop and change"), tr("Change"), [this, profileId] {
        m_context.settings.set(Setting::LastProfile, profileId);
        m_context.connector.open(profileId);
    });
}

void MainWindow::opened(const Profile &profile, const OpenProfile &open)
{
    m_profile = profile;
    m_session = open.session;
    m_status->setSession(open.session, profile, {});
    m_nav->setProfile(profile);
    const PageContext pageContext{m_context, profile, *open.session, *open.transfers, *open.index, *open.watch, *open.audit};
    makeDock(pageContext);
    m_actions->archives().setPage(&pageContext);
    m_transfers = new TransferWatch(pageContext, *m_messages, this);
    connect(m_transfers, &TransferWatch::showRequested, this, [this] { showPage(u"transfers"_s); });
    connect(m_transfers, &TransferWatch::notice, this, &MainWindow::tell);
    const QList<PageInfo> pages = pageList();
    for (const PageInfo &info : pages)
        addPage(info.id, info.make(pageContext, m_stack));
    m_drop->setEnabled(!open.session->isReadOnly());
    showPage(m_pageId.isEmpty() ? pages.first().id : m_pageId);
    open.transfers->open();
    open.index->open();
    open.watch->setRules(WatchRules::fromJson(m_context.settings.text(Setting::WatchRules)));
    open.watch->start(profile.isArchive() ? 0 : m_context.settings.number(Setting::PollSeconds));
}

void MainWindow::addPage(const QString &id, AreaPage *page)
{
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    connect(page, &AreaPage::statusChanged, this, [this, id] { pageStatusChanged(id); });
    connect(page, &AreaPage::actionsChanged, this, [this, page] {
        if (page == currentPage())
            m_actions->setPage(page);
    });
    connect(page, &AreaPage::workEnded, this, [this](const QString &headline, qint64 tookMs) {
        if (tookMs >= notifyAfterMs)
            tell(headline);
    });
    connect(page, &AreaPage::objectRequested, this, &MainWindow::showObject);
    connect(page, &AreaPage::listRequested, this, [this](const QString &pageId, const QString &filter) {
        showPage(pageId);
        if (AreaPage *shown = m_pages.value(pageId))
            shown->showFiltered(filter);
    });
    connect(page, &AreaPage::uploadRequested, this, &MainWindow::upload);
    connect(page, &AreaPage::batchRequested, this, [this](const QString &fileId) {
        showPage(u"batches"_s);
        currentPage()->newBatchOf(fileId);
    });
    connect(page, &AreaPage::jobRequested, this, [this](const QString &fileId) {
        showPage(u"finetuning"_s);
        currentPage()->newJobOf(fileId);
    });
    connect(page, &AreaPage::storeRequested, this, [this](const QList<FileObject> &files) {
        showPage(u"stores"_s);
        currentPage()->addToStore(files);
    });
    connect(page, &AreaPage::profileRequested, this, &MainWindow::editProfiles);
}

void MainWindow::makeDock(const PageContext &context)
{
    m_dock = new Dock(context, m_splitter);
    m_splitter->addWidget(m_dock);
    m_actions->setDock(m_dock);
    m_splitter->setStretchFactor(0, 1);
    const QByteArray state = m_context.settings.bytes(Setting::SplitterState, u"window"_s);
    if (state.isEmpty() || !m_splitter->restoreState(state))
        m_splitter->setSizes({640, 220});
    m_dock->setTab(m_context.settings.text(Setting::DockTab) == "activity"_L1 ? Dock::Tab::Activity : Dock::Tab::Transfers);
    m_dock->setVisible(m_context.settings.flag(Setting::ActivityVisible));
    connect(m_dock, &Dock::tabChosen, this, [this] { dockChanged(); });
    connect(m_dock, &Dock::closed, this, [this] { showDock(false, {}); });
    connect(m_dock->transfers(), &TransfersPanel::transferRequested, this,
            [this](const QString &id) { showObject(u"transfers"_s, id); });
    connect(m_dock->transfers(), &TransfersPanel::fileRequested, this,
            [this](const QString &id) { showObject(u"files"_s, id); });
    dockChanged();
}

void MainWindow::showDock(bool show, const QString &tab)
{
    m_context.settings.set(Setting::ActivityVisible, show);
    if (!tab.isEmpty())
        m_context.settings.set(Setting::DockTab, tab);
    if (!m_dock)
        return;
    if (!tab.isEmpty())
        m_dock->setTab(tab == "activity"_L1 ? Dock::Tab::Activity : Dock::Tab::Transfers);
    m_dock->setVisible(show);
    dockChanged();
}

void MainWindow::dockChanged()
{
    const bool activity = m_dock->tab() == Dock::Tab::Activity;
    const bool shown = m_context.settings.flag(Setting::ActivityVisible);
    m_context.settings.set(Setting::DockTab, activity ? u"activity"_s : u"transfers"_s);
    m_actions->setDockShown(shown && activity, shown && !activity);
}

void MainWindow::showActivity(bool show)
{
    showDock(show, u"activity"_s);
}

void MainWindow::showTransfers(bool show)
{
    showDock(show, u"transfers"_s);
}

void MainWindow::showObject(const QString &pageId, const QString &objectId)
{
    AreaPage *page = m_pages.value(pageId);
    if (!page)
        return;
    showPage(pageId);
    if (!objectId.isEmpty())
        page->showObject(objectId);
}

void MainWindow::upload(const QStringList &paths)
{
    for (AreaPage *page : std::as_const(m_pages))
        page->upload(paths);
}

void MainWindow::tell(const QString &headline)
{
    if (!isActiveWindow())
        Q_EMIT notify(m_profile.name, headline);
}

void MainWindow::failed(const Profile &profile, const QString &headline, const QString &advice)
{
    m_status->setSession(nullptr, profile, headline);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Error;
    state.sentence = headline;
    state.detail = advice;
    state.actionText = tr("Profiles…");
    state.secondText = tr("Try again");
    m_blankState->setState(state);
    m_stack->setCurrentWidget(m_blank);
}

void MainWindow::closePages()
{
    m_status->setList(nullptr);
    m_status->setSession(nullptr, m_profile, {});
    m_actions->setPage(nullptr);
    m_actions->setDock(nullptr);
    m_actions->archives().setPage(nullptr);
    m_stack->setCurrentWidget(m_blank);
    // Dialogs that hang on a page go with it.
    qDeleteAll(m_pages);
    m_pages.clear();
    delete m_dock;
    m_dock = nullptr;
    delete m_transfers;
    m_transfers = nullptr;
    m_messages->dismiss(u"transfers"_s);
    m_session = nullptr;
    m_drop->setEnabled(false);
    for (const PageInfo &info : pageList())
        m_nav->setCount(info.id, -1);
}

void MainWindow::showPage(const QString &pageId)
{
    m_pageId = pageId;
    m_nav->setCurrentPage(pageId);
    AreaPage *page = currentPage();
    if (!page)
        return;
    m_stack->setCurrentWidget(page);
    m_actions->setPage(page);
    m_status->setList(page->list());
    updateTitle();
}

void MainWindow::pageStatusChanged(const QString &pageId)
{
    const AreaPage *page = m_pages.value(pageId);
    if (!page)
        return;
    m_nav->setCount(pageId, page->navigationCount());
    if (pageId == m_pageId)
        m_status->setList(page->list());
}

void MainWindow::setReadOnly(bool readOnly)
{
    const QString id = m_profile.id;
    const auto apply = [this, id, readOnly] {
        // What was opened may have been edited since: only this one thing changes.
        const Profile *current = m_context.profiles.find(id);
        if (!current)
            return;
        Profile profile = *current;
        profile.readOnly = readOnly;
        const auto stored = m_context.profiles.put(profile);
        if (!stored) {
            Message message;
            message.kind = Message::Kind::Error;
            message.text = stored.error().headline();
            message.details = stored.error().details();
            m_messages->showMessage(message);
            m_nav->setProfile(m_profile);
            return;
        }
        m_context.connector.open(id);
    };
    m_nav->setProfile(m_profile); // the switch shows what is, until it is so
    whenFree(tr("Change read-only?"), tr("Stop and change"), tr("Change"), apply);
}

void MainWindow::editProfiles()
{
    auto *dialog = new ProfilesDialog(m_context, m_profile.id, this);
    m_profilesDialog = dialog;
    connect(dialog, &ProfilesDialog::saved, this, [this](const QString &profileId, bool newKeys) {
        m_newKeys = m_newKeys || (newKeys && profileId == m_profile.id);
        m_review.start();
    });
    connect(dialog, &ProfilesDialog::openRequested, this, &MainWindow::openProfile);
    connect(dialog, &QDialog::finished, &m_review, qOverload<>(&QTimer::start));
    dialog->open();
}

void MainWindow::reviewProfile()
{
    // Its keys come after the profile, and it may ask for the profile to be opened anyway.
    const bool saving = m_profilesDialog && m_profilesDialog->isVisible() && m_profilesDialog->isSaving();
    if (m_profile.id.isEmpty() || saving || m_question)
        return;
    const Profile *stored = m_context.profiles.find(m_profile.id);
    if (!stored) {
        openProfile(QLatin1StringView(localProfileId));
    } else if (m_newKeys || !stored->sameSession(m_profile)) {
        openProfile(stored->id);
    } else {
        m_profile = *stored;
        m_nav->setProfile(m_profile);
        m_stripe->setColour(QColor(m_profile.colour));
        if (m_session) {
            disconnect(m_session, nullptr, m_status, nullptr); // it connects once more
            m_status->setSession(m_session, m_profile, {});
        }
        updateTitle();
    }
}

QString MainWindow::runningWork() const
{
    QStringList parts;
    for (const AreaPage *page : m_pages) {
        const QString work = page->runningWork();
        if (!work.isEmpty())
            parts << work;
    }
    return parts.join(u", "_s);
}

QString MainWindow::whatGoesOn(bool quitting) const
{
    QStringList parts;
    // Of a profile that was removed they do not: its removal said so.
    if (m_transfers && m_context.profiles.find(m_profile.id))
        parts << m_transfers->whatGoesOn();
    if (quitting) // an archive has a connection of its own: another profile does not disturb it
        parts << m_archive->whatGoesOn();
    parts.removeAll(QString());
    return parts.join(u' ');
}

void MainWindow::whenFree(const QString &title, const QString &confirm, const QString &leave, std::function<void()> go,
                          bool quitting)
{
    const QString work = runningWork();
    const QString goesOn = whatGoesOn(quitting);
    if (work.isEmpty() && goesOn.isEmpty()) {
        go();
        return;
    }
    ConfirmDialog::Question question;
    question.title = title;
    if (work.isEmpty()) {
        question.introduction = goesOn;
        question.confirm = leave;
        question.harmless = true;
    } else {
        question.introduction = tr("This is still running and would be stopped:");
        question.things = QStringList{work};
        question.consequence = goesOn;
        question.confirm = confirm;
    }
    auto *dialog = new ConfirmDialog(m_context.theme, question, this);
    m_question = dialog;
    connect(dialog, &QDialog::accepted, this, go);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && (!runningWork().isEmpty() || !whatGoesOn(true).isEmpty())) {
        event->ignore();
        whenFree(tr("Quit?"), tr("Stop and quit"), tr("Quit"), [this] {
            m_mayClose = true;
            close();
        }, true);
        return;
    }
    m_context.settings.set(Setting::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::updateTitle()
{
    QString area;
    for (const PageInfo &info : pageList()) {
        if (info.id == m_pageId)
            area = info.title;
    }
    QStringList parts;
    if (!area.isEmpty())
        parts << area;
    if (!m_profile.name.isEmpty())
        parts << m_profile.name;
    parts << u"OpenAI Data Console"_s;
    setWindowTitle(parts.join(u" - "_s));
}

void MainWindow::sayProblems()
{
    QStringList problems;
    for (const QString &problem : {m_context.settings.problem(), m_context.profiles.problem()}) {
        if (!problem.isEmpty())
            problems << problem;
    }
    if (problems.isEmpty())
        return;
    Message message;
    message.kind = Message::Kind::Warning;
    message.text = problems.join(u' ');
    m_messages->showMessage(message);
}

} // namespace odc
