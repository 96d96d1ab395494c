// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/batchcheck.h"
#include "jsonl/batchtemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

const QStringList columns{u"name"_s, u"the city"_s};
const TableRow row{.number = 3, .line = 4, .values = {u"Ann \"A\""_s, u"Köln"_s}};

BatchTemplate chat()
{
    return {.endpoint = u"/v1/chat/completions"_s, .model = u"gpt-a"_s, .user = u"Who is {{name}}?"_s};
}

} // namespace

/// One request for each row of a table.
class TestBatchTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placeholders_data();
    void placeholders();
    void problems_data();
    void problems();
    void bodies_data();
    void bodies();
    void whatIsWrittenPassesTheCheck_data();
    void whatIsWrittenPassesTheCheck();
    void idsOfAColumn();
    void idsThatCannotBeUsed();
    void nothingIsWrittenWhenItCannotBe();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"t%1.csv"_s.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    QString target() { return m_folder.filePath(u"batch%1.jsonl"_s.arg(++m_files)); }
    static QList<QJsonObject> requests(const QString &path)
    {
        QFile file(path);
        QList<QJsonObject> all;
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd())
                all << QJsonDocument::fromJson(file.readLine()).object();
        }
        return all;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestBatchTemplate::placeholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::newRow("none") << u"plain"_s << u"plain"_s;
    QTest::newRow("one") << u"I am {{name}}."_s << u"I am Ann \"A\"."_s;
    QTest::newRow("blanks inside") << u"{{ the city  }}"_s << u"Köln"_s;
    QTest::newRow("side by side") << u"{{name}}{{name}}"_s << u"Ann \"A\"Ann \"A\""_s;
    QTest::newRow("just braces") << u"\\{{name}} {x} {{name}}"_s << u"{{name}} {x} Ann \"A\""_s;
    QTest::newRow("lines") << u"a\n{{name}}\n"_s << u"a\nAnn \"A\"\n"_s;
}

void TestBatchTemplate::placeholders()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    QCOMPARE(fillPlaceholders(text, columns, row), filled);
}

void TestBatchTemplate::problems_data()
{
    QTest::addColumn<BatchTemplate>("what");
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    const auto add = [](const char *name, BatchTemplateField field, int position, int length, auto change) {
        BatchTemplate what = chat();
        change(what);
        QTest::newRow(name) << what << int(field) << position << length;
    };
    using F = BatchTemplateField;
    QTest::newRow("nothing") << chat() << -1 << 0 << 0;
    add("no such column", F::User, 4, 9,
        [](auto &t) { t.user = u"Who {{nobody}}"_s.replace(u"nobody"_s, u"nopey"_s); });
    add("not closed", F::System, 3, 6, [](auto &t) { t.system = u"Hi {{name\nthere"_s; });
    add("empty", F::User, 0, 5, [](auto &t) { t.user = u"{{ }}"_s; });
    add("no text", F::User, 0, 0, [](auto &t) { t.user = u" "_s; });
    add("no model", F::Model, 0, 0, [](auto &t) { t.model.clear(); });
    add("another endpoint", F::Endpoint, 0, 0, [](auto &t) { t.endpoint = u"/v1/videos"_s; });
    add("no tokens", F::MaxTokens, 0, 0, [](auto &t) { t.maxTokens = 0; });
    add("too few tokens", F::MaxTokens, 0, 0, [](auto &t) {
        t.endpoint = u"/v1/responses"_s;
        t.maxTokens = 15;
    });
    add("too hot", F::Temperature, 0, 0, [](auto &t) { t.temperature = 2.1; });
    add("more is no JSON", F::More, 7, 1, [](auto &t) { t.more = u"{\"a\": }"_s; });
    add("more is no object", F::More, 0, 0, [](auto &t) { t.more = u"[1]"_s; });
    add("a stream", F::More, 0, 0, [](auto &t) { t.more = u"{\"stream\":true}"_s; });
    add("ids of no column", F::IdColumn, 0, 0, [](auto &t) { t.idColumn = u"id"_s; });
    add("the same for all", F::User, 0, 0, [](auto &t) { t.user = u"Hello"_s; });
}

void TestBatchTemplate::problems()
{
    QFETCH(BatchTemplate, what);
    QFETCH(int, field);
    QFETCH(int, position);
    QFETCH(int, length);
    const QList<BatchTemplateProblem> problems = checkBatchTemplate(what, columns);
    QCOMPARE(problems.size(), field < 0 ? 0 : 1);
    if (field < 0)
        return;
    QCOMPARE(int(problems[0].field), field);
    QCOMPARE(problems[0].position, position);
    QCOMPARE(problems[0].length, length);
    QVERIFY(!problems[0].message.isEmpty());
    QCOMPARE(problems[0].isWarning, what.user == "Hello"_L1);
}

void TestBatchTemplate::bodies_data()
{
    QTest::addColumn<BatchTemplate>("what");
    QTest::addColumn<QByteArray>("body");
    BatchTemplate what = chat();
    QTest::newRow("chat")
        << what << R"({"messages":[{"content":"Who is Ann \"A\"?","role":"user"}],"model":"gpt-a"})"_ba;
    what.system = u"You live in {{the city}}"_s;
    what.maxTokens = 50;
    what.temperature = 0.5;
    what.more = uR"({"top_p":0.9,"temperature":1})"_s;
    QTest::newRow("chat with all")
        << what
        << R"({"max_completion_tokens":50,"messages":[{"content":"You live in Köln","role":"system"},{"content":"Who is Ann \"A\"?","role":"user"}],"model":"gpt-a","temperature":1,"top_p":0.9})"_ba;
    what.endpoint = u"/v1/responses"_s;
    what.more.clear();
    QTest::newRow("responses")
        << what
        << R"({"input":"Who is Ann \"A\"?","instructions":"You live in Köln","max_output_tokens":50,"model":"gpt-a","temperature":0.5})"_ba;
    what.endpoint = u"/v1/embeddings"_s;
    what.more = uR"({"dimensions":64})"_s;
    QTest::newRow("embeddings") << what
                                << R"({"dimensions":64,"input":"Who is Ann \"A\"?","model":"gpt-a"})"_ba;
}

void TestBatchTemplate::bodies()
{
    QFETCH(BatchTemplate, what);
    QFETCH(QByteArray, body);
    QCOMPARE(QJsonDocument(batchBodyOf(what, columns, row)).toJson(QJsonDocument::Compact), body);
    const QByteArray line = batchLineOf(what, columns, row);
    QVERIFY(line.startsWith(R"({"custom_id":"row-3","method":"POST","url":"/v1/)"));
    QCOMPARE(QJsonDocument::fromJson(line).object().value("body"_L1).toObject(),
             QJsonDocument::fromJson(body).object());
}

void TestBatchTemplate::whatIsWrittenPassesTheCheck_data()
{
    QTest::addColumn<QString>("endpoint");
    for (const QString &endpoint : tableEndpoints())
        QTest::newRow(qPrintable(endpoint)) << endpoint;
}

void TestBatchTemplate::whatIsWrittenPassesTheCheck()
{
    QFETCH(QString, endpoint);
    QByteArray content = "name;the city\n";
    for (int i = 0; i < 1000; ++i)
        content += "\"quoted \"\"" + QByteArray::number(i) + "\"\"\nand long\";K\xC3\xB6ln\\\n";
    const auto table = readTable(write(content));
    QVERIFY(table);
    BatchTemplate what = chat();
    what.endpoint = endpoint;
    const QString path = target();
    const auto batch = writeBatchFromTable(*table, what, path);
    QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().message));
    QCOMPARE(batch->lines, 1000);
    const auto check = checkBatchFile(path);
    QVERIFY(check);
    QVERIFY(check->isSendable());
    QCOMPARE(check->findingCount, 0);
    QCOMPARE(check->lines, 1000);
    QCOMPARE(check->endpoint, endpoint);
    const auto last = table->row(1000);
    QVERIFY(last);
    QCOMPARE(requests(path).constLast(),
             QJsonDocument::fromJson(batchLineOf(what, table->columns, *last)).object());
    QCOMPARE(requests(path).constLast().value("custom_id"_L1), u"row-1000"_s);
}

void TestBatchTemplate::idsOfAColumn()
{
    const auto table = readTable(write("name,the city\nx,1\ny,2\n"));
    BatchTemplate what = chat();
    what.idColumn = u"the city"_s;
    const QString path = target();
    QVERIFY(writeBatchFromTable(*table, what, path));
    const QList<QJsonObject> all = requests(path);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].value("custom_id"_L1), u"1"_s);
    QCOMPARE(all[1].value("custom_id"_L1), u"2"_s);
}

void TestBatchTemplate::idsThatCannotBeUsed()
{
    const auto table = readTable(write("name,the city\nx,1\ny,\nz,1\n"));
    BatchTemplate what = chat();
    what.idColumn = u"the city"_s;
    const QString path = target();
    const auto batch = writeBatchFromTable(*table, what, path);
    QVERIFY(batch);
    QCOMPARE(batch->problemCount, 2);
    QCOMPARE(batch->problems[0].line, 3);
    QCOMPARE(batch->problems[1].line, 4);
    QVERIFY(batch->problems[1].message.contains("line 2"_L1));
    QVERIFY(!QFile::exists(path));
}

void TestBatchTemplate::nothingIsWrittenWhenItCannotBe()
{
    const QString source = write("name,the city\nx,1\n");
    const auto table = readTable(source);
    QVERIFY(table);
    BatchTemplate what = chat();
    what.user = u"{{nobody}}"_s;
    const QString path = target();
    QVERIFY(!writeBatchFromTable(*table, what, path));
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    QVERIFY(!writeBatchFromTable(*table, chat(), path, work));
    QVERIFY(!writeBatchFromTable(*table, chat(), m_folder.filePath(u"missing/x.jsonl"_s)));
    // Another row since the table was looked through: what was previewed is not what would be sent.
    QFile file(source);
    QVERIFY(file.open(QIODevice::Append));
    file.write("y,2\n");
    file.close();
    QVERIFY(!writeBatchFromTable(*table, chat(), path));
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestBatchTemplate)
#include "tst_batchtemplate.moc"
