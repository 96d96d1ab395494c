// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultscript.h"

namespace odc::test {

bool FaultScript::matches(const QByteArray &wantedMethod, const QByteArray &wantedPathEnd,
                          const QByteArray &method, const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    const QByteArray path = query < 0 ? target : target.left(query);
    return (wantedMethod.isEmpty() || wantedMethod == method) && path.endsWith(wantedPathEnd);
}

void FaultScript::add(const QByteArray &method, const QByteArray &pathEnd, const Fault &fault, int times)
{
    const std::lock_guard lock(m_mutex);
    m_rules.append({method, pathEnd, fault, times});
}

void FaultScript::clearFaults()
{
    const std::lock_guard lock(m_mutex);
    m_rules.clear();
}

std::optional<Fault> FaultScript::meet(const HttpHead &head)
{
    const std::lock_guard lock(m_mutex);
    const QList<QByteArray> words = head.startLine.split(' ');
    FaultProxy::Seen request{words.value(0), words.value(1), head.headers, false};
    std::optional<Fault> met;
    for (Rule &rule : m_rules) {
        if (rule.times == 0 || !matches(rule.method, rule.pathEnd, request.method, request.target))
            continue;
        if (rule.times > 0)
            --rule.times;
        met = rule.fault;
        break;
    }
    request.faulted = met.has_value();
    m_seen.append(request);
    return met;
}

QList<FaultProxy::Seen> FaultScript::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void FaultScript::clearSeen()
{
    const std::lock_guard lock(m_mutex);
    m_seen.clear();
}

} // namespace odc::test
