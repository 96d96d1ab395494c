// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/evals/itemwork.h"

namespace odc::server {

/** The sums of a run: how many items passed, per criterion and per model. Begins where a run object stands.
 */
class RunTally
{
public:
    RunTally(const QJsonObject &run, const QJsonArray &criteria);

    void setTotal(qint64 total) { m_total = total; }
    void add(const ItemOutcome &outcome);
    /** Puts result_counts, per_testing_criteria_results and per_model_usage into \p run. */
    void show(QJsonObject &run) const;

private:
    struct Verdicts
    {
        QString id;
        qint64 passed = 0;
        qint64 failed = 0;
    };
    qint64 m_total = 0;
    qint64 m_errored = 0;
    qint64 m_failed = 0;
    qint64 m_passed = 0;
    QList<Verdicts> m_criteria;
    QMap<QString, ModelUsage> m_usage;
};

} // namespace odc::server
