// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"

namespace odc {

/// The attempts at the same requests, in order, first batch first: of `all`, those that say that they are of the
/// chain of `batch`, which is among them. Two attempts of the same number, which two people may have sent, come in
/// the order of their creation.
QList<BatchObject> batchChain(const QList<BatchObject> &all, const BatchObject &batch);

/// The parts of the file that `batch` is one of, in order; `batch` alone when it is of no group. The rest sent of a
/// part belongs to the part's chain, not to the group.
QList<BatchObject> batchGroup(const QList<BatchObject> &all, const BatchObject &batch);

/// What a batch is called by the person who made it (its metadata's "name", "job", "title" or "description", the
/// first that is there); empty when it has no such name.
QString batchName(const BatchObject &batch);

/// Requests that a chain of attempts leaves without an answer, by what the batches count; `chain` as batchChain()
/// gives it. What only looks unanswered because the last attempt still runs counts, too.
qint64 unansweredOf(const QList<BatchObject> &chain);

} // namespace odc
