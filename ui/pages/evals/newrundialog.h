// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "base/call.h"
#include "base/result.h"
#include "evals/rundraft.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QComboBox;
class QStackedWidget;
class QStringListModel;
class QTabBar;

namespace odc {

class EvalFilePane;
class JsonForm;
class JsonSide;
class MessageBar;
class ProblemLine;
class PromptPane;
class RowsPane;

/// Starts a run of an eval: which rows, which model answers them and how; in a form and as JSON, each in step with the
/// other. Sent exactly once; what the server refuses stays here to be mended. Open it with open().
class NewRunDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    NewRunDialog(const PageContext &context, const EvalObject &eval, QWidget *parent);

    /// Begins with what this run was made of, so that it can be varied.
    void startFrom(const EvalRun &run);
    const RunDraft &draft() const { return m_draft; }

    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    /// It exists at the server now.
    void created(const odc::EvalRun &run);

private:
    QWidget *buildRows();
    void buildPages();
    /// Takes over what stands in the form.
    void takeForm();
    /// Shows the draft in the form.
    void showDraft();
    void showChoices();
    /// Says what is wrong, and keeps the button in step.
    void judge();
    void showField(const QString &path);
    void send();
    void ended(const Result<EvalRun> &answer);
    void askAboutLost();
    JsonForm *samplingForm() const;
    JsonForm *storedForm() const;

    PageContext m_context;
    EvalObject m_eval;
    RunDraft m_draft;
    QStringListModel *m_models;
    MessageBar *m_message;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    JsonForm *m_general;
    QComboBox *m_type;
    QComboBox *m_sourceType;
    QStackedWidget *m_source;
    RowsPane *m_rows;
    EvalFilePane *m_file;
    QList<JsonForm *> m_stored;   ///< stored_completions, responses
    PromptPane *m_prompt;
    QStackedWidget *m_sampling;
    QList<JsonForm *> m_samplings; ///< completions, responses
    JsonSide *m_side;
    ProblemLine *m_problems;
    QPushButton *m_create;
    QPushButton *m_cancel;
    Call m_call;
    qint64 m_sentAt = 0; ///< unix seconds
    bool m_filling = false;
};

} // namespace odc
