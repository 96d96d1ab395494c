// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of a new batch does once its button is pressed: sends, says how it gets on, asks about what
// was lost.
#include "newbatchdialog.h"

#include "api/session.h"
#include "base/format.h"
#include "lists/batchesmodel.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/forms/lostcreatedialog.h"
#include "ui/pages/batches/batchsourcepane.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Stage = BatchSendJob::Stage;

void NewBatchDialog::send()
{
    if (isBusy())
        return;
    if (mustGoOn()) {
        goOn();
        return;
    }
    m_preparing = true;
    busyChanged();
    showProgress();
    pane()->prepare();
}

/// What is to be sent is ready, or it turned out that it cannot be.
void NewBatchDialog::start()
{
    m_preparing = false;
    const BatchInputPtr input = pane()->input();
    if (const QList<FormProblem> problems = pane()->problems(); firstError(problems)) {
        showDraft();
        showProgress();
        busyChanged();
        return;
    }
    if (m_job && m_sent == input && (input || m_job->parts().first().fileId == pane()->fileId()) &&
        m_job->canGoOn()) {
        m_job->setDraft(m_draft); // what is uploaded is not uploaded again
        m_job->goOn();
    } else {
        delete m_job;
        m_sent = input;
        m_job = new BatchSendJob(context().session, context().transfers, this);
        connect(m_job, &BatchSendJob::changed, this, &NewBatchDialog::showProgress);
        connect(m_job, &BatchSendJob::batchCreated, this, &NewBatchDialog::created);
        connect(m_job, &BatchSendJob::halted, this, &NewBatchDialog::showHalt);
        m_job->setKnownChain(m_knownChain);
        if (input)
            m_job->sendFile(input, m_draft);
        else
            m_job->sendUploaded(pane()->fileId(), m_draft);
    }
    busyChanged();
    showProgress();
}

/// Something was made, or may have been: what else is in the form would not be what that was of.
bool NewBatchDialog::mustGoOn() const
{
    return m_job && (m_job->created() > 0 || (m_job->unknownPart() >= 0 && m_job->canGoOn()));
}

/// What goes out is what the form shows now, and not what it showed when it was sent first.
void NewBatchDialog::goOnAsShown()
{
    if (mustGoOn())
        goOn();
    else
        pressCreate();
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
    m_strip->setVisible(running || m_preparing);
    if (m_preparing) {
        m_strip->setProgress({.done = -1}, tr("Writing and checking the requests…"));
        m_strip->setStopVisible(true);
        m_strip->setStopEnabled(true);
    }
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
    case Stage::Looking:
        text = tr("Looking whether somebody has sent the rest already…");
        break;
    default:
        text = parts > 1 ? tr("Creating batch %1 of %2…").arg(m_job->created() + 1).arg(parts)
                         : tr("Creating the batch…");
        break;
    }
    if (m_job->isStopping())
        text = m_job->stage() == Stage::Creating ? tr("Stopping, as soon as the answer is there…")
                                                 : tr("Stopping…");
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
    const QString soFar =
        made > 0 ? u' ' + tr("%Ln of %1 batches is created.", nullptr, made).arg(all) : QString();
    switch (m_job->stage()) {
    case Stage::Done:
        accept();
        return;
    case Stage::Asking:
        if (m_job->rivals().isEmpty())
            askAboutLost();
        else
            askAboutRivals();
        break;
    case Stage::Stopped: {
        const auto uploaded =
            std::count_if(m_job->parts().cbegin(), m_job->parts().cend(),
                          [](const BatchSendJob::Part &part) { return !part.fileId.isEmpty(); });
        Message message{Message::Kind::Warning, tr("Stopped.")};
        if (made > 0)
            message.text += soFar;
        else if (uploaded > 0 && m_sent)
            message.text +=
                u' ' + tr("%Ln file(s) are uploaded, no batch is created.", nullptr, int(uploaded));
        else
            message.text += u' ' + tr("Nothing is created.");
        message.actionText = tr("Go on");
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
        }
        messages()->showMessage(message);
        if (!error.param.isEmpty())
            showField(error.param);
        break;
    }
    }
    busyChanged();
}

/// Another console has sent the same rest: whether it is sent once more, only a person can say.
void NewBatchDialog::askAboutRivals()
{
    if (m_rivals)
        return;
    const QList<BatchObject> rivals = m_job->rivals();
    const int count = int(rivals.size());
    ConfirmDialog::Question question;
    question.title = tr("The rest was sent already");
    question.introduction = tr(
        "The list holds %Ln attempt(s) at these requests that this console did not know of.", nullptr, count);
    for (const BatchObject &rival : rivals) {
        QStringList words{tr("Attempt %1").arg(rival.links.attempt + 1), rival.id,
                          BatchesModel::statusText(rival)};
        if (rival.createdAt)
            words << tr("made %1").arg(format::exactTime(*rival.createdAt));
        question.things << words.join(u"  ·  "_s);
    }
    question.consequence = tr("Sent once more, the same requests may be answered and paid for twice.");
    question.confirm = tr("Send all the same");
    question.dismiss = tr("Back to the form");
    m_rivals = new ConfirmDialog(theme(), question, this);
    connect(m_rivals, &QDialog::finished, this, [this, rivals, count](int result) {
        m_rivals = nullptr;
        for (const BatchObject &rival : rivals)
            Q_EMIT found(rival);
        if (result == QDialog::Accepted)
            m_job->sendBesideRivals();
        else
            messages()->showMessage(
                {Message::Kind::Warning,
                 tr("Nothing was created: the rest was sent already, as %Ln other batch(es).", nullptr,
                    count)});
        busyChanged();
        showProgress();
    });
    m_rivals->open();
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
            found.append(
                {candidate.id, candidate.madeAt > 0
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
    const QString name = isUpload                       ? part.name
                         : m_draft.listName().isEmpty() ? tr("New batch")
                                                        : m_draft.listName();
    m_lost = new LostCreateDialog(theme(), name, look, this,
                                  isUpload ? LostCreateDialog::By::Name : LostCreateDialog::By::File);
    connect(m_lost, &LostCreateDialog::sendAgain, this, [this] { m_job->decide(false); });
    connect(m_lost, &LostCreateDialog::isThere, this, [this](const QString &id) { m_job->decide(true, id); });
    connect(m_job, &BatchSendJob::changed, m_lost, [this, index] {
        const BatchSendJob::Part::State state = m_job->parts().at(index).state;
        if (m_lost && state != BatchSendJob::Part::State::UploadUnknown &&
            state != BatchSendJob::Part::State::CreateUnknown)
            m_lost->accept(); // it was found
    });
    connect(m_lost, &QDialog::finished, this, [this](int result) {
        m_lost = nullptr;
        if (result == QDialog::Rejected) {
            Message message{Message::Kind::Warning,
                            tr("It may have been sent: look at the list before you send it again.")};
            message.actionText = tr("Decide…");
            messages()->showMessage(message);
        }
        busyChanged();
        showProgress();
    });
    m_lost->open();
}

} // namespace odc
