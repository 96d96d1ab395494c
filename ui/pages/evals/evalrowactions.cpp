// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrowactions.h"

#include "api/evalsapi.h"
#include "lists/evaltreemodel.h"
#include "lists/exportrows.h"
#include "ui/pages/evals/evaltreepane.h"

namespace odc {

using namespace Qt::StringLiterals;

EvalRowActions::EvalRowActions(const PageContext &context, EvalTreePane &pane, EvalTreeModel &model,
                               ActionCollection &actions, QObject *parent)
    : TreeRowActions(context, pane, model, u"evals"_s, actions, parent), m_model(model)
{
}

QString EvalRowActions::objectPath(const QModelIndex &row) const
{
    const EvalObject *eval = m_model.evalAt(row);
    const EvalRun *run = m_model.runAt(row);
    if (!eval)
        return {};
    return run ? EvalsApi::runPath(eval->id, run->id) : EvalsApi::path(eval->id);
}

ExportData EvalRowActions::cells(const QModelIndexList &rows) const
{
    ExportData data;
    data.header = {u"eval"_s,   u"eval_id"_s, u"run"_s,     u"run_id"_s, u"status"_s, u"model"_s,
                   u"passed"_s, u"failed"_s,  u"errored"_s, u"total"_s,  u"tokens"_s, u"created"_s};
    data.isTime = QList<bool>(data.header.size(), false);
    data.isTime.last() = true;
    for (const QModelIndex &row : rows) {
        const EvalObject *eval = m_model.evalAt(row);
        const EvalRun *run = m_model.runAt(row);
        if (!eval || !run)
            continue;
        data.rows << QVariantList{
            eval->name,          eval->id,
            run->title(),        run->id,
            run->status,         run->model,
            run->counts.passed,  run->counts.failed,
            run->counts.errored, run->counts.total,
            run->totalTokens(),  run->createdAt ? QVariant(*run->createdAt) : QVariant()};
    }
    return data;
}

} // namespace odc
