// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/cleaningjob.h"
#include "ui/context/pagecontext.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace odc {

class FilesModel;
class JobStrips;
class MessageBar;
class Survey;

/// Cleaning up as a person does it: chooses, watches, and goes on with what an earlier run began. Owned by
/// the Files page, in whose strips the work is shown.
class CleanerCommands final : public QObject
{
    Q_OBJECT
public:
    CleanerCommands(const PageContext &context, FilesModel &model, QWidget *window, JobStrips &jobs,
                    MessageBar &messages);

    /// Not for archives, nor where nothing may be changed.
    bool isOffered() const;
    /// Opens the dialog; while a clean-up of before is not at its end, says so instead.
    /// `days`: how old unused files are at least, to begin with; none: as usual. `filter`: what is shown at first.
    void clean(std::optional<int> days = {}, const QString &filter = {});
    /// What an earlier run began:
    void goOn();
    void lookAtRest();
    void forget();
    /// restKnown() follows.
    void lookForRest();

    /// Where the journal of this profile is; empty: nothing of it is kept.
    static QString journalFile(const PageContext &context);
    /// What is offered for a clean-up that stopped: the text, and its choices "look" and "forget".
    static struct Message offer(const CleaningJournal::Kept &kept);

Q_SIGNALS:
    /// There is something to be seen in the page: work, or what is said of it.
    void pageWanted();
    /// Whether there is a clean-up that stopped.
    void restKnown(bool there);

private:
    struct Rest
    {
        CleaningJournal::Kept kept; ///< without entries: nothing is to be gone on with
        bool busy = false;          ///< it is gone on with just now, here or in another window
    };
    void withRest(std::function<void(const Rest &)> done);
    void withRestOrSay(std::function<void(const CleaningJournal::Kept &)> done);
    void say(const struct Message &message);
    void sayBusy();
    /// Reads everything that may use files by now, days after the plan was made; goes on when all was read.
    void goOnWhenRead(const CleaningJournal::Kept &kept);
    void stopReading();
    void run(CleaningJob *job);
    void ended(const CleaningJob &job);

    PageContext m_context;
    FilesModel &m_model;
    QWidget *m_window;
    JobStrips &m_jobs;
    MessageBar &m_messages;
    Survey *m_survey = nullptr; ///< while a clean-up is about to go on
};

} // namespace odc
