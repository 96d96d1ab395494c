// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>

namespace odc {

/// Bytes a second over the last few seconds.
class RateMeter
{
public:
    /// `bytes` so far, at `nowMs` of a clock that never jumps. Fewer bytes than before begin a new measurement.
    void take(qint64 nowMs, qint64 bytes);
    void reset() { m_samples.clear(); }
    /// 0 until half a second was seen.
    double rate() const;

private:
    QList<QPair<qint64, qint64>> m_samples;
};

} // namespace odc
