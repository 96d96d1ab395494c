// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

namespace odc::server {

/** One row of a run's data source. */
struct DataRow
{
    QJsonObject item;
    QJsonObject sample; ///< empty unless the data brought one along
};

/** Rows in their order, out of a body or out of a JSONL file, which is never held as a whole. */
class RowReader
{
public:
    virtual ~RowReader() = default;
    /** The next row; nothing at the end, or when \p error is then set: the rows cannot be read on. */
    virtual std::optional<DataRow> next(QString *error) = 0;
};

/** The rows of a file_content source. */
std::unique_ptr<RowReader> readContent(const QJsonArray &content);
/** The lines {"item":{},"sample":{}} of \p file, which is open. */
std::unique_ptr<RowReader> readLines(std::shared_ptr<QIODevice> file);

/** What keeps \p value from being a row, or an empty text. */
QString rowFault(const QJsonValue &value);

} // namespace odc::server
