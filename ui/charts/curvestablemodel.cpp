// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvestablemodel.h"

#include "base/format.h"

#include <QLocale>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostRanges = 500;
} // namespace

CurvesTableModel::CurvesTableModel(const CurveSet &set, QObject *parent)
    : QAbstractTableModel(parent), m_set(set)
{
    connect(&set, &CurveSet::curvesChanged, this, &CurvesTableModel::follow);
    connect(&set, &CurveSet::pointsChanged, this, &CurvesTableModel::follow);
    connect(&set, &CurveSet::shownChanged, this, &CurvesTableModel::follow);
}

void CurvesTableModel::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    reset();
}

const MetricSeries *CurvesTableModel::seriesOf(const Column &column) const
{
    return column.run.log->series(column.metric);
}

QList<CurvesTableModel::Column> CurvesTableModel::columnsOf() const
{
    QList<Column> columns;
    const bool isOne = m_set.runs().size() <= 1;
    QString before;
    for (const auto &curve : m_set.curves()) {
        if (!curve->isShown)
            continue;
        const QString run = format::oneLine(curve->run.name, 40);
        if (curve->run.id != before && curve->run.log->hasTimes())
            columns.append({curve->run, {}, isOne ? tr("Time") : tr("%1 time").arg(run)});
        before = curve->run.id;
        const QString split = CurveSet::splitText(curve->split);
        Column column{curve->run, curve->data.metric(), isOne ? split : tr("%1 %2").arg(run, split)};
        column.revision = seriesOf(column)->revision();
        columns.append(column);
    }
    return columns;
}

std::vector<qint64> CurvesTableModel::stepsAfter(std::optional<qint64> step) const
{
    std::vector<qint64> steps;
    for (const Column &column : m_columns) {
        const MetricSeries *series = column.metric.isEmpty() ? nullptr : seriesOf(column);
        if (!series)
            continue;
        const auto &points = series->points();
        auto next = points.cbegin() + (step ? series->indexOf(*step + 1) : 0);
        const size_t middle = steps.size();
        for (; next != points.cend(); ++next)
            steps.push_back(next->step);
        // Most runs have the same steps: what is there already goes again at once, so that ten runs take no
        // more room than one.
        std::inplace_merge(steps.begin(), steps.begin() + qsizetype(middle), steps.end());
        steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    }
    return steps;
}

void CurvesTableModel::reset()
{
    beginResetModel();
    m_columns = m_active ? columnsOf() : QList<Column>();
    m_steps = stepsAfter({});
    for (Column &column : m_columns)
        column.seen = column.metric.isEmpty() ? 0 : seriesOf(column)->size();
    endResetModel();
}

void CurvesTableModel::follow()
{
    if (!m_active)
        return;
    const QList<Column> columns = columnsOf();
    const auto same = [](const Column &a, const Column &b) {
        return a.run.log == b.run.log && a.metric == b.metric && a.title == b.title;
    };
    if (!std::equal(columns.cbegin(), columns.cend(), m_columns.cbegin(), m_columns.cend(), same) ||
        m_steps.empty()) {
        reset();
        return;
    }
    bool isGrown = true; // and nothing else
    for (qsizetype i = 0; i < columns.size(); ++i) {
        isGrown = isGrown && columns[i].revision == m_columns[i].revision;
        m_columns[i].revision = columns[i].revision;
    }
    if (!isGrown) {
        takeAll();
        return;
    }
    const qint64 last = m_steps.back();
    qint64 first = last + 1;
    for (Column &column : m_columns) {
        const MetricSeries *series = column.metric.isEmpty() ? nullptr : seriesOf(column);
        for (; series && column.seen < series->size(); ++column.seen) {
            const qint64 step = series->points()[size_t(column.seen)].step;
            first = std::min(first, step);
            // A curve that is behind the others may have steps between theirs: then rows are in other places.
            if (step <= last && !std::binary_search(m_steps.cbegin(), m_steps.cend(), step)) {
                takeAll();
                return;
            }
        }
    }
    const auto touched = std::lower_bound(m_steps.cbegin(), m_steps.cend(), first) - m_steps.cbegin();
    if (touched < rowCount())
        Q_EMIT dataChanged(index(int(touched), 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::DisplayRole});
    const std::vector<qint64> more = stepsAfter(last);
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(more.size()) - 1);
    m_steps.insert(m_steps.end(), more.cbegin(), more.cend());
    endInsertRows();
}

/// Older events came, or values were corrected.
void CurvesTableModel::takeAll()
{
    takeSteps(stepsAfter({}));
    for (Column &column : m_columns)
        column.seen = column.metric.isEmpty() ? 0 : seriesOf(column)->size();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void CurvesTableModel::takeSteps(const std::vector<qint64> &steps)
{
    struct Range
    {
        qsizetype at = 0;           ///< row, of those there are
        qsizetype from = 0, to = 0; ///< of the steps that go, or of those that come
    };
    // Both are sorted. What is only in one of them, as ranges from the end: places before these stay what
    // they are.
    const auto onlyIn = [](const std::vector<qint64> &these, const std::vector<qint64> &those) {
        QList<Range> ranges;
        auto other = those.cbegin();
        for (qsizetype i = 0; i < qsizetype(these.size()); ++i) {
            other = std::lower_bound(other, those.cend(), these[size_t(i)]);
            if (other != those.cend() && *other == these[size_t(i)])
                continue;
            const qsizetype at = other - those.cbegin();
            if (!ranges.isEmpty() && ranges.first().to == i && ranges.first().at == at)
                ++ranges.first().to;
            else
                ranges.prepend({at, i, i + 1});
        }
        return ranges;
    };
    const QList<Range> gone = onlyIn(m_steps, steps);
    const QList<Range> come = onlyIn(steps, m_steps);
    if (gone.size() + come.size() > mostRanges) {
        beginResetModel(); // each range moves all rows behind it
        m_steps = steps;
        endResetModel();
        return;
    }
    for (const Range &range : gone) {
        beginRemoveRows({}, int(range.from), int(range.to) - 1);
        m_steps.erase(m_steps.begin() + range.from, m_steps.begin() + range.to);
        endRemoveRows();
    }
    const QList<Range> now = gone.isEmpty() ? come : onlyIn(steps, m_steps);
    for (const Range &range : now) {
        beginInsertRows({}, int(range.at), int(range.at + range.to - range.from) - 1);
        m_steps.insert(m_steps.begin() + range.at, steps.cbegin() + range.from, steps.cbegin() + range.to);
        endInsertRows();
    }
}

bool CurvesTableModel::isTime(int column) const
{
    return column > 0 && column < columnCount() && m_columns[column - 1].metric.isEmpty();
}

int CurvesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int CurvesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_columns.isEmpty() ? 0 : int(m_columns.size()) + 1;
}

QVariant CurvesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const qint64 step = m_steps[size_t(index.row())];
    if (index.column() == 0)
        return role == Qt::ToolTipRole ? QVariant() : QLocale().toString(step);
    const Column &column = m_columns[index.column() - 1];
    if (column.metric.isEmpty()) {
        const auto at = column.run.log->timeOf(step);
        return at && role != Qt::ToolTipRole ? QVariant(format::exactTime(*at)) : QVariant();
    }
    const MetricSeries *series = seriesOf(column);
    const auto value = series ? series->at(step) : std::nullopt;
    if (!value)
        return role == Qt::AccessibleTextRole ? QVariant(tr("not measured")) : QVariant();
    if (*value != *value)
        return role == Qt::DisplayRole ? QVariant(u"–"_s) : QVariant(tr("no number"));
    return role == Qt::ToolTipRole ? QVariant(QLocale().toString(*value, 'g', QLocale::FloatingPointShortest))
                                   : QVariant(curveaxis::valueText(*value));
}

QVariant CurvesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Step") : m_columns[section - 1].title;
}

} // namespace odc
