// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesmodel.h"

#include "api/jsonfields.h"
#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "batches/batchchain.h"
#include "batches/batchtimes.h"
#include "lists/textorder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;
constexpr int pageSize = 100;
/// A project whose every batch has keys of its own still has a list that can be looked at.
constexpr qsizetype mostMetadataColumns = 32;

QString metadataText(const BatchObject &batch)
{
    QStringList pairs;
    for (auto it = batch.metadata.constBegin(); it != batch.metadata.constEnd(); ++it) {
        if (!BatchLinks::isLink(it.key()))
            pairs << it.key() + u'=' + it.value().toVariant().toString();
    }
    return pairs.join(u", "_s);
}

int percentOf(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return 0;
    const int percent = int(std::floor(100.0 * double(part) / double(whole)));
    return std::clamp(percent == 0 && part > 0 ? 1 : percent, 0, 100);
}

/// What a bar's share says: ended requests while more may come, answered ones afterwards.
int sharePercent(const BatchObject &batch)
{
    const BatchCounts &counts = batch.counts;
    return percentOf(batch.isFinished() ? counts.completed : counts.ended(), std::max(counts.total, counts.ended()));
}

} // namespace

BatchesModel::BatchesModel(Session &session, QObject *parent) : PagedModel(parent), m_session(session)
{
    // As many as a window of 1440 pixels has room for beside the details come first.
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 120, true},
                {"status"_ba, tr("Status"), ColumnType::State, 172, true},
                {"progress"_ba, tr("Answered"), ColumnType::Number, 104, true, false, 0, true},
                {"requests"_ba, tr("Requests"), ColumnType::Number, 82, true},
                {"created"_ba, tr("Created"), ColumnType::Time, 96, true},
                {"left"_ba, tr("Time left"), ColumnType::Time, 80, true, true},
                {"model"_ba, tr("Model"), ColumnType::Text, 98, true},
                {"endpoint"_ba, tr("Endpoint"), ColumnType::Text, 132, true},
                {"failed"_ba, tr("Failed"), ColumnType::Number, 66, true},
                {"tokens"_ba, tr("Tokens"), ColumnType::Number, 84, true},
                {"cost"_ba, tr("Cost"), ColumnType::Number, 80, true},
                {"attempt"_ba, tr("Attempt"), ColumnType::Number, 70, true},
                {"part"_ba, tr("Part"), ColumnType::Number, 64, false},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, true},
                {"ended"_ba, tr("Ended"), ColumnType::Time, 100, false},
                {"input"_ba, tr("Input file"), ColumnType::Id, 128, false},
                {"output"_ba, tr("Output file"), ColumnType::Id, 128, false},
                {"errors"_ba, tr("Error file"), ColumnType::Id, 128, false},
                {"metadata"_ba, tr("Metadata"), ColumnType::Text, 160, false}});
    connect(this, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { review(first, last); });
    connect(this, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { review(from.row(), to.row()); });
    connect(this, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { forget(first, last); });
}

QString BatchesModel::title(const BatchObject &batch)
{
    const QString name = batchName(batch);
    return format::oneLine(name.isEmpty() ? batch.id : name);
}

Tone BatchesModel::toneOf(const BatchObject &batch, bool archived)
{
    if (archived && !batch.isFinished())
        return Tone::None;
    switch (outcomeOf(batch)) {
    case BatchOutcome::Running:
        return Tone::Running;
    case BatchOutcome::Completed:
        return batch.counts.left() > 0 ? Tone::Attention : Tone::Fine;
    case BatchOutcome::AllFailed:
    case BatchOutcome::Refused:
        return Tone::Failed;
    case BatchOutcome::Expired:
        return batch.counts.completed > 0 ? Tone::Attention : Tone::Failed;
    case BatchOutcome::PartlyFailed:
    case BatchOutcome::Cancelling:
    case BatchOutcome::Cancelled:
    case BatchOutcome::Unknown:
        return Tone::Attention;
    }
    return Tone::Attention;
}

QString BatchesModel::statusText(const BatchObject &batch, bool archived)
{
    if (archived && !batch.isFinished())
        return tr("was %1 when archived", "a state: in progress").arg(statusText(batch));
    const bool some = batch.counts.completed > 0;
    switch (outcomeOf(batch)) {
    case BatchOutcome::Running:
        if (batch.status == "validating"_L1)
            return tr("validating");
        return batch.status == "finalizing"_L1 ? tr("finalizing") : tr("in progress");
    case BatchOutcome::Cancelling:
        return tr("cancelling");
    case BatchOutcome::Completed:
        return batch.counts.left() > 0 ? tr("completed, some without an answer") : tr("completed");
    case BatchOutcome::PartlyFailed:
        return tr("completed, some failed");
    case BatchOutcome::AllFailed:
        return tr("all requests failed");
    case BatchOutcome::Refused:
        return tr("input file refused");
    case BatchOutcome::Expired:
        return some ? tr("expired with part of its results") : tr("expired without results");
    case BatchOutcome::Cancelled:
        return some ? tr("cancelled with part of its results") : tr("cancelled without results");
    case BatchOutcome::Unknown:
        break;
    }
    return batch.status.isEmpty() ? tr("unknown") : batch.status;
}

QString BatchesModel::statusWord(const BatchObject &batch, bool archived)
{
    if (archived && !batch.isFinished())
        return tr("was %1", "a state: in progress").arg(statusText(batch));
    const bool some = batch.counts.completed > 0;
    switch (outcomeOf(batch)) {
    case BatchOutcome::Completed:
        return batch.counts.left() > 0 ? tr("some without an answer") : tr("completed");
    case BatchOutcome::Expired:
        return some ? tr("expired in part") : tr("expired, no answers");
    case BatchOutcome::Cancelled:
        return some ? tr("cancelled in part") : tr("cancelled, no answers");
    case BatchOutcome::PartlyFailed:
        return tr("some requests failed");
    default:
        return statusText(batch);
    }
}

CellProgress BatchesModel::barOf(const BatchObject &batch, bool archived)
{
    const BatchCounts &counts = batch.counts;
    // Counts of a server that mixes them up must not overflow the bar.
    const double total = double(std::max({counts.total, counts.ended(), qint64(1)}));
    CellProgress bar;
    bar.tone = archived || batch.isFinished() ? Tone::Fine : Tone::Running;
    bar.done = double(counts.ended()) / total;
    bar.failed = double(counts.failed) / total;
    return bar;
}

QString BatchesModel::shareText(const BatchObject &batch)
{
    return batch.counts.total > 0 ? tr("%1 %").arg(sharePercent(batch)) : QString();
}

QString BatchesModel::countsText(const BatchObject &batch, bool archived)
{
    const BatchCounts &counts = batch.counts;
    if (counts.total <= 0)
        return {};
    QStringList parts{tr("%1 answered").arg(format::number(counts.completed)),
                      tr("%1 failed").arg(format::number(counts.failed))};
    if (counts.left() > 0)
        parts << (archived || batch.isFinished() ? tr("%1 without an answer") : tr("%1 to come"))
                     .arg(format::number(counts.left()));
    return tr("%1, of %2", "counts, total").arg(parts.join(u", "_s), format::number(counts.total));
}

QString BatchesModel::leftText(const BatchObject &batch, qint64 nowUnix)
{
    const auto deadline = batchDeadline(batch);
    if (!deadline)
        return {};
    return *deadline > nowUnix ? format::duration(*deadline - nowUnix) : tr("over");
}

std::optional<qint64> BatchesModel::deadlineOf(const BatchObject &batch) const
{
    return m_archived ? std::nullopt : batchDeadline(batch);
}

QString BatchesModel::leftWord(const BatchObject &batch) const
{
    const auto deadline = deadlineOf(batch);
    if (!deadline)
        return {};
    // From two hours on the minutes say nothing; the tooltip has the moment.
    const qint64 left = *deadline - nowUnix();
    return left >= 7200 ? tr("%1 h", "hours").arg(left / 3600) : leftText(batch, nowUnix());
}

Tone BatchesModel::leftTone(const BatchObject &batch, qint64 nowUnix)
{
    const auto deadline = batchDeadline(batch);
    if (!deadline || batch.status == "cancelling"_L1)
        return Tone::None;
    return *deadline - nowUnix < 3600 ? Tone::Attention : Tone::None;
}

std::optional<double> BatchesModel::costOf(const BatchObject &batch, const PriceTable &prices)
{
    if (!batch.usage)
        return {};
    return odc::costOf({batch.model, batch.usage->inputTokens, batch.usage->outputTokens, batch.usage->cachedTokens},
                       prices);
}

QString BatchesModel::costText(double dollars)
{
    const QString money = moneyText(dollars);
    return money.startsWith(u'<') ? money : tr("≈ %1", "money").arg(money);
}

void BatchesModel::setPrices(const PriceTable &prices)
{
    m_prices = prices;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Cost), index(rowCount() - 1, Cost));
}

int BatchesModel::attemptsOf(const BatchObject &batch) const
{
    return m_attempts.value(batch.links.chainOf(batch.id));
}

void BatchesModel::review(int first, int last)
{
    QList<BatchObject> ended;
    const qsizetype columnsWaiting = m_newColumns.size();
    for (int row = first; row <= last; ++row) {
        const BatchObject &batch = *item(row);
        if (!batch.isFinished())
            m_unfinished.insert(batch.id);
        else if (m_unfinished.remove(batch.id))
            ended.append(batch);
        const QString chain = batch.links.chainOf(batch.id);
        if (QString &counted = m_chains[batch.id]; counted != chain) {
            if (!counted.isEmpty())
                --m_attempts[counted];
            counted = chain;
            ++m_attempts[chain];
        }
        for (auto it = batch.metadata.constBegin(); it != batch.metadata.constEnd(); ++it) {
            if (m_metadataKeys.size() >= mostMetadataColumns || m_knownKeys.contains(it.key()) || BatchLinks::isLink(it.key()))
                continue;
            m_knownKeys.insert(it.key());
            m_metadataKeys << it.key();
            m_newColumns.append({"meta." + it.key().toUtf8(), format::oneLine(it.key(), 60), ColumnType::Text, 110, false});
        }
    }
    // Not now: views are still being told of the rows.
    if (columnsWaiting == 0 && !m_newColumns.isEmpty())
        QMetaObject::invokeMethod(this, [this] { addColumns(std::exchange(m_newColumns, {})); }, Qt::QueuedConnection);
    for (const BatchObject &batch : std::as_const(ended))
        Q_EMIT batchEnded(batch);
}

void BatchesModel::forget(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QString id = rowId(row);
        m_unfinished.remove(id);
        const QString counted = m_chains.take(id);
        if (--m_attempts[counted] <= 0)
            m_attempts.remove(counted);
    }
}

QString BatchesModel::metadataOf(const BatchObject &batch, int column) const
{
    const QString key = m_metadataKeys.value(column - FirstOfMetadata);
    return key.isEmpty() ? QString() : batch.metadata.value(key).toVariant().toString();
}

QString BatchesModel::displayText(const BatchObject &batch, int column) const
{
    const auto count = [](qint64 number) { return number > 0 ? format::number(number) : QString(); };
    switch (column) {
    case Name:
        return title(batch);
    case Status:
        return format::oneLine(statusWord(batch, m_archived));
    case Progress:
        return shareText(batch);
    case Requests:
        return count(batch.counts.total);
    case Failed:
        return count(batch.counts.failed);
    case Endpoint:
        // What they all begin with says nothing.
        return format::oneLine(batch.endpoint.startsWith("/v1/"_L1) ? batch.endpoint.mid(4) : batch.endpoint);
    case Model:
        return format::oneLine(batch.model);
    case Created:
        return batch.createdAt ? format::relativeTime(*batch.createdAt, nowUnix()) : tr("unknown");
    case Left:
        return leftWord(batch);
    case Tokens:
        return batch.usage ? format::number(batch.usage->totalTokens) : QString();
    case Cost:
        if (const auto cost = costOf(batch, m_prices))
            return costText(*cost);
        return {};
    case Attempt:
        if (const int all = attemptsOf(batch); all > 1 || batch.links.isRest())
            return tr("%1 of %2", "attempt").arg(batch.links.attempt + 1).arg(std::max(all, batch.links.attempt + 1));
        return {};
    case Part:
        return batch.links.group.isEmpty() ? QString()
                                           : tr("%1 of %2", "part").arg(batch.links.part).arg(batch.links.parts);
    case Id:
        return format::oneLine(batch.id);
    case Ended:
        return batch.endedAt() ? format::relativeTime(*batch.endedAt(), nowUnix()) : QString();
    case Input:
        return format::oneLine(batch.inputFileId);
    case Output:
        return format::oneLine(batch.outputFileId);
    case Errors:
        return format::oneLine(batch.errorFileId);
    case Metadata:
        return format::oneLine(metadataText(batch));
    default:
        return format::oneLine(metadataOf(batch, column));
    }
}

QString BatchesModel::toolTip(const BatchObject &batch, int column) const
{
    switch (column) {
    case Name:
        return format::oneLine(batchName(batch).isEmpty() ? batch.id : batchName(batch) + u" · "_s + batch.id,
                               tooltipLength);
    case Status:
        return batch.errors.isEmpty() ? statusText(batch, m_archived)
                                      : format::severalLines(batch.errors.first().message, tooltipLength);
    case Endpoint:
        return format::oneLine(batch.endpoint, tooltipLength);
    case Progress:
        return countsText(batch, m_archived);
    case Created:
        return batch.createdAt ? format::exactTime(*batch.createdAt) : QString();
    case Left:
        if (const auto deadline = deadlineOf(batch))
            return (batch.status == "cancelling"_L1 ? tr("Cancelled at the latest: %1") : tr("Expires: %1"))
                .arg(format::exactTime(*deadline));
        return {};
    case Tokens:
        return batch.usage ? tr("%1 in, %2 out").arg(format::number(batch.usage->inputTokens),
                                                     format::number(batch.usage->outputTokens))
                           : QString();
    case Cost:
        return batch.usage ? tr("What was used, at the prices in the preferences. The bill may differ.") : QString();
    case Ended:
        return batch.endedAt() ? format::exactTime(*batch.endedAt()) : QString();
    default:
        return {};
    }
}

QVariant BatchesModel::cell(const BatchObject &batch, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(batch, column);
    case Qt::ToolTipRole:
        return toolTip(batch, column);
    case Qt::AccessibleTextRole:
        return column == Progress ? countsText(batch, m_archived) : displayText(batch, column);
    case ProgressRole:
        return column == Progress && batch.counts.total > 0 ? QVariant::fromValue(barOf(batch, m_archived))
                                                            : QVariant();
    case ToneRole:
        if (column == Status)
            return int(toneOf(batch, m_archived));
        if (column == Left && !m_archived) {
            const Tone tone = leftTone(batch, nowUnix());
            return tone == Tone::None ? QVariant() : QVariant(int(tone));
        }
        return {};
    default:
        return {};
    }
}

QVariant BatchesModel::raw(const BatchObject &batch, int column) const
{
    const auto time = [](std::optional<qint64> at) { return at ? QVariant(*at) : QVariant(); };
    switch (column) {
    case Name:
        return batchName(batch).isEmpty() ? batch.id : batchName(batch);
    case Status:
        return batch.status;
    case Progress:
        return batch.counts.total > 0 ? QVariant(sharePercent(batch)) : QVariant();
    case Requests:
        return batch.counts.total;
    case Failed:
        return batch.counts.failed;
    case Endpoint:
        return batch.endpoint;
    case Model:
        return batch.model;
    case Created:
        return time(batch.createdAt);
    case Left:
        return time(deadlineOf(batch));
    case Tokens:
        return batch.usage ? QVariant(batch.usage->totalTokens) : QVariant();
    case Cost:
        if (const auto cost = costOf(batch, m_prices))
            return *cost;
        return {};
    case Attempt:
        return attemptsOf(batch) > 1 || batch.links.isRest() ? QVariant(batch.links.attempt + 1) : QVariant();
    case Part:
        return batch.links.group.isEmpty() ? QVariant() : QVariant(batch.links.part);
    case Id:
        return batch.id;
    case Ended:
        return time(batch.endedAt());
    case Input:
        return batch.inputFileId;
    case Output:
        return batch.outputFileId;
    case Errors:
        return batch.errorFileId;
    case Metadata:
        return metadataText(batch);
    default:
        return metadataOf(batch, column);
    }
}

int BatchesModel::compare(int column, const BatchObject &left, const BatchObject &right) const
{
    const auto never = std::numeric_limits<qint64>::max();
    switch (column) {
    case Name:
        return compareText(title(left), title(right));
    case Status:
        // What needs a person comes together, whatever the wire calls it.
        if (const int byTone = order(int(toneOf(left, m_archived)), int(toneOf(right, m_archived)));
            byTone != 0)
            return byTone;
        return left.status.compare(right.status);
    case Progress:
        return order(left.counts.total > 0 ? sharePercent(left) : -1, right.counts.total > 0 ? sharePercent(right) : -1);
    case Requests:
        return order(left.counts.total, right.counts.total);
    case Failed:
        return order(left.counts.failed, right.counts.failed);
    case Endpoint:
        return compareText(left.endpoint, right.endpoint);
    case Model:
        return compareText(left.model, right.model);
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    case Left:
        return order(deadlineOf(left).value_or(never), deadlineOf(right).value_or(never));
    case Tokens:
        return order(left.usage ? left.usage->totalTokens : -1, right.usage ? right.usage->totalTokens : -1);
    case Cost:
        return order(costOf(left, m_prices).value_or(-1), costOf(right, m_prices).value_or(-1));
    case Attempt:
        return order(raw(left, Attempt).toInt(), raw(right, Attempt).toInt());
    case Part:
        return order(left.links.part, right.links.part);
    case Ended:
        return order(left.endedAt().value_or(never), right.endedAt().value_or(never));
    case Id:
        return left.id.compare(right.id);
    default:
        return compareText(raw(left, column).toString(), raw(right, column).toString());
    }
}

BatchesModel::Fetch BatchesModel::fetch(bool background)
{
    return [this, background](const QString &after, std::function<void(Result<Page<BatchObject>>)> done) {
        BatchListQuery query;
        query.limit = pageSize;
        query.after = after;
        query.background = background;
        return m_session.batches().list(query, this, std::move(done));
    };
}

BatchesModel::Fetch BatchesModel::pageFetch()
{
    return fetch(false);
}

void BatchesModel::refresh()
{
    m_looker.stop(); // the walk sees all of it
    PagedModel::refresh();
}

void BatchesModel::stop()
{
    m_looker.stop();
    PagedModel::stop();
}

void BatchesModel::look()
{
    if (isWalking() || m_looker.isRunning())
        return;
    m_awaited = m_unfinished;
    m_pagesNow = 0;
    Pager<BatchObject>::Events events;
    events.page = [this](const QList<BatchObject> &page) {
        ++m_pagesNow;
        for (const BatchObject &batch : page)
            m_awaited.remove(batch.id);
        merge(page);
        if (m_awaited.isEmpty() && m_looker.isRunning()) {
            m_looker.stop();
            endLook(true);
        }
    };
    events.finished = [this] { endLook(true); };
    events.failed = [this](const ApiError &error) {
        takeFailure(error);
        endLook(false);
    };
    m_looker.start(fetch(true), std::move(events));
}

void BatchesModel::endLook(bool well)
{
    m_pagesLooked = std::max(1, m_pagesNow);
    if (well) {
        setRefreshedAt(nowUnix());
        setLoadState(LoadState::Ready);
    }
    Q_EMIT looked(well);
}

qint64 BatchesModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
