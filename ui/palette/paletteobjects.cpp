// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteobjects.h"

#include "base/background.h"
#include "index/objectindex.h"
#include "palette/palettequery.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace odc {

namespace {

constexpr ObjectKind kinds[] = {ObjectKind::Batch,      ObjectKind::Store, ObjectKind::Eval,
                                ObjectKind::EvalRun,    ObjectKind::Job,   ObjectKind::File,
                                ObjectKind::Checkpoint, ObjectKind::Model, ObjectKind::StoreFile};
/// So many objects in one turn of the event loop: a few milliseconds.
constexpr qsizetype atOnce = 4000;
/// The window has what it needs by then.
constexpr int restMs = 2000;

/// Files in stores have the names of their files.
FuzzyEntry entryOf(const IndexedObject &object, quint16 source, const ObjectIndex &index)
{
    FuzzyEntry entry = paletteEntry(object, source);
    if (object.kind == ObjectKind::StoreFile && entry.title.isEmpty()) {
        if (const IndexedObject *file = index.find(ObjectKind::File, object.id))
            entry.title = file->name;
    }
    return entry;
}

FuzzyKey keyOf(const IndexedObject &object, quint16 source)
{
    return {quint8(object.kind), source, object.id, object.parentId};
}

} // namespace

PaletteObjects::PaletteObjects(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1); // searches have others
}

PaletteObjects::~PaletteObjects() = default;

quint16 PaletteObjects::sourceOf(const QString &profileId)
{
    qsizetype at = m_sources.indexOf(profileId);
    if (at < 0) {
        at = m_sources.size();
        m_sources << profileId;
    }
    return quint16(at);
}

void PaletteObjects::setOpen(const QString &profileId, ObjectIndex *index)
{
    ++m_round;
    if (m_index)
        m_index->disconnect(this);
    // What is kept of the one that is left may be newer than what was read, and of the one that is opened it
    // is its own.
    m_others.remove(m_openId);
    m_others.remove(profileId);
    m_openId = profileId;
    m_source = sourceOf(profileId);
    m_index = index;
    m_own = {};
    m_changes.clear();
    m_reading = m_walking = m_busy = false;
    m_kind = 0;
    m_left = -1;
    if (index) {
        const auto later = [this, round = m_round] {
            QTimer::singleShot(restMs, this, [this, round] {
                if (round == m_round)
                    prepare();
            });
        };
        if (index->isLoaded())
            later();
        else
            connect(index, &ObjectIndex::loaded, this, later);
    }
    join();
}

void PaletteObjects::prepare()
{
    if (!m_index || m_walking || m_kind > 0 || m_left >= 0)
        return;
    if (!m_index->isLoaded()) {
        if (!std::exchange(m_reading, true))
            connect(m_index, &ObjectIndex::loaded, this, &PaletteObjects::prepare);
        return;
    }
    m_reading = false;
    m_walking = true;
    connect(m_index, &ObjectIndex::changed, this, [this](const QList<IndexChange> &changes) {
        for (const IndexChange &change : changes) {
            const IndexedObject &object = change.object();
            take(keyOf(object, m_source), change.what == IndexChange::What::Gone
                                              ? std::optional<FuzzyEntry>()
                                              : entryOf(object, m_source, *m_index));
        }
        pump();
    });
    walk();
}

void PaletteObjects::walk()
{
    // From the back: whatever leaves or moves meanwhile, nothing that was not seen comes to where the walk
    // has been, and what is new or changed is told.
    qsizetype room = atOnce;
    while (m_index && m_walking && room > 0) {
        if (m_kind == std::size(kinds)) {
            m_walking = false;
            break;
        }
        const std::vector<IndexedObject> &objects = m_index->objects(kinds[m_kind]);
        m_left = m_left < 0 ? qsizetype(objects.size()) : std::min(m_left, qsizetype(objects.size()));
        for (; m_left > 0 && room > 0; --room) {
            const IndexedObject &object = objects[size_t(--m_left)];
            take(keyOf(object, m_source), entryOf(object, m_source, *m_index));
        }
        if (m_left == 0) {
            ++m_kind;
            m_left = -1;
        }
    }
    if (m_changes.isEmpty())
        Q_EMIT changed(); // there was nothing
    else
        pump();
}

void PaletteObjects::take(const FuzzyKey &key, std::optional<FuzzyEntry> put)
{
    m_changes.insert(key.hash(), {key, std::move(put)});
}

void PaletteObjects::pump()
{
    if (m_busy || m_changes.isEmpty())
        return;
    m_busy = true;
    const auto work = [base = m_own, changes = std::exchange(m_changes, {})] {
        QList<FuzzyEntry> put;
        QList<FuzzyKey> removed;
        for (const Change &change : changes) {
            if (change.put)
                put << *change.put;
            else
                removed << change.key;
        }
        return base.with(put, removed);
    };
    inBackground(
        this, work,
        [this, round = m_round](const FuzzyIndex &made) {
            if (round != m_round)
                return;
            m_busy = false;
            m_own = made;
            if (m_walking)
                walk();
            pump();
            join();
        },
        &m_pool);
}

void PaletteObjects::setOthers(const QList<QPair<QString, QString>> &profiles)
{
    QHash<QString, FuzzyIndex> kept;
    QHash<QString, QString> files;
    for (const auto &[id, file] : profiles) {
        files.insert(id, file);
        if (m_others.contains(id) && m_otherFiles.value(id) == file) // it is at the same place still
            kept.insert(id, m_others.value(id));
    }
    m_otherFiles = files;
    const bool fewer = kept.size() < m_others.size();
    m_others = kept;
    for (const auto &[id, file] : profiles) {
        if (m_others.contains(id))
            continue;
        m_others.insert(id, {}); // it is on its way
        ++m_othersLeft;
        const auto work = [file = file, source = sourceOf(id)] {
            QList<FuzzyEntry> entries;
            const QList<IndexedObject> objects = ObjectIndex::readFile(file);
            entries.reserve(objects.size());
            for (const IndexedObject &object : objects)
                entries << paletteEntry(object, source);
            return FuzzyIndex().with(entries);
        };
        inBackground(
            this, work,
            [this, id = id, file = file](const FuzzyIndex &made) {
                --m_othersLeft;
                // Not when it was opened, or removed, or is of another place meanwhile.
                if (const auto other = m_others.find(id);
                    other != m_others.end() && m_otherFiles.value(id) == file)
                    *other = made;
                join();
            },
            &m_pool);
    }
    if (fewer)
        join();
}

void PaletteObjects::join()
{
    QList<FuzzyIndex> all{m_own};
    for (const FuzzyIndex &other : std::as_const(m_others))
        all << other;
    m_all = FuzzyIndex::joined(all);
    Q_EMIT changed();
}

} // namespace odc
