// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;
class QCheckBox;

namespace odc {

class ActionCollection;
class EventsModel;
class JobFeed;
class ListPane;

/// The events of a job in the order in which they happened, by level, type and words. What comes in moves
/// nothing that is read, and where the end is followed it is always the last thing seen.
class EventsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit EventsPane(const PageContext &context, QWidget *parent = nullptr);
    ~EventsPane() override;

    /// Null: none.
    void setFeed(JobFeed *feed);
    void focusContent();
    void focusFilter();
    /// For the Object menu, null between groups.
    QList<QAction *> ownActions() const;

    const EventsModel &model() const { return *m_model; }
    ListPane *list() const { return m_list; }
    bool followsEnd() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBand();
    void goToEnd();
    /// Scrolled by hand: to the end, or away from it.
    void followHand();
    void showNote();

    PageContext m_context;
    ActionCollection *m_actions;
    EventsModel *m_model;
    ListPane *m_list;
    QCheckBox *m_follow;
    class TextLabel *m_note;
    bool m_goesToEnd = false;
};

} // namespace odc
