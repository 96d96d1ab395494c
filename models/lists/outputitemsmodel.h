// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalrun.h"
#include "lists/outputitemrow.h"
#include "lists/pagedmodel.h"

#include <functional>
#include <memory>
#include <optional>

namespace odc {

class Session;

/// The output items of one run, all pages, with the person's marks. The columns hold two for each criterion of the
/// eval: its verdict with the score, and the score as a number for filters and exports.
class OutputItemsModel final : public PagedModel<OutputItemRow>
{
    Q_OBJECT
public:
    enum Column { Item, Verdict, Input, Output, Expected, FirstCriterion };

    using Criterion = OutputItemShape::Criterion;

    /// `marksFolder` holds the profile's marks.
    OutputItemsModel(Session &session, const QString &marksFolder, QObject *parent = nullptr);
    ~OutputItemsModel() override;

    /// Another run empties the list; refresh() fills it. The same run takes over how it stands now.
    void setRun(const EvalObject &eval, const EvalRun &run);
    void clearRun();
    const EvalObject &eval() const { return m_eval; }
    const EvalRun &run() const { return m_run; }
    const QList<Criterion> &criteria() const { return m_shape.criteria; }
    QString expectedOf(const EvalOutputItem &item) const { return m_shape.expected.of(item); }

    void refresh() override;
    /// Asks only for what came after the last item: runs that are under way append. All rows stay.
    void refreshTail();
    void stop() override;
    bool isWalking() const override;

    void setMarked(const QStringList &ids, bool marked);
    void setNote(const QString &id, const QString &note);
    /// An item that was read by itself.
    void putItem(const EvalOutputItem &item);
    int failures() const; ///< failed and errored rows
    int markedCount() const;
    /// Why marks of before could not be read; empty when all is well.
    QString marksProblem() const { return m_marks ? m_marks->problem() : QString(); }

    static QString verdictText(const EvalOutputItem &item);
    static Tone toneOf(const EvalOutputItem &item);
    /// "pass", "fail 0.41"; empty when there is no grade.
    static QString gradeText(const OutputItemRow::Grade &grade);
    static Tone toneOf(const OutputItemRow::Grade &grade);

    const QString *sortText(int column, int row) const override;
    std::optional<SortNumbers> sortNumbers(int column, int row) const override;
    std::optional<bool> mentions(int row, int column, const QByteArray &folded) const override;

Q_SIGNALS:
    void marksNotSaved(const odc::ApiError &error);

protected:
    QVariant cell(const OutputItemRow &row, int column, int role) const override;
    QVariant raw(const OutputItemRow &row, int column) const override;
    int compare(int column, const OutputItemRow &left, const OutputItemRow &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    /// Columns behind those of the criteria.
    enum Trailing { Mark, Note, Tokens, Model, FinishReason, LowestScore, Id, TrailingCount };

    void setUpColumns();
    Fetch fetchAfter(const QString &start, bool background);
    /// The mark, and words that repeat in each row made one.
    void complete(OutputItemRow &row);
    void share(QString &word);
    void changeMarks(const QStringList &ids, const std::function<void(EvalMark &)> &change);
    int trailing(int column) const; ///< Trailing, or -1
    /// Criterion of a column, and whether it is its score's.
    std::pair<int, bool> criterionAt(int column) const;
    /// None for columns of text.
    std::optional<SortNumbers> sortNumbersOf(const OutputItemRow &row, int column) const;
    QString displayText(const OutputItemRow &row, int column) const;
    QString toolTip(const OutputItemRow &row, int column) const;

    Session &m_session;
    QString m_marksFolder;
    std::unique_ptr<EvalMarks> m_marks;
    EvalObject m_eval;
    EvalRun m_run;
    OutputItemShape m_shape;
    Pager<OutputItemRow> m_tail;
    QSet<QString> m_words; ///< ids, models and the like of this run
    quint64 m_round = 0;   ///< the walk under way: pages of others are dropped
};

} // namespace odc
