// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview says of itself: the line below its title, how old it is, and what there is to do when it
// is empty.
#include "overviewpage.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "overview/overviewtally.h"
#include "transfers/transferqueue.h"
#include "ui/pages/overview/closingnote.h"
#include "ui/pages/overview/overviewboard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "watch/jobwatch.h"

#include <QDateTime>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// What is older than this is marked with its age.
constexpr qint64 freshSeconds = 15 * 60;

/// Why nothing could be read; null: nobody tried, or it is not so.
const Survey::Fault *fatalFault(const Survey &survey)
{
    const auto fault = std::find_if(survey.faults().cbegin(), survey.faults().cend(),
                                    [](const Survey::Fault &each) { return !each.noArea; });
    return fault == survey.faults().cend() ? nullptr : &*fault;
}

} // namespace

QString OverviewPage::summary() const
{
    const OverviewFigures &figures = m_tally->figures();
    const bool willRead = isWatched() && !m_context.session.lacksKey();
    if (figures.countedAt == 0 || (figures.knownAt == 0 && !willRead))
        return willRead ? tr("Reading what this project holds…")
                           : tr("What runs, what ended, what expires, what is stored");
    QStringList parts;
    if (figures.endedCount > 0)
        parts << tr("%Ln job(s) ended", nullptr, figures.endedCount);
    if (figures.failedCount > 0)
        parts << tr("%Ln failed", nullptr, figures.failedCount);
    if (figures.filesAdded > 0)
        parts << tr("%Ln file(s) added", nullptr, int(std::min<qint64>(figures.filesAdded, 1'000'000'000)));
    const QString ago = format::relativeTime(figures.since, m_context.shell.clock.unixSeconds());
    QString text;
    if (parts.isEmpty())
        text = m_visit.isFirst() ? tr("Nothing ended in the last 24 hours")
                                 : tr("Nothing ended since you were last here, %1", "how long ago").arg(ago);
    else if (m_visit.isFirst())
        text = tr("In the last 24 hours: %1").arg(parts.join(u", "_s));
    else
        text = tr("Since you were last here, %1: %2", "how long ago, and what happened")
                   .arg(ago, parts.join(u", "_s));
    QString age = ageText();
    if (age.isEmpty())
        return text;
    age[0] = age.at(0).toUpper(); // first: in a narrow window the end is cut, and this matters more
    return age + u" · "_s + text;
}

QString OverviewPage::ageText() const
{
    const OverviewFigures &figures = m_tally->figures();
    const qint64 now = m_context.shell.clock.unixSeconds();
    const JobWatch &watch = m_context.watch;
    const Survey &survey = watch.survey();
    // In this run: what runs, and the list of files, of which others may have made and deleted any number meanwhile.
    const bool asked = watch.lookedAt() > 0 && watch.hasReadFiles();
    if (survey.isRunning()) {
        const QString progress =
            tr("reading, %1 of %2 lists").arg(format::number(survey.done()), format::number(survey.total()));
        const qint64 of = m_tally->isSnapshot() ? figures.countedAt : asked ? 0 : figures.knownAt;
        return of > 0 ? tr("as of %1", "how long ago").arg(format::relativeTime(of, now)) + u", "_s + progress : progress;
    }
    if (m_tally->isSnapshot())
        return tr("as of %1", "how long ago").arg(format::relativeTime(figures.countedAt, now));
    if (figures.knownAt == 0)
        return isWatched() ? tr("not all of it was read yet")
                           : tr("not watched, and not all of it was read yet");
    const qint64 looked = asked ? std::max(figures.knownAt, watch.lookedAt()) : figures.knownAt;
    QStringList parts;
    if (!asked || now - looked > freshSeconds || !isWatched())
        parts << tr("as of %1", "how long ago").arg(format::relativeTime(looked, now));
    if (!isWatched())
        parts << tr("not watched");
    return parts.join(u", "_s);
}

void OverviewPage::showState()
{
    const OverviewFigures &figures = m_tally->figures();
    StateOverlay::State state;
    const bool nothing = figures.isEmpty() && m_context.transfers.isEmpty();
    const Survey &survey = m_context.watch.survey();
    const Survey::Fault *fault = figures.knownAt == 0 ? fatalFault(survey) : nullptr;
    const bool reading = survey.isRunning() || (isWatched() && figures.knownAt == 0 && !fault);
    if (nothing && m_context.session.lacksKey()) {
        // As the other pages say it; nothing will be read, however long it is waited for.
        state.kind = StateOverlay::Kind::Error;
        state.icon = Icon::Key;
        state.sentence = tr("This profile has no API key.");
        state.detail = tr("Enter one, and this page shows what the project holds.");
        state.actionText = tr("Edit profile…");
        state.primary = true;
    } else if (nothing && reading) {
        state.kind = StateOverlay::Kind::Loading;
        state.sentence = tr("Reading what this project holds…");
    } else if (nothing && fault) {
        state.kind = StateOverlay::Kind::Error;
        state.sentence = tr("This project could not be read.");
        state.detail = QStringList{fault->error.message, fault->error.advice()}.join(u' ').trimmed();
        state.actionText = tr("Refresh");
    } else if (nothing && figures.knownAt == 0) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Overview;
        state.sentence = tr("Nothing was read of this project yet.");
        state.detail = m_context.profile.isArchive()
                           ? tr("An archive is not watched: it does not change.")
                           : tr("Watching is switched off in the preferences. Refresh reads all lists once.");
        state.actionText = tr("Refresh");
        state.primary = true;
    } else if (nothing) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Overview;
        state.sentence = tr("This project is empty.");
        const bool mayChange = !m_context.session.isReadOnly();
        if (m_sample) {
            state.detail =
                tr("Sample data shows what the console can do; your own files are a good start, too.");
            state.actionText = tr("Add sample data");
            state.secondText = tr("Upload files…");
        } else if (mayChange) {
            state.detail = tr("Upload files to begin: batches, vector stores, evals and fine-tuning jobs are "
                              "made from them.");
            state.actionText = tr("Upload files…");
        }
        state.primary = mayChange;
    }
    const StateOverlay::State &shown = m_overlay->state();
    // A state set anew would take the keyboard off its button.
    if (shown.kind != state.kind || shown.sentence != state.sentence || shown.actionText != state.actionText)
        m_overlay->setState(state);
    m_board->widget()->setVisible(state.kind == StateOverlay::Kind::None); // no keys to what is not seen
}

void OverviewPage::showBanner()
{
    const QDate today = QDateTime::fromSecsSinceEpoch(m_context.shell.clock.unixSeconds()).date();
    const QString note = isInnerShown() ? QString() : closingNote(m_context, m_tally->figures(), today);
    if (note.isEmpty() || note == m_dismissed) {
        m_banner->dismiss();
        return;
    }
    if (m_banner->isShowing() && m_note == note)
        return;
    m_note = note;
    Message message;
    message.kind = Message::Kind::Warning;
    message.text = note;
    message.actionText = tr("Archive now");
    message.key = u"closing"_s;
    m_banner->showMessage(message);
}

} // namespace odc
