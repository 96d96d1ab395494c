// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/echorequests.h"
#include "localserver/batches/lineanswers.h"

namespace odc::server {

/** The body of the echo's answer to a request to that line's endpoint: the same for the same line, but for
 * its time. It names local-echo as the model. */
QJsonObject echoBody(const LineRequest &request, const EchoRequest &read);

/** The body of an HTTP failure of that status: {"error":{message,type,param,code}}. */
QJsonObject failureBody(int status, const QString &model);

} // namespace odc::server
