// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawhttp.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace odc::test {

/**
 * Runs the program openai-data-server on a free port. Unless told otherwise it works in a scratch folder that
 * goes away with this object, and takes any key.
 */
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess(); ///< ends the server
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /** The folder to work in; before start(). */
    void setDataDir(const QString &dataDir) { m_dataDir = dataDir; }
    QString dataDir() const { return m_dataDir; }

    /** Starts it with further arguments and waits for its line. False when it ended instead; see errorText().
     */
    bool start(const QStringList &arguments = {});
    bool isRunning() const;

    /** http://127.0.0.1:PORT/v1 */
    QUrl url() const { return m_url; }
    /** Everything the server wrote to standard output and to standard error so far. */
    QByteArray output();
    QString errorText();
    qint64 processId() const { return m_process.processId(); }
    /** Memory in use in KiB, now and at its highest; 0 where the system does not tell. */
    qint64 residentKiB() const;
    qint64 peakResidentKiB() const;

    /** The server's own account of the requests it answered, oldest first. */
    QJsonArray log(qint64 since = 0) const;
    /** Entries of the log for that method whose path (without query) is \p path. */
    int count(const QString &method, const QString &path) const;
    void clearLog() const;

    /** Ends it as a power cut would. */
    void kill();
    /** Ends it by SIGTERM; returns its exit code, or -1 when it did not end within 10 s or crashed. */
    int terminate();

private:
    qint64 statusValue(const QByteArray &field) const;

    QTemporaryDir m_scratch;
    QString m_dataDir;
    QProcess m_process;
    QByteArray m_output;
    QUrl m_url;
    QByteArray m_key = "sk-test";
};

} // namespace odc::test
