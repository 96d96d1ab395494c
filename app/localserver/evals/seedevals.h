// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/evals/evalstable.h"

namespace odc::server {

/** Adds the evals of the sample data with their runs and items, whatever of it is not there. What the models
 * answered is made up; the grades are worked out of it as those of any run. Throws StorageError. */
void seedSampleEvals(const Storage &storage, const EvalsTable &evals, const ServerClock &clock);

/** How much the large seed has. */
struct EvalCounts
{
    int evals = 0;
    int runs = 0;  ///< of each eval
    int items = 0; ///< of each run
};

/** Adds that many, whatever of it is not there. Throws StorageError. */
void seedManyEvals(const Storage &storage, const EvalsTable &evals, const ServerClock &clock,
                   const EvalCounts &counts);

} // namespace odc::server
