// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "app/profileopener.h"
#include "localserver/localserver.h"

#include <QTemporaryDir>

namespace odc::test {

/// The Files page in a whole window, before the embedded server.
class FilesPageTest : public QObject
{
protected:
    void openConsole()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        QVERIFY(m_console->openLocal());
    }
    void closeConsole()
    {
        m_console.reset();
        m_home.reset();
    }
    QString path(const QString &name) const { return m_home->filePath(name); }
    /// Requests the embedded server has answered since the last clear.
    int count(const QByteArray &method, const QByteArray &pathPart) const
    {
        int found = 0;
        for (const server::LoggedRequest &request : m_console->localServer()->requestLog()) {
            if (request.method == method && request.target.contains(pathPart))
                ++found;
        }
        return found;
    }
    int creates() const { return count("POST", "/files"); }
    Headers key() const
    {
        return {{"Authorization",
                 "Bearer " + m_console->services().opener().embeddedServer().token().reveal().toUtf8()}};
    }
    QUrl serverUrl() const { return m_console->services().opener().embeddedServer().url(); }
    QByteArray content(const QString &id) const
    {
        return rawRequest(serverUrl(), "GET", "/v1/files/" + id.toUtf8() + "/content", key()).body;
    }
    /// A file that another client has put there; shown after the refresh this does.
    bool put(const QByteArray &name, const QByteArray &purpose, const QByteArray &bytes)
    {
        if (postForm(serverUrl(), "/v1/files", {{"purpose", purpose, {}}, {"file", bytes, name}}, key())
                .status != 200)
            return false;
        m_console->press(QStringLiteral("F5"));
        return eventually([&] { return m_console->column("name").contains(QString::fromUtf8(name)); });
    }
    QString idOf(const QString &name) const
    {
        const int row = int(m_console->column("name").indexOf(name));
        return row < 0 ? QString() : m_console->column("id").at(row);
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

} // namespace odc::test
