// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

/// What counts as stuck, and when something is said to expire. Kept as JSON in Setting::WatchRules.
struct WatchRules
{
    static constexpr double leastTimesUsual = 1.5;
    static constexpr double mostTimesUsual = 100;
    double timesUsual = 4;      ///< no progress for so many times as long as a step usually takes
    int leastMinutes = 30;      ///< never said before so many minutes without progress
    int validatingMinutes = 60; ///< a batch or job that is checked for longer
    int indexingMinutes = 120;  ///< a file of a store in progress for longer without an error
    int uploadMinutesLeft = 10; ///< an upload in parts that has less of its hour
    int expiresDays = 7;        ///< said so long before
    friend bool operator==(const WatchRules &, const WatchRules &) = default;

    /// Values that make no sense are those of the console itself.
    static WatchRules fromJson(const QString &text);
    QString toJson() const;
};

} // namespace odc
