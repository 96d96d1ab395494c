// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "api/session.h"
#include "lists/rowmodelbase.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/pages/areapage.h"
#include "ui/shell/activitypanel.h"
#include "ui/shell/navpanel.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusline.h"
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
    pagesLayout->addWidget(m_stack, 1);
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

    connect(m_nav, &NavPanel::pageChosen, this, &MainWindow::showPage);
    connect(m_nav, &NavPanel::profileChosen, this, &MainWindow::openProfile);
    connect(m_nav, &NavPanel::manageProfiles, this, &MainWindow::editProfiles);
    connect(m_nav, &NavPanel::readOnlyToggled, this, &MainWindow::setReadOnly);
    connect(m_blankState, &StateOverlay::actionTriggered, this, &MainWindow::editProfiles);
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
    whenFree(tr("Change the profile?"), tr("Stop and change"), [this, profileId] {
        m_context.settings.set(Setting::LastProfile, profileId);
        m_context.connector.open(profileId);
    });
}

void MainWindow::opened(const Profile &profile, Session *session)
{
    m_profile = profile;
    m_session = session;
    m_status->setSession(session, profile, {});
    m_nav->setProfile(profile);
    const PageContext pageContext{m_context, profile, *session};
    m_activity = new ActivityPanel(pageContext, m_splitter);
    m_splitter->addWidget(m_activity);
    m_actions->setActivity(m_activity);
    m_splitter->setStretchFactor(0, 1);
    const QByteArray state = m_context.settings.bytes(Setting::SplitterState, u"window"_s);
    if (state.isEmpty() || !m_splitter->restoreState(state))
        m_splitter->setSizes({640, 220});
    showActivity(m_context.settings.flag(Setting::ActivityVisible));
    const QList<PageInfo> pages = pageList();
    for (const PageInfo &info : pages) {
        AreaPage *page = info.make(pageContext, m_stack);
        m_pages.insert(info.id, page);
        m_stack->addWidget(page);
        connect(page, &AreaPage::statusChanged, this, [this, id = info.id] { pageStatusChanged(id); });
        connect(page, &AreaPage::workEnded, this, [this](const QString &headline, qint64 tookMs) {
            if (tookMs >= notifyAfterMs && !isActiveWindow())
                Q_EMIT notify(m_profile.name, headline);
        });
    }
    showPage(m_pageId.isEmpty() ? pages.first().id : m_pageId);
}

void MainWindow::failed(const Profile &profile, const QString &headline, const QString &advice)
{
    m_status->setSession(nullptr, profile, headline);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Error;
    state.sentence = headline;
    state.detail = advice;
    state.actionText = tr("Profiles…");
    m_blankState->setState(state);
    m_stack->setCurrentWidget(m_blank);
}

void MainWindow::closePages()
{
    m_status->setList(nullptr);
    m_status->setSession(nullptr, m_profile, {});
    m_actions->setPage(nullptr);
    m_actions->setActivity(nullptr);
    m_stack->setCurrentWidget(m_blank);
    // Dialogs that hang on a page go with it.
    qDeleteAll(m_pages);
    m_pages.clear();
    delete m_activity;
    m_activity = nullptr;
    m_session = nullptr;
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
    if (!page || !page->list())
        return;
    const RowModelBase *list = page->list();
    const bool known = list->rowCount() > 0 || list->loadState() == LoadState::Ready;
    m_nav->setCount(pageId, known ? list->rowCount() : -1);
    if (pageId == m_pageId)
        m_status->setList(list);
}

void MainWindow::showActivity(bool show)
{
    m_context.settings.set(Setting::ActivityVisible, show);
    m_actions->setActivityShown(show);
    if (m_activity)
        m_activity->setVisible(show);
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
    whenFree(tr("Change read-only?"), tr("Stop and change"), apply);
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

void MainWindow::whenFree(const QString &title, const QString &confirm, std::function<void()> go)
{
    const QString work = runningWork();
    if (work.isEmpty()) {
        go();
        return;
    }
    ConfirmDialog::Question question;
    question.title = title;
    question.introduction = tr("This is still running and would be stopped:");
    question.things = QStringList{work};
    question.confirm = confirm;
    auto *dialog = new ConfirmDialog(m_context.theme, question, this);
    m_question = dialog;
    connect(dialog, &QDialog::accepted, this, go);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && !runningWork().isEmpty()) {
        event->ignore();
        whenFree(tr("Quit?"), tr("Stop and quit"), [this] {
            m_mayClose = true;
            close();
        });
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
