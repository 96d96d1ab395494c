// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferwatch.h"

#include "api/session.h"
#include "base/clock.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "ui/pages/transfers/transfercommands.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>

#include <algorithm>
#include <climits>

namespace odc {

using namespace Qt::StringLiterals;
using State = TransferRecord::State;

namespace {

constexpr auto openedKey = "transfers"_L1;
// As sizes and rates are shown.
constexpr qint64 bytesPerKB = 1000;
constexpr qint64 bytesPerMB = 1000 * 1000;
/// Work shorter than this ends before anybody looks away.
constexpr qint64 longQueueMs = 10'000;
/// One transfer of several is worth a word of its own only when there are few, and it was long.
constexpr qint64 longTransferMs = 60'000;
constexpr int few = 3;
constexpr qsizetype mostProblems = 2;

} // namespace

TransferWatch::TransferWatch(const PageContext &context, MessageBar &messages, QWidget *window)
    : QObject(window), m_context(context), m_messages(messages), m_window(window), m_settled(new QTimer(this))
{
    TransferQueue &queue = context.transfers;
    applySettings();
    connect(&context.shell.settings, &Settings::changed, this, &TransferWatch::applySettings);
    connect(&queue, &TransferQueue::opened, this, &TransferWatch::sayOpened);
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) { choose(key, {}); });
    connect(&messages, &MessageBar::choiceTriggered, this, &TransferWatch::choose);
    m_settled->setSingleShot(true);
    m_settled->setInterval(0);
    connect(m_settled, &QTimer::timeout, this, &TransferWatch::sayEnded);
    const auto busy = [this] {
        if (m_busySince < 0 && m_context.transfers.counts().active > 0)
            m_busySince = m_context.shell.clock.monotonicMs();
    };
    connect(&queue, &TransferQueue::added, this, busy);
    connect(&queue, &TransferQueue::progressed, this, [this, busy] {
        if (m_busySince < 0)
            busy();
    });
    connect(&queue, &TransferQueue::ended, this, &TransferWatch::transferEnded);
    connect(&queue, &TransferQueue::ended, this, &TransferWatch::reviewPending);
    connect(&queue, &TransferQueue::progressed, this, &TransferWatch::reviewPending); // paused, say
    connect(&queue, &TransferQueue::removed, this, &TransferWatch::reviewPending);
}

void TransferWatch::applySettings()
{
    const Settings &settings = m_context.shell.settings;
    // A settings file may hold anything.
    const auto number = [&](Setting setting, int least, int most) { return std::clamp(settings.number(setting), least, most); };
    m_context.transfers.setAtOnce(number(Setting::TransfersAtOnce, 1, 6));
    m_context.transfers.setPartsFrom(number(Setting::PartsAboveMB, 8, 512) * bytesPerMB);
    m_context.session.setTransferRates(number(Setting::UploadLimitKB, 0, INT_MAX) * bytesPerKB,
                                       number(Setting::DownloadLimitKB, 0, INT_MAX) * bytesPerKB);
}

void TransferWatch::sayOpened(int goingOn, const QStringList &problems)
{
    const int pending = int(m_context.transfers.pendingUploads().size());
    // Each names two files: more than a few would push the page out of the window.
    QStringList sentences = problems.first(std::min<qsizetype>(problems.size(), mostProblems));
    if (problems.size() > mostProblems)
        sentences << tr("%Ln more like this.", nullptr, int(problems.size() - mostProblems));
    if (goingOn > 0)
        sentences << tr("%Ln transfer(s) of the last run go on.", nullptr, goingOn);
    if (pending > 0)
        sentences << tr("%Ln upload(s) wait at the server, for an hour at most.", nullptr, pending);
    if (sentences.isEmpty())
        return;
    Message message;
    message.kind = problems.isEmpty() ? Message::Kind::Info : Message::Kind::Warning;
    message.key = openedKey;
    message.text = sentences.join(u' ');
    if (pending > 0)
        message.choices = {{u"resume"_s, tr("Resume")}, {u"cancel"_s, tr("Cancel %Ln", nullptr, pending)}};
    message.actionText = tr("Show");
    m_messages.showMessage(message);
}

void TransferWatch::choose(const QString &key, const QString &choice)
{
    if (key != openedKey)
        return;
    TransferQueue &queue = m_context.transfers;
    const QStringList pending = queue.pendingUploads();
    if (choice == "cancel"_L1) {
        askToCancel(m_context, pending, m_window);
        return;
    }
    m_messages.dismiss(key);
    if (choice == "resume"_L1) {
        queue.resume(pending);
        queue.retry(pending);
    } else {
        Q_EMIT showRequested();
    }
}

QString TransferWatch::whatGoesOn() const
{
    const int active = m_context.transfers.counts().active;
    if (active == 0)
        return {};
    return m_context.transfers.isKept()
        ? tr("%Ln transfer(s) are under way. They are kept, and go on when this profile is opened again.", nullptr, active)
        : tr("%Ln transfer(s) are under way. They cannot be kept, and would be stopped.", nullptr, active);
}

void TransferWatch::reviewPending()
{
    const Message &said = m_messages.message();
    if (said.key != openedKey)
        return;
    const bool asks = !said.choices.isEmpty();
    const bool onlyGoesOn = !asks && said.kind == Message::Kind::Info;
    if ((asks && m_context.transfers.pendingUploads().isEmpty()) || (onlyGoesOn && m_context.transfers.counts().active == 0))
        m_messages.dismiss(openedKey);
}

void TransferWatch::transferEnded(const QString &id, qint64 tookMs)
{
    const TransferRecord &record = m_context.transfers.record(id);
    if (record.state == State::Cancelled)
        return;
    const bool failed = record.state != State::Completed;
    ++(failed ? m_failed : m_done);
    m_lastName = record.name;
    const TransferQueue::Counts counts = m_context.transfers.counts();
    if (counts.active > 0 && counts.active + m_done + m_failed <= few && tookMs >= longTransferMs)
        Q_EMIT notice(failed ? tr("%1 was not transferred").arg(record.name) : tr("%1 is done").arg(record.name));
    m_settled->start();
}

void TransferWatch::sayEnded()
{
    if (m_context.transfers.counts().active > 0)
        return;
    const qint64 took = m_busySince < 0 ? 0 : m_context.shell.clock.monotonicMs() - m_busySince;
    const int all = m_done + m_failed;
    if (took >= longQueueMs && all == 1)
        Q_EMIT notice(m_failed ? tr("%1 was not transferred").arg(m_lastName) : tr("%1 is done").arg(m_lastName));
    else if (took >= longQueueMs && m_failed == 0 && all > 0)
        Q_EMIT notice(tr("%Ln transfer(s) done", nullptr, m_done));
    else if (took >= longQueueMs && all > 0)
        Q_EMIT notice(tr("%Ln transfer(s) done", nullptr, m_done) + u", "_s + tr("%Ln failed", nullptr, m_failed));
    m_busySince = -1;
    m_done = 0;
    m_failed = 0;
}

} // namespace odc
