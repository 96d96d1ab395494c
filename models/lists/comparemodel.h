// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/runcomparison.h"
#include "lists/rowmodel.h"

#include <memory>

namespace odc {

/// A row of a comparison as the list knows it.
struct CompareEntry
{
    QString id;
    int index = 0; ///< into RunComparison::rows
    std::shared_ptr<const RunComparison> comparison;

    const ComparedRow &row() const { return comparison->rows[size_t(index)]; }
    QJsonObject toJson() const;
    bool operator==(const CompareEntry &) const = default;
};

/// The rows of a comparison of runs: item, input, a verdict per run, the scores of each criterion from the
/// baseline to each other run, and, for filters, what changed. Columns are those of the runs and criteria it
/// was made with.
class CompareModel final : public RowModel<CompareEntry>
{
    Q_OBJECT
public:
    explicit CompareModel(QObject *parent = nullptr);

    /// `criterionTitles` by RunComparison::criteria.
    void setComparison(std::shared_ptr<const RunComparison> comparison, const QStringList &criterionTitles);
    /// No comparison, and `state` is why.
    void clearComparison(LoadState state, const ApiError &error = {});
    /// How loading anew stands, with the rows of before.
    void setState(LoadState state, const ApiError &error = {}) { setLoadState(state, error); }
    /// Whoever made the comparison makes it anew, or ends that.
    void refresh() override { Q_EMIT refreshWanted(); }
    void stop() override { Q_EMIT stopWanted(); }
    /// Null when there is none.
    const std::shared_ptr<const RunComparison> &comparison() const { return m_comparison; }

    int verdictColumn(int run) const { return firstVerdict + run; }
    /// Scores of a run that is not the baseline.
    int scoreColumn(int criterion, int run) const;
    /// What changed in any run, or in one that is not the baseline. Words: regression, improvement, error,
    /// missing, same.
    int changeColumn() const;
    int changeColumn(int run) const { return changeColumn() + run; }

    /// "pass", "fail", "error", translated; a dash for none.
    static QString verdictText(const ComparedRow::Cell &cell);
    static Tone verdictTone(const ComparedRow::Cell &cell);

    std::optional<SortNumbers> sortNumbers(int column, int row) const override;

Q_SIGNALS:
    void refreshWanted();
    void stopWanted();

protected:
    QVariant cell(const CompareEntry &entry, int column, int role) const override;
    QVariant raw(const CompareEntry &entry, int column) const override;
    int compare(int column, const CompareEntry &left, const CompareEntry &right) const override;

private:
    static constexpr int itemColumn = 0;
    static constexpr int inputColumn = 1;
    static constexpr int firstVerdict = 2;

    int runCount() const { return m_comparison ? int(m_comparison->runs.size()) : 0; }
    bool isVerdict(int column) const { return column >= firstVerdict && column < firstVerdict + runCount(); }
    bool isScore(int column) const { return column >= firstVerdict + runCount() && column < changeColumn(); }
    int criterionOf(int column) const { return (column - firstVerdict - runCount()) / (runCount() - 1); }
    int scoredRunOf(int column) const { return (column - firstVerdict - runCount()) % (runCount() - 1) + 1; }
    QString displayText(const CompareEntry &entry, int column) const;
    QString toolTip(const CompareEntry &entry, int column) const;
    /// All but the input's column has them.
    SortNumbers sortNumbersOf(const CompareEntry &entry, int column) const;
    std::optional<double> delta(const CompareEntry &entry, int column) const;
    bool hasSameColumns(const RunComparison &comparison, const QStringList &criterionTitles) const;
    void buildColumns();

    std::shared_ptr<const RunComparison> m_comparison;
    QStringList m_criterionTitles;
};

} // namespace odc
