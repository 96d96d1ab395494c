// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/piecereader.h"

#include <algorithm>

namespace odc::server {

PieceReader::PieceReader(const QStringList &paths, const QList<qint64> &sizes,
                         std::shared_ptr<const void> keepAlive)
    : m_paths(paths), m_starts{0}, m_keepAlive(std::move(keepAlive))
{
    for (const qint64 size : sizes)
        m_starts.push_back(m_starts.back() + size);
    // Unbuffered: who reads here does so in big blocks.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 PieceReader::size() const
{
    return m_starts.back();
}

qint64 PieceReader::readData(char *data, qint64 maxSize)
{
    qint64 done = 0;
    while (done < maxSize && pos() + done < size()) {
        const qint64 at = pos() + done;
        const auto after = std::upper_bound(m_starts.cbegin(), m_starts.cend(), at);
        const qsizetype piece = after - m_starts.cbegin() - 1;
        if (piece != m_open) {
            m_file.close();
            m_open = -1;
            m_file.setFileName(m_paths.at(piece));
            if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return done > 0 ? done : -1;
            m_open = piece;
        }
        const qint64 inside = at - m_starts[size_t(piece)];
        const qint64 wanted = std::min(maxSize - done, *after - at);
        if (m_file.pos() != inside && !m_file.seek(inside))
            return done > 0 ? done : -1;
        const qint64 got = m_file.read(data + done, wanted);
        if (got <= 0)
            return done > 0 ? done : -1;
        done += got;
    }
    return done;
}

} // namespace odc::server
