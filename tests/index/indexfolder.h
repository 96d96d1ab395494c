// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexbench.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

namespace odc::test {

/// A folder of a test's own for files of an index.
class IndexFolder
{
protected:
    void renew() { m_folder = std::make_unique<QTemporaryDir>(); }
    QString file(const QString &name = u"profile.index"_s) const { return m_folder->filePath(name); }
    ObjectIndex::Options options() const
    {
        ObjectIndex::Options options;
        options.file = file();
        return options;
    }
    /// A file that holds three files and a batch, closed.
    void fill() const
    {
        IndexBench bench(options());
        bench.open();
        bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s), fileNamed(u"f2"_s), fileNamed(u"f3"_s)}));
        bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"in_progress"_s, 4)));
        bench.settle();
    }
    /// Statements of a test's own.
    static QVariant sql(const QString &file, const QString &statement)
    {
        QVariant value;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(file);
            if (database.open()) {
                QSqlQuery query(database);
                if (query.exec(statement) && query.next())
                    value = query.value(0);
            }
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return value;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace odc::test
