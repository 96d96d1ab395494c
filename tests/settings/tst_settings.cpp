// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsfolder.h"

#include "settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// The settings of a person, as a table and in their file.
class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void settingsHaveDefaults();
    void settingsKeepTheirTypes();
    void settingsHaveScopes();
    void settingsForgetAScope();
    void settingsOfOthersSurvive();
    void sizesOfAnOlderVersionKeepTheirMeaning();
    void settingsOfTheWrongTypeAreTheDefault();
    void settingsAreWrittenAMomentLater();
    void settingsForgottenAreWrittenAMomentLater();
    void settingsThatCouldNotBeSavedAreTriedAgain();
    void settingsTellOfChanges();
    void settingsSurviveADamagedFile();

    void languageIsKnownBeforeAllElse();
};

void TestSettings::settingsHaveDefaults()
{
    const Folder folder;
    const Settings settings(folder.path());
    QCOMPARE(settings.text(Setting::ThemeMode), u"system"_s);
    QCOMPARE(settings.text(Setting::Language), QString());
    QCOMPARE(settings.text(Setting::LastUploadPurpose), u"user_data"_s);
    QCOMPARE(settings.number(Setting::PollSeconds), 30);
    QVERIFY(settings.flag(Setting::Notifications));
    QVERIFY(!settings.flag(Setting::ActivityVisible));
    QVERIFY(settings.bytes(Setting::WindowGeometry).isEmpty());
}

void TestSettings::settingsKeepTheirTypes()
{
    const Folder folder;
    const QByteArray state("\0\1\xff state", 9);
    {
        Settings settings(folder.path());
        settings.set(Setting::ThemeMode, u"dark"_s);
        settings.set(Setting::WindowGeometry, state);
        settings.set(Setting::Notifications, false);
        settings.set(Setting::PollSeconds, 0);
    }
    const Settings settings(folder.path());
    QCOMPARE(settings.text(Setting::ThemeMode), u"dark"_s);
    QCOMPARE(settings.bytes(Setting::WindowGeometry), state);
    QVERIFY(!settings.flag(Setting::Notifications));
    QCOMPARE(settings.number(Setting::PollSeconds), 0);
}

void TestSettings::settingsHaveScopes()
{
    const Folder folder;
    Settings settings(folder.path());
    settings.set(Setting::FilterText, u"a"_s, u"files/p1"_s);
    settings.set(Setting::FilterText, u"b"_s, u"files/p2"_s);
    QCOMPARE(settings.text(Setting::FilterText, u"files/p1"_s), u"a"_s);
    QCOMPARE(settings.text(Setting::FilterText, u"files/p2"_s), u"b"_s);
    QCOMPARE(settings.text(Setting::FilterText), QString());
}

void TestSettings::settingsForgetAScope()
{
    const Folder folder;
    {
        Settings settings(folder.path());
        settings.set(Setting::FilterText, u"a"_s, u"files/p1"_s);
        settings.set(Setting::SplitterState, "b"_ba, u"p1"_s);
        settings.set(Setting::FilterText, u"c"_s, u"files/p11"_s);
        settings.set(Setting::ThemeMode, u"dark"_s);
        QVERIFY(settings.save());
        settings.forgetScope(u"p1"_s);
    }
    const Settings settings(folder.path());
    QCOMPARE(settings.text(Setting::FilterText, u"files/p1"_s), QString());
    QVERIFY(settings.bytes(Setting::SplitterState, u"p1"_s).isEmpty());
    QCOMPARE(settings.text(Setting::FilterText, u"files/p11"_s), u"c"_s);
    QCOMPARE(settings.text(Setting::ThemeMode), u"dark"_s);
    QVERIFY(!get(folder.path()).contains("p1\"")); // gone from the disk as well
}

void TestSettings::settingsOfOthersSurvive()
{
    // What another version of this program wrote in the same format is not ours to throw away.
    const Folder folder;
    put(folder.path(), R"({"format": 1, "of_tomorrow": {"x": [1]}, "theme": "dark"})");
    {
        Settings settings(folder.path());
        settings.set(Setting::PollSeconds, 5);
    }
    const QJsonObject stored = QJsonDocument::fromJson(get(folder.path())).object();
    QCOMPARE(stored[u"of_tomorrow"_s].toObject(), QJsonObject({{u"x"_s, QJsonArray{1}}}));
    QCOMPARE(stored[u"theme"_s].toString(), u"dark"_s);
    QCOMPARE(stored[u"poll_seconds"_s].toInt(), 5);
}

void TestSettings::settingsOfTheWrongTypeAreTheDefault()
{
    const Folder folder;
    put(folder.path(), R"({"format": 1, "theme": 7, "poll_seconds": "often", "notifications": "yes",
                           "window_geometry": [1]})");
    const Settings settings(folder.path());
    QCOMPARE(settings.text(Setting::ThemeMode), u"system"_s);
    QCOMPARE(settings.number(Setting::PollSeconds), 30);
    QVERIFY(settings.flag(Setting::Notifications));
    QVERIFY(settings.bytes(Setting::WindowGeometry).isEmpty());
}

void TestSettings::settingsAreWrittenAMomentLater()
{
    const Folder folder;
    Settings settings(folder.path());
    settings.set(Setting::ThemeMode, u"dark"_s);
    settings.set(Setting::PollSeconds, 7);
    QVERIFY(!QFile::exists(folder.path()));                         // not for each keystroke
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.path()), 10'000); // and not only when all ends well
    QCOMPARE(Settings(folder.path()).number(Setting::PollSeconds), 7);
}

void TestSettings::settingsForgottenAreWrittenAMomentLater()
{
    const Folder folder;
    Settings settings(folder.path());
    settings.set(Setting::FilterText, u"a"_s, u"files/p1"_s);
    QVERIFY(settings.save());
    settings.forgetScope(u"p1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!get(folder.path()).contains("files/p1"), 10'000);
}

void TestSettings::settingsThatCouldNotBeSavedAreTriedAgain()
{
    const Folder folder;
    const QString path = folder.path(u"later/settings.json"_s);
    put(folder.path(u"later"_s), "in the way of the folder");
    {
        Settings settings(path);
        settings.set(Setting::PollSeconds, 7);
        QVERIFY(!settings.save());
        QVERIFY(QFile::remove(folder.path(u"later"_s)));
    }
    QCOMPARE(Settings(path).number(Setting::PollSeconds), 7);
}

void TestSettings::settingsTellOfChanges()
{
    const Folder folder;
    Settings settings(folder.path());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(Setting::ThemeMode, u"dark"_s);
    settings.set(Setting::ThemeMode, u"dark"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<Setting>(), Setting::ThemeMode);
}

void TestSettings::settingsSurviveADamagedFile()
{
    const Folder folder;
    put(folder.path(), "{\"format\": 1, \"the");
    {
        Settings settings(folder.path());
        QVERIFY(!settings.problem().isEmpty());
        QCOMPARE(settings.text(Setting::ThemeMode), u"system"_s);
        settings.set(Setting::ThemeMode, u"light"_s);
    }
    QVERIFY(Settings(folder.path()).problem().isEmpty());
    QCOMPARE(folder.files().size(), 2);
}

void TestSettings::languageIsKnownBeforeAllElse()
{
    const Folder folder;
    QCOMPARE(Settings::storedLanguage(folder.path()), QString());
    {
        Settings settings(folder.path());
        settings.set(Setting::Language, u"de"_s);
    }
    QCOMPARE(Settings::storedLanguage(folder.path()), u"de"_s);
    put(folder.path(), "{\"lang");
    QCOMPARE(Settings::storedLanguage(folder.path()), QString());
    QCOMPARE(folder.files(), QStringList{u"store.json"_s}); // looked at, not touched
}

void TestSettings::sizesOfAnOlderVersionKeepTheirMeaning()
{
    const Folder folder;
    put(folder.path(), R"({"format":1,"upload_limit_kib":1000,"download_limit_kib":500,"download_limit_kb":7,"parts_above_mib":64})");
    const Settings settings(folder.path());
    QCOMPARE(settings.number(Setting::UploadLimitKB), 1024); // 1,024,000 bytes, as before
    QCOMPARE(settings.number(Setting::DownloadLimitKB), 7); // said anew since
    QCOMPARE(settings.number(Setting::PartsAboveMB), 67);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
