// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/visit.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"

class QMenu;
class QStackedWidget;
class QTimer;

namespace odc {

class ChangesPane;
class MessageBar;
class OverviewBoard;
class OverviewKeep;
class OverviewTally;
class PageHeader;
class StateOverlay;
struct OverviewTarget;

/// What a person wants to know in the morning: what runs, what ended, what broke, what will expire, what is
/// stored and costs. Each number leads to the list behind it. Makes no request by itself: it shows what the
/// index and the watch know, at once what they knew when the profile was last closed.
class OverviewPage final : public AreaPage
{
    Q_OBJECT
public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    const RowModelBase *list() const override { return nullptr; }
    ActionCollection &actions() override { return *m_actions; }
    QList<QAction *> objectActions() const override;
    QAction *backAction() const override { return m_back; }
    void refresh() override;
    void focusFilter() override;
    void focusList() override;
    bool isFilled() const override;
    const OverviewTally &tally() const { return *m_tally; }
    /// What is shown are the figures of now, and none of them is being counted.
    bool isCurrent() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void connectAll();
    /// With the next turn: transfers tell of each byte.
    void showLater();
    void showFigures();
    void readAtFirst();
    void showState();
    void showBanner();
    QString summary() const;
    QString ageText() const;
    bool isWatched() const;
    void go(const OverviewTarget &target);
    void showInner(bool inner);
    bool isInnerShown() const;
    void showAlerts();
    void presenceChanged(bool here);
    /// Somebody who is here chooses the page anew.
    void chosenAgain();
    /// Made when it is first wanted, or soon after the page is on the screen.
    ChangesPane &changes();

    PageContext m_context;
    Visit m_visit;
    ActionCollection *m_actions;
    OverviewTally *m_tally;
    OverviewKeep *m_keep;
    PageHeader *m_header;
    MessageBar *m_banner;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    OverviewBoard *m_board;
    StateOverlay *m_overlay;
    ChangesPane *m_changes = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_showChanges = nullptr;
    QAction *m_alerts = nullptr;
    QAction *m_back = nullptr;
    QAction *m_sample = nullptr;
    QMenu *m_innerMenu = nullptr;
    QTimer *m_due;
    bool m_hasRead = false;  ///< or there was no need to
    bool m_arriving = false; ///< the page was just opened
    bool m_behind = false;   ///< the figures are others than those that are shown
    QString m_note;          ///< what the banner says
    QString m_dismissed;     ///< banner the person has closed
};

} // namespace odc
