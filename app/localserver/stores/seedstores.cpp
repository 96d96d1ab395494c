// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/seedstores.h"

#include "localserver/ids.h"
#include "localserver/stores/samplestores.h"
#include "localserver/stores/samplestoretexts.h"
#include "localserver/stores/storework.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QString sampleFileId(const QString &filename)
{
    return stableId("file-"_L1, u"sample:"_s + filename);
}

void addFile(const StoreSeeds &seeds, const QString &id, const QString &filename, qint64 createdAt,
             const QByteArray &content)
{
    FileRecord record;
    record.id = id;
    record.filename = filename;
    record.purpose = u"assistants"_s;
    record.createdAt = createdAt;
    record.finalStatus = u"processed"_s;
    record.bytes = content.size();
    if (seeds.files.insert(record) && !seeds.storage.blobs().put(record.id, content))
        throw StorageError{u"the data folder cannot be written"_s};
}

/** What would have become of the files by now. */
void indexAll(const StoreSeeds &seeds, const QString &storeId)
{
    for (const StoreJob &job : seeds.storeFiles.jobsOf(storeId)) {
        const std::shared_ptr<QIODevice> content = seeds.files.content(job.fileId);
        const std::optional<ChunkingStrategy> chunking = seeds.storeFiles.chunking(job);
        if (!content || !chunking)
            continue; // the runner says what is wrong with it
        if (const auto outcome =
                outcomeOf(seeds.storeFiles.filename(job.fileId), *content, *chunking, job.again))
            seeds.storeFiles.finish(job, *outcome);
    }
}

void seedStore(const StoreSeeds &seeds, const SampleStore &sample)
{
    constexpr qint64 attachedAfter = 300;
    constexpr qint64 apart = 20;
    const qint64 createdAt = seeds.clock.now() - sample.ageSeconds;
    for (const SampleStoreFile &file : sample.files) {
        if (!file.content.isEmpty())
            addFile(seeds, sampleFileId(file.filename), file.filename, createdAt, file.content);
    }
    const StoresTable &stores = seeds.storeFiles.stores();
    if (stores.stores().find({}, sample.id()))
        return;
    StoreWish wish;
    if (sample.name)
        wish.name = *sample.name;
    if (!sample.description.isEmpty())
        wish.description = sample.description;
    wish.metadata = sample.metadata;
    wish.days = sample.days;
    stores.add(sample.id(), wish, createdAt, seeds.clock.now() - sample.idleSeconds);
    qint64 at = createdAt + attachedAfter;
    for (const SampleStoreFile &file : sample.files) {
        const QString id = sampleFileId(file.filename);
        if (!seeds.files.text(id))
            continue; // it has expired meanwhile
        seeds.storeFiles.attachAt(sample.id(), {{id, file.attributes, sample.chunking}}, at);
        at += apart;
    }
    indexAll(seeds, sample.id());
}

} // namespace

void seedSampleStores(const StoreSeeds &seeds)
{
    Transaction transaction(seeds.storage);
    for (const SampleStore &sample : sampleStores())
        seedStore(seeds, sample);
    transaction.commit();
}

void seedManyStores(const StoreSeeds &seeds, int stores, int files)
{
    if (stores <= 0)
        return;
    constexpr int failsEach = 97;
    // Making a file costs much more than a row does, so that all rows share the bytes of the first few.
    constexpr int distinct = 500;
    static const QStringList languages{u"en"_s, u"de"_s, u"fr"_s};
    const qint64 now = seeds.clock.now();
    const auto fileId = [](int i) { return stableId("file-"_L1, u"large-note:%1"_s.arg(i)); };
    QList<AttachWish> wishes;
    Transaction transaction(seeds.storage);
    for (int i = 0; i < files; ++i) {
        const QByteArray text = largeNote(i % distinct);
        FileRecord record;
        record.id = fileId(i);
        record.filename = i % failsEach == failsEach - 1 ? u"note-%1.tiff"_s.arg(i, 6, 10, QChar(u'0'))
                                                         : u"note-%1.txt"_s.arg(i, 6, 10, QChar(u'0'));
        record.purpose = u"assistants"_s;
        record.createdAt = now - (files - i) / 3;
        record.finalStatus = u"processed"_s;
        record.bytes = text.size();
        const BlobStore &blobs = seeds.storage.blobs();
        if (seeds.files.insert(record) && (i < distinct || !blobs.putSame(record.id, fileId(i % distinct))) &&
            !blobs.put(record.id, text))
            throw StorageError{u"the data folder cannot be written"_s};
        wishes.append({record.id,
                       QJsonObject{{u"lang"_s, languages.at(i % languages.size())},
                                   {u"year"_s, 2020 + i % 7},
                                   {u"number"_s, i},
                                   {u"checked"_s, i % 2 == 0}},
                       std::nullopt});
    }
    for (int i = 0; i < stores; ++i) {
        const QString id = stableId("vs_"_L1, u"large:%1:%2"_s.arg(i).arg(files));
        if (seeds.storeFiles.stores().stores().find({}, id))
            continue;
        StoreWish wish;
        wish.name = u"store-%1"_s.arg(i, 4, 10, QChar(u'0'));
        wish.metadata = QJsonObject{{u"number"_s, QString::number(i)}};
        seeds.storeFiles.stores().add(id, wish, now - stores + i, now - stores + i);
        seeds.storeFiles.attachAt(id, wishes, now - stores + i);
        indexAll(seeds, id);
    }
    transaction.commit();
}

} // namespace odc::server
