// SPDX-License-Identifier: GPL-3.0-or-later
#include "openbatches.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/log.h"

#include <QDir>
#include <QLockFile>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int storeFormat = 1;
constexpr qint64 oldestSeconds = 30LL * 24 * 3600; ///< what is older is not asked about any more
constexpr int waitForOthersMs = 200;

} // namespace

OpenBatches::OpenBatches(Session &session, const QString &settingsFolder, const QString &profileId,
                         QObject *parent)
    : QObject(parent), m_session(session), m_profileId(profileId)
{
    if (settingsFolder.isEmpty())
        return;
    m_path = QDir(settingsFolder).filePath(u"open-file-batches.json"_s);
    m_entries = entriesIn(JsonStore(m_path, storeFormat).load().value(m_profileId).toArray(),
                          m_session.clock().unixSeconds() - oldestSeconds);
}

QList<OpenBatches::Entry> OpenBatches::entriesIn(const QJsonArray &list, qint64 oldest)
{
    QList<Entry> entries;
    for (const QJsonValue &value : list) {
        const Entry entry{value["store"_L1].toString(), value["batch"_L1].toString(),
                          value["made_at"_L1].toInteger()};
        if (!entry.storeId.isEmpty() && !entry.batchId.isEmpty() && entry.madeAt >= oldest)
            entries << entry;
    }
    return entries;
}

QStringList OpenBatches::of(const QString &storeId) const
{
    QStringList ids;
    for (const Entry &entry : m_entries) {
        if (entry.storeId == storeId)
            ids << entry.batchId;
    }
    return ids;
}

void OpenBatches::add(const QString &storeId, const QString &batchId)
{
    const Entry made{storeId, batchId, m_session.clock().unixSeconds()};
    m_entries << made;
    save([&made](QList<Entry> &list) { list << made; });
    Q_EMIT changed(storeId);
}

void OpenBatches::remove(const QString &batchId)
{
    m_watched.remove(batchId);
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.batchId == batchId; });
    if (found == m_entries.end())
        return;
    const QString storeId = found->storeId;
    m_entries.erase(found);
    save([&batchId](QList<Entry> &list) {
        list.removeIf([&batchId](const Entry &entry) { return entry.batchId == batchId; });
    });
    Q_EMIT changed(storeId);
}

void OpenBatches::watch(const QString &batchId)
{
    const bool isOpen = std::any_of(m_entries.cbegin(), m_entries.cend(),
                                    [&](const Entry &entry) { return entry.batchId == batchId; });
    if (!isOpen)
        return;
    m_watched.insert(batchId);
    pollLater(pollMs);
}

void OpenBatches::watchAll()
{
    if (m_entries.isEmpty())
        return;
    for (const Entry &entry : std::as_const(m_entries))
        m_watched.insert(entry.batchId);
    pollLater(0);
}

void OpenBatches::save(const std::function<void(QList<Entry> &list)> &change)
{
    if (m_path.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    QLockFile lock(m_path + u".lock"_s);
    (void)lock.tryLock(waitForOthersMs);
    // Read anew: those of other profiles, and of other consoles, are in the same file.
    JsonStore store(m_path, storeFormat);
    QJsonObject content = store.load();
    QList<Entry> entries =
        entriesIn(content.value(m_profileId).toArray(), m_session.clock().unixSeconds() - oldestSeconds);
    change(entries);
    QJsonArray list;
    for (const Entry &entry : std::as_const(entries)) {
        list.append(QJsonObject{
            {u"store"_s, entry.storeId}, {u"batch"_s, entry.batchId}, {u"made_at"_s, entry.madeAt}});
    }
    if (list.isEmpty())
        content.remove(m_profileId);
    else
        content.insert(m_profileId, list);
    if (const auto saved = store.save(content); !saved)
        qCWarning(logTransfers) << "open file batches are not kept:" << saved.error().message;
}

void OpenBatches::pollLater(qint64 delayMs)
{
    if (m_isPolling)
        return;
    m_isPolling = true;
    m_session.clock().callLater(delayMs, this, [this] {
        QList<Entry> due;
        for (const Entry &entry : std::as_const(m_entries)) {
            if (m_watched.contains(entry.batchId))
                due << entry;
        }
        poll(due);
    });
}

void OpenBatches::poll(QList<Entry> entries)
{
    if (entries.isEmpty()) {
        m_isPolling = false;
        if (!m_watched.isEmpty())
            pollLater(pollMs);
        return;
    }
    const Entry entry = entries.takeFirst();
    m_call = m_session.stores().retrieveBatch(
        entry.storeId, entry.batchId, this, [this, entry, entries](const Result<StoreFileBatch> &batch) {
            if (batch && batch->isFinished()) {
                StoreFileBatch last = *batch;
                last.storeId = entry.storeId;
                remove(entry.batchId);
                Q_EMIT ended(last);
            } else if (!batch && batch.error().kind == ApiError::Kind::NotFound) {
                remove(entry.batchId); // with its store, or forgotten by the service
            }
            poll(entries);
        });
}

} // namespace odc
