// SPDX-License-Identifier: GPL-3.0-or-later
#include "newevaldialog.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"
#include "evals/schemainference.h"
#include "settings/settings.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/pages/evals/graderspane.h"
#include "ui/pages/evals/jsonform.h"
#include "ui/pages/evals/jsonside.h"
#include "ui/pages/evals/lostcreatedialog.h"
#include "ui/pages/evals/metadataedit.h"
#include "ui/pages/evals/problemline.h"
#include "ui/pages/evals/schemaedit.h"
#include "ui/pages/evals/trygraderdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { General, Data, Graders };
constexpr qint64 clocksDiffer = 300; ///< seconds by which the server's clock may be behind ours

QString tabPath(int tab)
{
    return tab == Data ? u"data_source_config"_s : tab == Graders ? u"testing_criteria"_s : QString();
}

} // namespace

NewEvalDialog::NewEvalDialog(const PageContext &context, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("New eval"), parent), m_context(context), m_models(new QStringListModel(this)),
      m_message(new MessageBar(theme(), this)), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)),
      m_general(new JsonForm(theme(), this)), m_graders(new GradersPane(theme(), m_models, this)),
      m_side(new JsonSide(theme(), context.session, u"/evals"_s, this)), m_problems(new ProblemLine(theme(), this))
{
    setObjectName(u"newEvalDialog"_s);
    QString about = tr("What one item looks like, and what an answer must keep to pass.");
    if (context.profile.production)
        about += u' ' + tr("This goes to the production profile “%1”.").arg(context.profile.name);
    setIntroduction(about);
    m_message->setObjectName(u"evalMessage"_s);
    body()->addWidget(m_message);

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, metrics::inside, 0);
    leftLayout->setSpacing(metrics::between);
    m_tabs->setObjectName(u"evalTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the eval"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    for (const QString &title : {tr("General"), tr("Data"), tr("Graders")})
        m_tabs->addTab(title);
    leftLayout->addWidget(m_tabs);
    auto *general = new QWidget(this);
    auto *generalLayout = new QVBoxLayout(general);
    generalLayout->setContentsMargins(0, 0, 0, 0);
    m_general->setObjectName(u"general"_s);
    m_general->addText(u"name"_s, tr("&Name"), JsonForm::Need::Optional, tr("ticket triage"));
    m_general->addPairs(u"metadata"_s, tr("Meta&data"));
    generalLayout->addWidget(m_general);
    generalLayout->addStretch(1);
    m_pages->addWidget(general);
    m_pages->addWidget(buildData());
    m_pages->addWidget(m_graders);
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
    m_create = addButton(tr("Create eval"), ButtonRole::Primary);
    m_create->setObjectName(u"createEval"_s);
    m_create->setAutoDefault(false); // Enter in a field is not meant to send
    m_create->setDefault(false);
    connect(m_create, &QPushButton::clicked, this, &NewEvalDialog::send);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_general, &JsonForm::edited, this, &NewEvalDialog::takeForm);
    connect(m_graders, &GradersPane::edited, this, &NewEvalDialog::takeForm);
    connect(m_graders, &GradersPane::tryRequested, this, &NewEvalDialog::tryGrader);
    connect(m_side, &JsonSide::edited, this, [this](const QJsonObject &body) {
        m_draft.setJson(body);
        showDraft();
    });
    connect(m_side, &JsonSide::faultChanged, this, &NewEvalDialog::judge);
    connect(m_problems, &ProblemLine::showRequested, this, &NewEvalDialog::showField);
    context.session.models().list(this, [this](const Result<Page<ModelObject>> &page) {
        QStringList ids;
        for (const ModelObject &model : page ? page->items : QList<ModelObject>())
            ids << model.id;
        ids.sort();
        m_models->setStringList(ids);
    });
    setWantedSize({1220, 760});
    m_side->setBody(m_draft.toJson());
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
    customLayout->addWidget(new HintLabel(theme(), Theme::FontRole::Small,
                                          tr("The shape of one item; graders and prompts use its properties as {{item.name}}."), custom));
    m_schema = new SchemaEdit(theme(), custom);
    customLayout->addWidget(m_schema, 1);
    m_sample = new QCheckBox(tr("Include the &sample: graders may use the answer as {{sample.output_text}}"), custom);
    m_sample->setObjectName(u"includeSample"_s);
    customLayout->addWidget(m_sample);
    m_source->addWidget(custom);
    auto *stored = new QWidget(page);
    auto *storedLayout = new QVBoxLayout(stored);
    storedLayout->setContentsMargins(0, 0, 0, 0);
    storedLayout->setSpacing(metrics::inside);
    storedLayout->addWidget(new HintLabel(theme(), Theme::FontRole::Small,
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
        m_side->setBody(m_draft.toJson());
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
    m_side->setBody(m_draft.toJson());
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
    m_side->setBody(m_draft.toJson());
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
    const QString config = u"data_source_config"_s;
    QList<FormProblem> own;
    if (m_draft.sourceType() == "custom"_L1 && !m_schema->fault().isEmpty())
        own.append({config + u".item_schema"_s, m_schema->fault()});
    for (const FormProblem &fault : m_general->faults() + m_graders->faults())
        own.append({fault.path.startsWith(u'[') ? u"testing_criteria"_s + fault.path : fault.path, fault.message});
    if (!m_side->fault().isEmpty())
        own.append({u"json"_s, m_side->fault()});
    problems = own + problems;

    m_general->setProblems(problems);
    m_graders->setProblems(problemsBelow(problems, u"testing_criteria"_s));
    const QList<FormProblem> source = problemsBelow(problems, config);
    const FormProblem *first = firstError(source) ? firstError(source) : source.isEmpty() ? nullptr : &source.first();
    m_sourceProblem->setText(first ? first->message : QString());
    m_sourceProblem->setToken(first && first->warning ? Token::Warn : Token::Bad);
    m_sourceProblem->setVisible(first);
    for (const int tab : {int(General), int(Data), int(Graders)}) {
        QList<FormProblem> here = problemsBelow(problems, tabPath(tab));
        if (tab == General)
            here = problemsBelow(problems, u"name"_s) + problemsBelow(problems, u"metadata"_s);
        m_tabs->setTabIcon(tab, firstError(here) ? theme().icon(Icon::Warning, Token::Bad) : QIcon());
    }
    m_problems->setProblems(problems, tr("It keeps all rules."));
    const bool readOnly = m_context.session.isReadOnly();
    m_create->setEnabled(!firstError(problems) && !m_call.isRunning() && !readOnly);
    m_create->setToolTip(readOnly ? tr("This profile is read-only.") : QString());
}

void NewEvalDialog::showField(const QString &path)
{
    if (path == "json"_L1) {
        m_side->setFocus();
        return;
    }
    const int tab = path.startsWith(tabPath(Graders)) ? Graders : path.startsWith(tabPath(Data)) ? Data : General;
    m_tabs->setCurrentIndex(tab);
    if (tab == General)
        m_general->focusField(path);
    else if (tab == Graders)
        m_graders->focusField(path.mid(tabPath(Graders).size()));
    else if (path.endsWith("item_schema"_L1))
        m_schema->setFocus();
    else
        m_sourceType->setFocus();
}

void NewEvalDialog::infer()
{
    auto *dialog = new QFileDialog(this, tr("Infer the schema from"), m_context.shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"inferDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        m_schema->setNote(tr("Reading the file…"));
        inBackground(this, [path] { return inferSchemaOfFile(path); },
                     [this](const InferredSchema &inferred) { showInferred(inferred); });
    });
    dialog->open();
}

void NewEvalDialog::showInferred(const InferredSchema &inferred)
{
    if (inferred.rows.content.isEmpty()) {
        m_schema->setNote(inferred.rows.error.isEmpty() ? tr("There are no rows in this file.") : inferred.rows.error);
        return;
    }
    m_draft.setItemSchema(inferred.schema);
    m_side->setBody(m_draft.toJson());
    showDraft();
    m_schema->setNote(inferred.summary());
}

void NewEvalDialog::tryGrader(const QJsonObject &grader)
{
    (new TryGraderDialog(m_context.shell, grader, m_draft.scope().itemSchema, this))->open();
}

void NewEvalDialog::reject()
{
    if (m_call.isRunning())
        return; // what becomes of it would not be known
    ConsoleDialog::reject();
}

void NewEvalDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field neither sends nor closes; with Ctrl it sends.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ControlModifier)
            m_create->click();
        return;
    }
    ConsoleDialog::keyPressEvent(event);
}

void NewEvalDialog::send()
{
    m_message->dismiss();
    m_sentAt = m_context.shell.clock.unixSeconds();
    m_call = m_context.session.evals().create(m_draft.toJson(), this, [this](const Result<EvalObject> &answer) { ended(answer); });
    m_create->setText(tr("Creating…"));
    m_cancel->setEnabled(false);
    judge();
}

void NewEvalDialog::ended(const Result<EvalObject> &answer)
{
    m_call = {};
    m_create->setText(tr("Create eval"));
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

void NewEvalDialog::askAboutLost()
{
    const auto lookUp = [this](QObject *owner, LostCreateDialog::Answer answer) {
        EvalListQuery newest;
        newest.limit = 100;
        newest.order = u"desc"_s;
        newest.orderBy = u"created_at"_s;
        m_context.session.evals().list(newest, owner, [this, answer](const Result<Page<EvalObject>> &page) {
            if (!page) {
                answer(failure(page.error()));
                return;
            }
            QList<LostCreateDialog::Candidate> found;
            for (const EvalObject &eval : page->items) {
                // One that does not say when it was made may be it.
                if (eval.name == m_draft.name() && eval.createdAt.value_or(m_sentAt) >= m_sentAt - clocksDiffer)
                    found.append({eval.id, tr("%1, made %2").arg(eval.id, format::exactTime(eval.createdAt.value_or(m_sentAt)))});
            }
            answer(found);
        });
    };
    auto *dialog = new LostCreateDialog(theme(), m_draft.name().isEmpty() ? tr("New eval") : m_draft.name(), lookUp, this);
    connect(dialog, &LostCreateDialog::sendAgain, this, &NewEvalDialog::send);
    connect(dialog, &LostCreateDialog::isThere, this, [this](const QString &id) {
        m_call = m_context.session.evals().retrieve(id, this, [this](const Result<EvalObject> &eval) { ended(eval); });
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_message->showMessage({Message::Kind::Warning, tr("It may have been created: look at the list before you send it again.")});
    });
    dialog->open();
}

} // namespace odc
