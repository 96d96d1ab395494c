// SPDX-License-Identifier: GPL-3.0-or-later
#include "linereader.h"

#include <QCoreApplication>

#include <cstring>
#include <utility>

namespace odc {

namespace {

constexpr qint64 blockSize = 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LineReader)
};

QString unreadable(const QFile &file)
{
    return Tr::tr("%1 could not be read: %2").arg(file.fileName(), file.errorString());
}

} // namespace

LineReader::LineReader(const QString &path, ByteRange range)
    : m_file(path), m_buffer(size_t(std::min(range.size(), blockSize) + padding)), m_offset(range.from),
      m_left(range.size())
{
    // Blocks are read into our own buffer.
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !m_file.seek(range.from)) {
        m_error = unreadable(m_file);
        m_left = 0;
    }
}

bool LineReader::fill()
{
    if (m_left == 0)
        return false;
    // What is left of the block of before goes to the front; a long line makes the buffer grow.
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, size_t(m_end - m_begin));
    m_offset += m_begin;
    m_looked -= m_begin;
    m_end -= m_begin;
    m_begin = 0;
    const qint64 wanted = std::min(m_left, std::max(blockSize, m_end));
    if (qint64(m_buffer.size()) < m_end + wanted + padding)
        m_buffer.resize(size_t(m_end + wanted + padding));
    const qint64 got = m_file.read(m_buffer.data() + m_end, wanted);
    if (got <= 0) {
        m_error = got < 0 ? unreadable(m_file)
                          : Tr::tr("%1 became shorter while it was read.").arg(m_file.fileName());
        m_left = 0;
        return false;
    }
    m_end += got;
    m_left -= got;
    return true;
}

std::optional<LineReader::Line> LineReader::next()
{
    for (;;) {
        const char *from = m_buffer.data() + m_looked;
        const auto *end = static_cast<const char *>(std::memchr(from, '\n', size_t(m_end - m_looked)));
        if (!end) {
            m_looked = m_end;
            if (m_end - m_begin > longestLine && !m_skipping) {
                m_skipping = true;
                m_skipFrom = m_offset + m_begin;
            }
            if (m_skipping)
                m_begin = m_end; // nothing of it is kept
            if (fill())
                continue;
            if (!m_error.isEmpty() || (m_begin == m_end && !m_skipping))
                return {};
        }
        const qint64 stop = end ? end - m_buffer.data() : m_end;
        Line line{{m_buffer.data() + m_begin, stop - m_begin}, m_offset + m_begin, false};
        if (line.text.endsWith('\r'))
            line.text.chop(1);
        m_begin = m_looked = end ? stop + 1 : stop;
        if (std::exchange(m_skipping, false))
            return Line{{}, m_skipFrom, true};
        if (line.text.size() > longestLine)
            return Line{{}, line.offset, true};
        return line;
    }
}

Result<QList<ByteRange>> splitAtLines(const QString &path, ByteRange range, int parts)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ApiError::make(ApiError::Kind::LocalFile, unreadable(file)));
    QList<ByteRange> ranges;
    qint64 from = range.from;
    for (int part = 1; part <= parts && from < range.to; ++part) {
        qint64 to = range.to;
        if (part < parts) {
            // To the end of the line in which the part would end.
            to = std::max(from, range.from + range.size() / parts * part);
            if (!file.seek(to))
                return failure(ApiError::make(ApiError::Kind::LocalFile, unreadable(file)));
            for (bool found = false; !found && to < range.to;) {
                const QByteArray block = file.read(std::min<qint64>(64 * 1024, range.to - to));
                if (block.isEmpty()) {
                    to = range.to; // whoever reads it says what is wrong
                    break;
                }
                const qsizetype at = block.indexOf('\n');
                found = at >= 0;
                to += found ? at + 1 : block.size();
            }
        }
        if (to > from)
            ranges.append({from, to});
        from = to;
    }
    return ranges;
}

} // namespace odc
