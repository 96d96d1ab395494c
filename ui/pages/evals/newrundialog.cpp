// SPDX-License-Identifier: GPL-3.0-or-later
#include "newrundialog.h"

#include "api/session.h"
#include "base/format.h"
#include "ui/pages/evals/evalfilepane.h"
#include "ui/forms/fieldvalues.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/jsonside.h"
#include "ui/pages/evals/promptpane.h"
#include "ui/pages/evals/rowspane.h"
#include "ui/pages/evals/runforms.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scrollcolumn.h"

#include <QComboBox>
#include <QFormLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { General, Rows, Prompt, Sampling };
enum Source { FileContent, FileId, StoredCompletions, Responses };

int sourceIndex(const QString &type)
{
    static const QStringList order{u"file_content"_s, u"file_id"_s, u"stored_completions"_s, u"responses"_s};
    return int(order.indexOf(type));
}

/// Its fields keep their height, however high the page is.
QWidget *atTheTop(QWidget *content)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    layout->addStretch(1);
    return page;
}

} // namespace

NewRunDialog::NewRunDialog(const PageContext &context, const EvalObject &eval, QWidget *parent)
    : CreateCallDialog(context,
                       {tr("New run"),
                        tr("Of the eval “%1”: which rows, and who answers them.")
                            .arg(format::oneLine(eval.name.isEmpty() ? eval.id : eval.name)),
                        tr("Parts of the run"), tr("Start run"), tr("Starting…"), tr("Discard this run?"),
                        tr("The run was not started."), u"startRun"_s, EchoNote::About::Scores},
                       tr("It may have been started: look at the list before you send it again."),
                       EvalsApi::path(eval.id) + u"/runs"_s, parent),
      m_eval(eval), m_general(addGeneralTab(tr("mini, prompt v3"))),
      m_prompt(new PromptPane(theme(), eval.itemSchema, models(), this))
{
    setObjectName(u"newRunDialog"_s);
    addTab(tr("Rows"), buildRows());
    m_prompt->setObjectName(u"prompt"_s);
    addTab(tr("Prompt"), m_prompt);
    addTab(tr("Sampling"), buildSampling());
    connect(m_general, &JsonForm::edited, this, &NewRunDialog::takeForm);
    connect(m_prompt, &PromptPane::edited, this, &NewRunDialog::takeForm);
    // An eval over logs or stored completions grades what is stored.
    if (eval.dataSourceType == "logs"_L1 || eval.dataSourceType == "stored_completions"_L1) {
        if (eval.dataSourceType == "stored_completions"_L1)
            m_draft.setType(u"completions"_s);
        m_draft.setSourceType(eval.dataSourceType == "logs"_L1 ? u"responses"_s : u"stored_completions"_s);
        m_draft.setInputType({});
    }
    begin(m_draft.toJson());
    showDraft();
    m_general->focusField(u"name"_s);
}

QWidget *NewRunDialog::buildSampling()
{
    m_sampling = new QStackedWidget(this);
    for (const QString &type : {u"completions"_s, u"responses"_s}) {
        JsonForm *form = makeSamplingForm(theme(), type, this);
        m_samplings << form;
        m_sampling->addWidget(new ScrollColumn(atTheTop(form)));
        connect(form, &JsonForm::edited, this, &NewRunDialog::takeForm);
    }
    return m_sampling;
}

QWidget *NewRunDialog::buildRows()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::edge);
    form->setVerticalSpacing(metrics::inside);
    m_type = new QComboBox(page);
    m_type->setObjectName(u"runType"_s);
    m_type->addItem(tr("a model, through Responses"), u"responses"_s);
    m_type->addItem(tr("a model, through Chat Completions"), u"completions"_s);
    m_type->addItem(tr("the rows themselves: each brings its sample"), u"jsonl"_s);
    form->addRow(tr("&Answers come from"), m_type);
    m_sourceType = new QComboBox(page);
    m_sourceType->setObjectName(u"rowsSource"_s);
    form->addRow(tr("&Rows come from"), m_sourceType);
    layout->addLayout(form);
    m_source = new QStackedWidget(page);
    m_rows = new RowsPane(context().shell, m_eval.itemSchema, page);
    m_file = new EvalFilePane(context(), m_eval.itemSchema, page);
    m_source->addWidget(m_rows);
    m_source->addWidget(m_file);
    for (const QString &type : {u"stored_completions"_s, u"responses"_s}) {
        JsonForm *stored = makeStoredForm(theme(), type, page);
        stored->setModels(models());
        m_stored << stored;
        m_source->addWidget(new ScrollColumn(atTheTop(stored)));
        connect(stored, &JsonForm::edited, this, &NewRunDialog::takeForm);
    }
    int labels = 0;
    for (QComboBox *choice : {m_type, m_sourceType})
        labels = std::max(labels, form->labelForField(choice)->sizeHint().width() + metrics::tight);
    for (const JsonForm *stored : std::as_const(m_stored))
        labels = std::max(labels, stored->labelWidth());
    for (QComboBox *choice : {m_type, m_sourceType})
        form->labelForField(choice)->setMinimumWidth(labels);
    for (JsonForm *stored : std::as_const(m_stored))
        stored->alignLabels(labels);
    layout->addWidget(m_source, 1);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_draft.setType(m_type->currentData().toString());
        side()->setBody(m_draft.toJson());
        showDraft();
    });
    connect(m_sourceType, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_draft.setSourceType(m_sourceType->currentData().toString());
        side()->setBody(m_draft.toJson());
        showDraft();
    });
    connect(m_rows, &RowsPane::edited, this, &NewRunDialog::takeForm);
    connect(m_file, &EvalFilePane::edited, this, &NewRunDialog::takeForm);
    return page;
}

JsonForm *NewRunDialog::samplingForm() const
{
    return m_samplings.at(m_draft.type() == "completions"_L1 ? 0 : 1);
}

JsonForm *NewRunDialog::storedForm() const
{
    const int index = sourceIndex(m_draft.sourceType());
    return index >= StoredCompletions ? m_stored.at(index - StoredCompletions) : nullptr;
}

void NewRunDialog::startFrom(const EvalRun &run, const QStringList &taken)
{
    m_draft = RunDraft::fromRun(run);
    if (const QString name = m_draft.name(); !name.isEmpty()) {
        QString again = tr("%1 (again)").arg(name);
        for (int time = 2; taken.contains(again); ++time)
            again = tr("%1 (again, %2)", "name, number").arg(name).arg(time);
        m_draft.setName(again);
    }
    begin(m_draft.toJson());
    showDraft();
}

void NewRunDialog::takeBody(const QJsonObject &body)
{
    m_draft.setJson(body);
    showDraft();
}

void NewRunDialog::takeForm()
{
    if (m_filling)
        return;
    QJsonObject body = m_draft.toJson();
    for (const auto &key : {u"name"_s, u"metadata"_s})
        body = withMember(body, key, m_general->value().value(key));
    m_draft.setJson(body);
    const int source = sourceIndex(m_draft.sourceType());
    if (source == FileContent && m_rows->content() != m_draft.content())
        m_draft.setContent(m_rows->content());
    else if (source == FileId && m_file->fileId() != m_draft.fileId())
        m_draft.setFileId(m_file->fileId());
    else if (storedForm() && storedForm()->value() != m_draft.source())
        m_draft.setSource(storedForm()->value());
    if (m_draft.asksModel()) {
        const QString inputType = m_draft.inputType();
        m_prompt->writeTo(m_draft);
        if (m_draft.inputType() != inputType)
            m_prompt->setDraft(m_draft);
        if (samplingForm()->value() != m_draft.sampling())
            m_draft.setSampling(samplingForm()->value());
    }
    side()->setBody(m_draft.toJson());
    judge();
}

void NewRunDialog::showChoices()
{
    m_type->setCurrentIndex(m_type->findData(m_draft.type())); // -1 for one that is none: said as a problem
    m_sourceType->clear();
    const QStringList sources = RunDraft::sourceTypes(m_draft.type());
    for (const QString &type : sources) {
        const int index = sourceIndex(type);
        m_sourceType->addItem(index == FileContent         ? tr("here: sent along with the request")
                              : index == FileId            ? tr("an uploaded file")
                              : index == StoredCompletions ? tr("stored chat completions")
                                                           : tr("stored responses"),
                              type);
    }
    m_sourceType->setCurrentIndex(m_sourceType->findData(m_draft.sourceType()));
    m_source->setCurrentIndex(std::max(0, sourceIndex(m_draft.sourceType())));
    const bool asks = m_draft.asksModel();
    tabs()->setTabEnabled(Prompt, asks);
    tabs()->setTabEnabled(Sampling, asks);
}

void NewRunDialog::showDraft()
{
    m_filling = true;
    m_general->setValue(m_draft.toJson());
    showChoices();
    const int source = sourceIndex(m_draft.sourceType());
    if (source == FileContent)
        m_rows->setContent(m_draft.content());
    else if (source == FileId)
        m_file->setFileId(m_draft.fileId());
    else if (storedForm())
        storedForm()->setValue(m_draft.source());
    if (m_draft.asksModel()) {
        m_prompt->setDraft(m_draft);
        m_sampling->setCurrentIndex(int(m_samplings.indexOf(samplingForm())));
        samplingForm()->setValue(m_draft.sampling());
    }
    m_filling = false;
    judge();
}

QList<FormProblem> NewRunDialog::faults() const
{
    QList<FormProblem> faults = m_general->faults();
    const auto add = [&faults](const QString &prefix, const QList<FormProblem> &some) {
        for (const FormProblem &fault : some)
            faults.append({prefix + fault.path, fault.message, fault.warning});
    };
    const QString from = u"data_source.source."_s;
    const int source = sourceIndex(m_draft.sourceType());
    if (source == FileContent && m_rows->isReading())
        faults.append({from + u"content"_s, tr("The rows are being read…")});
    else if (source == FileContent && !m_rows->fault().isEmpty())
        faults.append({from + u"content"_s, m_rows->fault()});
    else if (source == FileId && m_file->isUploading())
        faults.append({from + u"id"_s, tr("The file is being uploaded…")});
    else if (source == FileId && !m_file->concern().isEmpty())
        faults.append({from + u"id"_s, m_file->concern(), true});
    else if (storedForm())
        add(from, storedForm()->faults());
    if (m_draft.asksModel()) {
        add(u"data_source."_s, m_prompt->faults());
        add(u"data_source.sampling_params."_s, samplingForm()->faults());
    }
    return faults;
}

void NewRunDialog::judge()
{
    const QString data = u"data_source"_s;
    const QList<FormProblem> problems = faults() + m_draft.problems(m_eval.itemSchema);
    m_general->setProblems(problems);
    if (storedForm())
        storedForm()->setProblems(problemsBelow(problems, data + u".source"_s));
    m_prompt->setProblems(problemsBelow(problems, data));
    samplingForm()->setProblems(problemsBelow(problems, data + u".sampling_params"_s));
    showProblems(problems);
}

int NewRunDialog::tabOf(const QString &path) const
{
    if (path.startsWith("data_source.sampling_params"_L1))
        return Sampling;
    if (path.startsWith("data_source.model"_L1) || path.startsWith("data_source.input_messages"_L1))
        return Prompt;
    return path.startsWith("data_source"_L1) ? Rows : General;
}

void NewRunDialog::focusField(const QString &path)
{
    const int tab = tabOf(path);
    const QString data = u"data_source."_s;
    if (tab == General)
        m_general->focusField(path);
    else if (tab == Prompt)
        m_prompt->focusField(path.mid(data.size()));
    else if (tab == Sampling)
        samplingForm()->focusField(path.mid(data.size() + u"sampling_params."_s.size()));
    else if (!path.startsWith(data + u"source."_s) || path.endsWith(".type"_L1))
        m_type->setFocus();
    else if (!storedForm() || !storedForm()->focusField(path.mid((data + u"source."_s).size())))
        (sourceIndex(m_draft.sourceType()) == FileId ? static_cast<QWidget *>(m_file) : m_rows)->setFocus();
}

Call NewRunDialog::sendBody()
{
    return context().session.evals().createRun(m_eval.id, m_draft.toJson(), this,
                                               [this](const Result<EvalRun> &answer) { ended(answer); });
}

Call NewRunDialog::fetch(const QString &id)
{
    return context().session.evals().retrieveRun(m_eval.id, id, this,
                                                 [this](const Result<EvalRun> &answer) { ended(answer); });
}

void NewRunDialog::ended(const Result<EvalRun> &answer)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    Q_EMIT created(*answer);
    succeeded();
}

QString NewRunDialog::nameOfIt() const
{
    return m_draft.name().isEmpty() ? tr("New run") : m_draft.name();
}

void NewRunDialog::lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer)
{
    EvalListQuery newest;
    newest.limit = 100;
    newest.order = u"desc"_s;
    context().session.evals().listRuns(m_eval.id, newest, owner,
                                       [this, since, answer](const Result<Page<EvalRun>> &page) {
                                           if (!page) {
                                               answer(failure(page.error()));
                                               return;
                                           }
                                           answer(candidates(page->items, m_draft.name(), since));
                                       });
}

} // namespace odc
