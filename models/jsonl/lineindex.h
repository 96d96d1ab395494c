// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/jsonlwork.h"

#include <QByteArray>
#include <QDateTime>
#include <QIODevice>
#include <QList>
#include <QMutex>
#include <QReadWriteLock>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace odc {

/// A line of an indexed file, or a part of it.
struct IndexedLine
{
    qint64 number = 0; ///< from 1
    qint64 offset = 0; ///< of its first byte, in the file
    qint64 size = 0;   ///< bytes of the whole line, without its end (LF or CR LF)
    qint64 from = 0;   ///< where `bytes` begin in it
    QByteArray bytes{};
    bool hasCarriageReturn = false; ///< it ends in CR LF; only told with the bytes at its end

    bool isWhole() const { return from == 0 && bytes.size() == size; }
};

/// What is looked for in an indexed file.
struct LineSearch
{
    QString text;
    bool caseSensitive = false;
    bool backward = false;
    qint64 offset = 0; ///< in the file: matches begin there or behind; backward: before it
    bool wrap = true;  ///< goes on at the other end of the file
};

struct LineMatch
{
    qint64 line = 0;   ///< from 1
    qint64 offset = 0; ///< in the file
    qint64 column = 0; ///< bytes from the beginning of the line
    qint64 size = 0;   ///< bytes
    bool wrapped = false;
};

/// Where the lines of a file are, whatever its size: about a byte for each four lines, or 16 for each 64 KiB,
/// and the lines themselves are read when they are asked for. While it is built, the lines found so far can
/// be read.
///
/// build() and find() take long: call them on the pool. Everything may be called from any thread, at the same
/// time.
class LineIndex
{
public:
    explicit LineIndex(const QString &path);
    /// Of what is in memory already, as if it were a file of this name.
    LineIndex(const QByteArray &content, const QString &name);

    const QString &path() const { return m_path; }

    /// Looks for the lines on all cores; once. Ends early, and says Cancelled, on request.
    Result<void> build(const JsonlWorkPtr &work = {});
    /// All lines are known.
    bool isComplete() const;
    /// Lines known so far. A last line without an end counts; nothing behind the last end does not.
    qint64 count() const;
    /// Bytes of the file when it was opened.
    qint64 size() const;
    /// Bytes this takes.
    qint64 memory() const;

    /// A line, from its byte `from` on, `most` bytes at the most. An error when there is no such line, when
    /// the file cannot be read, or became shorter.
    Result<IndexedLine> line(qint64 number, qint64 most = 1024 * 1024, qint64 from = 0) const;
    /// Up to `count` lines from `first` on, each with its first `most` bytes; fewer at the end of the file.
    Result<QList<IndexedLine>> lines(qint64 first, int count, qint64 most) const;
    /// The line that the byte is in; 0 when the place is not known (yet).
    qint64 lineAt(qint64 offset) const;

    /// The next match, none when there is none. Looks only at the file, not at what is known of it, but says
    /// the line once the index has come that far: search when it is complete. Ends early, and says Cancelled,
    /// on request.
    Result<std::optional<LineMatch>> find(const LineSearch &search, const JsonlWorkPtr &work = {}) const;

    /// The file is another one than when it was opened: longer, shorter, newer or gone. Looks at the disk.
    bool hasChanged() const;

private:
    /// A line whose beginning is known. Those between one and the next begin within 64 KiB of it.
    struct Anchor
    {
        qint64 offset;
        qint64 line; ///< from 0
    };
    struct Part;
    struct Spot;

    void take(Part &part);
    Result<Spot> spotOf(qint64 line) const;
    Result<QList<IndexedLine>> collect(qint64 first, int count, qint64 from, qint64 most) const;
    Result<QByteArray> read(qint64 offset, qint64 size) const;
    /// The content anew, to be read by one; not open when that failed.
    std::unique_ptr<QIODevice> device() const;

    const QString m_path;
    const std::optional<QByteArray> m_content; ///< none: that of the file

    mutable QMutex m_reading; ///< of the content in hand
    std::unique_ptr<QIODevice> m_device;

    mutable QReadWriteLock m_lock; ///< of all below
    std::vector<Anchor> m_anchors;
    qint64 m_size = 0;
    QDateTime m_changed;
    qint64 m_starts = 0;     ///< lines whose beginning is known
    bool m_endsLine = false; ///< the last byte of what is known is a line end
    bool m_complete = false;
};

} // namespace odc
