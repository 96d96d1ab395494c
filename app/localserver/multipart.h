// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace odc::server {

/** Head of one part of a multipart/form-data body. */
struct PartHead
{
    QString name;
    std::optional<QString> filename; ///< base name only; nothing for a plain field
    QByteArray contentType;
};

/**
 * Push parser for multipart/form-data. It keeps no more than one boundary's length of a part's data, whatever
 * the part's size. Callbacks: begin, then data any number of times, then end, for each part.
 */
class MultipartParser
{
public:
    struct Callbacks
    {
        std::function<void(const PartHead &)> begin;
        std::function<void(const char *, qsizetype)> data;
        std::function<void()> end;
    };

    MultipartParser(const QByteArray &boundary, Callbacks callbacks);
    ~MultipartParser();

    /** Takes the next piece. False when the body is malformed; error() then says how. */
    bool feed(const char *data, qsizetype size);
    /** True once the closing boundary was seen. */
    bool isComplete() const;
    QString error() const { return m_error; }

    /** The boundary parameter of a Content-Type, or empty when it is not multipart/form-data or has none. */
    static QByteArray boundaryOf(const QByteArray &contentType);

private:
    enum class State { Preamble, AfterBoundary, Head, Data, Done };
    class Needle;

    bool step();
    bool fail(const QString &why);
    bool readHead(const QByteArray &head);

    std::unique_ptr<Needle> m_needle; // CRLF "--" boundary
    Callbacks m_callbacks;
    QByteArray m_pending;
    State m_state = State::Preamble;
    QString m_error;
};

} // namespace odc::server
