// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QUrl>

#include <ctime>
#include <optional>

namespace odc::bench {

/// The middle of the values; 0 of none.
double median(QList<double> values);

/// Prints "name: ours, reference, ratio".
void report(const char *name, double ours, const char *referenceName, double reference, const char *unit);
/// The same of the medians, and turn by turn: a machine's speed drifts, and two that ran one behind the other had the same.
void reportTurns(const char *name, const QList<double> &ours, const char *referenceName, const QList<double> &reference,
                 const char *unit);
/// Prints "name: ours (bar)".
void report(const char *name, double ours, const char *unit, const char *bar);

/// Seconds curl says one transfer took; nothing when it failed. `arguments` end with the address.
std::optional<double> curlSeconds(const QStringList &arguments);

/// Milliseconds the official node client takes for all files of the list, start of node not counted; nothing
/// without node or the package. `nodeDir` holds node_modules/openai.
std::optional<double> nodeListMs(const QString &nodeDir, const QUrl &baseUrl);

/// Milliseconds a plain Python loop of json.loads takes for all lines of a file, start of Python not counted.
std::optional<double> pythonJsonMs(const QString &path);

/// Milliseconds by the clock, and those that all threads were busy.
struct WallAndBusy
{
    double wall;
    double busy;
};

template <typename Work> WallAndBusy timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    work();
    return {double(timer.nsecsElapsed()) / 1e6, double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC};
}

/// Memory of this process at its highest, in KiB; resetPeak() begins anew where the system allows it.
qint64 peakKiB();
void resetPeak();

} // namespace odc::bench
