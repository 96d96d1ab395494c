// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/traininginput.h"
#include "jsonl/trainingestimate.h"
#include "jsonl/trainingoverlap.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <utility>

class QGridLayout;
class QTabBar;

namespace odc {

class CopyButton;
class HintLabel;
class HistogramBars;
class ProgressStrip;
class StateLabel;
class StateOverlay;
class TableView;
class TextLabel;
class TrainingFileEdit;
class TrainingFindingsModel;

/// What the checks of a job's two files say: whether they can be sent, how much is trained and about what
/// that costs, how long the examples are, and every finding. Enter or a click on one opens its line. Also
/// which examples are in both.
class TrainingCheckView final : public QWidget
{
    Q_OBJECT
public:
    /// Shows how the two files stand, now and from now on. They outlive the view.
    TrainingCheckView(const PageContext &context, TrainingFileEdit *training, TrainingFileEdit *validation,
                      QWidget *parent = nullptr);
    ~TrainingCheckView() override;

    /// How the job is to train, without the price.
    void setPlan(const TrainingPlan &plan, const QString &model);
    /// Shows the check of that file.
    void showFile(TrainingFileEdit *file);

private:
    void showState();
    void showNothing();
    void showResult();
    void showFigures(const TrainingCheck &check);
    /// What the job is expected to train and cost, told to `figure`: title and value.
    void addEstimate(const TrainingCheck &check,
                     const std::function<void(const QString &, const QString &)> &figure) const;
    void setFigures(const QList<std::pair<QString, QString>> &figures);
    void showEstimate(const TrainingCheck &check);
    void showOverlap();
    void compare();
    void openFinding(int row);
    TrainingFileEdit *file() const;

    PageContext m_context;
    TrainingFileEdit *m_training;
    TrainingFileEdit *m_validation;
    TrainingPlan m_plan;
    QString m_model;
    TrainingInputPtr m_shown;
    TrainingInputPtr m_comparedTraining; ///< what the overlap is of
    TrainingInputPtr m_comparedValidation;
    std::optional<TrainingOverlap> m_overlap;
    JsonlWorkPtr m_comparing;
    QTabBar *m_files;
    QWidget *m_place;
    StateOverlay *m_nothing;
    ProgressStrip *m_progress;
    QWidget *m_result;
    StateLabel *m_mark;
    TextLabel *m_verdict;
    HintLabel *m_overlapNote;
    QWidget *m_figuresBox;
    QGridLayout *m_figures;
    HintLabel *m_estimateNote;
    QWidget *m_chartBox;
    HistogramBars *m_histogram;
    CopyButton *m_copy;
    TrainingFindingsModel *m_findings;
    TableView *m_table;
    HintLabel *m_findingsNote;
};

} // namespace odc
