// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"

#include <QJsonObject>

namespace odc {
class Session;
}

namespace odc::test {

/// Made by the session and waited for; without an id when that failed.
EvalObject makeEval(Session &session, const QJsonObject &body);
/// Started, and waited for until it has ended.
EvalRun makeRun(Session &session, const EvalObject &eval, const QJsonObject &body);

} // namespace odc::test
