// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepreparation.h"

#include "base/clock.h"

namespace odc {

namespace {
constexpr qint64 tickMs = 100;
} // namespace

FilePreparation::FilePreparation(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

FilePreparation::~FilePreparation()
{
    if (m_work)
        m_work->stop = true;
}

void FilePreparation::clear()
{
    if (m_work)
        m_work->stop = true;
    m_work.reset();
    ++m_round;
    m_stage = Stage::Idle;
    m_error = {};
    m_total = 0;
    forget();
    Q_EMIT changed();
}

JsonlWorkPtr FilePreparation::begin(Stage stage, qint64 total)
{
    if (m_work)
        m_work->stop = true;
    const auto work = std::make_shared<JsonlWork>();
    m_work = work;
    ++m_round;
    m_stage = stage;
    m_total = total;
    m_error = {};
    forget();
    tick();
    Q_EMIT changed();
    return work;
}

qint64 FilePreparation::done() const
{
    return m_work ? m_work->done.load() : 0;
}

void FilePreparation::succeed()
{
    m_stage = Stage::Ready;
    Q_EMIT changed();
    Q_EMIT ended();
}

void FilePreparation::fail(const ApiError &error)
{
    ++m_round;
    m_error = error;
    m_stage = Stage::Failed;
    Q_EMIT changed();
    Q_EMIT ended();
}

void FilePreparation::tick()
{
    if (m_ticking)
        return;
    m_ticking = true;
    m_clock.callLater(tickMs, this, [this] {
        m_ticking = false;
        if (!isRunning())
            return;
        Q_EMIT changed();
        tick();
    });
}

} // namespace odc
