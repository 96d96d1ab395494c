// SPDX-License-Identifier: GPL-3.0-or-later
// What is in an input file: which files are refused as a whole and for what, which lines fail and how, what
// the echo answers at every endpoint, and what it can be asked to do.
#include "batchclient.h"
#include "localserver/batches/linedirective.h"

using namespace odc::test;
using odc::server::directiveIn;
using odc::server::LineDirective;
using odc::server::LocalServer;

class TestLocalServerBatchLines : public QObject, private BatchClient
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }

    void badFilesFail_data();
    void badFilesFail();
    void strangeFilesWork_data();
    void strangeFilesWork();
    void hostileFilesAreSurvived_data();
    void hostileFilesAreSurvived();
    void atMostAHundredFindings();
    void badLinesFailAlone_data();
    void badLinesFailAlone();
    void everyEndpointAnswers_data();
    void everyEndpointAnswers();
    void embeddingsAreVectors();
    void answersAreCutAtTheirLimit();
    void resultsThatAreAskedForAreGiven();
    void directivesAreFound_data();
    void directivesAreFound();
    void directivesAreFollowed();
    void theRestIsAnsweredWhenItIsSentAgain();

private:
    /** The findings of a file, as "code:line". */
    QStringList findings(const QByteArray &file, const QString &endpoint = u"/v1/chat/completions"_s)
    {
        m_failed = reached(create(file, endpoint), u"failed"_s);
        QStringList found;
        for (const QJsonValue &each : m_failed[u"errors"_s][u"data"_s].toArray()) {
            if (each[u"message"_s].toString().isEmpty())
                return {};
            found.append(each[u"code"_s].toString() + u':' + QString::number(each[u"line"_s].toInt()));
        }
        return found;
    }
    QJsonObject m_failed;
};

namespace {

QByteArray request(const QByteArray &id, const QByteArray &more = R"("url":"/v1/chat/completions")",
                   const QByteArray &model = "m")
{
    return R"({"custom_id":")" + id + R"(","method":"POST",)" + more + R"(,"body":{"model":")" + model +
           R"(","messages":[]}})";
}

} // namespace

void TestLocalServerBatchLines::badFilesFail_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("expected");
    const QByteArray good = request("good") + '\n';
    QTest::newRow("no JSON") << good + "{\"custom_id\":\n" << QStringList{u"invalid_json_line:2"_s};
    QTest::newRow("two values in a line") << good + "{} {}\n" << QStringList{u"invalid_json_line:2"_s};
    QTest::newRow("a list") << good + "[1]\n" << QStringList{u"invalid_json_line:2"_s};
    QTest::newRow("a number") << good + "7\n" << QStringList{u"invalid_json_line:2"_s};
    QTest::newRow("empty lines count") << "\n \n\r\n" + good + "x" << QStringList{u"invalid_json_line:5"_s};
    QTest::newRow("only empty lines") << QByteArray("\n\r\n  \n") << QStringList{u"empty_file:0"_s};
    QTest::newRow("same id") << good + request("b") + '\n' + good << QStringList{u"duplicate_custom_id:3"_s};
    QTest::newRow("same very long id")
        << request(QByteArray(5000, 'i')) + '\n' + request(QByteArray(5000, 'i'))
        << QStringList{u"duplicate_custom_id:2"_s};
    QTest::newRow("same id, written otherwise")
        << good + request("g\\u006fod") << QStringList{u"duplicate_custom_id:2"_s};
    QTest::newRow("no id") << QByteArray(R"({"method":"POST","url":"/v1/chat/completions","body":{}})")
                           << QStringList{u"missing_required_parameter:1"_s};
    QTest::newRow("id as number")
        << QByteArray(R"({"custom_id":1,"method":"POST","url":"/v1/chat/completions","body":{}})")
        << QStringList{u"missing_required_parameter:1"_s};
    QTest::newRow("method")
        << QByteArray(R"({"custom_id":"a","method":"GET","url":"/v1/chat/completions","body":{}})")
        << QStringList{u"invalid_method:1"_s};
    QTest::newRow("other url") << good + request("b", R"("url":"/v1/responses")")
                               << QStringList{u"url_mismatch:2"_s};
    QTest::newRow("full url") << good + request("b", R"("url":"https://api.openai.com/v1/chat/completions")")
                              << QStringList{u"url_mismatch:2"_s};
    QTest::newRow("no body") << QByteArray(
                                    R"({"custom_id":"a","method":"POST","url":"/v1/chat/completions"})")
                             << QStringList{u"missing_required_parameter:1"_s};
    QTest::newRow("other model") << good + request("b", R"("url":"/v1/chat/completions")", "n") + '\n' +
                                        request("c")
                                 << QStringList{u"model_mismatch:2"_s};
    QTest::newRow("nothing") << QByteArray("{}")
                             << QStringList{u"missing_required_parameter:1"_s,
                                            u"missing_required_parameter:1"_s, u"url_mismatch:1"_s,
                                            u"missing_required_parameter:1"_s};
}

void TestLocalServerBatchLines::badFilesFail()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, expected);
    QCOMPARE(findings(file), expected);
    QCOMPARE(m_failed[u"request_counts"_s].toObject(), counts(0, 0, 0));
    QVERIFY(m_failed[u"output_file_id"_s].isNull() && m_failed[u"error_file_id"_s].isNull());
    QVERIFY(m_failed[u"failed_at"_s].toInteger() >= m_failed[u"created_at"_s].toInteger());
    QVERIFY(m_failed[u"in_progress_at"_s].isNull());
    QCOMPARE(m_failed[u"errors"_s][u"object"_s].toString(), u"list"_s);
}

void TestLocalServerBatchLines::strangeFilesWork_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("lines");
    const QByteArray one = chatLine(u"a"_s, u"x"_s);
    const QByteArray other = chatLine(u"b"_s, u"y"_s);
    QTest::newRow("no line end") << one << 1;
    QTest::newRow("CRLF") << one + "\r\n" + other + "\r\n" << 2;
    QTest::newRow("empty lines") << "\n\n" + one + "\n \t\n" + other + "\n\n\n" << 2;
    QTest::newRow("indented") << "  " + one + "  \n\t" + other << 2;
    QTest::newRow("spread by tabulators") << QByteArray(one).replace(",\"url\"", ",\t\"url\"") << 1;
    QTest::newRow("umlauts, emoji and escapes") << chatLine(u"ä😀\n\"\\"_s, u"größer\u2028als"_s) + '\n' << 1;
}

void TestLocalServerBatchLines::strangeFilesWork()
{
    QFETCH(QByteArray, file);
    QFETCH(int, lines);
    const QJsonObject batch = completed(file);
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(lines, lines, 0));
    QStringList asked;
    for (const QJsonObject &line : parsedLines(file)) {
        if (!line.isEmpty())
            asked.append(line[u"custom_id"_s].toString());
    }
    QCOMPARE(sorted(idsOf(output(batch))), sorted(asked));
}

void TestLocalServerBatchLines::hostileFilesAreSurvived_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("says");
    const QByteArray good = chatLine(u"a"_s, u"x"_s) + '\n';
    QTest::newRow("NUL bytes") << good + QByteArray(50, '\0') << u"invalid_json_line:2"_s << u"NUL"_s;
    QTest::newRow("a NUL byte in a text")
        << good + request(QByteArray("a\0b", 3)) << u"invalid_json_line:2"_s << u"NUL"_s;
    QTest::newRow("a tabulator in a text")
        << good + request("a\tb") << u"invalid_json_line:2"_s << u"control character"_s;
    QTest::newRow("no UTF-8") << good + request("a\xff\xfe") << u"invalid_json_line:2"_s << u"UTF-8"_s;
    QTest::newRow("a mark of UTF-8") << "\xEF\xBB\xBF" + good << u"invalid_json_line:1"_s
                                     << u"byte order mark"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << u"invalid_json_line:1"_s << u"NUL"_s;
    QTest::newRow("deep nesting") << good + QByteArray(2'000'000, '[') << u"invalid_json_line:2"_s
                                  << u"deep"_s;
    QTest::newRow("one line of 40 MB")
        << QByteArray(40'000'000, 'x') << u"invalid_json_line:1"_s << u"32 MB"_s;
    QTest::newRow("a line of 40 MB between others")
        << good + QByteArray(40'000'000, 'x') + '\n' + request("a") << u"invalid_json_line:2"_s << u"32 MB"_s;
    QByteArray many;
    for (int i = 0; i < 50'001; ++i)
        many += chatLine(QString::number(i), u"x"_s) + '\n';
    QTest::newRow("50,001 requests") << many << u"too_many_tasks:0"_s << u"50001"_s;
    QTest::newRow("10 million short lines")
        << QByteArray("1\n").repeated(10'000'000) << u"invalid_json_line:1"_s << u"JSON"_s;
    QTest::newRow("201 MB") << good.repeated(int(201 * 1024 * 1024 / good.size() + 1))
                            << u"file_too_large:0"_s << u"209715200"_s;
}

void TestLocalServerBatchLines::hostileFilesAreSurvived()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QFETCH(QString, says);
    const QStringList found = findings(file);
    QVERIFY2(!found.isEmpty(), qPrintable(QString::fromUtf8(compact(m_failed))));
    QCOMPARE(found.first(), expected);
    const QString message = m_failed[u"errors"_s][u"data"_s][0][u"message"_s].toString();
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(compact(m_failed).size() < 100'000);
}

void TestLocalServerBatchLines::atMostAHundredFindings()
{
    const QStringList found = findings(QByteArray("x\n").repeated(5000));
    QCOMPARE(found.size(), 100);
    QCOMPARE(found.last(), u"invalid_json_line:100"_s);
}

void TestLocalServerBatchLines::badLinesFailAlone_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("code");
    const QString chat = u"/v1/chat/completions"_s;
    const QString missing = u"missing_required_parameter"_s;
    const auto row = [](const char *name, const QString &endpoint, const char *body, int status,
                        const QString &param, const QString &code) {
        QTest::newRow(name) << endpoint << QByteArray(body) << status << param << code;
    };
    row("no model", chat, R"({"messages":[{"role":"user","content":"x"}]})", 400, u"model"_s, u""_s);
    row("unknown model", chat, R"({"model":"gtp-4","messages":[{"role":"user","content":"x"}]})", 404,
        u"model"_s, u"model_not_found"_s);
    row("no messages", chat, R"({"model":"gpt-4.1-mini"})", 400, u"messages"_s, missing);
    row("messages as text", chat, R"({"model":"gpt-4.1-mini","messages":"x"})", 400, u"messages"_s,
        u"invalid_type"_s);
    row("empty messages", chat, R"({"model":"gpt-4.1-mini","messages":[]})", 400, u"messages"_s,
        u"empty_array"_s);
    row("unknown role", chat, R"({"model":"gpt-4.1-mini","messages":[{"role":"boss","content":"x"}]})", 400,
        u"messages[0].role"_s, u"invalid_value"_s);
    row("hot", chat, R"({"model":"gpt-4.1-mini","temperature":3,"messages":[{"role":"user","content":"x"}]})",
        400, u"temperature"_s, u"invalid_value"_s);
    row("too much wanted", chat,
        R"({"model":"gpt-4.1-mini","max_tokens":900000,"messages":[{"role":"user","content":"x"}]})", 400,
        u"max_tokens"_s, u"invalid_value"_s);
    row("streamed", chat,
        R"({"model":"gpt-4.1-mini","stream":true,"messages":[{"role":"user","content":"x"}]})", 400,
        u"stream"_s, u"invalid_value"_s);
    row("responses without input", u"/v1/responses"_s, R"({"model":"gpt-4.1-mini"})", 400, u"input"_s,
        missing);
    row("embeddings of nothing", u"/v1/embeddings"_s, R"({"model":"text-embedding-3-small","input":[]})", 400,
        u"input"_s, u"invalid_type"_s);
    row("completions without prompt", u"/v1/completions"_s, R"({"model":"gpt-3.5-turbo-instruct"})", 400,
        u"prompt"_s, missing);
    row("moderations without input", u"/v1/moderations"_s, R"({})", 400, u"input"_s, missing);
    row("images without prompt", u"/v1/images/generations"_s, R"({"model":"gpt-image-1"})", 400, u"prompt"_s,
        missing);
    row("edits without images", u"/v1/images/edits"_s, R"({"model":"gpt-image-1","prompt":"x"})", 400,
        u"images"_s, missing);
    row("videos", u"/v1/videos"_s, R"({"model":"sora-2","prompt":"x"})", 400, u"model"_s,
        u"not_supported_by_echo"_s);
}

void TestLocalServerBatchLines::badLinesFailAlone()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, param);
    QFETCH(QString, code);
    const QJsonObject batch =
        completed(lineOf(u"bad"_s, endpoint, QJsonDocument::fromJson(body).object()), endpoint);
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(1, 0, 1));
    QVERIFY(batch[u"output_file_id"_s].isNull()); // as the service says it when nothing went well
    const QList<QJsonObject> failed = errors(batch);
    QCOMPARE(failed.size(), 1);
    const QJsonObject line = failed.first();
    QCOMPARE(line[u"custom_id"_s].toString(), u"bad"_s);
    QVERIFY(line[u"id"_s].toString().startsWith(u"batch_req_"_s));
    QVERIFY(line.contains(u"error"_s) && line[u"error"_s].isNull());
    const QJsonValue response = line[u"response"_s];
    QCOMPARE(response[u"status_code"_s].toInt(), status);
    QVERIFY(response[u"request_id"_s].toString().startsWith(u"req_"_s));
    const QJsonValue error = response[u"body"_s][u"error"_s];
    QCOMPARE(error[u"type"_s].toString(), u"invalid_request_error"_s);
    QCOMPARE(error[u"param"_s].toString(), param);
    QCOMPARE(error[u"code"_s].toString(), code);
    QVERIFY(!error[u"message"_s].toString().isEmpty());
}

void TestLocalServerBatchLines::everyEndpointAnswers_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("holds");
    const auto row = [](const char *name, const QString &endpoint, const char *body, const char *holds) {
        QTest::newRow(name) << endpoint << QByteArray(body) << QByteArray(holds);
    };
    row("chat", u"/v1/chat/completions"_s,
        R"({"model":"gpt-4.1-mini","messages":[{"role":"system","content":"s"},{"role":"user","content":[{"type":"text","text":"hi you"}]}]})",
        R"("content":"local-echo: hi you")");
    row("responses, text", u"/v1/responses"_s, R"({"model":"gpt-4.1-mini","input":"hi you"})",
        R"("text":"local-echo: hi you")");
    row("responses, messages", u"/v1/responses"_s,
        R"({"model":"o3-mini","input":[{"role":"user","content":[{"type":"input_text","text":"hi you"}]}]})",
        R"("text":"local-echo: hi you")");
    row("completions", u"/v1/completions"_s, R"({"model":"davinci-002","prompt":["a","hi you"]})",
        R"("text":"local-echo: hi you")");
    row("moderations", u"/v1/moderations"_s, R"({"model":"omni-moderation-latest","input":"x"})",
        R"("flagged":false)");
    row("moderations without a model", u"/v1/moderations"_s, R"({"input":["x","y"]})",
        R"("model":"local-echo")");
    row("images", u"/v1/images/generations"_s, R"({"model":"gpt-image-1","prompt":"a cat"})",
        R"("b64_json":"iVBORw0KGgo)");
    row("edits", u"/v1/images/edits"_s,
        R"({"model":"gpt-image-1","prompt":"a cat","images":[{"file_id":"file-1"}]})",
        R"("revised_prompt":"local-echo: a cat")");
    row("embeddings", u"/v1/embeddings"_s, R"({"model":"text-embedding-3-small","input":"x"})",
        R"("model":"local-echo")");
}

void TestLocalServerBatchLines::everyEndpointAnswers()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, holds);
    const QByteArray file = lineOf(u"one"_s, endpoint, QJsonDocument::fromJson(body).object());
    const QJsonObject batch = completed(file, endpoint);
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(1, 1, 0));
    QVERIFY(batch[u"error_file_id"_s].isNull());
    const QByteArray text = content(batch[u"output_file_id"_s]);
    QVERIFY2(text.contains(holds), text.constData());
    const QJsonObject line = output(batch).first();
    QCOMPARE(line[u"response"_s][u"status_code"_s].toInt(), 200);
    QVERIFY(line.contains(u"error"_s) && line[u"error"_s].isNull());
    // The same question has the same answer.
    const auto said = [](const QJsonObject &each) {
        QJsonObject body = each[u"response"_s][u"body"_s].toObject();
        for (const QString &name : {u"id"_s, u"created"_s, u"created_at"_s})
            body.remove(name);
        QJsonArray parts = body[u"output"_s].toArray();
        return parts.isEmpty() ? QJsonValue(body) : parts[0][u"content"_s];
    };
    QCOMPARE(said(output(completed(file, endpoint)).first()), said(line));
}

void TestLocalServerBatchLines::embeddingsAreVectors()
{
    const QString endpoint = u"/v1/embeddings"_s;
    const QJsonObject batch = completed(lineOf(u"a"_s, endpoint,
                                               {{u"model"_s, u"text-embedding-3-small"_s},
                                                {u"input"_s, QJsonArray{u"one"_s, u"two"_s, u"one"_s}},
                                                {u"dimensions"_s, 8}}),
                                        endpoint);
    const QJsonArray data = output(batch).first()[u"response"_s][u"body"_s][u"data"_s].toArray();
    QCOMPARE(data.size(), 3);
    QCOMPARE(data[2][u"index"_s].toInt(), 2);
    QCOMPARE(data[0][u"embedding"_s], data[2][u"embedding"_s]);
    QVERIFY(data[0][u"embedding"_s] != data[1][u"embedding"_s]);
    double length = 0;
    for (const QJsonValue &each : data[0][u"embedding"_s].toArray())
        length += each.toDouble() * each.toDouble();
    QCOMPARE(data[0][u"embedding"_s].toArray().size(), 8);
    QVERIFY(std::abs(length - 1) < 1e-4);

    QByteArray many;
    const QJsonArray texts = QJsonArray::fromStringList(QStringList(2000, u"x"_s));
    for (int i = 0; i < 26; ++i)
        many += lineOf(QString::number(i), endpoint,
                       {{u"model"_s, u"text-embedding-3-small"_s}, {u"input"_s, texts}}) +
                '\n';
    QCOMPARE(findings(many, endpoint), QStringList{u"too_many_tasks:0"_s}); // 52,000 texts
}

void TestLocalServerBatchLines::answersAreCutAtTheirLimit()
{
    const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"long long long long long"_s}};
    const QJsonObject batch = completed(lineOf(
        u"a"_s, u"/v1/chat/completions"_s,
        {{u"model"_s, u"gpt-4.1-mini"_s}, {u"messages"_s, QJsonArray{message}}, {u"max_tokens"_s, 4}}));
    const QJsonValue body = output(batch).first()[u"response"_s][u"body"_s];
    QCOMPARE(body[u"choices"_s][0][u"finish_reason"_s].toString(), u"length"_s);
    QCOMPARE(body[u"usage"_s][u"completion_tokens"_s].toInt(), 4);
    QCOMPARE(batch[u"usage"_s][u"output_tokens"_s].toInt(), 4);
    QCOMPARE(batch[u"usage"_s][u"total_tokens"_s].toInt(), body[u"usage"_s][u"total_tokens"_s].toInt());
}

void TestLocalServerBatchLines::resultsThatAreAskedForAreGiven()
{
    const QJsonObject format =
        QJsonDocument::fromJson(
            R"({"type":"json_schema","json_schema":{"schema":{"properties":{"result":{"enum":["red","green"]}}}}})")
            .object();
    const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"Is grass green?"_s}};
    const QJsonObject batch = completed(lineOf(u"a"_s, u"/v1/chat/completions"_s,
                                               {{u"model"_s, u"gpt-4.1-mini"_s},
                                                {u"messages"_s, QJsonArray{message}},
                                                {u"response_format"_s, format}}));
    const QString said = output(batch)
                             .first()[u"response"_s][u"body"_s][u"choices"_s][0][u"message"_s][u"content"_s]
                             .toString();
    QCOMPARE(QJsonDocument::fromJson(said.toUtf8()).object(),
             QJsonObject({{u"answered_by"_s, u"local-echo"_s}, {u"result"_s, u"green"_s}}));
}

void TestLocalServerBatchLines::directivesAreFound_data()
{
    using Kind = LineDirective::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    const auto row = [](const QString &text, int attempt, Kind kind, int status = 0) {
        QTest::newRow(qPrintable(u"%1 in attempt %2"_s.arg(text).arg(attempt)))
            << text << attempt << int(kind) << status;
    };
    row(u"please [[status 429]] now"_s, 0, Kind::Status, 429);
    row(u"[[status 429]]"_s, 9, Kind::Status, 429);
    row(u"[[status 0]]"_s, 0, Kind::Status, 0);
    row(u"[[status 200]]"_s, 0, Kind::None);
    row(u"[[status]]"_s, 0, Kind::None);
    row(u"[[once 500]]"_s, 0, Kind::Status, 500);
    row(u"[[once 500]]"_s, 1, Kind::None);
    row(u"[[status 503 before 2]]"_s, 1, Kind::Status, 503);
    row(u"[[status 503 before 2]]"_s, 2, Kind::None);
    row(u"[[timeout]]"_s, 0, Kind::Timeout);
    row(u"[[never before 1]]"_s, 0, Kind::Never);
    row(u"[[never before 1]]"_s, 1, Kind::None);
    row(u"[[missing]]"_s, 3, Kind::Missing);
    row(u"[[twice]]"_s, 0, Kind::Twice);
    row(u"[[other]] [[twice]]"_s, 0, Kind::Twice);
    row(u"never"_s, 0, Kind::None);
}

void TestLocalServerBatchLines::directivesAreFound()
{
    QFETCH(QString, text);
    QFETCH(int, attempt);
    QFETCH(int, kind);
    QFETCH(int, status);
    const LineDirective found = directiveIn(text, attempt);
    QCOMPARE(int(found.kind), kind);
    QCOMPARE(found.status, status);
}

void TestLocalServerBatchLines::directivesAreFollowed()
{
    const QJsonObject batch = completed(chatLines({u"[[status 429]]"_s, u"[[timeout]]"_s, u"[[missing]]"_s,
                                                   u"[[twice]]"_s, u"fine"_s, u"[[status 0]]"_s}));
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(6, 2, 3));
    QCOMPARE(sorted(idsOf(output(batch))), (QStringList{u"r-4"_s, u"r-4"_s, u"r-5"_s}));
    QMap<QString, QJsonObject> failed;
    for (const QJsonObject &line : errors(batch))
        failed[line[u"custom_id"_s].toString()] = line;
    QCOMPARE(failed.keys(), (QStringList{u"r-1"_s, u"r-2"_s, u"r-6"_s}));
    const QJsonValue busy = failed[u"r-1"_s][u"response"_s];
    QCOMPARE(busy[u"status_code"_s].toInt(), 429);
    QCOMPARE(busy[u"body"_s][u"error"_s][u"code"_s].toString(), u"rate_limit_exceeded"_s);
    QVERIFY(failed[u"r-2"_s][u"response"_s].isNull());
    QCOMPARE(failed[u"r-2"_s][u"error"_s][u"code"_s].toString(), u"request_timeout"_s);
    QCOMPARE(failed[u"r-6"_s][u"response"_s][u"status_code"_s].toInt(-1), 0);
}

void TestLocalServerBatchLines::theRestIsAnsweredWhenItIsSentAgain()
{
    const QString endpoint = u"/v1/chat/completions"_s;
    const QByteArray lines = chatLines({u"[[once 500]]"_s, u"[[status 429 before 2]]"_s, u"fine"_s});
    for (const int expected : {1, 2, 3}) {
        QJsonObject metadata{{u"odc_first_batch"_s, u"batch_1"_s}};
        metadata[u"odc_attempt"_s] = QString::number(expected - 1);
        const QJsonObject batch = completed(lines, endpoint, expected == 1 ? QJsonObject() : metadata);
        QCOMPARE(batch[u"request_counts"_s].toObject(), counts(3, expected, 3 - expected));
    }
}

QTEST_GUILESS_MAIN(TestLocalServerBatchLines)
#include "tst_localserver_batchlines.moc"
