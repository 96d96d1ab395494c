// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1024 * 1024;
constexpr qsizetype mostValues = 10'000; // of a row; what is more is no table
constexpr int end = -1;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TableReader)
};

QString unreadable(const QFile &file)
{
    return Tr::tr("%1 could not be read: %2").arg(file.fileName(), file.errorString());
}

/// JSON without blanks, for values that are no text.
QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

/// A text that is there, if empty: null says that there is none.
QString present(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

struct TableReader::Json
{
    simdjson::dom::parser parser;
};

TableReader::TableReader(const QString &path, const TableFormat &format, const QStringList &columns,
                         qint64 offset, qint64 line)
    : m_file(path), m_format(format), m_columns(columns), m_blockOffset(offset), m_rowOffset(offset),
      m_line(line)
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !m_file.seek(offset)) {
        m_error = unreadable(m_file);
        m_file.close();
    } else if (offset == 0 && fill() && m_block.startsWith("\xEF\xBB\xBF")) {
        m_at = 3;
    }
}

TableReader::~TableReader() = default;

bool TableReader::fill()
{
    if (!m_file.isOpen())
        return false;
    m_blockOffset += m_block.size();
    m_block.resize(blockSize);
    const qint64 got = m_file.read(m_block.data(), blockSize);
    if (got < 0)
        m_error = unreadable(m_file);
    m_block.resize(std::max<qint64>(0, got));
    m_at = 0;
    return got > 0;
}

int TableReader::peek()
{
    if (m_at == m_block.size() && !fill())
        return end;
    return uchar(m_block.at(m_at));
}

int TableReader::get()
{
    const int byte = peek();
    if (byte != end)
        ++m_at;
    return byte;
}

std::optional<TableRow> TableReader::next()
{
    return m_format.kind == TableFormat::Kind::Separated ? nextSeparated() : nextObject();
}

std::optional<TableRow> TableReader::nextSeparated()
{
    for (;;) {
        TableRow row{.number = m_number + 1, .line = m_line};
        m_rowOffset = position();
        if (peek() == end)
            return {};
        QByteArray field;
        qint64 size = 0;
        qint64 quoteLine = 0; // where the open quote began; 0: none is open
        bool wasQuoted = false;
        bool isStray = false;
        bool isText = true;
        bool isBlank = true;
        const auto endField = [&] {
            isText = isText && !field.contains('\0') && field.isValidUtf8();
            if (row.values.size() < mostValues)
                row.values.append(present(QString::fromUtf8(field)));
            field.clear();
            wasQuoted = false;
        };
        for (bool inRow = true; inRow;) {
            const int byte = get();
            if (byte == end) {
                inRow = false;
                continue;
            }
            ++size;
            const bool isKept = size <= longestRow;
            if (quoteLine > 0) {
                if (byte != '"') {
                    m_line += byte == '\n' ? 1 : 0;
                    if (isKept)
                        field += char(byte);
                } else if (peek() == '"') {
                    field += char(get());
                } else {
                    quoteLine = 0;
                }
                continue;
            }
            if (byte == m_format.separator) {
                isBlank = false;
                endField();
            } else if (byte == '\n') {
                ++m_line;
                inRow = false;
            } else if (byte == '\r' && (peek() == '\n' || peek() == end)) {
                continue; // part of the line's end
            } else if (byte == '"' && field.isEmpty() && !wasQuoted) {
                quoteLine = m_line;
                wasQuoted = true;
                isBlank = false;
            } else {
                isStray = isStray || wasQuoted;
                isBlank = false;
                if (isKept)
                    field += char(byte);
            }
        }
        if (isBlank)
            continue;
        endField();
        if (size > longestRow) {
            addProblem(row.line,
                       Tr::tr("The row is longer than 16 MB; most likely a quotation mark is not closed."));
        } else if (quoteLine > 0) {
            addProblem(quoteLine, Tr::tr("A quotation mark is opened here and never closed."));
        } else if (!isText) {
            addProblem(row.line, Tr::tr("The row holds bytes that are no UTF-8 text."));
        } else {
            if (isStray)
                addProblem(row.line, Tr::tr("Text stands behind a closing quotation mark."));
            ++m_number;
            return row;
        }
    }
}

QString TableReader::takeObject(const QByteArray &line, TableRow &row)
{
    if (!m_json)
        m_json = std::make_unique<Json>();
    m_keys.clear();
    const auto take = [&](const QString &key, const QString &value) {
        if (const qsizetype column = m_columns.indexOf(key); column >= 0)
            row.values[column] = value;
        if (!m_keys.contains(key))
            m_keys.append(key);
    };
    simdjson::dom::element root;
    const simdjson::error_code error = m_json->parser.parse(line.constData(), size_t(line.size())).get(root);
    if (!error) {
        simdjson::dom::object object;
        if (root.get(object))
            return Tr::tr("The line is no JSON object.");
        for (const auto &[key, value] : object) {
            std::string_view view;
            if (value.is_null())
                take(text(key), QString());
            else if (value.get(view))
                take(text(key), QString::fromStdString(simdjson::minify(value)));
            else
                take(text(key), present(text(view)));
        }
        return {};
    }
    if (error == simdjson::UTF8_ERROR)
        return Tr::tr("The line holds bytes that are no UTF-8 text.");
    // simdjson does not say where, and knows no numbers beyond 64 bits; Qt does both.
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const qsizetype at = std::clamp<qsizetype>(fault.offset, 0, line.size());
        return Tr::tr("The line is no JSON, from column %1 on: %2.")
            .arg(QString::fromUtf8(line.first(at)).size() + 1)
            .arg(fault.errorString());
    }
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        take(it.key(), it->isString() ? present(it->toString()) : it->isNull() ? QString() : compact(*it));
    return {};
}

std::optional<TableRow> TableReader::nextObject()
{
    while (peek() != end) {
        TableRow row{.number = m_number + 1, .line = m_line};
        row.values.resize(m_columns.size());
        m_rowOffset = position();
        QByteArray line;
        bool isTooLong = false;
        for (bool inLine = true; inLine && peek() != end;) {
            const qsizetype found = m_block.indexOf('\n', m_at);
            const qsizetype stop = found >= 0 ? found : m_block.size();
            isTooLong = isTooLong || line.size() + stop - m_at > longestRow;
            if (!isTooLong)
                line.append(m_block.constData() + m_at, stop - m_at);
            m_at = found >= 0 ? found + 1 : stop;
            inLine = found < 0;
        }
        ++m_line;
        QString problem;
        if (isTooLong)
            problem = Tr::tr("The line is longer than 16 MB.");
        else if (line = line.trimmed(); line.isEmpty())
            continue;
        else
            problem = takeObject(line, row);
        if (problem.isEmpty()) {
            ++m_number;
            return row;
        }
        addProblem(row.line, problem);
    }
    return {};
}

} // namespace odc
