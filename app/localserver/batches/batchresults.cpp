// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchresults.h"

namespace odc::server {

namespace {

constexpr qsizetype flushBytes = 4 * 1024 * 1024;

bool append(BlobAppender &blob, QByteArray &text, qint64 &bytes)
{
    if (!text.isEmpty() && !(blob.write(text) && blob.sync()))
        return false;
    text.clear();
    bytes = blob.size();
    return true;
}

} // namespace

bool BatchResults::open(const BatchProgress &progress)
{
    m_output = m_blobs.extend(progress.outputId, progress.outputBytes);
    m_errors = m_blobs.extend(progress.errorId, progress.errorBytes);
    return isOpen();
}

void BatchResults::close()
{
    m_output.reset();
    m_errors.reset();
    m_answers.clear();
    m_faults.clear();
}

bool BatchResults::isFull() const
{
    return m_answers.size() + m_faults.size() >= flushBytes;
}

bool BatchResults::flush(BatchProgress &progress)
{
    return append(*m_output, m_answers, progress.outputBytes) &&
           append(*m_errors, m_faults, progress.errorBytes);
}

void BatchResults::remove(const BatchProgress &progress, bool onlyEmpty) const
{
    if (!onlyEmpty || progress.outputBytes == 0)
        m_blobs.remove(progress.outputId);
    if (!onlyEmpty || progress.errorBytes == 0)
        m_blobs.remove(progress.errorId);
}

} // namespace odc::server
