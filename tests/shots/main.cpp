// SPDX-License-Identifier: GPL-3.0-or-later
// odc-shots DIR [NAME...]: pictures of every page and dialog in their states, light and dark, German, and from right to
// left; with names only those. tests/shots/run.sh runs it at 1x and 2x.
#include "shots/shots.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    if (argc < 2 || argv[1][0] == '-') {
        std::fputs("odc-shots DIR [NAME...]\n", stderr);
        return 2;
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    app.setApplicationName(u"openai-data-console"_s);
    app.setApplicationVersion(u"0.1.0"_s);
    const QStringList arguments = QApplication::arguments();
    const QString folder = QDir(arguments.at(1)).absolutePath();
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "odc-shots: %s cannot be made\n", qPrintable(folder));
        return 1;
    }
    odc::Theme theme;
    theme.apply(app);
    odc::Shots shots(theme, folder, arguments.mid(2));
    return shots.run();
}
