// SPDX-License-Identifier: GPL-3.0-or-later
#include "dockholder.h"

#include "settings/settings.h"
#include "ui/shell/dock.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/transferspanel.h"

#include <QSplitter>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 250;

} // namespace

DockHolder::DockHolder(const ShellContext &context, QSplitter &splitter, ShellActions &actions, QObject *parent)
    : QObject(parent), m_context(context), m_splitter(splitter), m_actions(actions)
{
    m_due.setSingleShot(true);
    m_due.setInterval(settleMs);
    connect(&m_due, &QTimer::timeout, this, &DockHolder::dock);
    connect(&m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.settings.set(Setting::SplitterState, m_splitter.saveState(), u"window"_s);
    });
}

DockHolder::~DockHolder() = default;

void DockHolder::open(const PageContext &context)
{
    m_open = std::make_unique<PageContext>(context);
    if (m_context.settings.flag(Setting::ActivityVisible))
        make();
    else
        m_due.start();
}

void DockHolder::close()
{
    m_due.stop();
    m_actions.setDock(nullptr);
    delete std::exchange(m_dock, nullptr);
    m_open.reset();
}

Dock *DockHolder::dock()
{
    if (!m_dock && m_open)
        make();
    return m_dock;
}

void DockHolder::make()
{
    m_due.stop();
    m_dock = new Dock(*m_open, &m_splitter);
    m_splitter.addWidget(m_dock);
    m_actions.setDock(m_dock);
    m_splitter.setStretchFactor(0, 1);
    const QByteArray state = m_context.settings.bytes(Setting::SplitterState, u"window"_s);
    if (state.isEmpty() || !m_splitter.restoreState(state))
        m_splitter.setSizes({640, 220});
    m_dock->setTab(m_context.settings.text(Setting::DockTab) == "activity"_L1 ? Dock::Tab::Activity : Dock::Tab::Transfers);
    m_dock->setVisible(m_context.settings.flag(Setting::ActivityVisible));
    connect(m_dock, &Dock::tabChosen, this, &DockHolder::follow);
    connect(m_dock, &Dock::closed, this, [this] { show(false, {}); });
    connect(m_dock->transfers(), &TransfersPanel::transferRequested, this, &DockHolder::transferRequested);
    connect(m_dock->transfers(), &TransfersPanel::fileRequested, this, &DockHolder::fileRequested);
    follow();
}

void DockHolder::show(bool show, const QString &tab)
{
    m_context.settings.set(Setting::ActivityVisible, show);
    if (!tab.isEmpty())
        m_context.settings.set(Setting::DockTab, tab);
    if (!dock())
        return;
    if (!tab.isEmpty())
        m_dock->setTab(tab == "activity"_L1 ? Dock::Tab::Activity : Dock::Tab::Transfers);
    m_dock->setVisible(show);
    follow();
}

void DockHolder::follow()
{
    const bool activity = m_dock->tab() == Dock::Tab::Activity;
    const bool shown = m_context.settings.flag(Setting::ActivityVisible);
    m_context.settings.set(Setting::DockTab, activity ? u"activity"_s : u"transfers"_s);
    m_actions.setDockShown(shown && activity, shown && !activity);
}

} // namespace odc
