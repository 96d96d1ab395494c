// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/multipart.h"

#include <QList>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
constexpr qsizetype maxHead = 16 * 1024;

/** Value of name="..." or name=token in a header value; nothing when absent. */
std::optional<QByteArray> parameter(const QByteArray &value, const QByteArray &name)
{
    qsizetype at = 0;
    while ((at = value.indexOf(';', at)) >= 0) {
        ++at;
        while (at < value.size() && (value.at(at) == ' ' || value.at(at) == '\t'))
            ++at;
        const qsizetype equals = value.indexOf('=', at);
        if (equals < 0)
            return std::nullopt;
        const QByteArray key = value.mid(at, equals - at).trimmed().toLower();
        QByteArray text;
        qsizetype end = equals + 1;
        if (end < value.size() && value.at(end) == '"') {
            ++end;
            while (end < value.size() && value.at(end) != '"') {
                // Only \" and \\ are escapes: browsers of old sent Windows paths with bare backslashes.
                if (value.at(end) == '\\' && end + 1 < value.size() &&
                    (value.at(end + 1) == '"' || value.at(end + 1) == '\\'))
                    ++end;
                text += value.at(end++);
            }
        } else {
            while (end < value.size() && value.at(end) != ';')
                text += value.at(end++);
            text = text.trimmed();
        }
        if (key == name)
            return text;
        at = end;
    }
    return std::nullopt;
}

QString baseName(const QByteArray &raw)
{
    // The form rules of HTML write quotes and line ends of a file name as these three escapes, and nothing
    // else.
    QByteArray decoded = raw;
    decoded.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
    const QString name = QString::fromUtf8(decoded);
    const qsizetype cut = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    return name.mid(cut + 1);
}
} // namespace

class MultipartParser::Needle
{
public:
    explicit Needle(const QByteArray &boundary)
        : m_text(("\r\n--" + boundary).toStdString()), m_searcher(m_text.begin(), m_text.end())
    {
    }
    qsizetype size() const { return qsizetype(m_text.size()); }
    /** Offset of the first match, or -1. */
    qsizetype find(const QByteArray &in) const
    {
        const auto found = std::search(in.cbegin(), in.cend(), m_searcher);
        return found == in.cend() ? -1 : found - in.cbegin();
    }

private:
    const std::string m_text;
    const std::boyer_moore_horspool_searcher<std::string::const_iterator> m_searcher;
};

MultipartParser::MultipartParser(const QByteArray &boundary, Callbacks callbacks)
    : m_needle(std::make_unique<Needle>(boundary)), m_callbacks(std::move(callbacks)),
      m_pending("\r\n") // so that the first boundary looks like all others
{
}

MultipartParser::~MultipartParser() = default;

bool MultipartParser::isComplete() const
{
    return m_state == State::Done;
}

bool MultipartParser::feed(const char *data, qsizetype size)
{
    if (m_state == State::Done)
        return true; // an epilogue is allowed and means nothing
    m_pending.append(data, size);
    while (step()) {
    }
    return m_error.isEmpty();
}

bool MultipartParser::fail(const QString &why)
{
    m_error = why;
    return false;
}

/** One move of the machine; false when it needs more input, is done, or failed. */
bool MultipartParser::step()
{
    switch (m_state) {
    case State::Preamble:
    case State::Data: {
        const bool inPart = m_state == State::Data;
        const qsizetype found = m_needle->find(m_pending);
        const qsizetype usable = found >= 0 ? found : m_pending.size() - (m_needle->size() - 1);
        if (usable > 0 && inPart)
            m_callbacks.data(m_pending.constData(), usable);
        if (found < 0) {
            if (usable > 0)
                m_pending.remove(0, usable);
            return false;
        }
        m_pending.remove(0, found + m_needle->size());
        if (inPart)
            m_callbacks.end();
        m_state = State::AfterBoundary;
        return true;
    }
    case State::AfterBoundary:
        if (m_pending.size() < 2)
            return false;
        if (m_pending.startsWith("--")) {
            m_pending.clear();
            m_state = State::Done;
            return false;
        }
        if (!m_pending.startsWith("\r\n"))
            return fail(u"a boundary is not followed by a line end"_s);
        m_state = State::Head; // the line end stays: an empty head then ends like any other
        return true;
    case State::Head: {
        const qsizetype end = m_pending.indexOf("\r\n\r\n");
        if (end > maxHead || (end < 0 && m_pending.size() > maxHead))
            return fail(u"the head of a part is too long"_s);
        if (end < 0)
            return false;
        const QByteArray head = m_pending.mid(2, std::max<qsizetype>(end - 2, 0));
        m_pending.remove(0, end + 4);
        if (!readHead(head))
            return false;
        m_state = State::Data;
        return true;
    }
    case State::Done:
        return false;
    }
    return false;
}

bool MultipartParser::readHead(const QByteArray &head)
{
    PartHead part;
    bool named = false;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray key = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (key == "content-type")
            part.contentType = value;
        if (key != "content-disposition" || !value.toLower().startsWith("form-data"))
            continue;
        if (const auto name = parameter(value, "name")) {
            part.name = QString::fromUtf8(*name);
            named = true;
        }
        if (const auto filename = parameter(value, "filename"))
            part.filename = baseName(*filename);
    }
    if (!named)
        return fail(u"a part has no name"_s);
    m_callbacks.begin(part);
    return true;
}

QByteArray MultipartParser::boundaryOf(const QByteArray &contentType)
{
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data"))
        return {};
    return parameter(contentType, "boundary").value_or(QByteArray());
}

} // namespace odc::server
