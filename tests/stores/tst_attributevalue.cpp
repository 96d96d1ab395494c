// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types becomes a value of a type, and every value can be typed.
#include "stores/attributevalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;
using Type = AttributeValue::Type;

Q_DECLARE_METATYPE(odc::AttributeValue::Type)

class TestAttributeValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedTextHasAType_data();
    void typedTextHasAType();
    void everyValueCanBeTyped_data();
    void everyValueCanBeTyped();
    void whereTextIsExpectedNumbersAreText();
    void asAnotherType_data();
    void asAnotherType();
    void readAsAType();
    void numbersAreComparedAsNumbers();
    void limits();
    void whatNoServiceTakesIsSaid();
    void inOrder();
};

namespace {

QByteArray wire(const AttributeValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value.toJson()}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

AttributeValue fromWire(const QByteArray &json)
{
    return AttributeValue::fromJson(QJsonDocument::fromJson('[' + json + ']').array().at(0));
}

} // namespace

void TestAttributeValue::typedTextHasAType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *name, const QString &typed, const QByteArray &sent) {
        QTest::newRow(name) << typed << sent;
    };
    row("word", u"blue"_s, "\"blue\"");
    row("true", u"true"_s, "true");
    row("a spreadsheet's FALSE", u"FALSE"_s, "false");
    row("yes is a word", u"yes"_s, "\"yes\"");
    row("whole", u"42"_s, "42");
    row("negative", u"-7"_s, "-7");
    row("zero", u"0"_s, "0");
    row("minus zero", u"-0"_s, "0");
    row("fraction", u"0.5"_s, "0.5");
    row("exponent", u"1e3"_s, "1000");
    row("leading zero", u"007"_s, "\"007\"");
    row("plus", u"+49"_s, "\"+49\"");
    row("comma", u"1,5"_s, "\"1,5\"");
    row("bare point", u".5"_s, "\".5\"");
    row("point behind", u"5."_s, "\"5.\"");
    row("hex", u"0x1F"_s, "\"0x1F\"");
    row("no number", u"NaN"_s, "\"NaN\"");
    row("infinite", u"1e999"_s, "\"1e999\"");
    row("arabic digits", u"\u0661\u0662"_s, "\"\u0661\u0662\"");
    row("number and newline", u"42\n"_s, "\"42\\n\"");
    row("blank before", u" 42"_s, "\" 42\"");
    row("2^53 - 1", u"9007199254740991"_s, "9007199254740991");
    row("2^53: digits would go", u"9007199254740992"_s, "\"9007199254740992\"");
    row("a long id", u"12345678901234567890"_s, "\"12345678901234567890\"");
    row("quoted number", u"\"42\""_s, "\"42\"");
    row("quoted true", u"\"true\""_s, "\"true\"");
    row("quoted nothing", u"\"\""_s, "\"\"");
    row("escapes", u"\"a\\nb \\u00fc\""_s, "\"a\\nb \u00fc\"");
    row("one mark", u"\""_s, "\"\\\"\"");
    row("inch", u"5\""_s, "\"5\\\"\"");
    row("two strings", u"\"a\",\"b\""_s, "\"\\\"a\\\",\\\"b\\\"\"");
    row("null is a word", u"null"_s, "\"null\"");
    row("list is a text", u"[1]"_s, "\"[1]\"");
}

void TestAttributeValue::typedTextHasAType()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, sent);
    QCOMPARE(wire(AttributeValue::read(typed)), sent);
}

void TestAttributeValue::everyValueCanBeTyped_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"\"blue\"", "\"42\"", "42", "0.1", "1e300", "-7", "true", "\"true\"", "\"FALSE\"", "false", "\"\"",
          "\"\\\"\"", "\"\\\"quoted\\\"\"", "\"a\\tb\\nc\"", "\" 1 \"", "\"007\"",
          "\"\\u00fc \\ud83d\\ude00\"", "0.30000000000000004", "\"9007199254740993\""})
        QTest::newRow(json) << QByteArray(json);
}

void TestAttributeValue::everyValueCanBeTyped()
{
    QFETCH(QByteArray, json);
    const AttributeValue value = fromWire(json);
    const AttributeValue again = AttributeValue::read(value.typedText());
    QCOMPARE(again.type(), value.type());
    QVERIFY(again == value);
    if (value.type() == Type::String)
        QVERIFY(AttributeValue::readText(value.typedText()) == value);
}

void TestAttributeValue::whereTextIsExpectedNumbersAreText()
{
    QCOMPARE(wire(AttributeValue::readText(u"90210"_s)), "\"90210\"");
    QCOMPARE(wire(AttributeValue::readText(u"true"_s)), "\"true\"");
    QCOMPARE(wire(AttributeValue::readText(u"\"90210\""_s)), "\"90210\"");
}

void TestAttributeValue::asAnotherType_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QByteArray>("becomes"); // empty: there is no such
    QTest::newRow("number to text") << "1.5"_ba << Type::String << "\"1.5\""_ba;
    QTest::newRow("boolean to text") << "true"_ba << Type::String << "\"true\""_ba;
    QTest::newRow("text to number") << "\"12\""_ba << Type::Number << "12"_ba;
    QTest::newRow("blanks around") << "\" 12 \""_ba << Type::Number << "12"_ba;
    QTest::newRow("word to number") << "\"twelve\""_ba << Type::Number << QByteArray();
    QTest::newRow("boolean to number") << "true"_ba << Type::Number << "1"_ba;
    QTest::newRow("one to boolean") << "1"_ba << Type::Boolean << "true"_ba;
    QTest::newRow("zero to boolean") << "0"_ba << Type::Boolean << "false"_ba;
    QTest::newRow("two to boolean") << "2"_ba << Type::Boolean << QByteArray();
    QTest::newRow("text to boolean") << "\"False\""_ba << Type::Boolean << "false"_ba;
    QTest::newRow("yes to boolean") << "\"yes\""_ba << Type::Boolean << QByteArray();
    QTest::newRow("list to text") << "[1]"_ba << Type::String << QByteArray();
}

void TestAttributeValue::asAnotherType()
{
    QFETCH(QByteArray, json);
    QFETCH(Type, type);
    QFETCH(QByteArray, becomes);
    const auto other = fromWire(json).as(type);
    QCOMPARE(other ? wire(*other) : QByteArray(), becomes);
}

void TestAttributeValue::readAsAType()
{
    QVERIFY(!AttributeValue::readAs(u"abc"_s, Type::Number));
    QCOMPARE(wire(*AttributeValue::readAs(u" 12"_s, Type::Number)), "12");
    QVERIFY(!AttributeValue::readAs(u"1"_s, Type::Boolean));
    QCOMPARE(wire(*AttributeValue::readAs(u"12"_s, Type::String)), "\"12\"");
}

void TestAttributeValue::numbersAreComparedAsNumbers()
{
    QVERIFY(fromWire("1") == fromWire("1.0"));
    QVERIFY(!(fromWire("1") == fromWire("true")));
    QVERIFY(!(fromWire("1") == fromWire("\"1\"")));
    QVERIFY(!(fromWire("9007199254740993") == fromWire("9007199254740992"))); // as doubles they are the same
    QCOMPARE(fromWire("9007199254740993").text(), u"9007199254740993"_s);
}

void TestAttributeValue::limits()
{
    QVERIFY(AttributeValue(QString(512, u'x')).problem().isEmpty());
    QVERIFY(AttributeValue(QString(513, u'x')).problem().contains(u"513"_s));
    // Characters, not UTF-16 units.
    QVERIFY(AttributeValue(u"\U0001F600"_s.repeated(512)).problem().isEmpty());
    QVERIFY(!AttributeValue(u"\U0001F600"_s.repeated(513)).problem().isEmpty());
    QVERIFY(attributerules::keyProblem(QString(64, u'k')).isEmpty());
    QVERIFY(attributerules::keyProblem(QString(65, u'k')).contains(u"65"_s));
    QVERIFY(!attributerules::keyProblem(QString()).isEmpty());
    QVERIFY(attributerules::countProblem(16).isEmpty());
    QVERIFY(attributerules::countProblem(17).contains(u"17"_s));
}

void TestAttributeValue::whatNoServiceTakesIsSaid()
{
    for (const char *json : {"null", "[1]", "{\"a\":1}"}) {
        const AttributeValue value = fromWire(json);
        QCOMPARE(value.type(), Type::Other);
        QCOMPARE(value.text(), QString::fromLatin1(json));
        QVERIFY(!value.problem().isEmpty());
        QCOMPARE(wire(value), QByteArray(json)); // and kept as it came
    }
}

void TestAttributeValue::inOrder()
{
    const QByteArrayList ascending{"-1", "2", "10", "false", "true", "\"10\"", "\"A\"", "\"b\""};
    for (qsizetype i = 1; i < ascending.size(); ++i) {
        QVERIFY2(fromWire(ascending.at(i - 1)).compare(fromWire(ascending.at(i))) < 0,
                 ascending.at(i).constData());
        QVERIFY2(fromWire(ascending.at(i)).compare(fromWire(ascending.at(i - 1))) > 0,
                 ascending.at(i).constData());
    }
    QCOMPARE(fromWire("1").compare(fromWire("1.0")), 0);
}

QTEST_APPLESS_MAIN(TestAttributeValue)
#include "tst_attributevalue.moc"
