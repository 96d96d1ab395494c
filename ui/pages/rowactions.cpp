// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowactions.h"

#include "base/background.h"
#include "lists/exportrows.h"
#include "lists/filterproxy.h"
#include "lists/rowmodelbase.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/exporter.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

RowActions::RowActions(const PageContext &context, FilterProxy &proxy, TableView &table, MessageBar &messages,
                       const QString &name, ActionCollection &actions, QObject *parent)
    : QObject(parent), m_context(context), m_proxy(proxy), m_table(table), m_messages(messages), m_name(name)
{
    m_copyId = actions.add(name + u".copyId"_s, tr("Copy &ID"), Icon::Copy, {QKeySequence::Copy});
    m_copyRow = actions.add(name + u".copyRow"_s, tr("Copy &row"), {}, {QKeySequence(u"Ctrl+Shift+C"_s)});
    m_copyJson = actions.add(name + u".copyJson"_s, tr("Copy as &JSON"), Icon::Json, {QKeySequence(u"Ctrl+Alt+C"_s)});
    m_exportCsv = actions.add(name + u".exportCsv"_s, tr("Export as &CSV…"), Icon::Export);
    m_exportJson = actions.add(name + u".exportJson"_s, tr("Export as J&SON…"), Icon::Export);
    connect(m_copyId, &QAction::triggered, this, &RowActions::copyIds);
    connect(m_copyRow, &QAction::triggered, this, &RowActions::copyRows);
    connect(m_copyJson, &QAction::triggered, this, &RowActions::copyJson);
    connect(m_exportCsv, &QAction::triggered, this, [this] { exportTo(false); });
    connect(m_exportJson, &QAction::triggered, this, [this] { exportTo(true); });
    connect(&table, &TableView::copyRequested, this, &RowActions::copyIds);
}

QList<QAction *> RowActions::copyActions() const
{
    return {m_copyId, m_copyRow, m_copyJson};
}

QList<QAction *> RowActions::exportActions() const
{
    return {m_exportCsv, m_exportJson};
}

void RowActions::retire()
{
    m_table.disconnect(this);
    for (QAction *action : copyActions() + exportActions()) {
        action->setShortcuts(QList<QKeySequence>());
        action->setEnabled(false);
        action->setVisible(false);
    }
}

QList<int> RowActions::selectedRows() const
{
    // By ranges: selectedRows() asks for each row whether all of it is selected, which is quadratic.
    const QItemSelection selection = m_table.selectionModel()->selection();
    QList<QPair<int, int>> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges << qMakePair(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    QList<int> rows;
    rows.reserve(selectedCount());
    for (const auto &[top, bottom] : std::as_const(ranges)) {
        for (int row = top; row <= bottom; ++row)
            rows << m_proxy.sourceRow(m_proxy.index(row, 0));
    }
    return rows;
}

int RowActions::selectedCount() const
{
    int count = 0;
    const QItemSelection selection = m_table.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        count += range.height();
    return count;
}

QStringList RowActions::selectedIds() const
{
    QStringList ids;
    const QList<int> rows = selectedRows();
    ids.reserve(rows.size());
    for (const int row : rows)
        ids << m_proxy.rows()->rowId(row);
    return ids;
}

void RowActions::copyIds()
{
    const QStringList ids = selectedIds();
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void RowActions::copyRows()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const ExportData data = exportCells(*m_proxy.rows(), rows, m_table.shownColumns());
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    if (rows.size() == 1)
        copy(toTabbed(data));
    else
        inBackground(this, [data] { return toTabbed(data); }, copy);
}

void RowActions::copyJson()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    if (rows.size() == 1) {
        const QJsonDocument document(m_proxy.rows()->rowJson(rows.first()));
        QGuiApplication::clipboard()->setText(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
        return;
    }
    const ExportData data = exportData(*m_proxy.rows(), rows, ExportPart::Objects);
    inBackground(this, [data] { return QString::fromUtf8(toJson(data)); },
                 [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

QList<int> RowActions::rowsToExport() const
{
    const QList<int> selected = selectedRows();
    if (selected.size() > 1)
        return selected;
    QList<int> rows;
    rows.reserve(m_proxy.rowCount());
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        rows << m_proxy.sourceRow(m_proxy.index(row, 0));
    return rows;
}

void RowActions::exportTo(bool json)
{
    odc::exportTo(m_context, &m_table, m_messages, m_name, json, [this, json] {
        return exportData(*m_proxy.rows(), rowsToExport(), json ? ExportPart::Objects : ExportPart::Cells);
    });
}

} // namespace odc
