// SPDX-License-Identifier: GPL-3.0-or-later
// How far an ArchiveJob is.
#include "archivejob.h"

#include "api/session.h"
#include "archive/archiveverify.h"
#include "base/clock.h"
#include "base/format.h"

#include <algorithm>
#include <utility>

namespace odc {

namespace {

constexpr qint64 announceEveryMs = 100;
/// What one content costs beside its bytes, in listed objects, and how many bytes cost as much as one of
/// those.
constexpr double contentWeight = 4;
constexpr double bytesAnObject = 100'000;
/// Before anything was measured.
constexpr double usualContentsASecond = 20;
constexpr double usualBytesASecond = 5'000'000;

} // namespace

void ArchiveJob::announce()
{
    if (std::exchange(m_announcing, true))
        return;
    m_source.clock().callLater(announceEveryMs, this, [this] {
        m_announcing = false;
        m_byteRate.take(m_source.clock().monotonicMs(), bytesDone());
        Q_EMIT progressChanged();
        if (!note().isEmpty())
            countDown();
    });
}

void ArchiveJob::countDown()
{
    if (std::exchange(m_counting, true))
        return;
    m_source.clock().callLater(1'000, this, [this] {
        m_counting = false;
        announce();
    });
}

qint64 ArchiveJob::bytesDone() const
{
    qint64 bytes = m_bytesFetched;
    for (const ArchiveContent *content : m_contents)
        bytes += std::max<qint64>(0, content->received() - content->resumed());
    return bytes;
}

double ArchiveJob::fraction() const
{
    if (m_state == State::Ended)
        return 1;
    double done = 0;
    double total = 0;
    for (const Progress &line : m_progress) {
        const bool contents = line.list == QLatin1StringView("contents");
        const double weight = isArchiveContent(line.list) ? contentWeight : 1;
        done += double(line.done) * weight;
        total += double(std::max(line.done, line.total)) * weight;
        if (contents) {
            done += double(bytesDone()) / bytesAnObject;
            total += double(std::max(bytesDone(), m_bytesTotal)) / bytesAnObject;
        }
    }
    // Reading it back is the last tenth.
    if (m_state == State::Verifying && m_verify && m_verify->total() > 0)
        return 0.9 + 0.1 * double(m_verify->done()) / double(m_verify->total());
    return total > 0 ? 0.9 * done / total : -1;
}

qint64 ArchiveJob::secondsLeft() const
{
    if (m_state != State::Listing && m_state != State::Fetching)
        return -1;
    qint64 objects = 0;
    qint64 contents = 0;
    for (const Progress &line : m_progress) {
        const qint64 left = std::max<qint64>(0, line.total - line.done);
        (isArchiveContent(line.list) ? contents : objects) += left;
    }
    double seconds = 0;
    if (objects > 0) {
        if (m_objectRate.rate() <= 0)
            return -1;
        seconds += double(objects) / m_objectRate.rate();
    }
    const bool fetching = m_state == State::Fetching;
    const double contentRate =
        fetching && m_objectRate.rate() > 0 ? m_objectRate.rate() : usualContentsASecond;
    const double byteRate = fetching && m_byteRate.rate() > 0 ? m_byteRate.rate() : usualBytesASecond;
    const double bytes = double(std::max<qint64>(0, m_bytesTotal - bytesDone()));
    // Small ones take their time by number, large ones by size.
    seconds += std::max(double(contents) / contentRate, bytes / byteRate);
    return qint64(seconds);
}

QString ArchiveJob::note() const
{
    const qint64 held = m_source.status().heldMs;
    if (isRunning() && m_source.status().state == ConnectionStatus::State::Held)
        return tr("The service asks to wait %1.").arg(format::duration(std::max<qint64>(1, held / 1000)));
    const qint64 left = m_waitUntilMs - m_source.clock().monotonicMs();
    if (m_waitReason.isEmpty())
        return {};
    if (left <= 0)
        return tr("%1. Trying again now.").arg(m_waitReason);
    return tr("%1. Trying again in %2.")
        .arg(m_waitReason, format::duration(std::max<qint64>(1, left / 1000)));
}

} // namespace odc
