// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/runtally.h"

using namespace Qt::StringLiterals;

namespace odc::server {

RunTally::RunTally(const QJsonObject &run, const QJsonArray &criteria)
{
    const QJsonObject counts = run[u"result_counts"_s].toObject();
    m_total = counts[u"total"_s].toInteger();
    m_errored = counts[u"errored"_s].toInteger();
    m_failed = counts[u"failed"_s].toInteger();
    m_passed = counts[u"passed"_s].toInteger();
    for (const QJsonValue &criterion : criteria)
        m_criteria.append({criterion[u"id"_s].toString()});
    for (const QJsonValue &each : run[u"per_testing_criteria_results"_s].toArray()) {
        for (Verdicts &verdicts : m_criteria) {
            if (verdicts.id != each[u"testing_criteria"_s].toString())
                continue;
            verdicts.passed = each[u"passed"_s].toInteger();
            verdicts.failed = each[u"failed"_s].toInteger();
        }
    }
    for (const QJsonValue &each : run[u"per_model_usage"_s].toArray()) {
        ModelUsage &usage = m_usage[each[u"model_name"_s].toString()];
        usage.add(each.toObject());
        usage.calls = each[u"invocation_count"_s].toInteger();
    }
}

void RunTally::add(const ItemOutcome &outcome)
{
    if (outcome.status == "pass"_L1)
        ++m_passed;
    else if (outcome.status == "fail"_L1)
        ++m_failed;
    else
        ++m_errored;
    for (const QJsonValue &result : outcome.results) {
        if (result[u"error"_s].isObject())
            continue; // neither passed nor failed
        for (Verdicts &verdicts : m_criteria) {
            if (verdicts.id == result[u"name"_s].toString())
                ++(result[u"passed"_s].toBool() ? verdicts.passed : verdicts.failed);
        }
    }
    for (auto it = outcome.usage.cbegin(); it != outcome.usage.cend(); ++it)
        m_usage[it.key()] += it.value();
}

void RunTally::show(QJsonObject &run) const
{
    run[u"result_counts"_s] = QJsonObject{
        {u"total"_s, m_total}, {u"errored"_s, m_errored}, {u"failed"_s, m_failed}, {u"passed"_s, m_passed}};
    QJsonArray criteria;
    for (const Verdicts &verdicts : m_criteria)
        criteria.append(QJsonObject{{u"testing_criteria"_s, verdicts.id},
                                    {u"passed"_s, verdicts.passed},
                                    {u"failed"_s, verdicts.failed}});
    run[u"per_testing_criteria_results"_s] = criteria;
    QJsonArray models;
    for (auto it = m_usage.cbegin(); it != m_usage.cend(); ++it)
        models.append(QJsonObject{{u"model_name"_s, it.key()},
                                  {u"invocation_count"_s, it->calls},
                                  {u"prompt_tokens"_s, it->prompt},
                                  {u"completion_tokens"_s, it->completion},
                                  {u"total_tokens"_s, it->total},
                                  {u"cached_tokens"_s, it->cached}});
    run[u"per_model_usage"_s] = models;
}

} // namespace odc::server
