// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"
#include "ui/pages/liststates.h"

#include <QModelIndex>

class QMenu;
class QSplitter;
class QTimer;
class QVBoxLayout;

namespace odc {

class DetailsPane;
class JobStrips;
class KeptRows;
class ListTreeModel;
class MessageBar;
class PageHeader;
class TreePane;
class TreeRowActions;

/// An area that is a tree of two lists: header with the area's buttons, the tree with strips of running work
/// below it, what is selected beside it. Polls while it is visible, says how things stand in one line, keeps
/// actions and details in step with the selection, and remembers its layout per profile.
///
/// An area derives from it, and in its constructor makes its model and hands over the tree by setTree(), what
/// is beside it by setDetails(), makes its actions in actions(), and ends with finish(). Its destructor calls
/// closeViews().
class TreePage : public AreaPage
{
    Q_OBJECT
public:
    ~TreePage() override;

    const RowModelBase *list() const final;
    ActionCollection &actions() final { return *m_actions; }
    QList<QAction *> objectActions() const final;
    void refresh() final;
    void focusFilter() override;
    void focusList() final;
    QString runningWork() const override;
    /// One of either level, whatever the filter was.
    void showObject(const QString &id) override;
    void showFiltered(const QString &filter) override;

protected:
    /// `name` ("stores") names the page's widgets ("storesPage"), actions ("stores.details") and settings.
    /// `narrowTree`: the least width of the tree.
    TreePage(const PageContext &context, const QString &name, int narrowTree, QWidget *parent);

    // The constructor's calls, in this order:
    /// The page owns the pane.
    void setTree(ListTreeModel *model, TreePane *pane, TreeRowActions *rowActions);
    /// The upper list is of objects of this kind: what was seen of them before is shown until the server answers.
    void setKept(ObjectKind kind);
    /// The page owns the pane.
    void setDetails(DetailsPane *details);
    /// The last call: everything of the area's own is there.
    void finish(const ListPageTexts &texts);
    /// The first call of a destructor: views go before what they show, and before what hears of them.
    void closeViews();

    // What an area must say:
    /// The area's own part of the menus, null between groups. What opens and closes the tree comes right
    /// behind it, then copying, exports and what else every tree has.
    virtual QList<QAction *> ownActions() const = 0;
    /// Enables own actions for the selected rows of the model, and the one that the person is at.
    virtual void updateActions(const QModelIndexList &rows, const QModelIndex &here) = 0;
    /// Fills the details: `here` of the model, of which `others` more are selected. Invalid: nothing is
    /// selected.
    virtual void showDetails(const QModelIndex &here, int others) = 0;
    /// The whole tree in a few words: "12 stores", "3.4 MB". Never asked while it is empty.
    virtual QStringList summaryOfAll() const = 0;
    /// What moves below the upper list is to be looked at so often; 0: not at all.
    virtual void watchEvery(int ms) = 0;

    // What an area is made with:
    const PageContext &context() const { return m_context; }
    PageHeader *header() const { return m_header; }
    /// Where bulk jobs run and are shown.
    JobStrips *jobs() const { return m_jobs; }
    MessageBar *messages() const;
    QAction *detailsAction() const { return m_showDetails; }
    /// Fills the embedded server with sample data; null where that is not offered.
    QAction *sampleAction() const { return m_sample; }
    /// False: the profile is read-only.
    bool mayChange() const;
    /// The action changes data: where that may not be, its tooltip says why. The action itself.
    QAction *changing(QAction *action) const;
    /// A part of the menus with a menu of its own; not seen when it is empty.
    QMenu *submenu(const QString &title, const QList<QAction *> &actions);

    void followSelection();
    void followDetails();
    /// With the next turn: pages of rows arrive one after the other.
    void followDetailsLater();
    /// The details of what is selected are there to be acted on: keys are faster than the next turn.
    void bringUpDetails();
    void showSummary();
    /// What was just made, or is led to: selected, with the focus in the tree.
    void goTo(const QString &id);

    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectAll();
    void showWanted();
    void schedulePolls();

    PageContext m_context;
    QString m_name;
    int m_narrowTree;
    ActionCollection *m_actions;
    ListPageTexts m_texts;
    ListTreeModel *m_model = nullptr;
    PageHeader *m_header;
    QSplitter *m_splitter;
    QVBoxLayout *m_left = nullptr;
    TreePane *m_pane = nullptr;
    JobStrips *m_jobs = nullptr;
    KeptRows *m_kept = nullptr; ///< null: the list is of nothing that is kept
    DetailsPane *m_details = nullptr;
    TreeRowActions *m_rowActions = nullptr;
    QTimer *m_poll;
    QTimer *m_detailsDue;
    bool m_sizesChosen = false; ///< by a person; else they follow the window
    QString m_wantedId;         ///< to be selected when it comes
    QAction *m_showDetails = nullptr;
    QAction *m_sample = nullptr;
};

} // namespace odc
