// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace odc::server {

/** Where a line of an input file lies, without the white space around it. */
struct BatchLine
{
    qint64 offset = 0;
    qint32 length = 0;
    qint32 number = 0; ///< from 1, empty lines counted
};

/** Lines beyond so many bytes are not read. */
inline constexpr qint64 longestBatchLine = 32LL * 1024 * 1024;

/** Goes through the lines of an open file without holding more than the one it is at. Empty ones are left
 * out. */
class BatchLineScanner
{
public:
    explicit BatchLineScanner(QIODevice &file) : m_file(file) {}

    struct Line
    {
        BatchLine place;
        QByteArray text;      ///< valid until the next call; not of a line that is too long
        bool tooLong = false; ///< then the length means nothing
    };
    /** Nothing at the end, or when the file cannot be read: see error(). */
    std::optional<Line> next();
    /** Empty = none. */
    const QString &error() const { return m_error; }

private:
    bool more();
    std::optional<Line> taken(qsizetype end, bool tooLong);

    QIODevice &m_file;
    QByteArray m_buffer;
    qint64 m_bufferAt = 0; ///< where the buffer begins in the file
    qsizetype m_at = 0;    ///< where the next line begins in the buffer
    qint64 m_skipped = 0;  ///< bytes of the current line that were thrown away
    qint64 m_number = 0;
    QString m_error;
};

/** The lines of the file, in their order; nothing when it cannot be read to its end, or \p goOn said no. */
std::optional<std::vector<BatchLine>> linesOf(QIODevice &file, const std::function<bool()> &goOn);

/** The bytes of one line, or nothing when they cannot be read. */
std::optional<QByteArray> readLine(QIODevice &file, const BatchLine &line);

/** Puts lines into the order in which they are answered: about that of the file, but jumbled, and the same
 * every time. */
void jumble(std::vector<BatchLine> &lines);

} // namespace odc::server
