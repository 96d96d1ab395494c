// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "base/result.h"
#include "evals/rundraft.h"
#include "ui/context/pagecontext.h"
#include "ui/forms/createcalldialog.h"

class QComboBox;
class QStackedWidget;

namespace odc {

class EvalFilePane;
class JsonForm;
class PromptPane;
class RowsPane;

/// Starts a run of an eval: which rows, which model answers them and how; in a form and as JSON, each in step
/// with the other. Sent exactly once; what the server refuses stays here to be mended. Open it with open().
class NewRunDialog final : public CreateCallDialog
{
    Q_OBJECT
public:
    NewRunDialog(const PageContext &context, const EvalObject &eval, QWidget *parent);

    /// Begins with what this run was made of, so that it can be varied, under a name that is none of those `taken`.
    void startFrom(const EvalRun &run, const QStringList &taken = {});
    const RunDraft &draft() const { return m_draft; }

Q_SIGNALS:
    /// It exists at the server now.
    void created(const odc::EvalRun &run);

protected:
    void takeBody(const QJsonObject &body) override;
    QJsonObject currentBody() const override { return m_draft.toJson(); }
    void judge() override;
    int tabOf(const QString &path) const override;
    void focusField(const QString &path) override;
    Call sendBody() override;
    void lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer) override;
    Call fetch(const QString &id) override;
    QString nameOfIt() const override;

private:
    QWidget *buildRows();
    QWidget *buildSampling();
    /// Takes over what stands in the form.
    void takeForm();
    /// Shows the draft in the form.
    void showDraft();
    void showChoices();
    /// What stands in the fields and cannot be sent.
    QList<FormProblem> faults() const;
    void ended(const Result<EvalRun> &answer);
    JsonForm *samplingForm() const;
    JsonForm *storedForm() const;

    EvalObject m_eval;
    RunDraft m_draft;
    JsonForm *m_general;
    QComboBox *m_type;
    QComboBox *m_sourceType;
    QStackedWidget *m_source;
    RowsPane *m_rows;
    EvalFilePane *m_file;
    QList<JsonForm *> m_stored; ///< stored_completions, responses
    PromptPane *m_prompt;
    QStackedWidget *m_sampling;
    QList<JsonForm *> m_samplings; ///< completions, responses
    bool m_filling = false;
};

} // namespace odc
