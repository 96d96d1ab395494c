// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "api/finetuningjob.h"
#include "base/apierror.h"
#include "lists/rowmodelbase.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;

namespace odc {

class ActionCollection;
class CheckpointsModel;
class ElidedLabel;
class FilterProxy;
class MessageBar;
class StateOverlay;
class TableView;

/// The checkpoints of a job with their metrics, the best by each marked, and their model names to be taken
/// along. It is told what there is, and asks the server for nothing.
class CheckpointsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckpointsPane(const PageContext &context, QWidget *parent = nullptr);
    ~CheckpointsPane() override;

    /// Another job; the same again keeps the place.
    void setJob(const FineTuningJob &job);
    /// All of the job's checkpoints that are known, and how their list stands with the server.
    void setCheckpoints(const QList<FineTuningCheckpoint> &checkpoints, LoadState state,
                        const ApiError &error);
    void clear();
    void focusContent();
    /// For the Object menu, null between groups.
    QList<QAction *> ownActions() const;

    const CheckpointsModel &model() const { return *m_model; }

Q_SIGNALS:
    /// The list is to be asked for once more.
    void retryRequested();
    /// The name of a checkpoint's model is in the clipboard.
    void modelCopied(const QString &model);

protected:
    /// Ctrl+C takes the model's name, though the page has it for ids.
    bool event(QEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void takeColumns();
    void choose();
    void showState();
    void showSummary();
    QList<int> selectedRows() const;
    QList<int> allRows() const;
    void copyModels();
    void copyIds();
    void copyJson();
    void save(bool json);

    PageContext m_context;
    CheckpointsModel *m_model;
    FilterProxy *m_proxy;
    ActionCollection *m_actions;
    FineTuningJob m_job;
    QList<FineTuningCheckpoint> m_checkpoints;
    LoadState m_state = LoadState::Idle;
    ApiError m_error;
    bool m_chosen = false; ///< what stands out in the job was selected, or the person selected something
    ElidedLabel *m_summary = nullptr;
    MessageBar *m_messages = nullptr;
    TableView *m_table = nullptr;
    StateOverlay *m_overlay = nullptr;
    QAction *m_copyModel = nullptr;
    QAction *m_copyId = nullptr;
    QAction *m_copyJson = nullptr;
    QAction *m_exportCsv = nullptr;
    QAction *m_exportJson = nullptr;
    QAction *m_refresh = nullptr;
};

} // namespace odc
