// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QMimeData>
#include <QTemporaryDir>

namespace odc {

/// Brings whole consoles into every state there is and takes pictures of them.
class Shots
{
public:
    /// `only`: names of pictures to take; empty: all.
    Shots(Theme &theme, const QString &folder, const QStringList &only);
    /// 0 when every picture was taken, else 1.
    int run();

private:
    using Scene = bool (Shots::*)();
    struct Take {
        const char *name;
        Scene scene;
    };

    static QList<Take> takes();
    bool wanted(const QString &name) const { return m_only.isEmpty() || m_only.contains(name); }
    /// One scene in a fresh console.
    bool take(const Take &what, const QString &suffix);
    bool picture(QWidget *widget);
    bool pictureOf(const QString &dialogName);

    /// Opens a profile on the sample server; the kind of key and place people have.
    bool openSample(const std::function<void(Profile &)> &change = {});
    bool openProxy();
    bool selectTickets();
    /// A profile whose queue finds these in its journal, and whose server does not answer transfers.
    bool openTransfers();
    bool selectTransfer(const QString &name);
    std::unique_ptr<QMimeData> drop(const QStringList &paths);
    QPoint middle();

    bool filesEmpty();
    bool filesLoading();
    bool filesError();
    bool filesUnavailable();
    bool files();
    bool filesSelection();
    bool filesPreviewText();
    bool filesPreviewImage();
    bool filesPreviewRefused();
    bool filesJson();
    bool filesNoMatch();
    bool filesRefreshFailed();
    bool filesDropHint();
    bool filesMany();
    bool filesSmall();
    bool production();
    bool profileFailed();
    bool profileMenu();
    bool uploadDialog();
    bool confirmDialog();
    bool confirmTyped();
    bool report();
    bool reportLost();
    bool bulkRunning();
    bool bulkFinished();
    bool profiles();
    bool profilesTested();
    bool profilesMistake();
    bool profilesUnsaved();
    bool preferences();
    bool shortcuts();
    bool about();
    bool activity();
    bool transfersEmpty();
    bool transfers();
    bool transfersSmall();
    bool transfersParts();
    bool transfersFailed();
    bool transfersLost();
    bool transfersPending();
    bool transfersQuit();
    bool transfersCancel();
    bool dock();
    bool startArchive();
    bool makeArchive();
    bool archiveDialog();
    bool archiveRunning();
    bool archiveReport();
    bool archiveOpened();
    bool archiveCopy();

    Theme &m_theme;
    QString m_folder;
    QStringList m_only;
    QString m_file; ///< of the picture being taken
    QTemporaryDir m_scratch;
    test::ServerProcess m_sample;
    test::ServerProcess m_large;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::FaultProxy> m_proxy;
    std::unique_ptr<test::Console> m_console;
};

} // namespace odc
