// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/structuredtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

bool isJson(const QString &json)
{
    const QByteArray bytes = json.toUtf8();
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        return true;
    // A value that is neither object nor list.
    const QJsonDocument inList = QJsonDocument::fromJson('[' + bytes + ']', &error);
    return error.error == QJsonParseError::NoError && inList.array().size() == 1;
}

/** Goes through a text that is known to be JSON. */
class JsonWalk
{
public:
    JsonWalk(QStringView json, QString *out, qsizetype atMost) : m_json(json), m_out(*out), m_atMost(atMost)
    {
    }

    /** False when the text became too long. */
    bool walk()
    {
        while (m_at < m_json.size() && m_out.size() <= m_atMost)
            step();
        return m_out.size() <= m_atMost;
    }

private:
    struct Level
    {
        bool isObject;
        qsizetype path; ///< length of the path that leads here
    };

    void step()
    {
        const QChar c = m_json[m_at];
        if (c == u'{' || c == u'[') {
            const bool isRow = c == u'{' && !m_levels.isEmpty() && !m_levels.last().isObject;
            if (isRow && !m_out.isEmpty() && !m_out.endsWith("\n\n"_L1))
                m_out.append(u'\n');
            m_levels.append({c == u'{', m_path.size()});
            m_isKey = c == u'{';
            ++m_at;
        } else if (c == u'}' || c == u']') {
            if (!m_levels.isEmpty())
                m_path.truncate(m_levels.takeLast().path);
            ++m_at;
        } else if (c == u'"') {
            const QString text = readString();
            if (m_isKey)
                enterKey(text);
            else
                write(text);
            m_isKey = false;
        } else if (c == u',' || c == u':' || c.isSpace()) {
            if (c == u',')
                m_isKey = !m_levels.isEmpty() && m_levels.last().isObject;
            ++m_at;
        } else {
            const qsizetype begin = m_at;
            while (m_at < m_json.size() && !QStringView(u",]}").contains(m_json[m_at]) &&
                   !m_json[m_at].isSpace())
                ++m_at;
            if (m_at == begin)
                ++m_at;
            const QStringView literal = m_json.mid(begin, m_at - begin);
            if (literal != "null"_L1)
                write(literal);
        }
    }

    void enterKey(const QString &key)
    {
        if (m_levels.isEmpty())
            return;
        m_path.truncate(m_levels.last().path);
        if (!m_path.isEmpty())
            m_path.append(u'.');
        m_path.append(key);
    }

    void write(QStringView value)
    {
        if (!m_path.isEmpty())
            m_out.append(m_path).append(": "_L1);
        m_out.append(value).append(u'\n');
    }

    QString readString()
    {
        QString text;
        for (++m_at; m_at < m_json.size() && m_json[m_at] != u'"'; ++m_at) {
            if (m_json[m_at] != u'\\' || m_at + 1 == m_json.size()) {
                text.append(m_json[m_at]);
                continue;
            }
            const QChar escaped = m_json[++m_at];
            constexpr QStringView signs(u"nrtbf");
            const qsizetype sign = signs.indexOf(escaped);
            if (escaped == u'u') {
                text.append(QChar(char16_t(m_json.mid(m_at + 1, 4).toUInt(nullptr, 16))));
                m_at = std::min(m_at + 4, m_json.size() - 1);
            } else {
                text.append(sign < 0 ? escaped : QStringView(u"\n\r\t \n")[sign]);
            }
        }
        ++m_at;
        return text;
    }

    const QStringView m_json;
    QString &m_out;
    const qsizetype m_atMost;
    qsizetype m_at = 0;
    QList<Level> m_levels;
    QString m_path;
    bool m_isKey = false;
};

class TableReader
{
public:
    TableReader(QStringView table, QChar separator) : m_table(table), m_separator(separator) {}

    bool atEnd() const { return m_at >= m_table.size(); }

    /** The fields of the next row; a blank line has none. */
    QStringList next()
    {
        QStringList row;
        bool more = true;
        while (more) {
            row.append(readField());
            more = !atEnd() && m_table[m_at] == m_separator;
            m_at += atEnd() ? 0 : 1;
        }
        if (row.size() == 1 && row[0].isEmpty())
            row.clear();
        return row;
    }

private:
    bool endsField(QChar c) const { return c == m_separator || c == u'\n'; }

    QString readField()
    {
        QString field;
        if (!atEnd() && m_table[m_at] == u'"') {
            for (++m_at; !atEnd(); ++m_at) {
                if (m_table[m_at] == u'"') {
                    const bool doubled = m_at + 1 < m_table.size() && m_table[m_at + 1] == u'"';
                    if (!doubled)
                        break;
                    ++m_at;
                }
                field.append(m_table[m_at]);
            }
            m_at = std::min(m_at + 1, m_table.size());
        }
        const qsizetype begin = m_at;
        while (!atEnd() && !endsField(m_table[m_at]))
            ++m_at;
        return field.append(m_table.mid(begin, m_at - begin)).trimmed();
    }

    const QStringView m_table;
    const QChar m_separator;
    qsizetype m_at = 0;
};

QChar likelySeparator(const QString &table)
{
    const QStringView line =
        QStringView(table).left(table.indexOf(u'\n') < 0 ? table.size() : table.indexOf(u'\n'));
    QChar best = u',';
    for (const QChar candidate : {u';', u'\t'}) {
        if (line.count(candidate) > line.count(best))
            best = candidate;
    }
    return best;
}

} // namespace

std::optional<QString> jsonText(const QString &json, qsizetype atMost)
{
    QString out;
    if (!isJson(json) || !JsonWalk(json, &out, atMost).walk())
        return std::nullopt;
    return out;
}

std::optional<QString> jsonLinesText(const QString &lines, qsizetype atMost)
{
    QString out;
    for (const QStringView line : QStringView(lines).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (!out.isEmpty())
            out.append(u'\n');
        const QString text = trimmed.toString();
        QString row;
        if (!isJson(text))
            row = text + u'\n';
        else if (!JsonWalk(text, &row, atMost).walk())
            return std::nullopt;
        out.append(row);
        if (out.size() > atMost)
            return std::nullopt;
    }
    return out;
}

std::optional<QString> tableText(const QString &table, QChar separator, qsizetype atMost)
{
    TableReader reader(table, separator.isNull() ? likelySeparator(table) : separator);
    const QStringList headers = reader.next();
    QString out;
    bool hasRows = false;
    while (!reader.atEnd()) {
        const QStringList row = reader.next();
        hasRows = hasRows || !row.isEmpty();
        if (!out.isEmpty() && !row.isEmpty())
            out.append(u'\n');
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (row[i].isEmpty())
                continue;
            if (i < headers.size() && !headers[i].isEmpty())
                out.append(headers[i]).append(": "_L1);
            out.append(row[i]).append(u'\n');
            if (out.size() > atMost)
                return std::nullopt;
        }
    }
    return hasRows ? out : table;
}

} // namespace odc::server
