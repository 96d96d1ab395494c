// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

namespace odc {

/// The rates of the last minutes, in even steps. A plain value.
class RateHistory
{
public:
    struct Sample {
        qint64 atMs = 0; ///< of a clock that never jumps
        double upload = 0; ///< bytes a second
        double download = 0;
    };
    static constexpr qint64 spanMs = 5 * 60 * 1000;

    /// Forgets what is older than the span.
    void add(const Sample &sample);
    const QList<Sample> &samples() const { return m_samples; }
    /// The highest of both rates; 0 when nothing moved.
    double peak() const;

private:
    QList<Sample> m_samples;
};

} // namespace odc
