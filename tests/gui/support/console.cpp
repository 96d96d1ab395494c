// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/console.h"

#include "api/session.h"
#include "localserver/localserver.h"
#include "settings/secretstore.h"
#include "ui/actions/actioncollection.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QWindow>

namespace odc::test {

using namespace Qt::StringLiterals;

bool eventually(const std::function<bool()> &condition, int timeoutMs)
{
    return QTest::qWaitFor(condition, timeoutMs);
}

void failOnNoise()
{
    // What the offscreen platform and a bare container cannot help saying.
    QTest::failOnWarning(QRegularExpression(u"^(?!.*(plugin does not support|XDG_RUNTIME_DIR|systemTrayWindowChanged)).*"_s,
                                            QRegularExpression::DotMatchesEverythingOption));
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Console::Console(Theme &theme, const QString &home)
{
    Services::Options options;
    options.configFolder = home + u"/config"_s;
    options.dataFolder = home + u"/data"_s;
    options.memorySecrets = true;
    m_services = std::make_unique<Services>(options, theme);
    m_services->settings().set(Setting::PollSeconds, 0);
    m_window = std::make_unique<MainWindow>(m_services->context());
    QObject::connect(&m_services->opener(), &ProfileConnector::opened, m_window.get(),
                     [this](const Profile &profile) { m_profile = profile; });
    m_window->showPage(u"files"_s); // what most tests are about
    m_window->resize(1440, 900); // also where the screen is smaller, as the offscreen one is
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
}

Console::~Console()
{
    m_window.reset();
    m_services.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

server::LocalServer *Console::localServer()
{
    return m_services->opener().embeddedServer().server();
}

Session *Console::session()
{
    return m_services->opener().session();
}

PageContext Console::context()
{
    ProfileOpener &opener = m_services->opener();
    return {m_services->context(), m_profile, *opener.session(), *opener.transfers(), *opener.index(), *opener.watch(),
            *opener.audit()};
}

bool Console::open(const QString &profileId)
{
    m_window->openProfile(profileId);
    return eventually([this] {
        const AreaPage *open = page();
        return open && open->list() && open->list()->loadState() != LoadState::Idle && open->list()->loadState() != LoadState::Loading;
    });
}

bool Console::openLocal()
{
    return open(QLatin1StringView(localProfileId));
}

bool Console::addSampleData()
{
    action(u"files.sample"_s)->trigger();
    return eventually([this] {
        return page()->list()->loadState() == LoadState::Ready && page()->list()->rowCount() > 30;
    });
}

QString Console::addProfile(const QString &name, const QUrl &url, const QString &key,
                            const std::function<void(Profile &)> &change, const QString &adminKey)
{
    Profile profile;
    profile.name = name;
    profile.kind = Profile::Kind::Compatible;
    profile.baseUrl = url.toString();
    profile.colour = u"#2563EB"_s;
    profile.proxy = u"none"_s;
    profile.hasApiKey = !key.isEmpty();
    profile.hasAdminKey = !adminKey.isEmpty();
    if (change)
        change(profile);
    const auto id = m_services->profiles().put(profile);
    if (!id)
        return {};
    int written = 0;
    const auto write = [&](SecretKind kind, const QString &secret) {
        m_services->context().secrets.write(*id, kind, SecretString(secret), m_window.get(),
                                            [&](const SecretStore::WriteResult &) { ++written; });
    };
    write(SecretKind::ApiKey, key);
    if (!adminKey.isEmpty())
        write(SecretKind::AdminKey, adminKey);
    return eventually([&] { return written == (adminKey.isEmpty() ? 1 : 2); }) ? *id : QString();
}

AreaPage *Console::page()
{
    return m_window->currentPage();
}

ListPane *Console::pane()
{
    if (!page())
        return nullptr;
    // A page may have more lists than its own: "filesPage" has "filesPane".
    auto *own = page()->findChild<ListPane *>(page()->objectName().chopped(4) + u"Pane"_s);
    return own ? own : page()->findChild<ListPane *>();
}

TableView *Console::table()
{
    return pane() ? pane()->table() : nullptr;
}

QStringList Console::column(const QByteArray &key)
{
    QStringList texts;
    const int column = page()->list()->columnOf(key);
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, column).data().toString();
    return texts;
}

MessageBar *Console::messages()
{
    return pane()->messages();
}

QAction *Console::action(const QString &name)
{
    return m_window->findChild<QAction *>(name);
}

bool Console::select(const QStringList &names)
{
    activate();
    table()->clearSelection();
    table()->setCurrentIndex({});
    const int column = page()->list()->columnOf("name");
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    for (const QString &name : names) {
        const QModelIndexList found = table()->model()->match(table()->model()->index(0, column), Qt::DisplayRole, name, 1,
                                                              Qt::MatchExactly | Qt::MatchCaseSensitive);
        if (found.isEmpty())
            return false;
        table()->scrollTo(found.first());
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, table()->visualRect(found.first()).center());
        modifiers = Qt::ControlModifier;
    }
    return pane()->selectedIds().size() == names.size();
}

void Console::setFilter(const QString &text)
{
    auto *filter = page()->findChild<FilterEdit *>(page()->objectName().chopped(4) + u"Filter"_s); // "filesPage"
    activate();
    filter->setFocus();
    filter->selectAll();
    QTest::keyClick(filter, Qt::Key_Delete);
    QTest::keyClicks(filter, text);
    QTest::keyClick(filter, Qt::Key_Return); // filters at once and leaves to the list
}

void Console::activate()
{
    // Offscreen nobody hands the activity back when a dialog closes, as a window manager does.
    if (QApplication::activeModalWidget())
        return;
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
}

void Console::press(const QKeySequence &keys, QWidget *focus)
{
    activate();
    if (focus)
        focus->setFocus();
    QWidget *target = QApplication::focusWidget();
    QTest::keySequence(target ? target : m_window.get(), keys);
}

bool Console::click(const QString &name) const
{
    auto *button = await<QAbstractButton>(name);
    // What was shown a moment ago may not have its place yet.
    if (!button || !button->isEnabled() || !eventually([button] { return !button->visibleRegion().isEmpty(); }))
        return false;
    click(button);
    return true;
}

void Console::click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

bool Console::chooseFromMenu(const QString &menuName, const QString &actionName)
{
    activate();
    auto *menu = m_window->findChild<QMenu *>(menuName);
    QAction *wanted = action(actionName);
    if (!menu || !wanted || !wanted->isEnabled() || !menu->actions().contains(wanted))
        return false;
    QMenuBar *bar = m_window->menuBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(menu->menuAction()).center());
    if (!eventually([menu] { return menu->isVisible(); }))
        return false;
    menu->setActiveAction(wanted); // a long menu is scrolled to it
    QTest::keyClick(menu, Qt::Key_Return);
    return eventually([menu] { return !menu->isVisible(); });
}

bool Console::chooseFile(const QString &dialogName, const QString &path)
{
    auto *dialog = await<QFileDialog>(dialogName);
    if (!dialog)
        return false;
    dialog->selectFile(path);
    // Its field keeps what it has while it has the focus, as it should where a person types.
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    if (name && dialog->acceptMode() == QFileDialog::AcceptSave)
        name->setText(path);
    return QMetaObject::invokeMethod(dialog, "accept");
}

bool Console::drop(const QMimeData &mime, const QPoint &place)
{
    // To the native window, as the platform does: who takes it below the pointer is for the widgets to say.
    QWindow *native = m_window->windowHandle();
    QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    enter.setAccepted(false);
    QCoreApplication::sendEvent(native, &enter);
    if (!enter.isAccepted())
        return false;
    // Whoever accepted the entering need not speak up again at each move: so QGuiApplication passes it on.
    QDragMoveEvent move(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    move.setDropAction(enter.dropAction());
    move.accept();
    QCoreApplication::sendEvent(native, &move);
    if (!move.isAccepted())
        return false;
    QDropEvent drop(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    drop.setDropAction(move.dropAction());
    QCoreApplication::sendEvent(native, &drop);
    return drop.isAccepted();
}

void Console::showTab(int index)
{
    QAction *details = page()->actions().find(page()->objectName().chopped(4) + u".details"_s); // "filesPage"
    if (!details->isChecked())
        details->trigger(); // a small window begins without them
    auto *tabs = await<QTabBar>(u"detailsTabs"_s); // the details follow a selection in the next turn
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
}

} // namespace odc::test
