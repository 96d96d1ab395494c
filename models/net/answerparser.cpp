// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerparser.h"

#include <algorithm>
#include <limits>

namespace odc {

namespace {

constexpr qsizetype mostHead = 256 * 1024;
constexpr qsizetype usualFields = 16;
constexpr qsizetype mostLine = 8 * 1024; ///< of a chunk's size, or of the trailer

bool equalsNoCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Where the empty line begins that ends a head; -1: it is not here yet. Servers that forget about '\r' forget it anywhere.
qsizetype findEmptyLine(QByteArrayView text)
{
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        const QByteArrayView next = text.sliced(end + 1);
        if (next.startsWith('\n') || next.startsWith("\r\n"))
            return end + 1;
    }
    return -1;
}

} // namespace

void AnswerParser::fail(const char *why)
{
    m_state = State::Broken;
    m_error = why;
    m_buffer.clear();
}

QByteArray AnswerParser::take(const QByteArray &piece)
{
    QByteArray rest = piece;
    if (m_state == State::Head) {
        m_buffer += piece;
        takeHead();
        if (m_state != State::Body)
            return {};
        rest = std::exchange(m_buffer, {});
    }
    if (m_state != State::Body || rest.isEmpty())
        return {};
    switch (m_framing) {
    case Framing::ToEnd:
        return rest;
    case Framing::Length:
        if (rest.size() > m_left) {
            m_hasMore = true;
            rest.truncate(m_left);
        }
        m_left -= rest.size();
        if (m_left == 0)
            m_state = State::Done;
        return rest;
    case Framing::Chunked:
        m_buffer += rest;
        return takeChunks();
    }
    return {};
}

bool AnswerParser::mayGoOn() const
{
    return m_state == State::Done && m_framing == Framing::Length && !m_hasMore && m_is11
        && !m_headers.value("connection").toLower().contains("close");
}

void AnswerParser::takeEnd()
{
    if (m_state == State::Body && m_framing == Framing::ToEnd)
        m_state = State::Done;
    else if (m_state == State::Head || m_state == State::Body)
        fail("the connection ended within the answer");
}

QByteArrayView AnswerParser::nextLine(QByteArrayView text, qsizetype *from)
{
    const qsizetype end = text.indexOf('\n', *from);
    if (end < 0)
        return {};
    const QByteArrayView line = text.sliced(*from, end - *from);
    *from = end + 1;
    return line.endsWith('\r') ? line.chopped(1) : line;
}

void AnswerParser::takeHead()
{
    // An informational answer (1xx) comes before the one that counts.
    for (;;) {
        const qsizetype end = findEmptyLine(m_buffer);
        if (end < 0) {
            if (m_buffer.size() > mostHead)
                fail("the header of the answer is too long");
            else if (!m_buffer.isEmpty() && !QByteArrayView("HTTP/1.").startsWith(QByteArrayView(m_buffer).first(std::min<qsizetype>(7, m_buffer.size()))))
                fail("the answer is no HTTP/1.1");
            return;
        }
        const QByteArrayView head = QByteArrayView(m_buffer).first(end);
        m_headers = {};
        m_headers.reserve(usualFields);
        qsizetype at = 0;
        if (!takeStatusLine(nextLine(head, &at)))
            return;
        while (at < head.size()) {
            const QByteArrayView line = nextLine(head, &at);
            const qsizetype colon = line.indexOf(':');
            if (colon <= 0)
                continue; // a folded or a broken line says nothing that counts here
            m_headers.add(line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
        }
        m_buffer.remove(0, end + (m_buffer.at(end) == '\n' ? 1 : 2));
        if (m_status >= 200)
            break;
        m_wantsBody = m_wantsBody || m_status == 100;
        m_status = 0;
    }
    startBody();
}

bool AnswerParser::takeStatusLine(QByteArrayView line)
{
    // "HTTP/1.1 200 OK"
    bool isNumber = false;
    const int status = line.size() >= 12 && line.startsWith("HTTP/1.") && line[8] == ' ' ? line.sliced(9, 3).toInt(&isNumber) : 0;
    if (!isNumber || status < 100 || status > 999) {
        fail("the answer is no HTTP/1.1");
        return false;
    }
    m_status = status;
    m_is11 = line.startsWith("HTTP/1.1");
    return true;
}

void AnswerParser::startBody()
{
    m_state = State::Body;
    const QByteArray coding = m_headers.value("transfer-encoding");
    const QByteArray length = m_headers.value("content-length");
    if (m_status == 204 || m_status == 304) {
        m_state = State::Done;
    } else if (!coding.isEmpty()) {
        if (!equalsNoCase(coding.trimmed(), "chunked"))
            fail("the answer is in a transfer coding that was not asked for");
        m_framing = Framing::Chunked;
    } else if (!length.isEmpty()) {
        bool isNumber = false;
        m_left = length.toLongLong(&isNumber);
        // Two lengths that differ are how one answer is passed off as two.
        for (const auto &[name, value] : m_headers.fields()) {
            if (equalsNoCase(name, "content-length") && value != length)
                isNumber = false;
        }
        if (!isNumber || m_left < 0)
            fail("the answer has a length that is none");
        else if (m_left == 0)
            m_state = State::Done;
        m_framing = Framing::Length;
        m_hasMore = m_left == 0 && !m_buffer.isEmpty();
    }
}

QByteArray AnswerParser::takeChunks()
{
    QByteArray body;
    qsizetype at = 0;
    while (m_state == State::Body && at < m_buffer.size()) {
        if (m_chunk == ChunkState::Data) {
            const qsizetype size = qsizetype(std::min<qint64>(m_left, m_buffer.size() - at));
            body.append(m_buffer.constData() + at, size);
            at += size;
            m_left -= size;
            if (m_left == 0)
                m_chunk = ChunkState::DataEnd;
            continue;
        }
        const qsizetype before = at;
        const QByteArrayView line = nextLine(m_buffer, &at);
        if (at == before) {
            if (m_buffer.size() - at > mostLine)
                fail("a line of the answer is too long");
            break;
        }
        if (m_chunk == ChunkState::DataEnd) {
            if (!line.isEmpty())
                fail("a chunk of the answer is longer than it says");
            m_chunk = ChunkState::Size;
        } else if (m_chunk == ChunkState::Trailer) {
            if (line.isEmpty())
                m_state = State::Done;
        } else {
            const qsizetype semicolon = line.indexOf(';');
            bool isNumber = false;
            m_left = (semicolon < 0 ? line : line.first(semicolon)).trimmed().toByteArray().toLongLong(&isNumber, 16);
            if (!isNumber || m_left < 0)
                fail("a chunk of the answer has a size that is none");
            m_chunk = m_left == 0 ? ChunkState::Trailer : ChunkState::Data;
        }
    }
    if (m_state == State::Body)
        m_buffer = m_buffer.sliced(at);
    else
        m_buffer.clear();
    return body;
}

} // namespace odc
