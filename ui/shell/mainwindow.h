// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace odc {

class ArchiveStrip;
class ColourStripe;
class Dock;
class DropZone;
class MessageBar;
struct PageContext;
class NavPanel;
class Palette;
struct OpenProfile;
class AreaPage;
class ProfilesDialog;
class Session;
class ShellActions;
class StateOverlay;
class StatusLine;
class TransferQueue;
class TransferWatch;

/// The one window: navigation, the open page, the activity panel, the status line. It lives through profile changes;
/// pages and activity are made anew for each opened profile and die before its session.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const ShellContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Null while no profile is open.
    AreaPage *currentPage() const;
    void showPage(const QString &pageId);
    void openProfile(const QString &profileId);
    void editProfiles();
    /// Opens the palette.
    void findAnything();
    /// The bottom dock with this tab, or no dock.
    void showActivity(bool show);
    void showTransfers(bool show);

Q_SIGNALS:
    /// Something a person may have been waiting for ended while the window was elsewhere.
    void notify(const QString &title, const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void opened(const Profile &profile, const OpenProfile &open);
    void failed(const Profile &profile, const QString &headline, const QString &advice);
    void closePages();
    void addPage(const QString &id, AreaPage *page);
    void makeDock(const PageContext &context);
    void showDock(bool show, const QString &tab);
    void dockChanged();
    void showObject(const QString &pageId, const QString &objectId);
    void showList(const QString &pageId, const QString &filter);
    void upload(const QStringList &paths);
    void tell(const QString &headline);
    void pageStatusChanged(const QString &pageId);
    void setReadOnly(bool readOnly);
    /// Follows what became of the open profile in the store.
    void reviewProfile();
    void updateTitle();
    /// Everything that would be stopped by leaving the profile; empty: nothing.
    QString runningWork() const;
    /// What goes on the next time, after leaving the profile or, when `quitting`, the program; empty: nothing does.
    QString whatGoesOn(bool quitting) const;
    /// Asks when work runs; `go` is called when it may go on. `confirm`: the button where work would be stopped, and `leave`
    /// where what runs only waits for the next time.
    void whenFree(const QString &title, const QString &confirm, const QString &leave, std::function<void()> go,
                  bool quitting = false);
    void sayProblems();

    ShellContext m_context;
    Profile m_profile;
    QPointer<Session> m_session;
    ShellActions *m_actions;
    ColourStripe *m_stripe;
    NavPanel *m_nav;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    DropZone *m_drop;
    QWidget *m_blank;
    StateOverlay *m_blankState;
    MessageBar *m_messages;
    StatusLine *m_status;
    ArchiveStrip *m_archive;
    Dock *m_dock = nullptr;
    Palette *m_palette;
    TransferWatch *m_transfers = nullptr;
    QHash<QString, AreaPage *> m_pages;
    QString m_pageId;
    QTimer m_review;          ///< several changes of the profiles in a row are looked at once
    bool m_newKeys = false;   ///< the open session works with older ones
    QPointer<ProfilesDialog> m_profilesDialog;
    QPointer<QWidget> m_question; ///< whether running work may be stopped
    bool m_mayClose = false;
};

} // namespace odc
