// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "base/call.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QSet>
#include <QWidget>

class QAction;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace odc {

class ActionCollection;
class ItemDetails;
class ListPane;
class OutputItemsModel;
class TextLabel;

/// The items of one run: list above, the item with its messages, answer and grades below. Failures are gone through by
/// keyboard, marked and noted; marks stay on this computer. Shortcuts work while the focus is inside.
class ItemsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ItemsPane(const PageContext &context, QWidget *parent = nullptr);
    ~ItemsPane() override;

    /// Shows this run. The same run again tells how it stands: when its counts are others its items are read anew.
    void setRun(const EvalObject &eval, const EvalRun &run);
    void clear();
    /// For the Object menu, null between groups. They live as long as the pane.
    QList<QAction *> ownActions() const;

    /// What the page's own commands do while this is in front.
    void refresh();
    void focusFilter();
    ListPane *list() const { return m_list; }
    const OutputItemsModel &model() const { return *m_model; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void connectAll();
    void showTexts();
    void showFacets();
    void load();
    void selectWanted();
    /// Columns with nothing in any row leave their room to the others.
    void showColumnsInUse();
    void followSelection();
    void followDetails();
    void showSummary();
    /// Reads the shown item by itself; `asked` for by the person, who then hears how it went.
    void readItem(bool asked);
    void goToFailure(int step);
    void toggleMarks();
    void editNote();
    void copyCall(bool python);
    void showContextMenu(const QPoint &pos);
    void say(const QString &key, const QString &text);

    PageContext m_context;
    OutputItemsModel *m_model;
    ActionCollection *m_actions;
    ActionCollection *m_detailActions = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_blank = nullptr;
    QSplitter *m_splitter = nullptr;
    ListPane *m_list = nullptr;
    ItemDetails *m_details = nullptr;
    TextLabel *m_summary = nullptr;
    QTimer *m_detailsDue;
    QTimer *m_readDue;
    enum class Due { Nothing, Tail, Everything };
    Due m_due = Due::Nothing; ///< to be loaded once it is seen, and the walk under way is over
    Call m_read;
    QString m_readId;         ///< what is being read
    bool m_readAsked = false; ///< by the person
    qint64 m_wantedItem = -1; ///< number of the item to be selected when it comes; -1: none
    QSet<QString> m_alreadyRead; ///< since the list was loaded
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_mark = nullptr;
    QAction *m_note = nullptr;
    QAction *m_readAgain = nullptr;
    QAction *m_back = nullptr;
    QAction *m_copyCurl = nullptr;
    QAction *m_copyPython = nullptr;
};

} // namespace odc
