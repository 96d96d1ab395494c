// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace odc {

/// An event as a log keeps it.
struct LoggedEvent
{
    qint64 place = 0; ///< what happened later has a higher one; it never changes
    QString id;
    std::optional<qint64> createdAt{}; ///< unix seconds
    QString level{};
    QString type{};
    QString message{};
    std::optional<qint64> step{};
    std::optional<qint64> totalSteps{};
    QByteArray json{}; ///< as received
};

/// The events of a job in the order in which they happened, put together from the pages of a list that is
/// newest first and grows while it is read. Times do not say the order, many events share a second; the list
/// does. What lies between two stretches that were read is remembered as missing until pages have joined
/// them: nothing is skipped because something newer was seen, and nothing is there twice. A plain value.
class EventLog
{
public:
    /// The oldest go when there are more: memory has an end, even if a run has none.
    static constexpr qsizetype most = 200'000;

    explicit EventLog(qsizetype atMost = most) : m_most(atMost) {}

    /// A page as the server gave it: the events that follow `after` (empty: the newest) without a gap;
    /// `more`: older ones follow. Gives those that are new, oldest first. A page after an event that is not
    /// in the log is not taken.
    QList<LoggedEvent> take(const QString &after, const QList<FineTuningEvent> &page, bool more);
    /// The event has left the server's list, so that nothing can be asked for that follows it.
    void forget(const QString &id);
    /// Ids that take() let go for want of room, since this was asked last.
    QStringList takeDropped();

    /// The id of the event after which the newest of what is missing begins; empty: nothing is missing, or
    /// nothing was read yet.
    QString missingAfter() const;
    /// From the newest that was seen down to the first, or to the oldest there is room for.
    bool isWhole() const { return (m_beginsHere || m_cut) && missingAfter().isEmpty(); }
    /// The oldest had to go.
    bool isCut() const { return m_cut; }

    bool contains(const QString &id) const { return m_places.contains(id); }
    qsizetype size() const { return qsizetype(m_events.size()); }
    bool isEmpty() const { return m_events.empty(); }
    /// By place.
    const std::deque<LoggedEvent> &events() const { return m_events; }

private:
    /// Nothing is missing between these places.
    struct Stretch
    {
        qint64 low = 0;
        qint64 high = 0;
    };

    std::vector<qint64> placesFor(std::optional<qint64> above, const QList<FineTuningEvent> &page) const;
    qint64 placeBelow(qint64 place) const;
    void insert(const QList<LoggedEvent> &added);
    void join(qint64 low, qint64 high);
    void cut();

    qsizetype m_most;
    std::deque<LoggedEvent> m_events;
    QHash<QString, qint64> m_places;
    std::vector<Stretch> m_stretches; ///< oldest first
    QStringList m_dropped;
    bool m_beginsHere = false; ///< the first event of all is in the log
    bool m_cut = false;
};

} // namespace odc
