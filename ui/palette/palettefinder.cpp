// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettefinder.h"

namespace odc {

using namespace Qt::StringLiterals;

Icon iconOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::File:
    case ObjectKind::StoreFile:
        return Icon::File;
    case ObjectKind::Batch:
        return Icon::Batches;
    case ObjectKind::Store:
        return Icon::Stores;
    case ObjectKind::Eval:
    case ObjectKind::EvalRun:
        return Icon::Evals;
    case ObjectKind::Job:
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        return Icon::Finetune;
    }
    return Icon::File;
}

PaletteFinder::PaletteFinder(QObject *parent) : QObject(parent)
{
    connect(&m_search, &FuzzySearch::finished, this, &PaletteFinder::found);
}

void PaletteFinder::find(const QString &typed)
{
    m_query = PaletteQuery::of(typed);
    if (!m_query.words.isEmpty()) {
        m_search.start(m_query.words, FuzzyIndex::joined({m_actions.index(), m_objects}));
        return;
    }
    m_search.stop();
    QList<PaletteRow> rows;
    for (const PaletteRow &row : std::as_const(m_usual)) {
        const bool action = row.what == PaletteRow::What::Action;
        if (m_query.only == PaletteQuery::Only::All ||
            action == (m_query.only == PaletteQuery::Only::Actions))
            rows << row;
    }
    Q_EMIT rowsReady(rows, int(rows.size()), false);
}

void PaletteFinder::found(const FuzzyResults &results)
{
    // Whose id it is comes first, of those in several profiles that of the open one. Then to ask for it, when
    // it is not known there.
    QList<PaletteRow> here;
    QList<PaletteRow> elsewhere;
    QList<PaletteRow> parts; // the id may not be typed to its end: what has it so far is there
    QList<PaletteRow> others;
    const QList<PaletteRow> asked = lookups(results);
    const QString wanted = asked.isEmpty() ? m_query.text : asked.first().key.id;
    for (const FuzzyFound &found : results.found) {
        const PaletteRow row = rowOf(found);
        if (row.title.isEmpty())
            continue; // it went meanwhile
        if (row.key.id != wanted || row.what != PaletteRow::What::Object)
            (!asked.isEmpty() && row.what == PaletteRow::What::Object &&
                     row.key.id.contains(wanted, Qt::CaseInsensitive)
                 ? parts
                 : others)
                << row;
        else
            (row.key.source == m_openSource ? here : elsewhere) << row;
    }
    Q_EMIT rowsReady(here + elsewhere + parts + asked + others, results.total + int(asked.size()), results.typos);
}

PaletteRow PaletteFinder::rowOf(const FuzzyFound &found) const
{
    const FuzzyEntry &entry = found.entry;
    if (entry.key.kind == actionEntry)
        return m_actions.rowOf(found);
    const auto kind = ObjectKind(entry.key.kind);
    PaletteRow row;
    row.key = entry.key;
    row.icon = iconOf(kind);
    row.titleIsId = entry.title.isEmpty();
    row.title = row.titleIsId ? entry.key.id : entry.title;
    row.titleMarks = row.titleIsId ? found.id : found.title;
    row.detail = kindName(kind);
    if (!entry.more.isEmpty()) {
        row.detail += u" · "_s;
        const int shift = int(row.detail.size());
        row.detail += entry.more;
        for (const FuzzyRange &mark : found.more)
            row.detailMarks.append({mark.from + shift, mark.length});
    }
    if (!row.titleIsId) {
        row.right = entry.key.id;
        row.rightMarks = found.id;
        row.rightIsId = true;
    }
    if (const auto mark = m_marks.constFind(entry.key.source);
        mark != m_marks.cend() && entry.key.source != m_openSource) {
        row.profile = mark->name;
        row.colour = mark->colour;
    }
    return row;
}

QList<PaletteRow> PaletteFinder::lookups(const FuzzyResults &results) const
{
    const auto shape = m_query.only == PaletteQuery::Only::Actions ? std::nullopt : idShapeOf(m_query.text);
    if (!shape || !m_canAsk)
        return {};
    for (const FuzzyFound &found : results.found) {
        if (found.entry.key.id == shape->id && found.entry.key.source == m_openSource &&
            found.entry.key.kind != actionEntry)
            return {};
    }
    PaletteRow row;
    row.what = PaletteRow::What::Note;
    row.icon = Icon::Info;
    row.key.id = shape->id;
    row.title = shape->id;
    row.titleIsId = true;
    const bool own = shape->kinds.size() == 1; // it says what it is of
    switch (shape->what) {
    case IdShape::What::FileBatch:
        row.reason =
            tr("A batch of files is read in its vector store, and which one that is, its id does not say.");
        return {row};
    case IdShape::What::Upload:
        row.reason = tr("The service does not tell of uploads by their ids. The uploads of this computer are "
                        "under Transfers.");
        return {row};
    case IdShape::What::OutputItem:
        row.reason =
            tr("An item of an eval run is read in its run, and which one that is, its id does not say.");
        return {row};
    case IdShape::What::Object:
        if (shape->kinds.first() == ObjectKind::EvalRun) {
            row.reason = tr("A run is read in its eval, and none that was seen here has this one. Refresh "
                            "the evals to see new runs.");
            return {row};
        }
        if (shape->kinds.first() == ObjectKind::Checkpoint) {
            row.reason =
                tr("A checkpoint is read in its fine-tuning job, and none that was seen here has this one.");
            return {row};
        }
        break;
    case IdShape::What::Unknown:
        // What may be an id, but rather is part of a name that was found.
        if (results.total > 0 && !results.typos)
            return {};
        break;
    }
    row.what = PaletteRow::What::Lookup;
    row.icon = own ? iconOf(shape->kinds.first()) : Icon::Search;
    row.titleIsId = false;
    row.title = own ? tr("Go to %1 %2", "kind of object, id").arg(kindName(shape->kinds.first()), shape->id)
                    : tr("Look for the id %1").arg(shape->id);
    row.detail = tr("not seen yet: it will be asked for");
    return {row};
}

} // namespace odc
