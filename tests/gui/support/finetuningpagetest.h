// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace odc {
class CurvesView;
class StateOverlay;
} // namespace odc

namespace odc::test {

/// The Fine-tuning page in a whole window, before a server of the test's own, through a proxy that can break
/// things.
class FineTuningPageTest : public QObject
{
protected:
    static constexpr auto key = "sk-test-tuning-1";

    void openConsole();
    void closeConsole();
    /// A server that takes objects as they are elsewhere: jobs of every state at once.
    bool openStill(const QList<QJsonObject> &jobs, const std::function<void(Profile &)> &change = {});
    /// A server that runs jobs.
    bool openRunning(const std::function<void(Profile &)> &change = {});
    /// A console once more, before the same server.
    bool reopen();
    bool showJobs();

    RawReply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {}) const;
    /// Below this job; only of openStill().
    bool put(const QByteArray &list, const QList<QJsonObject> &objects, const QString &jobId = {}) const;
    bool putFile(const QString &id, const QString &name, const QString &purpose,
                 const QByteArray &content) const;
    /// Examples in a file of the project; its id.
    QString upload(const QString &name = QStringLiteral("train.jsonl")) const;
    /// Made by another client: so many steps in so many seconds. Its id.
    QString make(const QString &suffix, int steps, int seconds, const QJsonObject &metadata = {}) const;
    QJsonObject job(const QString &id) const { return ask("GET", "/fine_tuning/jobs/" + id.toUtf8()).json(); }
    /// All events as the server has them now, oldest first.
    QList<QJsonObject> eventsOf(const QString &id) const;
    /// The list shows this job in this state.
    bool shows(const QString &name, const QString &status);
    /// How often the server was asked for that, whatever followed the question mark.
    int asked(const QByteArray &method, const QByteArray &path) const;
    /// The same of all paths that end so.
    int askedAtEnd(const QByteArray &method, const QByteArray &end) const;

    QString cell(const QString &name, const QByteArray &column) const;
    /// The line below the title, without the plurals, which are a matter of the language's translation.
    QString summary() const;
    StateOverlay *overlay() const;
    CurvesView *curves() const;
    /// Step and value of a metric, as the curves have it.
    QList<std::pair<qint64, double>> points(const QString &jobId, const QString &metric) const;
    /// All words of a dialog.
    static QString textOf(const QDialog *dialog);

    Theme m_theme;
    QString m_adminKey; ///< of the profiles that are opened; empty: they have none
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;

private:
    bool openServer(const QStringList &arguments, const std::function<void(Profile &)> &change);

    QString m_profileId;
};

/// A job as the API would give it, with these fields in place of its own.
QJsonObject jobJson(const QString &id, const QString &status, const QJsonObject &with = {});
/// An event of a job; `data` of a step, or none.
QJsonObject eventJson(const QString &id, const QString &message, qint64 at,
                      const QString &level = QStringLiteral("info"), const QJsonObject &data = {});
/// One of each kind, newest first, under the names "running", "checked", "paused", "failed", "cancelled",
/// "fine".
QList<QJsonObject> jobsOfEveryState();
/// Examples of a chat, a line each.
QByteArray chatExamples(int count);

} // namespace odc::test
