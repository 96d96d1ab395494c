// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/schema.h"

#include "localserver/batches/batchestable.h"
#include "localserver/evals/evalstable.h"
#include "localserver/finetuning/finetuningtable.h"
#include "localserver/stores/chunkindex.h"
#include "localserver/stores/storestable.h"

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
    // Parts arrive in blobs of their own, named like the part. A completed upload's file is the ordered list
    // of them, so that completing costs a few rows instead of a copy. pieces is null for a file in one blob.
    const QStringList uploads{
        u"ALTER TABLE files ADD COLUMN pieces TEXT"_s,
        u"CREATE TABLE uploads ("
        "id TEXT PRIMARY KEY NOT NULL, status TEXT NOT NULL, created_at INTEGER NOT NULL, "
        "expires_at INTEGER NOT NULL, bytes INTEGER NOT NULL, filename TEXT NOT NULL, purpose TEXT NOT NULL, "
        "mime_type TEXT NOT NULL, file_lifetime INTEGER, file_id TEXT)"_s,
        u"CREATE INDEX uploads_pending ON uploads (expires_at) WHERE status = 'pending'"_s,
        u"CREATE TABLE upload_parts ("
        "id TEXT PRIMARY KEY NOT NULL, upload_id TEXT NOT NULL REFERENCES uploads (id), "
        "created_at INTEGER NOT NULL, bytes INTEGER NOT NULL)"_s,
        u"CREATE INDEX upload_parts_upload ON upload_parts (upload_id)"_s,
    };
    // An archived file is what another server said of it: it does not expire, and its content may be missing.
    const QStringList evals =
        EvalsTable::schema() +
        QStringList{u"ALTER TABLE files ADD COLUMN archived INTEGER NOT NULL DEFAULT 0"_s};
    return {files,
            uploads,
            evals,
            BatchesTable::schema(),
            ChunkIndex::schema(),
            StoresTable::schema(),
            FineTuningTable::schema()};
}

} // namespace odc::server
