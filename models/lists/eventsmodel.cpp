// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsmodel.h"

#include "base/clock.h"
#include "base/format.h"
#include "finetuning/jobfeed.h"
#include "lists/columnwidth.h"
#include "lists/textorder.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 2000;

int severity(const QString &level)
{
    return int(EventsModel::toneOf(level));
}

} // namespace

QJsonObject EventRow::toJson() const
{
    return QJsonDocument::fromJson(json).object();
}

EventsModel::EventsModel(Clock &clock, QObject *parent) : RowModel(parent), m_clock(clock)
{
    // The details are narrow: when, how serious, what. The rest is there for the asking.
    setColumns({{"time"_ba, tr("Time"), ColumnType::Time, 96, true, false, 96},
                {"level"_ba, tr("Level"), ColumnType::State,
                 columnwidth::ofStates({tr("warning"), tr("error"), tr("info")}, 0, 82, 110), true},
                {"message"_ba, tr("Message"), ColumnType::Text, 160, true},
                {"step"_ba, tr("Step"), ColumnType::Number, 72, false},
                {"type"_ba, tr("Type"), ColumnType::Text, 84, false},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, false}});
}

void EventsModel::setFeed(JobFeed *feed)
{
    if (m_feed == feed && feed)
        return;
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = feed;
    clear();
    setRefreshedAt(0);
    if (!feed) {
        setLoadState(LoadState::Idle);
        return;
    }
    const std::deque<LoggedEvent> &events = feed->events().events();
    take(QList<LoggedEvent>(events.cbegin(), events.cend()));
    connect(feed, &JobFeed::eventsAdded, this, &EventsModel::take);
    connect(feed, &JobFeed::eventsDropped, this,
            [this](const QStringList &ids) { removeIds(QSet<QString>(ids.cbegin(), ids.cend())); });
    connect(feed, &JobFeed::eventsStateChanged, this, &EventsModel::followState);
    followState();
}

void EventsModel::refresh()
{
    if (m_feed)
        m_feed->refresh();
}

void EventsModel::take(const QList<LoggedEvent> &events)
{
    QList<EventRow> rows;
    rows.reserve(events.size());
    for (const LoggedEvent &event : events)
        rows.append(EventRow{event});
    merge(std::move(rows));
}

void EventsModel::followState()
{
    const FeedState &state = m_feed->eventsState();
    switch (state.stage) {
    case FeedState::Stage::Idle:
        setLoadState(rowCount() > 0 ? LoadState::Ready : LoadState::Idle);
        break;
    case FeedState::Stage::Reading:
        setLoadState(LoadState::Loading);
        break;
    case FeedState::Stage::Ready:
        setRefreshedAt(m_clock.unixSeconds());
        setLoadState(LoadState::Ready);
        break;
    case FeedState::Stage::Failed:
        setLoadState(LoadState::Failed, state.error);
        break;
    }
}

Tone EventsModel::toneOf(const QString &level)
{
    if (level == "error"_L1)
        return Tone::Failed;
    if (level == "warn"_L1 || level == "warning"_L1)
        return Tone::Attention;
    return level == "info"_L1 ? Tone::Running : Tone::None;
}

QString EventsModel::levelText(const QString &level)
{
    if (level == "error"_L1)
        return tr("error");
    if (level == "warn"_L1 || level == "warning"_L1)
        return tr("warning");
    return level == "info"_L1 ? tr("info") : format::oneLine(level, 40);
}

QString EventsModel::timeText(const EventRow &event) const
{
    if (!event.createdAt)
        return tr("unknown");
    const QDateTime at = QDateTime::fromSecsSinceEpoch(*event.createdAt);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(m_clock.unixSeconds());
    const QString time = at.toString(u"HH:mm:ss"_s);
    return at.date() == now.date()
               ? time
               : QLocale().toString(at.date(), tr("d MMM", "day and month, see QDate")) + u' ' + time;
}

std::optional<EventsModel::SortNumbers> EventsModel::sortNumbers(int column, int row) const
{
    if (column != Time)
        return {};
    // Two numbers: one double cannot hold all of a place.
    const qint64 place = item(row)->place;
    return SortNumbers{double(place >> 20), double(place & 0xfffff), 0};
}

QVariant EventsModel::cell(const EventRow &event, int column, int role) const
{
    if (role == ToneRole)
        return column == Level ? QVariant(int(toneOf(event.level))) : QVariant();
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Time:
            return event.createdAt ? format::exactTime(*event.createdAt) : QString();
        case Message:
            return format::severalLines(event.message, tooltipLength);
        default:
            return {};
        }
    }
    if (role == FailureTextRole)
        return column == Message && toneOf(event.level) == Tone::Failed;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(column)) {
    case Time:
        return timeText(event);
    case Level:
        return levelText(event.level);
    case Message:
        return format::oneLine(event.message);
    case Step:
        return event.step ? format::number(*event.step) : QString();
    case Type:
        return format::oneLine(event.type, 60);
    case Id:
        return format::oneLine(event.id);
    }
    return {};
}

QVariant EventsModel::raw(const EventRow &event, int column) const
{
    const auto number = [](std::optional<qint64> value) { return value ? QVariant(*value) : QVariant(); };
    switch (Column(column)) {
    case Time:
        return number(event.createdAt);
    case Level:
        return event.level;
    case Message:
        return event.message;
    case Step:
        return number(event.step);
    case Type:
        return event.type;
    case Id:
        return event.id;
    }
    return {};
}

int EventsModel::compare(int column, const EventRow &left, const EventRow &right) const
{
    switch (Column(column)) {
    case Time:
        return order(left.place, right.place);
    case Level:
        if (const int bySeverity = order(severity(left.level), severity(right.level)); bySeverity != 0)
            return bySeverity;
        return order(left.place, right.place);
    case Step:
        return order(left.step.value_or(-1), right.step.value_or(-1));
    case Id:
        return left.id.compare(right.id);
    default:
        return compareText(raw(left, column).toString(), raw(right, column).toString());
    }
}

} // namespace odc
