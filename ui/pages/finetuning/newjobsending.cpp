// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of a new fine-tuning job does once its button is pressed: uploads, creates, asks about what
// was lost.
#include "newjobdialog.h"

#include "api/session.h"
#include "base/format.h"
#include "finetuning/trainingclosed.h"
#include "finetuning/trainingupload.h"
#include "ui/forms/jsonside.h"
#include "ui/pages/finetuning/trainingfileedit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"

#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;
using State = TrainingUpload::State;

void NewJobDialog::prepare()
{
    m_preparing = true;
    busyChanged();
    uploadNext();
}

/// Uploads what is not there yet, one after the other; then the job is created.
void NewJobDialog::uploadNext()
{
    for (TrainingFileEdit *file : {m_training, m_validation}) {
        if (file->needsUpload()) {
            file->upload().start(file->input());
            showProgress();
            return;
        }
    }
    m_preparing = false;
    m_draft.setTrainingFile(m_training->fileId());
    m_draft.setValidationFile(m_validation->fileId());
    side()->setBody(m_draft.toJson());
    sendNow();
    showProgress();
}

void NewJobDialog::uploadHalted(TrainingFileEdit *file)
{
    if (!m_preparing)
        return;
    const TrainingUpload &upload = file->upload();
    switch (upload.state()) {
    case State::Done:
        uploadNext();
        return;
    case State::Unknown:
        askAboutUpload(file);
        return;
    case State::Stopped:
        messages()->showMessage({Message::Kind::Warning, tr("Stopped. Nothing is created.")});
        break;
    default: {
        const ApiError &error = upload.error();
        const bool changed = error.code == "file_changed"_L1;
        Message message{Message::Kind::Error, changed ? error.message : error.headline()};
        const QString more = error.message.isEmpty() ? error.advice() : error.message;
        if (!message.text.contains(more))
            message.text += u' ' + more;
        message.details = error.details();
        if (changed)
            file->checkAgain();
        else
            message.actionText = tr("Try again");
        messages()->showMessage(message);
        break;
    }
    }
    endPreparing();
}

void NewJobDialog::endPreparing()
{
    m_preparing = false;
    busyChanged();
    showProgress();
}

void NewJobDialog::stop()
{
    for (TrainingFileEdit *file : {m_training, m_validation})
        file->upload().stop();
}

void NewJobDialog::reject()
{
    if (m_preparing)
        stop();
    else
        CreateCallDialog::reject();
}

void NewJobDialog::showProgress()
{
    m_strip->setVisible(isBusy());
    m_strip->setStopVisible(m_preparing); // of a create that is out nothing can be stopped
    if (!isBusy())
        return;
    for (TrainingFileEdit *file : {m_training, m_validation}) {
        const TrainingUpload &upload = file->upload();
        if (!upload.isRunning())
            continue;
        const double total = double(std::max<qint64>(1, upload.bytesTotal()));
        m_strip->setProgress({.done = double(upload.bytesDone()) / total},
                             tr("Uploading “%1”: %2 of %3")
                                 .arg(format::oneLine(upload.name(), 40), format::size(upload.bytesDone()),
                                      format::size(upload.bytesTotal())));
        return;
    }
    if (!m_preparing)
        m_strip->setProgress({.done = -1}, tr("Creating the job…"));
}

/// The reply to an upload was lost, and only a person can say what became of it.
void NewJobDialog::askAboutUpload(TrainingFileEdit *file)
{
    if (m_lost)
        return;
    TrainingUpload *upload = &file->upload();
    const auto answerOf = [upload]() -> Result<QList<LostCreateDialog::Candidate>> {
        if (!upload->isLookedUp())
            return failure(upload->error());
        QList<LostCreateDialog::Candidate> found;
        for (const QString &id : upload->candidates())
            found.append({id, id});
        return found;
    };
    // The queue has asked the list already; it does so again at the person's word.
    auto first = std::make_shared<bool>(true);
    const auto look = [upload, answerOf, first](QObject *owner, const LostCreateDialog::Answer &answer) {
        if (std::exchange(*first, false)) {
            answer(answerOf());
            return;
        }
        auto *asking = new QObject(owner);
        connect(upload, &TrainingUpload::changed, asking, [upload, asking, answerOf, answer] {
            if (upload->isLooking())
                return;
            asking->deleteLater();
            disconnect(upload, nullptr, asking, nullptr);
            answer(answerOf());
        });
        upload->lookAgain();
    };
    m_lost = new LostCreateDialog(theme(), upload->name(), look, this);
    connect(m_lost, &LostCreateDialog::sendAgain, this, [upload] { upload->decide(false); });
    connect(m_lost, &LostCreateDialog::isThere, this,
            [upload](const QString &id) { upload->decide(true, id); });
    connect(upload, &TrainingUpload::changed, m_lost, [this, upload] {
        if (m_lost && upload->state() != State::Unknown)
            m_lost->accept(); // it was decided elsewhere: on the Transfers page
    });
    connect(m_lost, &QDialog::finished, this, [this](int result) {
        m_lost = nullptr;
        if (result == QDialog::Accepted)
            return;
        messages()->showMessage(
            {.kind = Message::Kind::Warning,
             .text =
                 tr("The file may have been uploaded: look at the list of files before you send it again."),
             .actionText = tr("Decide…")});
        endPreparing();
    });
    m_lost->open();
}

QString NewJobDialog::createText() const
{
    return m_training->needsUpload() || m_validation->needsUpload() ? tr("Upload and create job")
                                                                    : tr("Create job");
}

Call NewJobDialog::sendBody()
{
    m_sent = m_draft;
    return context().session.fineTuning().create(m_draft.toJson(), this,
                                                 [this](const Result<FineTuningJob> &answer) {
                                                     if (answer)
                                                         Q_EMIT created(*answer);
                                                     if (answer)
                                                         succeeded();
                                                     else
                                                         failed(answer.error());
                                                     showProgress();
                                                 });
}

Call NewJobDialog::fetch(const QString &id)
{
    return context().session.fineTuning().retrieve(id, this, [this](const Result<FineTuningJob> &answer) {
        if (answer)
            Q_EMIT found(*answer);
        if (answer)
            succeeded();
        else
            failed(answer.error());
        showProgress();
    });
}

QString NewJobDialog::nameOfIt() const
{
    return m_draft.suffix().isEmpty() ? tr("New fine-tuning job") : m_draft.suffix();
}

void NewJobDialog::lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer)
{
    FineTuningListQuery newest;
    newest.limit = 100;
    const auto read = [this, since, answer](const Result<Page<FineTuningJob>> &page) {
        if (!page) {
            answer(failure(page.error()));
            return;
        }
        QList<LostCreateDialog::Candidate> found;
        for (const FineTuningJob &job : page->items) {
            // The server may have taken a dated snapshot of the model; one that does not say when it was made
            // may be it.
            if (job.trainingFileId == m_sent.trainingFile() && job.model.startsWith(m_sent.model()) &&
                job.createdAt.value_or(since) >= since)
                found.append(candidate(job.id, job.createdAt.value_or(since)));
        }
        answer(found);
    };
    context().session.fineTuning().list(newest, owner, read);
}

Message NewJobDialog::refusal(const ApiError &error) const
{
    Message message = CreateCallDialog::refusal(error);
    if (!saysTrainingIsClosed(error))
        return message;
    message.text =
        tr("The service makes no new fine-tuning jobs for this account. It is closing: since 7 May 2026 for "
           "organisations that never trained a model, since 2 July 2026 for those whose models were not used "
           "for 60 days, and after 6 January 2027 for everybody. Models that are trained already can be used "
           "until their base model retires. The service said: %1")
            .arg(error.message);
    return message;
}

} // namespace odc
