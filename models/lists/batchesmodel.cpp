// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/columnwidth.h"

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;

} // namespace

BatchesModel::BatchesModel(Session &session, QObject *parent) : WatchedModel(FirstOfMetadata, parent), m_session(session)
{
    // As many as a window of 1440 pixels has room for beside the details come first.
    // Small letters throughout are narrower than those of headers, by which widths are reckoned: less by a few.
    const int states =
        columnwidth::ofStates({tr("some without an answer"), tr("some requests failed"), tr("expired, no answers"),
                               tr("cancelled, no answers"), tr("all requests failed")},
                              -5, 172, 206);
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 120, true},
                {"status"_ba, tr("Status"), ColumnType::State, states, true},
                {"progress"_ba, tr("Answered"), ColumnType::Number, 104, true, false, 0, true},
                {"requests"_ba, tr("Requests"), ColumnType::Number, 82, true},
                {"created"_ba, tr("Created"), ColumnType::Time, 96, true},
                {"left"_ba, tr("Expires in"), ColumnType::Time, 92, true, true},
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
    for (int row = first; row <= last; ++row) {
        const BatchObject &batch = *item(row);
        const QString chain = batch.links.chainOf(batch.id);
        if (QString &counted = m_chains[batch.id]; counted != chain) {
            if (!counted.isEmpty())
                --m_attempts[counted];
            counted = chain;
            ++m_attempts[chain];
        }
    }
}

void BatchesModel::forget(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QString id = rowId(row);
        const QString counted = m_chains.take(id);
        if (--m_attempts[counted] <= 0)
            m_attempts.remove(counted);
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

qint64 BatchesModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
