// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewfigures.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/overview/overviewrows.h"

#include <QScrollArea>

class QGridLayout;
class QToolButton;

namespace odc {

class FigureCard;
class RowsCard;

/// The cards of the overview: figures above, lists below, in as many columns as there is room for.
class OverviewBoard final : public QScrollArea
{
    Q_OBJECT
public:
    explicit OverviewBoard(const PageContext &context, QWidget *parent = nullptr);

    struct Look
    {
        int expiresDays = 7;
        bool firstVisit = false;
        bool watched = true; ///< what runs is looked at by itself
    };
    void showFigures(const OverviewFigures &figures, const Look &look);
    /// The keyboard goes to what runs, or to how much does.
    void focusFirst();
    /// What takes the keyboard at the end of the board.
    QWidget *lastKey() const;

Q_SIGNALS:
    void chosen(const odc::OverviewTarget &target);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void orderKeys();
    void showRunning(const OverviewFigures &figures, const Look &look);
    void showFailed(const OverviewFigures &figures, const Look &look);
    void showStorage(const OverviewFigures &figures);
    void showCost(const OverviewFigures &figures);
    void showShares();

    PageContext m_context;
    QWidget *m_content;
    QGridLayout *m_grid;
    FigureCard *m_running;
    FigureCard *m_failed;
    FigureCard *m_storage;
    FigureCard *m_cost;
    RowsCard *m_runs;
    RowsCard *m_needs;
    RowsCard *m_shares;
    RowsCard *m_expiring;
    RowsCard *m_ended;
    QToolButton *m_byPurpose;
    QToolButton *m_byStore;
    QToolButton *m_all;
    Qt::FocusPolicy m_lineFocus = Qt::NoFocus; ///< of the last line of figures, when the keys were put in order
    OverviewFigures m_figures;
    int m_columns = 0;
};

} // namespace odc
