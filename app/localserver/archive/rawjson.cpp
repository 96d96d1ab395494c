// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/archive/rawjson.h"

namespace odc::server {

namespace {

/** Steps through text that is known to be valid JSON. */
class Cursor
{
public:
    explicit Cursor(const QByteArray &text) : m_text(text) {}

    /** The next character that is no white space, not taken; 0 at the end. */
    char peek()
    {
        while (m_at < m_text.size() && isSpace(m_text.at(m_at)))
            ++m_at;
        return m_at < m_text.size() ? m_text.at(m_at) : '\0';
    }
    /** Takes the next character if it is \p expected. */
    bool take(char expected)
    {
        const bool there = peek() == expected;
        m_at += there ? 1 : 0;
        return there;
    }
    /** Takes one value and returns its text. */
    QByteArray value()
    {
        const char first = peek();
        const qsizetype begin = m_at;
        if (first == '"')
            skipString();
        else if (first == '{' || first == '[')
            skipNested();
        else
            skipPlain();
        return m_text.mid(begin, m_at - begin);
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != '"'; ++m_at)
            m_at += m_text.at(m_at) == '\\' ? 1 : 0;
        ++m_at;
    }
    void skipNested()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at);
            if (c == '"') {
                skipString();
                continue;
            }
            ++m_at;
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
            if (depth == 0)
                return;
        }
    }
    void skipPlain()
    {
        while (m_at < m_text.size() && !isSpace(m_text.at(m_at)) && m_text.at(m_at) != ',' &&
               m_text.at(m_at) != ']' && m_text.at(m_at) != '}')
            ++m_at;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

QByteArrayList elements(const QByteArray &list)
{
    QByteArrayList all;
    Cursor cursor(list);
    if (!cursor.take('[') || cursor.peek() == ']')
        return all;
    do
        all.append(cursor.value());
    while (cursor.take(','));
    return all;
}

} // namespace

QByteArrayList rawElements(const QByteArray &text, QByteArrayView name)
{
    QByteArray list;
    Cursor cursor(text);
    if (!cursor.take('{') || cursor.peek() == '}')
        return {};
    const QByteArray wanted = '"' + name.toByteArray() + '"';
    do {
        const bool found = cursor.value() == wanted;
        cursor.take(':');
        const QByteArray value = cursor.value();
        if (found)
            list = value;
    } while (cursor.take(','));
    return elements(list);
}

} // namespace odc::server
