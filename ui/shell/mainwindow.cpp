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
#include "ui/palette/palette.h"
#include "ui/shell/archivecommands.h"
#include "ui/shell/archivestrip.h"
#include "ui/shell/auditcommands.h"
#include "ui/shell/cleaningwatch.h"
#include "ui/shell/dockholder.h"
#include "ui/shell/keywatch.h"
#include "ui/shell/navpanel.h"
#include "ui/shell/openingstate.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusline.h"
#include "ui/shell/transferwatch.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Work shorter than this ends before anybody looks away.
constexpr qint64 notifyAfterMs = 10'000;
constexpr int indexAfterMs = 50;

} // namespace

MainWindow::MainWindow(const ShellContext &context, QWidget *parent) : QMainWindow(parent), m_context(context)
{
    setObjectName(u"mainWindow"_s);
    m_actions = new ShellActions(context, *this);
    buildLayout();
    m_palette = new Palette(context, *this);
    connect(m_palette, &Palette::pageRequested, this, &MainWindow::showPage);
    connect(m_palette, &Palette::objectRequested, this, &MainWindow::showObject);
    connect(m_palette, &Palette::listRequested, this, &MainWindow::showList);
    connect(m_palette, &Palette::profileRequested, this, &MainWindow::openProfile);
    const ProfileConnector &connector = context.connector;
    connect(&connector, &ProfileConnector::opening, this, [this](const Profile &profile) {
        m_profile = profile;
        m_nav->setHasKey(false);
        m_nav->setProfile(profile);
        m_stripe->setColour(QColor(profile.colour));
        m_status->setSession(nullptr, profile, {});
        m_opening->begin(profile);
        m_pages->showBlank();
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
    auto *splitter = new QSplitter(Qt::Vertical, central);
    splitter->setObjectName(u"activitySplitter"_s);
    splitter->setChildrenCollapsible(false);
    m_dock = new DockHolder(m_context, *splitter, *m_actions, this);
    auto *pages = new QWidget(splitter);
    auto *pagesLayout = new QVBoxLayout(pages);
    pagesLayout->setContentsMargins(0, 0, 0, 0);
    pagesLayout->setSpacing(0);
    m_messages = new MessageBar(m_context.theme, pages);
    pagesLayout->addWidget(m_messages);
    m_pages = new PageStack(m_context, pages);
    m_opening = new OpeningState(m_context, *m_pages->blank(), this);
    m_drop = new DropZone(m_context.theme, m_pages,
                          {tr("Drop to upload"), tr("You choose the purpose next; nothing is sent before that.")});
    m_drop->setEnabled(false);
    connect(m_drop, &DropZone::dropped, m_pages, &PageStack::upload);
    pagesLayout->addWidget(m_pages, 1);
    m_archive = new ArchiveStrip(m_context, pages);
    pagesLayout->addWidget(m_archive);
    m_actions->archives().setStrip(m_archive, m_messages);
    splitter->addWidget(pages);
    row->addWidget(splitter, 1);
    outer->addLayout(row, 1);
    m_status = new StatusLine(m_context, central);
    outer->addWidget(m_status);
    connect(m_status, &StatusLine::objectRequested, this, &MainWindow::showObject);
    setCentralWidget(central);
    connect(&m_actions->audit(), &AuditCommands::objectRequested, this, &MainWindow::showObject);

    connect(m_archive, &ArchiveStrip::notice, this, &MainWindow::tell);
    connect(&m_actions->archives(), &ArchiveCommands::profileReady, this, &MainWindow::openProfile);
    connect(m_nav, &NavPanel::pageChosen, this, [this](const QString &pageId) {
        if (pageId != m_pages->currentId()) // else it only follows
            showPage(pageId);
    });
    connect(m_nav, &NavPanel::profileChosen, this, &MainWindow::openProfile);
    connect(m_nav, &NavPanel::manageProfiles, this, &MainWindow::editProfiles);
    connect(m_nav, &NavPanel::readOnlyToggled, this, &MainWindow::setReadOnly);
    connectPages();
    connect(m_dock, &DockHolder::transferRequested, this, [this](const QString &id) { showObject(u"transfers"_s, id); });
    connect(m_dock, &DockHolder::fileRequested, this, [this](const QString &id) { showObject(u"files"_s, id); });
}

void MainWindow::connectPages()
{
    connect(m_pages, &PageStack::shown, this, &MainWindow::pageShown);
    connect(m_pages, &PageStack::statusChanged, this, &MainWindow::pageStatusChanged);
    connect(m_pages, &PageStack::actionsChanged, this, [this] { m_actions->setPage(currentPage()); });
    connect(m_pages, &PageStack::workEnded, this, [this](const QString &headline, qint64 tookMs) {
        if (tookMs >= notifyAfterMs)
            tell(headline);
    });
    connect(m_pages, &PageStack::profileRequested, this, &MainWindow::editProfiles);
    connect(m_pages->blank(), &StateOverlay::actionTriggered, this, &MainWindow::editProfiles);
    connect(m_pages->blank(), &StateOverlay::secondTriggered, this, [this] { openProfile(m_profile.id); });
}

AreaPage *MainWindow::currentPage() const
{
    return m_pages->current();
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
    m_opening->end();
    m_profile = profile;
    m_session = open.session;
    m_status->setSession(open.session, profile, {});
    m_nav->setProfile(profile);
    m_nav->setHasKey(open.session->hasKey());
    const PageContext pageContext{m_context, profile, *open.session, *open.transfers, *open.index, *open.watch, *open.audit};
    m_actions->archives().setPage(&pageContext);
    m_transfers = new TransferWatch(pageContext, *m_messages, this);
    connect(m_transfers, &TransferWatch::showRequested, this, [this] { showPage(u"transfers"_s); });
    connect(m_transfers, &TransferWatch::notice, this, &MainWindow::tell);
    m_cleaning = new CleaningWatch(pageContext, *m_messages, this);
    connect(m_cleaning, &CleaningWatch::actionWanted, this,
            [this](const QString &action) { runPageAction(u"files"_s, action); });
    m_pages->open(pageContext);
    m_drop->setEnabled(!open.session->isReadOnly());
    m_dock->open(pageContext);
    m_key = new KeyWatch(pageContext, *m_pages, *m_messages, this);
    connect(m_key, &KeyWatch::profilesRequested, this, &MainWindow::editProfiles);
    open.transfers->open();
    // Reading it takes a core for itself: the window is painted first.
    QTimer::singleShot(indexAfterMs, open.index, [index = open.index] { index->open(); });
    open.watch->setRules(WatchRules::fromJson(m_context.settings.text(Setting::WatchRules)));
    if (!profile.isArchive()) // nothing in one runs, or expires
        startWatch(*open.watch);
    m_palette->setProfile(&pageContext);
    m_key->say();
}

void MainWindow::startWatch(JobWatch &watch)
{
    const Settings &settings = m_context.settings;
    watch.start(settings.number(Setting::PollSeconds));
    m_status->follow(watch);
    connect(&settings, &Settings::changed, &watch, [&settings, &watch](Setting setting) {
        if (setting == Setting::PollSeconds)
            watch.setSeconds(settings.number(setting));
        else if (setting == Setting::WatchRules)
            watch.setRules(WatchRules::fromJson(settings.text(setting)));
    });
}

void MainWindow::showActivity(bool show)
{
    m_dock->show(show, u"activity"_s);
}

void MainWindow::showTransfers(bool show)
{
    m_dock->show(show, u"transfers"_s);
}

void MainWindow::showObject(const QString &pageId, const QString &objectId)
{
    m_pages->showObject(pageId, objectId);
}

void MainWindow::showList(const QString &pageId, const QString &filter)
{
    m_pages->showFiltered(pageId, filter);
}

void MainWindow::findAnything()
{
    makeAllPages();
    m_palette->openUp();
}

void MainWindow::makeAllPages()
{
    m_pages->makeAll();
}

void MainWindow::tell(const QString &headline)
{
    if (!isActiveWindow())
        Q_EMIT notify(m_profile.name, headline);
}

void MainWindow::failed(const Profile &profile, const QString &headline, const QString &advice)
{
    m_opening->end();
    m_status->setSession(nullptr, profile, headline);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Error;
    state.sentence = headline;
    state.detail = advice;
    state.actionText = tr("Profiles…");
    state.secondText = tr("Try again");
    m_pages->blank()->setState(state);
    m_pages->showBlank();
}

void MainWindow::closePages()
{
    m_palette->setProfile(nullptr);
    m_status->setList(nullptr);
    m_status->setSession(nullptr, m_profile, {});
    m_actions->setPage(nullptr);
    m_actions->archives().setPage(nullptr);
    m_pages->close();
    m_actions->setSteps(false, false);
    m_dock->close();
    delete std::exchange(m_transfers, nullptr);
    delete std::exchange(m_cleaning, nullptr);
    delete std::exchange(m_key, nullptr);
    m_messages->dismiss(u"transfers"_s);
    m_session = nullptr;
    m_drop->setEnabled(false);
    for (const PageInfo &info : pageList())
        m_nav->setCount(info.id, -1);
}

void MainWindow::showPage(const QString &pageId)
{
    m_pages->showPage(pageId);
    m_nav->setCurrentPage(pageId);
}

void MainWindow::goBack()
{
    m_pages->goBack();
}

void MainWindow::goForward()
{
    m_pages->goForward();
}

void MainWindow::pageShown(AreaPage *page)
{
    m_actions->setSteps(m_pages->canGoBack(), m_pages->canGoForward());
    m_nav->setCurrentPage(m_pages->currentId());
    m_actions->setPage(page);
    m_status->setList(page->list());
    updateTitle();
}

void MainWindow::runPageAction(const QString &pageId, const QString &action)
{
    showPage(pageId);
    AreaPage *page = currentPage();
    QAction *wanted = page ? page->actions().find(action) : nullptr;
    if (wanted && wanted->isEnabled())
        wanted->trigger();
}

void MainWindow::cleanUp(const QVariant &wish)
{
    AreaPage *files = m_pages->page(u"files"_s);
    QAction *action = files ? files->actions().find(u"files.cleanUp"_s) : nullptr;
    if (!action || !action->isEnabled())
        return;
    action->setData(wish);
    action->trigger();
    action->setData({});
}

void MainWindow::pageStatusChanged(const QString &pageId)
{
    m_nav->setCount(pageId, m_pages->countOf(pageId));
    if (const AreaPage *page = currentPage(); page && pageId == m_pages->currentId())
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
    const QList<AreaPage *> pages = m_pages->made();
    for (const AreaPage *page : pages) {
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
    if (!m_mayClose && !m_quits && m_staysWhenClosed && !qApp->isSavingSession() && m_staysWhenClosed()) {
        event->ignore();
        m_context.settings.set(Setting::WindowGeometry, saveGeometry());
        hide();
        Q_EMIT stayed();
        return;
    }
    if (!m_mayClose && (!runningWork().isEmpty() || !whatGoesOn(true).isEmpty())) {
        event->ignore();
        if (!isVisible())
            bringUp({}, {}); // it asks
        whenFree(tr("Quit?"), tr("Stop and quit"), tr("Quit"), [this] {
            m_mayClose = true;
            close();
        }, true);
        return;
    }
    m_context.settings.set(Setting::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::quit()
{
    m_quits = true;
    close();
    m_quits = false;
}

void MainWindow::bringUp(const QString &pageId, const QString &objectId)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (!pageId.isEmpty())
        showObject(pageId, objectId);
}

void MainWindow::updateTitle()
{
    QString area;
    for (const PageInfo &info : pageList()) {
        if (info.id == m_pages->currentId())
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
    QStringList problems{m_context.settings.problem(), m_context.profiles.problem()};
    problems.removeAll(QString());
    if (problems.isEmpty())
        return;
    Message message;
    message.kind = Message::Kind::Warning;
    message.text = problems.join(u' ');
    m_messages->showMessage(message);
}

} // namespace odc
