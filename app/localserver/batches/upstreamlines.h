// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/lineanswers.h"
#include "localserver/upstream.h"

#include <condition_variable>
#include <mutex>

namespace odc::server {

/**
 * Lines answered by an OpenAI-compatible service, each by the request that it holds. What is too busy or out
 * of order is asked again twice, after a wait; whatever it says then is the answer. What cannot be reached is
 * a line's error without an HTTP status.
 */
class UpstreamLines final : public LineAnswers
{
public:
    UpstreamLines(const QUrl &base, const QByteArray &key) : m_upstream(base, key) {}

    LineOutcome answer(const LineRequest &request) override;
    int parallel() const override { return 8; }
    void abort() override;

private:
    bool pause(qint64 milliseconds);

    Upstream m_upstream;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_aborted = false;
};

} // namespace odc::server
