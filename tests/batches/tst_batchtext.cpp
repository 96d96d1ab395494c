// SPDX-License-Identifier: GPL-3.0-or-later
#include "batches/batchtext.h"
#include "batchlines.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// What the lines of a batch say to a person, whatever endpoint they are of (WIRE §8).
class TestBatchText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requests_data();
    void requests();
    void answers_data();
    void answers();
    void anErrorIsReadWithItsParts();
    void aConversationIsReadWhole();
    void aLineThatIsNoJsonIsShownAsItIs();
    void aLineTooLongIsNotReadButSaysSo();
    void wordsAreFoundWhereTheyStand();
    void wordsAreFoundWithoutCase();
    void namesOfMembersAreNoWords();
    void aFileThatShrankSaysNothing();

private:
    /// Cells of the first row.
    BatchCells cells(const QByteArray &input, const QByteArray &answer, int most = 1000)
    {
        const auto results = m_files.join(input, {answer});
        BatchTextReader reader(results);
        return reader.cells(results->rows.front(), most);
    }
    BatchFolder m_files;
};

void TestBatchText::requests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *body, const char *text) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(text);
    };
    row("chat",
        R"({"messages":[{"role":"system","content":"S"},{"role":"user","content":"first"},{"role":"assistant","content":"A"},{"role":"user","content":"last"}]})",
        "last");
    row("chat in parts",
        R"({"messages":[{"role":"user","content":[{"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"x"}}]}]})",
        "[image]");
    row("chat of a system alone", R"({"messages":[{"role":"system","content":"S"}]})", "S");
    row("responses, a text", R"({"model":"m","input":"hello"})", "hello");
    row("responses, instructions", R"({"instructions":"Be kind","input":"hello"})", "hello");
    row("responses, items",
        R"({"input":[{"role":"developer","content":"D"},{"role":"user","content":[{"type":"input_text","text":"ask"}]}]})",
        "ask");
    row("embeddings, a text", R"({"input":"embed me"})", "embed me");
    row("embeddings, texts", R"({"input":["one","two"]})", "one");
    row("embeddings, tokens", R"({"input":[1,2,3]})", "3 token(s)");
    row("completions", R"({"prompt":"Once upon"})", "Once upon");
    row("completions, several", R"({"prompt":["Once","Twice"]})", "Once");
    row("moderations", R"({"input":"is this bad"})", "is this bad");
    row("moderations, parts", R"({"input":[{"type":"text","text":"this"}]})", "this");
    row("images", R"({"prompt":"a cat","size":"1x1"})", "a cat");
    row("unknown", R"({"query":"q"})", R"({"query":"q"})");
    row("escaped", R"({"input":"a\nb \u00e9 \"q\""})", "a\nb \u00e9 \"q\"");
}

void TestBatchText::requests()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(cells(requestLine("a", body), {}).request, text);
    QCOMPARE(cells(requestLine("a", body), {}).customId, u"a"_s);
}

void TestBatchText::answers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &line, const char *text) {
        QTest::newRow(name) << line << QString::fromUtf8(text);
    };
    row("chat", chatAnswer("a", "fine"), "fine");
    row("chat refusal",
        answerLine("a",
                   R"({"choices":[{"message":{"role":"assistant","content":null,"refusal":"I will not"}}]})"),
        "I will not");
    row("chat tool call",
        answerLine(
            "a",
            R"({"choices":[{"message":{"tool_calls":[{"function":{"name":"find","arguments":"{\"q\":1}"}}]}}]})"),
        "find({\"q\":1})");
    row("responses",
        answerLine(
            "a",
            R"({"output":[{"type":"reasoning","summary":[{"text":"thinking"}]},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"done"}]}]})"),
        "done");
    row("responses, only thoughts",
        answerLine("a", R"({"output":[{"type":"reasoning","summary":[{"text":"thinking"}]}]})"), "thinking");
    row("completions", answerLine("a", R"({"choices":[{"text":" and then"}]})"), " and then");
    row("embedding", answerLine("a", R"({"data":[{"embedding":[0.5,0.25,1]}]})"), "3 number(s)");
    row("embeddings", answerLine("a", R"({"data":[{"embedding":[1,2]},{"embedding":[1,2]}]})"),
        "2 embeddings of 2 numbers");
    row("embedding in base64", answerLine("a", R"({"data":[{"embedding":"AAAAAAAAAAAAAAAAAAAAAA=="}]})"),
        "4 number(s)");
    row("not flagged", answerLine("a", R"({"results":[{"flagged":false}]})"), "not flagged");
    row("flagged",
        answerLine("a", R"({"results":[{"flagged":true,"categories":{"violence":true,"hate":false}}]})"),
        "flagged: violence");
    row("image", answerLine("a", R"({"data":[{"b64_json":"AAAA"}]})"), "1 picture(s)");
    row("refused", refusedLine("a", 400, {}, "too large"), "too large");
    row("refused without words", answerLine("a", R"({"error":{"message":"","code":"rate_limit"}})", 429),
        "rate_limit");
    row("a page of a gateway", answerLine("a", R"("<html>bad")", 502), "<html>bad");
    row("no HTTP at all", brokenLine("a", "batch_expired", "time was over"), "time was over");
    row("nothing",
        R"({"custom_id":"a","response":null,"error":null})"
        "\n",
        "");
}

void TestBatchText::answers()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, text);
    QCOMPARE(cells(chatLine("a", "q"), line).answer, text);
}

void TestBatchText::anErrorIsReadWithItsParts()
{
    const auto results =
        m_files.join(chatLine("a", "q") + chatLine("b", "q"),
                     {refusedLine("a", 400, "bad", "too large") + brokenLine("b", "request_timeout")});
    BatchTextReader reader(results);
    const BatchReading refused = reader.reading(results->rows[0]);
    QCOMPARE(refused.errorMessage, u"too large"_s);
    QCOMPARE(refused.errorCode, u"bad"_s);
    QCOMPARE(refused.errorType, u"invalid_request_error"_s);
    QCOMPARE(refused.errorParam, u"max_tokens"_s);
    QVERIFY(refused.answer.isEmpty());
    QCOMPARE(reader.reading(results->rows[1]).errorCode, u"request_timeout"_s);
    QCOMPARE(refused.requestId, u"req_a"_s);
}

void TestBatchText::aConversationIsReadWhole()
{
    const auto results = m_files.join(chatLine("a", "how?"), {chatAnswer("a", "so")});
    BatchTextReader reader(results);
    const BatchReading reading = reader.reading(results->rows[0]);
    QCOMPARE(reading.request, (QList<BatchMessage>{{u"system"_s, u"Be brief."_s}, {u"user"_s, u"how?"_s}}));
    QCOMPARE(reading.answer, (QList<BatchMessage>{{u"assistant"_s, u"so"_s}}));
    QCOMPARE(reading.model, u"m"_s);
    QCOMPARE(reading.finishReason, u"stop"_s);
}

void TestBatchText::aLineThatIsNoJsonIsShownAsItIs()
{
    const QByteArray deep =
        requestLine("a", R"({"input":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}");
    QCOMPARE(cells("{garbled\n", {}).request, u"{garbled"_s);
    QVERIFY(cells(deep, {}).request.startsWith(u"{\"custom_id\""_s)); // too deep for any parser, and no crash
    QVERIFY(!cells("{\"a\xff\":1}\n", {}).request.isEmpty());
}

void TestBatchText::aLineTooLongIsNotReadButSaysSo()
{
    const QByteArray body = R"({"input":")" + QByteArray(BatchTextReader::longestLine, 'x') + R"("})";
    const BatchCells found = cells(requestLine("a", body), {});
    QVERIFY2(found.request.contains(u"16.8"_s), qPrintable(found.request));
    QVERIFY(found.customId.isEmpty());
}

void TestBatchText::wordsAreFoundWhereTheyStand()
{
    const auto results =
        m_files.join(chatLine("alpha", "printer") + chatLine("beta", "refund"),
                     {chatAnswer("alpha", "driver") + refusedLine("beta", 429, "rate_limit", "slow down")});
    BatchTextReader reader(results);
    const auto in = [&](int row, BatchPlace place, const char *word) {
        return reader.mentions(results->rows[size_t(row)], place, word);
    };
    QVERIFY(in(0, BatchPlace::Anywhere, "printer"));
    QVERIFY(in(0, BatchPlace::Request, "be brief"));
    QVERIFY(!in(0, BatchPlace::Answer, "printer"));
    QVERIFY(in(0, BatchPlace::Answer, "driver"));
    QVERIFY(!in(0, BatchPlace::Request, "driver"));
    QVERIFY(in(0, BatchPlace::CustomId, "lph"));
    QVERIFY(!in(1, BatchPlace::CustomId, "lph"));
    QVERIFY(in(1, BatchPlace::Anywhere, "slow down"));
    QVERIFY(in(1, BatchPlace::Answer, "rate_limit"));
    QVERIFY(in(1, BatchPlace::RequestId, "req_beta"));
    QVERIFY(!in(1, BatchPlace::Anywhere, "driver"));
}

void TestBatchText::wordsAreFoundWithoutCase()
{
    const auto results = m_files.join(chatLine("a", "Größe \\u00c4RGER STRASSE"), {});
    BatchTextReader reader(results);
    const auto has = [&](const QString &word) {
        return reader.mentions(results->rows[0], BatchPlace::Anywhere, word.toCaseFolded().toUtf8());
    };
    QVERIFY(has(u"GRÖßE"_s));
    QVERIFY(has(u"ärger"_s));
    QVERIFY(has(u"strasse"_s));
    QVERIFY(!has(u"grösser"_s));
}

void TestBatchText::namesOfMembersAreNoWords()
{
    const auto results = m_files.join(chatLine("a", "hello"), {chatAnswer("a", "world")});
    BatchTextReader reader(results);
    for (const char *name : {"messages", "status_code", "finish_reason", "content"})
        QVERIFY2(!reader.mentions(results->rows[0], BatchPlace::Anywhere, name), name);
}

void TestBatchText::aFileThatShrankSaysNothing()
{
    const auto results = m_files.join(chatLine("a", "one") + chatLine("b", "two"), {});
    QVERIFY(QFile::resize(results->input, 10));
    BatchTextReader reader(results);
    QVERIFY(reader.cells(results->rows[1], 100).request.isEmpty());
    QVERIFY(!reader.mentions(results->rows[1], BatchPlace::Anywhere, "two"));
}

QTEST_APPLESS_MAIN(TestBatchText)
#include "tst_batchtext.moc"
