// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
/// A project whose every batch has keys of its own still has a list that can be looked at.
constexpr qsizetype mostMetadataColumns = 32;

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
