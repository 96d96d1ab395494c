// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace odc {

class BulkJob;
class BulkStrip;

/// The bulk jobs of a page, each as a strip with its report: below the list, nothing while there are none. A
/// job that went well leaves when the next one starts; one that did not stays until it is read.
class JobStrips final : public QWidget
{
    Q_OBJECT
public:
    explicit JobStrips(const ShellContext &context, QWidget *parent = nullptr);
    ~JobStrips() override;

    /// What a job is done to, where the page has several of the kind.
    struct About
    {
        QString id;
        QString title; ///< as people call it
    };

    /// What gets the keyboard when a button here that has it goes: the list beside. Otherwise it would be on
    /// whatever comes next in the window, and Space would press that.
    void setHome(QWidget *list) { m_home = list; }
    /// Starts the job, which is owned from now on.
    void run(BulkJob *job, const About &about = {});
    /// These are all there are that jobs may be about: those about others have nothing left to be tried again, and leave
    /// as soon as they have ended and nobody reads their report.
    void keepAbout(const QSet<QString> &ids);
    /// What this job did is not so any more: there is nothing left to say of it, unless it has not ended, left
    /// something to be tried again, or somebody reads its report.
    void leaveBehind(const BulkJob *job);
    /// "Deleting 2 of 5": what would be stopped now; empty when nothing runs.
    QString runningWork() const;

Q_SIGNALS:
    /// A job that is no transfer ended; `headline` says how. For the desktop notification of long ones.
    void jobEnded(const QString &headline, qint64 tookMs);
    /// The person wants to see the object a job made or touched.
    void showObject(const QString &id);

private:
    void goHome();
    void showReport(BulkJob *job);
    void dismiss(BulkStrip *strip);
    void dismissSettled();
    void dismissPointless();

    ShellContext m_context;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_home;
    QList<BulkStrip *> m_strips;
    QHash<const BulkStrip *, QString> m_about;  ///< ids
    QSet<const BulkStrip *> m_pointless;        ///< what they are about is gone
    QHash<const BulkJob *, int> m_openReports;
};

} // namespace odc
