// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedfile.h"

#include "base/background.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTimer>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int waitForOthersMs = 2'000;

} // namespace

QString MergedFile::fileName(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "."_ba));
}

MergedFile::MergedFile(const QString &folder, const QString &id, int format, QObject *parent)
    : QObject(parent), m_store(folder + u'/' + fileName(id) + u".json"_s, format)
{
    m_pool.setMaxThreadCount(1);
}

void MergedFile::saveTheRest()
{
    m_pool.waitForDone(); // what it writes is older than what follows
    if (m_writing)        // nobody will say how that ended: once more does no harm
        takeBack();
    if (hasChanges())
        (void)save(m_store, sendChanges());
}

Result<void> MergedFile::save(JsonStore store, const Merge &merge)
{
    QDir().mkpath(QFileInfo(store.path()).path());
    QLockFile lock(store.path() + u".lock"_s);
    // Where none can be had, nothing can be written either, or nobody else is there.
    (void)lock.tryLock(waitForOthersMs);
    const bool exists = QFileInfo::exists(store.path());
    const QJsonObject there = store.load();
    return store.save(merge(exists && store.problem().isEmpty() ? &there : nullptr));
}

void MergedFile::saveLater()
{
    if (m_due || m_writing)
        return; // on its way already
    m_due = true;
    // With the next turn: several changes at once are one write.
    QTimer::singleShot(0, this, [this] {
        m_due = false;
        write();
    });
}

void MergedFile::write()
{
    m_writing = true;
    const auto work = [store = m_store, merge = sendChanges()] { return save(store, merge); };
    const auto done = [this](const Result<void> &written) {
        m_writing = false;
        const bool more = hasChanges();
        if (!written) { // with the next change, or at the end
            takeBack();
            Q_EMIT saveFailed(written.error());
        }
        if (more)
            write();
        else if (written)
            Q_EMIT saved();
    };
    inBackground(this, work, done, &m_pool);
}

} // namespace odc
