// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the form of a new fine-tuning job.
#include "newjobdialog.h"

#include "finetuning/trainingupload.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/jsonside.h"
#include "ui/pages/finetuning/hyperparametersedit.h"
#include "ui/pages/finetuning/integrationsedit.h"
#include "ui/pages/finetuning/trainingcheckview.h"
#include "ui/pages/finetuning/trainingfileedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollcolumn.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QRadioButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *plainLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    return layout;
}

} // namespace

QWidget *NewJobDialog::buildData()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = plainLayout(page);
    const auto add = [&](TrainingFileEdit::Role role, const QString &title) {
        layout->addWidget(new SectionLabel(theme(), title, page));
        auto *file = new TrainingFileEdit(context(), role, page);
        layout->addWidget(file);
        connect(file, &TrainingFileEdit::edited, this, &NewJobDialog::takeFiles);
        connect(file, &TrainingFileEdit::checkChanged, this, &NewJobDialog::takeChecks);
        connect(&file->upload(), &TrainingUpload::changed, this, &NewJobDialog::showProgress);
        connect(&file->upload(), &TrainingUpload::halted, this, [this, file] { uploadHalted(file); });
        return file;
    };
    m_training = add(TrainingFileEdit::Role::Training, tr("Training file"));
    m_validation = add(TrainingFileEdit::Role::Validation, tr("Validation file"));
    layout->addSpacing(metrics::tight);
    layout->addWidget(new Separator(Qt::Horizontal, page));
    m_check = new TrainingCheckView(context(), m_training, m_validation, page);
    layout->addWidget(m_check, 1);
    return page;
}

QWidget *NewJobDialog::buildModel()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = plainLayout(page);
    layout->addWidget(new SectionLabel(theme(), tr("Model"), page));
    m_model = new QComboBox(page);
    m_model->setObjectName(u"baseModel"_s);
    m_model->setAccessibleName(tr("Model that is to be trained"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setModel(models());
    m_model->lineEdit()->setPlaceholderText(tr("choose a model, or type its id: gpt-4o-mini-2024-07-18"));
    auto *completer = new QCompleter(models(), m_model);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_model->setCompleter(completer);
    layout->addWidget(m_model);
    m_modelNote = new HintLabel(theme(), Theme::FontRole::Small, {}, page);
    m_modelNote->setObjectName(u"problem.model"_s);
    layout->addWidget(m_modelNote);
    layout->addSpacing(metrics::between);

    layout->addWidget(new SectionLabel(theme(), tr("Method"), page));
    m_method = new QButtonGroup(page);
    const QList<std::pair<QString, QString>> texts{
        {tr("&Supervised"),
         tr("Learns to answer as the examples do: each is a conversation that ends with the answer.")},
        {tr("Direct &preference (DPO)"),
         tr("Learns which of two answers is the better one: each example has both.")},
        {tr("&Reinforcement"), tr("Tries answers, and learns from the grade that a grader gives them.")}};
    const QStringList methods = JobDraft::methods();
    for (qsizetype i = 0; i < methods.size(); ++i) {
        auto *button = new QRadioButton(texts.at(i).first, page);
        button->setObjectName(u"method."_s + methods.at(i));
        m_method->addButton(button, int(i));
        layout->addWidget(button, 0, Qt::AlignLeft); // no wider than what can be clicked
        auto *about = new HintLabel(theme(), Theme::FontRole::Small, texts.at(i).second, page);
        about->setIndent(metrics::checkBox + metrics::inside);
        layout->addWidget(about);
        button->setAccessibleDescription(texts.at(i).second);
    }
    layout->addStretch(1);
    connect(m_model, &QComboBox::editTextChanged, this, &NewJobDialog::takeModel);
    // A list that comes later empties the field.
    connect(models(), &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_filling = true; });
    connect(models(), &QAbstractItemModel::modelReset, this, [this] {
        m_model->setCurrentIndex(-1);
        m_model->setEditText(m_draft.model());
        m_filling = false;
    });
    connect(m_method, &QButtonGroup::idClicked, this,
            [this, methods](int id) { takeMethod(methods.value(id)); });
    return page;
}

QWidget *NewJobDialog::buildHyperparameters()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = plainLayout(page);
    m_methodTitle = new SectionLabel(theme(), {}, page);
    layout->addWidget(m_methodTitle);
    m_hyperparameters = new HyperparametersEdit(theme(), page);
    layout->addWidget(m_hyperparameters, 1);
    connect(m_hyperparameters, &HyperparametersEdit::edited, this,
            [this](const QString &key, const QJsonValue &value) {
                if (m_filling)
                    return;
                m_draft.setHyperparameter(key, value);
                tell();
            });
    return new ScrollColumn(page, this);
}

QWidget *NewJobDialog::buildMore()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = plainLayout(page);
    m_names = new JsonForm(theme(), page);
    m_names->setObjectName(u"jobNames"_s);
    m_names->addText(u"suffix"_s, tr("Suffi&x"), JsonForm::Need::Optional, u"support-v3"_s);
    m_names->addNumber(u"seed"_s, tr("S&eed"), true, tr("not set: the service takes one"));
    layout->addWidget(m_names);
    m_result = new HintLabel(theme(), Theme::FontRole::Small, {}, page);
    m_result->setObjectName(u"resultingModel"_s);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_result);
    layout->addSpacing(metrics::between);
    layout->addWidget(new SectionLabel(theme(), tr("Integrations"), page));
    m_integrations = new IntegrationsEdit(theme(), page);
    m_integrations->setObjectName(u"integrations"_s);
    layout->addWidget(m_integrations);
    m_integrationProblem = new HintLabel(theme(), Theme::FontRole::Small, {}, page);
    m_integrationProblem->setObjectName(u"problem.integrations"_s);
    m_integrationProblem->setToken(Token::Bad);
    layout->addWidget(m_integrationProblem);
    layout->addSpacing(metrics::between);
    m_pairs = new JsonForm(theme(), page);
    m_pairs->setObjectName(u"jobMetadata"_s);
    m_pairs->addPairs(u"metadata"_s, tr("Meta&data"));
    layout->addWidget(m_pairs);
    layout->addStretch(1);
    const int wide = std::max(m_names->labelWidth(), m_pairs->labelWidth());
    m_names->alignLabels(wide);
    m_pairs->alignLabels(wide);
    connect(m_names, &JsonForm::edited, this, &NewJobDialog::takeForm);
    connect(m_pairs, &JsonForm::edited, this, &NewJobDialog::takeForm);
    connect(m_integrations, &IntegrationsEdit::edited, this, &NewJobDialog::takeForm);
    return new ScrollColumn(page, this);
}

} // namespace odc
