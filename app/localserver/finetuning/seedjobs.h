// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/finetuningtable.h"

namespace odc::server {

/** What the seeding of fine-tuning jobs needs. */
struct JobSeeds
{
    const Storage &storage;
    const FilesTable &files;
    const FineTuningTable &table;
    const ServerClock &clock;
};

/** Adds the jobs of the sample data with the files they bring, whatever of it is not there; the sample files
 * must be. Returns the ids of those that are to be worked on. Throws StorageError. */
QStringList seedSampleJobs(const JobSeeds &seeds);

/** Adds \p jobs jobs that have succeeded after \p steps steps, each with all its events, unless they are
 * there. Throws StorageError. */
void seedManyJobs(const JobSeeds &seeds, int jobs, int steps);

} // namespace odc::server
