// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonstore.h"
#include "settings/profilestore.h"
#include "settings/settings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), content.size());
}

QByteArray get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// Speaks one word of another language.
class OneWord final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "Local") == 0 ? u"Lokal"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

struct Folder
{
    QString path(const QString &name = u"store.json"_s) const { return dir.filePath(name); }
    QStringList files() const { return QDir(dir.path()).entryList(QDir::Files, QDir::Name); }
    QTemporaryDir dir;
};

Profile profileOf(const QString &name)
{
    Profile profile;
    profile.name = name;
    return profile;
}

} // namespace

/// What is kept on this computer: small JSON files, settings, profiles.
class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storeRoundTrip();
    void storeBadFilesAreKeptAside_data();
    void storeBadFilesAreKeptAside();
    void storeBadFilesDoNotReplaceEachOther();
    void storeMissingFileIsNoProblem();
    void storeUnreadableFileIsLeftAlone();
    void storeNeverOverwritesWhatItCouldNotPutAside();
    void storeSavesWholeOrNot();
    void storeIsForThePersonOnly();

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

    void localIsAlwaysThere();
    void localIsNamedInTheLanguageOfTheDay();
    void languageIsKnownBeforeAllElse();
    void profilesRoundTrip();
    void profilesAreReplacedById();
    void temporaryProfilesAreNeverWritten();
    void noKeyIsEverWritten();
    void localAndTemporaryStay();
    void aProfileThatCannotBeSavedIsNotThere();
    void badProfileFileIsKeptAside();
    void strangeEntriesAreSkipped();

    void profileProblems_data();
    void profileProblems();
    void effectiveUrls_data();
    void effectiveUrls();
};

void TestSettings::storeRoundTrip()
{
    const Folder folder;
    const QJsonObject content{{u"a"_s, QJsonArray{1, u"ü"_s}}, {u"b"_s, QJsonValue::Null}};
    QVERIFY(JsonStore(folder.path(u"sub/deep/x.json"_s), 3).save(content));
    JsonStore store(folder.path(u"sub/deep/x.json"_s), 3);
    QCOMPARE(store.load(), content);
    QVERIFY(store.problem().isEmpty());
    QCOMPARE(JsonStore(folder.path(u"sub/deep/x.json"_s), 4).load(),
             content); // an older format is still read
}

void TestSettings::storeBadFilesAreKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << QByteArray("{\"format\": 1, \"theme\": \"da");
    QTest::newRow("garbage") << QByteArray("\0\xff\x01garbage", 10);
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("newer format") << QByteArray("{\"format\": 2}");
    QTest::newRow("no format") << QByteArray("{\"theme\": \"dark\"}");
    QTest::newRow("format is text") << QByteArray("{\"format\": \"1\"}");
    QTest::newRow("format below") << QByteArray("{\"format\": 0}");
}

void TestSettings::storeBadFilesAreKeptAside()
{
    QFETCH(QByteArray, content);
    const Folder folder;
    put(folder.path(), content);
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(!store.problem().isEmpty());
    QCOMPARE(folder.files().size(), 1);
    const QString aside = folder.files().first();
    QVERIFY2(aside.startsWith(u"store.json."_s) && aside.endsWith(u".bad"_s), qPrintable(aside));
    QVERIFY(store.problem().contains(aside));
    QVERIFY(store.save({}));
    QCOMPARE(get(folder.path(aside)), content); // byte for byte, whatever is written later
    store.load();
    QVERIFY(store.problem().isEmpty());
}

void TestSettings::storeBadFilesDoNotReplaceEachOther()
{
    const Folder folder;
    for (const QByteArray &content : {"one"_ba, "two"_ba, "three"_ba}) {
        put(folder.path(), content);
        JsonStore(folder.path(), 1).load();
    }
    QByteArrayList kept;
    for (const QString &name : folder.files())
        kept << get(folder.path(name));
    std::sort(kept.begin(), kept.end());
    QCOMPARE(kept, QByteArrayList({"one", "three", "two"}));
}

void TestSettings::storeMissingFileIsNoProblem()
{
    const Folder folder;
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(store.problem().isEmpty());
    QVERIFY(folder.files().isEmpty());
}

void TestSettings::storeUnreadableFileIsLeftAlone()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may read every file");
#endif
    const Folder folder;
    put(folder.path(), "{\"format\": 1}");
    QVERIFY(QFile::setPermissions(folder.path(), {}));
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(store.problem().contains(folder.path()));
    QCOMPARE(folder.files(), QStringList{u"store.json"_s});
}

void TestSettings::storeNeverOverwritesWhatItCouldNotPutAside()
{
    // A folder in place of the file cannot be read: not even by root.
    const Folder folder;
    QVERIFY(QDir().mkpath(folder.path(u"store.json/inner"_s)));
    JsonStore store(folder.path(), 1);
    QVERIFY(store.load().isEmpty());
    QVERIFY(!store.problem().isEmpty());
    const auto saved = store.save({{u"a"_s, 1}});
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ApiError::Kind::LocalFile);
    QVERIFY(saved.error().message.contains(folder.path()));
    QVERIFY(QDir(folder.path(u"store.json/inner"_s)).exists());
    // Once it is out of the way, saving works.
    QVERIFY(QDir(folder.path()).removeRecursively());
    QVERIFY(store.save({{u"a"_s, 1}}));
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may rename in every folder");
#endif
    put(folder.path(), "damaged");
    QVERIFY(QFile::setPermissions(folder.dir.path(), QFile::ReadOwner | QFile::ExeOwner));
    JsonStore fixed(folder.path(), 1);
    QVERIFY(fixed.load().isEmpty());
    QVERIFY(QFile::setPermissions(folder.dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!fixed.save({}));
    QCOMPARE(get(folder.path()), "damaged"_ba);
}

void TestSettings::storeSavesWholeOrNot()
{
    const Folder folder;
    const JsonStore store(folder.path(), 1);
    QVERIFY(store.save({{u"a"_s, 1}}));
    const auto lost = JsonStore(u"/proc/no/such/store.json"_s, 1).save({{u"a"_s, 1}});
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ApiError::Kind::LocalFile);
    QVERIFY(lost.error().message.contains(u"/proc/no/such/store.json"_s));
    QVERIFY(store.save({{u"b"_s, 2}}));
    QCOMPARE(JsonStore(folder.path(), 1).load(), QJsonObject({{u"b"_s, 2}}));
    QCOMPARE(folder.files(), QStringList{u"store.json"_s}); // no temporary file stays
}

void TestSettings::storeIsForThePersonOnly()
{
    const Folder folder;
    QVERIFY(JsonStore(folder.path(), 1).save({}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.path()) & others));
}

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

void TestSettings::localIsAlwaysThere()
{
    const Folder folder;
    const ProfileStore store(folder.path());
    QCOMPARE(store.profiles().size(), 1);
    QCOMPARE(store.profiles().first().id, QString::fromLatin1(localProfileId));
    QVERIFY(store.profiles().first().kind == Profile::Kind::Local);
    QVERIFY(store.profiles().first().problem().isEmpty());
    QVERIFY(!QFile::exists(folder.path()));
}

void TestSettings::localIsNamedInTheLanguageOfTheDay()
{
    const Folder folder;
    const QString id = QString::fromLatin1(localProfileId);
    {
        OneWord german;
        QCoreApplication::installTranslator(&german);
        ProfileStore store(folder.path());
        QCOMPARE(store.find(id)->name, u"Lokal"_s);
        Profile local = *store.find(id);
        local.readOnly = true;
        QVERIFY(store.put(local));
        QVERIFY(!get(folder.path()).contains("Lokal"));
        QCoreApplication::removeTranslator(&german);
    }
    ProfileStore store(folder.path());
    QCOMPARE(store.find(id)->name, u"Local"_s);
    QVERIFY(store.find(id)->readOnly);
    Profile renamed = *store.find(id);
    renamed.name = u"Here"_s;
    QVERIFY(store.put(renamed)); // a name somebody gave stays
    QCOMPARE(ProfileStore(folder.path()).find(id)->name, u"Here"_s);
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

void TestSettings::profilesRoundTrip()
{
    const Folder folder;
    Profile profile;
    profile.name = u"Prod \"ü\""_s;
    profile.kind = Profile::Kind::Compatible;
    profile.baseUrl = u"https://host.test/v1/"_s;
    profile.organization = u"org-1"_s;
    profile.project = u"proj_1"_s;
    profile.colour = u"#C62828"_s;
    profile.readOnly = true;
    profile.production = true;
    profile.proxy = u"socks5://p:1080"_s;
    profile.caFile = u"/x/ca.pem"_s;
    profile.keyRequired = false;
    profile.hasApiKey = true;
    profile.hasAdminKey = true;
    QString id;
    {
        ProfileStore store(folder.path());
        QSignalSpy changed(&store, &ProfileStore::changed);
        const auto saved = store.put(profile);
        QVERIFY(saved && !saved->isEmpty());
        QCOMPARE(changed.size(), 1);
        id = *saved;
    }
    const ProfileStore store(folder.path());
    QCOMPARE(store.profiles().size(), 2);
    const Profile *read = store.find(id);
    QVERIFY(read);
    profile.id = id;
    QCOMPARE(read->toJson(), profile.toJson());
    QCOMPARE(read->proxy, profile.proxy);
    QCOMPARE(read->caFile, profile.caFile);
    QVERIFY(read->readOnly && read->production && !read->keyRequired && read->hasApiKey && read->hasAdminKey);
    QVERIFY(!read->temporary);
    QVERIFY(!store.find(u"nobody"_s));
}

void TestSettings::profilesAreReplacedById()
{
    const Folder folder;
    ProfileStore store(folder.path());
    const QString first = *store.put(profileOf(u"one"_s));
    const QString second = *store.put(profileOf(u"one"_s)); // names need not differ, ids do
    QVERIFY(first != second);
    Profile renamed = *store.find(first);
    renamed.name = u"two"_s;
    QCOMPARE(*store.put(renamed), first);
    QCOMPARE(store.profiles().size(), 3);
    QCOMPARE(store.find(first)->name, u"two"_s);
    QVERIFY(store.remove(second));
    QCOMPARE(ProfileStore(folder.path()).profiles().size(), 2);
}

void TestSettings::temporaryProfilesAreNeverWritten()
{
    // A folder that cannot be written to does not keep them away.
    ProfileStore nowhere(u"/dev/null/profiles.json"_s);
    Profile fleeting;
    fleeting.id = u"environment"_s;
    fleeting.name = u"Environment"_s;
    fleeting.temporary = true;
    QVERIFY(nowhere.put(fleeting).has_value());
    QVERIFY(nowhere.find(u"environment"_s));
    fleeting.id = u"kept"_s;
    fleeting.temporary = false;
    QVERIFY(!nowhere.put(fleeting).has_value());
    QVERIFY(!nowhere.find(u"kept"_s));

    const Folder folder;
    {
        ProfileStore store(folder.path());
        Profile environment = profileOf(u"from the variables"_s);
        environment.id = QString::fromLatin1(environmentProfileId);
        environment.organization = u"org-secretive"_s;
        environment.temporary = true;
        QVERIFY(store.put(environment));
        QVERIFY(store.put(profileOf(u"kept"_s)));
        QVERIFY(store.find(environment.id));
    }
    const QByteArray bytes = get(folder.path());
    QVERIFY(bytes.contains("kept"));
    for (const char *word : {"environment", "org-secretive", "from the variables", "temporary"})
        QVERIFY2(!bytes.contains(word), word);
    QCOMPARE(ProfileStore(folder.path()).profiles().size(), 2);
}

void TestSettings::noKeyIsEverWritten()
{
    // Only what is listed here may be in the file; a field for a key would need a change of this test.
    const QStringList allowed{u"base_url"_s,    u"ca_file"_s,      u"colour"_s,       u"has_admin_key"_s,
                              u"has_api_key"_s, u"id"_s,           u"key_required"_s, u"kind"_s,
                              u"name"_s,        u"organization"_s, u"production"_s,   u"project"_s,
                              u"proxy"_s,       u"read_only"_s};
    QCOMPARE(profileOf(u"x"_s).toJson().keys(), allowed);
    // Nor is one that somebody wrote into the file by hand kept.
    const Folder folder;
    put(folder.path(),
        R"({"format": 1, "profiles": [{"id": "p1", "name": "x", "api_key": "sk-proj-oops"}]})");
    ProfileStore store(folder.path());
    QVERIFY(store.find(u"p1"_s));
    QVERIFY(store.put(*store.find(u"p1"_s)));
    QVERIFY(!get(folder.path()).contains("sk-proj-oops"));
}

void TestSettings::localAndTemporaryStay()
{
    const Folder folder;
    ProfileStore store(folder.path());
    Profile environment = profileOf(u"env"_s);
    environment.id = QString::fromLatin1(environmentProfileId);
    environment.temporary = true;
    QVERIFY(store.put(environment));
    QSignalSpy changed(&store, &ProfileStore::changed);
    QVERIFY(store.remove(QString::fromLatin1(localProfileId)));
    QVERIFY(store.remove(environment.id));
    QVERIFY(store.remove(u"nobody"_s));
    QCOMPARE(store.profiles().size(), 2);
    QCOMPARE(changed.size(), 0);
}

void TestSettings::aProfileThatCannotBeSavedIsNotThere()
{
    ProfileStore store(u"/proc/no/such/profiles.json"_s);
    QSignalSpy changed(&store, &ProfileStore::changed);
    const auto saved = store.put(profileOf(u"x"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ApiError::Kind::LocalFile);
    QCOMPARE(store.profiles().size(), 1);
    QCOMPARE(changed.size(), 0);
}

void TestSettings::badProfileFileIsKeptAside()
{
    const Folder folder;
    put(folder.path(), "{\"format\": 99, \"profiles\": []}");
    ProfileStore store(folder.path());
    QVERIFY(!store.problem().isEmpty());
    QCOMPARE(store.profiles().size(), 1); // Local
    QVERIFY(store.put(profileOf(u"x"_s)));
    QCOMPARE(folder.files().size(), 2);
}

void TestSettings::strangeEntriesAreSkipped()
{
    const Folder folder;
    put(folder.path(),
        R"({"format": 1, "profiles": [7, null, {}, {"name": "no id"}, {"id": "p1", "name": 5, "kind": "of tomorrow"},
                           {"id": "p1", "name": "again"}, {"id": "p2", "name": "good", "future": true}]})");
    const ProfileStore store(folder.path());
    QVERIFY(store.problem().isEmpty());
    QCOMPARE(store.profiles().size(), 3);               // Local, p1, p2
    QVERIFY(!store.find(u"p1"_s)->problem().isEmpty()); // has no name
    QVERIFY(store.find(u"p2"_s)->problem().isEmpty());
}

void TestSettings::profileProblems_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char *what, bool fine, const std::function<void(Profile &)> &change) {
        Profile profile = profileOf(u"x"_s);
        change(profile);
        QTest::newRow(what) << profile << fine;
    };
    row("openai", true, [](Profile &) {});
    row("no name", false, [](Profile &p) { p.name = u"  "_s; });
    row("local", true, [](Profile &p) { p.kind = Profile::Kind::Local; });
    row("compatible without address", false, [](Profile &p) { p.kind = Profile::Kind::Compatible; });
    row("openai with a bad address", false, [](Profile &p) { p.baseUrl = u"htp://x"_s; });
    row("no proxy", true, [](Profile &p) { p.proxy = u"none"_s; });
    row("http proxy", true, [](Profile &p) { p.proxy = u"http://host:3128"_s; });
    row("socks proxy", true, [](Profile &p) { p.proxy = u"socks5://host:1080"_s; });
    row("no proxy, in capitals", true, [](Profile &p) { p.proxy = u" None "_s; });
    row("proxy with a password", false, [](Profile &p) { p.proxy = u"http://me:secret@host:3128"_s; });
    row("proxy with a user name", false, [](Profile &p) { p.proxy = u"socks5://me@host:1080"_s; });
    row("proxy that resolves names", false, [](Profile &p) { p.proxy = u"socks5h://host:1080"_s; });
    row("proxy without port", false, [](Profile &p) { p.proxy = u"http://host"_s; });
    row("proxy without scheme", false, [](Profile &p) { p.proxy = u"host:3128"_s; });
    row("proxy of another kind", false, [](Profile &p) { p.proxy = u"ftp://host:21"_s; });
    row("certificate", true, [](Profile &p) { p.caFile = QCoreApplication::applicationFilePath(); });
    row("certificate that is not there", false, [](Profile &p) { p.caFile = u"/nowhere/ca.pem"_s; });
    row("certificate that is a folder", false, [](Profile &p) { p.caFile = QDir::tempPath(); });
}

void TestSettings::profileProblems()
{
    QFETCH(Profile, profile);
    QFETCH(bool, fine);
    QVERIFY2(profile.problem().isEmpty() == fine, qPrintable(profile.problem()));
}

void TestSettings::effectiveUrls_data()
{
    QTest::addColumn<Profile::Kind>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("effective");
    QTest::addColumn<QString>("label");
    using Kind = Profile::Kind;
    const auto row = [](const char *what, Kind kind, const char *typed, const char *effective,
                        const char *label = "") {
        QTest::newRow(what) << kind << QString::fromUtf8(typed) << QString::fromUtf8(effective)
                            << QString::fromUtf8(label);
    };
    row("openai", Kind::OpenAI, "", "https://api.openai.com/v1", "api.openai.com");
    row("openai, blanks", Kind::OpenAI, "  ", "https://api.openai.com/v1", "api.openai.com");
    row("openai, Europe", Kind::OpenAI, "https://eu.api.openai.com/v1", "https://eu.api.openai.com/v1",
        "eu.api.openai.com");
    row("local", Kind::Local, "https://x/v1", "", "this computer");
    row("compatible, empty", Kind::Compatible, "", "");
    row("slashes at the end", Kind::Compatible, " http://localhost:8080/v1// ", "http://localhost:8080/v1",
        "localhost:8080");
    row("no path", Kind::Compatible, "https://host.test", "https://host.test", "host.test");
    row("ipv6", Kind::Compatible, "http://[::1]:9/v1", "http://[::1]:9/v1", "[::1]:9");
    row("no scheme", Kind::Compatible, "host.test/v1", "");
    row("host and port only", Kind::Compatible, "localhost:8080", "");
    row("file", Kind::Compatible, "file:///etc/passwd", "");
    row("ftp", Kind::Compatible, "ftp://host/v1", "");
    row("user name", Kind::Compatible, "https://me:secret@host/v1", "");
    row("query", Kind::Compatible, "https://host/v1?key=1", "");
    row("fragment", Kind::Compatible, "https://host/v1#x", "");
    row("no host", Kind::Compatible, "https:///v1", "");
    row("blanks inside", Kind::Compatible, "https://ho st/v1", "");
    row("port out of range", Kind::Compatible, "https://host:99999/v1", "");
    row("capitals", Kind::Compatible, "HTTPS://Host.Test/v1", "https://host.test/v1", "host.test");
}

void TestSettings::effectiveUrls()
{
    QFETCH(Profile::Kind, kind);
    QFETCH(QString, typed);
    Profile profile = profileOf(u"x"_s);
    profile.kind = kind;
    profile.baseUrl = typed;
    QTEST(profile.effectiveUrl().toString(), "effective");
    QTEST(profile.hostLabel(), "label");
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
