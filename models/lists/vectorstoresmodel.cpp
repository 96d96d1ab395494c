// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectorstoresmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"
#include "stores/storagecost.h"
#include "stores/storetext.h"

#include <QJsonDocument>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

QVariant timeOrNothing(const std::optional<qint64> &at)
{
    return at ? QVariant(*at) : QVariant();
}

/// How much a state wants to be seen: failures first, then what moves, what ends, what is well.
int rank(const VectorStore &store)
{
    if (store.counts.failed > 0)
        return 0;
    if (store.isExpired())
        return 1;
    if (store.isIndexing())
        return 2;
    return store.expiresAt ? 3 : 4;
}

} // namespace

VectorStoresModel::VectorStoresModel(Session &session, QObject *parent)
    : PagedModel(parent), m_session(session)
{
    ColumnInfo active{"active"_ba, tr("Last active"), ColumnType::Time, 122, true};
    ColumnInfo expires{"expires"_ba, tr("Expires"), ColumnType::Time, 104, true};
    expires.ahead = true;
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 220, true},
                {"files"_ba, tr("Files"), ColumnType::Number, 76, true},
                {"state"_ba, tr("State"), ColumnType::State, 156, true},
                {"size"_ba, tr("Size"), ColumnType::Bytes, 84, true},
                {"cost"_ba, tr("Cost a day"), ColumnType::Number, 88, true},
                active,
                expires,
                {"created"_ba, tr("Created"), ColumnType::Time, 104, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, false},
                {"failed"_ba, tr("Failed"), ColumnType::Number, 72, false},
                {"indexing"_ba, tr("In progress"), ColumnType::Number, 72, false},
                {"description"_ba, tr("Description"), ColumnType::Text, 160, false},
                {"metadata"_ba, tr("Metadata"), ColumnType::Text, 160, false}});
    const auto moved = [this] { m_charged = -1; };
    connect(this, &QAbstractItemModel::dataChanged, this, moved);
    connect(this, &RowModelBase::countChanged, this, moved);
    connect(this, &RowModelBase::loadStateChanged, this, [this] {
        if (loadState() == LoadState::Ready)
            repaintCosts();
    });
}

Tone VectorStoresModel::toneOf(const VectorStore &store, qint64 nowUnix)
{
    if (store.isExpired())
        return Tone::Failed;
    if (store.counts.failed > 0)
        return Tone::Attention;
    if (store.isIndexing())
        return Tone::Running;
    if (storetext::expiresSoon(store, nowUnix) || store.counts.cancelled > 0)
        return Tone::Attention;
    return store.status == "completed"_L1 ? Tone::Fine : Tone::Attention;
}

void VectorStoresModel::setPrice(const StoragePrice &price)
{
    if (m_price == price)
        return;
    m_price = price;
    m_shownCharged = -1;
    repaintCosts();
}

void VectorStoresModel::repaintCosts()
{
    if (rowCount() > 0 && m_shownCharged != chargedBytesOfAll())
        Q_EMIT dataChanged(index(0, Cost), index(rowCount() - 1, Cost));
    m_shownCharged = chargedBytesOfAll();
}

qint64 VectorStoresModel::chargedBytesOfAll() const
{
    if (m_charged < 0) {
        m_charged = 0;
        for (const VectorStore &store : items())
            m_charged += chargedBytes(store);
    }
    return m_charged;
}

double VectorStoresModel::costOfAll() const
{
    return storageCost(chargedBytesOfAll(), m_price);
}

double VectorStoresModel::costOf(const VectorStore &store) const
{
    return storageCostShare(chargedBytes(store), chargedBytesOfAll(), m_price);
}

int VectorStoresModel::expiringWithin(qint64 seconds) const
{
    const qint64 end = nowUnix() + seconds;
    return int(std::count_if(items().cbegin(), items().cend(), [end](const VectorStore &store) {
        return !store.isExpired() && store.expiresAt && *store.expiresAt < end;
    }));
}

int VectorStoresModel::indexing() const
{
    return int(std::count_if(items().cbegin(), items().cend(),
                             [](const VectorStore &store) { return store.isIndexing(); }));
}

int VectorStoresModel::withFailures() const
{
    return int(std::count_if(items().cbegin(), items().cend(),
                             [](const VectorStore &store) { return store.counts.failed > 0; }));
}

QString VectorStoresModel::displayText(const VectorStore &store, Column column) const
{
    const auto ago = [this](const std::optional<qint64> &at) {
        return at ? format::relativeTime(*at, nowUnix()) : tr("unknown");
    };
    switch (column) {
    case Name:
        return storetext::title(store);
    case Files:
        return format::number(store.counts.total);
    case State:
        return storetext::state(store, nowUnix());
    case Size:
        return format::size(store.usageBytes);
    case Cost:
        return storageCostText(costOf(store));
    case Active:
        return ago(store.lastActiveAt);
    case Expires:
        return storetext::expiry(store, nowUnix());
    case Created:
        return ago(store.createdAt);
    case Id:
        return format::oneLine(store.id);
    case Failed:
        return format::number(store.counts.failed);
    case InProgress:
        return format::number(store.counts.inProgress);
    case Description:
        return format::oneLine(store.description);
    case Metadata:
        return format::oneLine(raw(store, column).toString());
    }
    return {};
}

QString VectorStoresModel::toolTip(const VectorStore &store, Column column) const
{
    switch (column) {
    case Name: {
        QStringList lines{format::oneLine(store.name.isEmpty() ? store.id : store.name + u" · "_s + store.id,
                                          tooltipLength)};
        if (!store.description.isEmpty())
            lines << format::severalLines(store.description, tooltipLength);
        return lines.join(u'\n');
    }
    case Files:
        return storetext::counts(store.counts);
    case State:
        return storetext::stateDetails(store, nowUnix());
    case Size:
        return format::exactSize(store.usageBytes);
    case Cost:
        return tr("An estimate, by the prices in the preferences; what is free is shared out by size.");
    case Active:
        return store.lastActiveAt ? format::exactTime(*store.lastActiveAt) : QString();
    case Expires:
        return store.expiresAt ? format::exactTime(*store.expiresAt) : QString();
    case Created:
        return store.createdAt ? format::exactTime(*store.createdAt) : QString();
    default:
        return {};
    }
}

QVariant VectorStoresModel::cell(const VectorStore &store, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(store, which);
    case Qt::AccessibleTextRole:
        return which == State ? storetext::stateDetails(store, nowUnix()) : displayText(store, which);
    case Qt::ToolTipRole:
        return toolTip(store, which);
    case ToneRole:
        if (which == State)
            return int(toneOf(store, nowUnix()));
        return {};
    default:
        return {};
    }
}

QVariant VectorStoresModel::raw(const VectorStore &store, int column) const
{
    switch (Column(column)) {
    case Name:
        return store.name;
    case Files:
        return store.counts.total;
    case State:
        return store.status;
    case Size:
        return store.usageBytes;
    case Cost:
        return costOf(store);
    case Active:
        return timeOrNothing(store.lastActiveAt);
    case Expires:
        return timeOrNothing(store.expiresAt);
    case Created:
        return timeOrNothing(store.createdAt);
    case Id:
        return store.id;
    case Failed:
        return store.counts.failed;
    case InProgress:
        return store.counts.inProgress;
    case Description:
        return store.description;
    case Metadata:
        return store.metadata.isEmpty()
                   ? QString()
                   : QString::fromUtf8(QJsonDocument(store.metadata).toJson(QJsonDocument::Compact));
    }
    return {};
}

int VectorStoresModel::compare(int column, const VectorStore &left, const VectorStore &right) const
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    switch (Column(column)) {
    case Name:
        return compareText(left.name, right.name);
    case Files:
        return order(left.counts.total, right.counts.total);
    case State:
        if (const int first = order(rank(left), rank(right)); first != 0)
            return first;
        return order(right.counts.failed, left.counts.failed);
    case Size:
        return order(left.usageBytes, right.usageBytes);
    case Cost:
        return order(chargedBytes(left), chargedBytes(right));
    case Active:
        return order(left.lastActiveAt.value_or(0), right.lastActiveAt.value_or(0));
    case Expires:
        return order(left.expiresAt.value_or(never), right.expiresAt.value_or(never));
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    case Id:
        return left.id.compare(right.id);
    case Failed:
        return order(left.counts.failed, right.counts.failed);
    case InProgress:
        return order(left.counts.inProgress, right.counts.inProgress);
    case Description:
        return compareText(left.description, right.description);
    case Metadata:
        return order(left.metadata.size(), right.metadata.size());
    }
    return 0;
}

VectorStoresModel::Fetch VectorStoresModel::pageFetch()
{
    return [this](const QString &after, std::function<void(Result<Page<VectorStore>>)> done) {
        StoreListQuery query;
        query.limit = 100;
        query.order = u"desc"_s; // what is made meanwhile comes before the page, not behind it
        query.after = after;
        return m_session.stores().list(query, this, std::move(done));
    };
}

qint64 VectorStoresModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
