// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/rowreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

DataRow rowOf(const QJsonValue &value)
{
    return {value[u"item"_s].toObject(), value[u"sample"_s].toObject()};
}

class ContentRows final : public RowReader
{
public:
    explicit ContentRows(const QJsonArray &content) : m_content(content) {}

    std::optional<DataRow> next(QString *) override
    {
        if (m_at >= m_content.size())
            return std::nullopt;
        return rowOf(m_content.at(m_at++));
    }

private:
    const QJsonArray m_content;
    qsizetype m_at = 0;
};

class FileRows final : public RowReader
{
public:
    explicit FileRows(std::shared_ptr<QIODevice> &&file) : m_file(std::move(file)) {}

    std::optional<DataRow> next(QString *error) override
    {
        for (;;) {
            std::optional<QByteArray> line = nextLine(error);
            if (!line)
                return std::nullopt;
            ++m_line;
            if (m_line == 1 && line->startsWith("\xEF\xBB\xBF"))
                line->remove(0, 3);
            if (line->trimmed().isEmpty())
                continue;
            QJsonParseError fault;
            const QJsonDocument document = QJsonDocument::fromJson(*line, &fault);
            if (fault.error != QJsonParseError::NoError) {
                *error = u"Line %1 is not valid JSON: %2."_s.arg(m_line).arg(fault.errorString());
                return std::nullopt;
            }
            const QJsonValue value =
                document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
            const QString why = rowFault(value);
            if (why.isEmpty())
                return rowOf(value);
            *error = u"Line %1: %2."_s.arg(m_line).arg(why);
            return std::nullopt;
        }
    }

private:
    /** The file is unbuffered, and QIODevice would then read a line byte by byte. */
    std::optional<QByteArray> nextLine(QString *error)
    {
        constexpr qsizetype block = 256 * 1024;
        constexpr qsizetype longest = 64 * 1024 * 1024;
        for (;;) {
            const qsizetype end = m_buffer.indexOf('\n', m_searched);
            if (end >= 0) {
                const QByteArray line = m_buffer.mid(m_at, end - m_at);
                m_at = m_searched = end + 1;
                return line;
            }
            m_buffer.remove(0, m_at);
            m_at = 0;
            m_searched = m_buffer.size();
            if (m_buffer.size() > longest) {
                *error = u"Line %1 is longer than 64 MB."_s.arg(m_line + 1);
                return std::nullopt;
            }
            QByteArray more(block, Qt::Uninitialized);
            const qint64 got = m_file->read(more.data(), block);
            if (got < 0) { // not the end: a run over a part of the data would look like a whole one
                *error = u"The data cannot be read: %1."_s.arg(m_file->errorString());
                return std::nullopt;
            }
            more.truncate(got);
            if (more.isEmpty())
                break;
            m_buffer += more;
        }
        if (m_buffer.isEmpty())
            return std::nullopt;
        m_at = m_searched = 0;
        return std::exchange(m_buffer, {});
    }

    const std::shared_ptr<QIODevice> m_file;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qsizetype m_searched = 0;
    qint64 m_line = 0;
};

} // namespace

std::unique_ptr<RowReader> readContent(const QJsonArray &content)
{
    return std::make_unique<ContentRows>(content);
}

std::unique_ptr<RowReader> readLines(std::shared_ptr<QIODevice> file)
{
    return std::make_unique<FileRows>(std::move(file));
}

QString rowFault(const QJsonValue &value)
{
    if (!value.isObject())
        return u"it is not an object"_s;
    if (!value[u"item"_s].isObject())
        return value.toObject().contains(u"item"_s) ? u"its 'item' is not an object"_s
                                                    : u"it has no 'item'"_s;
    const QJsonValue sample = value[u"sample"_s];
    if (!sample.isUndefined() && !sample.isNull() && !sample.isObject())
        return u"its 'sample' is not an object"_s;
    return {};
}

} // namespace odc::server
