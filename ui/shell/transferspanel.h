// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
class FilterProxy;
class StateOverlay;
class TableView;
class TransferCommands;
class TransfersModel;

/// The transfers that are not done yet, in the bottom dock, whatever page is open.
class TransfersPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit TransfersPanel(const PageContext &context, QWidget *parent = nullptr);

    /// How many are shown.
    int count() const;
    /// For the dock's tab row.
    QList<QAction *> tools() const;
    /// Puts what can be done with the transfers into a menu.
    void fillMenu(QMenu &menu) const;

Q_SIGNALS:
    void countChanged();
    /// The person wants this transfer on its page.
    void transferRequested(const QString &id);
    void fileRequested(const QString &fileId);

private:
    void buildTable(const Theme &theme);
    QStringList selectedIds() const;
    void showState();
    void showContextMenu(const QPoint &pos);

    TransfersModel *m_model;
    FilterProxy *m_proxy;
    ActionCollection *m_actions;
    TableView *m_table = nullptr;
    StateOverlay *m_overlay = nullptr;
    TransferCommands *m_commands = nullptr;
    QAction *m_open = nullptr;
};

} // namespace odc
