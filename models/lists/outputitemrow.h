// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evaloutputitem.h"
#include "evals/evalmarks.h"
#include "evals/expectedanswer.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <optional>

namespace odc {

/// One output item as the list holds it: the item, whose parts share the JSON it came as, and what cells, sorts and
/// filters ask ten thousand times, worked out once on the pool.
struct OutputItemRow
{
    QString id;
    EvalOutputItem item;
    QString input;      ///< its beginning, on one line
    QString output;     ///< the same
    QString expected;   ///< the same
    bool inputIsWhole = false; ///< the beginning is all there is, letter for letter
    bool outputIsWhole = false;
    bool expectedIsWhole = false;
    QByteArray words;   ///< the three as a whole, and what else text filters look through; folded, UTF-8
    int outputAt = 0;   ///< where in `words` the output begins
    int expectedAt = 0; ///< the same
    int othersAt = 0;   ///< the same for model, id and verdict
    struct Grade
    {
        enum class Verdict : char { None, Failed, Passed }; ///< in the order they sort
        Verdict verdict = Verdict::None;
        std::optional<double> score;
    };
    QList<Grade> grades; ///< by criterion of the eval
    EvalMark mark;

    std::optional<double> lowestScore() const;
    bool isFailure() const; ///< failed or errored
    /// The object as received; with the mark below "console" when there is one.
    QJsonObject toJson() const;
    bool operator==(const OutputItemRow &other) const { return item == other.item && mark == other.mark; }
};

/// How the rows of one eval are made; a value, for the pool.
struct OutputItemShape
{
    /// A criterion as it is named in the list.
    struct Criterion
    {
        QString id;
        QString name;   ///< as shown
        QByteArray key; ///< in filters and exports: "exact", and "exact_score"; none of `taken`, nor twice
    };

    OutputItemShape() = default;
    OutputItemShape(const EvalObject &eval, const QSet<QByteArray> &taken);
    OutputItemRow rowOf(EvalOutputItem item) const;

    QList<Criterion> criteria;
    ExpectedAnswer expected;
};

/// The verdict as filters and exports name it: pass, fail, error, or the wire's own word.
QString outputItemVerdict(const EvalOutputItem &item);

} // namespace odc
