// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchpreparation.h"

#include "base/background.h"
#include "base/clock.h"

#include <QFileInfo>

namespace odc {

namespace {
constexpr qint64 tickMs = 100;
} // namespace

BatchPreparation::BatchPreparation(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

BatchPreparation::~BatchPreparation()
{
    if (m_work)
        m_work->stop = true;
}

void BatchPreparation::clear()
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

void BatchPreparation::begin(Stage stage, qint64 total)
{
    if (m_work)
        m_work->stop = true;
    m_work = std::make_shared<JsonlWork>();
    ++m_round;
    m_stage = stage;
    m_total = total;
    m_input.reset();
    m_error = {};
    Q_EMIT changed();
    tick();
}

qint64 BatchPreparation::done() const
{
    return m_work ? m_work->done.load() : 0;
}

void BatchPreparation::check(const QString &path, const QString &endpoint)
{
    check(path, endpoint, nullptr);
}

void BatchPreparation::check(const QString &path, const QString &endpoint,
                             const std::shared_ptr<ScratchFolder> &scratch)
{
    begin(Stage::Checking, QFileInfo(path).size());
    inBackground(
        this, [path, endpoint, work = m_work] { return BatchInput::read(path, endpoint, work); },
        [this, scratch, round = m_round](const Result<BatchInput> &read) {
            if (round != m_round)
                return;
            if (!read) {
                fail(read.error());
                return;
            }
            auto input = std::make_shared<BatchInput>(*read);
            input->scratch = scratch;
            m_input = input;
            m_stage = Stage::Ready;
            Q_EMIT changed();
            Q_EMIT ended();
        },
        longWorkPool());
}

void BatchPreparation::write(Write write, const QString &name, qint64 size, const QString &endpoint)
{
    struct Written
    {
        std::shared_ptr<ScratchFolder> scratch;
        QString path;
    };
    begin(Stage::Writing, size);
    inBackground(
        this,
        [write = std::move(write), name, work = m_work]() -> Result<Written> {
            const auto scratch = ScratchFolder::make(batchScratchRoot());
            if (!scratch)
                return failure(scratch.error());
            const QString path = (*scratch)->filePath(name);
            if (const auto lines = write(path, work); !lines)
                return failure(lines.error());
            return Written{*scratch, path};
        },
        [this, endpoint, round = m_round](const Result<Written> &written) {
            if (round != m_round)
                return;
            if (!written)
                fail(written.error());
            else
                check(written->path, endpoint, written->scratch);
        },
        longWorkPool());
}

void BatchPreparation::fail(const ApiError &error)
{
    ++m_round;
    m_error = error;
    m_stage = Stage::Failed;
    Q_EMIT changed();
    Q_EMIT ended();
}

void BatchPreparation::tick()
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
