// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QHash>
#include <QList>
#include <QStackedWidget>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace odc {

class AreaPage;
class StateOverlay;

/// The pages of the open profile. One is made when somebody wants it: it is shown, or something is to be done on it. The
/// others follow one by one in moments when nobody types or clicks, so that changing to them is quick. They are made
/// anew for each opened profile, and die before its session.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(const ShellContext &context, QWidget *parent = nullptr);
    ~PageStack() override;

    /// From now on pages can be made. The one that was shown last is shown again.
    void open(const PageContext &context);
    /// The pages go, with the dialogs that hang on them.
    void close();

    /// Also while no profile is open: it comes when there is one.
    void showPage(const QString &id);
    const QString &currentId() const { return m_currentId; }
    /// As in a browser: the page that was in front before this one, as it was left; and from there back again.
    void goBack() { step(m_behind, m_ahead); }
    void goForward() { step(m_ahead, m_behind); }
    bool canGoBack() const { return m_open && !m_behind.isEmpty(); }
    bool canGoForward() const { return m_open && !m_ahead.isEmpty(); }
    /// Null while no profile is open.
    AreaPage *current() const;
    /// Makes it when it is not there yet. Null while no profile is open, and when there is no such page.
    AreaPage *page(const QString &id);
    void makeAll();
    /// Those that were made, in no order: no other has work that could be stopped.
    QList<AreaPage *> made() const { return m_pages.values(); }

    /// The page comes to the front and selects the object, if one is named.
    void showObject(const QString &pageId, const QString &objectId);
    /// The page comes to the front and shows what the filter leaves.
    void showFiltered(const QString &pageId, const QString &filter);
    void upload(const QStringList &paths);

    /// The number beside the page's name in the navigation: what the page says, or, while its list was not read, what is
    /// known of it. -1: none.
    qint64 countOf(const QString &id) const;

    /// Of the page in front. The others make room for themselves when they come there; until then what they had in a wide
    /// window must not keep this one from getting narrower.
    QSize minimumSizeHint() const override;

    /// What is in the middle while no page is.
    StateOverlay *blank() const { return m_blankState; }
    void showBlank();

Q_SIGNALS:
    /// A page is in front, another one than before or for another profile.
    void shown(odc::AreaPage *page);
    /// countOf() of this page is another now, or the load state of its list is.
    void statusChanged(const QString &pageId);
    /// The page in front has other actions.
    void actionsChanged();
    void workEnded(const QString &headline, qint64 tookMs);
    void profileRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AreaPage *make(const QString &id);
    void bringToFront(const QString &id);
    void step(QStringList &from, QStringList &to);
    void follow(const QString &id, AreaPage *page);
    void makeNext();
    void countAll();

    QWidget *m_blank;
    StateOverlay *m_blankState;
    std::unique_ptr<PageContext> m_open; ///< null while no profile is
    QHash<QString, AreaPage *> m_pages;
    QString m_currentId;
    QStringList m_behind; ///< ids of the pages that were in front, the last one last
    QStringList m_ahead;  ///< those that were gone back from
    QTimer m_next;     ///< the next page is made
    QTimer m_countDue; ///< answers come by the hundred: once for all of them
};

} // namespace odc
