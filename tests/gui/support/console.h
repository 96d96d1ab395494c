// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "lists/rowmodelbase.h"
#include "support/rawhttp.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"
#include "ui/pages/listpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

#include <functional>
#include <memory>

class QMimeData;

namespace odc {
class MessageBar;
class Session;
namespace server {
class LocalServer;
}
} // namespace odc

namespace odc::test {

/// Runs the event loop until `condition` holds; false after a time no healthy machine needs.
bool eventually(const std::function<bool()> &condition, int timeoutMs = 40'000);
#define ODC_EVENTUALLY(...) QVERIFY2(odc::test::eventually([&] { return bool(__VA_ARGS__); }), #__VA_ARGS__)

/// From here to the end of the test function a warning fails it. To be called in init().
void failOnNoise();

/// Writes a file (folders are made) and returns its path.
QString writeFile(const QString &path, const QByteArray &content);
QByteArray readFile(const QString &path);

/// A whole console as the program makes it: services, window, scratch folders, keys in memory. Nothing is polled, so
/// that a server's log holds what the test did.
class Console
{
public:
    /// `home` holds "config" and "data" below it; two consoles, one after the other, may share one.
    Console(Theme &theme, const QString &home);
    ~Console();

    Services &services() { return *m_services; }
    MainWindow &window() { return *m_window; }
    server::LocalServer *localServer();
    Session *session();
    /// What a page of the open profile is made from.
    PageContext context();

    /// Opens a profile and waits until its list has ended loading, well or not.
    bool open(const QString &profileId);
    bool openLocal();
    bool addSampleData();
    /// A compatible server under a key that goes into the secret store. Returns the profile's id.
    QString addProfile(const QString &name, const QUrl &url, const QString &key,
                       const std::function<void(Profile &)> &change = {}, const QString &adminKey = {});

    AreaPage *page();
    ListPane *pane();
    TableView *table();
    /// Texts of one column, top to bottom as shown.
    QStringList column(const QByteArray &key);
    /// The message bar of the list.
    MessageBar *messages();
    QAction *action(const QString &name);
    /// Rows with these names (column "name"), and only they, are selected with real clicks.
    bool select(const QStringList &names);
    void setFilter(const QString &text);
    /// Makes the window the active one, as a window manager does once a dialog has gone.
    void activate();
    /// Presses keys where the focus is, or in `focus`, in the active window or dialog.
    void press(const QKeySequence &keys, QWidget *focus = nullptr);
    void press(const QString &keys) { press(QKeySequence(keys)); }

    /// A visible widget or dialog of this name anywhere in the program; null when there is none.
    template <typename T>
    T *find(const QString &name) const
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (auto *wanted = qobject_cast<T *>(widget); wanted && widget->isVisible() && widget->objectName() == name)
                return wanted;
        }
        return nullptr;
    }
    /// Waits for it.
    template <typename T>
    T *await(const QString &name) const
    {
        T *found = nullptr;
        eventually([&] { return (found = find<T>(name)) != nullptr; });
        return found;
    }

    /// Clicks a visible, enabled button by its name.
    bool click(const QString &name) const;
    static void click(QWidget *widget);
    /// Opens a menu of the window with the mouse and takes an action of it. False when it is not there or cannot be taken.
    bool chooseFromMenu(const QString &menuName, const QString &actionName);
    /// Answers the open file dialog of this name.
    bool chooseFile(const QString &dialogName, const QString &path);
    /// Moves files over `place` of the window as a desktop does, and lets them go. False when they were not taken.
    bool drop(const QMimeData &mime, const QPoint &placeInWindow);
    /// The tab of the details.
    void showTab(int index);

private:
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    Profile m_profile; ///< the open one
};

} // namespace odc::test
