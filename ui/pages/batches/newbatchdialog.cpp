// SPDX-License-Identifier: GPL-3.0-or-later
#include "newbatchdialog.h"

#include "api/session.h"
#include "base/format.h"
#include "batches/batchchain.h"
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
using Stage = BatchSendJob::Stage;

namespace {

enum Tab { Requests, SettingsTab };
const auto goOnKey = "goOn"_L1;

} // namespace

NewBatchDialog::NewBatchDialog(const PageContext &context, QWidget *parent)
    : CreateDialog(context,
                   {tr("New batch"), tr("Many requests in one file, answered within 24 hours."),
                    tr("Parts of the batch"), tr("Check, upload and create"), tr("Sending…"), tr("Discard this batch?"),
                    tr("The batch was not created."), u"createBatch"_s, true},
                   u"/batches"_s, parent),
      m_settings(new BatchSettingsPane(theme(), this)), m_strip(new ProgressStrip(theme(), this))
{
    setObjectName(u"newBatchDialog"_s);
    addTab(tr("Requests"), buildSources());
    addTab(tr("Settings"), m_settings);
    m_strip->setObjectName(u"sendProgress"_s);
    m_strip->hide();
    body()->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, &NewBatchDialog::stop);
    connect(m_settings, &BatchSettingsPane::edited, this, &NewBatchDialog::takeSettings);
    connect(messages(), &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == goOnKey)
            goOn();
    });
    begin(m_draft.toJson());
    choosePane(m_file);
    showDraft();
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
    addPane(m_uploaded = new BatchUploadedPane(context(), page), tr("An &uploaded file"), u"sourceUploaded"_s);
    addPane(m_table = new BatchTablePane(context(), models(), page), tr("A &table and a template"), u"sourceTable"_s);
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

void NewBatchDialog::startFromRest(std::shared_ptr<const BatchResults> results, const QList<BatchObject> &chain)
{
    if (!results || chain.isEmpty() || m_rest)
        return;
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
    setWindowTitle(tr("Send the rest again"));
    setIntroduction(tr("What “%1” left without an answer goes out again, as attempt %2.")
                        .arg(format::oneLine(name.isEmpty() ? first.id : name, 60))
                        .arg(links.attempt + 1));
    m_choice->hide();
    m_rest = new BatchRestPane(context(), std::move(results), u"%1-attempt-%2.jsonl"_s.arg(links.firstBatch).arg(links.attempt + 1),
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
    if (!said.isEmpty() && !m_draft.endpoint().isEmpty() && said != m_draft.endpoint())
        problems.append({u"endpoint"_s, tr("The requests go to %1.").arg(said)});
    m_settings->setProblems(problems);
    setCreateText(createText());
    showProblems(problems);
    const bool locked = isBusy() || (m_job && m_job->created() > 0);
    parts()->setEnabled(!locked);
}

QString NewBatchDialog::createText() const
{
    if (m_job && m_job->created() > 0)
        return tr("Create the %Ln that are missing", nullptr, int(m_job->parts().size()) - m_job->created());
    const int count = pane()->batches();
    if (count == 0)
        return tr("Create batch");
    if (pane()->fileId().isEmpty())
        return count == 1 ? tr("Upload and create batch") : tr("Split, upload and create %Ln batches", nullptr, count);
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
    return m_preparing || (m_job && m_job->isRunning()) || m_lost;
}

bool NewBatchDialog::hasWork() const
{
    return CreateDialog::hasWork() || pane()->hasWork() || m_job;
}

QString NewBatchDialog::lossText() const
{
    const int made = m_job ? m_job->created() : 0;
    if (made == 0)
        return CreateDialog::lossText();
    const int all = int(m_job->parts().size());
    return tr("%Ln of %1 batches was created, and stays.", nullptr, made).arg(all) + u' ' +
           tr("The others are not created.");
}

void NewBatchDialog::send()
{
    if (isBusy())
        return;
    if (m_job && m_job->created() > 0) {
        goOn();
        return;
    }
    m_preparing = true;
    busyChanged();
    pane()->prepare();
    showProgress();
}

/// What is to be sent is ready, or it turned out that it cannot be.
void NewBatchDialog::start()
{
    m_preparing = false;
    const BatchInputPtr input = pane()->input();
    if (!pane()->problems().isEmpty()) {
        showDraft();
        showProgress();
        busyChanged();
        return;
    }
    if (m_job && m_sent == input && (!input || m_job->parts().first().fileId == pane()->fileId()) && m_job->canGoOn()) {
        m_job->setDraft(m_draft); // what is uploaded is not uploaded again
        m_job->goOn();
    } else {
        delete m_job;
        m_sent = input;
        m_job = new BatchSendJob(context().session, context().transfers, this);
        connect(m_job, &BatchSendJob::changed, this, &NewBatchDialog::showProgress);
        connect(m_job, &BatchSendJob::batchCreated, this, &NewBatchDialog::created);
        connect(m_job, &BatchSendJob::halted, this, &NewBatchDialog::showHalt);
        if (input)
            m_job->sendFile(input, m_draft);
        else
            m_job->sendUploaded(pane()->fileId(), m_draft);
    }
    busyChanged();
    showProgress();
}

void NewBatchDialog::goOn()
{
    if (!m_job || !m_job->canGoOn())
        return;
    messages()->dismiss();
    m_job->goOn();
    busyChanged();
    showProgress();
}

void NewBatchDialog::stop()
{
    if (m_preparing) {
        m_preparing = false;
        pane()->stopPreparing();
        busyChanged();
        showProgress();
    } else if (m_job) {
        m_job->stop();
    }
}

void NewBatchDialog::showProgress()
{
    const bool running = m_job && m_job->isRunning();
    m_strip->setVisible(running);
    if (!running)
        return;
    const qint64 total = std::max<qint64>(1, m_job->total());
    const int parts = int(m_job->parts().size());
    QString text;
    switch (m_job->stage()) {
    case Stage::Splitting:
        text = tr("Splitting the file…");
        break;
    case Stage::Uploading: {
        const qint64 bytes = std::max<qint64>(1, m_sent ? m_sent->check.bytes : 0);
        const qint64 done = std::min(bytes, m_job->uploadedBytes());
        text = tr("Uploading: %1 of %2").arg(format::size(done), format::size(bytes));
        break;
    }
    default:
        text = parts > 1 ? tr("Creating batch %1 of %2…").arg(m_job->created() + 1).arg(parts) : tr("Creating the batch…");
        break;
    }
    if (m_job->isStopping())
        text = m_job->stage() == Stage::Creating ? tr("Stopping, as soon as the answer is there…") : tr("Stopping…");
    m_strip->setProgress({.done = double(m_job->done()) / double(total)}, text);
    m_strip->setStopEnabled(!m_job->isStopping());
    // Of a single create that is out nothing can be stopped.
    m_strip->setStopVisible(m_job->stage() != Stage::Creating || parts > 1);
    setCreateText(createText());
}

void NewBatchDialog::showHalt()
{
    showProgress();
    const int made = m_job->created();
    const int all = int(m_job->parts().size());
    const QString soFar = made > 0 ? u' ' + tr("%Ln of %1 batches is created.", nullptr, made).arg(all) : QString();
    switch (m_job->stage()) {
    case Stage::Done:
        accept();
        return;
    case Stage::Asking:
        askAboutLost();
        break;
    case Stage::Stopped: {
        const auto uploaded = std::count_if(m_job->parts().cbegin(), m_job->parts().cend(),
                                            [](const BatchSendJob::Part &part) { return !part.fileId.isEmpty(); });
        Message message{Message::Kind::Warning, tr("Stopped.")};
        if (made > 0)
            message.text += soFar;
        else if (uploaded > 0 && m_sent)
            message.text += u' ' + tr("%Ln file(s) are uploaded, no batch is created.", nullptr, int(uploaded));
        else
            message.text += u' ' + tr("Nothing is created.");
        message.actionText = tr("Go on");
        message.key = goOnKey;
        messages()->showMessage(message);
        break;
    }
    default: {
        const ApiError &error = m_job->error();
        Message message{Message::Kind::Error, error.headline()};
        const QString more = error.message.isEmpty() ? error.advice() : error.message;
        if (!message.text.contains(more))
            message.text += u' ' + more;
        message.text += soFar;
        message.details = error.details();
        if (m_job->canGoOn()) {
            message.actionText = made > 0 ? tr("Create the rest") : tr("Try again");
            message.key = goOnKey;
        }
        messages()->showMessage(message);
        if (!error.param.isEmpty())
            showField(error.param);
        break;
    }
    }
    busyChanged();
}

/// A reply was lost, and only a person can say what became of the request.
void NewBatchDialog::askAboutLost()
{
    const int index = m_job->unknownPart();
    if (index < 0 || m_lost)
        return;
    const BatchSendJob::Part &part = m_job->parts().at(index);
    const bool isUpload = part.state == BatchSendJob::Part::State::UploadUnknown;
    const auto answerOf = [this, index]() -> Result<QList<LostCreateDialog::Candidate>> {
        const BatchSendJob::Part &asked = m_job->parts().at(index);
        if (!asked.lookedUp)
            return failure(asked.error);
        QList<LostCreateDialog::Candidate> found;
        for (const BatchSendJob::Part::Candidate &candidate : asked.candidates) {
            found.append({candidate.id, candidate.madeAt > 0
                                            ? tr("%1, made %2").arg(candidate.id, format::exactTime(candidate.madeAt))
                                            : candidate.id});
        }
        return found;
    };
    // The job has asked the list already; it does so again at the person's word.
    auto first = std::make_shared<bool>(true);
    const auto look = [this, index, answerOf, first](QObject *owner, const LostCreateDialog::Answer &answer) {
        if (std::exchange(*first, false)) {
            answer(answerOf());
            return;
        }
        auto *asking = new QObject(owner);
        connect(m_job, &BatchSendJob::changed, asking, [this, index, asking, answerOf, answer] {
            if (m_job->parts().at(index).isLooking)
                return;
            asking->deleteLater();
            disconnect(m_job, nullptr, asking, nullptr);
            answer(answerOf());
        });
        m_job->lookAgain();
    };
    const QString name = isUpload ? part.name : m_draft.listName().isEmpty() ? tr("New batch") : m_draft.listName();
    m_lost = new LostCreateDialog(theme(), name, look, this);
    connect(m_lost, &LostCreateDialog::sendAgain, this, [this] { m_job->decide(false); });
    connect(m_lost, &LostCreateDialog::isThere, this, [this](const QString &id) { m_job->decide(true, id); });
    connect(m_job, &BatchSendJob::changed, m_lost, [this, index] {
        const BatchSendJob::Part::State state = m_job->parts().at(index).state;
        if (m_lost && state != BatchSendJob::Part::State::UploadUnknown && state != BatchSendJob::Part::State::CreateUnknown)
            m_lost->accept(); // it was found
    });
    connect(m_lost, &QDialog::finished, this, [this](int result) {
        m_lost = nullptr;
        if (result == QDialog::Rejected) {
            Message message{Message::Kind::Warning,
                            tr("It may have been sent: look at the list before you send it again.")};
            message.actionText = tr("Decide…");
            message.key = goOnKey;
            messages()->showMessage(message);
        }
        busyChanged();
        showProgress();
    });
    m_lost->open();
}

} // namespace odc
