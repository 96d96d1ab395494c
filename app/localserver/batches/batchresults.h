// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchestable.h"

namespace odc::server {

/**
 * The two files of a batch while they grow: lines are gathered and then written behind those that are there.
 * Nobody sees them before the batch has ended. Not thread-safe.
 */
class BatchResults
{
public:
    explicit BatchResults(const BlobStore &blobs) : m_blobs(blobs) {}

    /** Takes up both files at the lengths that \p progress has; what was written beyond them is cut off.
     * False when they are shorter, or the disk refused. */
    bool open(const BatchProgress &progress);
    bool isOpen() const { return m_output && m_errors; }
    /** Forgets what was not written. */
    void close();

    void addAnswer(const QByteArray &lines) { m_answers += lines; }
    void addError(const QByteArray &lines) { m_faults += lines; }
    /** Whether so much was gathered that it should be written. */
    bool isFull() const;
    /** Writes what was gathered, waits until it is on the disk, and notes the new lengths. False when the
     * disk refused. */
    bool flush(BatchProgress &progress);
    /** Removes both files, or just those that have nothing in them. */
    void remove(const BatchProgress &progress, bool onlyEmpty) const;

private:
    const BlobStore &m_blobs;
    std::unique_ptr<BlobAppender> m_output;
    std::unique_ptr<BlobAppender> m_errors;
    QByteArray m_answers; ///< not written yet
    QByteArray m_faults;
};

} // namespace odc::server
