// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/auth.h"

#include "localserver/apifault.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
/** Enough of a key to recognise it, never enough to use it. */
QString masked(const QByteArray &key)
{
    const QString text = QString::fromUtf8(key);
    return text.size() < 12 ? u"***"_s : text.left(3) + u"***"_s + text.right(4);
}
} // namespace

Access Auth::check(const RequestContext &context) const
{
    const QByteArray value = context.header("authorization").trimmed();
    const bool isBearer = value.left(7).toLower() == "bearer ";
    const QByteArray key = isBearer ? value.mid(7).trimmed() : QByteArray();
    if (key.isEmpty())
        throw ApiFault::unauthorized(u"You didn't provide an API key. You need to provide your API key in an "
                                     u"Authorization header using Bearer "
                                     "auth (i.e. Authorization: Bearer YOUR_KEY)."_s);
    if (!m_adminKey.isEmpty() && key == m_adminKey)
        return Access::Admin;
    const bool looksAdmin = key.startsWith("sk-admin-");
    const bool accepted = m_apiKey.isEmpty() ? !looksAdmin || m_adminKey.isEmpty() : key == m_apiKey;
    if (!accepted)
        throw ApiFault::unauthorized(u"Incorrect API key provided: %1."_s.arg(masked(key)));
    return looksAdmin ? Access::Admin : Access::Project;
}

} // namespace odc::server
