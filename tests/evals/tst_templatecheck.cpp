// SPDX-License-Identifier: GPL-3.0-or-later
// Templates against a schema: what fits is silent, what does not is said at its place.
#include "evals/templatecheck.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject schema()
{
    return QJsonDocument::fromJson(R"({"type":"object","properties":{
        "label":{"type":"string"}, "two words":{"type":"string"},
        "who":{"type":"object","properties":{"name":{"type":"string"},"age":{"type":["integer","null"]}}},
        "tags":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}},
        "open":{"type":"object"}, "any":{},
        "either":{"anyOf":[{"type":"string"},{"type":"object","properties":{"x":{"type":"string"}}}]},
        "tree":{"$ref":"#/$defs/node"}},
        "$defs":{"node":{"type":"object","properties":{"value":{"type":"string"},"next":{"$ref":"#/$defs/node"}}}}})")
        .object();
}

} // namespace

class TestTemplateCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsSilent_data();
    void whatFitsIsSilent();
    void whatDoesNotIsSaidWhereItStands_data();
    void whatDoesNotIsSaidWhereItStands();
    void samplesByWhereTheTextStands_data();
    void samplesByWhereTheTextStands();
    void references_data();
    void references();
    void completes_data();
    void completes();
    void withoutASchemaEveryItemPathIsPossible();
};

void TestTemplateCheck::whatFitsIsSilent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no variable") << u"plain {text} and {\"a\":{\"b\":1}}"_s;
    QTest::newRow("member") << u"a {{item.label}} b"_s;
    QTest::newRow("blanks") << u"{{  item.label }}"_s;
    QTest::newRow("nested") << u"{{item.who.name}}"_s;
    QTest::newRow("index in brackets") << u"{{item.tags[0].id}}"_s;
    QTest::newRow("index after a dot") << u"{{item.tags.12.id}}"_s;
    QTest::newRow("quoted") << u"{{item[\"two words\"]}}"_s;
    QTest::newRow("open object") << u"{{item.open.what.ever}}"_s;
    QTest::newRow("says nothing") << u"{{item.any.thing}}"_s;
    QTest::newRow("one of the alternatives") << u"{{item.either.x}}"_s;
    QTest::newRow("by reference, round and round") << u"{{item.tree.next.next.next.value}}"_s;
    QTest::newRow("answer")
        << u"{{sample.output_text}} {{sample.output_json.a.b}} {{sample.choices[0]}} {{sample.output_tools}}"_s;
}

void TestTemplateCheck::whatFitsIsSilent()
{
    QFETCH(QString, text);
    for (const TemplateProblem &problem : checkTemplate(text, {schema()}))
        QFAIL(qPrintable(problem.message));
}

void TestTemplateCheck::whatDoesNotIsSaidWhereItStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked"); // what is underlined
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("warning");
    QTest::newRow("slip") << u"ab {{item.lable}} c"_s << u"{{item.lable}}"_s << u"“label” is there"_s
                          << false;
    QTest::newRow("unknown") << u"{{item.zzzzzz}}"_s << u"{{item.zzzzzz}}"_s << u"no “zzzzzz”"_s << false;
    QTest::newRow("unknown below") << u"{{item.who.nmae}}"_s << u"{{item.who.nmae}}"_s << u"“name” is there"_s
                                   << false;
    QTest::newRow("not inside a text")
        << u"{{item.label.x}}"_s << u"{{item.label.x}}"_s << u"single value"_s << false;
    QTest::newRow("list without number")
        << u"{{item.tags.id}}"_s << u"{{item.tags.id}}"_s << u"is a list"_s << false;
    QTest::newRow("through a reference")
        << u"{{item.tree.next.nix}}"_s << u"{{item.tree.next.nix}}"_s << u"no “nix”"_s << false;
    QTest::newRow("not closed") << u"a {{item.label\nnext line"_s << u"{{item.label"_s << u"not closed"_s
                                << false;
    QTest::newRow("not closed before another")
        << u"{{item.label {{item.label}}"_s << u"{{item.label "_s << u"not closed"_s << false;
    QTest::newRow("no namespace") << u"x{{label}}"_s << u"{{label}}"_s << u"{{item.label}}"_s << false;
    QTest::newRow("other namespace") << u"{{items.label}}"_s << u"{{items.label}}"_s
                                     << u"neither item nor sample"_s << false;
    QTest::newRow("whole item") << u"{{item}}"_s << u"{{item}}"_s << u"alone"_s << false;
    QTest::newRow("empty") << u"{{ }}"_s << u"{{ }}"_s << u"empty"_s << false;
    QTest::newRow("filter") << u"{{ item.label | upper }}"_s << u"{{ item.label | upper }}"_s << u"no path"_s
                            << false;
    QTest::newRow("inside of text") << u"{{sample.output_text.a}}"_s << u"{{sample.output_text.a}}"_s
                                    << u"output_json"_s << false;
    QTest::newRow("slip in sample") << u"{{sample.output_txt}}"_s << u"{{sample.output_txt}}"_s
                                    << u"“output_text” is there"_s << false;
    QTest::newRow("other of sample") << u"{{sample.latency}}"_s << u"{{sample.latency}}"_s
                                     << u"only when the data bring it"_s << true;
    QTest::newRow("single braces") << u"a {item.label} b"_s << u"{item.label}"_s << u"two"_s << true;
}

void TestTemplateCheck::whatDoesNotIsSaidWhereItStands()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    QFETCH(QString, says);
    QFETCH(bool, warning);
    const QList<TemplateProblem> problems = checkTemplate(text, {schema()});
    QCOMPARE(problems.size(), 1);
    QCOMPARE(text.mid(problems[0].position, problems[0].length), marked);
    QVERIFY2(problems[0].message.contains(says), qPrintable(problems[0].message));
    QCOMPARE(problems[0].warning, warning);
}

void TestTemplateCheck::samplesByWhereTheTextStands_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<int>("problems");
    QTest::addColumn<bool>("warning");
    QTest::newRow("graders") << int(TemplateScope::Sample::Known) << 0 << false;
    QTest::newRow("an eval without sample") << int(TemplateScope::Sample::Unasked) << 1 << true;
    QTest::newRow("what the model is asked") << int(TemplateScope::Sample::Forbidden) << 1 << false;
}

void TestTemplateCheck::samplesByWhereTheTextStands()
{
    QFETCH(int, sample);
    QFETCH(int, problems);
    QFETCH(bool, warning);
    const auto found = checkTemplate(u"{{sample.output_text}}"_s, {schema(), TemplateScope::Sample(sample)});
    QCOMPARE(found.size(), problems);
    if (problems)
        QCOMPARE(found[0].warning, warning);
}

void TestTemplateCheck::references_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("fine");
    QTest::newRow("there") << u"item.tags"_s << true;
    QTest::newRow("below") << u"item.who.name"_s << true;
    QTest::newRow("not there") << u"item.history"_s << false;
    QTest::newRow("braces") << u"{{item.tags}}"_s << false;
    QTest::newRow("item alone") << u"item."_s << false;
    QTest::newRow("sample") << u"sample.output_text"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestTemplateCheck::references()
{
    QFETCH(QString, path);
    QFETCH(bool, fine);
    QCOMPARE(checkItemReference(path, schema()).isEmpty(), fine);
}

void TestTemplateCheck::completes_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("withSample");
    QTest::newRow("not inside") << u"item.|"_s << -1 << QString() << false;
    QTest::newRow("closed before") << u"{{item.label}} |"_s << -1 << QString() << false;
    QTest::newRow("just opened") << u"a {{|"_s << 4 << u"item.any"_s << true;
    QTest::newRow("beginning of a path") << u"{{item.wh|"_s << 2 << u"item.who"_s << false;
    QTest::newRow("beginning of a name") << u"{{lab|}}"_s << 2 << u"item.label"_s << false;
    QTest::newRow("answer") << u"{{samp|"_s << 2 << u"sample.output_text"_s << true;
    QTest::newRow("odd name") << u"{{item[|"_s << 2 << u"item[\"two words\"]"_s << false;
}

void TestTemplateCheck::completes()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(QString, first);
    QFETCH(bool, withSample);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const TemplateCompletion completion = completeTemplate(text, cursor, {schema()});
    QCOMPARE(completion.from, qsizetype(from));
    QCOMPARE(completion.paths.value(0), first);
    QCOMPARE(completion.paths.contains(u"sample.output_json"_s), withSample);
    // Whatever is offered fits.
    for (const QString &path : completion.paths)
        QVERIFY2(checkTemplate(u"{{"_s + path + u"}}"_s, {schema()}).isEmpty(), qPrintable(path));
    // Where the model is asked there is nothing of an answer to offer.
    for (const QString &path :
         completeTemplate(text, cursor, {schema(), TemplateScope::Sample::Forbidden}).paths)
        QVERIFY2(!path.startsWith(u"sample"_s), qPrintable(path));
}

void TestTemplateCheck::withoutASchemaEveryItemPathIsPossible()
{
    QVERIFY(checkTemplate(u"{{item.a.b[3].c}}"_s, {}).isEmpty());
    QCOMPARE(checkTemplate(u"{{itm.a}}"_s, {}).size(), 1);
}

QTEST_APPLESS_MAIN(TestTemplateCheck)
#include "tst_templatecheck.moc"
