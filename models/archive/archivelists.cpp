// SPDX-License-Identifier: GPL-3.0-or-later
// What an ArchiveJob does with lists: what hangs on their objects is wanted, what came is noted, and what did
// not come is told from what is not there.
#include "archivejob.h"

#include "api/session.h"
#include "archive/archivewalk.h"
#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// After so many refusals and not one answer the admin key is taken to be none: there may be thousands.
constexpr int enoughForbidden = 20;

bool hasNoSuchList(const ApiError &error)
{
    return error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::MethodNotAllowed;
}

/// It is about the admin key, without which all but one list can be read.
bool isOfTheAdminKey(const ApiError &error)
{
    return error.kind == ApiError::Kind::NoKey || error.kind == ApiError::Kind::Unauthorized ||
           error.kind == ApiError::Kind::Forbidden;
}

} // namespace

void ArchiveJob::pageCame(const Pending &pending, const QList<RawObject> &objects)
{
    const QString &list = pending.unit.list;
    Progress &line = progressOf(list);
    line.done += objects.size();
    if (line.total >= 0)
        line.total = std::max(line.total, line.done);
    const ArchivePart *part = archivePart(list);
    if (part->underWay && !m_repaired) {
        for (const RawObject &object : objects)
            line.underWay += part->underWay(object.raw) ? 1 : 0;
    }
    for (const ArchivePart &below : archivePlan()) {
        if ((below.parent != list && below.alsoOf != list) || !m_options.choice.has(below.list))
            continue;
        if (below.document)
            wantDocuments(pending.unit, below, objects);
        else
            wantUnits(pending.unit, below, objects);
    }
    if (part->contentBytes && m_options.choice.contents)
        wantContents(*part, objects);
}

void ArchiveJob::wantUnits(const ArchiveUnit &unit, const ArchivePart &below, const QList<RawObject> &objects)
{
    Progress &under = progressOf(below.list);
    if (below.needsAdminKey && under.unavailable.isEmpty() && !m_source.hasAdminKey())
        under.unavailable = tr("The profile has no admin key");
    if (!under.unavailable.isEmpty())
        return;
    for (const RawObject &object : objects) {
        const std::optional<ArchiveUnit> one = unit.below(below, object.id, object.raw);
        if (!one)
            continue;
        Pending next;
        next.unit = *one;
        next.of = QString::fromLatin1(object.digest);
        next.settled = below.settled && below.settled(object.raw);
        next.title = archiveObjectTitle(object.raw);
        if (below.expected && below.expectedBy.isEmpty()) {
            next.expected = below.expected(object.raw).value_or(0);
            under.total = std::max<qint64>(0, under.total) + next.expected;
        }
        if (m_repaired && m_knownUnits.contains(nameOf(next.unit)))
            continue; // walked in this go
        if (!below.alsoOf.isEmpty()) {
            const QString name = nameOf(next.unit);
            if (m_shared.contains(name))
                continue; // the last checkpoint of a job may be its model
            m_shared.insert(name);
        }
        m_units.append(next);
    }
}

void ArchiveJob::unitEnded(const Pending &pending, const ArchiveWalk &walk)
{
    const QString &list = pending.unit.list;
    if (archivePart(list)->needsAdminKey)
        m_readable.insert(list);
    progressOf(list).changed += walk.changed();
    for (auto object = walk.unfit().cbegin(); object != walk.unfit().cend(); ++object) {
        fail(list, archiveKey(pending.unit, object.key()), archiveObjectTitle(object.value()),
             ApiError::make(ApiError::Kind::BadResponse, tr("No archive can keep something with this id")));
    }
    m_manifest.listings[list].insert(pending.unit.key(),
                                     {pending.of, walk.seen().size(), listingChecksum(walk.seen())});
    QHash<QString, qint64> &gone = m_manifest.gone[list];
    const QStringList missing = walk.missing();
    for (const QString &id : missing) {
        const QString key = archiveKey(pending.unit, id);
        if (!gone.contains(key))
            gone.insert(key, m_source.clock().unixSeconds());
    }
    if (!gone.isEmpty()) { // and what was gone may be back
        for (auto seen = walk.seen().cbegin(); seen != walk.seen().cend(); ++seen)
            gone.remove(archiveKey(pending.unit, seen.key()));
    }
    answered();
    save();
}

void ArchiveJob::unitFailed(const Pending &pending, const ApiError &error, QObject *task)
{
    if (pending.unit.parents.isEmpty() && hasNoSuchList(error)) {
        // This service has no such area (any more): the rest goes on.
        for (Progress &line : m_progress) {
            const ArchivePart *part = archivePart(line.list);
            if (line.list == pending.unit.list || (part && ancestorsOf(*part).contains(pending.unit.list)))
                line.unavailable = archiveReason(error);
        }
    } else if (archivePart(pending.unit.list)->needsAdminKey && error.kind == ApiError::Kind::Forbidden &&
               (m_readable.contains(pending.unit.list) || m_forbidden.size() < enoughForbidden)) {
        m_forbidden.append({pending, error}); // the others may be read all the same
    } else if (archivePart(pending.unit.list)->needsAdminKey && isOfTheAdminKey(error)) {
        progressOf(pending.unit.list).unavailable = archiveReason(error);
        m_units.removeIf([&](const Pending &other) { return other.unit.list == pending.unit.list; });
    } else if (troubleOf(error) == ArchiveTrouble::Source && !isOnlyThisOne(error, task)) {
        drop(task);
        interrupt(error);
        return;
    } else {
        fail(pending.unit.list, pending.unit.key(), pending.title, error);
    }
    drop(task);
    pump();
}

/// All lists have been asked for: what the admin key may not read are some of them, or it is none of the kind
/// that reads any, and the archive has no such list.
void ArchiveJob::judgeForbidden()
{
    const QList<std::pair<Pending, ApiError>> forbidden = std::exchange(m_forbidden, {});
    for (const auto &[pending, error] : forbidden) {
        if (m_readable.contains(pending.unit.list))
            fail(pending.unit.list, pending.unit.key(), pending.title, error);
        else
            progressOf(pending.unit.list).unavailable = archiveReason(error);
    }
}

} // namespace odc
