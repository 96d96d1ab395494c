// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/attributevalue.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// Attributes of files as a table, the way spreadsheets read and write it: a row a file, its id or name in
/// the first column, an attribute in each of the others. Cells hold what a person would type (see
/// AttributeValue).
namespace attributetable {

/// Rows of cells, quoted as RFC 4180 has it, line ends inside of quotes too; any line end, with and without a
/// byte order mark. A row without anything in it is left out.
struct Cells
{
    QList<QStringList> rows;
    QList<int> lines; ///< where each begins, from 1
    int openQuote =
        0; ///< line of a quotation mark that is never closed; 0: none. What follows it is one cell
};
Cells readCells(const QString &text, QChar separator);
/// What the text of a file separates its cells by, judged by its first line: ',', ';' or a tab.
QChar separatorOf(const QString &text);

/// A block that was copied in a spreadsheet: tabs between cells. A mark that is never closed is one like any
/// other.
QList<QStringList> readBlock(const QString &text);
/// For the clipboard: exactly what the cells are, quoted where that is needed.
QString writeBlock(const QList<QStringList> &rows);

/// Something in a table that cannot be taken; the rest can.
struct Problem
{
    int line = 0;    ///< 0: the table as a whole
    QString message; ///< translated sentence
};

/// A table as it was read. Not yet said: which files those are.
struct Table
{
    QStringList keys; ///< of the columns behind the first
    struct Row
    {
        int line;
        QString file; ///< id or name
        QList<std::optional<QString>>
            cells{}; ///< by key; none: the row ends before, and nothing is said of it
    };
    QList<Row> rows;
    QList<Problem> problems;
};
/// Reads the text of a CSV or TSV file. An apostrophe that write() put before what a spreadsheet would run
/// goes.
Table read(const QString &text);

/// Who is who among the files of a store.
struct Names
{
    QSet<QString> ids;
    QMultiHash<QString, QString> idsByName;
};
/// The id of the file a row names: an id, else a name that only one file has. Else empty, and `problem` says
/// why.
QString fileOf(const QString &idOrName, const Names &names, QString *problem);

/// One row to be written.
struct Entry
{
    QString file;                                  ///< id or name
    QList<std::optional<AttributeValue>> values{}; ///< by key
};
/// RFC 4180 with a header line, UTF-8. A text that a spreadsheet would run as a formula gets a leading
/// apostrophe.
QByteArray write(const QStringList &keys, const QList<Entry> &entries);

} // namespace attributetable

} // namespace odc
