// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>
#include <utility>

namespace odc {

namespace {

/// Between neighbours: what the server shows between them later finds room.
constexpr qint64 step = qint64(1) << 20;
/// Between stretches, for what is missing: four million events, which is more than a log holds; and two
/// million such gaps, which is more than any job leaves, have room below the highest number.
constexpr qint64 gap = step << 22;
static_assert(gap / step > EventLog::most);

constexpr qint64 nowhere = std::numeric_limits<qint64>::min();

bool isBefore(const LoggedEvent &event, qint64 place)
{
    return event.place < place;
}

LoggedEvent logged(const FineTuningEvent &event, qint64 place)
{
    return {place,       event.id,         event.createdAt,
            event.level, event.type,       event.message,
            event.step,  event.totalSteps, QJsonDocument(event.raw).toJson(QJsonDocument::Compact)};
}

} // namespace

QList<LoggedEvent> EventLog::take(const QString &after, const QList<FineTuningEvent> &page, bool more)
{
    const bool wasEmpty = m_events.empty();
    std::optional<qint64> above;
    if (!after.isEmpty()) {
        const auto known = m_places.constFind(after);
        if (known == m_places.constEnd())
            return {};
        above = *known;
    }
    const std::vector<qint64> places = placesFor(above, page);
    QList<LoggedEvent> added;
    qint64 low = above.value_or(std::numeric_limits<qint64>::max());
    qint64 high = above.value_or(nowhere);
    for (qsizetype i = page.size() - 1; i >= 0; --i) {
        const qint64 place = places[size_t(i)];
        low = std::min(low, place);
        high = std::max(high, place);
        const QString &id = page.at(i).id;
        if (m_places.contains(id))
            continue; // or twice in the page
        m_places.insert(id, place);
        added.append(logged(page.at(i), place));
    }
    insert(added);
    if (!more) {
        m_beginsHere = true;
        if (!m_events.empty()) {
            low = std::min(low, m_events.front().place); // what is older has left the list, and stays here
            high = std::max(high, after.isEmpty() ? m_events.back().place : low);
        }
    } else if (wasEmpty && !added.isEmpty()) {
        m_beginsHere = false; // the list was empty when its end was seen: these need not be the first
    }
    if (low <= high)
        join(low, high);
    cut();
    return added;
}

std::vector<qint64> EventLog::placesFor(std::optional<qint64> above, const QList<FineTuningEvent> &page) const
{
    std::vector<qint64> places;
    places.reserve(size_t(page.size()));
    for (const FineTuningEvent &event : page)
        places.push_back(m_places.value(event.id, nowhere));
    qint64 before = above.value_or(nowhere);
    for (size_t i = 0; i < places.size();) {
        if (places[i] != nowhere) {
            before = places[i++];
            continue;
        }
        size_t end = i;
        while (end < places.size() && places[end] == nowhere)
            ++end;
        const auto count = qint64(end - i);
        qint64 from = 0; // the place above the first of them
        qint64 apart = step;
        if (before == nowhere) {
            // Newer than anything known; how much is missing below shows when the page holds nothing that is
            // known.
            const bool joins = end < places.size();
            const qint64 top = m_events.empty() ? 0 : m_events.back().place;
            from = top + (joins || m_events.empty() ? 0 : gap) + (count + 1) * step;
        } else {
            from = before;
            // Below the lowest of a stretch, too: the server may have more there than there is room for.
            apart = std::clamp<qint64>((before - placeBelow(before)) / (count + 1), 1, step);
        }
        for (; i < end; ++i)
            places[i] = from -= apart;
        before = from;
    }
    return places;
}

qint64 EventLog::placeBelow(qint64 place) const
{
    const auto here = std::lower_bound(m_events.cbegin(), m_events.cend(), place, isBefore);
    return here == m_events.cbegin() ? nowhere / 2 : std::prev(here)->place;
}

void EventLog::insert(const QList<LoggedEvent> &added)
{
    if (added.isEmpty())
        return;
    if (m_events.empty() || added.first().place > m_events.back().place) {
        m_events.insert(m_events.end(), added.cbegin(), added.cend());
        return;
    }
    if (added.last().place < m_events.front().place) {
        m_events.insert(m_events.begin(), added.cbegin(), added.cend());
        return;
    }
    const auto at = std::lower_bound(m_events.begin(), m_events.end(), added.first().place, isBefore);
    if (at->place > added.last().place) {
        m_events.insert(at, added.cbegin(), added.cend());
        return;
    }
    for (const LoggedEvent &event : added)
        m_events.insert(std::lower_bound(m_events.begin(), m_events.end(), event.place, isBefore), event);
}

void EventLog::join(qint64 low, qint64 high)
{
    Stretch joined{low, high};
    std::vector<Stretch> others;
    for (const Stretch &stretch : m_stretches) {
        if (stretch.high < low || stretch.low > high) {
            others.push_back(stretch);
        } else {
            joined.low = std::min(joined.low, stretch.low);
            joined.high = std::max(joined.high, stretch.high);
        }
    }
    others.push_back(joined);
    std::sort(others.begin(), others.end(), [](const Stretch &a, const Stretch &b) { return a.low < b.low; });
    m_stretches = std::move(others);
}

void EventLog::cut()
{
    while (qsizetype(m_events.size()) > m_most) {
        m_cut = true;
        m_dropped << m_events.front().id;
        m_places.remove(m_events.front().id);
        m_events.pop_front();
        const qint64 oldest = m_events.empty() ? nowhere : m_events.front().place;
        while (!m_stretches.empty() && m_stretches.front().high < oldest)
            m_stretches.erase(m_stretches.begin());
        if (!m_stretches.empty())
            m_stretches.front().low = std::max(m_stretches.front().low, oldest);
    }
}

void EventLog::forget(const QString &id)
{
    const auto known = m_places.constFind(id);
    if (known == m_places.constEnd())
        return;
    const qint64 place = *known;
    m_places.erase(known);
    const auto here = m_events.erase(std::lower_bound(m_events.begin(), m_events.end(), place, isBefore));
    for (auto stretch = m_stretches.begin(); stretch != m_stretches.end(); ++stretch) {
        if (place < stretch->low || place > stretch->high)
            continue;
        if (stretch->low == stretch->high) {
            m_stretches.erase(stretch); // it was all of it
        } else if (stretch->low == place) {
            stretch->low = here->place;
        } else if (stretch->high == place) {
            stretch->high = std::prev(here)->place;
        }
        return;
    }
}

QStringList EventLog::takeDropped()
{
    return std::exchange(m_dropped, {});
}

QString EventLog::missingAfter() const
{
    if (m_stretches.empty() || (m_stretches.size() == 1 && (m_beginsHere || m_cut)))
        return {};
    const auto lowest =
        std::lower_bound(m_events.cbegin(), m_events.cend(), m_stretches.back().low, isBefore);
    return lowest == m_events.cend() ? QString() : lowest->id;
}

} // namespace odc
