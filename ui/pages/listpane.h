// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/liststates.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QWidget>

#include <optional>
#include <utility>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QTimer;

namespace odc {

class ActionCollection;
class ChipBar;
class FilterEdit;
class FilterProxy;
class MessageBar;
class RowActions;
class TableView;
struct ColumnSpec;

/// A list as every area has it: filter box with conditions as chips, table, column chooser, copy, export, and the
/// designed empty, loading, error and unavailable states. Remembers columns, sorting and filter per profile.
class ListPane : public QWidget
{
    Q_OBJECT
public:
    /// A condition people want at a click; `terms` are filter terms with their labels, the first chip text is `any`.
    struct Facet {
        QString id;
        QString any; ///< "purpose: any"
        QList<QPair<QString, QString>> choices; ///< label, term
    };

    /// `name` scopes settings ("files"); actions go into `actions` as "<name>.copyId" and so on. The model must
    /// outlive the pane.
    ListPane(const PageContext &context, RowModelBase &model, const QString &name, ActionCollection &actions,
             QWidget *parent = nullptr);
    ~ListPane() override;

    void setTexts(const ListTexts &texts);
    /// Wanted minimum and stretch of columns come from the model; call after the model's columns are known. A facet
    /// with the id of one that is there takes its place; without choices it is gone.
    void addFacet(const Facet &facet);
    /// How the list is sorted until the person says otherwise.
    void setDefaultSort(int column, Qt::SortOrder order);
    /// Instead of the exports every list has, which write its columns.
    void setExportActions(const QList<QAction *> &actions) { m_exportActions = actions; }
    /// Instead of the copying every list has, which copies ids and cells of the list itself. `copyIds` is what the
    /// table's own key does.
    void setCopyActions(const QList<QAction *> &actions, QAction *copyIds);
    /// Between the filter and the table.
    void setBand(QWidget *band);
    /// A control at the end of the filter row, before Columns.
    void addTool(QWidget *tool);

    TableView *table() const { return m_table; }
    MessageBar *messages() const { return m_messages; }
    FilterProxy *proxy() const { return m_proxy; }
    void focusFilter();
    /// Filter text and conditions, as typed.
    void setFilter(const QString &text);

    /// Ids of the selected rows, in the order shown.
    QStringList selectedIds() const;
    /// Rows of the model that are selected, in the order shown.
    QList<int> selectedRows() const;
    int selectedCount() const;
    /// Row of the model (not of the view) that has the cursor; -1: none, or not selected.
    int currentRow() const;
    void selectId(const QString &id);
    /// Rows that pass the filter.
    int shownCount() const;

    /// Copy, select all, export...: for menus. In groups, null between.
    QList<QAction *> editActions() const;
    QList<QAction *> exportActions() const;
    QAction *stopAction() const { return m_stop; }
    QAction *refreshAction() const { return m_refresh; }

Q_SIGNALS:
    void selectionChanged();
    /// Enter or a double click.
    void activated();
    void contextMenuRequested(const QPoint &globalPos);
    /// The person wants to change the profile, whose key was refused.
    void profileRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions(const QString &name, ActionCollection &actions);
    void buildRow();
    void layOutRow();
    void moveTools(bool below);
    /// The model's columns, as they are by themselves or as the person had them.
    void takeColumns();
    /// The model has columns behind those that were taken.
    void takeMoreColumns();
    QList<ColumnSpec> specs();
    QString tableScope() const;
    void restore();
    void save();
    QString facetScope(const QString &facetId) const;
    void applyFilter();
    void showState();
    void chooseFacet(const QString &id);
    /// Conditions of a link that chips have a choice for are shown by these, so that the two do not contradict each other.
    void giveToChips();
    /// The filter, as it is written, has a condition on the facet's column.
    static bool isInFilter(const Facet &facet, const QString &filter);

    PageContext m_context;
    RowModelBase &m_model;
    QString m_name;
    QList<QByteArray> m_columnKeys;
    bool m_columnsVary = false; ///< the model's columns were others before
    std::optional<std::pair<int, Qt::SortOrder>> m_defaultSort;
    FilterProxy *m_proxy;
    RowActions *m_rows;
    FilterEdit *m_filter;
    ChipBar *m_chips;
    QHBoxLayout *m_row;
    QList<QWidget *> m_tools;
    QWidget *m_refreshButton = nullptr;
    QWidget *m_stopButton = nullptr;
    QHBoxLayout *m_secondRow;
    bool m_chipsBelow = false;
    bool m_toolsBelow = false;
    QPushButton *m_columns = nullptr;
    QPushButton *m_exports = nullptr;
    QList<QAction *> m_exportActions; ///< empty: those of m_rows
    QList<QAction *> m_copyActions;   ///< the same
    MessageBar *m_messages;
    TableView *m_table;
    ListStates *m_states = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_stop = nullptr;
    QList<Facet> m_facets;
    QHash<QString, QString> m_facetTerms;
    std::optional<QString> m_given; ///< the filter as setFilter() left it
    QTimer *m_minute;
    bool m_restoring = false;
    bool m_restored = false; ///< the person's own columns and sorting are in force
};

} // namespace odc
