// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QObject>

class QTimer;

namespace odc {

class MessageBar;

/// What the window does about the transfers of the open profile, whatever page is open: gives the queue the person's
/// settings, says what an earlier run left, and tells when long work ended. Lives as long as the profile is open.
class TransferWatch final : public QObject
{
    Q_OBJECT
public:
    TransferWatch(const PageContext &context, MessageBar &messages, QWidget *window);

    /// What leaving means for the transfers that are under way, translated; empty: nothing is.
    QString whatGoesOn() const;

Q_SIGNALS:
    /// The person wants to see the transfers.
    void showRequested();
    /// Work that took long enough for a person to look elsewhere has ended.
    void notice(const QString &headline);

private:
    void applySettings();
    void sayOpened(int goingOn, const QStringList &problems);
    void choose(const QString &key, const QString &choice);
    /// What was offered is decided: the offer goes.
    void reviewPending();
    void transferEnded(const QString &id, qint64 tookMs);
    void sayEnded();

    PageContext m_context;
    MessageBar &m_messages;
    QWidget *m_window;
    QTimer *m_settled; ///< the next transfer may begin in the same turn
    qint64 m_busySince = -1; ///< monotonic; -1: nothing was under way
    int m_done = 0;   ///< ended since then
    int m_failed = 0;
    QString m_lastName;
};

} // namespace odc
