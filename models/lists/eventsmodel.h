// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/eventlog.h"
#include "lists/rowmodel.h"

#include <QPointer>

namespace odc {

class Clock;
class JobFeed;

/// An event as a row of a list.
struct EventRow : LoggedEvent
{
    QJsonObject toJson() const;
    bool operator==(const EventRow &other) const
    {
        return id == other.id && place == other.place && json == other.json;
    }
};

/// The events of a job, as its feed has them; sorted by time they are in the order in which they happened,
/// whatever second they share.
class EventsModel final : public RowModel<EventRow>
{
    Q_OBJECT
public:
    enum Column { Time, Level, Message, Step, Type, Id };

    explicit EventsModel(Clock &clock, QObject *parent = nullptr);

    /// Shows those of `feed` and what comes to them; null: none. The feed may go at any time.
    void setFeed(JobFeed *feed);
    /// Asks the feed.
    void refresh() override;

    static Tone toneOf(const QString &level);
    static QString levelText(const QString &level);

    std::optional<SortNumbers> sortNumbers(int column, int row) const override;

protected:
    QVariant cell(const EventRow &event, int column, int role) const override;
    QVariant raw(const EventRow &event, int column) const override;
    int compare(int column, const EventRow &left, const EventRow &right) const override;

private:
    void take(const QList<LoggedEvent> &events);
    void followState();
    QString timeText(const EventRow &event) const;

    Clock &m_clock;
    QPointer<JobFeed> m_feed;
};

} // namespace odc
