// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsfolder.h"

#include "settings/keptname.h"
#include "settings/profilestore.h"

#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

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

Profile profileOf(const QString &name)
{
    Profile profile;
    profile.name = name;
    return profile;
}

} // namespace

/// Profiles: kept without their keys, named, told when they are wrong.
class TestProfileStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void localIsAlwaysThere();
    void localIsNamedInTheLanguageOfTheDay();
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
    void whatIsKeptGoesWithThePlace();
};

void TestProfileStore::localIsAlwaysThere()
{
    const Folder folder;
    const ProfileStore store(folder.path());
    QCOMPARE(store.profiles().size(), 1);
    QCOMPARE(store.profiles().first().id, QString::fromLatin1(localProfileId));
    QVERIFY(store.profiles().first().kind == Profile::Kind::Local);
    QVERIFY(store.profiles().first().problem().isEmpty());
    QVERIFY(!QFile::exists(folder.path()));
}

void TestProfileStore::localIsNamedInTheLanguageOfTheDay()
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

void TestProfileStore::profilesRoundTrip()
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

void TestProfileStore::profilesAreReplacedById()
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

void TestProfileStore::temporaryProfilesAreNeverWritten()
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

void TestProfileStore::noKeyIsEverWritten()
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

void TestProfileStore::localAndTemporaryStay()
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

void TestProfileStore::aProfileThatCannotBeSavedIsNotThere()
{
    ProfileStore store(u"/proc/no/such/profiles.json"_s);
    QSignalSpy changed(&store, &ProfileStore::changed);
    const auto saved = store.put(profileOf(u"x"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ApiError::Kind::LocalFile);
    QCOMPARE(store.profiles().size(), 1);
    QCOMPARE(changed.size(), 0);
}

void TestProfileStore::badProfileFileIsKeptAside()
{
    const Folder folder;
    put(folder.path(), "{\"format\": 99, \"profiles\": []}");
    ProfileStore store(folder.path());
    QVERIFY(!store.problem().isEmpty());
    QCOMPARE(store.profiles().size(), 1); // Local
    QVERIFY(store.put(profileOf(u"x"_s)));
    QCOMPARE(folder.files().size(), 2);
}

void TestProfileStore::strangeEntriesAreSkipped()
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

void TestProfileStore::profileProblems_data()
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

void TestProfileStore::profileProblems()
{
    QFETCH(Profile, profile);
    QFETCH(bool, fine);
    QVERIFY2(profile.problem().isEmpty() == fine, qPrintable(profile.problem()));
}

void TestProfileStore::effectiveUrls_data()
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

void TestProfileStore::effectiveUrls()
{
    QFETCH(Profile::Kind, kind);
    QFETCH(QString, typed);
    Profile profile = profileOf(u"x"_s);
    profile.kind = kind;
    profile.baseUrl = typed;
    QTEST(profile.effectiveUrl().toString(), "effective");
    QTEST(profile.hostLabel(), "label");
}

/// What was seen at one address, or in one project, is not taken for what is at another one.
void TestProfileStore::whatIsKeptGoesWithThePlace()
{
    Profile profile = profileOf(u"Work"_s);
    profile.id = u"p@1/.."_s;
    const QString name = keptName(profile);
    QVERIFY(!name.contains(u'/'));
    Profile other = profile;
    other.name = u"Other"_s; // what it is called and who may do what is all the same
    other.readOnly = true;
    QCOMPARE(keptName(other), name);
    QSet<QString> names{name};
    other.kind = Profile::Kind::Compatible;
    other.baseUrl = u"https://example.test/v1"_s;
    names << keptName(other);
    other.baseUrl = u"https://example.test/v2"_s;
    names << keptName(other);
    other.organization = u"org-1"_s;
    names << keptName(other);
    other.organization.clear();
    other.project = u"org-1"_s;
    names << keptName(other);
    QCOMPARE(names.size(), 5);
    for (const QString &each : std::as_const(names)) {
        QVERIFY(isKeptName(each, profile.id));
        QVERIFY(!isKeptName(each, u"p"_s));
        QVERIFY(!isKeptName(each, u"p@1"_s));
    }
    QVERIFY(!isKeptName(u"a.b"_s, u"a"_s));
    Profile local;
    local.id = QLatin1StringView(localProfileId);
    local.kind = Profile::Kind::Local;
    QCOMPARE(keptName(local), local.id);
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
