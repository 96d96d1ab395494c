// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewrowsmodel.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;
class QComboBox;
class QTimer;

namespace odc {

class ActionCollection;
class ChangesModel;
class DayEdit;
class ListPane;
class MessageBar;
class OverviewTally;

/// What changed at the server since some time, as a list: what was seen to come, go and end.
class ChangesPane final : public QWidget
{
    Q_OBJECT
public:
    ChangesPane(const PageContext &context, OverviewTally &tally, ActionCollection &actions,
                QWidget *parent = nullptr);

    /// The jobs that ended since the last visit, of which this filter leaves some; or all changes since then.
    void showEnded(const QString &filter);
    void showChanges();
    /// There was no visit before this one: what is new is that of a day.
    void setFirstVisit(bool first);
    void focusFilter();
    void focusList();
    /// "12 changes, 3 shown".
    QString summary() const;
    QList<QAction *> objectActions() const;
    QAction *refreshAction() const;

Q_SIGNALS:
    void chosen(const odc::OverviewTarget &target);
    void summaryChanged();
    void profileRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reload();
    void open();
    void choosePeriod();
    qint64 since() const;

    PageContext m_context;
    OverviewTally &m_tally;
    ChangesModel *m_model;
    ListPane *m_pane;
    QComboBox *m_what;
    QComboBox *m_period;
    DayEdit *m_day; ///< shown while the period begins with it
    QAction *m_open;
    QTimer *m_due; ///< many changes in a row are read once
};

} // namespace odc
