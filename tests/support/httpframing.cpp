// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpframing.h"

#include <algorithm>

namespace odc::test {

HttpHead parseHead(const QByteArray &text)
{
    HttpHead head;
    const QList<QByteArray> lines = text.split('\n');
    head.startLine = lines.value(0).trimmed();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return head;
}

BodyFraming::BodyFraming(const HttpHead &head)
{
    if (head.headers.value("transfer-encoding").toLower().contains("chunked")) {
        m_state = State::ChunkSize;
    } else if (const qint64 length = head.headers.value("content-length").toLongLong(); length > 0) {
        m_state = State::Counted;
        m_left = length;
    }
}

/** Gathers one line in m_line; returns the position after what was taken. */
qsizetype BodyFraming::takeLine(const QByteArray &data, qsizetype from)
{
    const qsizetype end = data.indexOf('\n', from);
    const qsizetype until = end < 0 ? data.size() : end + 1;
    m_line += data.mid(from, until - from);
    return until;
}

qsizetype BodyFraming::take(const QByteArray &data)
{
    qsizetype at = 0;
    while (at < data.size() && m_state != State::Done) {
        if (m_state == State::Counted || m_state == State::ChunkData) {
            const qsizetype step = qsizetype(std::min<qint64>(m_left, data.size() - at));
            at += step;
            m_left -= step;
            if (m_left == 0)
                m_state = m_state == State::Counted ? State::Done : State::ChunkEnd;
            continue;
        }
        at = takeLine(data, at);
        if (!m_line.endsWith('\n'))
            break;
        const QByteArray line = m_line.trimmed();
        m_line.clear();
        switch (m_state) {
        case State::ChunkSize:
            m_left =
                line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).toLongLong(nullptr, 16);
            m_state = m_left > 0 ? State::ChunkData : State::Trailer;
            break;
        case State::ChunkEnd:
            m_state = State::ChunkSize;
            break;
        case State::Trailer:
            if (line.isEmpty())
                m_state = State::Done;
            break;
        default:
            break;
        }
    }
    return at;
}

} // namespace odc::test
