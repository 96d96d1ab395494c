// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/batchcheck.h"
#include "jsonl/batchrules.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QByteArray chat(const QByteArray &id, const QByteArray &model = "gpt-a", const QByteArray &more = {})
{
    return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":")" + model +
           R"(","messages":[{"role":"user","content":"hi"}])" + more + "}}";
}

QByteArray embedding(const QByteArray &id, const QByteArray &input)
{
    return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/embeddings","body":{"model":"e","input":)" + input + "}}";
}

} // namespace

/// What is found in a batch file before it is sent.
class TestBatchCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodFileIsSendable();
    void faults_data();
    void faults();
    void minimalBodiesAreGood_data();
    void minimalBodiesAreGood();
    void faultsAreFoundInEachPartOfALongFile();
    void theFirstFindingsAreKept();
    void theEndpointMayBeGiven();
    void tokensAreCountedByModel();
    void embeddingInputsAreCounted();
    void tooBigIsSaidAndCanBeSplit();
    void itStopsWhenAsked();
    void aMissingFileIsAnError();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"f%1.jsonl"_s.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    BatchCheck check(const QByteArray &content, const QString &endpoint = {})
    {
        const auto result = checkBatchFile(write(content), endpoint);
        return result ? *result : BatchCheck{.endpoint = u"unreadable"_s};
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestBatchCheck::aGoodFileIsSendable()
{
    const BatchCheck found = check(chat("a") + '\n' + chat("b") + "\r\n" + chat("ü\\n"));
    QVERIFY(found.isSendable());
    QCOMPARE(found.lines, 3);
    QCOMPARE(found.endpoint, u"/v1/chat/completions"_s);
    QCOMPARE(found.findings, QList<BatchFinding>());
    QCOMPARE(found.models.size(), 1);
    QCOMPARE(found.models.first().name, u"gpt-a"_s);
    QCOMPARE(found.models.first().lines, 3);
}

void TestBatchCheck::faults_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("fault");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("words"); // of the sentence
    const auto row = [](const char *name, const QByteArray &content, BatchFault fault, qint64 line, int column, const char *words) {
        QTest::newRow(name) << content << int(fault) << line << column << QString::fromUtf8(words);
    };
    const QByteArray good = chat("good") + '\n';
    row("empty", {}, BatchFault::EmptyFile, 0, 0, "no request");
    row("only empty lines", "\n \n", BatchFault::EmptyFile, 0, 0, "no request");
    row("cut off", good + R"({"custom_id":"b","method")", BatchFault::NotJson, 2, 26, "not valid JSON");
    row("two values", good + chat("b") + chat("c"), BatchFault::NotJson, 2, chat("b").size() + 1, "not valid JSON");
    row("text", good + "hello", BatchFault::NotJson, 2, 2, "not valid JSON");
    row("a list", good + "[1]", BatchFault::NotAnObject, 2, 0, "object");
    row("a number", good + "17", BatchFault::NotAnObject, 2, 0, "object");
    row("not UTF-8", good + chat("b\xff"), BatchFault::NotUtf8, 2, 0, "UTF-8");
    row("byte order mark", "\xef\xbb\xbf" + good, BatchFault::ByteOrderMark, 1, 1, "byte order mark");
    row("no id", good + chat("b").replace("custom_id", "customid"), BatchFault::MissingId, 2, 0, "custom_id");
    row("empty id", good + chat(""), BatchFault::MissingId, 2, 2, "custom_id");
    row("id is a number", good + chat("b").replace("\"b\"", "7"), BatchFault::MissingId, 2, 2, "custom_id");
    row("id twice", good + chat("x") + '\n' + chat("good"), BatchFault::DuplicateId, 3, 0, "line 1");
    row("id twice, written otherwise", good + chat("g\\u006fod"), BatchFault::DuplicateId, 2, 0, "line 1");
    row("GET", good + chat("b").replace("POST", "GET"), BatchFault::WrongMethod, 2, 18, "GET");
    row("no method", good + chat("b").replace("method", "m"), BatchFault::WrongMethod, 2, 0, "missing");
    row("other url", good + chat("b").replace("chat/completions", "responses"), BatchFault::UrlMismatch, 2, 34, "/v1/responses");
    row("no url", good + chat("b").replace("url", "uri"), BatchFault::UrlMismatch, 2, 0, "missing");
    row("unknown endpoint", chat("b").replace("chat/completions", "files"), BatchFault::UnknownEndpoint, 0, 0, "/v1/files");
    row("no body", good + R"({"custom_id":"b","method":"POST","url":"/v1/chat/completions"})", BatchFault::MissingBody, 2, 0, "body");
    row("body is text", good + R"({"custom_id":"b","method":"POST","url":"/v1/chat/completions","body":"x"})", BatchFault::MissingBody, 2, 63, "body");
    row("no messages", good + chat("b").replace("messages", "message"), BatchFault::MissingMember, 2, 63, "messages");
    row("messages null", good + R"({"custom_id":"b","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-a","messages":null}})", BatchFault::MissingMember, 2, 63, "messages");
    row("no model", good + chat("b").replace("model", "modell"), BatchFault::MissingMember, 2, 63, "model");
    row("two models", good + chat("b", "gpt-b"), BatchFault::ModelMismatch, 2, 71, "gpt-b");
    row("streams", good + chat("b", "gpt-a", R"(,"stream":true)"), BatchFault::Streaming, 2, 131, "stream");
}

void TestBatchCheck::faults()
{
    QFETCH(QByteArray, content);
    QFETCH(int, fault);
    QFETCH(qint64, line);
    QFETCH(int, column);
    QFETCH(QString, words);
    const BatchCheck found = check(content);
    QVERIFY(!found.isSendable());
    QVERIFY(!found.canBeSplit());
    QList<BatchFinding> errors;
    for (const BatchFinding &finding : found.findings) {
        if (!finding.isWarning())
            errors << finding;
    }
    QCOMPARE(errors.size(), 1);
    QCOMPARE(found.errorCount, 1);
    QCOMPARE(int(errors.first().fault), fault);
    QCOMPARE(errors.first().line, line);
    QCOMPARE(errors.first().column, column);
    QVERIFY2(errors.first().text().contains(words), qPrintable(errors.first().text()));
}

void TestBatchCheck::minimalBodiesAreGood_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *url, const char *body) { QTest::newRow(url) << QByteArray(url) << QByteArray(body); };
    row("/v1/responses", R"({"model":"m","input":"hi"})");
    row("/v1/chat/completions", R"({"model":"m","messages":[{"role":"user","content":"hi"}],"stream":false})");
    row("/v1/embeddings", R"({"model":"m","input":["a","b"]})");
    row("/v1/completions", R"({"model":"m","prompt":"x"})");
    row("/v1/moderations", R"({"model":"omni-moderation-latest","input":"x"})");
    row("/v1/images/generations", R"({"model":"m","prompt":"x"})");
    row("/v1/images/edits", R"({"model":"m","prompt":"x","images":[]})");
    row("/v1/videos", R"({"model":"m","prompt":"x"})");
}

void TestBatchCheck::minimalBodiesAreGood()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, body);
    const BatchCheck found = check(R"({"custom_id":"r-1","method":"POST","url":")" + url + R"(","body":)" + body + "}\n");
    QCOMPARE(found.findings, QList<BatchFinding>());
    QVERIFY(found.isSendable());
    QCOMPARE(found.endpoint, QString::fromUtf8(url));
}

void TestBatchCheck::faultsAreFoundInEachPartOfALongFile()
{
    // Long enough for several threads, with a fault in every thousandth line and an id that comes again at the end.
    const QByteArray filler = R"(,"user":")" + QByteArray(400, 'u') + '"';
    QByteArray content;
    QList<qint64> bad;
    for (int line = 1; line <= 20'000; ++line) {
        content += line % 1000 == 0 ? QByteArray("{oops") : chat("id-" + QByteArray::number(line), "gpt-a", filler);
        content += '\n';
        if (line % 1000 == 0)
            bad << line;
    }
    content += chat("id-7") + '\n';
    QVERIFY(content.size() > 8'000'000);
    const BatchCheck found = check(content);
    QList<qint64> lines;
    for (const BatchFinding &finding : found.findings)
        lines << finding.line;
    bad << 20'001;
    QCOMPARE(lines, bad);
    QCOMPARE(found.findings.last().fault, BatchFault::DuplicateId);
    QCOMPARE(found.findings.last().detail, u"7"_s);
    QCOMPARE(found.lines, 20'001);
}

void TestBatchCheck::theFirstFindingsAreKept()
{
    QByteArray content = chat("a") + '\n';
    for (int i = 0; i < 5000; ++i)
        content += "x\n";
    const auto found = checkBatchFile(write(content), {}, {}, 10);
    QVERIFY(found);
    QCOMPARE(found->findings.size(), 10);
    QCOMPARE(found->findings.first().line, 2);
    QCOMPARE(found->findings.last().line, 11);
    QCOMPARE(found->errorCount, 5000);
}

void TestBatchCheck::theEndpointMayBeGiven()
{
    const BatchCheck found = check(chat("a") + '\n' + chat("b"), u"/v1/responses"_s);
    QCOMPARE(found.findings.size(), 2);
    QCOMPARE(found.findings.first().fault, BatchFault::UrlMismatch);
    QCOMPARE(found.endpoint, u"/v1/responses"_s);
}

void TestBatchCheck::tokensAreCountedByModel()
{
    const QByteArray words(400, 'w');
    const auto line = [&](const QByteArray &id, const QByteArray &text, const QByteArray &more) {
        return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/responses","body":{"model":"m","input":")" + text + '"' + more + "}}\n";
    };
    const BatchCheck found = check(line("a", words, R"(,"max_output_tokens":50)") + line("b", "日本語", {}) +
                                   R"({"custom_id":"c","method":"POST","url":"/v1/responses","body":{"model":"m","input":[{"role":"user","content":[{"type":"input_text","text":"abcd"},{"type":"input_image","image_url":"data:image/png;base64,AAAAAAAAAAAAAAAA"}]}]}})");
    QCOMPARE(found.models.size(), 1);
    QCOMPARE(found.models.first().inputTokens, estimateTokens(404, 3));
    QCOMPARE(found.models.first().outputTokens, 50);
    QCOMPARE(found.models.first().unlimited, 2);
    QCOMPARE(estimateTokens(400, 0), 100);
    QCOMPARE(estimateTokens(0, 3), 2);
    QCOMPARE(estimateTokens(1, 0), 1);
    QCOMPARE(estimateTokens(0, 0), 0);
}

void TestBatchCheck::embeddingInputsAreCounted()
{
    const BatchCheck found = check(embedding("a", R"("one")") + '\n' + embedding("b", R"(["one","two"])") + '\n' +
                                   embedding("c", "[1,2,3]") + '\n' + embedding("d", "[[1,2],[3]]"));
    QCOMPARE(found.findings, QList<BatchFinding>());
    QCOMPARE(found.embeddingInputs, 1 + 2 + 1 + 2);
}

void TestBatchCheck::tooBigIsSaidAndCanBeSplit()
{
    QByteArray content;
    for (int i = 0; i <= batchrules::mostLines; ++i)
        content += chat(QByteArray::number(i)) + '\n';
    const BatchCheck lines = check(content);
    QVERIFY(!lines.isSendable());
    QVERIFY(lines.canBeSplit());
    QCOMPARE(lines.findings.size(), 1);
    QCOMPARE(lines.findings.first().fault, BatchFault::TooManyLines);
    QVERIFY(!check(content + "oops\n").canBeSplit());

    QByteArray inputs = "[\"a\"";
    for (qint64 i = 1; i < batchrules::mostEmbeddingInputs; ++i)
        inputs += ",\"a\"";
    QVERIFY(check(embedding("a", inputs + ']')).isSendable());
    const BatchCheck embedded = check(embedding("a", inputs + ']') + '\n' + embedding("b", "\"a\""));
    QVERIFY(embedded.canBeSplit());
    QCOMPARE(embedded.findings.first().fault, BatchFault::TooManyInputs);
}

void TestBatchCheck::itStopsWhenAsked()
{
    QByteArray content;
    for (int i = 0; i < 20'000; ++i)
        content += chat(QByteArray::number(i), "gpt-a", R"(,"user":")" + QByteArray(200, 'u') + '"') + '\n';
    const auto work = std::make_shared<JsonlWork>();
    const QString path = write(content);
    QVERIFY(checkBatchFile(path, {}, work)->isSendable());
    QVERIFY(work->done > content.size() / 2);
    QVERIFY(work->done <= content.size());
    work->stop = true;
    const auto stopped = checkBatchFile(path, {}, work);
    QVERIFY(stopped && stopped->stopped);
    QVERIFY(!stopped->isSendable());
    QVERIFY(!stopped->canBeSplit());
}

void TestBatchCheck::aMissingFileIsAnError()
{
    const auto found = checkBatchFile(m_folder.filePath(u"none"_s));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ApiError::Kind::LocalFile);
}

QTEST_GUILESS_MAIN(TestBatchCheck)
#include "tst_batchcheck.moc"
