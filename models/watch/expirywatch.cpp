// SPDX-License-Identifier: GPL-3.0-or-later
#include "expirywatch.h"

#include "index/objectindex.h"
#include "watch/watchtexts.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 60 * 60;
/// More than it is asked for: the next look through everything is an hour away.
constexpr qint64 margin = 2 * 60 * 60;
constexpr int few = 3;
constexpr ObjectKind kinds[] = {ObjectKind::File, ObjectKind::Store};

} // namespace

void ExpiryWatch::rescan(qint64 nowUnix, int days)
{
    m_until = nowUnix + days * day + margin;
    m_soon.clear();
    for (const ObjectKind kind : kinds) {
        for (const IndexedObject &object : m_index.objects(kind)) {
            if (object.expiresAt > 0) // of the others there is nothing to forget
                saw(object);
        }
    }
}

void ExpiryWatch::saw(const IndexedObject &object)
{
    if (object.kind != ObjectKind::File && object.kind != ObjectKind::Store)
        return;
    const bool soon = object.expiresAt > 0 && object.expiresAt <= m_until && object.status != "expired"_L1;
    if (soon)
        m_soon.insert(keyOf(object.kind, object.key()), {object.kind, object.key(), object.expiresAt});
    else if (!m_soon.isEmpty())
        forget(object.kind, object.key());
}

void ExpiryWatch::forget(ObjectKind kind, const QString &key)
{
    m_soon.remove(keyOf(kind, key));
}

QList<WatchEvent> ExpiryWatch::news(qint64 nowUnix, int days)
{
    QList<WatchEvent> all;
    for (const ObjectKind kind : kinds) {
        QList<Soon> fresh;
        int count = 0;
        for (auto it = m_soon.cbegin(); it != m_soon.cend(); ++it) {
            const bool ahead = it->expiresAt > nowUnix && it->expiresAt <= nowUnix + days * day;
            if (it->kind != kind || !ahead || m_told.contains(it.key()))
                continue;
            m_told.insert(it.key());
            if (++count <= few)
                fresh.append(*it);
        }
        all += events(kind, fresh, count, nowUnix, days);
    }
    return all;
}

QList<WatchEvent> ExpiryWatch::within(qint64 nowUnix, int days) const
{
    QList<WatchEvent> all;
    for (const ObjectKind kind : kinds) {
        QList<Soon> found;
        int count = 0;
        for (const Soon &soon : m_soon) {
            if (soon.kind == kind && soon.expiresAt > nowUnix && soon.expiresAt <= nowUnix + days * day &&
                ++count <= few)
                found.append(soon);
        }
        all += events(kind, found, count, nowUnix, days);
    }
    return all;
}

QList<WatchEvent> ExpiryWatch::events(ObjectKind kind, const QList<Soon> &soon, int count, qint64 nowUnix,
                                      int days) const
{
    QList<WatchEvent> result;
    if (count == 0)
        return result;
    WatchEvent event;
    event.kind = WatchEvent::Kind::Expiring;
    event.objectKind = kind;
    event.atUnix = nowUnix;
    if (count > few) {
        event.text = watchtexts::manyExpire(kind, count, days);
        result.append(event);
        return result;
    }
    QList<Soon> sorted = soon;
    std::sort(sorted.begin(), sorted.end(), [](const Soon &a, const Soon &b) {
        return std::tie(a.expiresAt, a.key) < std::tie(b.expiresAt, b.key);
    });
    for (const Soon &each : std::as_const(sorted)) {
        const IndexedObject *object = m_index.find(kind, each.key);
        event.key = each.key;
        event.name = object ? watchtexts::nameOf(*object) : each.key;
        event.text = watchtexts::expires(each.expiresAt, nowUnix);
        result.append(event);
    }
    return result;
}

} // namespace odc
