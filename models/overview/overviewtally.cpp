// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewtally.h"

#include "base/clock.h"
#include "index/objectindex.h"
#include "watch/jobwatch.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace odc {

namespace {

/// Objects a turn: a few milliseconds on a slow machine.
constexpr size_t atOnce = 2000;
constexpr int restMs = 500;
/// A long count is a share of the time that is too small to notice, however much changes.
constexpr int longRestMs = 5000;
constexpr size_t manyObjects = 20'000;
constexpr int mostRestarts = 2;
constexpr int minuteMs = 60'000;
/// Nobody looks: it is for the file that the next start shows.
constexpr int unseenRestMs = 300'000;

} // namespace

OverviewTally::OverviewTally(ObjectIndex &index, JobWatch &watch, Clock &clock, QObject *parent)
    : QObject(parent), m_index(index), m_watch(watch), m_clock(clock), m_due(new QTimer(this)),
      m_step(new QTimer(this)), m_day(new QTimer(this))
{
    m_due->setSingleShot(true);
    connect(m_due, &QTimer::timeout, this, &OverviewTally::begin);
    m_step->setSingleShot(true);
    connect(m_step, &QTimer::timeout, this, &OverviewTally::step);
    m_day->setInterval(minuteMs);
    connect(m_day, &QTimer::timeout, this, &OverviewTally::touch);
    m_day->start();
    connect(&index, &ObjectIndex::loaded, this, [this] { m_due->start(0); });
    connect(&index, &ObjectIndex::changed, this, &OverviewTally::touch);
    connect(&index, &ObjectIndex::wholeChanged, this, &OverviewTally::touch);
    connect(&watch, &JobWatch::updated, this, [this] {
        if (!m_isLookedAt || m_snapshot || m_figures.countedAt == 0) {
            touch();
            return;
        }
        // What runs is asked as it is: nothing needs to be counted for it.
        m_figures.running = m_watch.running();
        m_figures.unavailable = m_watch.unavailable();
        Q_EMIT changed();
    });
    if (index.isLoaded())
        m_due->start(0);
}

OverviewTally::~OverviewTally() = default;

void OverviewTally::setSince(qint64 unixSeconds)
{
    if (m_since == unixSeconds)
        return;
    m_since = unixSeconds;
    touch();
}

void OverviewTally::setExpiresDays(int days)
{
    if (m_expiresDays == days)
        return;
    m_expiresDays = days;
    touch();
}

void OverviewTally::setSnapshot(const OverviewFigures &figures)
{
    if (figures.countedAt == 0 || m_figures.countedAt != 0)
        return;
    m_figures = figures;
    m_snapshot = true;
    if (m_figures.since != m_since) {
        // It counted from another visit: of its rows those stay that are news for this one.
        m_figures.since = m_since;
        m_figures.filesAdded = 0;
        m_figures.ended.removeIf([this](const OverviewJob &job) { return job.endedAt < m_since; });
        m_figures.endedCount = int(m_figures.ended.size());
        m_figures.failedCount = int(std::count_if(m_figures.ended.cbegin(), m_figures.ended.cend(),
                                                  [](const OverviewJob &job) { return job.bad; }));
    }
    Q_EMIT changed();
}

bool OverviewTally::isCurrent() const
{
    return !m_snapshot && !m_count && !m_due->isActive();
}

void OverviewTally::setLookedAt(bool lookedAt)
{
    if (std::exchange(m_isLookedAt, lookedAt) == lookedAt)
        return;
    if (!lookedAt) {
        m_day->stop();
        return;
    }
    m_day->start();
    if (!m_snapshot && m_figures.countedAt != 0) {
        m_figures.running = m_watch.running();
        m_figures.unavailable = m_watch.unavailable();
    }
    const bool isOld = m_due->isActive() || m_clock.unixSeconds() - m_figures.countedAt >= minuteMs / 1000;
    if (!m_count && isOld && m_index.isLoaded())
        m_due->start(0);
}

OverviewFrame OverviewTally::frame() const
{
    OverviewFrame frame;
    frame.now = m_clock.unixSeconds();
    frame.since = m_since;
    frame.expiresDays = m_expiresDays;
    return frame;
}

void OverviewTally::touch()
{
    if (m_count) {
        m_stale = true;
        return;
    }
    if (!m_index.isLoaded() || m_due->isActive())
        return;
    if (!m_isLookedAt) {
        m_due->start(unseenRestMs);
        return;
    }
    size_t objects = 0;
    for (const ObjectKind kind : OverviewCount::kinds())
        objects += m_index.objects(kind).size();
    m_due->start(objects > manyObjects ? longRestMs : restMs);
}

void OverviewTally::begin()
{
    m_stale = false;
    m_kind = 0;
    m_next = 0;
    m_count = std::make_unique<OverviewCount>(frame());
    step();
}

void OverviewTally::step()
{
    if (m_stale && m_restarts < mostRestarts) {
        ++m_restarts;
        begin();
        return;
    }
    const QList<ObjectKind> kinds = OverviewCount::kinds();
    size_t room = atOnce;
    while (room > 0 && m_kind < kinds.size()) {
        // By number, not by iterator: between two turns the index may have other objects.
        const std::vector<IndexedObject> &objects = m_index.objects(kinds.at(m_kind));
        const size_t end = std::min(objects.size(), m_next + room);
        const bool files = kinds.at(m_kind) == ObjectKind::File;
        room -= end > m_next ? end - m_next : 0;
        for (; m_next < end; ++m_next)
            m_count->add(objects[m_next], !files || !m_index.usesOf(objects[m_next].id).isEmpty());
        if (m_next >= objects.size()) {
            ++m_kind;
            m_next = 0;
        }
    }
    if (m_kind < kinds.size())
        m_step->start(0);
    else
        publish();
}

void OverviewTally::publish()
{
    const QList<ObjectKind> unavailable = m_watch.unavailable();
    m_figures = m_count->figures(usesAreKnown(m_index, unavailable));
    m_figures.unavailable = unavailable;
    m_figures.running = m_watch.running();
    m_figures.knownAt = listsKnownAt(m_index, unavailable);
    m_snapshot = false;
    m_count.reset();
    m_restarts = 0;
    const bool again = std::exchange(m_stale, false);
    Q_EMIT changed();
    if (again)
        touch();
}

} // namespace odc
