// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "base/apierror.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/evals/evaleditdialog.h"

#include <QList>
#include <QModelIndex>
#include <QObject>

namespace odc {

class EvalTreeModel;
class JobStrips;
class MessageBar;

/// What a person does to evals and runs: make, vary, rename, cancel, delete. Asks with dialogs over `window`, runs bulk
/// jobs in `jobs`, and keeps the tree in step. Owned by the Evals page.
class EvalCommands final : public QObject
{
    Q_OBJECT
public:
    EvalCommands(const PageContext &context, EvalTreeModel &model, QWidget *window, JobStrips &jobs, MessageBar &messages);

    /// `from`: one to vary; may be null.
    void newEval(const EvalObject *from);
    void newRun(const EvalObject &eval, const EvalRun *from);
    void edit(const EvalObject &eval, EvalEditDialog::Part part);
    /// Those of these rows that are runs and unfinished, after asking.
    void cancelRuns(const QModelIndexList &rows);
    void remove(const QModelIndexList &rows);
    static void openReport(const EvalRun &run);

Q_SIGNALS:
    /// Something new is there and worth looking at.
    void made(const QString &id);

private:
    void cancelRun(const QString &evalId, const EvalRun &run);
    /// Of a run that could not be cancelled, or nobody knows.
    void readAgain(const QString &evalId, const EvalRun &run, const ApiError &refusal);
    void sayRefused(const EvalRun &run, const ApiError &error);
    void sayLate(const EvalRun &run);
    void say(const QString &text, const ApiError &error);

    PageContext m_context;
    EvalTreeModel &m_model;
    QWidget *m_window;
    JobStrips &m_jobs;
    MessageBar &m_messages;
};

} // namespace odc
