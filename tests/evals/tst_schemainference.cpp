// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of rows says about the shape of an item; and whether rows keep a shape.
#include "evals/schemacheck.h"
#include "evals/schemainference.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestSchemaInference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void infers_data();
    void infers();
    void everyRowKeepsWhatWasInferred();
    void readsNoMoreThanItMayAndSaysSo();
    void badLinesAreLeftOutByNumber();
    void checksRows_data();
    void checksRows();
    void faultyJsonIsSaidWithItsPlace_data();
    void faultyJsonIsSaidWithItsPlace();
};

void TestSchemaInference::infers_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("items")
        << QByteArray(
               "{\"item\":{\"a\":\"x\"}}\n{\"item\":{\"a\":\"y\"},\"sample\":{\"output_text\":\"z\"}}\n")
        << QByteArray(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})");
    QTest::newRow("plain objects")
        << QByteArray("{\"a\":1}\n\n{\"a\":2}")
        << QByteArray(R"({"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]})");
    QTest::newRow("windows and a mark")
        << QByteArray("\xEF\xBB\xBF{\"a\":1}\r\n{\"a\":2}\r\n")
        << QByteArray(R"({"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]})");
    QTest::newRow("not in all")
        << QByteArray("{\"a\":true,\"b\":1}\n{\"a\":false}")
        << QByteArray(
               R"({"type":"object","properties":{"a":{"type":"boolean"},"b":{"type":"integer"}},"required":["a"]})");
    QTest::newRow("whole and broken")
        << QByteArray("{\"n\":1}\n{\"n\":1.5}")
        << QByteArray(R"({"type":"object","properties":{"n":{"type":"number"}},"required":["n"]})");
    QTest::newRow("null too")
        << QByteArray("{\"n\":null}\n{\"n\":\"x\"}")
        << QByteArray(R"({"type":"object","properties":{"n":{"type":["string","null"]}},"required":["n"]})");
    QTest::newRow("only null")
        << QByteArray("{\"n\":null}")
        << QByteArray(R"({"type":"object","properties":{"n":{"type":"null"}},"required":["n"]})");
    QTest::newRow("mixed")
        << QByteArray("{\"n\":1}\n{\"n\":\"x\"}")
        << QByteArray(
               R"({"type":"object","properties":{"n":{"type":["string","integer"]}},"required":["n"]})");
    QTest::newRow("objects in objects")
        << QByteArray("{\"o\":{\"x\":1,\"y\":2}}\n{\"o\":{\"x\":1}}")
        << QByteArray(
               R"({"type":"object","properties":{"o":{"type":"object","properties":{"x":{"type":"integer"},"y":{"type":"integer"}},"required":["x"]}},"required":["o"]})");
    QTest::newRow("lists of objects")
        << QByteArray("{\"l\":[{\"x\":1},{\"x\":2,\"y\":null}]}\n{\"l\":[]}")
        << QByteArray(
               R"({"type":"object","properties":{"l":{"type":"array","items":{"type":"object","properties":{"x":{"type":"integer"},"y":{"type":"null"}},"required":["x"]}}},"required":["l"]})");
    QTest::newRow("empty lists")
        << QByteArray("{\"l\":[]}")
        << QByteArray(R"({"type":"object","properties":{"l":{"type":"array"}},"required":["l"]})");
    QTest::newRow("nothing") << QByteArray("\n\n") << QByteArray(R"({"type":"object","properties":{}})");
}

void TestSchemaInference::infers()
{
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, schema);
    const EvalRows read = readRows(rows, {});
    QCOMPARE(read.problemCount, 0);
    QVERIFY(read.isComplete());
    QCOMPARE(compact(inferItemSchema(read.content)), compact(object(schema)));
}

void TestSchemaInference::everyRowKeepsWhatWasInferred()
{
    const QByteArray text = "{\"a\":null,\"m\":[1,\"x\",{\"k\":[]}],\"o\":{\"p\":1.25}}\n"
                            "{\"a\":7,\"m\":[],\"o\":{\"p\":3,\"q\":{\"r\":[true]}}}\n"
                            "{\"m\":[null,{\"k\":[{}],\"z\":1}],\"o\":{\"p\":-1}}\n";
    const QJsonObject schema = inferItemSchema(readRows(text, {}).content);
    const EvalRows again = readRows(text, schema);
    QCOMPARE(again.problemCount, 0);
    // And it says something: another shape does not keep it.
    QCOMPARE(readRows(QByteArray("{\"m\":{},\"o\":{\"p\":1}}"), schema).problemCount, 1);
}

void TestSchemaInference::readsNoMoreThanItMayAndSaysSo()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"rows.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 1000; ++i)
        file.write("{\"a\":" + QByteArray::number(i) + "}\n");
    file.write("{\"late\":1}\n");
    file.close();
    const InferredSchema some = inferSchemaOfFile(file.fileName(), {.bytes = 16 * 1024 * 1024, .rows = 100});
    QCOMPARE(some.rows.content.size(), 100);
    QVERIFY(!some.rows.isComplete());
    QVERIFY2(some.summary().contains(u"only the first"_s), qPrintable(some.summary()));
    QVERIFY(!some.schema.value("properties"_L1).toObject().contains("late"_L1));
    QVERIFY(!inferSchemaOfFile(file.fileName(), {.bytes = 100, .rows = 100'000}).rows.isComplete());
    const InferredSchema all = inferSchemaOfFile(file.fileName());
    QVERIFY(all.rows.isComplete());
    QVERIFY2(!all.summary().contains(u"only the first"_s), qPrintable(all.summary()));
    QVERIFY(all.schema.value("properties"_L1).toObject().contains("late"_L1));
    QVERIFY(!inferSchemaOfFile(folder.filePath(u"not there"_s)).rows.error.isEmpty());
}

void TestSchemaInference::badLinesAreLeftOutByNumber()
{
    const EvalRows rows = readRows(
        QByteArray("{\"a\":1}\n{\"a\":\n[1]\n{\"item\":3}\n{\"item\":{\"a\":2},\"sample\":1}\n{\"a\":2}"),
        {});
    QCOMPARE(rows.problemCount, 4);
    QList<qint64> lines;
    for (const RowProblem &problem : rows.problems)
        lines << problem.line;
    QCOMPARE(lines, (QList<qint64>{2, 3, 4, 5}));
    QCOMPARE(rows.lines.first(), 1);
    QCOMPARE(rows.lines.last(), 6);
}

void TestSchemaInference::checksRows_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("says"); // empty: it fits
    const QByteArray two =
        R"({"type":"object","properties":{"text":{"type":"string"},"label":{"enum":["a","b"]}},"required":["text","label"]})";
    QTest::newRow("fits") << two << QByteArray(R"({"text":"x","label":"b","more":1})") << QString();
    QTest::newRow("missing") << two << QByteArray(R"({"text":"x"})") << u"item.label is missing"_s;
    QTest::newRow("type") << two << QByteArray(R"({"text":1,"label":"a"})")
                          << u"item.text is number, the schema wants string"_s;
    QTest::newRow("enum") << two << QByteArray(R"({"text":"x","label":"c"})") << u"none of \"a\", \"b\""_s;
    QTest::newRow("closed") << QByteArray(R"({"properties":{"a":{}},"additionalProperties":false})")
                            << QByteArray(R"({"b":1})") << u"item.b is not in the schema"_s;
    QTest::newRow("others typed") << QByteArray(R"({"additionalProperties":{"type":"string"}})")
                                  << QByteArray(R"({"b":1})") << u"item.b is number"_s;
    QTest::newRow("whole") << QByteArray(R"({"properties":{"n":{"type":"integer"}}})")
                           << QByteArray(R"({"n":1.5})") << u"integer"_s;
    QTest::newRow("whole as 2.0") << QByteArray(R"({"properties":{"n":{"type":"integer"}}})")
                                  << QByteArray(R"({"n":2.0})") << QString();
    QTest::newRow("above") << QByteArray(R"({"properties":{"n":{"maximum":3}}})") << QByteArray(R"({"n":4})")
                           << u"above 3"_s;
    QTest::newRow("exclusive") << QByteArray(R"({"properties":{"n":{"exclusiveMinimum":3}}})")
                               << QByteArray(R"({"n":3})") << u"not above 3"_s;
    QTest::newRow("short") << QByteArray(R"({"properties":{"t":{"minLength":2}}})")
                           << QByteArray("{\"t\":\"\xF0\x9F\x98\x80\"}") << u"shorter"_s;
    QTest::newRow("pattern") << QByteArray(R"({"properties":{"t":{"pattern":"^a"}}})")
                             << QByteArray(R"({"t":"b"})") << u"pattern"_s;
    QTest::newRow("in a list") << QByteArray(R"({"properties":{"l":{"items":{"type":"string"}}}})")
                               << QByteArray(R"({"l":["a",1]})") << u"item.l[1] is number"_s;
    QTest::newRow("any of") << QByteArray(
                                   R"({"properties":{"v":{"anyOf":[{"type":"string"},{"type":"null"}]}}})")
                            << QByteArray(R"({"v":null})") << QString();
    QTest::newRow("none of any")
        << QByteArray(R"({"properties":{"v":{"anyOf":[{"type":"string"},{"type":"null"}]}}})")
        << QByteArray(R"({"v":1})") << u"item.v"_s;
    QTest::newRow("more than one")
        << QByteArray(R"({"properties":{"v":{"oneOf":[{"type":"number"},{"type":"integer"}]}}})")
        << QByteArray(R"({"v":1})") << u"more than one"_s;
    QTest::newRow("not") << QByteArray(R"({"properties":{"v":{"not":{"type":"string"}}}})")
                         << QByteArray(R"({"v":"s"})") << u"forbids"_s;
    QTest::newRow("reference")
        << QByteArray(R"({"properties":{"v":{"$ref":"#/$defs/w"}},"$defs":{"w":{"type":"boolean"}}})")
        << QByteArray(R"({"v":1})") << u"boolean"_s;
}

void TestSchemaInference::checksRows()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, item);
    QFETCH(QString, says);
    const EvalRows rows = readRows("\n{\"item\":" + item + "}", object(schema));
    QCOMPARE(rows.problemCount, says.isEmpty() ? 0 : 1);
    if (!says.isEmpty()) {
        QCOMPARE(rows.problems.first().line, 2);
        QVERIFY2(rows.problems.first().message.contains(says), qPrintable(rows.problems.first().message));
    }
    QCOMPARE(checkRows(rows.content, object(schema), 10).size(), says.isEmpty() ? 0 : 1);
}

void TestSchemaInference::faultyJsonIsSaidWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("fine") << QByteArray(" {\"a\": 1}") << 0 << 0;
    QTest::newRow("bare value") << QByteArray("12") << 0 << 0;
    QTest::newRow("nothing") << QByteArray("  ") << 1 << 3;
    QTest::newRow("value") << QByteArray("{\n \"a\": x\n}") << 2 << 7;
    QTest::newRow("after letters of two bytes") << QByteArray("{\n \"\xC3\xA4\": x\n}") << 2 << 7;
    QTest::newRow("more") << QByteArray("{} {}") << 1 << 4;
}

void TestSchemaInference::faultyJsonIsSaidWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    JsonFault fault;
    const QJsonValue value = parseJson(text, &fault);
    QCOMPARE(value.isUndefined(), line > 0);
    QCOMPARE(fault.line, line);
    QCOMPARE(fault.column, column);
    QCOMPARE(fault.sentence().isEmpty(), line == 0);
}

QTEST_APPLESS_MAIN(TestSchemaInference)
#include "tst_schemainference.moc"
