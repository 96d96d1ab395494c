// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace odc {

class ActivityPanel;
class TransfersPanel;

/// The bottom of the window: what is being transferred, and what was asked of the server, in two tabs.
class Dock final : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { Transfers, Activity };

    explicit Dock(const PageContext &context, QWidget *parent = nullptr);

    ActivityPanel *activity() const { return m_activity; }
    TransfersPanel *transfers() const { return m_transfers; }
    Tab tab() const;
    void setTab(Tab tab);

Q_SIGNALS:
    /// The person chose another tab, or closed the dock.
    void tabChosen(odc::Dock::Tab tab);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTabRow();
    void showCount();
    void follow();

    PageContext m_context;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    TransfersPanel *m_transfers;
    ActivityPanel *m_activity;
    QWidget *m_tools = nullptr; ///< of the transfers
};

} // namespace odc
