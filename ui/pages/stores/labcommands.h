// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/querysets.h"
#include "ui/context/pagecontext.h"

#include <QMenu>
#include <QObject>
#include <QPointer>

class QAction;

namespace odc {

class ActionCollection;
class LabSetPanel;
class MessageBar;

/// What can be done with the query sets of a store: new, renamed, deleted, from files and into files.
class LabCommands final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    LabCommands(const PageContext &context, ActionCollection &actions, LabSetPanel &panel,
                MessageBar &messages, QWidget *parent);

    /// Null: there is no store.
    void setSets(QuerySets *sets);
    /// What can be done depends on what is shown and selected.
    void update();
    QMenu *menu() { return &m_menu; }
    QList<QAction *> objectActions() const;
    void openQueryMenu(const QPoint &place);
    void newSet();
    void addSample();
    void removeQuery();
    void editQuery();

private:
    void askName(const QString &title, const QString &name, const QString &button, const QString &dialogName,
                 const std::function<void(const QString &)> &take);
    void renameSet();
    void deleteSet();
    void importCsv();
    void take(const QuerySet &set, const QStringList &leftOut);
    void saveAs(const QString &dialogName, const QString &title, const QString &name, bool json,
                const QByteArray &content);
    QString lastFolder() const;
    QString stem() const;
    void fail(const ApiError &error);

    const PageContext m_context;
    LabSetPanel &m_panel;
    MessageBar &m_messages;
    QWidget *m_parent;
    QPointer<QuerySets> m_sets;
    QMenu m_menu;
    QAction *m_new;
    QAction *m_rename;
    QAction *m_delete;
    QAction *m_sample;
    QAction *m_import;
    QAction *m_export;
    QAction *m_csv;
    QAction *m_json;
    QAction *m_edit;
    QAction *m_remove;
};

} // namespace odc
