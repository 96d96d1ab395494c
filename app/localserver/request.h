// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <functional>
#include <optional>

namespace odc::server {

/** Takes one piece of a body; returning false stops the reading. */
using BodySink = std::function<bool(const char *data, qsizetype size)>;

/** The body of the request being served, readable once, piece by piece. */
class BodyReader
{
public:
    virtual ~BodyReader() = default;
    /** Hands the whole body to \p sink. False when the sink refused or the connection broke. */
    virtual bool read(const BodySink &sink) = 0;
    /** Reads away a short body that nobody wanted, so that the connection can be kept. */
    virtual void discard() = 0;
};

/** What the key of a request is good for. */
enum class Access { None, Project, Admin };

/** One request on its way through the server. Lives in the thread that serves it. */
struct RequestContext
{
    QByteArray method;
    QByteArray target; ///< path and query exactly as received
    QByteArray path;   ///< path exactly as received, still percent-encoded
    QList<QPair<QString, QString>> query;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QHash<QString, QString> params;               ///< path parameters, decoded
    qint64 contentLength = -1;                    ///< -1: not announced
    bool chunked = false;
    qint64 bodyBytes = 0; ///< received so far
    qint64 startedNs = 0; ///< monotonic clock
    Access access = Access::None;
    BodyReader *body = nullptr;

    /** First header of that (lower-case) name, or empty. */
    QByteArray header(QByteArrayView lowerName) const;
    /** First query value of that name; nothing when absent. */
    std::optional<QString> queryValue(QStringView name) const;
    /** A path parameter of the matched route. */
    QString param(const QString &name) const { return params.value(name); }

    /** The whole body in memory; throws ApiFault 413 beyond \p limit bytes. */
    QByteArray readBody(qint64 limit);
    /** The body as a JSON object; an empty body counts as {} when \p emptyAllowed. Throws ApiFault 400. */
    QJsonObject readJsonObject(bool emptyAllowed = false);
};

/** Splits \p target (path?query) into the context's path and decoded query. */
void parseTarget(RequestContext &context, const QByteArray &target);

} // namespace odc::server
