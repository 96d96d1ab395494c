// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalmarks.h"

#include "base/background.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;
constexpr auto runsKey = "runs"_L1;
constexpr auto markedKey = "marked"_L1;
constexpr auto noteKey = "note"_L1;
constexpr int waitForOthersMs = 2'000;

/// Ids are the words of a server or of a damaged file: none of them is a path, nor "..".
QString fileName(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "."_ba));
}

} // namespace

QString EvalMarks::folderOf(const QString &settingsFolder, const QString &profileId)
{
    return settingsFolder + u"/marks/"_s + fileName(profileId);
}

EvalMarks::EvalMarks(const QString &folder, const QString &evalId, QObject *parent)
    : QObject(parent), m_store(folder + u'/' + fileName(evalId) + u".json"_s, format)
{
    m_pool.setMaxThreadCount(1);
    m_runs = fromJson(m_store.load());
}

EvalMarks::~EvalMarks()
{
    m_pool.waitForDone(); // what it writes is older than what follows
    if (m_writing) { // nobody will say how that ended: once more does no harm
        Runs open = m_inFlight;
        for (auto run = m_changes.cbegin(); run != m_changes.cend(); ++run)
            open[run.key()].insert(*run);
        m_changes = open;
    }
    if (!m_changes.isEmpty())
        (void)save(m_store, m_changes, m_runs);
}

EvalMark EvalMarks::mark(const QString &runId, const QString &itemId) const
{
    const auto run = m_runs.constFind(runId);
    return run == m_runs.constEnd() ? EvalMark() : run->value(itemId);
}

void EvalMarks::set(const QString &runId, const QString &itemId, const EvalMark &mark)
{
    if (this->mark(runId, itemId) != mark)
        set(runId, {{itemId, mark}});
}

void EvalMarks::set(const QString &runId, const Marks &marks)
{
    apply({{runId, marks}}, m_runs);
    m_changes[runId].insert(marks);
    saveLater();
}

int EvalMarks::count(const QString &runId) const
{
    return int(m_runs.value(runId).size());
}

EvalMarks::Runs EvalMarks::fromJson(const QJsonObject &content)
{
    Runs all;
    const QJsonObject runs = content.value(runsKey).toObject();
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        const QJsonObject items = run.value().toObject();
        for (auto item = items.begin(); item != items.end(); ++item) {
            const QJsonObject object = item.value().toObject();
            const EvalMark mark{object.value(markedKey).toBool(), object.value(noteKey).toString()};
            if (!mark.isEmpty())
                all[run.key()].insert(item.key(), mark);
        }
    }
    return all;
}

QJsonObject EvalMarks::toJson(const Runs &all)
{
    QJsonObject runs;
    for (auto run = all.begin(); run != all.end(); ++run) {
        QJsonObject items;
        for (auto item = run->begin(); item != run->end(); ++item) {
            QJsonObject object;
            if (item->marked)
                object.insert(markedKey, true);
            if (!item->note.isEmpty())
                object.insert(noteKey, item->note);
            items.insert(item.key(), object);
        }
        runs.insert(run.key(), items);
    }
    return {{runsKey, runs}};
}

void EvalMarks::apply(const Runs &changes, Runs &runs)
{
    for (auto run = changes.begin(); run != changes.end(); ++run) {
        Marks &marks = runs[run.key()];
        if (run->size() > marks.size()) // all of a run's items at once
            marks.reserve(marks.size() + run->size());
        for (auto item = run->begin(); item != run->end(); ++item) {
            if (item->isEmpty())
                marks.remove(item.key());
            else
                marks.insert(item.key(), *item);
        }
        if (marks.isEmpty())
            runs.remove(run.key());
    }
}

Result<void> EvalMarks::save(JsonStore store, const Runs &changes, const Runs &all)
{
    QDir().mkpath(QFileInfo(store.path()).path());
    QLockFile lock(store.path() + u".lock"_s);
    (void)lock.tryLock(
        waitForOthersMs); // where none can be had, nothing can be written either, or nobody else is there
    const bool exists = QFileInfo::exists(store.path());
    Runs there = fromJson(store.load());
    if (!exists || !store.problem().isEmpty())
        there = all; // nothing of anybody's is left to keep
    apply(changes, there);
    return store.save(toJson(there));
}

void EvalMarks::saveLater()
{
    if (m_due || m_writing)
        return; // on its way already
    m_due = true;
    // With the next turn: marking a hundred selected items is one write.
    QTimer::singleShot(0, this, [this] {
        m_due = false;
        write();
    });
}

void EvalMarks::write()
{
    m_writing = true;
    const Runs changes = std::exchange(m_changes, {});
    m_inFlight = changes;
    const auto work = [store = m_store, changes, all = m_runs] { return save(store, changes, all); };
    const auto done = [this, changes](const Result<void> &written) {
        m_writing = false;
        const bool more = !m_changes.isEmpty();
        if (!written) { // with the next change, or at the end
            Runs open = changes;
            for (auto run = m_changes.cbegin(); run != m_changes.cend(); ++run)
                open[run.key()].insert(*run);
            m_changes = open;
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
