// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

class Session;

/// How a call is written down for somebody else's terminal or program.
enum class SnippetLanguage { Curl, Python };

/// A call without a body on this session's server, the key as a variable. `method` "GET" or "DELETE"; `path`
/// below the base URL, ids encoded with pathSegment().
QString callSnippet(const Session &session, const QByteArray &method, const QString &path,
                    SnippetLanguage language);

} // namespace odc
