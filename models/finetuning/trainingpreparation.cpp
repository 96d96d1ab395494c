// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingpreparation.h"

#include "base/background.h"
#include "base/clock.h"

#include <QFileInfo>

namespace odc {

namespace {
constexpr qint64 tickMs = 100;
} // namespace

TrainingPreparation::TrainingPreparation(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

TrainingPreparation::~TrainingPreparation()
{
    if (m_work)
        m_work->stop = true;
}

void TrainingPreparation::clear()
{
    if (m_work)
        m_work->stop = true;
    m_work.reset();
    ++m_round;
    m_stage = Stage::Idle;
    m_input.reset();
    m_error = {};
    m_total = 0;
    Q_EMIT changed();
}

void TrainingPreparation::check(const QString &path, const TrainingOptions &options)
{
    if (m_work)
        m_work->stop = true;
    m_work = std::make_shared<JsonlWork>();
    m_stage = Stage::Checking;
    m_total = QFileInfo(path).size();
    m_input.reset();
    m_error = {};
    inBackground(
        this, [path, options, work = m_work] { return TrainingInput::read(path, options, work); },
        [this, round = ++m_round](const Result<TrainingInput> &read) {
            if (round != m_round)
                return;
            m_work.reset();
            if (read) {
                m_input = std::make_shared<const TrainingInput>(*read);
                m_stage = Stage::Ready;
            } else {
                m_error = read.error();
                m_stage = Stage::Failed;
            }
            Q_EMIT changed();
        },
        longWorkPool());
    Q_EMIT changed();
    tick();
}

qint64 TrainingPreparation::done() const
{
    return m_work ? m_work->done.load() : 0;
}

void TrainingPreparation::tick()
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
