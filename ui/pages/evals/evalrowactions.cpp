// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrowactions.h"

#include "api/evalsapi.h"
#include "api/snippet.h"
#include "lists/evaltreemodel.h"
#include "lists/exportrows.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/evals/evaltreepane.h"
#include "ui/pages/exporter.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

void copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace

EvalRowActions::EvalRowActions(const PageContext &context, EvalTreePane &pane, EvalTreeModel &model,
                               ActionCollection &actions, QObject *parent)
    : QObject(parent), m_context(context), m_pane(pane), m_model(model)
{
    m_copyId = actions.add(u"evals.copyId"_s, tr("Copy &ID"), Icon::Copy, {QKeySequence::Copy});
    m_copyRow = actions.add(u"evals.copyRow"_s, tr("Copy &row"), {}, {QKeySequence(u"Ctrl+Shift+C"_s)});
    m_copyJson = actions.add(u"evals.copyJson"_s, tr("Copy as &JSON"), Icon::Json, {QKeySequence(u"Ctrl+Alt+C"_s)});
    m_copyCurl = actions.add(u"evals.copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal);
    m_copyPython = actions.add(u"evals.copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    m_exportCsv = actions.add(u"evals.exportCsv"_s, tr("Export as &CSV…"), Icon::Export);
    m_exportJson = actions.add(u"evals.exportJson"_s, tr("Export as J&SON…"), Icon::Export);
    connect(m_copyId, &QAction::triggered, this, &EvalRowActions::copyIds);
    connect(m_copyRow, &QAction::triggered, this, &EvalRowActions::copyRows);
    connect(m_copyJson, &QAction::triggered, this, &EvalRowActions::copyJson);
    connect(m_copyCurl, &QAction::triggered, this, [this] { copyCall(false); });
    connect(m_copyPython, &QAction::triggered, this, [this] { copyCall(true); });
    for (const bool json : {false, true}) {
        connect(json ? m_exportJson : m_exportCsv, &QAction::triggered, this, [this, json] {
            exportTo(m_context, &m_pane, *m_pane.messages(), u"evals"_s, json, [this, json] { return data(json); });
        });
    }
    connect(pane.tree(), &TreeView::copyRequested, this, &EvalRowActions::copyIds);
}

QList<QAction *> EvalRowActions::copyActions() const
{
    return {m_copyId, m_copyRow, m_copyJson, m_copyCurl, m_copyPython};
}

void EvalRowActions::update(int selected)
{
    for (QAction *action : {m_copyId, m_copyRow, m_copyJson})
        action->setEnabled(selected > 0);
    m_copyCurl->setEnabled(selected == 1);
    m_copyPython->setEnabled(selected == 1);
}

void EvalRowActions::copyIds()
{
    QStringList ids;
    const QModelIndexList rows = m_pane.selected();
    for (const QModelIndex &row : rows)
        ids << m_model.idAt(row);
    copy(ids.join(u'\n'));
}

void EvalRowActions::copyRows()
{
    QStringList lines;
    const QModelIndexList rows = m_pane.selected();
    const QList<int> columns = m_pane.tree()->columns()->shown();
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << row.siblingAtColumn(column).data().toString().simplified();
        lines << cells.join(u'\t');
    }
    copy(lines.join(u'\n'));
}

void EvalRowActions::copyJson()
{
    QJsonArray all;
    const QModelIndexList rows = m_pane.selected();
    for (const QModelIndex &row : rows) {
        if (const EvalRun *run = m_model.runAt(row))
            all.append(run->toJson());
        else if (const EvalObject *eval = m_model.evalAt(row))
            all.append(eval->toJson());
    }
    if (all.isEmpty())
        return;
    const QJsonDocument document = all.size() == 1 ? QJsonDocument(all.first().toObject()) : QJsonDocument(all);
    copy(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void EvalRowActions::copyCall(bool python)
{
    const QModelIndex row = m_pane.current();
    const EvalObject *eval = m_model.evalAt(row);
    if (!eval)
        return;
    const EvalRun *run = m_model.runAt(row);
    const QString path = run ? EvalsApi::runPath(eval->id, run->id) : EvalsApi::path(eval->id);
    if (!path.isEmpty())
        copy(callSnippet(m_context.session, "GET"_ba, path, python ? SnippetLanguage::Python : SnippetLanguage::Curl));
}

ExportData EvalRowActions::data(bool json) const
{
    QModelIndexList rows = m_pane.selected();
    if (rows.size() < 2) {
        rows = m_pane.shown();
    } else {
        // A selected eval stands for its runs.
        QModelIndexList all;
        for (const QModelIndex &row : std::as_const(rows)) {
            all << row; // twice is once below
            for (int run = 0; run < m_model.rowCount(row); ++run)
                all << m_model.index(run, 0, row);
        }
        QModelIndexList once;
        QSet<QString> seen;
        for (const QModelIndex &row : std::as_const(all)) {
            if (const QString id = m_model.idAt(row); !seen.contains(id)) {
                seen.insert(id);
                once << row;
            }
        }
        rows = once;
    }
    ExportData data;
    data.header = {u"eval"_s,    u"eval_id"_s, u"run"_s,    u"run_id"_s,  u"status"_s, u"model"_s,
                   u"passed"_s,  u"failed"_s,  u"errored"_s, u"total"_s,  u"tokens"_s, u"created"_s};
    data.isTime = QList<bool>(data.header.size(), false);
    data.isTime.last() = true;
    for (const QModelIndex &row : std::as_const(rows)) {
        const EvalObject *eval = m_model.evalAt(row);
        const EvalRun *run = m_model.runAt(row);
        if (!eval)
            continue;
        if (json) {
            data.objects << (run ? run->toJson() : eval->toJson());
        } else if (run) {
            data.rows << QVariantList{eval->name,
                                      eval->id,
                                      run->title(),
                                      run->id,
                                      run->status,
                                      run->model,
                                      run->counts.passed,
                                      run->counts.failed,
                                      run->counts.errored,
                                      run->counts.total,
                                      run->totalTokens(),
                                      run->createdAt ? QVariant(*run->createdAt) : QVariant()};
        }
    }
    return data;
}

} // namespace odc
