// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storerunner.h"

#include "localserver/apifault.h"
#include "localserver/stores/storework.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcStores, "odc.localserver.stores")

namespace odc::server {

namespace {

constexpr int threadCount = 2;
/** So many files are being indexed at a time, ... */
constexpr size_t slotCount = 32;
/** ... and each takes so long, and one ms more for so many bytes, but no longer than that. */
constexpr qint64 fileMs = 100;
constexpr qint64 bytesPerMs = 10'000;
constexpr qint64 longestMs = 10'000;
/** Files that are done are stored together: so many, or as many as have so many characters. */
constexpr qsizetype filesAtOnce = 16;
constexpr qsizetype charactersAtOnce = 4'000'000;
/** When the storage refuses, it is asked again in a while. */
constexpr qint64 refusedMs = 2000;
/** The system's clock may be set; it is looked at again that often. */
constexpr std::chrono::milliseconds clockLook{10'000};

} // namespace

StoreRunner::StoreRunner(const Storage &storage, const StoreFilesTable &storeFiles, const FilesTable &files,
                         const ServerClock &clock)
    : m_storage(storage), m_storeFiles(storeFiles), m_files(files), m_clock(clock)
{
}

StoreRunner::~StoreRunner()
{
    stop();
}

void StoreRunner::start()
{
    for (int i = 0; i < threadCount; ++i)
        m_threads.emplace_back([this] { loop(); });
}

void StoreRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void StoreRunner::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_more = true;
    }
    m_wake.notify_all();
}

qint64 StoreRunner::lastsMs(const StoreJob &job) const
{
    const QJsonObject file = m_files.find(job.fileId).value_or(QJsonObject());
    return m_clock.scaledMs(std::min(fileMs + file[u"bytes"_s].toInteger() / bytesPerMs, longestMs));
}

/** Gives free slots to what comes next. False when the storage refused. */
bool StoreRunner::fill()
{
    if (!m_more || m_slots.size() >= slotCount)
        return true;
    try {
        const int wanted = int(slotCount - m_slots.size());
        const QList<StoreJob> jobs = m_storeFiles.jobs(m_taken, wanted);
        const qint64 nowMs = m_clock.nowMs();
        for (const StoreJob &job : jobs) {
            m_slots[job.seq] = {job, nowMs + lastsMs(job)};
            m_taken = job.seq;
        }
        m_more = jobs.size() == wanted;
        return true;
    } catch (const StorageError &error) {
        qCWarning(lcStores) << "the files to index cannot be read:" << error.text;
        return false;
    }
}

/** What is due now, or when the next one is. */
QList<StoreJob> StoreRunner::takeDue(qint64 *nextMs)
{
    const qint64 nowMs = m_clock.nowMs();
    QList<StoreJob> due;
    for (auto &[seq, slot] : m_slots) {
        if (slot.running)
            continue;
        if (slot.dueMs > nowMs) {
            *nextMs = std::min(*nextMs, slot.dueMs - nowMs);
        } else if (due.size() < filesAtOnce) {
            slot.running = true;
            due.append(slot.job);
        }
    }
    return due;
}

void StoreRunner::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const bool filled = fill();
        qint64 nextMs = filled ? clockLook.count() : refusedMs;
        const QList<StoreJob> due = takeDue(&nextMs);
        if (due.isEmpty()) {
            m_wake.wait_for(lock, std::chrono::milliseconds(nextMs));
            continue;
        }
        lock.unlock();
        work(due);
        lock.lock();
    }
}

/** The storage refused: once more, in a while. */
void StoreRunner::postpone(const StoreJob &job)
{
    const std::lock_guard lock(m_mutex);
    m_slots[job.seq] = {job, m_clock.nowMs() + refusedMs};
}

void StoreRunner::work(const QList<StoreJob> &jobs)
{
    QList<Done> done;
    qsizetype characters = 0;
    const auto finish = [&] {
        if (store(done)) {
            const std::lock_guard lock(m_mutex);
            for (const auto &[job, outcome] : done)
                m_slots.erase(job.seq);
        } else {
            for (const auto &[job, outcome] : done)
                postpone(job);
        }
        done.clear();
        characters = 0;
        m_wake.notify_all();
    };
    for (const StoreJob &job : jobs) {
        if (m_stopping)
            return;
        try {
            done.append({job, lookAt(job)});
        } catch (const StorageError &error) {
            qCWarning(lcStores) << "a file cannot be looked at yet:" << error.text;
            postpone(job);
            continue;
        }
        if (const std::optional<StoreOutcome> &outcome = done.last().second) {
            for (const QString &chunk : outcome->chunks)
                characters += chunk.size();
        }
        if (characters > charactersAtOnce)
            finish();
    }
    finish();
}

/** Nothing: it stays as it is. Throws StorageError. */
std::optional<StoreOutcome> StoreRunner::lookAt(const StoreJob &job) const
{
    const auto failed = [](const QString &code, const QString &message) {
        return StoreOutcome{{}, FileFault{code, message}};
    };
    try {
        const std::optional<ChunkingStrategy> chunking = m_storeFiles.chunking(job);
        if (!chunking || !m_storeFiles.isWanted(job))
            return std::nullopt;
        const std::shared_ptr<QIODevice> content = m_files.content(job.fileId);
        if (!content)
            return failed(u"invalid_file"_s, u"The file, or its content, is not there any more."_s);
        return outcomeOf(m_storeFiles.filename(job.fileId), *content, *chunking, job.again);
    } catch (const std::exception &error) {
        return failed(u"server_error"_s, QString::fromUtf8(error.what()));
    }
}

bool StoreRunner::store(const QList<Done> &done) const
{
    try {
        m_storeFiles.settle();
        Transaction transaction(m_storage);
        for (const auto &[job, outcome] : done) {
            if (outcome)
                m_storeFiles.finish(job, *outcome);
        }
        transaction.commit();
        return true;
    } catch (const StorageError &error) {
        qCWarning(lcStores) << "indexed files were not stored:" << error.text;
    } catch (const ApiFault &fault) {
        qCWarning(lcStores) << "indexed files were not stored:" << fault.message;
    }
    return false;
}

} // namespace odc::server
