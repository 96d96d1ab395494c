// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

namespace odc {

/// How a file writes its table.
struct TableFormat
{
    enum class Kind : quint8 { Separated, JsonLines };
    Kind kind = Kind::Separated;
    char separator = ',';  ///< ',', ';', '\t' or '|'
    bool hasHeader = true; ///< else the columns are called "column1", "column2", ...

    bool operator==(const TableFormat &) const = default;
};

/// A line of a table that is not as it should be.
struct TableProblem
{
    qint64 line = 0; ///< in the file, from 1; 0: the whole file
    QString message; ///< translated sentence
};

struct TableRow
{
    qint64 number = 0; ///< from 1
    qint64 line = 0;   ///< in the file, from 1
    QStringList
        values{}; ///< by column; null where the row has none. Values of JSON that are no text as compact JSON
};

/// The rows of a table, one after the other; of a file of any size one row and a block are in memory. Quotes
/// as RFC 4180 has them, line ends inside of quotes too, any line end, with and without a byte order mark.
/// One thread.
class TableReader
{
public:
    /// A longer row is a problem and left out: most likely a quote that is not closed.
    static constexpr qint64 longestRow = 16 * 1024 * 1024;

    /// `columns`: those of the values given; of JSON lines, the keys. `offset` and `line` are of a row's
    /// beginning.
    TableReader(const QString &path, const TableFormat &format, const QStringList &columns = {},
                qint64 offset = 0, qint64 line = 1);
    ~TableReader();

    /// The next row as it stands, header too; none at the end, or when reading failed. Rows that cannot be
    /// read are left out and are in problems().
    std::optional<TableRow> next();
    /// Where the row that came last begins in the file.
    qint64 offset() const { return m_rowOffset; }
    /// Behind it.
    qint64 position() const { return m_blockOffset + m_at; }
    /// Of rows since the last call; translated.
    QList<TableProblem> takeProblems() { return std::exchange(m_problems, {}); }
    /// Keys of the row that came last, of JSON lines.
    const QStringList &keys() const { return m_keys; }
    /// Reading failed; translated. Empty when all is well.
    const QString &error() const { return m_error; }

private:
    struct Json;

    /// The next byte, from 0 to 255; -1 at the end.
    int get();
    /// The same without going on.
    int peek();
    bool fill();
    std::optional<TableRow> nextSeparated();
    std::optional<TableRow> nextObject();
    QString takeObject(const QByteArray &line, TableRow &row);
    void addProblem(qint64 line, const QString &message) { m_problems.append({line, message}); }

    std::unique_ptr<Json> m_json;
    QFile m_file;
    const TableFormat m_format;
    const QStringList m_columns;
    QString m_error;
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_blockOffset = 0;
    qint64 m_rowOffset = 0;
    qint64 m_line;
    qint64 m_number = 0;
    QStringList m_keys;
    QList<TableProblem> m_problems;
};

} // namespace odc
