// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/widgets/treeview.h"

#include <QTemporaryDir>

namespace odc {
class StateOverlay;
}

namespace odc::test {

/// The Vector stores page in a whole window, before a server of the test's own.
class StoresPageTest : public QObject
{
protected:
    static constexpr auto key = "sk-test-stores-1";

    void openConsole();
    void closeConsole();
    /// A server of this test's own, through a proxy that can break things. `timeScale`: how many times as
    /// long as usual its work takes.
    bool openServer(const std::function<void(Profile &)> &change = {},
                    const QString &timeScale = QStringLiteral("0"));
    /// The page is open, and its list has ended loading, well or not.
    bool showStores();
    RawReply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {}) const;
    /// A file of the project; its id.
    QString upload(const QString &name, const QByteArray &content = "Some words to be found");
    /// A store with these files, all of which have been through; its id.
    QString makeStore(const QString &name, const QStringList &fileIds, const QJsonObject &more = {});
    bool settled(const QString &storeId) const;
    QStringList filesIn(const QString &storeId) const;
    bool hasFile(const QString &fileId) const;

    TreeView *tree() const;
    /// The row of this name; below a store of any name.
    QModelIndex row(const QString &name) const;
    QString cell(const QString &name, int column) const
    {
        return row(name).siblingAtColumn(column).data().toString();
    }
    bool clickRow(const QString &name, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Opens a store by the keyboard and waits for its files with their names.
    bool open(const QString &store, const QString &file);
    QString summary() const;
    MessageBar *messages() const;
    StateOverlay *overlay() const;
    int tabOf(const QString &start) const;
    bool showTab(const QString &start);

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

} // namespace odc::test
