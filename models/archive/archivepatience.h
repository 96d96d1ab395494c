// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"

#include <QList>

#include <optional>

namespace odc {

/// How long an archive waits for a source that does not answer. The request queue has tried a few times
/// already when it comes to this; a copy of hours outlives a break of minutes.
class ArchivePatience
{
public:
    /// Waits in ms, one after the other; the last is the last.
    explicit ArchivePatience(const QList<qint64> &waitsMs) : m_waitsMs(waitsMs) {}

    /// How long to wait before trying again; nothing: no more, or not with this error.
    std::optional<qint64> next(const ApiError &error);
    /// It answered.
    void reset() { m_tried = 0; }

    static QList<qint64> usual() { return {2'000, 5'000, 15'000, 60'000, 120'000, 300'000}; }

private:
    QList<qint64> m_waitsMs;
    qsizetype m_tried = 0;
};

/// What an error of the source means for the copy as a whole.
enum class ArchiveTrouble {
    Object, ///< this one thing cannot be had; the rest goes on
    Source  ///< nothing can be had any more: the copy stops here and goes on another time
};
ArchiveTrouble troubleOf(const ApiError &error);

} // namespace odc
