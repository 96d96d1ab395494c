// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleaningwatch.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "cleaning/cleaningjob.h"
#include "cleaning/cleaningjournal.h"
#include "index/objectindex.h"
#include "ui/pages/cleaner/cleanercommands.h"
#include "ui/widgets/messagebar.h"

#include <QThreadPool>

#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

CleaningWatch::CleaningWatch(const PageContext &context, MessageBar &messages, QObject *parent)
    : QObject(parent), m_messages(messages)
{
    connect(&messages, &MessageBar::actionTriggered, this,
            [this](const QString &key) { choose(key, u"goOn"_s); });
    connect(&messages, &MessageBar::choiceTriggered, this, &CleaningWatch::choose);
    const QString file = CleanerCommands::journalFile(context);
    if (file.isEmpty() || context.session.isReadOnly())
        return;
    const auto read = [file] {
        const CleaningJournal::Kept kept = CleaningJournal::read(file);
        return CleaningJournal::isFree(file) ? kept : CleaningJournal::Kept();
    };
    // One that came to its end, too: the program may have been killed before the index was written.
    inBackground(this, read, [this, context, file](const CleaningJournal::Kept &kept) {
        if (kept.entries.isEmpty())
            return;
        const auto tell = [this, context, kept, file] {
            tellWhatIsGone(context.index, kept, context.shell.clock.unixSeconds());
            if (!kept.isOpen())
                forgetSoon(context.index, file, kept.id);
        };
        if (context.index.isLoaded())
            tell();
        else
            connect(&context.index, &ObjectIndex::loaded, this, tell);
        if (kept.isOpen() && !context.session.lacksKey())
            m_messages.showMessage(CleanerCommands::offer(kept)); // else the key comes first
    });
}

void CleaningWatch::forgetSoon(ObjectIndex &index, const QString &journal, const QString &id)
{
    // What is read of the index's file is read after all that was to be written; and how that went is told in a turn of its own.
    const auto written = [this, &index, journal, id] {
        index.whenSettled(this, [&index, journal, id] {
            if (index.problem().isEmpty())
                QThreadPool::globalInstance()->start([journal, id] { CleaningJournal::removeEnded(journal, id); });
        });
    };
    index.whenSettled(this, [this, &index, written] {
        index.history(std::numeric_limits<qint64>::max(), 1, this, [written](const QList<HistoryEntry> &) { written(); });
    });
}

CleaningWatch::~CleaningWatch()
{
    m_messages.dismiss(u"cleaning"_s);
}

void CleaningWatch::choose(const QString &key, const QString &action)
{
    if (key != "cleaning"_L1)
        return;
    if (action != "look"_L1)
        m_messages.dismiss(key);
    if (action == "goOn"_L1)
        Q_EMIT actionWanted(u"files.cleanUpGoOn"_s);
    else if (action == "look"_L1)
        Q_EMIT actionWanted(u"files.cleanUpLook"_s);
    else if (action == "forget"_L1)
        Q_EMIT actionWanted(u"files.cleanUpForget"_s);
}

} // namespace odc
