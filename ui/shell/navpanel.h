// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace odc {

class NavList;
class ProfileButton;
struct PageInfo;

/// The left side: which profile, which area, and whether it may be changed.
class NavPanel final : public QWidget
{
    Q_OBJECT
public:
    NavPanel(const ShellContext &context, QWidget *parent = nullptr);

    void setPages(const QList<PageInfo> &pages);
    void setProfile(const Profile &profile);
    /// Whether the open session sends a key: one that is only in memory the profile does not note.
    void setHasKey(bool hasKey);
    /// `count` < 0: not known yet.
    void setCount(const QString &pageId, qint64 count);
    void setCurrentPage(const QString &pageId);

Q_SIGNALS:
    void pageChosen(const QString &pageId);
    void profileChosen(const QString &profileId);
    void manageProfiles();
    /// The person pressed the read-only switch.
    void readOnlyToggled(bool readOnly);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillProfileMenu();

    ShellContext m_context;
    Profile m_profile;
    bool m_hasKey = false;
    ProfileButton *m_button;
    QMenu *m_menu;
    NavList *m_list;
    QPushButton *m_readOnly;
};

} // namespace odc
