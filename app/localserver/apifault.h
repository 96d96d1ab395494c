// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace odc::server {

/**
 * An error reply in the shape of the API: {"error":{message,type,param,code}}.
 * Thrown by route handlers and caught by the Dispatcher; it never leaves the library.
 */
struct ApiFault
{
    int status = 400;
    QString message;
    QString type;
    QString param; ///< empty = null in the reply
    QString code;  ///< empty = null in the reply
    /** Value of the Allow header of a 405, else empty. */
    QByteArray allow;

    static ApiFault badRequest(const QString &message, const QString &param = {}, const QString &code = {});
    static ApiFault notFound(const QString &message, const QString &param = {}, const QString &code = {});
    static ApiFault unauthorized(const QString &message);
    static ApiFault forbidden(const QString &message, const QString &code = {});
    static ApiFault methodNotAllowed(const QString &message, const QByteArray &allow);
    static ApiFault tooLarge(const QString &message);
    static ApiFault serverError(const QString &message);

    /** The reply body, compact JSON. */
    QByteArray toJson() const;
};

/** Thrown when the client went away in the middle of its request: there is nobody to answer. */
struct ClientGone
{
};

} // namespace odc::server
