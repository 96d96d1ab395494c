// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivewalk.h"

#include "api/session.h"
#include "base/clock.h"

#include <QCoreApplication>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// A request to the target carries no more than this: items may hold whole conversations.
constexpr qsizetype mostPutBytes = 4 * 1024 * 1024;

} // namespace

ArchiveWalk::ArchiveWalk(Session &source, ArchiveTarget &target, const ArchiveUnit &unit,
                         const QList<qint64> &waitsMs, QObject *parent)
    : QObject(parent), m_source(source), m_target(target), m_unit(unit), m_patience(waitsMs)
{
}

ArchiveWalk::~ArchiveWalk() = default;

void ArchiveWalk::start()
{
    askTarget();
}

QStringList ArchiveWalk::missing() const
{
    QStringList ids;
    for (auto had = m_had.cbegin(); had != m_had.cend(); ++had) {
        if (!m_seen.contains(had.key()))
            ids << had.key();
    }
    return ids;
}

void ArchiveWalk::askTarget()
{
    Pager<RawObject>::Events events;
    events.page = [this](const QList<RawObject> &objects) {
        for (const RawObject &object : objects)
            m_had.insert(object.id, object.digest);
    };
    events.finished = [this] { askSource(); };
    events.failed = [this](const ApiError &error) {
        // Nothing was ever put below this parent.
        if (error.kind == ApiError::Kind::NotFound)
            askSource();
        else
            Q_EMIT targetFailed(error);
    };
    m_there.start([this](const QString &after,
                         PageDone done) { return m_target.list(m_unit, after, this, std::move(done)); },
                  std::move(events));
}

void ArchiveWalk::askSource()
{
    Pager<RawObject>::Events events;
    events.page = [this](QList<RawObject> objects) {
        objects.removeIf([this](const RawObject &object) { return !fits(object); });
        Q_EMIT page(objects);
    };
    events.finished = [this] { Q_EMIT finished(); };
    events.failed = [this](const ApiError &error) { Q_EMIT failed(error); };
    m_here.start(
        [this](const QString &after, const PageDone &done) {
            fetch(after, done);
            return m_call;
        },
        std::move(events));
}

void ArchiveWalk::fetch(const QString &after, const PageDone &done)
{
    const ArchivePart *part = archivePart(m_unit.list);
    // Oldest first, where that can be had: what is made meanwhile comes at the end, and the archive keeps the order.
    const RawListQuery query{m_unit.path(), part ? part->pageSize : 0, part ? part->order : QString(), after,
                             part && part->needsAdminKey};
    m_call = m_source.raw().list(query, this, [this, after, done](Result<Page<RawObject>> page) {
        // As the official clients do: where a server does not say that this was all, it is asked.
        if (page && !page->tellsMore)
            page->hasMore = !page->items.isEmpty() && page->lastId != after;
        if (page && page->hasMore && !after.isEmpty() && page->lastId == after) {
            // Of a server that knows no cursors there would be the first page only, and nobody would know.
            done(failure(ApiError::make(
                ApiError::Kind::BadResponse,
                QCoreApplication::translate("Pager", "The list goes round in a circle and has no end"))));
            return;
        }
        if (page) {
            m_patience.reset();
            store(*page, done);
            return;
        }
        const auto wait = m_patience.next(page.error());
        if (!wait) {
            done(std::move(page));
            return;
        }
        Q_EMIT waiting(page.error(), *wait);
        m_source.clock().callLater(*wait, this, [this, after, done] { fetch(after, done); });
    });
}

bool ArchiveWalk::fits(const RawObject &object) const
{
    const ArchivePart *part = archivePart(m_unit.list);
    return part && part->id.match(object.id).hasMatch();
}

void ArchiveWalk::store(const Page<RawObject> &page, const PageDone &done)
{
    QList<QList<RawObject>> portions;
    qsizetype bytes = 0;
    for (const RawObject &object : page.items) {
        if (!fits(object)) {
            m_unfit.insert(object.id, object.raw);
            continue;
        }
        m_seen.insert(object.id, object.digest); // the latest, where a list that lives shows one twice
        const auto had = m_had.constFind(object.id);
        if (had != m_had.cend() && *had == object.digest)
            continue;
        if (portions.isEmpty() || bytes + object.json.size() > mostPutBytes) {
            portions.append(QList<RawObject>());
            bytes = 0;
        }
        portions.last().append(object);
        bytes += object.json.size();
    }
    put(std::move(portions), page, done);
}

void ArchiveWalk::put(QList<QList<RawObject>> portions, const Page<RawObject> &page, const PageDone &done)
{
    if (portions.isEmpty()) {
        done(page);
        return;
    }
    const QList<RawObject> now = portions.takeFirst();
    m_target.put(m_unit, now, this, [this, now, portions, page, done](Result<ArchiveTarget::Stored> stored) {
        if (!stored) {
            m_here.stop();
            Q_EMIT targetFailed(stored.error());
            return;
        }
        if (stored->stored != now.size()) {
            m_here.stop();
            Q_EMIT targetFailed(
                ApiError::make(ApiError::Kind::BadResponse,
                               tr("The archive took %1 of %2 objects").arg(stored->stored).arg(now.size())));
            return;
        }
        m_changed += stored->changed;
        for (const RawObject &object : now)
            m_had.insert(object.id, object.digest);
        put(portions, page, done);
    });
}

} // namespace odc
