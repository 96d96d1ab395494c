// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>

class QAction;

namespace odc {

class ActionCollection;
class FilterProxy;
class MessageBar;
class TableView;

/// What every list offers for its rows whatever they are: copy id, row and JSON, export CSV and JSON. Exports hold the
/// selected rows, or all that pass the filter when not more than one is selected.
class RowActions final : public QObject
{
    Q_OBJECT
public:
    /// Actions are named "<name>.copyId" and so on; everything handed in outlives this.
    RowActions(const PageContext &context, FilterProxy &proxy, TableView &table, MessageBar &messages,
               const QString &name, ActionCollection &actions, QObject *parent);

    QList<QAction *> copyActions() const;
    QList<QAction *> exportActions() const;
    /// Something else copies and exports: these take no part any more.
    void retire();
    /// Ids of the selected rows, in the order shown.
    QStringList selectedIds() const;
    int selectedCount() const;
    /// Rows of the model below, in the order shown.
    QList<int> selectedRows() const;

private:
    void copyIds();
    void copyRows();
    void copyJson();
    void exportTo(bool json);
    QList<int> rowsToExport() const;

    PageContext m_context;
    FilterProxy &m_proxy;
    TableView &m_table;
    MessageBar &m_messages;
    QString m_name;
    QAction *m_copyId;
    QAction *m_copyRow;
    QAction *m_copyJson;
    QAction *m_exportCsv;
    QAction *m_exportJson;
};

} // namespace odc
