// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/seed.h"

#include "localserver/filepurposes.h"
#include "localserver/ids.h"
#include "localserver/samplefiles.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

void require(bool stored)
{
    if (!stored)
        throw StorageError{u"the data folder cannot be written"_s};
}

} // namespace

void seedSampleFiles(const Storage &storage, const FilesTable &files, const ServerClock &clock)
{
    Transaction transaction(storage);
    const qint64 now = clock.now();
    for (const SampleFile &sample : sampleFiles()) {
        FileRecord record;
        record.id = stableId("file-"_L1, u"sample:"_s + sample.filename);
        record.filename = sample.filename;
        record.purpose = sample.purpose;
        record.createdAt = now - sample.ageSeconds;
        if (sample.expiresInSeconds > 0)
            record.expiresAt = now + sample.expiresInSeconds;
        record.finalStatus = sample.error.isEmpty() ? u"processed"_s : u"error"_s;
        record.statusDetails = sample.error;
        record.bytes = sample.content.size();
        if (files.insert(record))
            require(storage.blobs().put(record.id, sample.content));
    }
    transaction.commit();
}

void seedManyFiles(const Storage &storage, const FilesTable &files, const ServerClock &clock, int count)
{
    static constexpr struct
    {
        QLatin1String purpose;
        QLatin1String name;
    } kinds[] = {
        {"batch"_L1, "batch-in"_L1},  {"batch_output"_L1, "batch-out"_L1},
        {"fine-tune"_L1, "train"_L1}, {"fine-tune-results"_L1, "steps"_L1},
        {"evals"_L1, "golden"_L1},    {"user_data"_L1, "notes"_L1},
    };
    // Making a file costs much more than a row does, so that all rows share the bytes of the first few.
    constexpr int distinct = 10 * int(std::size(kinds));
    const auto idOf = [](int i) { return stableId("file-"_L1, u"large:%1"_s.arg(i)); };
    const qint64 now = clock.now();
    Transaction transaction(storage);
    for (int i = 0; i < count; ++i) {
        const auto &kind = kinds[size_t(i) % std::size(kinds)];
        FileRecord record;
        record.id = idOf(i);
        record.filename = u"%1-%2.jsonl"_s.arg(kind.name).arg(i, 6, 10, QChar(u'0'));
        record.purpose = kind.purpose;
        record.createdAt = now - i / 3; // three to a second: ties are the rule where files come from scripts
        if (record.purpose == "batch"_L1)
            record.expiresAt = record.createdAt + defaultBatchLifetime;
        record.finalStatus = u"processed"_s;
        const int original = i % distinct;
        const QByteArray bytes = u"{\"row\":%1}\n"_s.arg(original).toUtf8().repeated(original + 1);
        record.bytes = bytes.size();
        if (!files.insert(record))
            continue;
        if (i == original || !storage.blobs().putSame(record.id, idOf(original)))
            require(storage.blobs().put(record.id, bytes));
    }
    transaction.commit();
}

} // namespace odc::server
