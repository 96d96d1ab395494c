// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace odc {

/// How many of something the examples have.
struct TrainingSpread
{
    qint64 total = 0;
    qint64 least = 0;
    qint64 median = 0; ///< of two in the middle the lower one
    qint64 p95 = 0;    ///< 95 of 100 have so many or fewer
    qint64 most = 0;

    bool operator==(const TrainingSpread &) const = default;
};

/// The column of a histogram: examples with more than the one before, up to so many.
struct TrainingBin
{
    qint64 upTo = 0;
    qint64 count = 0;

    bool operator==(const TrainingBin &) const = default;
};

/// Figures of a training file. Tokens are estimates and shown as such, see estimateTokens().
struct TrainingStats
{
    TrainingSpread tokens;        ///< by example; of a preference with both answers
    TrainingSpread messages;      ///< by example; of a preference those of its input
    QList<TrainingBin> histogram; ///< of the tokens: steps of one round width; the last one may be wider
    qint64 trainable = 0;         ///< tokens that the model learns to say: answers that are not weighted 0
    qint64 billable = 0;          ///< tokens of one epoch, each example cut at the limit of the model
    qint64 withSystem = 0;        ///< examples that have a system or developer message
    qint64 withTools = 0;         ///< that have tools
    qint64 withImages = 0;
    qint64 images = 0;     ///< in all
    qint64 tokenLimit = 0; ///< of an example; 0: not known
    qint64 overLimit = 0;  ///< examples that are longer: what is beyond is not learned
};

/// Of values in any order; they are sorted by it.
TrainingSpread spreadOf(std::vector<quint32> &values);
/// Of sorted values. At most `most` steps up to where all but the longest hundredth end, and one more for
/// those.
QList<TrainingBin> histogramOf(const std::vector<quint32> &sorted, int most = 20);

/// How long an example may be for a model, in tokens; 0 when it is not known. By public documentation.
qint64 trainingTokenLimit(const QString &model);

} // namespace odc
