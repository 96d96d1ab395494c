// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serverprocess.h"

#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace odc::test {

ServerProcess::ServerProcess() : m_dataDir(m_scratch.filePath(u"data"_s)) {}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QStringList &arguments)
{
    kill();
    m_output.clear();
    m_url.clear();
    const qsizetype key = arguments.indexOf(u"--api-key"_s);
    m_key = key < 0 ? QByteArray("sk-test") : arguments.value(key + 1).toUtf8();
    m_process.start(QString::fromUtf8(ODC_SERVER_PROGRAM),
                    QStringList{u"--data"_s, m_dataDir, u"--port"_s, u"0"_s} + arguments);
    while (!m_output.contains('\n')) {
        const bool more = m_process.waitForReadyRead(60'000);
        m_output += m_process.readAllStandardOutput();
        if (!more && !m_output.contains('\n')) {
            m_process.waitForFinished(1000);
            return false;
        }
    }
    m_url = QUrl(QString::fromUtf8(m_output.left(m_output.indexOf('\n'))));
    return m_url.isValid();
}

bool ServerProcess::isRunning() const
{
    return m_process.state() == QProcess::Running;
}

QByteArray ServerProcess::output()
{
    m_process.waitForReadyRead(0);
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QString ServerProcess::errorText()
{
    return QString::fromUtf8(m_process.readAllStandardError());
}

qint64 ServerProcess::statusValue(const QByteArray &field) const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field + ':'))
            return line.mid(field.size() + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

qint64 ServerProcess::residentKiB() const
{
    return statusValue("VmRSS");
}

qint64 ServerProcess::peakResidentKiB() const
{
    return statusValue("VmHWM");
}

QJsonArray ServerProcess::log(qint64 since) const
{
    const RawReply reply = rawRequest(m_url, "GET", "/_local/requests?since=" + QByteArray::number(since),
                                      {{"Authorization", "Bearer " + m_key}});
    return reply.json()[u"data"_s].toArray();
}

int ServerProcess::count(const QString &method, const QString &path) const
{
    int found = 0;
    for (const QJsonValue &value : log()) {
        const QJsonObject entry = value.toObject();
        if (entry[u"method"_s] == method && entry[u"path"_s].toString().section(u'?', 0, 0) == path)
            ++found;
    }
    return found;
}

void ServerProcess::clearLog() const
{
    rawRequest(m_url, "DELETE", "/_local/requests", {{"Authorization", "Bearer " + m_key}});
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(10'000);
}

int ServerProcess::terminate()
{
    m_process.terminate();
    const bool ended = m_process.waitForFinished(10'000);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace odc::test
