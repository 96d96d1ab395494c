// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalmarks.h"

#include "base/background.h"

#include <QTimer>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;
constexpr auto runsKey = "runs"_L1;
constexpr auto markedKey = "marked"_L1;
constexpr auto noteKey = "note"_L1;

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
    const QJsonObject runs = m_store.load().value(runsKey).toObject();
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        const QJsonObject items = run.value().toObject();
        Marks marks;
        for (auto item = items.begin(); item != items.end(); ++item) {
            const QJsonObject object = item.value().toObject();
            const EvalMark mark{object.value(markedKey).toBool(), object.value(noteKey).toString()};
            if (!mark.isEmpty())
                marks.insert(item.key(), mark);
        }
        if (!marks.isEmpty())
            m_runs.insert(run.key(), marks);
    }
}

EvalMarks::~EvalMarks()
{
    m_pool.waitForDone(); // what it writes is older than what follows
    if (m_dirty)
        (void)m_store.save(toJson(m_runs));
}

EvalMark EvalMarks::mark(const QString &runId, const QString &itemId) const
{
    const auto run = m_runs.constFind(runId);
    return run == m_runs.constEnd() ? EvalMark() : run->value(itemId);
}

void EvalMarks::set(const QString &runId, const QString &itemId, const EvalMark &mark)
{
    if (this->mark(runId, itemId) == mark)
        return;
    Marks &marks = m_runs[runId];
    if (mark.isEmpty())
        marks.remove(itemId);
    else
        marks.insert(itemId, mark);
    if (marks.isEmpty())
        m_runs.remove(runId);
    saveLater();
}

int EvalMarks::count(const QString &runId) const
{
    return int(m_runs.value(runId).size());
}

QJsonObject EvalMarks::toJson(const QHash<QString, Marks> &byRun)
{
    QJsonObject runs;
    for (auto run = byRun.begin(); run != byRun.end(); ++run) {
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

void EvalMarks::saveLater()
{
    if (m_dirty)
        return; // on its way already
    m_dirty = true;
    // With the next turn: marking a hundred selected items is one write.
    QTimer::singleShot(0, this, [this] {
        if (!m_writing)
            write();
    });
}

void EvalMarks::write()
{
    m_dirty = false;
    m_writing = true;
    const auto work = [store = m_store, runs = m_runs] { return store.save(toJson(runs)); };
    const auto done = [this](const Result<void> &written) {
        m_writing = false;
        if (!written)
            Q_EMIT saveFailed(written.error());
        if (m_dirty)
            write();
        else if (written)
            Q_EMIT saved();
    };
    inBackground(this, work, done, &m_pool);
}

} // namespace odc
