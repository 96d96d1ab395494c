// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace odc::server {

/** What the echo makes of a request's body. */
struct EchoRequest
{
    /** The conversation, for endpoints that have one: [{role, content}]. */
    QJsonArray messages;
    /** The texts that are asked about one by one: prompts, inputs. */
    QStringList texts;
    /** An answer is cut behind so many tokens; 0 = it is not. */
    qint64 maxTokens = 0;
};

/** The texts of a body that directives are looked for in: what a user said last, input, or prompt. Of a body
 * that cannot be read: empty. */
QString steeringText(const QString &endpoint, const QJsonObject &body);

/**
 * Reads the body of a request to that endpoint. Throws ApiFault with the status and the words that the
 * endpoint would refuse it with: unknown model, missing or wrong members, values out of range.
 */
EchoRequest echoRequest(const QString &endpoint, const QJsonObject &body);

} // namespace odc::server
