// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace odc {

/// What was asked for on the command line.
struct CommandLine {
    QString tourFolder;   ///< --tour: do the main job by itself, offscreen, and write pictures there
    QString profile;      ///< --profile: name or id to open
    QString theme;        ///< --theme: system, light or dark, for this run
    QString language;     ///< --language: code, for this run
    QString configFolder; ///< --config: settings and profiles there instead of the person's folder
    QString dataFolder;   ///< --data: the embedded server's data there
    QString page;         ///< --page: id of the page to begin with
    int sayWhenFilled = 0; ///< --say-when-filled: see StartReport; 0: not asked for
};

/// Reads the arguments; ends the program for --help, --version and mistakes.
CommandLine readCommandLine(const QCoreApplication &app);

/// True when the arguments need no window at all (--help, --version): then no display is needed either.
bool needsNoWindow(int argc, char **argv);
/// True when --tour is among the arguments.
bool isTour(int argc, char **argv);

} // namespace odc
