// SPDX-License-Identifier: GPL-3.0-or-later
#include "newrundialog.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/pages/evals/evalfilepane.h"
#include "ui/pages/evals/jsonform.h"
#include "ui/pages/evals/jsonside.h"
#include "ui/pages/evals/lostcreatedialog.h"
#include "ui/pages/evals/problemline.h"
#include "ui/pages/evals/promptpane.h"
#include "ui/pages/evals/rowspane.h"
#include "ui/pages/evals/runforms.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { General, Rows, Prompt, Sampling };
enum Source { FileContent, FileId, StoredCompletions, Responses };
constexpr qint64 clocksDiffer = 300; ///< seconds by which the server's clock may be behind ours

int sourceIndex(const QString &type)
{
    static const QStringList order{u"file_content"_s, u"file_id"_s, u"stored_completions"_s, u"responses"_s};
    return int(order.indexOf(type));
}

int tabOf(const QString &path)
{
    if (path.startsWith("data_source.sampling_params"_L1))
        return Sampling;
    if (path.startsWith("data_source.model"_L1) || path.startsWith("data_source.input_messages"_L1))
        return Prompt;
    return path.startsWith("data_source"_L1) ? Rows : General;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

NewRunDialog::NewRunDialog(const PageContext &context, const EvalObject &eval, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("New run"), parent), m_context(context), m_eval(eval), m_models(new QStringListModel(this)),
      m_message(new MessageBar(theme(), this)), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)),
      m_general(new JsonForm(theme(), this)),
      m_side(new JsonSide(theme(), context.session, EvalsApi::path(eval.id) + u"/runs"_s, this)), m_problems(new ProblemLine(theme(), this))
{
    setObjectName(u"newRunDialog"_s);
    QString about = tr("Of the eval “%1”: which rows, and who answers them.").arg(format::oneLine(eval.name.isEmpty() ? eval.id : eval.name));
    if (context.profile.production)
        about += u' ' + tr("This goes to the production profile “%1”.").arg(context.profile.name);
    setIntroduction(about);
    m_message->setObjectName(u"runMessage"_s);
    body()->addWidget(m_message);

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, metrics::inside, 0);
    leftLayout->setSpacing(metrics::between);
    m_tabs->setObjectName(u"runTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the run"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    for (const QString &title : {tr("General"), tr("Rows"), tr("Prompt"), tr("Sampling")})
        m_tabs->addTab(title);
    leftLayout->addWidget(m_tabs);
    buildPages();
    leftLayout->addWidget(m_pages, 1);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(metrics::inside, 0, 0, 0);
    rightLayout->addWidget(m_side);
    splitter->addWidget(right);
    splitter->setSizes({metrics::textWidth * 7 / 4, metrics::textWidth});
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    body()->addWidget(splitter, 1);
    body()->addWidget(m_problems);

    m_cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_create = addButton(tr("Start run"), ButtonRole::Primary);
    m_create->setObjectName(u"startRun"_s);
    m_create->setAutoDefault(false); // Enter in a field is not meant to send
    m_create->setDefault(false);
    connect(m_create, &QPushButton::clicked, this, &NewRunDialog::send);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_general, &JsonForm::edited, this, &NewRunDialog::takeForm);
    connect(m_side, &JsonSide::edited, this, [this](const QJsonObject &body) {
        m_draft.setJson(body);
        showDraft();
    });
    connect(m_side, &JsonSide::faultChanged, this, &NewRunDialog::judge);
    connect(m_problems, &ProblemLine::showRequested, this, &NewRunDialog::showField);
    context.session.models().list(this, [this](const Result<Page<ModelObject>> &page) {
        QStringList ids;
        for (const ModelObject &model : page ? page->items : QList<ModelObject>())
            ids << model.id;
        ids.sort();
        m_models->setStringList(ids);
    });
    // An eval over logs or stored completions grades what is stored.
    if (eval.dataSourceType == "logs"_L1 || eval.dataSourceType == "stored_completions"_L1) {
        if (eval.dataSourceType == "stored_completions"_L1)
            m_draft.setType(u"completions"_s);
        m_draft.setSourceType(eval.dataSourceType == "logs"_L1 ? u"responses"_s : u"stored_completions"_s);
        m_draft.setInputType({});
    }
    setWantedSize({1220, 760});
    m_side->setBody(m_draft.toJson());
    showDraft();
    m_general->focusField(u"name"_s);
}

void NewRunDialog::buildPages()
{
    auto *general = new QWidget(this);
    auto *generalLayout = new QVBoxLayout(general);
    generalLayout->setContentsMargins(0, 0, 0, 0);
    m_general->setObjectName(u"general"_s);
    m_general->addText(u"name"_s, tr("&Name"), JsonForm::Need::Optional, tr("mini, prompt v3"));
    m_general->addPairs(u"metadata"_s, tr("Meta&data"));
    generalLayout->addWidget(m_general);
    generalLayout->addStretch(1);
    m_pages->addWidget(general);
    m_pages->addWidget(buildRows());
    m_prompt = new PromptPane(theme(), m_eval.itemSchema, m_models, this);
    m_prompt->setObjectName(u"prompt"_s);
    m_pages->addWidget(m_prompt);
    connect(m_prompt, &PromptPane::edited, this, &NewRunDialog::takeForm);
    m_sampling = new QStackedWidget(this);
    for (const QString &type : {u"completions"_s, u"responses"_s}) {
        JsonForm *form = makeSamplingForm(theme(), type, this);
        m_samplings << form;
        m_sampling->addWidget(scrolled(form, this));
        connect(form, &JsonForm::edited, this, &NewRunDialog::takeForm);
    }
    m_pages->addWidget(m_sampling);
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
    m_rows = new RowsPane(m_context.shell, m_eval.itemSchema, page);
    m_file = new EvalFilePane(m_context, m_eval.itemSchema, page);
    m_source->addWidget(m_rows);
    m_source->addWidget(m_file);
    for (const QString &type : {u"stored_completions"_s, u"responses"_s}) {
        JsonForm *stored = makeStoredForm(theme(), type, page);
        stored->setModels(m_models);
        m_stored << stored;
        m_source->addWidget(scrolled(stored, page));
        connect(stored, &JsonForm::edited, this, &NewRunDialog::takeForm);
    }
    layout->addWidget(m_source, 1);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_draft.setType(m_type->currentData().toString());
        m_side->setBody(m_draft.toJson());
        showDraft();
    });
    connect(m_sourceType, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_draft.setSourceType(m_sourceType->currentData().toString());
        m_side->setBody(m_draft.toJson());
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

void NewRunDialog::startFrom(const EvalRun &run)
{
    m_draft = RunDraft::fromRun(run);
    if (!m_draft.name().isEmpty())
        m_draft.setName(tr("%1 (again)").arg(m_draft.name()));
    m_side->setBody(m_draft.toJson());
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
    m_side->setBody(m_draft.toJson());
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
    m_tabs->setTabEnabled(Prompt, asks);
    m_tabs->setTabEnabled(Sampling, asks);
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

void NewRunDialog::judge()
{
    const QString data = u"data_source"_s;
    QList<FormProblem> problems = m_draft.problems(m_eval.itemSchema);
    QList<FormProblem> own;
    const auto add = [&own](const QString &prefix, const QList<FormProblem> &faults) {
        for (const FormProblem &fault : faults)
            own.append({prefix + fault.path, fault.message, fault.warning});
    };
    add({}, m_general->faults());
    const int source = sourceIndex(m_draft.sourceType());
    if (source == FileContent && m_rows->isReading())
        own.append({data + u".source.content"_s, tr("The rows are being read…")});
    else if (source == FileContent && !m_rows->fault().isEmpty())
        own.append({data + u".source.content"_s, m_rows->fault()});
    else if (source == FileId && m_file->isUploading())
        own.append({data + u".source.id"_s, tr("The file is being uploaded…")});
    else if (source == FileId && !m_file->concern().isEmpty())
        own.append({data + u".source.id"_s, m_file->concern(), true});
    else if (storedForm())
        add(data + u".source."_s, storedForm()->faults());
    if (m_draft.asksModel()) {
        add(data + u'.', m_prompt->faults());
        add(data + u".sampling_params."_s, samplingForm()->faults());
    }
    if (!m_side->fault().isEmpty())
        own.append({u"json"_s, m_side->fault()});
    problems = own + problems;

    m_general->setProblems(problems);
    if (storedForm())
        storedForm()->setProblems(problemsBelow(problems, data + u".source"_s));
    m_prompt->setProblems(problemsBelow(problems, data));
    samplingForm()->setProblems(problemsBelow(problems, data + u".sampling_params"_s));
    for (int tab = General; tab <= Sampling; ++tab) {
        bool wrong = false;
        for (const FormProblem &problem : std::as_const(problems))
            wrong |= !problem.warning && problem.path != "json"_L1 && tabOf(problem.path) == tab;
        m_tabs->setTabIcon(tab, wrong ? theme().icon(Icon::Warning, Token::Bad) : QIcon());
    }
    m_problems->setProblems(problems, tr("It keeps all rules."));
    const bool readOnly = m_context.session.isReadOnly();
    m_create->setEnabled(!firstError(problems) && !m_call.isRunning() && !readOnly);
    m_create->setToolTip(readOnly ? tr("This profile is read-only.") : QString());
}

void NewRunDialog::showField(const QString &path)
{
    if (path == "json"_L1) {
        m_side->setFocus();
        return;
    }
    const int tab = tabOf(path);
    m_tabs->setCurrentIndex(tab);
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

void NewRunDialog::reject()
{
    if (m_call.isRunning())
        return; // what becomes of it would not be known
    ConsoleDialog::reject();
}

void NewRunDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field neither sends nor closes; with Ctrl it sends.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ControlModifier)
            m_create->click();
        return;
    }
    ConsoleDialog::keyPressEvent(event);
}

void NewRunDialog::send()
{
    m_message->dismiss();
    m_sentAt = m_context.shell.clock.unixSeconds();
    m_call = m_context.session.evals().createRun(m_eval.id, m_draft.toJson(), this, [this](const Result<EvalRun> &answer) { ended(answer); });
    m_create->setText(tr("Starting…"));
    m_cancel->setEnabled(false);
    judge();
}

void NewRunDialog::ended(const Result<EvalRun> &answer)
{
    m_call = {};
    m_create->setText(tr("Start run"));
    m_cancel->setEnabled(true);
    judge();
    if (answer) {
        Q_EMIT created(*answer);
        accept();
        return;
    }
    const ApiError &error = answer.error();
    if (error.kind == ApiError::Kind::OutcomeUnknown) {
        askAboutLost();
        return;
    }
    Message message{Message::Kind::Error, error.headline()};
    message.text += u' ' + (error.message.isEmpty() ? error.advice() : error.message);
    message.details = error.details();
    m_message->showMessage(message);
    if (!error.param.isEmpty())
        showField(error.param);
}

void NewRunDialog::askAboutLost()
{
    const auto lookUp = [this](QObject *owner, LostCreateDialog::Answer answer) {
        EvalListQuery newest;
        newest.limit = 100;
        newest.order = u"desc"_s;
        m_context.session.evals().listRuns(m_eval.id, newest, owner, [this, answer](const Result<Page<EvalRun>> &page) {
            if (!page) {
                answer(failure(page.error()));
                return;
            }
            QList<LostCreateDialog::Candidate> found;
            for (const EvalRun &run : page->items) {
                // One that does not say when it was made may be it.
                if (run.name == m_draft.name() && run.createdAt.value_or(m_sentAt) >= m_sentAt - clocksDiffer)
                    found.append({run.id, tr("%1, made %2").arg(run.id, format::exactTime(run.createdAt.value_or(m_sentAt)))});
            }
            answer(found);
        });
    };
    auto *dialog = new LostCreateDialog(theme(), m_draft.name().isEmpty() ? tr("New run") : m_draft.name(), lookUp, this);
    connect(dialog, &LostCreateDialog::sendAgain, this, &NewRunDialog::send);
    connect(dialog, &LostCreateDialog::isThere, this, [this](const QString &id) {
        m_call = m_context.session.evals().retrieveRun(m_eval.id, id, this, [this](const Result<EvalRun> &run) { ended(run); });
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_message->showMessage({Message::Kind::Warning, tr("It may have been started: look at the list before you send it again.")});
    });
    dialog->open();
}

} // namespace odc
