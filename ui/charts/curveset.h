// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/overfitting.h"
#include "ui/charts/curvedata.h"
#include "ui/charts/curverun.h"
#include "ui/charts/curvescene.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace odc {

/// The runs that are shown, the curves of the chosen metric made of them, and how they are laid side by side.
/// What the plot, the legend, the table and the exports have in common.
class CurveSet final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostRuns = curveMarkerCount;

    /// One metric of one run, of those that are measured in the same unit.
    struct Curve
    {
        CurveRun run;
        MetricSplit split = MetricSplit::Train;
        int slot = 0; ///< decides colour and marker, and stays while the run is there
        bool isShown = true;
        CurveData data;
    };

    explicit CurveSet(QObject *parent = nullptr);

    /// The first mostRuns of them.
    void setRuns(const QList<CurveRun> &runs);
    const QList<CurveRun> &runs() const { return m_runs; }
    void runChanged(const QString &id);

    /// What was measured in any run, taken together: "loss" is its training and validation. Loss and accuracy
    /// first.
    QStringList groups() const { return m_groups; }
    QString group() const { return m_group; }
    void setGroup(const QString &group);
    static QString groupText(const QString &group);
    static QString splitText(MetricSplit split);
    static CurveLineStyle styleOf(MetricSplit split);

    CurveAlign align() const { return m_align; }
    void setAlign(CurveAlign align);
    double smoothing() const { return m_smoothing; }
    void setSmoothing(double weight);

    /// By run, training first.
    const std::vector<std::unique_ptr<Curve>> &curves() const { return m_curves; }
    void setShown(const Curve &curve, bool shown);
    /// Any point at all, in what is chosen now.
    bool hasPoints() const;
    /// Seconds of unix time at which the run's own time begins.
    static double startOf(const CurveRun &run);
    /// Where runs begin to overfit; of those whose validation loss is shown, while loss is.
    QList<CurveMark> marks() const;

Q_SIGNALS:
    /// There are other curves than before, or other groups to choose from.
    void curvesChanged();
    /// The curves have other points, or are laid out otherwise.
    void pointsChanged();
    /// Which of them are seen is different.
    void shownChanged();

private:
    struct Judgement
    {
        qsizetype seen = -1; ///< points of the validation loss when it was judged
        quint64 revision = 0;
        std::optional<Overfitting> found;
    };

    void collect();
    void follow(Curve &curve);
    void judge(const CurveRun &run);

    QList<CurveRun> m_runs;
    QHash<QString, int> m_slots;
    QStringList m_groups;
    QString m_group;
    CurveAlign m_align = CurveAlign::Step;
    double m_smoothing = 0;
    std::vector<std::unique_ptr<Curve>> m_curves;
    QSet<std::pair<QString, int>> m_hidden; ///< run and split: stays through other metrics
    QHash<QString, Judgement> m_judgements;
};

} // namespace odc
