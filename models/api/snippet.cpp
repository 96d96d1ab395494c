// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippet.h"

#include "api/session.h"
#include "base/requestlog.h"

namespace odc {

using namespace Qt::StringLiterals;

QString callSnippet(const Session &session, const QByteArray &method, const QString &path,
                    SnippetLanguage language)
{
    LoggedCall call;
    call.method = method;
    call.path = path;
    call.url = QUrl(session.baseUrl().toString() + path).toEncoded();
    return language == SnippetLanguage::Curl ? RequestLog::toCurl(call) : RequestLog::toPython(call);
}

} // namespace odc
