// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/htmltext.h"

#include "localserver/stores/htmlentities.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** What lies between two pieces of text. */
enum class Gap { None, Space, Cell, Line, Paragraph };

QSet<QString> names(const QString &list)
{
    const QStringList parts = list.split(u' ');
    return {parts.begin(), parts.end()};
}

Gap gapOf(const QString &tag)
{
    static const QSet<QString> paragraphs =
        names(u"p h1 h2 h3 h4 h5 h6 pre blockquote table ul ol dl section article hr figure title header "
              "footer nav main aside details form fieldset"_s);
    static const QSet<QString> lines =
        names(u"div br li dt dd tr thead tbody tfoot caption figcaption summary address legend option select "
              "optgroup body head html center dir menu"_s);
    if (paragraphs.contains(tag))
        return Gap::Paragraph;
    if (lines.contains(tag))
        return Gap::Line;
    return tag == "td"_L1 || tag == "th"_L1 ? Gap::Cell : Gap::None;
}

/** Elements that nobody sees, text and markup alike. */
bool isUnseen(const QString &tag)
{
    static const QSet<QString> unseen =
        names(u"script style noscript template iframe noembed noframes svg math object canvas audio video"_s);
    return unseen.contains(tag);
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

class HtmlReader
{
public:
    explicit HtmlReader(QStringView html) : m_html(html) { m_out.reserve(html.size() / 2); }

    QString read()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            if (c == u'<' && readMarkup())
                continue;
            if (c == u'&') {
                const QString decoded = decodedEntity(m_html, &m_at);
                if (!decoded.isNull()) {
                    for (const QChar one : decoded)
                        write(one);
                    continue;
                }
            }
            write(c);
            ++m_at;
        }
        return std::move(m_out);
    }

private:
    /** False for a '<' that begins no markup. */
    bool readMarkup()
    {
        const QStringView rest = m_html.mid(m_at + 1);
        if (rest.startsWith("!--"_L1)) {
            skipBehind(u"-->", m_at + 4);
        } else if (rest.startsWith(u'!') || rest.startsWith(u'?')) {
            skipBehind(u">", m_at + 2);
        } else if (rest.startsWith(u'/') && rest.size() > 1 && isAsciiLetter(rest[1])) {
            ++m_at;
            closed(readTag());
        } else if (!rest.isEmpty() && isAsciiLetter(rest[0])) {
            opened(readTag());
        } else {
            return false;
        }
        return true;
    }

    void skipBehind(QStringView mark, qsizetype from)
    {
        const qsizetype found = m_html.indexOf(mark, from);
        m_at = found < 0 ? m_html.size() : found + mark.size();
    }

    /** The name of the tag at the place; moves behind the tag. */
    QString readTag()
    {
        qsizetype at = m_at + 1;
        while (at < m_html.size() && !m_html[at].isSpace() && m_html[at] != u'>' && m_html[at] != u'/')
            ++at;
        const QString name =
            m_html.mid(m_at + 1, std::min<qsizetype>(at - m_at - 1, 32)).toString().toLower();
        QChar quote;
        QChar before;
        for (; at < m_html.size(); ++at) {
            const QChar c = m_html[at];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = {};
            } else if (c == u'>') {
                break;
            } else if (before == u'=' && (c == u'"' || c == u'\'')) {
                quote = c;
            }
            if (!c.isSpace())
                before = c;
        }
        m_at = std::min(at + 1, m_html.size());
        return name;
    }

    void opened(const QString &tag)
    {
        if (isUnseen(tag)) {
            // Drawings and formulas may be closed at once, as in XML.
            const bool isEmpty =
                m_at > 1 && m_html[m_at - 2] == u'/' && (tag == "svg"_L1 || tag == "math"_L1);
            if (!isEmpty)
                skipElement(tag);
            return;
        }
        widen(gapOf(tag));
        m_preformatted += tag == "pre"_L1 || tag == "textarea"_L1 ? 1 : 0;
    }

    void closed(const QString &tag)
    {
        widen(gapOf(tag));
        if (m_preformatted > 0 && (tag == "pre"_L1 || tag == "textarea"_L1))
            --m_preformatted;
    }

    /** Goes behind the end of an unseen element that has just been opened; without an end nothing is left. */
    void skipElement(const QString &tag)
    {
        const bool isRaw = tag == "script"_L1 || tag == "style"_L1;
        int depth = 1;
        while (depth > 0 && m_at < m_html.size()) {
            const qsizetype next = m_html.indexOf(u'<', m_at);
            if (next < 0) {
                m_at = m_html.size();
                return;
            }
            m_at = next;
            const QStringView rest = m_html.mid(next + 1, tag.size() + 2);
            const bool closes = rest.startsWith(u'/');
            const QStringView name = rest.mid(closes ? 1 : 0);
            const bool isTag = name.startsWith(tag, Qt::CaseInsensitive) &&
                               (name.size() == tag.size() || !name[tag.size()].isLetterOrNumber());
            if (!isTag || (isRaw && !closes)) {
                ++m_at;
                continue;
            }
            m_at += closes ? 1 : 0;
            const qsizetype begin = m_at;
            readTag();
            const bool isEmpty = m_at - begin > 2 && m_html[m_at - 2] == u'/';
            depth += closes ? -1 : isEmpty ? 0 : 1;
        }
    }

    void widen(Gap gap) { m_gap = std::max(m_gap, gap); }

    void write(QChar c)
    {
        constexpr char16_t softHyphen = 0xad;
        constexpr char16_t noBreakSpace = 0xa0;
        if (c == QChar(softHyphen))
            return;
        if (c == QChar(noBreakSpace))
            c = u' ';
        if (c.isSpace() && m_preformatted == 0) {
            widen(Gap::Space);
            return;
        }
        // The line end right behind <pre> is none of the text.
        if (c == u'\n' && m_gap >= Gap::Line)
            return;
        if (!m_out.isEmpty()) {
            static constexpr QStringView gaps[]{u"", u" ", u"\t", u"\n", u"\n\n"};
            m_out.append(gaps[int(m_gap)]);
        }
        m_gap = Gap::None;
        m_out.append(c);
    }

    const QStringView m_html;
    qsizetype m_at = 0;
    QString m_out;
    Gap m_gap = Gap::None;
    int m_preformatted = 0;
};

} // namespace

QString htmlText(const QString &html)
{
    return HtmlReader(html).read();
}

} // namespace odc::server
