// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace odc {

using namespace Qt::StringLiterals;

CommandLine readCommandLine(const QCoreApplication &app)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CommandLine", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr(QT_TRANSLATE_NOOP("CommandLine", "Desktop console for what an OpenAI project stores and runs.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption tour(u"tour"_s,
                                  tr(QT_TRANSLATE_NOOP("CommandLine", "Do the main job without anybody's help on sample "
                                                                      "data, write pictures into DIR, end with 0 or 1.")),
                                  u"DIR"_s);
    const QCommandLineOption profile(u"profile"_s, tr(QT_TRANSLATE_NOOP("CommandLine", "Open this profile (name or id).")),
                                     u"NAME"_s);
    const QCommandLineOption theme(u"theme"_s, tr(QT_TRANSLATE_NOOP("CommandLine", "Colours of this run: system, light, dark.")),
                                   u"MODE"_s);
    const QCommandLineOption language(u"language"_s, tr(QT_TRANSLATE_NOOP("CommandLine", "Language of this run: en, de.")),
                                      u"CODE"_s);
    const QCommandLineOption config(u"config"_s, tr(QT_TRANSLATE_NOOP("CommandLine", "Keep settings and profiles in DIR.")),
                                    u"DIR"_s);
    const QCommandLineOption data(u"data"_s, tr(QT_TRANSLATE_NOOP("CommandLine", "Keep the Local profile's data in DIR.")),
                                  u"DIR"_s);
    // For measurements, nothing that helps a person.
    QCommandLineOption page(u"page"_s, {}, u"ID"_s);
    QCommandLineOption filled(u"say-when-filled"_s, {}, u"ROWS"_s);
    for (QCommandLineOption *hidden : {&page, &filled})
        hidden->setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({tour, profile, theme, language, config, data, page, filled});
    parser.process(app);
    return {parser.value(tour),     parser.value(profile), parser.value(theme),
            parser.value(language), parser.value(config),  parser.value(data),
            parser.value(page),     parser.isSet(filled) ? std::max(1, parser.value(filled).toInt()) : 0};
}

bool needsNoWindow(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        for (const char *name : {"--help", "-h", "--help-all", "--version", "-v"}) {
            if (std::strcmp(argv[i], name) == 0)
                return true;
        }
    }
    return false;
}

bool isTour(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], "--tour", 6) == 0)
            return true;
    }
    return false;
}

} // namespace odc
