// SPDX-License-Identifier: GPL-3.0-or-later
#include "newevaldialog.h"

#include "api/session.h"
#include "base/background.h"
#include "evals/schemainference.h"
#include "settings/settings.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/fieldvalues.h"
#include "ui/forms/graderspane.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/metadataedit.h"
#include "ui/pages/evals/schemaedit.h"
#include "ui/forms/trygraderdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { General, Data, Graders };
const auto dataPath = "data_source_config"_L1;
const auto gradersPath = "testing_criteria"_L1;

} // namespace

NewEvalDialog::NewEvalDialog(const PageContext &context, QWidget *parent)
    : CreateCallDialog(context,
                       {tr("New eval"), tr("What one item looks like, and what an answer must keep to pass."),
                        tr("Parts of the eval"), tr("Create eval"), tr("Creating…"), tr("Discard this eval?"),
                        tr("The eval was not created."), u"createEval"_s},
                       tr("It may have been created: look at the list before you send it again."), u"/evals"_s,
                       parent),
      m_general(addGeneralTab(tr("ticket triage"))), m_graders(new GradersPane(theme(), models(), this))
{
    setObjectName(u"newEvalDialog"_s);
    addTab(tr("Data"), buildData());
    addTab(tr("Graders"), m_graders);
    connect(m_general, &JsonForm::edited, this, &NewEvalDialog::takeForm);
    connect(m_graders, &GradersPane::edited, this, &NewEvalDialog::takeForm);
    connect(m_graders, &GradersPane::tryRequested, this, &NewEvalDialog::tryGrader);
    begin(m_draft.toJson());
    showDraft();
    m_general->focusField(u"name"_s);
}

QWidget *NewEvalDialog::buildData()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::edge);
    auto *label = new QLabel(tr("&Items come from"), page);
    m_sourceType = new QComboBox(page);
    m_sourceType->setObjectName(u"sourceType"_s);
    m_sourceType->addItem(tr("rows of your own"), u"custom"_s);
    m_sourceType->addItem(tr("logs"), u"logs"_s);
    m_sourceType->addItem(tr("stored completions (deprecated)"), u"stored_completions"_s);
    label->setBuddy(m_sourceType);
    row->addWidget(label);
    row->addWidget(m_sourceType);
    row->addStretch(1);
    layout->addLayout(row);
    m_sourceProblem = new TextLabel(theme(), Theme::FontRole::Small, Token::Bad, {}, page);
    m_sourceProblem->setObjectName(u"sourceProblem"_s);
    m_sourceProblem->setWordWrap(true);
    m_sourceProblem->hide();
    layout->addWidget(m_sourceProblem);

    m_source = new QStackedWidget(page);
    auto *custom = new QWidget(page);
    auto *customLayout = new QVBoxLayout(custom);
    customLayout->setContentsMargins(0, 0, 0, 0);
    customLayout->setSpacing(metrics::inside);
    customLayout->addWidget(new HintLabel(
        theme(), Theme::FontRole::Small,
        tr("The shape of one item; graders and prompts use its properties as {{item.name}}."), custom));
    m_schema = new SchemaEdit(theme(), custom);
    customLayout->addWidget(m_schema, 1);
    m_sample = new QCheckBox(tr("Include the &sample: graders may use the answer as {{sample.output_text}}"),
                             custom);
    m_sample->setObjectName(u"includeSample"_s);
    customLayout->addWidget(m_sample);
    m_source->addWidget(custom);
    auto *stored = new QWidget(page);
    auto *storedLayout = new QVBoxLayout(stored);
    storedLayout->setContentsMargins(0, 0, 0, 0);
    storedLayout->setSpacing(metrics::inside);
    storedLayout->addWidget(new HintLabel(
        theme(), Theme::FontRole::Small,
        tr("Only what was stored with all of these metadata is taken; without any, everything."), stored));
    m_filter = new MetadataEdit(theme(), tr("Metadata filter"), stored);
    m_filter->setObjectName(u"sourceFilter"_s);
    storedLayout->addWidget(m_filter);
    storedLayout->addStretch(1);
    m_source->addWidget(stored);
    layout->addWidget(m_source, 1);

    connect(m_sourceType, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_draft.setSourceType(m_sourceType->currentData().toString());
        side()->setBody(m_draft.toJson());
        showDraft();
    });
    connect(m_schema, &SchemaEdit::edited, this, &NewEvalDialog::takeForm);
    connect(m_schema, &SchemaEdit::inferRequested, this, &NewEvalDialog::infer);
    connect(m_sample, &QCheckBox::toggled, this, &NewEvalDialog::takeForm);
    connect(m_filter, &MetadataEdit::edited, this, &NewEvalDialog::takeForm);
    return page;
}

void NewEvalDialog::startFrom(const EvalObject &eval)
{
    m_draft = EvalDraft::fromEval(eval);
    if (!m_draft.name().isEmpty())
        m_draft.setName(tr("%1 (copy)").arg(m_draft.name()));
    begin(m_draft.toJson());
    showDraft();
}

void NewEvalDialog::takeBody(const QJsonObject &body)
{
    m_draft.setJson(body);
    showDraft();
}

void NewEvalDialog::takeForm()
{
    if (m_filling)
        return;
    QJsonObject body = m_draft.toJson();
    for (const auto &key : {u"name"_s, u"metadata"_s})
        body = withMember(body, key, m_general->value().value(key));
    m_draft.setJson(body);
    if (m_draft.sourceType() == "custom"_L1) {
        if (m_schema->schema() != m_draft.itemSchema())
            m_draft.setItemSchema(m_schema->schema());
        if (m_sample->isChecked() != m_draft.includesSample())
            m_draft.setIncludesSample(m_sample->isChecked());
    } else if (m_filter->pairs() != m_draft.sourceMetadata()) {
        m_draft.setSourceMetadata(m_filter->pairs());
    }
    m_draft.setCriteria(m_graders->graders());
    side()->setBody(m_draft.toJson());
    judge();
}

void NewEvalDialog::showDraft()
{
    m_filling = true;
    m_general->setValue(m_draft.toJson());
    const int type = m_sourceType->findData(m_draft.sourceType());
    m_sourceType->setCurrentIndex(type); // -1 for one that is none: said as a problem
    m_source->setCurrentIndex(m_draft.sourceType() == "custom"_L1 ? 0 : 1);
    m_schema->setSchema(m_draft.itemSchema());
    m_sample->setChecked(m_draft.includesSample());
    m_filter->setPairs(m_draft.sourceMetadata());
    m_graders->setGraders(m_draft.criteria());
    m_filling = false;
    judge();
}

void NewEvalDialog::judge()
{
    m_graders->setScope(m_draft.scope());
    QList<FormProblem> problems = m_draft.problems();
    const QString config = dataPath;
    QList<FormProblem> own;
    if (m_draft.sourceType() == "custom"_L1 && !m_schema->fault().isEmpty())
        own.append({config + u".item_schema"_s, m_schema->fault()});
    for (const FormProblem &fault : m_general->faults() + m_graders->faults())
        own.append({fault.path.startsWith(u'[') ? gradersPath + fault.path : fault.path, fault.message});
    problems = own + problems;

    m_general->setProblems(problems);
    m_graders->setProblems(problemsBelow(problems, gradersPath));
    const QList<FormProblem> source = problemsBelow(problems, config);
    const FormProblem *first = firstError(source) ? firstError(source)
                               : source.isEmpty() ? nullptr
                                                  : &source.first();
    m_sourceProblem->setText(first ? first->message : QString());
    m_sourceProblem->setToken(first && first->warning ? Token::Warn : Token::Bad);
    m_sourceProblem->setVisible(first);
    showProblems(problems);
}

int NewEvalDialog::tabOf(const QString &path) const
{
    return path.startsWith(gradersPath) ? Graders : path.startsWith(dataPath) ? Data : General;
}

void NewEvalDialog::focusField(const QString &path)
{
    const int tab = tabOf(path);
    if (tab == General)
        m_general->focusField(path);
    else if (tab == Graders)
        m_graders->focusField(path.mid(gradersPath.size()));
    else if (path.endsWith("item_schema"_L1))
        m_schema->setFocus();
    else
        m_sourceType->setFocus();
}

void NewEvalDialog::infer()
{
    auto *dialog = new QFileDialog(this, tr("Infer the schema from"),
                                   context().shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"inferDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        context().shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        m_schema->setNote(tr("Reading the file…"));
        inBackground(
            this, [path] { return inferSchemaOfFile(path); },
            [this](const InferredSchema &inferred) { showInferred(inferred); });
    });
    dialog->open();
}

void NewEvalDialog::showInferred(const InferredSchema &inferred)
{
    if (inferred.rows.content.isEmpty()) {
        m_schema->setNote(inferred.rows.error.isEmpty() ? tr("There are no rows in this file.")
                                                        : inferred.rows.error);
        return;
    }
    m_draft.setItemSchema(inferred.schema);
    side()->setBody(m_draft.toJson());
    showDraft();
    m_schema->setNote(inferred.summary());
}

void NewEvalDialog::tryGrader(const QJsonObject &grader)
{
    (new TryGraderDialog(context().shell, grader, m_draft.scope().itemSchema, this))->open();
}

Call NewEvalDialog::sendBody()
{
    return context().session.evals().create(m_draft.toJson(), this,
                                            [this](const Result<EvalObject> &answer) { ended(answer); });
}

Call NewEvalDialog::fetch(const QString &id)
{
    return context().session.evals().retrieve(id, this,
                                              [this](const Result<EvalObject> &answer) { ended(answer); });
}

void NewEvalDialog::ended(const Result<EvalObject> &answer)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    Q_EMIT created(*answer);
    succeeded();
}

QString NewEvalDialog::nameOfIt() const
{
    return m_draft.name().isEmpty() ? tr("New eval") : m_draft.name();
}

void NewEvalDialog::lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer)
{
    EvalListQuery newest;
    newest.limit = 100;
    newest.order = u"desc"_s;
    newest.orderBy = u"created_at"_s;
    context().session.evals().list(newest, owner,
                                   [this, since, answer](const Result<Page<EvalObject>> &page) {
                                       if (!page) {
                                           answer(failure(page.error()));
                                           return;
                                       }
                                       answer(candidates(page->items, m_draft.name(), since));
                                   });
}

} // namespace odc
