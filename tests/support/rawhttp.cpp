// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"

#include "support/httpframing.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace odc::test {

namespace {
constexpr int timeoutMs = 20'000;
constexpr auto boundary = "XBOUNDARYX";

bool hasHeader(const Headers &headers, const QByteArray &name)
{
    for (const auto &header : headers) {
        if (header.first.toLower() == name)
            return true;
    }
    return false;
}
} // namespace

QJsonObject RawReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString RawReply::error(const QString &field) const
{
    return json()[u"error"_s].toObject()[field].toString();
}

RawReply rawRequest(const QUrl &server, const QByteArray &method, const QByteArray &target,
                    const Headers &headers, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(server.host(), quint16(server.port()));
    if (!socket.waitForConnected(timeoutMs))
        return {};
    QByteArray head =
        method + ' ' + target + " HTTP/1.1\r\nHost: " + server.host().toUtf8() + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers) {
        if (!value.isEmpty())
            head += name + ": " + value + "\r\n";
    }
    if (!hasHeader(headers, "authorization"))
        head += "Authorization: Bearer sk-test\r\n";
    if (!body.isEmpty() && !hasHeader(headers, "content-length") && !hasHeader(headers, "transfer-encoding"))
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(head + "\r\n" + body);

    QByteArray received;
    QElapsedTimer timer;
    timer.start();
    // The server closes after the reply, for we asked it to.
    while (socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < timeoutMs) {
        if (socket.waitForReadyRead(timeoutMs))
            received += socket.readAll();
    }
    received += socket.readAll();

    RawReply reply;
    while (received.startsWith("HTTP/1.1 100"))
        received.remove(0, received.indexOf("\r\n\r\n") + 4);
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const HttpHead parsed = parseHead(received.left(end));
    reply.status = parsed.startLine.split(' ').value(1).toInt();
    reply.headers = parsed.headers;
    reply.body = received.mid(end + 4);
    return reply;
}

QByteArray formBody(const QList<FormPart> &parts)
{
    QByteArray body;
    for (const FormPart &part : parts) {
        body += "--" + QByteArray(boundary) + "\r\nContent-Disposition: form-data; name=\"" + part.name + '"';
        if (!part.filename.isNull())
            body += "; filename=\"" + part.filename + "\"\r\nContent-Type: application/octet-stream";
        body += "\r\n\r\n" + part.value + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

RawReply postForm(const QUrl &server, const QByteArray &target, const QList<FormPart> &parts,
                  const Headers &headers)
{
    Headers all = headers;
    all.append({"Content-Type", QByteArray("multipart/form-data; boundary=") + boundary});
    return rawRequest(server, "POST", target, all, formBody(parts));
}

} // namespace odc::test
