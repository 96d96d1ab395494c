// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingoverlap.h"

#include "jsonl/examplehash.h"
#include "jsonl/fileparts.h"

#include <QFileInfo>

#include <algorithm>

namespace odc {

namespace dom = simdjson::dom;

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

struct Part
{
    ByteRange range;
    std::vector<quint64> hashes; ///< by line; 0 where there is none
    QString error;
};

/// What each line says that can be read, by line.
using Hashed = std::vector<std::pair<quint64, qint64>>;

Result<Hashed> hashesOf(const QString &path, const JsonlWorkPtr &work)
{
    const auto parts = partsOf<Part>(path, QFileInfo(path).size(), work, [&](Part &part) {
        dom::parser parser;
        part.error = readLines(path, part.range, work.get(), [&](const LineReader::Line &line) {
            QByteArrayView text = line.text;
            if (line.offset == 0 && text.startsWith(byteOrderMark.data()))
                text = text.sliced(qsizetype(byteOrderMark.size()));
            dom::object example;
            part.hashes.push_back(parser.parse(text.data(), size_t(text.size()), false).get(example)
                                      ? 0
                                      : exampleHash(example));
        });
    });
    if (!parts)
        return failure(parts.error());
    Hashed hashed;
    qint64 line = 0;
    for (const Part &part : *parts) {
        for (const quint64 hash : part.hashes) {
            ++line;
            if (hash != 0)
                hashed.push_back({hash, line});
        }
    }
    return hashed;
}

} // namespace

Result<TrainingOverlap> overlapOf(const QString &trainingPath, const QString &validationPath,
                                  const JsonlWorkPtr &work, int most)
{
    auto training = hashesOf(trainingPath, work);
    if (!training)
        return failure(training.error());
    const auto validation = hashesOf(validationPath, work);
    if (!validation)
        return failure(validation.error());
    TrainingOverlap overlap;
    overlap.trainingLines = qint64(training->size());
    overlap.validationLines = qint64(validation->size());
    overlap.stopped = work && work->stop;
    std::sort(training->begin(), training->end());
    for (const auto &[hash, line] : *validation) {
        const auto like = std::lower_bound(training->begin(), training->end(), std::pair(hash, qint64(0)));
        if (like == training->end() || like->first != hash)
            continue;
        ++overlap.count;
        if (overlap.pairs.size() < most)
            overlap.pairs.append({line, like->second});
    }
    return overlap;
}

} // namespace odc
