// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace odc {

class ObjectIndex;
struct IndexedObject;

/// When the list of files is to be read before its time: a batch or a job has ended, and names a file as its output that the
/// index has not seen. Times are unix seconds. GUI thread.
class NewFiles
{
public:
    explicit NewFiles(const ObjectIndex &index) : m_index(index) {}

    /// The object as it is now.
    void saw(const IndexedObject &object, qint64 nowUnix);
    /// Since when a list of files has to be to hold them; 0: there is none that is missed.
    qint64 missedSince(qint64 nowUnix) const;
    /// They may be asked for soon: it was not in vain the last time.
    bool isWorthAsking(qint64 nowUnix) const;
    /// The files are being asked for.
    void asked(qint64 nowUnix) { m_askedFor = std::max(m_askedFor, missedSince(nowUnix)); }

private:
    bool hasMadeUnseen(const IndexedObject &object) const;

    const ObjectIndex &m_index;
    qint64 m_missedAt = 0; ///< a list that was read before it lacks one
    qint64 m_askedFor = 0; ///< the one of these for which the files were last asked for
};

} // namespace odc
