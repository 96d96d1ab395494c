// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/evals.h"

#include "api/session.h"
#include "gui/support/console.h"

namespace odc::test {

EvalObject makeEval(Session &session, const QJsonObject &body)
{
    EvalObject made;
    QObject context;
    bool answered = false;
    session.evals().create(body, &context, [&](const Result<EvalObject> &eval) {
        made = eval.value_or(EvalObject());
        answered = true;
    });
    eventually([&] { return answered; });
    return made;
}

EvalRun makeRun(Session &session, const EvalObject &eval, const QJsonObject &body)
{
    EvalRun made;
    QObject context;
    bool answered = false;
    const auto take = [&](const Result<EvalRun> &run) {
        made = run.value_or(made);
        answered = true;
    };
    session.evals().createRun(eval.id, body, &context, take);
    while (eventually([&] { return answered; }) && !made.id.isEmpty() && !made.isFinished()) {
        answered = false;
        session.evals().retrieveRun(eval.id, made.id, &context, take);
    }
    return made;
}

} // namespace odc::test
