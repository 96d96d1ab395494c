// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curveset.h"

#include "base/format.h"

#include <QLocale>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const auto lossGroup = u"loss"_s;
const auto accuracyGroup = u"mean_token_accuracy"_s;

QString nameOf(const QString &group, MetricSplit split)
{
    switch (split) {
    case MetricSplit::Train:
        return u"train_"_s + group;
    case MetricSplit::Valid:
        return u"valid_"_s + group;
    case MetricSplit::FullValid:
        return u"full_valid_"_s + group;
    }
    return group;
}

/// The run's metric of that group and split: also one whose name has no beginning.
QString metricOf(const MetricLog &log, const QString &group, MetricSplit split)
{
    const QString name = nameOf(group, split);
    if (log.series(name))
        return name;
    return split == MetricSplit::Train && log.series(group) ? group : QString();
}

int rank(const QString &group)
{
    return group == lossGroup ? 0 : group == accuracyGroup ? 1 : 2;
}

} // namespace

CurveSet::CurveSet(QObject *parent) : QObject(parent) {}

void CurveSet::setRuns(const QList<CurveRun> &runs)
{
    m_runs = runs.first(std::min<qsizetype>(runs.size(), mostRuns));
    QHash<QString, int> places;
    QSet<int> taken;
    for (const CurveRun &run : std::as_const(m_runs)) {
        if (const auto known = m_slots.constFind(run.id); known != m_slots.cend()) {
            places.insert(run.id, *known);
            taken.insert(*known);
        }
    }
    for (const CurveRun &run : std::as_const(m_runs)) {
        if (places.contains(run.id))
            continue;
        int place = 0;
        while (taken.contains(place))
            ++place;
        places.insert(run.id, place);
        taken.insert(place);
    }
    m_slots = places;
    m_judgements.clear();
    collect();
}

void CurveSet::runChanged(const QString &id)
{
    const auto run =
        std::find_if(m_runs.cbegin(), m_runs.cend(), [&](const CurveRun &each) { return each.id == id; });
    if (run == m_runs.cend())
        return;
    // A metric that was not there before makes a curve, or a group, that was not there.
    qsizetype known = 0;
    qsizetype now = 0;
    for (const auto &curve : m_curves)
        known += curve->run.id == id ? 1 : 0;
    for (const MetricSplit split : {MetricSplit::Train, MetricSplit::Valid, MetricSplit::FullValid})
        now += metricOf(*run->log, m_group, split).isEmpty() ? 0 : 1;
    const QStringList metrics = run->log->metrics();
    const bool isKnown = std::all_of(metrics.cbegin(), metrics.cend(), [this](const QString &metric) {
        return m_groups.contains(MetricName::parse(metric).base);
    });
    if (known != now || !isKnown) {
        collect();
        return;
    }
    for (const auto &curve : m_curves) {
        if (curve->run.id == id)
            follow(*curve);
    }
    judge(*run);
    Q_EMIT pointsChanged();
}

void CurveSet::collect()
{
    QSet<QString> bases;
    for (const CurveRun &run : std::as_const(m_runs)) {
        const QStringList metrics = run.log->metrics();
        for (const QString &metric : metrics)
            bases.insert(MetricName::parse(metric).base);
    }
    m_groups = QStringList(bases.cbegin(), bases.cend());
    std::sort(m_groups.begin(), m_groups.end(), [](const QString &a, const QString &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
    });
    // What was chosen stays chosen while there is nothing at all: it may come back.
    if (!m_groups.isEmpty() && !m_groups.contains(m_group))
        m_group = m_groups.first();
    std::vector<std::unique_ptr<Curve>> before = std::move(m_curves);
    m_curves.clear();
    for (const CurveRun &run : std::as_const(m_runs)) {
        for (const MetricSplit split : {MetricSplit::Train, MetricSplit::Valid, MetricSplit::FullValid}) {
            const QString metric = metricOf(*run.log, m_group, split);
            if (metric.isEmpty())
                continue;
            const auto kept = std::find_if(before.begin(), before.end(), [&](const auto &curve) {
                return curve && curve->run.id == run.id && curve->run.log == run.log &&
                       curve->data.metric() == metric;
            });
            auto curve = kept == before.end() ? std::make_unique<Curve>() : std::move(*kept);
            if (curve->data.metric() != metric)
                curve->data = CurveData(metric);
            curve->run = run;
            curve->split = split;
            curve->slot = m_slots.value(run.id);
            curve->isShown = !m_hidden.contains({run.id, int(split)});
            follow(*curve);
            m_curves.push_back(std::move(curve));
        }
        judge(run);
    }
    Q_EMIT curvesChanged();
    Q_EMIT pointsChanged();
}

void CurveSet::follow(Curve &curve)
{
    // What is measured on the whole validation file has no noise to smooth, and too few points for it.
    const double smoothing = curve.split == MetricSplit::FullValid ? 0 : m_smoothing;
    curve.data.follow(*curve.run.log, m_align, startOf(curve.run), smoothing);
}

void CurveSet::judge(const CurveRun &run)
{
    const MetricSeries *train = run.log->series(nameOf(lossGroup, MetricSplit::Train));
    const MetricSeries *valid = run.log->series(nameOf(lossGroup, MetricSplit::Valid));
    Judgement &judgement = m_judgements[run.id];
    if (!train || !valid) {
        judgement = {};
        return;
    }
    // Not with each point: a run of 100,000 would be read from its beginning each time.
    const bool isDue = judgement.seen < 0 || judgement.revision != valid->revision() ||
                       valid->size() - judgement.seen > judgement.seen / 200;
    if (!isDue)
        return;
    judgement = {valid->size(), valid->revision(), findOverfitting(*train, *valid)};
}

void CurveSet::setGroup(const QString &group)
{
    if (group == m_group)
        return;
    m_group = group;
    collect();
}

void CurveSet::setAlign(CurveAlign align)
{
    if (align == m_align)
        return;
    m_align = align;
    for (const auto &curve : m_curves)
        follow(*curve);
    Q_EMIT pointsChanged();
}

void CurveSet::setSmoothing(double weight)
{
    if (weight == m_smoothing)
        return;
    m_smoothing = weight;
    for (const auto &curve : m_curves)
        follow(*curve);
    Q_EMIT pointsChanged();
}

void CurveSet::setShown(const Curve &curve, bool shown)
{
    const std::pair<QString, int> key{curve.run.id, int(curve.split)};
    if (shown)
        m_hidden.remove(key);
    else
        m_hidden.insert(key);
    for (const auto &each : m_curves)
        each->isShown = !m_hidden.contains({each->run.id, int(each->split)});
    Q_EMIT shownChanged();
}

bool CurveSet::hasPoints() const
{
    return std::any_of(m_curves.cbegin(), m_curves.cend(),
                       [](const auto &curve) { return !curve->data.isEmpty(); });
}

double CurveSet::startOf(const CurveRun &run)
{
    return double(run.startedAt.value_or(run.log->firstTime().value_or(0)));
}

QList<CurveMark> CurveSet::marks() const
{
    QList<CurveMark> marks;
    if (m_group != lossGroup)
        return marks;
    const QLocale locale;
    for (const auto &curve : m_curves) {
        const auto judgement = m_judgements.constFind(curve->run.id);
        if (curve->split != MetricSplit::Valid || !curve->isShown || judgement == m_judgements.cend() ||
            !judgement->found)
            continue;
        const qint64 step = judgement->found->step;
        double x = double(step);
        if (m_align == CurveAlign::Time) {
            const auto time = curve->run.log->timeNear(step);
            if (!time)
                continue;
            x = *time - startOf(curve->run);
        }
        QString text = tr("valid rises from step %1").arg(locale.toString(step));
        if (m_runs.size() > 1)
            text += u" ("_s + format::oneLine(curve->run.name, 40) + u')';
        marks.append({x, text});
    }
    std::sort(marks.begin(), marks.end(), [](const CurveMark &a, const CurveMark &b) { return a.x < b.x; });
    return marks;
}

QString CurveSet::groupText(const QString &group)
{
    if (group == lossGroup)
        return tr("Loss");
    if (group == accuracyGroup)
        return tr("Accuracy");
    QString text = format::oneLine(group, 40).replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString CurveSet::splitText(MetricSplit split)
{
    switch (split) {
    case MetricSplit::Train:
        return tr("train");
    case MetricSplit::Valid:
        return tr("valid");
    case MetricSplit::FullValid:
        return tr("full valid");
    }
    return {};
}

CurveLineStyle CurveSet::styleOf(MetricSplit split)
{
    return split == MetricSplit::Train   ? CurveLineStyle::Solid
           : split == MetricSplit::Valid ? CurveLineStyle::Dashed
                                         : CurveLineStyle::Dotted;
}

} // namespace odc
