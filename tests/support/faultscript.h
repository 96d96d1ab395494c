// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultproxy.h"
#include "support/httpframing.h"

#include <mutex>
#include <optional>

namespace odc::test {

/** What is to go wrong, and what was seen. Shared between the test's thread and the proxy's. */
class FaultScript
{
public:
    void add(const QByteArray &method, const QByteArray &pathEnd, const Fault &fault, int times);
    void clearFaults();
    /** Records a request and returns the fault it meets, if any. */
    std::optional<Fault> meet(const HttpHead &head);
    QList<FaultProxy::Seen> seen() const;
    void clearSeen();

    static bool matches(const QByteArray &wantedMethod, const QByteArray &wantedPathEnd,
                        const QByteArray &method, const QByteArray &target);

private:
    struct Rule
    {
        QByteArray method;
        QByteArray pathEnd;
        Fault fault;
        int times = 1;
    };
    mutable std::mutex m_mutex;
    QList<Rule> m_rules;
    QList<FaultProxy::Seen> m_seen;
};

} // namespace odc::test
