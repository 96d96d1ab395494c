// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineindex.h"

#include "jsonl/textmatcher.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <cstring>

namespace odc {

namespace {

constexpr qint64 partSize = 8 * 1024 * 1024; ///< looked through in one go
constexpr qint64 blockSize = 1024 * 1024;    ///< read in one go
constexpr qint64 stretch = 64 * 1024;        ///< lines behind an anchor begin within so many bytes
constexpr qint64 linesPerAnchor = 64;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LineIndex)
};

tl::unexpected<ApiError> fails(const QString &why)
{
    return failure(ApiError::make(ApiError::Kind::LocalFile, why));
}

QString unreadable(const QString &path, const QIODevice &device)
{
    return Tr::tr("%1 could not be read: %2").arg(path, device.errorString());
}

QString shorter(const QString &path)
{
    return Tr::tr("%1 became shorter while it was read.").arg(path);
}

} // namespace

/// What one part of the file gives: the lines that begin in it.
struct LineIndex::Part
{
    qint64 from = 0;
    qint64 to = 0;
    std::vector<Anchor> anchors; ///< lines counted from the part's first
    qint64 starts = 0;
    bool endsLine = false; ///< the last byte is a line end
    bool isDone = false;
    QString error;

    void addStart(qint64 offset)
    {
        if (anchors.empty() || starts - anchors.back().line >= linesPerAnchor ||
            offset - anchors.back().offset > stretch)
            anchors.push_back({offset, starts});
        ++starts;
    }

    void scan(const QString &path, QIODevice &file, qint64 size, JsonlWork *work)
    {
        if (!file.isOpen() || !file.seek(from)) {
            error = unreadable(path, file);
            return;
        }
        if (from == 0 && to > 0)
            addStart(0);
        std::vector<char> block(size_t(std::min(blockSize, to - from)));
        for (qint64 at = from; at < to;) {
            const qint64 got = file.read(block.data(), std::min<qint64>(qint64(block.size()), to - at));
            if (got <= 0) {
                error = got < 0 ? unreadable(path, file) : shorter(path);
                return;
            }
            const char *end = block.data() + got;
            for (const char *look = block.data(); look < end; ++look) {
                look = static_cast<const char *>(std::memchr(look, '\n', size_t(end - look)));
                if (!look)
                    break;
                // Behind the last end of the file there is no line.
                if (const qint64 start = at + (look - block.data()) + 1; start < size)
                    addStart(start);
            }
            endsLine = end[-1] == '\n';
            at += got;
            if (work) {
                work->done += got;
                if (work->stop)
                    return;
            }
        }
    }
};

/// Where lines can be found: from an anchor to the next one.
struct LineIndex::Spot
{
    Anchor anchor{};
    qint64 end = -1;      ///< where the next anchor begins, or the file ends; -1: not known yet
    bool endsLine = true; ///< the byte before is a line end
    qint64 known = 0;     ///< lines that are known, in the whole file
};

LineIndex::LineIndex(const QString &path) : m_path(path) {}

LineIndex::LineIndex(const QByteArray &content, const QString &name) : m_path(name), m_content(content) {}

std::unique_ptr<QIODevice> LineIndex::device() const
{
    std::unique_ptr<QIODevice> device;
    if (m_content) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(*m_content);
        device = std::move(buffer);
    } else {
        device = std::make_unique<QFile>(m_path);
    }
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return device;
}

void LineIndex::take(Part &part)
{
    const QWriteLocker lock(&m_lock);
    for (const Anchor &anchor : part.anchors)
        m_anchors.push_back({anchor.offset, anchor.line + m_starts});
    m_starts += part.starts;
    m_endsLine = part.endsLine;
    part.anchors = {};
}

Result<void> LineIndex::build(const JsonlWorkPtr &work)
{
    // A pipe would be waited for for ever.
    const QFileInfo info(m_path);
    if (!m_content && info.exists() && !info.isFile())
        return fails(Tr::tr("%1 is not a file.").arg(m_path));
    qint64 size = 0;
    {
        const QMutexLocker reading(&m_reading);
        m_device = device();
        if (!m_device->isOpen())
            return fails(unreadable(m_path, *m_device));
        size = m_device->size();
    }
    {
        const QWriteLocker lock(&m_lock);
        m_size = size;
        m_changed = info.lastModified();
    }
    std::vector<Part> parts;
    for (qint64 from = 0; from < size; from += partSize) {
        parts.emplace_back();
        parts.back().from = from;
        parts.back().to = std::min(size, from + partSize);
    }
    // Parts are begun in their order, so those at the front are soon there to be read.
    QThreadPool pool;
    QMutex merging;
    size_t merged = 0;
    QtConcurrent::blockingMap(&pool, parts, [&](Part &part) {
        if (work && work->stop)
            return;
        part.scan(m_path, *device(), size, work.get());
        const QMutexLocker lock(&merging);
        part.isDone = part.error.isEmpty() && !(work && work->stop);
        for (; merged < parts.size() && parts[merged].isDone; ++merged)
            take(parts[merged]);
    });
    if (work && work->stop)
        return failure(ApiError::make(ApiError::Kind::Cancelled));
    for (const Part &part : parts) {
        if (!part.error.isEmpty())
            return fails(part.error);
    }
    const QWriteLocker lock(&m_lock);
    m_anchors.shrink_to_fit();
    m_complete = true;
    return {};
}

bool LineIndex::isComplete() const
{
    const QReadLocker lock(&m_lock);
    return m_complete;
}

qint64 LineIndex::count() const
{
    const QReadLocker lock(&m_lock);
    // Where the last one ends is not known before the end.
    return m_complete ? m_starts : std::max<qint64>(0, m_starts - 1);
}

qint64 LineIndex::size() const
{
    const QReadLocker lock(&m_lock);
    return m_size;
}

qint64 LineIndex::memory() const
{
    const QReadLocker lock(&m_lock);
    return qint64(m_anchors.capacity() * sizeof(Anchor));
}

Result<QByteArray> LineIndex::read(qint64 offset, qint64 size) const
{
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const QMutexLocker reading(&m_reading);
    if (!m_device || !m_device->seek(offset))
        return fails(m_device ? unreadable(m_path, *m_device) : Tr::tr("%1 is not open.").arg(m_path));
    for (qint64 done = 0; done < size;) {
        const qint64 got = m_device->read(bytes.data() + done, size - done);
        if (got <= 0)
            return fails(got < 0 ? unreadable(m_path, *m_device) : shorter(m_path));
        done += got;
    }
    return bytes;
}

Result<LineIndex::Spot> LineIndex::spotOf(qint64 line) const
{
    const QReadLocker lock(&m_lock);
    Spot spot;
    spot.known = m_complete ? m_starts : m_starts - 1;
    if (line < 0 || line >= spot.known)
        return fails(Tr::tr("%1 has no line %2.").arg(m_path).arg(line + 1));
    auto next = std::upper_bound(m_anchors.begin(), m_anchors.end(), line,
                                 [](qint64 wanted, const Anchor &anchor) { return wanted < anchor.line; });
    spot.anchor = *std::prev(next);
    if (next != m_anchors.end()) {
        spot.end = next->offset;
    } else if (m_complete) {
        spot.end = m_size;
        spot.endsLine = m_endsLine;
    }
    return spot;
}

Result<QList<IndexedLine>> LineIndex::collect(qint64 first, int count, qint64 from, qint64 most) const
{
    QList<IndexedLine> lines;
    for (qint64 line = first; line < first + count;) {
        const auto spot = spotOf(line);
        if (!spot)
            return failure(spot.error());
        // All lines of the spot begin in this block; a line that does not end in it ends with the spot.
        const qint64 begin = spot->anchor.offset;
        const qint64 end = spot->end >= 0 ? spot->end : size();
        const auto block = read(begin, std::min(end - begin, stretch + 1));
        if (!block)
            return failure(block.error());
        const qint64 before = line;
        qsizetype at = 0;
        for (qint64 here = spot->anchor.line;
             here < std::min(first + count, spot->known) && at < block->size(); ++here) {
            const qsizetype found = block->indexOf('\n', at);
            if (here >= line) {
                qint64 stop = found >= 0 ? begin + found : end - (spot->endsLine ? 1 : 0);
                IndexedLine entry{.number = here + 1, .offset = begin + at, .from = from};
                if (stop > entry.offset) {
                    const auto last =
                        stop - begin <= block->size() ? block->mid(stop - 1 - begin, 1) : read(stop - 1, 1);
                    if (!last)
                        return failure(last.error());
                    entry.hasCarriageReturn = *last == "\r";
                    stop -= entry.hasCarriageReturn ? 1 : 0;
                }
                entry.size = stop - entry.offset;
                const qint64 wanted = std::clamp<qint64>(entry.size - from, 0, most);
                if (at + from + wanted <= block->size()) {
                    entry.bytes = block->mid(at + from, wanted);
                } else if (auto bytes = read(entry.offset + from, wanted)) {
                    entry.bytes = *std::move(bytes);
                } else {
                    return failure(bytes.error());
                }
                lines.append(std::move(entry));
                ++line;
            }
            if (found < 0)
                break;
            at = found + 1;
        }
        if (line >= spot->known)
            break;
        if (line == before)
            return fails(
                Tr::tr("%1 changed while it was read.").arg(m_path)); // lines are not where they were
    }
    return lines;
}

Result<IndexedLine> LineIndex::line(qint64 number, qint64 most, qint64 from) const
{
    auto lines = collect(number - 1, 1, from, most);
    if (!lines)
        return failure(lines.error());
    return lines->takeFirst();
}

Result<QList<IndexedLine>> LineIndex::lines(qint64 first, int count, qint64 most) const
{
    return collect(first - 1, count, 0, most);
}

qint64 LineIndex::lineAt(qint64 offset) const
{
    Anchor anchor{};
    {
        const QReadLocker lock(&m_lock);
        auto next = std::upper_bound(m_anchors.begin(), m_anchors.end(), offset,
                                     [](qint64 wanted, const Anchor &each) { return wanted < each.offset; });
        if (next == m_anchors.begin() || offset >= m_size || (next == m_anchors.end() && !m_complete))
            return 0;
        anchor = *std::prev(next);
    }
    const auto block = read(anchor.offset, std::min(offset - anchor.offset, stretch + 1));
    return block ? anchor.line + block->count('\n') + 1 : 0;
}

Result<std::optional<LineMatch>> LineIndex::find(const LineSearch &search, const JsonlWorkPtr &work) const
{
    const TextMatcher matcher(search.text, search.caseSensitive);
    const qint64 size = this->size();
    if (matcher.isEmpty())
        return std::nullopt;
    const std::unique_ptr<QIODevice> file = device();
    if (!file->isOpen())
        return fails(unreadable(m_path, *file));
    const qint64 middle = std::clamp<qint64>(search.offset, 0, size);
    struct Leg
    {
        qint64 from;
        qint64 to;
    };
    const Leg before{0, middle};
    const Leg behind{middle, size};
    for (int round = 0; round < (search.wrap ? 2 : 1); ++round) {
        const Leg leg = (round == 0) == search.backward ? before : behind;
        // Matches that begin in the leg; the last may reach out of it.
        for (qint64 left = leg.to - leg.from; left > 0;) {
            if (work && work->stop)
                return failure(ApiError::make(ApiError::Kind::Cancelled));
            const qint64 part = std::min(left, blockSize);
            const qint64 from = search.backward ? leg.from + left - part : leg.to - left;
            if (!file->seek(from))
                return fails(unreadable(m_path, *file));
            const qint64 wanted = std::min(part + matcher.longest() - 1, size - from);
            const QByteArray block = file->read(wanted);
            if (block.size() < wanted)
                return fails(shorter(m_path));
            const TextMatcher::Match match =
                search.backward ? matcher.previous(block, part) : matcher.next(block, 0, part);
            if (match.from >= 0) {
                LineMatch found{.offset = from + match.from, .size = match.size, .wrapped = round > 0};
                found.line = lineAt(found.offset);
                if (const auto line = found.line > 0 ? this->line(found.line, 0) : failure(ApiError()))
                    found.column = found.offset - line->offset;
                return found;
            }
            left -= part;
            if (work)
                work->done += part;
        }
    }
    return std::nullopt;
}

bool LineIndex::hasChanged() const
{
    if (m_content)
        return false;
    const QFileInfo info(m_path);
    const QReadLocker lock(&m_lock);
    return !info.exists() || info.size() != m_size || info.lastModified() != m_changed;
}

} // namespace odc
