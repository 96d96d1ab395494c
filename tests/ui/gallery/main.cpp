// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows the console's widgets."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"sheet"_s, u"One of: "_s + odc::gallery::names().join(u", "_s), u"name"_s, u"page"_s},
         {u"dark"_s, u"Dark theme."_s},
         {u"light"_s, u"Light theme."_s},
         {u"rtl"_s, u"Right to left."_s},
         {u"shot"_s, u"Writes a picture and ends."_s, u"file"_s}});
    parser.process(application);

    odc::Theme theme;
    if (parser.isSet(u"dark"_s)) {
        theme.setMode(odc::Theme::Mode::Dark);
    } else if (parser.isSet(u"light"_s)) {
        theme.setMode(odc::Theme::Mode::Light);
    }
    if (parser.isSet(u"rtl"_s)) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    theme.apply(application);

    const std::unique_ptr<QWidget> window(odc::gallery::sheet(parser.value(u"sheet"_s), theme));
    if (!window) {
        return 2;
    }
    window->setWindowIcon(odc::IconSet::application());
    window->resize(1440, 900);
    window->show();
    const QString file = parser.value(u"shot"_s);
    if (!file.isEmpty()) {
        QTimer::singleShot(300, &application, [&] { QApplication::exit(window->grab().save(file) ? 0 : 1); });
    }
    return QApplication::exec();
}
