// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"

#include <QPointer>
#include <QWidget>

class QPushButton;

namespace odc {

class ArchiveJob;
class ArchiveReportDialog;
class ProgressStrip;
class StateLabel;

/// The archive that is being made, below every page whatever profile is open; afterwards what came of it,
/// until closed.
class ArchiveStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit ArchiveStrip(const ShellContext &context, QWidget *parent = nullptr);

    /// What leaving the program means for it, translated; empty: nothing runs.
    QString whatGoesOn() const;
    void showReport();

Q_SIGNALS:
    void openRequested(const QString &folder);
    void showFolderRequested(const QString &folder);
    /// It ended after long enough for a person to look elsewhere.
    void notice(const QString &headline);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(ArchiveJob *job);
    void showProgress();
    void ended();

    ShellContext m_context;
    QPointer<ArchiveJob> m_job;
    QPointer<ArchiveReportDialog> m_report;
    StateLabel *m_state;
    ProgressStrip *m_progress;
    QWidget *m_result;
    QPushButton *m_details;
    QPushButton *m_goOn;
    QPushButton *m_open;
    qint64 m_beganMs = 0;
};

} // namespace odc
