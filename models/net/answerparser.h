// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httptypes.h"

#include <QByteArray>

namespace odc {

/// Reads one HTTP/1.1 answer as it comes, piece by piece; never holds more of its body than the piece at hand. Pure.
class AnswerParser
{
public:
    enum class State {
        Head, ///< status line and header fields are not all here
        Body,
        Done,
        Broken ///< this is no HTTP/1.1, or not within reason; see errorText()
    };

    State state() const { return m_state; }
    /// Takes what came; gives the part of it that is body. What follows the answer is dropped.
    QByteArray take(const QByteArray &piece);
    /// The connection ended: an answer that runs to there is done, any other that is not is cut.
    void takeEnd();

    /// The server said "100 Continue": it wants the body.
    bool wantsBody() const { return m_wantsBody; }
    int status() const { return m_status; } ///< 0 in Head
    const HttpHeaders &headers() const { return m_headers; }
    /// Done, to the byte, and the server keeps the connection for another call.
    bool mayGoOn() const;
    /// English, for the log; empty unless Broken.
    const char *errorText() const { return m_error; }

private:
    enum class Framing { Length, Chunked, ToEnd };
    enum class ChunkState { Size, Data, DataEnd, Trailer };

    void takeHead();
    bool takeStatusLine(QByteArrayView line);
    void startBody();
    QByteArray takeChunks();
    /// What stands before the next line end of `text`, from *from on, which is moved behind it. At the end of a text
    /// without one *from stays.
    static QByteArrayView nextLine(QByteArrayView text, qsizetype *from);
    void fail(const char *why);

    State m_state = State::Head;
    Framing m_framing = Framing::ToEnd;
    ChunkState m_chunk = ChunkState::Size;
    QByteArray m_buffer; ///< of the head, or of the lines between chunks
    HttpHeaders m_headers;
    int m_status = 0;
    bool m_wantsBody = false;
    bool m_is11 = false;   ///< HTTP/1.1, whose connections stay unless it says otherwise
    bool m_hasMore = false; ///< more came than the answer
    qint64 m_left = 0; ///< bytes of the body, or of the chunk
    const char *m_error = "";
};

} // namespace odc
