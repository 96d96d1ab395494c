// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchlines.h"

#include <QJsonArray>

namespace odc::server {

/** What became of looking at an input file. */
struct BatchVerdict
{
    /** Findings as the member errors.data has them; empty = the batch can begin. */
    QJsonArray errors;
    /** The one model of the requests; empty when they name none. */
    QString model;
    /** The requests, in the order of the file. */
    std::vector<BatchLine> lines;
    bool stopped = false; ///< \p goOn said no: nothing else means anything
};

/**
 * Looks at every line of an input file, before any of them is answered: JSON, custom_id, method, url, model,
 * and how many and how big they are. What is wrong with a request itself is found when it is answered. The
 * file is read in pieces. At most 100 findings about lines.
 */
BatchVerdict checkBatchInput(QIODevice &file, const QString &endpoint, const std::function<bool()> &goOn);

} // namespace odc::server
