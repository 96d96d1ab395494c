// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributetable.h"

#include "base/csv.h"
#include "base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace odc::attributetable {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AttributeTable)
};

constexpr qsizetype mostKeys = 1000; // a file of another kind has any number of columns

/// Whether a spreadsheet would run this, but for the apostrophes before it.
bool isFormula(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size() && text.at(at) == u'\'')
        ++at;
    return at < text.size() && u"=+-@\t\r\n"_s.contains(text.at(at));
}

QString withoutApostrophe(const QString &cell)
{
    return cell.startsWith(u'\'') && isFormula(cell) ? cell.sliced(1) : cell;
}

QString csvField(const QString &text)
{
    // The apostrophe must be one more than it had, so that taking one away gives what it was.
    return text.startsWith(u'\'') && isFormula(text) ? csv::field(QVariant(QString(u'\'' + text)))
                                                     : csv::field(QVariant(text));
}

QString csvField(const AttributeValue &value)
{
    // A number is written as one: behind an apostrophe a spreadsheet would not reckon with it.
    if (value.type() == AttributeValue::Type::Number)
        return value.text();
    return csvField(value.typedText());
}

/// Reads cells one after the other; `quotes`: marks mean what RFC 4180 says.
class Reader
{
public:
    Reader(const QString &text, QChar separator, bool quotes)
        : m_text(text), m_separator(separator), m_quotes(quotes)
    {
        if (m_text.startsWith(QChar(0xfeff)))
            m_at = 1;
    }

    Cells all()
    {
        while (m_at < m_text.size())
            readRow();
        return std::move(m_cells);
    }

private:
    void readRow()
    {
        const int line = m_line;
        QStringList row;
        bool ended = false;
        while (!ended) {
            row << readCell();
            if (m_at >= m_text.size()) {
                ended = true;
            } else if (m_text.at(m_at) == m_separator) {
                ++m_at;
            } else {
                takeLineEnd();
                ended = true;
            }
        }
        const bool isEmpty =
            std::all_of(row.cbegin(), row.cend(), [](const QString &cell) { return cell.isEmpty(); });
        if (isEmpty)
            return;
        m_cells.rows << row;
        m_cells.lines << line;
    }

    QString readCell()
    {
        QString cell;
        if (m_quotes && m_at < m_text.size() && m_text.at(m_at) == u'"')
            cell = readQuoted();
        // Behind a closing mark nothing should stand; what does belongs to the cell all the same.
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != m_separator && !isLineEnd(m_text.at(m_at)))
            ++m_at;
        return cell + m_text.mid(from, m_at - from);
    }

    QString readQuoted()
    {
        const int line = m_line;
        QString cell;
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                if (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'"') {
                    ++m_at;
                    return cell;
                }
                ++m_at;
            }
            if (c == u'\n' || (c == u'\r' && (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'\n')))
                ++m_line;
            cell += c;
            ++m_at;
        }
        m_cells.openQuote = line;
        return cell;
    }

    static bool isLineEnd(QChar c) { return c == u'\n' || c == u'\r'; }

    void takeLineEnd()
    {
        const bool two = m_text.at(m_at) == u'\r' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'\n';
        m_at += two ? 2 : 1;
        ++m_line;
    }

    const QString m_text;
    const QChar m_separator;
    const bool m_quotes;
    qsizetype m_at = 0;
    int m_line = 1;
    Cells m_cells;
};

} // namespace

Cells readCells(const QString &text, QChar separator)
{
    return Reader(text, separator, true).all();
}

QChar separatorOf(const QString &text)
{
    QHash<QChar, int> found;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        else if (!quoted)
            ++found[c];
    }
    QChar best = u',';
    for (const QChar c : {QChar(u';'), QChar(u'\t')}) {
        if (found.value(c) > found.value(best))
            best = c;
    }
    return best;
}

QList<QStringList> readBlock(const QString &text)
{
    Cells cells = readCells(text, u'\t');
    if (cells.openQuote > 0)
        cells = Reader(text, u'\t', false).all();
    if (cells.rows.isEmpty() && !text.isEmpty())
        return {{QString()}}; // one empty cell was copied
    // Rows with nothing in them have their place in a block.
    if (!cells.lines.isEmpty()) {
        QList<QStringList> rows;
        int next = 1;
        for (qsizetype i = 0; i < cells.rows.size(); ++i) {
            while (next < cells.lines.at(i)) {
                rows << QStringList{QString()};
                ++next;
            }
            rows << cells.rows.at(i);
            next = cells.lines.at(i) + 1;
            for (const QString &cell : cells.rows.at(i))
                next += int(cell.count(u'\n'));
        }
        return rows;
    }
    return cells.rows;
}

QString writeBlock(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (QString cell : row) {
            const bool mustQuote =
                cell.startsWith(u'"') || cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r');
            if (mustQuote)
                cell = u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"';
            cells << cell;
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

Table read(const QString &text)
{
    Table table;
    const Cells cells = readCells(text, separatorOf(text));
    if (cells.openQuote > 0)
        table.problems.append({cells.openQuote, Tr::tr("A quotation mark is never closed")});
    if (cells.rows.isEmpty()) {
        table.problems.append({0, Tr::tr("There is nothing in this file")});
        return table;
    }
    const QStringList header = cells.rows.constFirst();
    QList<int> columns; // by key
    for (int i = 1; i < header.size(); ++i) {
        const QString key = withoutApostrophe(header.at(i));
        QString problem;
        if (key.isEmpty()) {
            // Spreadsheets leave empty columns at the end.
            const bool isUsed =
                std::any_of(cells.rows.cbegin() + 1, cells.rows.cend(),
                            [i](const QStringList &row) { return i < row.size() && !row.at(i).isEmpty(); });
            if (isUsed)
                problem = Tr::tr("Column %1 has no key").arg(i + 1);
        } else if (table.keys.contains(key)) {
            problem = Tr::tr("The key “%1” is there twice").arg(format::oneLine(key, 80));
        } else if (table.keys.size() == mostKeys) {
            problem = Tr::tr("The table has more than %1 keys").arg(format::number(mostKeys));
        } else if (problem = attributerules::keyProblem(key); problem.isEmpty()) {
            table.keys << key;
            columns << i;
            continue;
        }
        if (!problem.isEmpty())
            table.problems.append({cells.lines.constFirst(), problem});
        if (table.keys.size() == mostKeys)
            break;
    }
    if (table.keys.isEmpty())
        table.problems.append({cells.lines.constFirst(), Tr::tr("There is no column with an attribute")});
    for (qsizetype i = 1; i < cells.rows.size(); ++i) {
        const QStringList &cellsOfRow = cells.rows.at(i);
        Table::Row row{cells.lines.at(i), withoutApostrophe(cellsOfRow.constFirst())};
        if (row.file.isEmpty()) {
            table.problems.append({row.line, Tr::tr("The row names no file")});
            continue;
        }
        if (cellsOfRow.size() > header.size())
            table.problems.append({row.line, Tr::tr("The row has more cells than there are keys")});
        for (const int column : std::as_const(columns))
            row.cells << (column < cellsOfRow.size() ? std::optional(withoutApostrophe(cellsOfRow.at(column)))
                                                     : std::nullopt);
        table.rows << row;
    }
    return table;
}

QString fileOf(const QString &idOrName, const Names &names, QString *problem)
{
    problem->clear();
    if (names.ids.contains(idOrName))
        return idOrName;
    const QStringList ids = names.idsByName.values(idOrName);
    if (ids.size() == 1)
        return ids.constFirst();
    *problem = ids.isEmpty()
                   ? Tr::tr("No file of this store is called “%1”").arg(format::oneLine(idOrName, 80))
                   : Tr::tr("%Ln files of this store are called “%1”: name the one by its id", nullptr,
                            int(ids.size()))
                         .arg(format::oneLine(idOrName, 80));
    return {};
}

QByteArray write(const QStringList &keys, const QList<Entry> &entries)
{
    QString text = u"file"_s;
    for (const QString &key : keys)
        text += u',' + csvField(key);
    text += "\r\n"_L1;
    for (const Entry &entry : entries) {
        text += csvField(entry.file);
        for (const auto &value : entry.values)
            text += u',' + (value ? csvField(*value) : QString());
        text += "\r\n"_L1;
    }
    return text.toUtf8();
}

} // namespace odc::attributetable
