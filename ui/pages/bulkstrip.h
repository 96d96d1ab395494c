// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QToolButton;

namespace odc {

class BulkJob;

class ProgressStrip;
class StateLabel;
class Theme;

/// One bulk job at the bottom of a page: progress with rate, time left and Stop; afterwards what came of it, with the
/// report and a retry of just the failed.
class BulkStrip final : public QWidget
{
    Q_OBJECT
public:
    /// The strip does not own the job, which must outlive it. `about`: what the job is done to, when there may be others.
    BulkStrip(const Theme &theme, BulkJob &job, const QString &about, QWidget *parent = nullptr);

    BulkJob &job() const { return m_job; }
    /// How the job stands, in one line: "Manuals · 6 added, 1 failed".
    QString headline() const;
    /// Whether the keyboard is on one of its buttons, or will be once the window is active.
    bool hasKeyboard() const;

Q_SIGNALS:
    void reportRequested();
    /// The person is done with it.
    void closed();
    /// The button with the keyboard goes: whoever has it next should be told before Qt chooses a neighbour.
    void keyboardLeft();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showProgress();

    const Theme &m_theme;
    BulkJob &m_job;
    const QString m_about;
    StateLabel *m_state;
    ProgressStrip *m_progress;
    QWidget *m_result;
    QPushButton *m_retry;
    QPushButton *m_goOn;
    QPushButton *m_report;
    QToolButton *m_close;
};

} // namespace odc
