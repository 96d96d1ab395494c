// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/searchfilter.h"
#include "stores/searchsetting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), qPrintable(text));
    return document.object();
}

const auto isEnglish = uR"({"type":"eq","key":"lang","value":"en"})"_s;
const auto isNew = uR"({"type":"gte","key":"year","value":2025})"_s;

} // namespace

/// The filter of a search as conditions, and as it goes over the wire; the settings it is part of.
class TestSearchFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAndSpeaks_data();
    void readsAndSpeaks();
    void rules_data();
    void rules();
    void conditionsSideBySide();
    void twoFiltersBothHold();
    void settingsAsRequests();
    void settingRules_data();
    void settingRules();
    void settingsAreRemembered();
    void lettersAreGivenOnce();
};

void TestSearchFilter::readsAndSpeaks_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("understood");
    QTest::newRow("text") << isEnglish << u"lang eq \"en\""_s << true;
    QTest::newRow("number") << isNew << u"year gte 2025"_s << true;
    QTest::newRow("part of a number")
        << uR"({"type":"lt","key":"price","value":9.5})"_s << u"price lt 9.5"_s << true;
    QTest::newRow("boolean") << uR"({"type":"ne","key":"draft","value":true})"_s << u"draft ne true"_s
                             << true;
    QTest::newRow("list") << uR"({"type":"in","key":"tier","value":["a",2]})"_s << u"tier in \"a\", 2"_s
                          << true;
    QTest::newRow("not in a list") << uR"({"type":"nin","key":"tier","value":["a"]})"_s << u"tier nin \"a\""_s
                                   << true;
    QTest::newRow("and") << uR"({"type":"and","filters":[%1,%2]})"_s.arg(isEnglish, isNew)
                         << u"lang eq \"en\" and year gte 2025"_s << true;
    QTest::newRow("nested") << uR"({"type":"and","filters":[%1,{"type":"or","filters":[%2,%1]}]})"_s.arg(
                                   isEnglish, isNew)
                            << u"lang eq \"en\" and (year gte 2025 or lang eq \"en\")"_s << true;
    QTest::newRow("a group of one needs no brackets")
        << uR"({"type":"and","filters":[%1,{"type":"or","filters":[%2]}]})"_s.arg(isEnglish, isNew)
        << u"lang eq \"en\" and year gte 2025"_s << true;
    QTest::newRow("a comparison of later")
        << uR"({"type":"like","key":"lang","value":"e%"})"_s << u"(cannot be shown as conditions)"_s << false;
    QTest::newRow("a member more") << uR"({"type":"eq","key":"lang","value":"en","boost":2})"_s
                                   << u"(cannot be shown as conditions)"_s << false;
    QTest::newRow("a member less") << uR"({"type":"eq","key":"lang"})"_s
                                   << u"(cannot be shown as conditions)"_s << false;
    QTest::newRow("one part unknown, the others not")
        << uR"({"type":"or","filters":[%1,{"type":"not","filter":%2},7]})"_s.arg(isEnglish, isNew)
        << u"lang eq \"en\" or (cannot be shown as conditions) or (cannot be shown as conditions)"_s << false;
    QTest::newRow("an empty group") << uR"({"type":"and","filters":[]})"_s << u"(no condition)"_s << true;
    QTest::newRow("a value of no kind")
        << uR"({"type":"eq","key":"lang","value":null})"_s << u"lang eq null"_s << true;
}

void TestSearchFilter::readsAndSpeaks()
{
    QFETCH(QString, json);
    const SearchFilter filter = SearchFilter::fromJson(parsed(json));
    QTEST(filter.words(), "words");
    QTEST(filter.isUnderstood(), "understood");
    QCOMPARE(filter.toObject(), parsed(json)); // nothing is lost, known or not
}

void TestSearchFilter::rules_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("path"); // of the only problem; "-": there is none
    QTest::addColumn<bool>("warning");
    const auto row = [](const char *name, const QString &json, const QString &path, bool warning = false) {
        QTest::newRow(name) << json << path << warning;
    };
    const auto joined = [](const QString &part) {
        return uR"({"type":"and","filters":[%1,{"type":"or","filters":[%2]}]})"_s.arg(isEnglish, part);
    };
    row("fine", isEnglish, u"-"_s);
    row("nothing", u"{}"_s, u"-"_s);
    row("no key", uR"({"type":"eq","key":"","value":"en"})"_s, u"key"_s);
    row("a key of 64", uR"({"type":"eq","key":"%1","value":1})"_s.arg(QString(64, u'k')), u"-"_s);
    row("a key of 65", uR"({"type":"eq","key":"%1","value":1})"_s.arg(QString(65, u'k')), u"key"_s);
    row("a text of 513", uR"({"type":"eq","key":"k","value":"%1"})"_s.arg(QString(513, u'v')), u"value"_s);
    row("equal to a list", uR"({"type":"eq","key":"k","value":["a"]})"_s, u"value"_s);
    row("greater than true", uR"({"type":"gt","key":"k","value":true})"_s, u"value"_s);
    row("greater than a text", uR"({"type":"gt","key":"date","value":"2025-01-31"})"_s, u"-"_s);
    row("in no list", uR"({"type":"in","key":"k","value":"a"})"_s, u"value"_s);
    row("in an empty list", uR"({"type":"in","key":"k","value":[]})"_s, u"value"_s);
    row("a boolean in a list", uR"({"type":"nin","key":"k","value":["a",true]})"_s, u"value"_s);
    row("an empty group", uR"({"type":"or","filters":[]})"_s, u"filters"_s);
    row("deep inside", joined(uR"({"type":"lte","key":"k","value":null})"_s),
        u"filters[1].filters[0].value"_s);
    row("unknown inside", joined(uR"({"type":"not"})"_s), u"filters[1].filters[0]"_s, true);
}

void TestSearchFilter::rules()
{
    QFETCH(QString, json);
    QFETCH(QString, path);
    const QList<FormProblem> problems = SearchFilter::fromJson(parsed(json)).problems();
    if (path == u"-") {
        QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().message));
        return;
    }
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().path, path);
    QTEST(problems.first().warning, "warning");
    QVERIFY(!problems.first().message.isEmpty());
}

void TestSearchFilter::conditionsSideBySide()
{
    const SearchFilter one = SearchFilter::fromJson(parsed(isEnglish));
    const SearchFilter two = SearchFilter::fromJson(parsed(isNew));
    QVERIFY(SearchFilter().conditions().isEmpty());
    QVERIFY(SearchFilter::fromConditions({}).isEmpty());
    QCOMPARE(one.conditions(), QList<SearchFilter>{one});
    QCOMPARE(SearchFilter::fromConditions({one}).toObject(), parsed(isEnglish));
    const SearchFilter both = SearchFilter::fromConditions({one, two});
    QCOMPARE(both.toObject(), parsed(uR"({"type":"and","filters":[%1,%2]})"_s.arg(isEnglish, isNew)));
    QCOMPARE(both.conditions(), (QList<SearchFilter>{one, two}));
    const SearchFilter either = SearchFilter::joined(SearchFilter::Kind::Or, {one, two});
    QCOMPARE(either.conditions(), QList<SearchFilter>{either}); // its parts alone would mean something else
}

void TestSearchFilter::twoFiltersBothHold()
{
    const SearchFilter one = SearchFilter::fromJson(parsed(isEnglish));
    const SearchFilter either =
        SearchFilter::joined(SearchFilter::Kind::Or, {one, SearchFilter::fromJson(parsed(isNew))});
    QCOMPARE(SearchFilter::both(one, {}), one);
    QCOMPARE(SearchFilter::both({}, either), either);
    QCOMPARE(SearchFilter::both(one, either).words(),
             u"lang eq \"en\" and (lang eq \"en\" or year gte 2025)"_s);
}

void TestSearchFilter::settingsAsRequests()
{
    SearchSetting setting;
    setting.maxResults = 5;
    setting.rewrite = true;
    setting.ranker = u"none"_s;
    setting.threshold = 0.4;
    setting.filter = SearchFilter::fromJson(parsed(isNew));
    const QJsonObject body =
        setting.query({u"one"_s, u"two"_s}, SearchFilter::fromJson(parsed(isEnglish))).toJson();
    QCOMPARE(body.value("query"_L1), QJsonValue(QJsonArray{u"one"_s, u"two"_s}));
    QCOMPARE(body.value("max_num_results"_L1), QJsonValue(5));
    QCOMPARE(body.value("rewrite_query"_L1), QJsonValue(true));
    QCOMPARE(body.value("ranking_options"_L1).toObject(),
             parsed(uR"({"ranker":"none","score_threshold":0.4})"_s));
    QCOMPARE(body.value("filters"_L1).toObject(),
             parsed(uR"({"type":"and","filters":[%1,%2]})"_s.arg(isEnglish, isNew)));

    setting = {};
    setting.ranker.clear();
    const QJsonObject plain = setting.query({u"one"_s}, {}).toJson();
    QCOMPARE(plain.value("query"_L1), QJsonValue(u"one"_s));
    QVERIFY(!plain.contains("filters"_L1));
    QVERIFY(!plain.contains("ranking_options"_L1)); // the server's own way
}

void TestSearchFilter::settingRules_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("path");
    QTest::newRow("usual") << u"{}"_s << u"-"_s;
    QTest::newRow("one result") << uR"({"max_num_results":1})"_s << u"-"_s;
    QTest::newRow("no result") << uR"({"max_num_results":0})"_s << u"max_num_results"_s;
    QTest::newRow("51 results") << uR"({"max_num_results":51})"_s << u"max_num_results"_s;
    QTest::newRow("threshold 1") << uR"({"score_threshold":1})"_s << u"-"_s;
    QTest::newRow("threshold over 1") << uR"({"score_threshold":1.01})"_s << u"score_threshold"_s;
    QTest::newRow("threshold below 0") << uR"({"score_threshold":-0.1})"_s << u"score_threshold"_s;
    QTest::newRow("a ranker of its own") << uR"({"ranker":"default-2030-01-01"})"_s << u"ranker"_s;
    QTest::newRow("inside of the filter")
        << uR"({"filters":{"type":"and","filters":[{"type":"in","key":"k","value":1}]}})"_s
        << u"filters.filters[0].value"_s;
}

void TestSearchFilter::settingRules()
{
    QFETCH(QString, json);
    QFETCH(QString, path);
    const QList<FormProblem> problems = SearchSetting::fromJson(parsed(json)).problems();
    QCOMPARE(problems.isEmpty() ? u"-"_s : problems.first().path, path);
    QVERIFY(problems.size() <= 1);
}

void TestSearchFilter::settingsAreRemembered()
{
    SearchSetting setting;
    setting.name = u"C"_s;
    setting.maxResults = 50;
    setting.rewrite = true;
    setting.ranker = u"own"_s;
    setting.threshold = 0;
    setting.filter =
        SearchFilter::fromJson(parsed(uR"({"type":"or","filters":[%1,{"type":"not"}]})"_s.arg(isNew)));
    QCOMPARE(SearchSetting::fromJson(setting.toJson()), setting);
    QCOMPARE(SearchSetting::fromJson(SearchSetting().toJson()), SearchSetting());
    QCOMPARE(SearchSetting().summary(), u"ranker auto · threshold 0 · rewrite off"_s);
}

void TestSearchFilter::lettersAreGivenOnce()
{
    QList<SearchSetting> settings;
    QStringList names;
    for (QString name = SearchSetting::freeName(settings); !name.isEmpty();
         name = SearchSetting::freeName(settings)) {
        names << name;
        settings.append(SearchSetting());
        settings.last().name = name;
    }
    QCOMPARE(names, (QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s}));
    settings.removeAt(1);
    QCOMPARE(SearchSetting::freeName(settings), u"B"_s);
}

QTEST_APPLESS_MAIN(TestSearchFilter)
#include "tst_searchfilter.moc"
