// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/apifault.h"
#include "localserver/graders/grader.h"

using namespace Qt::StringLiterals;

namespace odc::server {

void checkGrader(const QJsonObject &grader, const QString &param, const QJsonObject &, GraderUse)
{
    const QString type = grader["type"_L1].toString();
    if (type == u"python"_s)
        throw ApiFault::badRequest(u"python graders are not run by the local server"_s, param);
}

} // namespace odc::server
