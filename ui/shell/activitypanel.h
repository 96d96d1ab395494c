// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
class ActivityModel;
class ListPane;

/// The bottom panel with every request of this session: what was asked, what came, and how to repeat it elsewhere.
class ActivityPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityPanel(const PageContext &context, QWidget *parent = nullptr);
    ActionCollection &actions() { return *m_actions; }
    /// Puts what can be done with the requests into a menu.
    void fillMenu(QMenu &menu) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateActions();
    void showContextMenu(const QPoint &pos);

    PageContext m_context;
    ActivityModel *m_model;
    ActionCollection *m_actions;
    ListPane *m_pane;
    QAction *m_curl;
    QAction *m_python;
    QAction *m_details;
    QAction *m_clear;
};

} // namespace odc
