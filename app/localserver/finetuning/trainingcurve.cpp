// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/trainingcurve.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

enum Channel : quint64 { Begin, End, Speed, Gap, TrainLoss, TrainAccuracy, ValidLoss, ValidAccuracy, Own };

/** A number out of 2^53 that looks like chance, the same for the same input (splitmix64). */
double uniform(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    x ^= x >> 31;
    return double(x >> 11) / double(1ULL << 53);
}

double accuracyOf(double loss)
{
    return std::clamp(0.985 - 0.24 * loss, 0.02, 0.9995);
}

/** A loss does not fall below nothing. */
double positive(double loss)
{
    return std::max(loss, 0.004);
}

} // namespace

TrainingCurve::TrainingCurve(const FineTuningPlan &plan) : m_plan(plan)
{
    const auto between = [&](double low, double high, quint64 channel) {
        return low + (high - low) * (noise(0, channel) + 1) / 2;
    };
    const bool preference = plan.method == "dpo"_L1;
    m_begin = preference ? 0.69 : between(1.7, 2.5, Begin); // of two answers, one is as likely as the other
    m_end = preference ? between(0.08, 0.2, End) : between(0.28, 0.5, End);
    m_speed = between(2.6, 4.2, Speed);
    m_gap = preference ? between(0.02, 0.05, Gap) : between(0.05, 0.14, Gap);
}

/** From -1 to 1, mostly near 0. */
double TrainingCurve::noise(qint64 step, quint64 channel) const
{
    const quint64 key = quint64(m_plan.seed) * 0x2545f4914f6cdd1dULL + quint64(step) * 64 + channel * 3;
    return (uniform(key) + uniform(key + 1) + uniform(key + 2)) * 2 / 3 - 1;
}

double TrainingCurve::trend(qint64 step) const
{
    const double x = double(step - 1) / double(m_plan.steps);
    // Examples that are seen again are known a little better at once.
    const double seen = double((step - 1) * m_plan.epochs / m_plan.steps) / double(m_plan.epochs);
    return m_end + (m_begin - m_end) * std::exp(-m_speed * x) - 0.12 * m_end * seen;
}

double TrainingCurve::validTrend(qint64 step) const
{
    const double x = double(step) / double(m_plan.steps);
    double loss = trend(step) + m_gap * (0.25 + 0.75 * x);
    if (m_plan.overfitFrom > 0 && step > m_plan.overfitFrom) {
        const double beyond = double(step - m_plan.overfitFrom) /
                              double(std::max<qint64>(m_plan.steps - m_plan.overfitFrom, 1));
        loss += 0.14 * m_begin * std::pow(beyond, 1.3) + (trend(m_plan.overfitFrom) - trend(step));
    }
    return loss;
}

/** What methods tell beside loss and accuracy, of the training or of the validation. */
void TrainingCurve::addOwn(QList<StepFigure> &figures, qint64 step, const QByteArray &set) const
{
    const double x = double(step) / double(m_plan.steps);
    const bool valid = set == "valid";
    const double learned = (1 - std::exp(-m_speed * x)) * (valid ? 0.94 : 1);
    const double chance = noise(step, Own + (valid ? 4 : 0));
    const double other = noise(step, Own + (valid ? 5 : 1));
    if (m_plan.method == "dpo"_L1) {
        figures.append({set + "_reward_margin", 2.4 * learned + 0.25 * chance});
        figures.append({set + "_reward_accuracy", std::clamp(0.5 + 0.44 * learned + 0.06 * other, 0.0, 1.0)});
    } else if (m_plan.method == "reinforcement"_L1) {
        figures.append({set + "_reward_mean", std::clamp(0.18 + 0.66 * learned + 0.08 * chance, 0.0, 1.0)});
        figures.append({set + "_reasoning_tokens_mean", std::round(640 - 220 * learned + 60 * other)});
    }
}

QList<StepFigure> TrainingCurve::at(qint64 step) const
{
    const double left = 1 - double(step) / double(m_plan.steps);
    const double amplitude = (m_begin - m_end) * (0.05 + 0.06 * left);
    const double loss = positive(trend(step) + amplitude * noise(step, TrainLoss));
    const bool lost = m_plan.nanFrom > 0 && step >= m_plan.nanFrom;
    const double none = std::numeric_limits<double>::quiet_NaN();
    QList<StepFigure> figures{{"train_loss", lost ? none : loss},
                              {"train_mean_token_accuracy",
                               lost ? 0 : accuracyOf(loss + amplitude / 2 * noise(step, TrainAccuracy))}};
    if (m_plan.isValidated(step)) {
        const double valid = positive(validTrend(step) + amplitude / 2 * noise(step, ValidLoss));
        figures.append({"valid_loss", lost ? none : valid});
        figures.append({"valid_mean_token_accuracy",
                        lost ? 0 : accuracyOf(valid + amplitude / 4 * noise(step, ValidAccuracy))});
        if (m_plan.isEpochEnd(step)) {
            const double whole = positive(validTrend(step));
            figures.append({"full_valid_loss", lost ? none : whole});
            figures.append({"full_valid_mean_token_accuracy", lost ? 0 : accuracyOf(whole)});
        }
    }
    addOwn(figures, step, "train");
    if (m_plan.isValidated(step))
        addOwn(figures, step, "valid");
    return figures;
}

QList<QByteArray> TrainingCurve::names() const
{
    QList<QByteArray> names{"train_loss", "train_mean_token_accuracy", "valid_loss",
                            "valid_mean_token_accuracy"};
    QList<StepFigure> own;
    addOwn(own, 1, "train");
    addOwn(own, 1, "valid");
    for (const StepFigure &figure : own)
        names.append(figure.name);
    return names;
}

} // namespace odc::server
