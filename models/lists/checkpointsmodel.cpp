// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpointsmodel.h"

#include "base/format.h"
#include "lists/columnwidth.h"
#include "lists/textorder.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepWidth = 76;
constexpr int modelWidth = 156;
constexpr int createdWidth = 120;
constexpr int idWidth = 150;
constexpr int narrowestMetric = 84;
constexpr int widestMetric = 170;
constexpr qsizetype mostMetrics = 200; ///< of all checkpoints together
constexpr int star = 18; ///< room for the mark of the best

/// What a job is judged by comes first, so that a narrow list drops the rest.
const QStringList &knownMetrics()
{
    static const QStringList names{u"valid_loss"_s,      u"valid_mean_token_accuracy"_s,
                                   u"full_valid_loss"_s, u"full_valid_mean_token_accuracy"_s,
                                   u"train_loss"_s,      u"train_mean_token_accuracy"_s};
    return names;
}

QStringList metricsOf(const QList<FineTuningCheckpoint> &checkpoints)
{
    QStringList names;
    for (const FineTuningCheckpoint &checkpoint : checkpoints) {
        for (const TrainingMetric &metric : checkpoint.metrics) {
            if (std::isfinite(metric.value) && names.size() < mostMetrics && !names.contains(metric.name))
                names << metric.name;
        }
    }
    const auto rank = [](const QString &name) {
        const qsizetype place = knownMetrics().indexOf(name);
        return place < 0 ? knownMetrics().size() : place;
    };
    std::sort(names.begin(), names.end(), [&](const QString &left, const QString &right) {
        return rank(left) != rank(right) ? rank(left) < rank(right) : left < right;
    });
    return names;
}

/// Of two values where one may be absent: those that are absent come last, whichever way the list is sorted
/// by size.
template <typename V> int orderOf(const std::optional<V> &left, const std::optional<V> &right)
{
    if (!left || !right)
        return int(bool(left)) - int(bool(right));
    return order(*left, *right);
}

} // namespace

CheckpointsModel::CheckpointsModel(QObject *parent) : RowModel(parent)
{
    setColumns(columnsFor({}));
}

CheckpointsModel::Better CheckpointsModel::betterOf(const QString &metric)
{
    // "reward_loss" is a loss.
    if (metric.contains("loss"_L1, Qt::CaseInsensitive))
        return Better::Lower;
    if (metric.contains("accuracy"_L1, Qt::CaseInsensitive) ||
        metric.contains("reward"_L1, Qt::CaseInsensitive))
        return Better::Higher;
    return Better::Unknown;
}

QString CheckpointsModel::heading(const QString &metric)
{
    switch (knownMetrics().indexOf(metric)) {
    case 0:
        return tr("valid loss");
    case 1:
        return tr("valid accuracy");
    case 2:
        return tr("full valid loss");
    case 3:
        return tr("full valid accuracy");
    case 4:
        return tr("train loss");
    case 5:
        return tr("train accuracy");
    default:
        return format::oneLine(metric, 60);
    }
}

QString CheckpointsModel::shortNumber(double value)
{
    const QLocale locale;
    const double size = std::abs(value);
    if (size == 0 || (size >= 0.01 && size < 1000))
        return locale.toString(value, 'f', 3);
    return size >= 1000 && size < 1e9 ? locale.toString(value, 'f', 1) : locale.toString(value, 'g', 3);
}

QString CheckpointsModel::shortModel(const QString &model)
{
    const qsizetype last = model.lastIndexOf(u':');
    const bool isPart = last >= 0 && QStringView(model).sliced(last + 1).startsWith("ckpt"_L1);
    return isPart ? u"…"_s + model.sliced(last) : model;
}

QList<ColumnInfo> CheckpointsModel::columnsFor(const QStringList &metrics) const
{
    QList<ColumnInfo> columns{{"step"_ba, tr("Step"), ColumnType::Number, stepWidth},
                              {"model"_ba, tr("Model"), ColumnType::Id, modelWidth}};
    columns[Step].most = stepWidth;
    for (const QString &metric : metrics) {
        columns.append({metric.toUtf8(), heading(metric), ColumnType::Number,
                        columnwidth::of(heading(metric), narrowestMetric, widestMetric - star) + star});
    }
    columns.append({"created"_ba, tr("Created"), ColumnType::Time, createdWidth});
    columns.append({"id"_ba, tr("ID"), ColumnType::Id, idWidth});
    return columns;
}

void CheckpointsModel::setCheckpoints(const QString &jobId, const QList<FineTuningCheckpoint> &checkpoints,
                                      const QString &finalModel)
{
    const QStringList metrics = metricsOf(checkpoints);
    const bool isOther = jobId != m_jobId;
    if (isOther || metrics != m_metrics) {
        m_jobId = jobId;
        RowModel::clear();
        if (metrics != m_metrics) {
            beginResetModel();
            m_metrics = metrics;
            setColumns(columnsFor(metrics));
            endResetModel();
        }
    }
    const QHash<QString, QString> before = std::exchange(m_best, {});
    const bool otherFinal = m_finalModel != finalModel;
    m_finalModel = finalModel;
    beginWalk();
    merge(checkpoints);
    endWalk();
    findBest();
    // The mark may have gone from a row that is as it was.
    if ((m_best != before || otherFinal) && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void CheckpointsModel::clear()
{
    m_jobId.clear();
    m_finalModel.clear();
    m_best.clear();
    if (rowCount() > 0)
        RowModel::clear();
}

void CheckpointsModel::findBest()
{
    for (const QString &metric : std::as_const(m_metrics)) {
        const Better better = betterOf(metric);
        if (better == Better::Unknown)
            continue;
        const FineTuningCheckpoint *best = nullptr;
        int compared = 0;
        for (const FineTuningCheckpoint &checkpoint : items()) {
            const std::optional<double> value = checkpoint.metric(metric);
            if (!value)
                continue;
            ++compared;
            const double known = best ? *best->metric(metric) : 0;
            const bool isBetter = !best || (better == Better::Lower ? *value < known : *value > known);
            if (isBetter || (*value == known && orderOf(checkpoint.step, best->step) < 0))
                best = &checkpoint;
        }
        if (compared > 1) // one alone is not better than anything
            m_best.insert(metric, best->id);
    }
}

QString CheckpointsModel::metricOf(int column) const
{
    return column >= FirstMetric ? m_metrics.value(column - FirstMetric) : QString();
}

QString CheckpointsModel::bestBy(const QString &metric) const
{
    return m_best.value(metric);
}

bool CheckpointsModel::isBest(const FineTuningCheckpoint &item, int column) const
{
    const QString metric = metricOf(column);
    return !metric.isEmpty() && m_best.value(metric) == item.id;
}

QVariant CheckpointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString metric = orientation == Qt::Horizontal ? metricOf(section) : QString();
    if (metric.isEmpty() || role != Qt::ToolTipRole)
        return RowModel::headerData(section, orientation, role);
    const QString name = format::oneLine(metric, 200);
    switch (betterOf(metric)) {
    case Better::Lower:
        return tr("%1\nThe lowest is the best, and is marked ★; of equal ones the earliest.").arg(name);
    case Better::Higher:
        return tr("%1\nThe highest is the best, and is marked ★; of equal ones the earliest.").arg(name);
    case Better::Unknown:
        return tr("%1\nThe name does not say whether high or low is better, so no best one is marked.")
            .arg(name);
    }
    return name;
}

QString CheckpointsModel::text(const FineTuningCheckpoint &item, int column) const
{
    if (column == Step)
        return item.step ? format::number(*item.step) : QString();
    if (column == Model)
        return item.model == m_finalModel && !m_finalModel.isEmpty() ? tr("the final model")
                                                                     : shortModel(item.model);
    if (column == createdColumn())
        return item.createdAt ? format::exactTime(*item.createdAt) : QString();
    if (column == idColumn())
        return item.id;
    const std::optional<double> value = item.metric(metricOf(column));
    return value ? shortNumber(*value) : QString();
}

QString CheckpointsModel::toolTip(const FineTuningCheckpoint &item, int column) const
{
    if (column == Model)
        return format::oneLine(item.model, 300);
    const QString metric = metricOf(column);
    if (metric.isEmpty())
        return {};
    const std::optional<double> value = item.metric(metric);
    if (!value)
        return tr("%1 was not measured here").arg(heading(metric));
    const QString exact =
        tr("%1: %2", "metric, exact value")
            .arg(heading(metric), QLocale().toString(*value, 'g', QLocale::FloatingPointShortest));
    if (!isBest(item, column))
        return exact;
    return exact + u'\n' +
           (betterOf(metric) == Better::Lower
                ? tr("The lowest, so the best of %Ln checkpoint(s)", nullptr, rowCount())
                : tr("The highest, so the best of %Ln checkpoint(s)", nullptr, rowCount()));
}

QVariant CheckpointsModel::cell(const FineTuningCheckpoint &item, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return format::oneLine(text(item, column));
    case Qt::AccessibleTextRole:
        if (isBest(item, column))
            return tr("%1, the best").arg(text(item, column));
        // The shortened name would be read as dots.
        return column == Model ? item.model : format::oneLine(text(item, column));
    case Qt::ToolTipRole:
        return toolTip(item, column);
    case BestRole:
        return metricOf(column).isEmpty() ? QVariant() : QVariant(isBest(item, column));
    default:
        return {};
    }
}

QVariant CheckpointsModel::raw(const FineTuningCheckpoint &item, int column) const
{
    if (column == Model)
        return item.model;
    if (column == idColumn())
        return item.id;
    if (column == Step || column == createdColumn()) {
        const std::optional<qint64> value = column == Step ? item.step : item.createdAt;
        return value ? QVariant(*value) : QVariant();
    }
    const std::optional<double> value = item.metric(metricOf(column));
    return value ? QVariant(*value) : QVariant();
}

int CheckpointsModel::compare(int column, const FineTuningCheckpoint &left,
                              const FineTuningCheckpoint &right) const
{
    if (column == Step)
        return orderOf(left.step, right.step);
    if (column == Model)
        return compareText(left.model, right.model);
    if (column == createdColumn())
        return orderOf(left.createdAt, right.createdAt);
    if (column == idColumn())
        return compareText(left.id, right.id);
    const QString metric = metricOf(column);
    return orderOf(left.metric(metric), right.metric(metric));
}

} // namespace odc
