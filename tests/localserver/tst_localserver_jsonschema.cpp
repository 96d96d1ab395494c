// SPDX-License-Identifier: GPL-3.0-or-later
// What fits a schema, and what is one.
#include "localserver/evals/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace odc::server;

class TestJsonSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void namesThePlace_data();
    void namesThePlace();
    void faultySchemas_data();
    void faultySchemas();
    void circlesEnd();

private:
    static QJsonValue value(const QByteArray &text)
    {
        return QJsonDocument::fromJson('[' + text + ']').array().at(0);
    }
};

void TestJsonSchema::fits_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QByteArray &schema, const QByteArray &good, const QByteArray &bad) {
        QTest::newRow(QByteArray(schema + " good " + good).constData()) << schema << good << true;
        QTest::newRow(QByteArray(schema + " bad " + bad).constData()) << schema << bad << false;
    };
    row(R"({"type":"string"})", R"("a")", "1");
    row(R"({"type":"string"})", R"("")", "null");
    row(R"({"type":"number"})", "1.5", R"("1.5")");
    row(R"({"type":"integer"})", "2", "2.5");
    row(R"({"type":"integer"})", "2.0", "true");
    row(R"({"type":"boolean"})", "false", "0");
    row(R"({"type":"null"})", "null", "{}");
    row(R"({"type":"array"})", "[]", "{}");
    row(R"({"type":"object"})", "{}", "[]");
    row(R"({"type":["string","null"]})", "null", "1");
    row(R"({"enum":["a",1,null,{"k":[1]}]})", R"({"k":[1]})", R"("b")");
    row(R"({"const":1})", "1.0", "2");
    row(R"({"minimum":2})", "2", "1.9");
    row(R"({"maximum":2})", "2", "2.1");
    row(R"({"exclusiveMinimum":2})", "2.1", "2");
    row(R"({"exclusiveMaximum":2})", "1.9", "2");
    row(R"({"minimum":2})", R"("a text has no number")", "0");
    row(R"({"minLength":2})", R"("äö")", R"("😀")");
    row(R"({"maxLength":1})", R"("😀")", R"("ab")");
    row(R"({"pattern":"^a+$"})", R"("aa")", R"("ab")");
    row(R"({"pattern":"b"})", R"("abc")", R"("ac")");
    row(R"({"items":{"type":"integer"}})", "[1,2]", R"([1,"2"])");
    row(R"({"minItems":1})", "[1]", "[]");
    row(R"({"maxItems":1})", "[1]", "[1,2]");
    row(R"({"required":["a"]})", R"({"a":null})", "{}");
    row(R"({"properties":{"a":{"type":"string"}}})", R"({"b":1})", R"({"a":1})");
    row(R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1})", R"({"b":1})");
    row(R"({"properties":{"a":{}},"additionalProperties":{"type":"string"}})", R"({"a":1,"b":"x"})",
        R"({"b":1})");
    row(R"({"anyOf":[{"type":"string"},{"minimum":5}]})", "5", "4");
    row(R"({"oneOf":[{"type":"integer"},{"minimum":5}]})", "4", "5");
    row(R"({"allOf":[{"type":"integer"},{"minimum":5}]})", "5", "5.5");
    row(R"({"not":{"type":"string"}})", "1", R"("a")");
    row(R"({"$defs":{"n":{"type":"integer"}},"items":{"$ref":"#/$defs/n"}})", "[1]", "[1.5]");
    row(R"({"properties":{"next":{"$ref":"#"}},"required":["v"]})", R"({"v":1,"next":{"v":2}})",
        R"({"v":1,"next":{"next":{"v":1}}})");
    row(R"({"items":{"type":"object","properties":{"x":false}}})", R"([{"y":1}])", R"([{"x":1}])");
    QTest::newRow("unknown keywords")
        << QByteArray(R"({"format":"email","x-note":7,"title":"t"})") << QByteArray("7") << true;
    QTest::newRow("true") << QByteArray("true") << QByteArray("7") << true;
    QTest::newRow("false") << QByteArray("false") << QByteArray("7") << false;
    QTest::newRow("empty") << QByteArray("{}") << QByteArray("null") << true;
}

void TestJsonSchema::fits()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QCOMPARE(schemaFault(TestJsonSchema::value(schema)), QString());
    const QString fault =
        schemaMismatch(TestJsonSchema::value(value), TestJsonSchema::value(schema), u"item"_s);
    QTEST(fault.isEmpty(), "expected");
}

void TestJsonSchema::namesThePlace_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << QByteArray(R"({"required":["label"]})") << QByteArray("{}")
                             << u"item.label is missing"_s;
    QTest::newRow("enum") << QByteArray(R"({"properties":{"a":{"enum":["x","y"]}}})")
                          << QByteArray(R"({"a":"z"})") << u"item.a is 'z', which is not one of 'x', 'y'"_s;
    QTest::newRow("nested") << QByteArray(
                                   R"({"properties":{"a":{"items":{"properties":{"b":{"type":"string"}}}}}})")
                            << QByteArray(R"({"a":[{"b":"x"},{"b":2}]})")
                            << u"item.a[1].b is not of type 'string'"_s;
    QTest::newRow("too many") << QByteArray(R"({"additionalProperties":false})") << QByteArray(R"({"odd":1})")
                              << u"item.odd is not allowed"_s;
}

void TestJsonSchema::namesThePlace()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QTEST(schemaMismatch(TestJsonSchema::value(value), TestJsonSchema::value(schema), u"item"_s), "message");
}

void TestJsonSchema::faultySchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *schema, const QString &message) {
        QTest::newRow(schema) << QByteArray(schema) << message;
    };
    row(R"({"type":"text"})", u"item_schema.type: 'text' is not a type"_s);
    row(R"({"type":["string",1]})", u"item_schema.type: 1 is not a type"_s);
    row(R"({"properties":[]})", u"item_schema.properties is not an object"_s);
    row(R"({"properties":{"a":{"type":"x"}}})", u"item_schema.properties.a.type: 'x' is not a type"_s);
    row(R"({"properties":{"a":7}})", u"item_schema.properties.a is not a schema"_s);
    row(R"({"required":"a"})", u"item_schema.required is not a list"_s);
    row(R"({"pattern":"("})", u"item_schema.pattern is not a regular expression"_s);
    row(R"({"minimum":"1"})", u"item_schema.minimum is not a number"_s);
    row(R"({"anyOf":[]})", u"item_schema.anyOf is not a list of schemas"_s);
    row(R"({"oneOf":[{},{"type":"x"}]})", u"item_schema.oneOf[1].type: 'x' is not a type"_s);
    row(R"({"items":{"enum":1}})", u"item_schema.items.enum is not a list"_s);
    row(R"({"$ref":"#/$defs/none"})", u"item_schema.$ref: '#/$defs/none' leads nowhere"_s);
    row(R"({"$ref":"https://example.com/schema"})", u"leads nowhere"_s);
}

void TestJsonSchema::faultySchemas()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, message);
    const QString fault = schemaFault(value(schema));
    QVERIFY2(fault.contains(message), qPrintable(fault));
}

void TestJsonSchema::circlesEnd()
{
    for (const QByteArray schema : {R"({"$ref":"#"})", R"({"allOf":[{"$ref":"#"},{"$ref":"#"}]})",
                                    R"({"anyOf":[{"$ref":"#"},{"$ref":"#"}]})"})
        QVERIFY(!schemaMismatch(value("1"), value(schema), u"item"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_localserver_jsonschema.moc"
