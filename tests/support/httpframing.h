// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace odc::test {

/** Start line and headers of a request or reply. */
struct HttpHead
{
    QByteArray startLine;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

/** Parses a head without its closing blank line. */
HttpHead parseHead(const QByteArray &text);

/** Finds the end of a request body in a stream, for bodies with a length as well as chunked ones. */
class BodyFraming
{
public:
    BodyFraming() = default;
    explicit BodyFraming(const HttpHead &head);
    bool isDone() const { return m_state == State::Done; }
    /** How many of the next bytes still belong to the body; advances past them. */
    qsizetype take(const QByteArray &data);

private:
    enum class State { Done, Counted, ChunkSize, ChunkData, ChunkEnd, Trailer };
    qsizetype takeLine(const QByteArray &data, qsizetype from);

    State m_state = State::Done;
    qint64 m_left = 0;
    QByteArray m_line;
};

} // namespace odc::test
