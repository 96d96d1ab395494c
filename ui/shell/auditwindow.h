// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QAction;
class QSplitter;

namespace odc {

class ActionCollection;
class AuditDetails;
class AuditModel;
class ListPane;
class TextLabel;

/// The change log of the open profile, beside the window: a list that grows while one looks at it, and the
/// details of what is selected.
class AuditWindow final : public ConsoleDialog
{
    Q_OBJECT
public:
    AuditWindow(const PageContext &context, QWidget *parent);
    ~AuditWindow() override;

    ListPane *pane() const { return m_pane; }
    AuditModel *model() const { return m_model; }

Q_SIGNALS:
    /// The person wants to see what a change was about.
    void objectRequested(const QString &pageId, const QString &objectId);

private:
    /// Where what a row is about is shown.
    struct Place
    {
        QString pageId;
        QString objectId;
    };
    void buildActions();
    void addFacets();
    void showContextMenu(const QPoint &pos);
    void updateActions();
    void showCount();
    void copy(bool curl);
    void sayProblem();
    /// Empty when there is nothing to see any more.
    Place placeOf(int row) const;

    PageContext m_context;
    AuditModel *m_model;
    ActionCollection *m_actions;
    ListPane *m_pane;
    AuditDetails *m_details;
    QSplitter *m_splitter;
    TextLabel *m_count;
    QAction *m_show;
    QAction *m_curl;
    QAction *m_python;
};

} // namespace odc
