// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archiveplan.h"
#include "ui/context/pagecontext.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
class ArchiveStrip;
class MessageBar;

/// What the File menu offers around archives: making one, opening one, working on a copy of one.
class ArchiveCommands final : public QObject
{
    Q_OBJECT
public:
    ArchiveCommands(const ShellContext &context, ActionCollection &actions, QWidget *window);

    void fillMenu(QMenu &menu);
    void setStrip(ArchiveStrip *strip, MessageBar *messages);
    /// Null while no profile is open; what is being asked about it goes with it.
    void setPage(const PageContext *context);
    void openFolder(const QString &folder);

Q_SIGNALS:
    void profileReady(const QString &profileId);

private:
    void archive();
    void chooseToOpen();
    void workOnCopy();
    /// Says, once in a run of the program, that the last archive of the open profile has not come to its end.
    void lookForUnfinished();
    void sayUnfinished();
    void goOn();
    void say(const QString &text, const QString &details = {});

    ShellContext m_context;
    QWidget *m_window;
    QAction *m_make;
    QAction *m_open;
    QAction *m_copy;
    ArchiveStrip *m_strip = nullptr;
    MessageBar *m_messages = nullptr;
    std::unique_ptr<PageContext> m_page;
    QSet<QString> m_told;    ///< ids of profiles whose unfinished archive was spoken of
    QString m_unfinished;    ///< folder of that of the open profile, spoken of or about to be
    ArchiveChoice m_choice;  ///< what was chosen for it
    QPointer<QWidget> m_dialog; ///< works with the open profile
};

} // namespace odc
