// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalsmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

QString criteriaNames(const EvalObject &eval)
{
    QStringList names;
    for (const EvalCriterion &criterion : eval.criteria)
        names << criterion.title();
    return names.join(u", "_s);
}

} // namespace

EvalsModel::EvalsModel(Session &session, QObject *parent) : PagedModel(parent), m_session(session)
{
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 220, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, true},
                {"source"_ba, tr("Data source"), ColumnType::Text, 110, true},
                {"criteria"_ba, tr("Criteria"), ColumnType::Text, 140, true},
                {"created"_ba, tr("Created"), ColumnType::Time, 110, true}});
}

QString EvalsModel::title(const EvalObject &eval)
{
    return eval.name.isEmpty() ? tr("(no name)") : format::oneLine(eval.name);
}

QString EvalsModel::displayText(const EvalObject &eval, Column column) const
{
    switch (column) {
    case Name:
        return title(eval);
    case Id:
        return format::oneLine(eval.id);
    case Source:
        return format::oneLine(eval.dataSourceType);
    case Criteria:
        return format::oneLine(criteriaNames(eval));
    case Created:
        return eval.createdAt ? format::relativeTime(*eval.createdAt, nowUnix()) : tr("unknown");
    }
    return {};
}

QVariant EvalsModel::cell(const EvalObject &eval, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return displayText(eval, which);
    case Qt::ToolTipRole:
        if (which == Created)
            return eval.createdAt ? format::exactTime(*eval.createdAt) : QString();
        if (which == Name)
            return format::oneLine(eval.name.isEmpty() ? eval.id : eval.name + u" · "_s + eval.id, tooltipLength);
        return {};
    default:
        return {};
    }
}

QVariant EvalsModel::raw(const EvalObject &eval, int column) const
{
    switch (Column(column)) {
    case Name:
        return eval.name;
    case Id:
        return eval.id;
    case Source:
        return eval.dataSourceType;
    case Criteria:
        return criteriaNames(eval);
    case Created:
        return eval.createdAt ? QVariant(*eval.createdAt) : QVariant();
    }
    return {};
}

int EvalsModel::compare(int column, const EvalObject &left, const EvalObject &right) const
{
    switch (Column(column)) {
    case Name:
        return compareText(left.name, right.name);
    case Id:
        return left.id.compare(right.id);
    case Source:
        return left.dataSourceType.compare(right.dataSourceType);
    case Criteria:
        return left.criteria.size() < right.criteria.size() ? -1 : int(left.criteria.size() > right.criteria.size());
    case Created: {
        const qint64 l = left.createdAt.value_or(0);
        const qint64 r = right.createdAt.value_or(0);
        return l < r ? -1 : int(l > r);
    }
    }
    return 0;
}

EvalsModel::Fetch EvalsModel::pageFetch()
{
    return [this](const QString &after, std::function<void(Result<Page<EvalObject>>)> done) {
        EvalListQuery query;
        query.limit = 100;
        query.order = u"desc"_s; // what is made meanwhile comes before the page, not behind it
        query.after = after;
        return m_session.evals().list(query, this, std::move(done));
    };
}

qint64 EvalsModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
