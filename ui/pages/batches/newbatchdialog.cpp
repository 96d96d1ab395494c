// SPDX-License-Identifier: GPL-3.0-or-later
#include "newbatchdialog.h"

#include "api/session.h"
#include "base/format.h"
#include "batches/batchchain.h"
#include "transfers/downloadname.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/lostcreatedialog.h"
#include "ui/pages/batches/batchfilepane.h"
#include "ui/pages/batches/batchrestpane.h"
#include "ui/pages/batches/batchsettingspane.h"
#include "ui/pages/batches/batchtablepane.h"
#include "ui/pages/batches/batchuploadedpane.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { Requests, SettingsTab };

} // namespace

NewBatchDialog::NewBatchDialog(const PageContext &context, QWidget *parent)
    : CreateDialog(context,
                   {tr("New batch"), tr("Many requests in one file, answered within 24 hours."),
                    tr("Parts of the batch"), tr("Check, upload and create"), tr("Sending…"),
                    tr("Discard this batch?"), tr("The batch was not created."), u"createBatch"_s,
                    EchoNote::About::Answers},
                   u"/batches"_s, parent),
      m_settings(new BatchSettingsPane(theme(), this)), m_strip(new ProgressStrip(theme(), this))
{
    setObjectName(u"newBatchDialog"_s);
    addTab(tr("Requests"), buildSources());
    addTab(tr("Settings"), m_settings);
    addBelowSide(m_table->previewBox());
    m_strip->setObjectName(u"sendProgress"_s);
    m_strip->layout()->setContentsMargins({}); // the dialog has its own
    m_strip->hide();
    body()->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, &NewBatchDialog::stop);
    connect(m_settings, &BatchSettingsPane::edited, this, &NewBatchDialog::takeSettings);
    connect(messages(), &MessageBar::actionTriggered, this, &NewBatchDialog::goOnAsShown);
    begin(m_draft.toJson());
    choosePane(m_file);
    showDraft();
    m_file->setFocus();
}

QWidget *NewBatchDialog::buildSources()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    m_choice = new QWidget(page);
    auto *row = new QHBoxLayout(m_choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::edge);
    row->addStretch(1);
    m_buttons = new QButtonGroup(page);
    m_sources = new QStackedWidget(page);
    layout->addWidget(m_choice);
    layout->addWidget(m_sources, 1);
    addPane(m_file = new BatchFilePane(context(), page), tr("A &file on this computer"), u"sourceFile"_s);
    addPane(m_uploaded = new BatchUploadedPane(context(), page), tr("An &uploaded file"),
            u"sourceUploaded"_s);
    addPane(m_table = new BatchTablePane(context(), models(), page), tr("A &table and a template"),
            u"sourceTable"_s);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { choosePane(m_panes.value(id)); });
    return page;
}

void NewBatchDialog::addPane(BatchSourcePane *pane, const QString &text, const QString &name)
{
    const int id = int(m_panes.size());
    m_panes << pane;
    m_sources->addWidget(pane);
    if (!text.isEmpty()) {
        auto *button = new QRadioButton(text, m_choice);
        button->setObjectName(name);
        m_buttons->addButton(button, id);
        auto *row = static_cast<QHBoxLayout *>(m_choice->layout());
        row->insertWidget(row->count() - 1, button);
    }
    connect(pane, &BatchSourcePane::edited, this, [this, pane] {
        if (pane == this->pane())
            takeSource();
    });
    connect(pane, &BatchSourcePane::prepared, this, [this, pane] {
        if (m_preparing && pane == this->pane())
            start();
    });
}

BatchSourcePane *NewBatchDialog::pane() const
{
    return m_panes.value(m_sources->currentIndex());
}

void NewBatchDialog::choosePane(BatchSourcePane *pane)
{
    const int id = int(m_panes.indexOf(pane));
    m_sources->setCurrentIndex(id);
    if (QAbstractButton *button = m_buttons->button(id))
        button->setChecked(true);
    m_table->previewBox()->setVisible(pane == m_table);
    takeSource();
}

void NewBatchDialog::startFromFile(const QString &path)
{
    choosePane(m_file);
    m_file->setPath(path);
}

void NewBatchDialog::startFromUploaded(const QString &fileId)
{
    choosePane(m_uploaded);
    m_uploaded->setFileId(fileId);
    takeSource();
}

void NewBatchDialog::startFromTable(const QString &path)
{
    choosePane(m_table);
    m_table->setPath(path);
}

void NewBatchDialog::startLike(const BatchObject &batch)
{
    m_draft.setMetadata(BatchLinks().writtenInto(batch.metadata));
    m_draft.setEndpoint(batch.endpoint);
    const QJsonValue seconds = batch.raw.value("output_expires_after"_L1)["seconds"_L1];
    if (seconds.isDouble())
        m_draft.setOutputSeconds(seconds.toInteger());
    begin(m_draft.toJson());
    showDraft();
}

void NewBatchDialog::startFromRest(std::shared_ptr<const BatchResults> results,
                                   const QList<BatchObject> &chain)
{
    if (!results || chain.isEmpty() || m_rest)
        return;
    m_knownChain = chain;
    const BatchObject &first = chain.first();
    int attempt = 0;
    for (const BatchObject &batch : chain)
        attempt = std::max(attempt, batch.links.attempt);
    BatchLinks links;
    links.firstBatch = first.links.chainOf(first.id);
    links.attempt = attempt + 1;
    startLike(first);
    m_draft.setLinks(links);
    begin(m_draft.toJson());
    const QString name = batchName(first);
    setTitle(tr("Send the rest again"));
    setIntroduction(tr("What “%1” left without an answer goes out again, as attempt %2.")
                        .arg(format::oneLine(name.isEmpty() ? first.id : name, 60))
                        .arg(links.attempt + 1));
    m_choice->hide();
    m_rest =
        new BatchRestPane(context(), std::move(results),
                          // The id is the server's word: it must lead into no other folder.
                          safeFileName(u"%1-attempt-%2.jsonl"_s.arg(links.firstBatch,
                                                                    QString::number(links.attempt + 1))),
                          m_sources);
    addPane(m_rest, {}, {});
    choosePane(m_rest);
    showDraft();
}

void NewBatchDialog::takeSource()
{
    const QString said = pane()->endpoint();
    if (!said.isEmpty())
        m_draft.setEndpoint(said);
    m_draft.setInputFileId(pane()->fileId());
    side()->setBody(m_draft.toJson());
    showDraft();
}

void NewBatchDialog::takeSettings()
{
    if (m_filling)
        return;
    m_settings->writeTo(m_draft);
    side()->setBody(m_draft.toJson());
    judge();
}

void NewBatchDialog::takeBody(const QJsonObject &body)
{
    m_draft.setJson(body);
    const QString fileId = m_draft.inputFileId();
    if (!m_rest && !fileId.isEmpty() && fileId != pane()->fileId()) {
        m_uploaded->setFileId(fileId);
        m_sources->setCurrentIndex(int(m_panes.indexOf(m_uploaded)));
        m_buttons->button(m_sources->currentIndex())->setChecked(true);
        m_table->previewBox()->hide();
    }
    showDraft();
}

void NewBatchDialog::showDraft()
{
    m_filling = true;
    m_settings->setDraft(m_draft);
    m_settings->setEndpointFixed(pane()->endpoint().isEmpty() ? QString() : pane()->endpointReason());
    m_filling = false;
    judge();
}

void NewBatchDialog::judge()
{
    const BatchInputPtr input = pane()->input();
    BatchDraft::Circumstances circumstances;
    circumstances.hasFileId = pane() == m_uploaded;
    circumstances.reservedPairs = input && input->check.tooBig ? 2 : 0;
    QList<FormProblem> problems = pane()->problems() + m_draft.problems(circumstances);
    const QString said = pane()->endpoint();
    // Requests that are not there yet will say where they go.
    if (said.isEmpty() && pane() != m_uploaded && m_draft.endpoint().isEmpty())
        problems.removeIf([](const FormProblem &problem) { return problem.path == "endpoint"_L1; });
    if (!said.isEmpty() && !m_draft.endpoint().isEmpty() && said != m_draft.endpoint())
        problems.append({u"endpoint"_s, tr("The requests go to %1.").arg(said)});
    m_settings->setProblems(problems);
    setCreateText(createText());
    showProblems(problems);
    const bool locked = isBusy() || mustGoOn();
    parts()->setEnabled(!locked);
}

QString NewBatchDialog::createText() const
{
    if (m_job && m_job->created() > 0)
        return tr("Create the %Ln that are missing", nullptr, int(m_job->parts().size()) - m_job->created());
    const int count = pane()->batches();
    if (count == 0)
        return tr("Create batch");
    if (pane() != m_uploaded && pane()->fileId().isEmpty())
        return count == 1 ? tr("Upload and create batch")
                          : tr("Split, upload and create %Ln batches", nullptr, count);
    return tr("Create batch");
}

int NewBatchDialog::tabOf(const QString &path) const
{
    return path.startsWith("source"_L1) || path == "input_file_id"_L1 ? Requests : SettingsTab;
}

void NewBatchDialog::focusField(const QString &path)
{
    if (tabOf(path) == Requests)
        pane()->focusField(path);
    else
        m_settings->focusField(path);
}

bool NewBatchDialog::isBusy() const
{
    return m_preparing || (m_job && m_job->isRunning()) || m_lost || m_rivals;
}

bool NewBatchDialog::hasWork() const
{
    // An endpoint that came with the requests was not filled in.
    BatchDraft plain = m_draft;
    if (!pane()->endpoint().isEmpty())
        plain.setEndpoint(BatchDraft::fromJson(begun()).endpoint());
    return plain.toJson() != begun() || !side()->fault().isEmpty() || pane()->hasWork() || m_job;
}

QString NewBatchDialog::lossText() const
{
    const int made = m_job ? m_job->created() : 0;
    if (made == 0 && m_job && m_job->unknownPart() >= 0)
        return tr("It may have been sent: look at the list before you send it again.");
    if (made == 0)
        return CreateDialog::lossText();
    const int all = int(m_job->parts().size());
    return tr("%Ln of %1 batches was created, and stays.", nullptr, made).arg(all) + u' ' +
           tr("The others are not created.");
}

} // namespace odc
