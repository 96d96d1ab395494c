// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/theme/iconset.h"

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class QAction;

namespace odc {

class ActionCollection;
class NavList;
class RowModelBase;
struct PageContext;

/// One area of the console in the middle of the window. Opened, its list has the focus; who goes along the navigation by
/// keys stays there until Enter. While it is open, its shortcuts work in the navigation as well.
class AreaPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The main list, for count, load state and time of the last refresh; may be null.
    virtual const RowModelBase *list() const = 0;
    virtual ActionCollection &actions() = 0;
    /// What the Object menu shows while this page is open; null entries are separators.
    virtual QList<QAction *> objectActions() const = 0;
    /// The number beside the page's name in the navigation; -1: none, or not known yet.
    virtual qint64 navigationCount() const;
    /// It shows something of the profile: rows or figures, be they of before.
    virtual bool isFilled() const;
    virtual void refresh() = 0;
    virtual void focusFilter() = 0;
    /// Where keys go once the page is open.
    virtual void focusList() = 0;
    /// Leads out of what is shown inside of the page; enabled while something is. Null: there never is. The window's
    /// "Back" goes this step first.
    virtual QAction *backAction() const { return nullptr; }
    /// What would be stopped if the page went now ("3 uploads"), translated; empty: nothing.
    virtual QString runningWork() const { return {}; }
    /// Selects one object; as soon as it is there, if it is not yet.
    virtual void showObject(const QString &) { }
    /// Shows what of its list this filter leaves, as if a person had typed it; empty: all of it.
    virtual void showFiltered(const QString &) { }
    /// Asks for what these files and folders are to be uploaded; empty: which ones, too. Only the page whose area takes
    /// files does anything.
    virtual void upload(const QStringList &) { }
    /// Opens the form of a new batch of this file. Only the page whose area has batches does anything.
    virtual void newBatchOf(const QString &) { }
    /// Opens the form of a new fine-tuning job that is trained with this file. Only the page whose area has such jobs does
    /// anything.
    virtual void newJobOf(const QString &) { }
    /// Asks which vector store these files, which are at the service, are to be put into. Only the page whose area has
    /// stores does anything.
    virtual void addToStore(const QList<FileObject> &) { }

Q_SIGNALS:
    /// Count or load state of the list is different.
    void statusChanged();
    /// objectActions() are others now.
    void actionsChanged();
    /// Work a person may have been waiting for ended; `headline` says how.
    void workEnded(const QString &headline, qint64 tookMs);
    /// The person wants to see an object of another area.
    void objectRequested(const QString &pageId, const QString &objectId);
    /// The person wants to see the part of another area's list that a filter leaves.
    void listRequested(const QString &pageId, const QString &filter);
    /// The person wants to upload these; empty: chooses them next.
    void uploadRequested(const QStringList &paths);
    /// The person wants to make a batch of this file, which is at the service.
    void batchRequested(const QString &fileId);
    /// The person wants to fine-tune a model with this file, which is at the service.
    void jobRequested(const QString &fileId);
    /// The person wants to put these files, which are at the service, into a vector store.
    void storeRequested(const QList<odc::FileObject> &files);
    /// The person wants to change the open profile.
    void profileRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<NavList> m_navigation;
};

/// How the window offers an area. Adding one is adding a line to pageList().
struct PageInfo {
    QString id; ///< "files"
    Icon icon;
    QString title; ///< translated
    std::function<AreaPage *(const PageContext &, QWidget *parent)> make;
};

QList<PageInfo> pageList();

} // namespace odc
