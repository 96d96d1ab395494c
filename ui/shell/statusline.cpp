// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/rowmodelbase.h"
#include "ui/dialogs/alertkinds.h"
#include "ui/shell/newsline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "watch/jobwatch.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const ShellContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_timer(new QTimer(this))
{
    setObjectName(u"statusLine"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::between, metrics::tight, metrics::edge, metrics::tight);
    layout->setSpacing(metrics::edge);
    const auto label = [&](Token token) { return new TextLabel(context.theme, Theme::FontRole::Small, token, {}, this); };
    m_connection = new StateLabel(context.theme, this);
    m_connection->setObjectName(u"connectionState"_s);
    m_production = label(Token::Bad);
    m_inFlight = label(Token::Secondary);
    m_rate = label(Token::Secondary);
    m_news = new NewsLine(context, this);
    m_refreshed = label(Token::Secondary);
    layout->addWidget(m_connection);
    layout->addWidget(m_production);
    layout->addWidget(m_inFlight);
    layout->addWidget(m_rate);
    layout->addStretch(1);
    layout->addWidget(m_news);
    layout->addWidget(m_refreshed);
    // The age of the list grows; coarse is enough.
    m_timer->setInterval(5000);
    connect(m_timer, &QTimer::timeout, this, &StatusLine::showStatus);
    m_timer->start();
    connect(m_news, &NewsLine::objectRequested, this, &StatusLine::objectRequested);
}

void StatusLine::setSession(Session *session, const Profile &profile, const QString &text)
{
    m_session = session;
    m_profile = profile;
    m_closedText = text;
    if (session)
        connect(session, &Session::statusChanged, this, &StatusLine::showStatus);
    else
        m_news->clear();
    showStatus();
}

void StatusLine::setList(const RowModelBase *list)
{
    m_list = list;
    showStatus();
}

void StatusLine::follow(JobWatch &watch)
{
    connect(&watch, &JobWatch::happened, m_news, [this](const WatchEvent &event) {
        if (isAlertOn(m_context.settings, event.kind))
            m_news->tell(event);
    });
}

void StatusLine::showStatus()
{
    const bool production = m_profile.production;
    m_production->setVisible(production || m_profile.isArchive());
    m_production->setToolTip(m_profile.isArchive() && m_profile.unfinished
                                 ? plainToolTip(tr("It does not hold everything. Archive into the same folder again to get the rest."))
                                 : QString());
    m_production->setToken(production ? Token::Bad : Token::Warn);
    if (m_profile.isArchive()) {
        m_production->setText((m_profile.unfinished ? tr("UNFINISHED ARCHIVE, %1, stopped %2") : tr("ARCHIVE, %1, made %2"))
                                  .arg(format::oneLine(m_profile.hostLabel()), format::date(m_profile.archivedAt)));
    } else {
        m_production->setText(m_profile.readOnly ? tr("PRODUCTION, read-only") : tr("PRODUCTION, changes ask first"));
    }
    if (!m_session) {
        m_connection->setState(m_closedText.isEmpty() ? Tone::Running : Tone::Failed,
                               m_closedText.isEmpty() ? tr("Opening…") : m_closedText);
        m_connection->setToolTip({});
        m_inFlight->clear();
        m_rate->clear();
        m_refreshed->clear();
        return;
    }
    const ConnectionStatus status = m_session->status();
    switch (status.state) {
    case ConnectionStatus::State::Idle:
        if (status.inFlight > 0)
            m_connection->setState(Tone::Running, tr("Connecting…"));
        else
            m_connection->setState(Tone::None, tr("Not connected yet"));
        break;
    case ConnectionStatus::State::Connected:
        m_connection->setState(Tone::Fine, tr("Connected"));
        break;
    case ConnectionStatus::State::Held:
        m_connection->setState(Tone::Attention,
                               tr("Rate limit: waiting %1").arg(format::duration((status.heldMs + 999) / 1000)));
        break;
    case ConnectionStatus::State::Failing:
        m_connection->setState(Tone::Failed, status.error.headline());
        break;
    case ConnectionStatus::State::Refused:
        // A 403 may be about the one thing asked for; a 401 is about everything.
        if (status.error.httpStatus == 403)
            m_connection->setState(Tone::Attention, tr("Not permitted"));
        else
            m_connection->setState(Tone::Failed, tr("Key refused"));
        break;
    }
    const bool isTrouble = status.state == ConnectionStatus::State::Failing || status.state == ConnectionStatus::State::Refused;
    m_connection->setToolTip(isTrouble ? plainToolTip((status.error.headline() + u'\n' + status.error.advice()).trimmed()) : QString());
    m_inFlight->setText(status.inFlight > 0 ? tr("%Ln request(s) in flight", nullptr, status.inFlight) : QString());
    // What was left when it last answered says nothing of a server that does not answer now.
    m_rate->setText(status.state != ConnectionStatus::State::Failing && status.rateLimit > 0 && status.rateRemaining >= 0
                        ? tr("Rate limit %1 of %2 left")
                              .arg(format::number(status.rateRemaining), format::number(status.rateLimit))
                        : QString());
    const qint64 at = m_list ? m_list->refreshedAt() : 0;
    const qint64 age = m_context.clock.unixSeconds() - at;
    const qint64 keptFrom = m_list ? m_list->keptFrom() : 0;
    if (keptFrom > 0)
        m_refreshed->setText(tr("As of %1").arg(format::relativeTime(keptFrom, m_context.clock.unixSeconds())));
    else
        m_refreshed->setText(at == 0 ? QString() : age < 2 ? tr("Refreshed just now") : tr("Refreshed %1 ago").arg(format::duration(age)));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Token::Window));
    painter.fillRect(QRect(0, 0, width(), metrics::lineWidth), m_context.theme.colour(Token::Line));
}

} // namespace odc
