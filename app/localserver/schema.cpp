// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/schema.h"

using namespace Qt::StringLiterals;

namespace odc::server {

QList<QStringList> schemaSteps()
{
    // Objects are kept as the JSON text a reply carries: unknown fields survive, and a list of 10,000 is a
    // join of texts. The columns beside it are what lists filter and sort by. seq breaks ties between equal
    // seconds.
    const QStringList files{
        u"CREATE TABLE files ("
        "seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, "
        "expires_at INTEGER, ready_at_ms INTEGER NOT NULL, purpose TEXT NOT NULL, object TEXT NOT NULL)"_s,
        u"CREATE INDEX files_created ON files (created_at, seq)"_s,
        u"CREATE INDEX files_purpose ON files (purpose, created_at, seq)"_s,
        u"CREATE INDEX files_expires ON files (expires_at) WHERE expires_at IS NOT NULL"_s,
    };
    return {files};
}

} // namespace odc::server
