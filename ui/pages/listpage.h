// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"
#include "ui/pages/listpane.h"

#include <functional>

class QMenu;
class QSplitter;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace odc {

class JobStrips;
class KeptRows;
class PageHeader;

/// An area that is one list: header with the area's buttons, the list with strips of running work below it,
/// details beside it. Polls while it is visible, says how things stand in one line, keeps actions and details
/// in step with the selection, and remembers its layout per profile.
///
/// An inner view, where an area has one, stands in place of list and details: what is in one object. The list stays as
/// it was behind it.
///
/// An area derives from it, and in its constructor makes its actions in actions(), puts buttons into
/// header(), facets into pane(), its details by setDetails(), and ends with finish().
class ListPage : public AreaPage
{
    Q_OBJECT
public:
    ~ListPage() override;

    const RowModelBase *list() const final { return &m_model; }
    ActionCollection &actions() final { return *m_actions; }
    QList<QAction *> objectActions() const final;
    void refresh() final;
    void focusFilter() final;
    void focusList() final;
    QString runningWork() const override;

    /// Whatever the filter was.
    void showObject(const QString &id) final;
    void showFiltered(const QString &filter) final;

protected:
    /// Whether the list is the server's, which sample data can fill, or this computer's.
    enum class Holds { ServerObjects, OwnObjects };

    /// `name` ("files") names the page's widgets ("filesPage", "filesTable"), actions ("files.refresh") and
    /// settings. The page owns the model.
    ListPage(const PageContext &context, const QString &name, RowModelBase *model, QWidget *parent,
             Holds holds = Holds::ServerObjects);

    /// The list is of objects of this kind: what was seen of them before is shown until the server answers.
    void setKept(ObjectKind kind);
    /// The constructor's last call: everything of the area's own is there.
    void finish(const ListPageTexts &texts);

    // What an area must say:
    /// The area's own part of the menus, null between groups; the page adds copying, exports and what else
    /// every list has.
    virtual QList<QAction *> ownActions() const = 0;
    /// Enables own actions for so many selected rows.
    virtual void updateActions(int selected) = 0;
    /// Fills the details: `row` of the model, of which `others` more are selected. -1: nothing is selected.
    virtual void showDetails(int row, int others) = 0;
    /// The whole list in a few words: "12 files, 3.4 MB". Never asked while it is empty.
    virtual QString summaryOfAll() const = 0;
    /// The same of several selected rows of the model: "3 selected, 1 MB".
    virtual QString summaryOf(const QList<int> &rows) const = 0;
    /// The path that reads one object, below the base URL, for "copy as cURL"; empty when the id is none.
    virtual QString objectPath(const QString &id) const = 0;
    /// Milliseconds until the next poll(); 0: none. Asked anew when anything it may depend on has changed; see
    /// schedulePoll().
    virtual int pollInterval() const;
    /// Asks the server anew, without a person having asked for it.
    virtual void poll();
    /// What is a few seconds old is asked anew once the page is shown again; else with the next poll().
    virtual bool looksWhenShown() const { return false; }

    /// What stands in place of list and details, with the ways in which the page leads to it.
    struct InnerView
    {
        QWidget *widget = nullptr; ///< the page owns it
        QString title;             ///< what its part of the menu is called
        std::function<QList<QAction *>()> actions; ///< in place of what the list has; a menu of their own otherwise
        std::function<void()> focusFilter;
        std::function<void()> focusContent;
        std::function<void()> refresh; ///< beside the list
    };
    /// Before finish(). `back` is the action that leads back to the list ("All batches").
    void setInner(const InnerView &inner, const QString &back);
    void showInner();
    void leaveInner();
    bool isInnerShown() const;
    /// Leads back to the list.
    QAction *backAction() const override { return m_back; }

    // What an area is made with:
    const PageContext &context() const { return m_context; }
    PageHeader *header() const { return m_header; }
    ListPane *pane() const { return m_pane; }
    MessageBar *messages() const { return m_pane->messages(); }
    /// Where bulk jobs run and are shown.
    JobStrips *jobs() const { return m_jobs; }
    /// The widget beside the list; the page owns it. It has this width until the person chose another.
    void setDetails(QWidget *details, int width = 340);
    /// A widget below the list, beside the details: what the selected rows are about, side by side or laid over each
    /// other. How the height is shared is remembered. While it is hidden the list has all of it.
    void setBelow(QWidget *below);
    /// A widget over the whole width, between header and list.
    void setBand(QWidget *band);
    /// Shows or hides it because the person wants so.
    void toggleDetails(bool show);
    QAction *detailsAction() const { return m_showDetails; }
    /// Fills the embedded server with sample data; null where that is not offered.
    QAction *sampleAction() const { return m_sample; }
    /// False: the profile is read-only.
    bool mayChange() const;
    /// The action changes data: where that may not be, its tooltip says why.
    void marksChange(QAction *action);

    /// The interval may be another now, or a poll has ended.
    void schedulePoll();

    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void connectAll();
    void followSelection();
    void followDetails();
    void showSummary();
    void enableCopies();
    void showWanted();
    /// Whoever follows a link to what was deleted is told so.
    void tellIfGone();
    void showContextMenu(const QPoint &pos);
    void copyCall(bool python);
    void followInner();

    PageContext m_context;
    QString m_name;
    RowModelBase &m_model;
    ActionCollection *m_actions;
    ListPageTexts m_texts;
    PageHeader *m_header = nullptr;
    ListPane *m_pane = nullptr;
    JobStrips *m_jobs = nullptr;
    KeptRows *m_kept = nullptr; ///< null: the list is of nothing that is kept
    QSplitter *m_splitter = nullptr;
    QSplitter *m_column = nullptr; ///< list and what is below it; null: only the list
    QStackedWidget *m_stack = nullptr;
    InnerView m_inner;
    QWidget *m_details = nullptr;
    QTimer *m_poll;
    QTimer *m_detailsDue;
    bool m_detailsWanted = true;
    QString m_wantedId;    ///< to be selected when it comes
    int m_wantedWalks = 0; ///< through the list, until it is said not to be there
    QMenu *m_innerMenu = nullptr;
    QAction *m_back = nullptr;
    QAction *m_showDetails = nullptr;
    QAction *m_copyCurl = nullptr;
    QAction *m_copyPython = nullptr;
    QAction *m_sample = nullptr;
};

} // namespace odc
