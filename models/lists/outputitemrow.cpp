// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputitemrow.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype beginning = 200; ///< of a text, kept for its cell

QString beginningOf(const QString &text)
{
    // Line ends become blanks: a cell is one line, and signs for them would drown the words.
    return text.left(beginning).simplified();
}


/// A criterion's name as a field of filters: letters, figures and "_".
QByteArray keyOf(const QString &name)
{
    QByteArray key;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key += char(c.unicode());
        else if (!c.isMark() && !key.isEmpty() && !key.endsWith('_'))
            key += '_';
    }
    while (key.endsWith('_'))
        key.chop(1);
    if (key.isEmpty())
        return "criterion"_ba;
    return key.front() >= '0' && key.front() <= '9' ? "c_"_ba + key : key;
}

} // namespace

QString outputItemVerdict(const EvalOutputItem &item)
{
    switch (item.verdict()) {
    case EvalOutputItem::Verdict::Passed:
        return u"pass"_s;
    case EvalOutputItem::Verdict::Failed:
        return u"fail"_s;
    case EvalOutputItem::Verdict::Errored:
        return u"error"_s;
    case EvalOutputItem::Verdict::Unknown:
        return item.status;
    }
    return item.status;
}

std::optional<double> OutputItemRow::lowestScore() const
{
    std::optional<double> lowest;
    for (const Grade &grade : grades) {
        if (grade.score && (!lowest || *grade.score < *lowest))
            lowest = grade.score;
    }
    return lowest;
}

bool OutputItemRow::isFailure() const
{
    const auto verdict = item.verdict();
    return verdict == EvalOutputItem::Verdict::Failed || verdict == EvalOutputItem::Verdict::Errored;
}

QJsonObject OutputItemRow::toJson() const
{
    QJsonObject object = item.toJson();
    if (!mark.isEmpty())
        object.insert(u"console"_s, QJsonObject{{u"marked"_s, mark.marked}, {u"note"_s, mark.note}});
    return object;
}

OutputItemShape::OutputItemShape(const EvalObject &eval, const QSet<QByteArray> &taken) : expected(eval)
{
    QSet<QByteArray> used = taken;
    const auto isFree = [&](const QByteArray &key) { return !used.contains(key) && !used.contains(key + "_score"); };
    for (const EvalCriterion &criterion : eval.criteria) {
        const QByteArray wanted = keyOf(criterion.title());
        QByteArray key = isFree(wanted) ? wanted : wanted + "_grade";
        for (int n = 2; !isFree(key); ++n)
            key = wanted + '_' + QByteArray::number(n);
        used << key << key + "_score";
        criteria.append({criterion.id, criterion.title(), key});
    }
}

OutputItemRow OutputItemShape::rowOf(EvalOutputItem item) const
{
    OutputItemRow row;
    row.id = item.id;
    const QString input = item.inputText();
    const QString output = item.outputText();
    const QString wanted = expected.of(item);
    row.input = beginningOf(input);
    row.output = beginningOf(output);
    row.expected = beginningOf(wanted);
    row.inputIsWhole = row.input == input;
    row.outputIsWhole = row.output == output;
    row.expectedIsWhole = row.expected == wanted;
    const auto add = [&row](const QString &text) {
        row.words += text.toCaseFolded().toUtf8() + '\0';
        return int(row.words.size());
    };
    row.outputAt = add(input);
    row.expectedAt = add(output);
    row.othersAt = add(wanted);
    add(u"%1 %2 %3"_s.arg(item.model, item.id, outputItemVerdict(item)));
    row.words.squeeze();
    row.grades.resize(criteria.size());
    for (qsizetype i = 0; i < criteria.size(); ++i) {
        const Criterion &criterion = criteria.at(i);
        const EvalOutputItem::Grade *grade = item.grade(criterion.id);
        if (!grade) // some servers answer with the name
            grade = item.grade(criterion.name);
        if (grade)
            row.grades[i] = {grade->passed ? OutputItemRow::Grade::Verdict::Passed : OutputItemRow::Grade::Verdict::Failed,
                             grade->score};
    }
    row.item = std::move(item);
    return row;
}

} // namespace odc
