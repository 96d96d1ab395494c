// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchinput.h"
#include "batches/batchpreparation.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace odc {

class FindingsModel;
class HintLabel;
class ProgressStrip;
class StateLabel;
class TableView;
class TextLabel;

/// What the check of a batch file says: how it gets on, whether the file can be sent, how much it holds of
/// each model and about what that costs, and every finding. Enter or a click on one opens its line.
class BatchCheckView final : public QWidget
{
    Q_OBJECT
public:
    BatchCheckView(const PageContext &context, QWidget *parent = nullptr);

    /// Shows how `preparation` stands, now and from now on. It outlives the view.
    void follow(BatchPreparation *preparation);
    /// How many batches the file makes, about: more than one when it is too big for one; 0: none can be made
    /// of it.
    int batches() const;
    /// The person does not want it split.
    bool isSplitRefused() const;
    /// In words, what keeps the file from being sent; empty: nothing.
    QString fault() const;

Q_SIGNALS:
    /// Another verdict.
    void changed();

private:
    void showState();
    void showResult(const BatchCheck &check);
    void showModels(const BatchCheck &check);
    void openFinding(int row);

    PageContext m_context;
    BatchPreparation *m_preparation = nullptr;
    BatchInputPtr m_shown;
    BatchPreparation::Stage m_stage = BatchPreparation::Stage::Idle; ///< the one shown
    ProgressStrip *m_progress;
    StateLabel *m_mark;
    TextLabel *m_verdict;
    QWidget *m_modelsBox;
    QGridLayout *m_models;
    HintLabel *m_costNote;
    QCheckBox *m_split;
    FindingsModel *m_findings;
    TableView *m_table;
    HintLabel *m_findingsNote;
};

} // namespace odc
