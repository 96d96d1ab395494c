// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivejob.h"
#include "ui/dialogs/consoledialog.h"

#include <QHash>
#include <QPointer>

class QGridLayout;
class QPlainTextEdit;

namespace odc {

class ProgressLine;
class StateLabel;
class TextLabel;

/// How an archive gets on, list by list, and at the end what came of it. The work does not depend on it.
class ArchiveReportDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// Closes with the job.
    ArchiveReportDialog(const Theme &theme, ArchiveJob &job, QWidget *parent);

Q_SIGNALS:
    void openRequested(const QString &folder);
    void showFolderRequested(const QString &folder);
    /// It ended before its end, and is to be taken up again.
    void goOnRequested();

private:
    struct Row
    {
        TextLabel *count;
        TextLabel *changed;
        StateLabel *state;
    };

    Row &rowOf(const QString &list);
    void showProgress();
    void showRow(const ArchiveJob::Progress &line);
    void showReport();

    ArchiveJob &m_job;
    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
    ProgressLine *m_bar;
    TextLabel *m_pace;
    QPlainTextEdit *m_failures;
    qsizetype m_shown = 0; ///< failures that stand in it
    QPushButton *m_stop;
    QPushButton *m_goOn;
    bool m_ran = false; ///< while this was open
    QPushButton *m_showFolder;
    QPushButton *m_open;
    QPushButton *m_close;
};

/// "Reading lists · 1,200 of 50,000 · 84 MB · 12 MB/s · 3 min left": one line for the strip and the dialog.
QString archivePace(const ArchiveJob &job);
/// What it is doing.
QString archivePhase(const ArchiveJob &job);

} // namespace odc
