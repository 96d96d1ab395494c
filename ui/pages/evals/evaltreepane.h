// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/pages/liststates.h"

#include <QList>
#include <QModelIndex>
#include <QSet>
#include <QWidget>

class QAction;
class QTimer;

namespace odc {

class ActionCollection;
class EvalTreeModel;
class EvalTreeProxy;
class FilterEdit;
class MessageBar;
class TreeView;

/// The tree of evals and their runs with its filter and its states. Remembers columns, sorting and filter per profile.
class EvalTreePane final : public QWidget
{
    Q_OBJECT
public:
    /// The model must outlive the pane.
    EvalTreePane(const PageContext &context, EvalTreeModel &model, ActionCollection &actions, QWidget *parent = nullptr);

    void setTexts(const ListTexts &texts);
    TreeView *tree() const { return m_tree; }
    EvalTreeProxy *proxy() const { return m_proxy; }
    MessageBar *messages() const { return m_messages; }
    void focusFilter();
    void setFilter(const QString &text);
    /// Refresh, stop, expand all, collapse all.
    QAction *refreshAction() const { return m_refresh; }
    QAction *stopAction() const { return m_stop; }
    QList<QAction *> viewActions() const { return {m_expand, m_collapse}; }

    /// Rows of the model (column 0) that are selected, in the order shown.
    QModelIndexList selected() const;
    /// The one with the cursor, or else the first selected one.
    QModelIndex current() const;
    /// All that is shown, evals and runs, in the order shown, whether their eval is open or not.
    QModelIndexList shown() const;
    /// False when it is not there, or does not pass the filter.
    bool selectId(const QString &id);

Q_SIGNALS:
    void selectionChanged();
    /// Enter or a double click.
    void activated();
    void contextMenuRequested(const QPoint &globalPos);
    /// The person wants to change the profile, whose key was refused.
    void profileRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildActions(ActionCollection &actions);
    void buildRow();
    void restore();
    void save();
    void applyFilter();
    void showState();
    void keepOpen();

    PageContext m_context;
    EvalTreeModel &m_model;
    EvalTreeProxy *m_proxy;
    FilterEdit *m_filter;
    MessageBar *m_messages;
    TreeView *m_tree;
    ListStates *m_states = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_expand = nullptr;
    QAction *m_collapse = nullptr;
    QTimer *m_minute;
    QSet<QString> m_open; ///< evals the person has opened, while a filter opens others
    bool m_restoring = false;
    bool m_filtered = false;
};

} // namespace odc
