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

/// The Evals page in a whole window, before a server of the test's own.
class EvalsPageTest : public QObject
{
protected:
    static constexpr auto key = "sk-test-evals-1";

    void openConsole();
    void closeConsole();
    /// A server of this test's own, through a proxy that can break things; the Evals page is open.
    bool openServer(const QString &timeScale, const std::function<void(Profile &)> &change = {},
                    const QString &seed = QStringLiteral("none"));
    RawReply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {}) const;
    QString makeEval(const QString &name);
    QString makeRun(const QString &evalId, const QString &name, int items = 3);
    bool showEvals();

    TreeView *tree() const;
    /// The row of this name; below an eval of any name.
    QModelIndex row(const QString &name) const;
    QString cell(const QString &name, int column) const
    {
        return row(name).siblingAtColumn(column).data().toString();
    }
    bool clickRow(const QString &name, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool open(const QString &evalName);
    bool checkRun(const QString &name);
    QStringList selectedNames() const;
    /// The line below the title, without the plurals, which are a matter of the language's translation.
    QString summary() const;
    MessageBar *messages() const;
    StateOverlay *overlay() const;
    int tabOf(const QString &start) const;

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

/// Without the plurals of evals and runs.
QString singular(QString text);

} // namespace odc::test
