// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"

#include <QPointer>
#include <QWidget>

class QTimer;

namespace odc {

class JobWatch;
class NewsLine;
class RowModelBase;
class Session;
class StateLabel;
class TextLabel;

/// The bottom line: connection, requests in flight, rate limit left, production mark, news of what runs, last refresh.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    StatusLine(const ShellContext &context, QWidget *parent = nullptr);

    /// Null: no profile is open; `text` says why.
    void setSession(Session *session, const Profile &profile, const QString &text);
    /// The list whose age is shown; may be null.
    void setList(const RowModelBase *list);
    /// Says from now on what happens to what is watched.
    void follow(JobWatch &watch);

Q_SIGNALS:
    void objectRequested(const QString &pageId, const QString &objectId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showStatus();

    ShellContext m_context;
    QPointer<Session> m_session;
    QPointer<const RowModelBase> m_list;
    Profile m_profile;
    QString m_closedText;
    StateLabel *m_connection;
    TextLabel *m_production;
    TextLabel *m_inFlight;
    TextLabel *m_rate;
    NewsLine *m_news;
    TextLabel *m_refreshed;
    QTimer *m_timer;
};

} // namespace odc
