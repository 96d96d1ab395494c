// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/metriclog.h"

#include <memory>

namespace odc {

/// A training run as the curves show it. Its log belongs to the caller and may grow; runChanged() tells of
/// it.
struct CurveRun
{
    QString id;
    QString name;
    std::shared_ptr<const MetricLog> log; ///< never null
    std::optional<qint64> startedAt{};    ///< unix seconds; where time begins when curves are aligned by time
    bool live = false;                    ///< it still trains
};

} // namespace odc
