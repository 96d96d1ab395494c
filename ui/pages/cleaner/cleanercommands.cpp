// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanercommands.h"

#include "api/session.h"
#include "base/background.h"
#include "base/format.h"
#include "cleaning/cleaningplan.h"
#include "lists/filesmodel.h"
#include "transfers/filenews.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/bulkreportdialog.h"
#include "ui/pages/cleaner/cleanerdialog.h"
#include "ui/pages/jobstrips.h"
#include "ui/widgets/messagebar.h"
#include "watch/survey.h"

#include <memory>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto messageKey = "cleaning"_L1;
constexpr auto readingKey = "cleaningReads"_L1;

} // namespace

CleanerCommands::CleanerCommands(const PageContext &context, FilesModel &model, QWidget *window,
                                 JobStrips &jobs, MessageBar &messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_jobs(jobs),
      m_messages(messages)
{
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == messageKey)
            goOn();
        else if (key == readingKey)
            stopReading();
    });
    connect(&messages, &MessageBar::choiceTriggered, this, [this](const QString &key, const QString &choice) {
        if (key == messageKey && choice == "look"_L1)
            lookAtRest();
        else if (key == messageKey && choice == "forget"_L1)
            forget();
    });
}

bool CleanerCommands::isOffered() const
{
    return !m_context.profile.isArchive() && !m_context.session.isReadOnly();
}

QString CleanerCommands::journalFile(const PageContext &context)
{
    // A profile of the environment may be another service each time, and leaves nothing on the disk.
    if (context.profile.temporary || context.profile.isArchive())
        return {};
    return context.shell.connector.cleaningFile(context.profile.id);
}

Message CleanerCommands::offer(const CleaningJournal::Kept &kept)
{
    Message message;
    message.kind = Message::Kind::Warning;
    message.key = messageKey;
    message.text = tr("A clean-up of %1 things stopped at %2.")
                       .arg(format::number(kept.entries.size()), format::number(kept.ended()));
    if (const int unknown = kept.unknown(); unknown > 0)
        message.text += u' ' + tr("Of %Ln more it is not known whether they are gone.", nullptr, unknown);
    message.actionText = tr("Go on");
    message.choices = {{u"look"_s, tr("Look")}, {u"forget"_s, tr("Forget")}};
    return message;
}

void CleanerCommands::withRest(std::function<void(const Rest &)> done)
{
    const auto read = [file = journalFile(m_context)]() -> Rest {
        if (file.isEmpty())
            return {};
        if (!CleaningJournal::isFree(file))
            return {{}, true};
        const CleaningJournal::Kept kept = CleaningJournal::read(file);
        return {kept.isOpen() ? kept : CleaningJournal::Kept(), false};
    };
    inBackground(this, read, std::move(done));
}

void CleanerCommands::say(const Message &message)
{
    m_messages.showMessage(message);
    Q_EMIT pageWanted();
}

void CleanerCommands::sayBusy()
{
    Message message;
    message.kind = Message::Kind::Info;
    message.key = u"cleaned"_s;
    message.text = tr("A clean-up of this profile is running. Wait for its end, or stop it.");
    say(message);
}

void CleanerCommands::withRestOrSay(std::function<void(const CleaningJournal::Kept &)> done)
{
    withRest([this, done = std::move(done)](const Rest &rest) {
        if (rest.busy) {
            sayBusy();
            return;
        }
        if (!rest.kept.entries.isEmpty()) {
            done(rest.kept);
            return;
        }
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"cleaned"_s;
        message.text = tr("There is no clean-up to go on with.");
        m_messages.showMessage(message);
    });
}

void CleanerCommands::clean(std::optional<int> days, const QString &filter)
{
    if (!isOffered())
        return;
    m_messages.dismiss(u"cleaned"_s);
    withRest([this, days, filter](const Rest &rest) {
        if (rest.busy) {
            sayBusy();
            return;
        }
        // A new plan would take the place of the old one.
        if (!rest.kept.entries.isEmpty()) {
            say(offer(rest.kept));
            return;
        }
        auto *dialog = new CleanerDialog(m_context, days.value_or(CleaningOptions().days), m_window);
        dialog->setFilter(filter);
        connect(dialog, &CleanerDialog::chosen, this, [this](const QList<CleaningItem> &items) {
            run(new CleaningJob(m_context.session, m_context.index, items, journalFile(m_context), this));
        });
        dialog->open();
    });
}

void CleanerCommands::goOn()
{
    if (!isOffered())
        return;
    m_messages.dismiss(messageKey);
    withRestOrSay([this](const CleaningJournal::Kept &kept) { goOnWhenRead(kept); });
}

void CleanerCommands::goOnWhenRead(const CleaningJournal::Kept &kept)
{
    if (m_survey)
        return; // on its way
    Message reading;
    reading.kind = Message::Kind::Info;
    reading.key = readingKey;
    reading.text = tr("Reading what uses files by now, before the clean-up goes on…");
    reading.actionText = tr("Stop");
    m_messages.showMessage(reading);
    m_survey = new Survey(m_context.session, m_context.index, this);
    connect(m_survey, &Survey::finished, this, [this, kept] {
        const bool all =
            CleaningInput::wholeParts(m_context.index, *m_survey, false) == Survey::Parts(Survey::Everything);
        QString why;
        for (const Survey::Fault &fault : m_survey->faults()) {
            if (!fault.noArea && why.isEmpty())
                why = format::oneLine(fault.error.headline(), 120);
        }
        stopReading();
        if (all) {
            run(new CleaningJob(m_context.session, m_context.index, kept, journalFile(m_context), this));
            return;
        }
        Message message = offer(kept);
        message.text =
            tr("The clean-up did not go on: not everything that may use files by now could be read. %1")
                .arg(why)
                .trimmed();
        m_messages.showMessage(message);
    });
    m_survey->start(Survey::Everything);
}

void CleanerCommands::stopReading()
{
    if (m_survey) {
        m_survey->stop();
        std::exchange(m_survey, nullptr)->deleteLater();
    }
    m_messages.dismiss(readingKey);
}

void CleanerCommands::lookAtRest()
{
    withRestOrSay([this](const CleaningJournal::Kept &kept) {
        auto *job = new CleaningJob(m_context.session, m_context.index, kept, {}, this);
        auto *dialog = new BulkReportDialog(m_context.shell.theme, *job, m_window);
        connect(dialog, &QDialog::finished, job, &QObject::deleteLater);
        dialog->open();
    });
}

void CleanerCommands::forget()
{
    m_messages.dismiss(messageKey);
    const auto remove = [file = journalFile(m_context)] {
        CleaningJournal::remove(file);
        return true;
    };
    inBackground(this, remove, [this](bool) { Q_EMIT restKnown(false); });
}

void CleanerCommands::lookForRest()
{
    withRest([this](const Rest &rest) { Q_EMIT restKnown(!rest.busy && !rest.kept.entries.isEmpty()); });
}

void CleanerCommands::run(CleaningJob *job)
{
    // Thousands of deletions must not each rebuild the table.
    auto pending = std::make_shared<QSet<QString>>();
    const auto flush = [this, pending] {
        const QSet<QString> gone = std::exchange(*pending, {});
        if (gone.isEmpty())
            return;
        m_model.removeIds(gone);
        FileNews::of(m_context.transfers).tellDeleted(gone);
    };
    connect(job, &CleaningJob::fileRemoved, this, [pending](const QString &id) { pending->insert(id); });
    connect(job, &BulkJob::progressChanged, this, flush);
    connect(job, &BulkJob::finished, this, flush);
    connect(job, &BulkJob::finished, this, [this, job] { ended(*job); });
    m_jobs.run(job);
    Q_EMIT pageWanted();
}

void CleanerCommands::ended(const CleaningJob &job)
{
    const CleaningReport report = job.report();
    const bool well = report.failed + report.stillListed + report.left + report.unverified == 0;
    Message message;
    message.kind = well ? Message::Kind::Ok : Message::Kind::Warning;
    message.key = u"cleaned"_s;
    message.text = tr("Clean-up: %1. %2 are free again.").arg(report.sentence(), format::size(report.bytes));
    if (report.problem.kind != ApiError::Kind::None)
        message.details = report.problem.details();
    m_messages.showMessage(message);
    if (well)
        forget(); // nothing is left to go on with
    else
        lookForRest();
}

} // namespace odc
