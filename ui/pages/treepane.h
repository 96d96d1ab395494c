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
class FilterEdit;
class ListTreeModel;
class ListTreeProxy;
class MessageBar;
class TreeView;

/// A tree of two lists with its filter and its states, as every area that has one shows it. Remembers
/// columns, sorting and filter per profile.
class TreePane : public QWidget
{
    Q_OBJECT
public:
    struct Options
    {
        QString name;         ///< of actions ("<name>.refresh"), widgets ("<name>Tree") and settings
        QString filterName;   ///< what a screen reader calls the filter; translated, as the next
        QString filterHelp;   ///< how to write one
        int sortColumn = 0;   ///< newest first, until the person says otherwise
        int leastFirst = 160; ///< width of the first column
    };
    /// Model and proxy must outlive the pane.
    TreePane(const PageContext &context, ListTreeModel &model, ListTreeProxy &proxy, const Options &options,
             ActionCollection &actions, QWidget *parent);

    void setTexts(const ListTexts &texts);
    TreeView *tree() const { return m_tree; }
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
    /// All that is shown, of both levels, in the order shown, whether what is above them is open or not.
    QModelIndexList shown() const;
    /// False when it is not there, or does not pass the filter.
    bool selectId(const QString &id);
    /// The same of a row of the model.
    bool selectRow(const QModelIndex &row);

Q_SIGNALS:
    void selectionChanged();
    /// Enter or a double click.
    void activated();
    void contextMenuRequested(const QPoint &globalPos);
    /// The person wants to change the profile, whose key was refused.
    void profileRequested();

protected:
    void changeEvent(QEvent *event) override;
    const PageContext &context() const { return m_context; }

private:
    void buildActions(ActionCollection &actions);
    void buildRow();
    void restore();
    void save();
    void applyFilter();
    void showState();
    void keepOpen();
    void expandFound();

    PageContext m_context;
    ListTreeModel &m_model;
    ListTreeProxy &m_proxy;
    const Options m_options;
    FilterEdit *m_filter;
    MessageBar *m_messages;
    TreeView *m_tree;
    ListStates *m_states = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_expand = nullptr;
    QAction *m_collapse = nullptr;
    QTimer *m_minute;
    QSet<QString> m_open; ///< rows the person has opened, while a filter opens others
    QPersistentModelIndex m_left; ///< of the model: had the cursor, and does not pass the filter
    bool m_restoring = false;
    bool m_filtered = false;
};

} // namespace odc
