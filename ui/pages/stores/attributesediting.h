// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/attributesmodel.h"
#include "ui/context/pagecontext.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace odc {

namespace attributetable {
struct Table;
}

class ActionCollection;
class CellGrid;
class FilterProxy;
class MessageBar;

/// What is done to cells of the attributes grid: copy, paste, fill down, clear, undo, types, keys, CSV. The
/// pane owns it.
class AttributesEditing final : public QObject
{
    Q_OBJECT
public:
    AttributesEditing(const PageContext &context, CellGrid &grid, FilterProxy &proxy,
                      MessageBar &messages, ActionCollection &actions, QWidget *pane);

    /// Null: there is none.
    void setModel(AttributesModel *model, const QString &storeTitle);
    /// In groups, null between.
    QList<QAction *> cellActions() const;
    QList<QAction *> keyActions() const { return {m_newKey, m_renameKey, m_removeKey}; }
    QAction *newKeyAction() const { return m_newKey; }
    QAction *importAction() const { return m_import; }
    QAction *exportAction() const { return m_export; }
    /// Which of them can be taken now.
    void enableActions();
    /// Why this cell cannot hold what is typed; empty: it can.
    QString check(const QModelIndex &shown, const QString &typed) const;
    /// The last thing that was not taken.
    void sayRefusal();
    void showHeaderMenu(int column, const QPoint &globalPos);

private:
    void copy();
    void paste();
    void clear();
    void fillDown();
    void toggle(const QModelIndex &shown);
    void retype(AttributeValue::Type type);
    void askForKey(bool rename);
    void removeKey();
    void importCsv();
    void takeCsv(const QString &path, const attributetable::Table &table);
    void exportCsv();

    /// What typed or pasted text means in a cell: as there, else by what it looks like.
    AttributesModel::Value meaning(int row, int column, const QString &typed) const;
    void stage(const QList<AttributesModel::Edit> &edits, const QString &name, const QStringList &problems);
    void report(const QList<AttributesModel::Refusal> &refused, int taken, QStringList problems);
    QString currentKey() const;
    int sourceRow(const QModelIndex &shown) const;
    void showKey(const QString &key);

    PageContext m_context;
    CellGrid &m_grid;
    FilterProxy &m_proxy;
    MessageBar &m_messages;
    QWidget *m_pane;
    QPointer<AttributesModel> m_model;
    QString m_storeTitle;
    QString m_headerKey; ///< whose menu is open
    QAction *m_copy;
    QAction *m_paste;
    QAction *m_clear;
    QAction *m_fillDown;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_toText;
    QAction *m_toNumber;
    QAction *m_toBoolean;
    QAction *m_newKey;
    QAction *m_renameKey;
    QAction *m_removeKey;
    QAction *m_import;
    QAction *m_export;
};

} // namespace odc
