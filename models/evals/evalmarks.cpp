// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalmarks.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;
constexpr auto runsKey = "runs"_L1;
constexpr auto markedKey = "marked"_L1;
constexpr auto noteKey = "note"_L1;

} // namespace

QString EvalMarks::folderOf(const QString &settingsFolder, const QString &profileId)
{
    return settingsFolder + u"/marks/"_s + fileName(profileId);
}

EvalMarks::EvalMarks(const QString &folder, const QString &evalId, QObject *parent)
    : MergedFileOf(folder, evalId, format, parent)
{
}

EvalMark EvalMarks::mark(const QString &runId, const QString &itemId) const
{
    const auto run = content().constFind(runId);
    return run == content().constEnd() ? EvalMark() : run->value(itemId);
}

void EvalMarks::set(const QString &runId, const QString &itemId, const EvalMark &mark)
{
    if (this->mark(runId, itemId) != mark)
        set(runId, {{itemId, mark}});
}

void EvalMarks::set(const QString &runId, const Marks &marks)
{
    change({{{runId, marks}}});
}

int EvalMarks::count(const QString &runId) const
{
    return int(content().value(runId).size());
}

KeptMarks::Content KeptMarks::fromJson(const QJsonObject &object)
{
    Content all;
    const QJsonObject runs = object.value(runsKey).toObject();
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        const QJsonObject items = run.value().toObject();
        for (auto item = items.begin(); item != items.end(); ++item) {
            const QJsonObject of = item.value().toObject();
            const EvalMark mark{of.value(markedKey).toBool(), of.value(noteKey).toString()};
            if (!mark.isEmpty())
                all[run.key()].insert(item.key(), mark);
        }
    }
    return all;
}

QJsonObject KeptMarks::toJson(const Content &content)
{
    QJsonObject runs;
    for (auto run = content.begin(); run != content.end(); ++run) {
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

void KeptMarks::Changes::add(const Changes &later)
{
    for (auto run = later.runs.cbegin(); run != later.runs.cend(); ++run)
        runs[run.key()].insert(*run);
}

void KeptMarks::apply(const Changes &changes, Content &content)
{
    for (auto run = changes.runs.begin(); run != changes.runs.end(); ++run) {
        Marks &marks = content[run.key()];
        if (run->size() > marks.size()) // all of a run's items at once
            marks.reserve(marks.size() + run->size());
        for (auto item = run->begin(); item != run->end(); ++item) {
            if (item->isEmpty())
                marks.remove(item.key());
            else
                marks.insert(item.key(), *item);
        }
        if (marks.isEmpty())
            content.remove(run.key());
    }
}

} // namespace odc
