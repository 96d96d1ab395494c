// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/fontwarmup.h"
#include "app/notifier.h"
#include "app/services.h"
#include "app/startreport.h"
#include "app/tour.h"
#include "i18n/translationsloader.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStandardPaths>
#include <QSystemTrayIcon>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int iconAfterMs = 100;

void describe(QCoreApplication &app)
{
    // Folder names are made of this, so it stays as it is.
    app.setApplicationName(u"openai-data-console"_s);
    app.setApplicationVersion(QStringLiteral(ODC_VERSION));
}

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

odc::Theme::Mode themeMode(const QString &name)
{
    if (name == "dark"_L1)
        return odc::Theme::Mode::Dark;
    if (name == "light"_L1)
        return odc::Theme::Mode::Light;
    return odc::Theme::Mode::FollowSystem;
}

/// A profile by id, or by its name; "Local" by its id in every language.
QString profileId(const odc::ProfileStore &profiles, const QString &wanted)
{
    if (profiles.find(wanted))
        return wanted;
    for (const odc::Profile &profile : profiles.profiles()) {
        if (profile.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return profile.id;
    }
    const QString id = wanted.toLower();
    return profiles.find(id) ? id : QString();
}

} // namespace

int main(int argc, char **argv)
{
    if (odc::needsNoWindow(argc, argv)) {
        QCoreApplication app(argc, argv);
        describe(app);
        odc::installTranslations(app);
        odc::readCommandLine(app);
        return 0;
    }
    if (!hasDisplay()) {
        if (!odc::isTour(argc, argv)) {
            std::fputs("openai-data-console: there is no display. Try: openai-data-console --tour DIR\n", stderr);
            return 1;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    odc::FontWarmUp fonts;
    QApplication app(argc, argv);
    fonts.wait();
    describe(app);
    QGuiApplication::setDesktopFileName(u"io.github.openai_data_console.console"_s);
    const odc::CommandLine line = odc::readCommandLine(app);
    const bool tour = !line.tourFolder.isEmpty();

    // The tour must not touch what the person has.
    std::optional<QTemporaryDir> scratch;
    if (tour)
        scratch.emplace();
    odc::Services::Options options;
    options.configFolder = scratch ? scratch->filePath(u"config"_s)
        : !line.configFolder.isEmpty()
        ? line.configFolder
        : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    options.dataFolder = scratch ? scratch->filePath(u"data"_s)
        : !line.dataFolder.isEmpty()
        ? line.dataFolder
        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.memorySecrets = tour;

    // First of all: what Services holds is named, and complains, in that language.
    odc::installTranslations(app, line.language.isEmpty() ? odc::Services::language(options) : line.language);
    odc::Theme theme;
    odc::Services services(options, theme);
    odc::Settings &settings = services.settings();
    theme.setMode(themeMode(line.theme.isEmpty() ? settings.text(odc::Setting::ThemeMode) : line.theme));
    theme.apply(app);
    QObject::connect(&settings, &odc::Settings::changed, &theme, [&](odc::Setting setting) {
        if (setting == odc::Setting::ThemeMode)
            theme.setMode(themeMode(settings.text(setting)));
    });

    const QString wanted = line.profile.isEmpty() ? QString() : profileId(services.profiles(), line.profile);
    if (!tour && !line.profile.isEmpty() && wanted.isEmpty()) {
        std::fprintf(stderr, "openai-data-console: there is no profile \"%s\"\n", qPrintable(line.profile));
        return 1;
    }
    const QString first = wanted.isEmpty() ? services.startProfile() : wanted;
    if (!tour)
        services.opener().prepare(first); // on other threads, while the window is made

    odc::MainWindow window(services.context());
    const odc::Notifier notifier(window, services.context(), [] { return QSystemTrayIcon::isSystemTrayAvailable(); }, !tour);
    // Drawn in many sizes: not before there is something to see.
    QTimer::singleShot(iconAfterMs, &window, [] { QApplication::setWindowIcon(odc::IconSet::application()); });
    if (tour) {
        window.show();
        odc::Tour guide(services, window, line.tourFolder);
        return guide.run();
    }
    if (!line.page.isEmpty())
        window.showPage(line.page);
    if (line.sayWhenFilled > 0)
        new odc::StartReport(window, line.sayWhenFilled); // a child of the window
    // A window that hides in the tray is no reason to quit, and one that is closed from there is.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&window, &odc::MainWindow::closed, &app, [] { QCoreApplication::exit(0); });
    // Before it is shown: by the time its first picture is wanted the page may be there.
    window.openProfile(first);
    for (int i = 0; i < 2; ++i) // its two keys, if they are at hand: so the window's first picture is the page
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    window.show();
    return app.exec();
}
