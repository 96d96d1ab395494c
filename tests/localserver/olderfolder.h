// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace odc::test {

/** Statements that make a data folder one of before vector stores and fine-tuning, but for its version. */
inline QStringList withoutStores()
{
    QStringList statements;
    for (const char *table :
         {"vector_stores", "vector_store_files", "vector_store_batches", "vector_store_state",
          "vector_store_members", "vector_store_work", "vector_store_pages", "chunk_stores", "chunk_files",
          "fine_tuning_jobs", "fine_tuning_events", "fine_tuning_checkpoints", "checkpoint_permissions",
          "fine_tuning_work", "fine_tuning_metadata", "fine_tuning_models"})
        statements.append(QStringLiteral("DROP TABLE ") + QLatin1String(table));
    return statements;
}

} // namespace odc::test
