// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/translationsloader.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QString memoryText()
{
    return QCoreApplication::translate("odc::MemorySecretStore", "Keys are kept in memory until you quit.");
}

} // namespace

class TestTranslationsLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installTranslations(*qApp, u"en"_s); }

    void theProgramCarriesItsLanguages() { QCOMPARE(availableLanguages(), QStringList({u"de"_s, u"en"_s})); }

    void speaksTheLanguageAskedForAndBackAgain()
    {
        QCOMPARE(installTranslations(*qApp, u"de"_s), u"de"_s);
        QCOMPARE(memoryText(), u"Die Schlüssel bleiben bis zum Beenden im Arbeitsspeicher."_s);
        QCOMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(installTranslations(*qApp, u"de_AT"_s), u"de"_s);
        QCOMPARE(memoryText(), u"Die Schlüssel bleiben bis zum Beenden im Arbeitsspeicher."_s);
        QCOMPARE(installTranslations(*qApp, u"en"_s), u"en"_s);
        QCOMPARE(memoryText(), u"Keys are kept in memory until you quit."_s);
    }

    void aLanguageWeDoNotHaveGivesEnglish()
    {
        QCOMPARE(installTranslations(*qApp, u"fi"_s), u"en"_s);
        QCOMPARE(memoryText(), u"Keys are kept in memory until you quit."_s);
    }

    void thePseudoLanguageIsLongerAndKeepsPlaceholders()
    {
        QCOMPARE(installTranslations(*qApp, pseudoLanguage), pseudoLanguage);
        QVERIFY(memoryText().startsWith(u"Keys are kept in memory until you quit."_s));
        QVERIFY(memoryText().size() >= 40);
        const QString counted =
            QCoreApplication::translate("odc::Test", "%n of %1", nullptr, 3).arg(u"ten"_s);
        QVERIFY2(counted.startsWith(u"3 of ten"_s), qPrintable(counted));
        // Shortcuts shown in menus must stay keys.
        QCOMPARE(QCoreApplication::translate("QShortcut", "Ctrl"), u"Ctrl"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslationsLoader)
#include "tst_translationsloader.moc"
