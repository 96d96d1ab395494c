// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <array>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 1000;
constexpr qsizetype mostColumns = 2000;
constexpr qint64 rowsPerMark = 64;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Table)
};

tl::unexpected<ApiError> fails(const QString &why)
{
    return failure(ApiError::make(ApiError::Kind::LocalFile, why));
}

/// How often each of the separators stands in the first rows, outside of quotes; the one that stands in each
/// of them, most often.
char guessSeparator(const QByteArray &head, bool isWhole)
{
    constexpr std::array separators{',', ';', '\t', '|'};
    QList<std::array<int, separators.size()>> rows(1);
    bool isQuoted = false;
    for (const char byte : head) {
        if (byte == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && byte == '\n')
            rows.emplaceBack();
        else if (!isQuoted) {
            for (size_t i = 0; i < separators.size(); ++i)
                rows.last()[i] += byte == separators[i] ? 1 : 0;
        }
        if (rows.size() > 10)
            break;
    }
    // The last one may be cut, or is what stands behind the last line end.
    if (rows.size() > 1 && (!isWhole || rows.size() > 10 || head.endsWith('\n')))
        rows.removeLast();
    char best = ',';
    int bestScore = 0;
    for (size_t i = 0; i < separators.size(); ++i) {
        const int first = rows.constFirst()[i];
        int same = 0;
        for (const auto &row : std::as_const(rows))
            same += row[i] == first ? 1 : 0;
        // Rows of the same number of fields say more than many fields.
        const int score = first > 0 ? same * 1000 + std::min(first, 999) : 0;
        if (score > bestScore) {
            bestScore = score;
            best = separators[i];
        }
    }
    return best;
}

class Survey
{
public:
    Survey(Table &table, const JsonlWorkPtr &work)
        : m_table(table), m_work(work), m_reader(table.path, table.format)
    {
    }

    Result<Table> run()
    {
        if (m_table.format.kind == TableFormat::Kind::Separated)
            readHeader();
        qint64 told = 0;
        // The first row may be of the table already.
        while (auto row = m_waiting ? std::exchange(m_waiting, std::nullopt) : m_reader.next()) {
            note(*row);
            if (m_table.columns.size() > mostColumns)
                return fails(Tr::tr("%1 has more than %2 columns.").arg(m_table.path).arg(mostColumns));
            if (m_work && m_reader.position() - told > 1'000'000) {
                m_work->done += m_reader.position() - told;
                told = m_reader.position();
                if (m_work->stop) {
                    m_table.stopped = true;
                    return m_table;
                }
            }
        }
        takeProblems();
        if (!m_reader.error().isEmpty())
            return fails(m_reader.error());
        if (m_table.columns.isEmpty() && m_table.problemCount == 0)
            return fails(Tr::tr("%1 is empty.").arg(m_table.path));
        return m_table;
    }

private:
    void add(const TableProblem &problem)
    {
        ++m_table.problemCount;
        if (m_table.problems.size() < mostProblems)
            m_table.problems.append(problem);
    }

    void takeProblems()
    {
        const QList<TableProblem> problems = m_reader.takeProblems();
        for (const TableProblem &problem : problems)
            add(problem);
    }

    void readHeader()
    {
        auto row = m_reader.next();
        if (!row)
            return;
        for (qsizetype i = 0; i < row->values.size(); ++i) {
            QString name = m_table.format.hasHeader ? row->values[i].trimmed() : QString();
            const QString numbered = u"column%1"_s.arg(i + 1);
            if (m_table.format.hasHeader && name.isEmpty())
                add({row->line,
                     Tr::tr("Column %1 has no name; it is called %2 here.").arg(i + 1).arg(numbered)});
            if (name.isEmpty())
                name = numbered;
            QString unique = name;
            for (int again = 2; m_known.contains(unique); ++again)
                unique = name + u' ' + QString::number(again);
            if (unique != name)
                add({row->line,
                     Tr::tr("Two columns are called %1; the second is called %2 here.").arg(name, unique)});
            addColumn(unique);
        }
        if (!m_table.format.hasHeader)
            m_waiting = std::move(row);
    }

    void addColumn(const QString &name)
    {
        m_known.insert(name);
        m_table.columns.append(name);
    }

    void note(const TableRow &row)
    {
        takeProblems();
        if (m_table.rows % rowsPerMark == 0)
            m_table.marks.append({m_reader.offset(), row.line});
        ++m_table.rows;
        if (m_table.format.kind == TableFormat::Kind::JsonLines) {
            for (const QString &key : m_reader.keys()) {
                if (!m_known.contains(key))
                    addColumn(key);
            }
        } else if (row.values.size() != m_table.columns.size()) {
            add({row.line, Tr::tr("The row has %1 values, and the table %2 columns.")
                               .arg(row.values.size())
                               .arg(m_table.columns.size())});
        }
    }

    Table &m_table;
    JsonlWorkPtr m_work;
    TableReader m_reader;
    std::optional<TableRow> m_waiting;
    QSet<QString> m_known;
};

} // namespace

Result<TableFormat> guessTableFormat(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fails(Tr::tr("%1 could not be read: %2").arg(path, file.errorString()));
    QByteArray head = file.read(64 * 1024);
    const bool isWhole = file.atEnd();
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return fails(Tr::tr("%1 is written in UTF-16. Save it as UTF-8, and it can be read.").arg(path));
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "jsonl"_L1 || suffix == "ndjson"_L1 ||
        (suffix != "csv"_L1 && suffix != "tsv"_L1 && head.trimmed().startsWith('{')))
        return TableFormat{.kind = TableFormat::Kind::JsonLines};
    return TableFormat{.separator =
                           suffix == "tsv"_L1 || suffix == "tab"_L1 ? '\t' : guessSeparator(head, isWhole)};
}

Result<Table> readTable(const QString &path, const TableFormat &format, const JsonlWorkPtr &work)
{
    Table table{.path = path, .format = format, .bytes = QFileInfo(path).size()};
    return Survey(table, work).run();
}

Result<Table> readTable(const QString &path, const JsonlWorkPtr &work)
{
    const auto format = guessTableFormat(path);
    if (!format)
        return failure(format.error());
    return readTable(path, *format, work);
}

Result<TableRow> Table::row(qint64 number) const
{
    const qsizetype at = qsizetype((number - 1) / rowsPerMark);
    if (number < 1 || number > rows || at >= marks.size())
        return fails(Tr::tr("%1 has no row %2.").arg(path).arg(number));
    TableReader reader(path, format, columns, marks[at].offset, marks[at].line);
    for (qint64 here = at * rowsPerMark + 1;; ++here) {
        auto row = reader.next();
        if (!row)
            return fails(reader.error().isEmpty() ? Tr::tr("%1 changed since it was read.").arg(path)
                                                  : reader.error());
        if (here == number) {
            row->number = number;
            row->values.resize(columns.size());
            return *row;
        }
    }
}

} // namespace odc
