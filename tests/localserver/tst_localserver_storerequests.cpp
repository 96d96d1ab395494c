// SPDX-License-Identifier: GPL-3.0-or-later
// What requests say of chunking, attributes, filters and queries: how it is read, and what is refused.
#include "localserver/apifault.h"
#include "localserver/stores/attributefilter.h"
#include "localserver/stores/attributes.h"
#include "localserver/stores/chunkingstrategy.h"
#include "localserver/stores/queryrewrite.h"
#include "localserver/stores/searchwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace odc::server;

namespace {

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

/** The fault that \p call throws. */
template <typename Call> std::optional<ApiFault> faultOf(Call call)
{
    try {
        call();
    } catch (const ApiFault &fault) {
        return fault;
    }
    return std::nullopt;
}

} // namespace

class TestLocalServerStoreRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strategiesAreRead_data();
    void strategiesAreRead();
    void strategiesAreRefused_data();
    void strategiesAreRefused();
    void attributesAreKept();
    void attributesAreRefused_data();
    void attributesAreRefused();
    void filtersMatch_data();
    void filtersMatch();
    void filtersAreRefused_data();
    void filtersAreRefused();
    void filtersMayNestSoFar();
    void queriesAreRewritten_data();
    void queriesAreRewritten();
    void wordsAreTheSameWithoutCaseAndDiacritics_data();
    void wordsAreTheSameWithoutCaseAndDiacritics();
};
void TestLocalServerStoreRequests::strategiesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("overlap");
    QTest::newRow("auto") << R"({"type":"auto"})"_ba << 800 << 400;
    QTest::newRow("null") << "null"_ba << 800 << 400;
    QTest::newRow("smallest")
        << R"({"type":"static","static":{"max_chunk_size_tokens":100,"chunk_overlap_tokens":0}})"_ba << 100
        << 0;
    QTest::newRow("largest")
        << R"({"type":"static","static":{"max_chunk_size_tokens":4096,"chunk_overlap_tokens":2048}})"_ba
        << 4096 << 2048;
    QTest::newRow("half of an odd number")
        << R"({"type":"static","static":{"max_chunk_size_tokens":101,"chunk_overlap_tokens":50}})"_ba << 101
        << 50;
}

void TestLocalServerStoreRequests::strategiesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(int, size);
    QFETCH(int, overlap);
    const ChunkingStrategy strategy = checkedChunkingStrategy(json(body));
    QCOMPARE(strategy.maxChunkSizeTokens, size);
    QCOMPARE(strategy.chunkOverlapTokens, overlap);
    const QJsonObject read = strategy.toJson();
    QCOMPARE(read[u"type"_s].toString(), u"static"_s);
    QCOMPARE(read[u"static"_s][u"max_chunk_size_tokens"_s].toInt(), size);
    QCOMPARE(read[u"static"_s][u"chunk_overlap_tokens"_s].toInt(), overlap);
    QVERIFY(storedChunkingStrategy(read) == strategy);
    QVERIFY(checkedChunkingStrategy(QJsonValue(QJsonValue::Undefined)) == ChunkingStrategy());
    QVERIFY(storedChunkingStrategy({{u"type"_s, u"other"_s}}) == ChunkingStrategy());
}

void TestLocalServerStoreRequests::strategiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    const auto row = [](const QByteArray &body, const QString &param) {
        QTest::newRow(body.constData()) << body << param;
    };
    const auto numbers = [&row](const QByteArray &inner, const QString &param) {
        row(R"({"type":"static","static":{)" + inner + "}}", param);
    };
    const auto whole = u"chunking_strategy"_s;
    const auto inside = u"chunking_strategy.static"_s;
    row(R"("auto")", whole);
    row("{}", whole);
    row(R"({"type":"other"})", whole + u".type"_s);
    row(R"({"type":7})", whole + u".type"_s);
    row(R"({"type":"static"})", whole);
    row(R"({"type":"static","static":[]})", inside);
    row(R"({"type":"auto","static":{}})", {});
    numbers(R"("max_chunk_size_tokens":800)", inside);
    numbers(R"("chunk_overlap_tokens":40)", inside);
    numbers(R"("max_chunk_size_tokens":99,"chunk_overlap_tokens":0)", inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":4097,"chunk_overlap_tokens":0)", inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200.5,"chunk_overlap_tokens":0)",
            inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":"200","chunk_overlap_tokens":0)",
            inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200,"chunk_overlap_tokens":101)", inside + u".chunk_overlap_tokens"_s);
    numbers(R"("max_chunk_size_tokens":101,"chunk_overlap_tokens":51)", inside + u".chunk_overlap_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200,"chunk_overlap_tokens":-1)", inside + u".chunk_overlap_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200,"chunk_overlap_tokens":1,"x":1)", {});
}

void TestLocalServerStoreRequests::strategiesAreRefused()
{
    QFETCH(QByteArray, body);
    const auto fault = faultOf([&] { checkedChunkingStrategy(json(body)); });
    QVERIFY(fault);
    QCOMPARE(fault->status, 400);
    QTEST(fault->param, "param");
    QVERIFY(!fault->message.isEmpty());
}

void TestLocalServerStoreRequests::attributesAreKept()
{
    QVERIFY(checkedAttributes(QJsonValue::Null).isEmpty());
    QVERIFY(checkedAttributes(QJsonValue::Undefined).isEmpty());
    QJsonObject most{{QString(64, u'k'), QString(512, u'v')},
                     {u"🙂"_s.repeated(64), u"🙂"_s.repeated(512)},
                     {u"n"_s, -1.5},
                     {u"b"_s, false},
                     {u""_s, u""_s}};
    for (int i = int(most.size()); i < 16; ++i)
        most.insert(QString::number(i), i);
    QCOMPARE(checkedAttributes(most), most);
}

void TestLocalServerStoreRequests::attributesAreRefused_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    QJsonObject tooMany;
    for (int i = 0; i < 17; ++i)
        tooMany.insert(QString::number(i), i);
    const auto wrongType = u"invalid_type"_s;
    const auto tooLong = u"string_above_max_length"_s;
    QTest::newRow("pairs") << QJsonValue(tooMany) << u"object_above_max_properties"_s;
    QTest::newRow("key") << QJsonValue(QJsonObject{{QString(65, u'k'), 1}}) << tooLong;
    QTest::newRow("text") << QJsonValue(QJsonObject{{u"k"_s, QString(513, u'v')}}) << tooLong;
    QTest::newRow("null inside") << json(R"({"k":null})") << wrongType;
    QTest::newRow("list inside") << json(R"({"k":["a"]})") << wrongType;
    QTest::newRow("object inside") << json(R"({"k":{}})") << wrongType;
    QTest::newRow("list") << json("[]") << QString();
    QTest::newRow("text instead") << json(R"("x")") << QString();
}

void TestLocalServerStoreRequests::attributesAreRefused()
{
    QFETCH(QJsonValue, value);
    const auto fault = faultOf([&] { checkedAttributes(value); });
    QVERIFY(fault);
    QCOMPARE(fault->status, 400);
    QCOMPARE(fault->param, u"attributes"_s);
    QTEST(fault->code, "code");
}

void TestLocalServerStoreRequests::filtersMatch_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const QByteArray &filter, bool matches) {
        QTest::newRow(filter.constData()) << filter << matches;
    };
    const auto one = [&row](const QByteArray &type, const QByteArray &key, const QByteArray &value,
                            bool matches) {
        row(R"({"type":")" + type + R"(","key":")" + key + R"(","value":)" + value + '}', matches);
    };
    row("null", true);
    one("eq", "n", "7", true);
    one("eq", "n", "7.0", true);
    one("eq", "n", "\"7\"", false);
    one("ne", "n", "\"7\"", true);
    one("ne", "n", "7", false);
    one("gt", "n", "6.5", true);
    one("gt", "n", "7", false);
    one("gte", "n", "7", true);
    one("lt", "n", "10", true);
    one("lte", "n", "6", false);
    one("gt", "n", "\"1\"", false);
    one("lt", "n", "\"1\"", false);
    one("eq", "big", "9007199254740993", true);
    one("eq", "big", "9007199254740992", false);
    one("eq", "s", "\"Größe\"", true);
    one("eq", "s", "\"größe\"", false);
    one("gte", "day", "\"2025-01-31\"", true);
    one("lt", "day", "\"2025-02-01\"", true);
    one("gt", "day", "20250131", false);
    one("eq", "b", "true", true);
    one("eq", "b", "1", false);
    one("eq", "n", "true", false);
    one("ne", "b", "false", true);
    one("in", "n", "[1,7]", true);
    one("in", "n", "[\"7\"]", false);
    one("in", "s", "[\"x\",\"Größe\"]", true);
    one("in", "n", "[]", false);
    one("nin", "n", "[1,7]", false);
    one("nin", "n", "[1,\"7\"]", true);
    one("nin", "n", "[]", true);
    for (const char *type : {"eq", "gt", "gte", "lt", "lte"})
        one(type, "gone", "0", false);
    one("ne", "gone", "0", true);
    one("in", "gone", "[0]", false);
    one("nin", "gone", "[0]", true);
    const QByteArray yes = R"({"type":"eq","key":"n","value":7})";
    const QByteArray no = R"({"type":"eq","key":"n","value":8})";
    row(R"({"type":"and","filters":[)" + yes + "," + no + "]}", false);
    row(R"({"type":"and","filters":[)" + yes + "," + yes + "]}", true);
    row(R"({"type":"or","filters":[)" + no + "," + yes + "]}", true);
    row(R"({"type":"or","filters":[)" + no + "]}", false);
    row(R"({"type":"and","filters":[)" + yes + R"(,{"type":"or","filters":[)" + no + "," + yes + "]}]}",
        true);
}

void TestLocalServerStoreRequests::filtersMatch()
{
    QFETCH(QByteArray, filter);
    const QJsonObject attributes =
        json(R"({"n":7,"s":"Größe","b":true,"day":"2025-01-31","big":9007199254740993})").toObject();
    QTEST(AttributeFilter::parse(json(filter)).matches(attributes), "matches");
}

void TestLocalServerStoreRequests::filtersAreRefused_data()
{
    QTest::addColumn<QByteArray>("filter");
    for (const char *filter : {"[]",
                               "\"x\"",
                               "{}",
                               R"({"type":"not","filters":[]})",
                               R"({"type":"eq","key":"k"})",
                               R"({"type":"eq","value":1})",
                               R"({"type":"eq","key":7,"value":1})",
                               R"({"type":"eq","key":"","value":1})",
                               R"({"type":"eq","key":"k","value":null})",
                               R"({"type":"eq","key":"k","value":[1]})",
                               R"({"type":"eq","key":"k","value":{}})",
                               R"({"type":"gt","key":"k","value":true})",
                               R"({"type":"in","key":"k","value":1})",
                               R"({"type":"in","key":"k","value":[true]})",
                               R"({"type":"nin","key":"k","value":[null]})",
                               R"({"type":"eq","key":"k","value":1,"x":1})",
                               R"({"type":"and"})",
                               R"({"type":"and","filters":[]})",
                               R"({"type":"or","filters":{}})",
                               R"({"type":"and","filters":[1]})",
                               R"({"type":"and","filters":[{"type":"eq"}]})",
                               R"({"type":"and","filters":[{"type":"eq","key":"k","value":1}],"key":"k"})"})
        QTest::newRow(filter) << QByteArray(filter);
}

void TestLocalServerStoreRequests::filtersAreRefused()
{
    QFETCH(QByteArray, filter);
    const auto fault = faultOf([&] { AttributeFilter::parse(json(filter)); });
    QVERIFY(fault);
    QCOMPARE(fault->status, 400);
    QVERIFY(!fault->message.isEmpty());
    QVERIFY(fault->param.isEmpty() || fault->param.startsWith("filters"_L1));
}

void TestLocalServerStoreRequests::filtersMayNestSoFar()
{
    const QJsonObject leaf{{u"type"_s, u"eq"_s}, {u"key"_s, u"k"_s}, {u"value"_s, 1}};
    const auto nested = [&leaf](int depth) {
        QJsonObject filter = leaf;
        for (int i = 1; i < depth; ++i)
            filter = {{u"type"_s, i % 2 ? u"or"_s : u"and"_s}, {u"filters"_s, QJsonArray{filter}}};
        return filter;
    };
    const AttributeFilter deepest = AttributeFilter::parse(nested(32));
    QVERIFY(deepest.matches({{u"k"_s, 1}}));
    QVERIFY(!deepest.matches({{u"k"_s, 2}}));
    const auto tooDeep = faultOf([&] { AttributeFilter::parse(nested(33)); });
    QVERIFY(tooDeep && tooDeep->message.contains("nested"_L1));
    QJsonArray wide;
    for (int i = 0; i < 1000; ++i)
        wide.append(leaf);
    QVERIFY(faultOf([&] {
        AttributeFilter::parse(QJsonObject{{u"type"_s, u"or"_s}, {u"filters"_s, wide}});
    }));
    wide.removeLast();
    QVERIFY(!faultOf([&] {
        AttributeFilter::parse(QJsonObject{{u"type"_s, u"or"_s}, {u"filters"_s, wide}});
    }));
}

void TestLocalServerStoreRequests::queriesAreRewritten_data()
{
    QTest::addColumn<QStringList>("queries");
    QTest::addColumn<QString>("rewritten");
    const auto row = [](const QStringList &queries, const QString &rewritten) {
        QTest::newRow(qPrintable(queries.join(u" | "_s))) << queries << rewritten;
    };
    row({u"What is the return policy, please?"_s}, u"return policy"_s);
    row({u"Could you please tell me how long shipping to Norway takes?"_s}, u"long shipping Norway takes"_s);
    row({u"what's new in GPT-4.1?"_s}, u"new GPT-4.1"_s);
    row({u"Wie lange ist die Garantie für das Gerät, bitte?"_s}, u"lange Garantie Gerät"_s);
    row({u"Kannst du mir bitte sagen, wo man Öl nachfüllt?"_s}, u"Öl nachfüllt"_s);
    row({u"die hard"_s}, u"die hard"_s);
    row({u"C++ and C# on Windows 11"_s}, u"C++ C# Windows 11"_s);
    row({u"the refund window"_s, u"refund of a gift card"_s}, u"refund window gift card"_s);
    row({u"Preis der Äpfel"_s, u"price of apples"_s}, u"Preis Äpfel price apples"_s);
    row({u"the dose of vitamin D, I'd say"_s}, u"dose vitamin D say"_s);
    row({u"to be or not to be"_s}, u"not"_s);
    row({u"who are you"_s}, u"who are you"_s);
    row({u"?!"_s}, u"?!"_s);
    row({u" "_s, u"how?"_s}, u"how?"_s);
    row({}, {});
}

void TestLocalServerStoreRequests::queriesAreRewritten()
{
    QFETCH(QStringList, queries);
    QTEST(rewrittenQuery(queries), "rewritten");
    QCOMPARE(rewrittenQuery({rewrittenQuery(queries)}), rewrittenQuery(queries));
}

void TestLocalServerStoreRequests::wordsAreTheSameWithoutCaseAndDiacritics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const QString &text, const QStringList &keys) {
        QTest::newRow(qPrintable(text)) << text << keys;
    };
    row(u"Äpfel, äpfel A\u0308PFEL"_s, {u"apfel"_s, u"apfel"_s, u"apfel"_s});
    row(u"Straße STRAẞE"_s, {u"straße"_s, u"straße"_s});
    row(u"don't e-mail 3.14"_s, {u"don"_s, u"t"_s, u"e"_s, u"mail"_s, u"3"_s, u"14"_s});
    row(u"Ệ ΑΒΓΣ αβγς"_s, {u"e"_s, u"αβγσ"_s, u"αβγσ"_s});
    row(u"検索 한국어 🙂 ՀԱՅ"_s, {u"検索"_s, u"한국어"_s, u"հայ"_s});
    row(u"мой мои ガ カ की का"_s, {u"мой"_s, u"мои"_s, u"ガ"_s, u"カ"_s, u"की"_s, u"का"_s});
    row(u"\"*:^()"_s + QChar(0xd800), {});
}

void TestLocalServerStoreRequests::wordsAreTheSameWithoutCaseAndDiacritics()
{
    QFETCH(QString, text);
    QStringList keys;
    for (const SearchWord &word : searchWords(text))
        keys.append(word.key);
    QTEST(keys, "keys");
}

QTEST_APPLESS_MAIN(TestLocalServerStoreRequests)
#include "tst_localserver_storerequests.moc"
