// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchloader.h"

#include "base/background.h"

namespace odc {

namespace {

constexpr int tickMs = 100;

/// Results that keep the folder of their files.
struct Held
{
    BatchResults results;
    std::shared_ptr<ScratchFolder> folder;
};

} // namespace

BatchLoader::BatchLoader(Session &session, const QString &scratchRoot, QObject *parent)
    : QObject(parent), m_fetch(new BatchFetch(session, scratchRoot, this)), m_tick(new QTimer(this))
{
    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, &BatchLoader::progressed);
    connect(m_fetch, &BatchFetch::progressed, this, &BatchLoader::progressed);
    connect(m_fetch, &BatchFetch::failed, this, &BatchLoader::failed);
    connect(m_fetch, &BatchFetch::finished, this, &BatchLoader::join);
}

BatchLoader::~BatchLoader()
{
    stop();
}

void BatchLoader::load(const QList<BatchObject> &chain)
{
    stop();
    m_fetch->fetch(chain);
}

void BatchLoader::stop()
{
    m_fetch->stop();
    m_tick->stop();
    if (m_work)
        m_work->stop = true;
    m_work.reset();
}

qint64 BatchLoader::bytesDone() const
{
    return m_work ? std::min(m_work->done.load(), m_joinBytes) : m_fetch->bytesDone();
}

qint64 BatchLoader::bytesTotal() const
{
    return m_work ? m_joinBytes : m_fetch->bytesTotal();
}

void BatchLoader::join(const BatchFiles &files)
{
    if (files.isEmpty()) {
        Q_EMIT loaded(nullptr, files.missing);
        return;
    }
    m_work = std::make_shared<JsonlWork>();
    m_joinBytes = m_fetch->bytesDone();
    m_tick->start();
    inBackground(
        this,
        [files, work = m_work]() -> Result<std::shared_ptr<const BatchResults>> {
            Result<BatchResults> joined = joinBatch(files.input, files.answers, work);
            if (!joined)
                return failure(joined.error());
            const auto held = std::make_shared<Held>(Held{std::move(*joined), files.folder});
            return std::shared_ptr<const BatchResults>(held, &held->results);
        },
        [this, work = m_work,
         missing = files.missing](const Result<std::shared_ptr<const BatchResults>> &results) {
            if (work != m_work)
                return;
            m_work.reset();
            m_tick->stop();
            if (results)
                Q_EMIT loaded(*results, missing);
            else
                Q_EMIT failed(results.error());
        },
        longWorkPool());
}

} // namespace odc
