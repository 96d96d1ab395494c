// SPDX-License-Identifier: GPL-3.0-or-later
#include "treerowactions.h"

#include "api/snippet.h"
#include "lists/exportrows.h"
#include "lists/listtreemodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/exporter.h"
#include "ui/pages/treepane.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

void copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace

TreeRowActions::TreeRowActions(const PageContext &context, TreePane &pane, ListTreeModel &model,
                               const QString &name, ActionCollection &actions, QObject *parent)
    : QObject(parent), m_context(context), m_pane(pane), m_model(model)
{
    m_copyId = actions.add(name + u".copyId"_s, tr("Copy &ID"), Icon::Copy, {QKeySequence::Copy});
    m_copyRow = actions.add(name + u".copyRow"_s, tr("Copy &row"), {}, {QKeySequence(u"Ctrl+Shift+C"_s)});
    m_copyJson =
        actions.add(name + u".copyJson"_s, tr("Copy as &JSON"), Icon::Json, {QKeySequence(u"Ctrl+Alt+C"_s)});
    m_copyCurl = actions.add(name + u".copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal);
    m_copyPython = actions.add(name + u".copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    m_exportCsv = actions.add(name + u".exportCsv"_s, tr("Export as &CSV…"), Icon::Export);
    m_exportJson = actions.add(name + u".exportJson"_s, tr("Export as J&SON…"), Icon::Export);
    connect(m_copyId, &QAction::triggered, this, &TreeRowActions::copyIds);
    connect(m_copyRow, &QAction::triggered, this, &TreeRowActions::copyRows);
    connect(m_copyJson, &QAction::triggered, this, &TreeRowActions::copyJson);
    connect(m_copyCurl, &QAction::triggered, this, [this] { copyCall(false); });
    connect(m_copyPython, &QAction::triggered, this, [this] { copyCall(true); });
    for (const bool json : {false, true}) {
        connect(json ? m_exportJson : m_exportCsv, &QAction::triggered, this, [this, name, json] {
            exportTo(m_context, &m_pane, *m_pane.messages(), name, json, [this, json] { return data(json); });
        });
    }
    connect(pane.tree(), &TreeView::copyRequested, this, &TreeRowActions::copyIds);
}

QList<QAction *> TreeRowActions::copyActions() const
{
    return {m_copyId, m_copyRow, m_copyJson, m_copyCurl, m_copyPython};
}

void TreeRowActions::update(int selected)
{
    for (QAction *action : {m_copyId, m_copyRow, m_copyJson})
        action->setEnabled(selected > 0);
    m_copyCurl->setEnabled(selected == 1);
    m_copyPython->setEnabled(selected == 1);
}

QJsonObject TreeRowActions::objectOf(const QModelIndex &row) const
{
    return m_model.isBelow(row) ? m_model.below(row)->rowJson(row.row()) : m_model.top().rowJson(row.row());
}

QModelIndexList TreeRowActions::selectedObjects() const
{
    QModelIndexList rows;
    const QModelIndexList selected = m_pane.selected();
    for (const QModelIndex &row : selected) {
        if (isObject(row))
            rows << row;
    }
    return rows;
}

void TreeRowActions::copyIds()
{
    QStringList ids;
    const QModelIndexList rows = selectedObjects();
    for (const QModelIndex &row : rows)
        ids << m_model.idAt(row);
    copy(ids.join(u'\n'));
}

void TreeRowActions::copyRows()
{
    QStringList lines;
    const QModelIndexList rows = selectedObjects();
    const QList<int> columns = m_pane.tree()->columns()->shown();
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << row.siblingAtColumn(column).data().toString().simplified();
        lines << cells.join(u'\t');
    }
    copy(lines.join(u'\n'));
}

void TreeRowActions::copyJson()
{
    QJsonArray all;
    const QModelIndexList rows = selectedObjects();
    for (const QModelIndex &row : rows)
        all.append(objectOf(row));
    if (all.isEmpty())
        return;
    const QJsonDocument document =
        all.size() == 1 ? QJsonDocument(all.first().toObject()) : QJsonDocument(all);
    copy(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void TreeRowActions::copyCall(bool python)
{
    const QModelIndex row = m_pane.current();
    const QString path = row.isValid() && isObject(row) ? objectPath(row) : QString();
    if (!path.isEmpty())
        copy(callSnippet(m_context.session, "GET"_ba, path,
                         python ? SnippetLanguage::Python : SnippetLanguage::Curl));
}

ExportData TreeRowActions::data(bool json) const
{
    QModelIndexList rows = m_pane.selected();
    if (rows.size() < 2) {
        rows = m_pane.shown();
    } else {
        // A selected row stands for what is below it.
        QModelIndexList all;
        for (const QModelIndex &row : std::as_const(rows)) {
            all << row; // twice is once below
            for (int below = 0; below < m_model.rowCount(row); ++below)
                all << m_model.index(below, 0, row);
        }
        QModelIndexList once;
        QSet<QPair<const void *, int>> seen;
        for (const QModelIndex &row : std::as_const(all)) {
            const auto place = qMakePair(static_cast<const void *>(row.internalPointer()), row.row());
            if (!seen.contains(place)) {
                seen.insert(place);
                once << row;
            }
        }
        rows = once;
    }
    QModelIndexList objects;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (isObject(row))
            objects << row;
    }
    if (!json)
        return cells(objects);
    ExportData data;
    for (const QModelIndex &row : std::as_const(objects))
        data.objects << objectOf(row);
    return data;
}

} // namespace odc
