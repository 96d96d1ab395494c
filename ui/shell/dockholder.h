// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSplitter;

namespace odc {

class Dock;
class ShellActions;

/// The bottom dock of the open profile, and what is remembered of it: whether it is seen, which tab, how high. While it
/// is hidden it is made when somebody wants to see it, or once the page is on the screen.
class DockHolder final : public QObject
{
    Q_OBJECT
public:
    /// The dock goes below what is in the splitter. Everything handed in outlives this.
    DockHolder(const ShellContext &context, QSplitter &splitter, ShellActions &actions, QObject *parent);
    ~DockHolder() override;

    void open(const PageContext &context);
    void close();
    /// `tab`: "transfers", "activity"; empty: as it is.
    void show(bool show, const QString &tab);

Q_SIGNALS:
    void transferRequested(const QString &id);
    void fileRequested(const QString &id);

private:
    /// Null while no profile is open.
    Dock *dock();
    void make();
    void follow();

    ShellContext m_context;
    QSplitter &m_splitter;
    ShellActions &m_actions;
    std::unique_ptr<PageContext> m_open; ///< null while no profile is
    Dock *m_dock = nullptr;
    QTimer m_due;
};

} // namespace odc
