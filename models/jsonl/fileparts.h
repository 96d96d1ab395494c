// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/jsonlwork.h"
#include "jsonl/linereader.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <vector>

namespace odc {

/// Works on stretches of a file of `bytes`, on all cores; gives one Part for each, in the file's order. A
/// Part has a `range`, and an `error` that is empty when all is well. Ends early when `work` is to stop.
template <typename Part, typename Run>
Result<std::vector<Part>> partsOf(const QString &path, qint64 bytes, const JsonlWorkPtr &work, Run run)
{
    // More parts than threads: one that has longer lines does not keep the others waiting.
    QThreadPool pool;
    const qint64 wanted = std::clamp<qint64>(bytes / 1'000'000, 1, pool.maxThreadCount() * 8);
    const auto ranges = splitAtLines(path, {0, bytes}, int(wanted));
    if (!ranges)
        return failure(ranges.error());
    std::vector<Part> parts(size_t(ranges->size()));
    for (size_t i = 0; i < parts.size(); ++i)
        parts[i].range = ranges->at(qsizetype(i));
    QtConcurrent::blockingMap(&pool, parts, [&](Part &part) {
        if (!work || !work->stop)
            run(part);
    });
    for (const Part &part : parts) {
        if (!part.error.isEmpty())
            return failure(ApiError::make(ApiError::Kind::LocalFile, part.error));
    }
    return parts;
}

/// Each line of a part, one after the other; a work that is to stop ends it.
template <typename Each> QString readLines(const QString &path, ByteRange range, JsonlWork *work, Each each)
{
    LineReader reader(path, range);
    qint64 told = range.from;
    while (const auto line = reader.next()) {
        each(*line);
        if (work && line->offset - told > 1'000'000) {
            work->done += line->offset - told;
            told = line->offset;
            if (work->stop)
                return {};
        }
    }
    if (work)
        work->done += range.to - told;
    return reader.error();
}

} // namespace odc
