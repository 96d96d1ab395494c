// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace odc {
class StateOverlay;
}

namespace odc::test {

/// The Batches page in a whole window, before a server of the test's own, through a proxy that can break things.
class BatchesPageTest : public QObject
{
protected:
    static constexpr auto key = "sk-test-batches-1";

    void openConsole();
    void closeConsole();
    /// A server that takes objects as they are elsewhere: batches of every state at once.
    bool openStill(const QList<QJsonObject> &batches, const std::function<void(Profile &)> &change = {});
    /// A server that runs batches.
    bool openRunning(const QString &timeScale = QStringLiteral("1"), const std::function<void(Profile &)> &change = {});
    bool showBatches();

    RawReply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {}) const;
    /// In the place of those of the same id.
    bool put(const QList<QJsonObject> &batches) const;
    /// With its content; only of openStill().
    bool putFile(const QString &id, const QString &name, const QByteArray &content) const;
    /// Uploads lines for a batch; the id of the file.
    QString upload(const QByteArray &lines) const;
    /// Made by another client.
    QJsonObject make(const QString &fileId, const QJsonObject &metadata = {}) const;
    QJsonObject batch(const QString &id) const { return ask("GET", "/batches/" + id.toUtf8()).json(); }
    /// How often the server was asked for that, whatever followed the question mark.
    int asked(const QByteArray &method, const QByteArray &path) const;

    QString cell(const QString &name, const QByteArray &column) const;
    /// The line below the title, without the plurals, which are a matter of the language's translation.
    QString summary() const;
    StateOverlay *overlay() const;

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;

private:
    bool openServer(const QStringList &arguments, const std::function<void(Profile &)> &change);
};

/// {"total": ..., "completed": ..., "failed": ...}
QJsonObject countsJson(int total, int completed, int failed);
/// A batch as the API would give it, with these fields in place of its own.
QJsonObject batchJson(const QString &id, const QString &status, const QJsonObject &with = {});
/// Requests for a chat model, a line each, with these as the user's words; "r-1", "r-2", ...
QByteArray chatLines(const QStringList &words);

} // namespace odc::test
