// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace odc {

/// A stretch of a file, in bytes. One that begins at the beginning of a line and ends at the end of one, where it says so.
struct ByteRange
{
    qint64 from = 0;
    qint64 to = 0; ///< not part of it
    qint64 size() const { return to - from; }
};

/// The lines of a stretch of a file, one after the other, read in blocks: of a file of any size a few MiB are in memory.
/// The file is read and not mapped: one that somebody shortens meanwhile is an error then, and no SIGBUS. One thread;
/// several readers may read the same file.
class LineReader
{
public:
    /// Behind the last byte of a line so many may be read (their values mean nothing): simdjson reads ahead.
    static constexpr qint64 padding = 64;
    /// A longer line is not taken into memory; the limit of a whole batch file is 200 MB (WIRE §5).
    static constexpr qint64 longestLine = 256 * 1024 * 1024;

    struct Line
    {
        QByteArrayView text;  ///< without its end (LF or CR LF); valid until the next one
        qint64 offset = 0;    ///< of its first byte, in the file
        bool isTooLong = false; ///< `text` is empty for that reason
    };

    LineReader(const QString &path, ByteRange range);
    /// The next line; none at the end, or when reading failed. A last line without an end counts; nothing behind the last
    /// end does not.
    std::optional<Line> next();
    /// Translated; empty when all is well.
    const QString &error() const { return m_error; }

private:
    bool fill();

    QFile m_file;
    QString m_error;
    std::vector<char> m_buffer;
    qint64 m_begin = 0;  ///< of the line in hand, in the buffer
    qint64 m_looked = 0; ///< up to here there is no line end
    qint64 m_end = 0;    ///< of what was read, in the buffer
    qint64 m_offset = 0; ///< of the buffer's beginning, in the file
    qint64 m_left = 0;   ///< bytes of the range that were not read yet
    bool m_skipping = false; ///< in the middle of a line that is too long
    qint64 m_skipFrom = 0;
};

/// `range` in about `parts` stretches of whole lines, in their order. An error when the file cannot be read.
Result<QList<ByteRange>> splitAtLines(const QString &path, ByteRange range, int parts);

} // namespace odc
