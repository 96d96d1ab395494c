// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>

class QAction;

namespace odc {

class ActionCollection;
class EvalTreeModel;
class EvalTreePane;
struct ExportData;

/// What every row of the tree of evals offers: copy id, row, JSON and the call that reads it, and exports of the runs.
class EvalRowActions final : public QObject
{
    Q_OBJECT
public:
    EvalRowActions(const PageContext &context, EvalTreePane &pane, EvalTreeModel &model, ActionCollection &actions,
                   QObject *parent);

    QList<QAction *> copyActions() const;
    QList<QAction *> exportActions() const { return {m_exportCsv, m_exportJson}; }
    /// Enables what goes with so many selected rows.
    void update(int selected);

private:
    void copyIds();
    void copyRows();
    void copyJson();
    void copyCall(bool python);
    /// The runs of what is selected, or all that are shown when not more than one row is; for JSON evals, too.
    ExportData data(bool json) const;

    PageContext m_context;
    EvalTreePane &m_pane;
    EvalTreeModel &m_model;
    QAction *m_copyId;
    QAction *m_copyRow;
    QAction *m_copyJson;
    QAction *m_copyCurl;
    QAction *m_copyPython;
    QAction *m_exportCsv;
    QAction *m_exportJson;
};

} // namespace odc
