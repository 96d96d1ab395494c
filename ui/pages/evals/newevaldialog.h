// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "base/call.h"
#include "base/result.h"
#include "evals/evaldraft.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QCheckBox;
class QComboBox;
class QStackedWidget;
class QStringListModel;
class QTabBar;

namespace odc {

class GradersPane;
class JsonForm;
class JsonSide;
class MessageBar;
class MetadataEdit;
class ProblemLine;
class SchemaEdit;
class TextLabel;
struct InferredSchema;

/// Makes a new eval: what its items look like and how answers are graded, in a form and as JSON, each in step with the
/// other. Sent exactly once; what the server refuses stays here to be mended. Open it with open().
class NewEvalDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    NewEvalDialog(const PageContext &context, QWidget *parent);

    /// Begins with what this eval has, so that it can be varied.
    void startFrom(const EvalObject &eval);
    const EvalDraft &draft() const { return m_draft; }

    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    /// It exists at the server now.
    void created(const odc::EvalObject &eval);

private:
    QWidget *buildData();
    /// Takes over what stands in the form.
    void takeForm();
    /// Shows the draft in the form.
    void showDraft();
    /// Says what is wrong, and keeps templates and buttons in step.
    void judge();
    void showField(const QString &path);
    void infer();
    void showInferred(const InferredSchema &inferred);
    void tryGrader(const QJsonObject &grader);
    void send();
    void ended(const Result<EvalObject> &answer);
    void askAboutLost();

    PageContext m_context;
    EvalDraft m_draft;
    QStringListModel *m_models;
    MessageBar *m_message;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    JsonForm *m_general;
    QComboBox *m_sourceType;
    QStackedWidget *m_source;
    SchemaEdit *m_schema;
    QCheckBox *m_sample;
    MetadataEdit *m_filter;
    TextLabel *m_sourceProblem;
    GradersPane *m_graders;
    JsonSide *m_side;
    ProblemLine *m_problems;
    QPushButton *m_create;
    QPushButton *m_cancel;
    Call m_call;
    qint64 m_sentAt = 0; ///< unix seconds
    bool m_filling = false;
};

} // namespace odc
