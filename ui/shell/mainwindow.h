// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace odc {

class ArchiveStrip;
class CleaningWatch;
class KeyWatch;
class ColourStripe;
class DockHolder;
class DropZone;
class MessageBar;
class JobWatch;
class NavPanel;
class Palette;
struct OpenProfile;
class OpeningState;
class PageStack;
class AreaPage;
class ProfilesDialog;
class Session;
class ShellActions;
class StatusLine;
class TransferQueue;
class TransferWatch;

/// The one window: navigation, the pages, the bottom dock, the status line. It lives through profile changes; what hangs on
/// an open profile is made anew for each, and dies before its session.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const ShellContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Null while no profile is open.
    AreaPage *currentPage() const;
    void showPage(const QString &pageId);
    /// See PageStack.
    void goBack();
    void goForward();
    /// Any object of the open profile, on its page.
    void showObject(const QString &pageId, const QString &objectId);
    /// For whoever is about to list what the window can do: the actions of a page are there once the page is.
    void makeAllPages();
    /// The page comes to the front, and an action of its own is carried out, if it is there and may be.
    void runPageAction(const QString &pageId, const QString &action);
    /// Opens the clean-up over whatever page is shown. `wish`: a list of how many days old unused files are at least, and of
    /// what the table is filtered by at first; may be invalid.
    void cleanUp(const QVariant &wish);
    void openProfile(const QString &profileId);
    void editProfiles();
    /// Opens the palette.
    void findAnything();
    /// The bottom dock with this tab, or no dock.
    void showActivity(bool show);
    void showTransfers(bool show);
    /// To the front, wherever it was, on this page (empty: as it is) with this object (empty: none).
    void bringUp(const QString &pageId, const QString &objectId);
    /// Asked when a person closes the window: true, and it only hides.
    void setStaysWhenClosed(std::function<bool()> stays) { m_staysWhenClosed = std::move(stays); }
    /// Closes it for good, after asking when work runs.
    void quit();

Q_SIGNALS:
    /// It was closed, and only hid.
    void stayed();
    /// It was closed for good.
    void closed();
    /// Something a person may have been waiting for ended while the window was elsewhere.
    void notify(const QString &title, const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void opened(const Profile &profile, const OpenProfile &open);
    void failed(const Profile &profile, const QString &headline, const QString &advice);
    void closePages();
    void connectPages();
    void startWatch(JobWatch &watch);
    void showList(const QString &pageId, const QString &filter);
    void tell(const QString &headline);
    void pageShown(AreaPage *page);
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
    PageStack *m_pages;
    OpeningState *m_opening;
    DropZone *m_drop;
    MessageBar *m_messages;
    StatusLine *m_status;
    ArchiveStrip *m_archive;
    DockHolder *m_dock;
    Palette *m_palette;
    TransferWatch *m_transfers = nullptr;
    CleaningWatch *m_cleaning = nullptr;
    KeyWatch *m_key = nullptr;
    QTimer m_review;          ///< several changes of the profiles in a row are looked at once
    bool m_newKeys = false;   ///< the open session works with older ones
    QPointer<ProfilesDialog> m_profilesDialog;
    QPointer<QWidget> m_question; ///< whether running work may be stopped
    bool m_mayClose = false;
    bool m_quits = false; ///< closing means quitting
    std::function<bool()> m_staysWhenClosed;
};

} // namespace odc
