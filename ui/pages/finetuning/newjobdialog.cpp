// SPDX-License-Identifier: GPL-3.0-or-later
#include "newjobdialog.h"

#include "api/modelsapi.h"
#include "base/format.h"
#include "evals/rewardgrader.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/fieldvalues.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/rewardedit.h"
#include "ui/forms/trygraderdialog.h"
#include "ui/pages/finetuning/hyperparametersedit.h"
#include "ui/pages/finetuning/integrationsedit.h"
#include "ui/pages/finetuning/trainingcheckview.h"
#include "ui/pages/finetuning/trainingfileedit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { Data, Model, Hyperparameters, Grader, More };
const QString reinforcement = u"reinforcement"_s;
const QString graderPath = u"method.reinforcement.grader"_s;
constexpr qint64 fewestToTrain = 10;

TrainingMethod methodOf(const QString &method)
{
    return method == "dpo"_L1        ? TrainingMethod::Dpo
           : method == reinforcement ? TrainingMethod::Reinforcement
                                     : TrainingMethod::Supervised;
}

} // namespace

NewJobDialog::NewJobDialog(const PageContext &context, QWidget *parent)
    : CreateCallDialog(context,
                       {tr("New fine-tuning job"), tr("A model that learns from your examples."),
                        tr("Parts of the job"), tr("Create job"), tr("Sending…"), tr("Discard this job?"),
                        tr("The job was not created."), u"createJob"_s, EchoNote::About::Training},
                       tr("It may have been created: look at the list before you send it again."),
                       u"/fine_tuning/jobs"_s, parent),
      m_strip(new ProgressStrip(theme(), this))
{
    setObjectName(u"newJobDialog"_s);
    addTab(tr("Data"), buildData());
    addTab(tr("Model and method"), buildModel());
    addTab(tr("Hyperparameters"), buildHyperparameters());
    m_reward = new RewardEdit(theme(), models(), this);
    addTab(tr("Grader"), m_reward);
    addTab(tr("More"), buildMore());
    m_strip->setObjectName(u"sendProgress"_s);
    m_strip->layout()->setContentsMargins({}); // the dialog has its own
    m_strip->hide();
    body()->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, &NewJobDialog::stop);
    connect(m_reward, &RewardEdit::edited, this, [this] {
        if (m_filling)
            return;
        m_draft.setGrader(m_reward->grader());
        tell();
    });
    connect(m_reward, &RewardEdit::tryRequested, this, &NewJobDialog::tryGrader);
    connect(messages(), &MessageBar::actionTriggered, this, [this] { pressCreate(); });
    begin(m_draft.toJson());
    showDraft();
    m_training->setFocus();
}

void NewJobDialog::startFromFile(const QString &path)
{
    m_training->setPath(path);
}

void NewJobDialog::startFromUploaded(const QString &fileId)
{
    m_training->setFileId(fileId);
    takeForm();
    begin(m_draft.toJson()); // nobody has filled in anything yet
}

void NewJobDialog::startLike(const FineTuningJob &job)
{
    m_draft = JobDraft::fromJob(job);
    begin(m_draft.toJson());
    showDraft();
}

void NewJobDialog::tell()
{
    side()->setBody(m_draft.toJson());
    judge();
}

void NewJobDialog::takeFiles()
{
    if (m_filling)
        return;
    m_draft.setTrainingFile(m_training->fileId());
    m_draft.setValidationFile(m_validation->fileId());
    tell();
}

/// A file that was written to is another one once it is checked again, and what was uploaded before is not
/// it.
void NewJobDialog::takeChecks()
{
    const bool same =
        m_training->fileId() == m_draft.trainingFile() && m_validation->fileId() == m_draft.validationFile();
    if (same || m_filling)
        judge();
    else
        takeFiles();
}

void NewJobDialog::takeModel()
{
    if (m_filling)
        return;
    m_draft.setModel(m_model->currentText().trimmed());
    tell();
}

void NewJobDialog::takeMethod(const QString &method)
{
    if (m_filling || method == m_draft.method())
        return;
    m_draft.setMethod(method);
    showDraft();
    side()->setBody(m_draft.toJson());
}

void NewJobDialog::takeForm()
{
    if (m_filling)
        return;
    QJsonObject body = m_draft.toJson();
    for (const auto &key : {u"suffix"_s, u"seed"_s})
        body = withMember(body, key, m_names->value().value(key));
    body = withMember(body, u"metadata"_s, m_pairs->value().value(u"metadata"_s));
    m_draft.setJson(body);
    m_draft.setIntegrations(m_integrations->integrations());
    tell();
}

void NewJobDialog::takeBody(const QJsonObject &body)
{
    m_draft.setJson(body);
    showDraft();
}

void NewJobDialog::showMethod()
{
    const qsizetype method = JobDraft::methods().indexOf(m_draft.method());
    m_method->setExclusive(false); // none for one that is none: said as a problem
    for (QAbstractButton *button : m_method->buttons())
        button->setChecked(m_method->id(button) == method);
    m_method->setExclusive(true);
    m_methodTitle->setText(method < 0 ? QString() : m_method->button(int(method))->text().remove(u'&'));
    tabs()->setTabVisible(Grader, m_draft.method() == reinforcement);
}

void NewJobDialog::showDraft()
{
    m_filling = true;
    m_training->setFileId(m_draft.trainingFile());
    m_validation->setFileId(m_draft.validationFile());
    if (m_model->currentText() != m_draft.model()) {
        m_model->setCurrentIndex(m_model->findText(m_draft.model()));
        m_model->setEditText(m_draft.model());
    }
    showMethod();
    m_hyperparameters->setMethod(m_draft.method());
    m_hyperparameters->setValues(m_draft.hyperparameters());
    m_reward->setGrader(m_draft.grader());
    m_names->setValue(m_draft.toJson());
    m_integrations->setIntegrations(m_draft.integrations());
    m_pairs->setValue(m_draft.toJson());
    m_filling = false;
    judge();
}

TrainingPlan NewJobDialog::plan() const
{
    const auto whole = [this](const QString &key) -> std::optional<int> {
        const QJsonValue value = m_draft.hyperparameters().value(key);
        return value.isDouble() && value.toInt() > 0 ? std::optional(value.toInt()) : std::nullopt;
    };
    return {.method = methodOf(m_draft.method()),
            .epochs = whole(u"n_epochs"_s),
            .batchSize = whole(u"batch_size"_s)};
}

void NewJobDialog::judgeFiles()
{
    TrainingOptions options;
    options.method = methodOf(m_draft.method());
    options.model = m_draft.model();
    if (options.method == TrainingMethod::Reinforcement) {
        // What is only being typed is the grader's mistake, and not one of every example.
        TemplateScope scope;
        if (const TrainingInputPtr input = m_training->input())
            scope.itemSchema = input->itemSchema;
        if (!firstError(rewardProblems(m_draft.grader(), scope)))
            m_itemKeys = rewardItemKeys(m_draft.grader());
        options.itemKeys = m_itemKeys;
    }
    options.fewestExamples = fewestToTrain;
    m_training->setOptions(options);
    options.fewestExamples = 1;
    m_validation->setOptions(options);
    m_check->setPlan(plan(), m_draft.model());
}

void NewJobDialog::judge()
{
    judgeFiles();
    JobDraft::Circumstances circumstances;
    circumstances.trainingFileComes = m_training->isLocal();
    if (const TrainingInputPtr input = m_training->input())
        circumstances.scope.itemSchema = input->itemSchema;
    m_reward->setScope(circumstances.scope);

    const QString at = u"method."_s + m_draft.method() + u".hyperparameters"_s;
    QList<FormProblem> problems = m_training->problems() + m_validation->problems();
    const QList<FormProblem> numbers = m_hyperparameters->faults();
    for (const FormProblem &fault : numbers)
        problems.append({at + u'.' + fault.path, fault.message});
    if (m_draft.method() == reinforcement) {
        const QList<FormProblem> own = m_reward->faults();
        for (const FormProblem &fault : own)
            problems.append({graderPath + u'.' + fault.path, fault.message});
    }
    problems += m_names->faults();
    problems += m_draft.problems(circumstances);

    m_hyperparameters->setProblems(problemsBelow(problems, at));
    m_reward->setProblems(problemsBelow(problems, graderPath));
    m_names->setProblems(problems);
    m_pairs->setProblems(problems);
    const QList<FormProblem> ofIntegrations = problemsBelow(problems, u"integrations"_s);
    m_integrationProblem->setText(ofIntegrations.isEmpty() ? QString() : ofIntegrations.first().message);
    m_integrationProblem->setVisible(!ofIntegrations.isEmpty());
    const qint64 limit = trainingTokenLimit(m_draft.model());
    m_modelNote->setText(limit > 0
                             ? tr("Takes examples of up to %1 tokens. A model that was trained before can be "
                                  "trained further.")
                                   .arg(format::number(limit))
                             : tr("Also a fine-tuned model (ft:…), which is trained further."));
    m_result->setText(m_draft.model().isEmpty()
                          ? tr("What the model will be called shows when there is one to train.")
                          : tr("The model will be called %1.")
                                .arg(resultingModelName(m_draft.model(), context().profile.organization,
                                                        m_draft.suffix())));
    setCreateText(createText());
    showProblems(problems);
    parts()->setEnabled(!isBusy());
    cancelButton()->setEnabled(!isBusy() || m_preparing);
}

/// What can be trained as far as is known, then all others, newest first; what was trained already comes
/// last, for there may be hundreds.
void NewJobDialog::orderModels(QList<ModelObject> &models) const
{
    const auto rank = [](const ModelObject &model) {
        return model.id.startsWith("ft:"_L1) ? 2 : trainingTokenLimit(model.id) > 0 ? 0 : 1;
    };
    std::sort(models.begin(), models.end(), [rank](const ModelObject &left, const ModelObject &right) {
        return std::make_tuple(rank(left), -left.created.value_or(0), left.id) <
               std::make_tuple(rank(right), -right.created.value_or(0), right.id);
    });
}

int NewJobDialog::tabOf(const QString &path) const
{
    if (path.startsWith("training_file"_L1) || path.startsWith("validation_file"_L1))
        return Data;
    if (path.startsWith(graderPath))
        return Grader;
    if (path.contains("hyperparameters"_L1))
        return Hyperparameters;
    return path.startsWith("model"_L1) || path.startsWith("method"_L1) ? Model : More;
}

void NewJobDialog::focusField(const QString &path)
{
    switch (tabOf(path)) {
    case Data: {
        TrainingFileEdit *file = path.startsWith("validation_file"_L1) ? m_validation : m_training;
        m_check->showFile(file);
        file->setFocus();
        return;
    }
    case Model:
        if (path.startsWith("method"_L1))
            m_method->button(std::max(0, m_method->checkedId()))->setFocus();
        else
            m_model->setFocus();
        return;
    case Hyperparameters:
        m_hyperparameters->focusField(path.section(u'.', -1));
        return;
    case Grader:
        m_reward->focusField(path.mid(graderPath.size() + 1));
        return;
    default:
        if (path.startsWith("integrations"_L1))
            m_integrations->focusField(path.mid(12));
        else if (!m_names->focusField(path))
            m_pairs->focusField(path);
    }
}

void NewJobDialog::tryGrader(const QJsonObject &grader, GraderUse use)
{
    const TrainingInputPtr input = m_training->input();
    (new TryGraderDialog(context().shell, grader, input ? input->itemSchema : QJsonObject(), this, use))
        ->open();
}

bool NewJobDialog::hasWork() const
{
    return CreateCallDialog::hasWork() || m_training->isLocal() || m_validation->isLocal();
}

QString NewJobDialog::lossText() const
{
    QString text = CreateCallDialog::lossText();
    for (const TrainingFileEdit *file : {m_training, m_validation}) {
        if (file->isLocal() && !file->fileId().isEmpty())
            text += u' ' + tr("The file that was uploaded, %1, stays.").arg(file->fileId());
    }
    return text;
}

} // namespace odc
