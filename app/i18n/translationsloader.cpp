// SPDX-License-Identifier: GPL-3.0-or-later
#include "translationsloader.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace odc {

namespace {

constexpr auto folder = ":/i18n"_L1;
constexpr auto ourObjectName = "odc-translator"_L1;

/// English plurals, then padding: %n and %1, mnemonics and mark-up stay as they are.
class PseudoTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override
    {
        // Names of keys and the switch for right-to-left layout are no text to be read.
        const QLatin1StringView where(context);
        if (where == "QShortcut"_L1 || where == "QGuiApplication"_L1 || !source || !*source)
            return {};
        QString text = QTranslator::translate(context, source, disambiguation, n);
        if (text.isEmpty())
            text = QString::fromUtf8(source);
        const qsizetype more = qMax<qsizetype>(3, text.size() / 2);
        return text + u' ' + QString(more, u'ẍ');
    }
};

void install(QCoreApplication &app, QTranslator *translator)
{
    translator->setObjectName(ourObjectName);
    app.installTranslator(translator);
}

} // namespace

QStringList availableLanguages()
{
    QStringList codes;
    for (const QString &file : QDir(folder).entryList({u"odc_*.qm"_s}, QDir::Files, QDir::Name))
        codes << file.sliced(4).chopped(3);
    return codes;
}

QString installTranslations(QCoreApplication &app, const QString &language)
{
    const auto older = app.findChildren<QTranslator *>(ourObjectName, Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : older) {
        app.removeTranslator(translator);
        delete translator;
    }

    if (language == pseudoLanguage) {
        auto *pseudo = new PseudoTranslator(&app);
        (void)pseudo->load(u"odc_en"_s, folder);
        install(app, pseudo);
        return language;
    }

    const QLocale system = QLocale::system();
    const QLocale wanted = language.isEmpty() ? system : QLocale(language);
    // English words with a comma for the decimal point would be odd, unless that is how the person set up the
    // system.
    QLocale::setDefault(language.isEmpty() || wanted.language() == system.language() ? system : wanted);

    auto *ours = new QTranslator(&app);
    // English needs a file too: its plurals.
    QString code = u"en"_s;
    if (ours->load(wanted, u"odc"_s, u"_"_s, folder))
        code = QLocale(ours->language()).name().section(u'_', 0, 0);
    else
        (void)ours->load(u"odc_en"_s, folder);

    auto *qts = new QTranslator(&app);
    if (qts->load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(app, qts);
    else
        delete qts;
    install(app, ours);
    return code;
}

} // namespace odc
