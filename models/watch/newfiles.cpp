// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch/newfiles.h"

#include "index/objectindex.h"

namespace odc {

namespace {

/// How much older than its answer a list of files may be.
constexpr qint64 lagSeconds = 30;
/// How far apart the service's clock and this one may be, beside that.
constexpr qint64 clockSeconds = 90;

} // namespace

void NewFiles::saw(const IndexedObject &object, qint64 nowUnix)
{
    if (hasMadeUnseen(object))
        m_missedAt = nowUnix + lagSeconds;
}

bool NewFiles::hasMadeUnseen(const IndexedObject &object) const
{
    if (!object.isFinished())
        return false;
    // Of one that ended long before the files were read the file has gone since.
    if (object.endedAt > 0 && object.endedAt + lagSeconds + clockSeconds < m_index.wholeAt(ObjectKind::File))
        return false;
    return std::any_of(object.refs.cbegin(), object.refs.cend(), [this](const FileRef &ref) {
        const bool made = ref.role == FileRole::BatchOutput || ref.role == FileRole::BatchErrors ||
                          ref.role == FileRole::Results;
        return made && !m_index.find(ObjectKind::File, ref.fileId);
    });
}

qint64 NewFiles::missedSince(qint64 nowUnix) const
{
    return m_missedAt > m_index.wholeAt(ObjectKind::File) && m_missedAt <= nowUnix ? m_missedAt : 0;
}

bool NewFiles::isWorthAsking(qint64 nowUnix) const
{
    return missedSince(nowUnix) > 0 && m_index.wholeAt(ObjectKind::File) >= m_askedFor;
}

} // namespace odc
