// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchfetch.h"
#include "jsonl/jsonlwork.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace odc {

/// The results of a chain of batches, from the service to the join: its files are fetched, then joined on the
/// pool. GUI thread.
class BatchLoader : public QObject
{
    Q_OBJECT
public:
    BatchLoader(Session &session, const QString &scratchRoot, QObject *parent = nullptr);
    ~BatchLoader() override;

    /// What is under way for others ends.
    void load(const QList<BatchObject> &chain);
    /// Nothing is told after this.
    void stop();
    bool isRunning() const { return m_fetch->isRunning() || m_work; }
    /// The files are here, and are being joined.
    bool isJoining() const { return m_work != nullptr; }
    /// Bytes so far and in all, of what goes on now; in all -1: not known.
    qint64 bytesDone() const;
    qint64 bytesTotal() const;

Q_SIGNALS:
    void progressed();
    /// `results` is null when there was nothing to join. The files stay as long as it is held.
    void loaded(std::shared_ptr<const odc::BatchResults> results,
                const QList<odc::BatchFiles::Missing> &missing);
    void failed(const odc::ApiError &error);

private:
    void join(const BatchFiles &files);

    BatchFetch *m_fetch;
    QTimer *m_tick;
    JsonlWorkPtr m_work;
    qint64 m_joinBytes = 0;
};

} // namespace odc
