// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchlines.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qsizetype blockSize = 256 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

} // namespace

bool BatchLineScanner::more()
{
    m_bufferAt += m_at;
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype had = m_buffer.size();
    m_buffer.resize(had + blockSize);
    const qint64 got = m_file.read(m_buffer.data() + had, blockSize);
    m_buffer.resize(had + std::max<qint64>(got, 0));
    if (got < 0)
        m_error = u"The input file cannot be read: %1."_s.arg(m_file.errorString());
    return got > 0;
}

std::optional<BatchLineScanner::Line> BatchLineScanner::taken(qsizetype end, bool tooLong)
{
    ++m_number;
    Line line;
    line.tooLong = tooLong;
    line.place.number = qint32(std::min<qint64>(m_number, std::numeric_limits<qint32>::max()));
    qsizetype from = m_at;
    qsizetype to = end;
    while (from < to && isBlank(m_buffer.at(from)))
        ++from;
    while (to > from && isBlank(m_buffer.at(to - 1)))
        --to;
    line.place.offset = m_bufferAt + from;
    line.place.length = qint32(to - from);
    m_at = std::min(end + 1, m_buffer.size());
    if (from == to && !tooLong)
        return std::nullopt;
    if (!tooLong)
        line.text = QByteArray::fromRawData(m_buffer.constData() + from, to - from);
    return line;
}

std::optional<BatchLineScanner::Line> BatchLineScanner::next()
{
    qsizetype searched = m_at;
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0) {
            const bool tooLong = m_skipped + end - m_at > longestBatchLine;
            m_skipped = 0;
            if (std::optional<Line> line = taken(end, tooLong))
                return line;
            searched = m_at;
            continue;
        }
        if (m_buffer.size() - m_at > longestBatchLine) { // what is longer than a line may be is let go
            m_skipped += m_buffer.size() - m_at;
            m_at = m_buffer.size();
        }
        const qsizetype seen = m_buffer.size() - m_at;
        if (more()) {
            searched = seen;
            continue;
        }
        if (!m_error.isEmpty() || (m_at >= m_buffer.size() && m_skipped == 0))
            return std::nullopt;
        const bool tooLong = m_skipped + m_buffer.size() - m_at > longestBatchLine;
        m_skipped = 0;
        return taken(m_buffer.size(), tooLong);
    }
}

std::optional<std::vector<BatchLine>> linesOf(QIODevice &file, const std::function<bool()> &goOn)
{
    constexpr size_t look = 1024;
    if (!file.seek(0))
        return std::nullopt;
    BatchLineScanner scanner(file);
    std::vector<BatchLine> lines;
    while (const auto line = scanner.next()) {
        lines.push_back(line->place);
        if (lines.size() % look == 0 && !goOn())
            return std::nullopt;
    }
    if (!scanner.error().isEmpty())
        return std::nullopt;
    return lines;
}

std::optional<QByteArray> readLine(QIODevice &file, const BatchLine &line)
{
    QByteArray text(line.length, Qt::Uninitialized);
    if (!file.seek(line.offset) || file.read(text.data(), line.length) != line.length)
        return std::nullopt;
    return text;
}

void jumble(std::vector<BatchLine> &lines)
{
    constexpr quint32 reach = 32; // so far a line may fall behind
    const auto key = [](const BatchLine &line) {
        const quint32 mixed = quint32(line.number) * 2654435761u;
        return qint64(line.number) + (mixed >> 16) % reach;
    };
    std::stable_sort(lines.begin(), lines.end(),
                     [&key](const BatchLine &one, const BatchLine &other) { return key(one) < key(other); });
}

} // namespace odc::server
