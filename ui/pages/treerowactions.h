// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QList>
#include <QModelIndex>
#include <QObject>

class QAction;

namespace odc {

class ActionCollection;
class ListTreeModel;
class TreePane;
struct ExportData;

/// What every row of a tree offers: copy id, row, JSON and the call that reads it, and exports.
class TreeRowActions : public QObject
{
    Q_OBJECT
public:
    QList<QAction *> copyActions() const;
    QList<QAction *> exportActions() const { return {m_exportCsv, m_exportJson}; }
    /// Enables what goes with so many selected rows.
    void update(int selected);

protected:
    /// Actions are named "<name>.copyId" and so on; everything handed in outlives this.
    TreeRowActions(const PageContext &context, TreePane &pane, ListTreeModel &model, const QString &name,
                   ActionCollection &actions, QObject *parent);

    /// A row that stands for an object of the service.
    virtual bool isObject(const QModelIndex &) const { return true; }
    /// Of the object below the base URL; empty when it has none.
    virtual QString objectPath(const QModelIndex &row) const = 0;
    /// The cells of these rows; objects are taken by this class.
    virtual ExportData cells(const QModelIndexList &rows) const = 0;
    QJsonObject objectOf(const QModelIndex &row) const;

private:
    QModelIndexList selectedObjects() const;
    void copyIds();
    void copyRows();
    void copyJson();
    void copyCall(bool python);
    /// What is selected with all below it, or all that is shown when not more than one row is.
    ExportData data(bool json) const;

    PageContext m_context;
    TreePane &m_pane;
    ListTreeModel &m_model;
    QAction *m_copyId;
    QAction *m_copyRow;
    QAction *m_copyJson;
    QAction *m_copyCurl;
    QAction *m_copyPython;
    QAction *m_exportCsv;
    QAction *m_exportJson;
};

} // namespace odc
