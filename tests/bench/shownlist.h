// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"

#include <QList>

#include <functional>
#include <memory>

namespace odc {
class Clock;
class FilterProxy;
class RowModelBase;
class Session;
class Theme;
} // namespace odc

namespace odc::bench {

/// A session that no server answers, for lists that are filled by hand.
std::unique_ptr<Session> wirelessSession(Clock &clock);

/// The table of a list page: its delegates, its style, its columns. On the screen.
struct ShownList
{
    ShownList(FilterProxy &proxy, const RowModelBase &model);
    /// Painting and delayed layouts come in events of their own; a few turns let them all happen.
    static void settle();
    /// Applied to the application once; lives as long as it.
    static const Theme &theme();

    TableView view;
};

/// What one change took, ms: whole, the longest block of the thread, and what of it the thread itself was
/// busy.
struct Took
{
    double totalMs = 0;
    double blockMs = 0;
    double blockCpuMs = 0;
};

/// Runs one change while the heart beats, painting included.
Took measure(const std::function<void()> &action);

/// What several runs took.
struct Samples
{
    QList<double> total;
    QList<double> block;
    QList<double> cpu;
    void add(const Took &took);
    /// Medians, a line on the standard output.
    void printBlock(const char *name) const;
};

} // namespace odc::bench
