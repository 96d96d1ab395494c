// SPDX-License-Identifier: GPL-3.0-or-later
#include "openingstate.h"

#include "base/clock.h"
#include "base/format.h"
#include "overview/overviewkeep.h"
#include "ui/context/profileconnector.h"
#include "ui/widgets/stateoverlay.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Most profiles are open by then, and nothing flickers.
constexpr int patienceMs = 60;

} // namespace

OpeningState::OpeningState(const ShellContext &context, StateOverlay &overlay, QObject *parent)
    : QObject(parent), m_context(context), m_overlay(overlay)
{
    m_due.setSingleShot(true);
    m_due.setInterval(patienceMs);
    connect(&m_due, &QTimer::timeout, this, &OpeningState::tellWhatWas);
}

void OpeningState::begin(const Profile &profile)
{
    m_profile = profile;
    m_overlay.setState({});
    m_due.start();
}

void OpeningState::end()
{
    m_due.stop();
}

void OpeningState::show(const QString &detail)
{
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Loading;
    state.sentence = tr("Opening “%1”…").arg(m_profile.name);
    state.detail = detail;
    m_overlay.setState(state);
}

void OpeningState::tellWhatWas()
{
    show({});
    if (m_profile.temporary || m_profile.isArchive()) // of those nothing is kept
        return;
    const OverviewFigures figures = OverviewKeep::read(m_context.connector.indexFile(m_profile.id));
    if (figures.countedAt == 0 || figures.isEmpty())
        return;
    QStringList parts;
    if (!figures.running.isEmpty())
        parts << tr("%Ln running", nullptr, int(figures.running.size()));
    if (figures.failedCount > 0)
        parts << tr("%Ln failed", nullptr, figures.failedCount);
    parts << tr("%1 in %2 files", "size, number").arg(format::size(figures.fileBytes), format::number(figures.files));
    show(tr("As of %1: %2", "how long ago, and what was there")
             .arg(format::relativeTime(figures.countedAt, m_context.clock.unixSeconds()), parts.join(u", "_s)));
}

} // namespace odc
