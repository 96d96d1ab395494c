// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QUrl>

namespace odc::test {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/** A reply as it came over the wire. status 0: there was none. */
struct RawReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QJsonObject json() const;
    /** error.message, error.code ... of an error reply. */
    QString error(const QString &field) const;
};

/**
 * One blocking HTTP exchange over a plain socket, so that the server is not judged by the console's own
 * client. \p target is the request target as sent, e.g. "/v1/files?limit=1". A key "sk-test" is sent unless
 * \p headers hold an Authorization (an empty one sends none). Content-Length is added for a body. The reply
 * must come within 20 s.
 */
RawReply rawRequest(const QUrl &server, const QByteArray &method, const QByteArray &target,
                    const Headers &headers = {}, const QByteArray &body = {});

/** A part of a form; without a file name it is a plain field. */
struct FormPart
{
    QByteArray name;
    QByteArray value;
    QByteArray filename;
};

/** POSTs \p parts as multipart/form-data in the given order. */
RawReply postForm(const QUrl &server, const QByteArray &target, const QList<FormPart> &parts,
                  const Headers &headers = {});

/** The body of such a form with the boundary "XBOUNDARYX". */
QByteArray formBody(const QList<FormPart> &parts);

} // namespace odc::test
