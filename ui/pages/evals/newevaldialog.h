// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "base/result.h"
#include "evals/evaldraft.h"
#include "ui/context/pagecontext.h"
#include "ui/forms/createcalldialog.h"

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace odc {

class GradersPane;
class JsonForm;
class MetadataEdit;
class SchemaEdit;
class TextLabel;
struct InferredSchema;

/// Makes a new eval: what its items look like and how answers are graded, in a form and as JSON, each in step
/// with the other. Sent exactly once; what the server refuses stays here to be mended. Open it with open().
class NewEvalDialog final : public CreateCallDialog
{
    Q_OBJECT
public:
    NewEvalDialog(const PageContext &context, QWidget *parent);

    /// Begins with what this eval has, so that it can be varied.
    void startFrom(const EvalObject &eval);
    const EvalDraft &draft() const { return m_draft; }

Q_SIGNALS:
    /// It exists at the server now.
    void created(const odc::EvalObject &eval);

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
    QWidget *buildData();
    /// Takes over what stands in the form.
    void takeForm();
    /// Shows the draft in the form.
    void showDraft();
    void infer();
    void showInferred(const InferredSchema &inferred);
    void tryGrader(const QJsonObject &grader);
    void ended(const Result<EvalObject> &answer);

    EvalDraft m_draft;
    JsonForm *m_general;
    QComboBox *m_sourceType;
    QStackedWidget *m_source;
    SchemaEdit *m_schema;
    QCheckBox *m_sample;
    MetadataEdit *m_filter;
    TextLabel *m_sourceProblem;
    GradersPane *m_graders;
    bool m_filling = false;
};

} // namespace odc
