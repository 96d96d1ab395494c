// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "evals/graderrules.h"
#include "finetuning/jobdraft.h"
#include "jsonl/trainingestimate.h"
#include "ui/context/pagecontext.h"
#include "ui/forms/createcalldialog.h"

#include <QPointer>

class QButtonGroup;
class QComboBox;

namespace odc {

class HintLabel;
class HyperparametersEdit;
class IntegrationsEdit;
class JsonForm;
class ProgressStrip;
class RewardEdit;
class TextLabel;
class TrainingCheckView;
class TrainingFileEdit;

/// Makes a new fine-tuning job: its files, which are checked and, where they are on this computer, uploaded;
/// the model and how it is trained. What was uploaded when the job was refused is not uploaded again. Sent
/// exactly once. Open it with open().
class NewJobDialog final : public CreateCallDialog
{
    Q_OBJECT
public:
    NewJobDialog(const PageContext &context, QWidget *parent);

    /// The examples are in this file on this computer.
    void startFromFile(const QString &path);
    /// They are in this one, at the service.
    void startFromUploaded(const QString &fileId);
    /// Begins with what this job has, so that it can be varied.
    void startLike(const FineTuningJob &job);
    const JobDraft &draft() const { return m_draft; }

    void reject() override;

Q_SIGNALS:
    /// It exists at the service now.
    void created(const odc::FineTuningJob &job);
    /// The answer was lost, and the person found it in the list.
    void found(const odc::FineTuningJob &job);

protected:
    void takeBody(const QJsonObject &body) override;
    QJsonObject currentBody() const override { return m_draft.toJson(); }
    void judge() override;
    void orderModels(QList<ModelObject> &models) const override;
    int tabOf(const QString &path) const override;
    void focusField(const QString &path) override;
    bool hasWork() const override;
    QString lossText() const override;
    void prepare() override;
    bool isPreparing() const override { return m_preparing; }
    Call sendBody() override;
    void lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer) override;
    Call fetch(const QString &id) override;
    QString nameOfIt() const override;
    LostCreateDialog::By toldBy() const override { return LostCreateDialog::By::File; }
    Message refusal(const ApiError &error) const override;

private:
    QWidget *buildData();
    QWidget *buildModel();
    QWidget *buildHyperparameters();
    QWidget *buildMore();
    void takeFiles();
    void takeChecks();
    void takeModel();
    void takeMethod(const QString &method);
    void takeForm();
    void showDraft();
    void showMethod();
    /// The draft changed by a field.
    void tell();
    void judgeFiles();
    TrainingPlan plan() const;
    void tryGrader(const QJsonObject &grader, GraderUse use);

    void uploadNext();
    void uploadHalted(TrainingFileEdit *file);
    void stop();
    void endPreparing();
    void showProgress();
    void askAboutUpload(TrainingFileEdit *file);
    QString createText() const;

    JobDraft m_draft;
    JobDraft m_sent;        ///< what may have been made
    QStringList m_itemKeys; ///< that the files are checked for: of the last grader without a mistake
    TrainingFileEdit *m_training = nullptr;
    TrainingFileEdit *m_validation = nullptr;
    TrainingCheckView *m_check = nullptr;
    QComboBox *m_model = nullptr;
    HintLabel *m_modelNote = nullptr;
    QButtonGroup *m_method = nullptr;
    TextLabel *m_methodTitle = nullptr;
    HyperparametersEdit *m_hyperparameters = nullptr;
    RewardEdit *m_reward = nullptr;
    JsonForm *m_names = nullptr;
    HintLabel *m_result = nullptr;
    IntegrationsEdit *m_integrations = nullptr;
    HintLabel *m_integrationProblem = nullptr;
    JsonForm *m_pairs = nullptr;
    ProgressStrip *m_strip = nullptr;
    QPointer<LostCreateDialog> m_lost; ///< asks what became of an upload
    bool m_preparing = false;
    bool m_filling = false;
};

} // namespace odc
