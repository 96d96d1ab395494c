// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/batchjoin.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QByteArray request(const QByteArray &id)
{
    return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/responses","body":{"model":"m","input":"custom_id"}})" + '\n';
}

QByteArray success(const QByteArray &id, int in = 10, int out = 5)
{
    return R"({"id":"batch_req_1","custom_id":")" + id +
           R"(","response":{"status_code":200,"request_id":"req_1","body":{"output":[{"text":"status_code 500"}],"usage":{"input_tokens":)" +
           QByteArray::number(in) + R"(,"output_tokens":)" + QByteArray::number(out) + R"(,"total_tokens":99}}},"error":null})" + '\n';
}

QByteArray refusal(const QByteArray &id, int status, const QByteArray &code, const QByteArray &message = "no")
{
    return R"({"id":"b","custom_id":")" + id + R"(","response":{"status_code":)" + QByteArray::number(status) +
           R"(,"request_id":"r","body":{"error":{"message":")" + message + R"(","type":"invalid_request_error","param":null,"code":)" +
           (code.isEmpty() ? QByteArray("null") : '"' + code + '"') + R"(}}},"error":null})" + '\n';
}

QByteArray broken(const QByteArray &id, const QByteArray &code)
{
    return R"({"id":"b","custom_id":")" + id + R"(","response":null,"error":{"code":")" + code + R"(","message":"over"}})" + '\n';
}

} // namespace

/// Requests and answers brought together, in any order and of any shape (WIRE §8).
class TestBatchJoin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersFindTheirRequests();
    void shapesOfAnswers_data();
    void shapesOfAnswers();
    void whatIsNotAnsweredIsMissing();
    void anAnswerTwiceIsFlagged();
    void anIdThatNobodyAskedForIsShown();
    void garbledLinesAreCounted();
    void whatAnUnreadableLineMayAnswer();
    void errorsOfAKindAreCounted();
    void tooManyKindsAreOneOfTheirOwn();
    void laterAttemptsMendWhatFailed();
    void manyAttemptsKeepTheirFiles();
    void withoutTheInputTheAnswersAreTheRows();
    void linesCanBeReadAgain();
    void longFilesAreJoinedInParts();
    void itStopsWhenAsked();
    void aMissingFileIsAnError();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"f%1.jsonl"_s.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    /// Each of `answers` is a file of the first batch.
    BatchResults join(const QByteArray &input, const QByteArrayList &answers)
    {
        QList<BatchAnswerFile> files;
        for (const QByteArray &content : answers)
            files.append({write(content), 0});
        return joinBatch(write(input), files).value_or(BatchResults());
    }
    static QList<BatchRowState> states(const BatchResults &results)
    {
        QList<BatchRowState> all;
        for (const BatchRow &row : results.rows)
            all << row.state;
        return all;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestBatchJoin::answersFindTheirRequests()
{
    const BatchResults results = join(request("a") + request("b") + request("c"),
                                      {success("c", 7, 3) + success("a", 11, 2), refusal("b", 400, {})});
    QCOMPARE(states(results), (QList{BatchRowState::Answered, BatchRowState::Failed, BatchRowState::Answered}));
    QCOMPARE(results.rows[0].inputTokens, 11u);
    QCOMPARE(results.rows[0].outputTokens, 2u);
    QCOMPARE(results.rows[2].inputTokens, 7u);
    QCOMPARE(int(results.rows[1].httpStatus), 400);
    QCOMPARE(int(results.rows[1].file), 1);
    QCOMPARE(results.inputTokens, 18);
    QCOMPARE(results.outputTokens, 5);
    QCOMPARE(results.count(BatchRowState::Answered), 2);
    QCOMPARE(results.count(BatchRowState::Failed), 1);
    QCOMPARE(results.strays + results.duplicates + results.unreadable, 0);
}

void TestBatchJoin::shapesOfAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &answer, BatchRowState state, int status, const QString &code) {
        QTest::newRow(name) << answer << int(state) << status << code;
    };
    row("success", success("a"), BatchRowState::Answered, 200, {});
    row("201", success("a").replace("200", "201"), BatchRowState::Answered, 201, {});
    row("refused", refusal("a", 400, {}), BatchRowState::Failed, 400, u"invalid_request_error"_s);
    row("refused with a code", refusal("a", 429, "rate_limit"), BatchRowState::Failed, 429, u"rate_limit"_s);
    row("no error said", R"({"custom_id":"a","response":{"status_code":500,"body":{}},"error":null})", BatchRowState::Failed, 500, {});
    row("a body that is text", R"({"custom_id":"a","response":{"status_code":502,"body":"<html>"},"error":null})", BatchRowState::Failed, 502, {});
    row("status 0", R"({"custom_id":"a","response":{"status_code":0,"body":{}},"error":null})", BatchRowState::Failed, 0, {});
    row("expired", broken("a", "batch_expired"), BatchRowState::Expired, 0, u"batch_expired"_s);
    row("cancelled", broken("a", "batch_cancelled"), BatchRowState::Cancelled, 0, u"batch_cancelled"_s);
    row("timed out", broken("a", "request_timeout"), BatchRowState::Failed, 0, u"request_timeout"_s);
    row("another order", R"({"error":null,"response":{"body":{"usage":null},"status_code":200},"custom_id":"a"})", BatchRowState::Answered, 200, {});
    row("chat usage", R"({"custom_id":"a","response":{"status_code":200,"body":{"usage":{"prompt_tokens":3,"prompt_tokens_details":{"cached_tokens":1},"completion_tokens":"x"}}}})",
        BatchRowState::Answered, 200, {});
    row("neither", R"({"custom_id":"a","response":null,"error":null})", BatchRowState::Failed, 0, {});
}

void TestBatchJoin::shapesOfAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, state);
    QFETCH(int, status);
    QFETCH(QString, code);
    const BatchResults results = join(request("a"), {answer});
    QCOMPARE(results.rows.size(), 1u);
    const BatchRow &row = results.rows.front();
    QCOMPARE(int(row.state), state);
    QCOMPARE(int(row.httpStatus), status);
    QCOMPARE(results.errors.at(row.error).code, code);
    QCOMPARE(row.error == 0, row.state == BatchRowState::Answered);
}

void TestBatchJoin::whatIsNotAnsweredIsMissing()
{
    const BatchResults results = join(request("a") + "{garbled\n" + request("b"), {success("a")});
    QCOMPARE(states(results), (QList{BatchRowState::Answered, BatchRowState::Missing, BatchRowState::Missing}));
    QVERIFY(!results.rows[2].answer.isThere());
    QCOMPARE(results.count(BatchRowState::Missing), 2);
}

void TestBatchJoin::anAnswerTwiceIsFlagged()
{
    const BatchResults results = join(request("a") + request("b"), {success("a", 1, 1) + refusal("b", 500, {}) + success("b") + success("a", 9, 9)});
    QVERIFY(results.rows[0].isDuplicate);
    QCOMPARE(results.rows[0].inputTokens, 1u); // the first success stays
    QVERIFY(results.rows[1].isDuplicate);
    QCOMPARE(results.rows[1].state, BatchRowState::Answered); // a success is worth more than a failure
    QCOMPARE(results.duplicates, 2);
}

void TestBatchJoin::anIdThatNobodyAskedForIsShown()
{
    const BatchResults results = join(request("a"), {success("a") + success("z")});
    QCOMPARE(results.rows.size(), 2u);
    QVERIFY(!results.rows[1].input.isThere());
    QCOMPARE(results.strays, 1);
}

void TestBatchJoin::garbledLinesAreCounted()
{
    const BatchResults results = join(request("a"), {"{\n\n[]\n{\"custom_id\":\"\"}\n{\"custom_id\":5}\n" + success("a")});
    QCOMPARE(results.unreadable, 4);
    QCOMPARE(states(results), QList{BatchRowState::Answered});
}

void TestBatchJoin::whatAnUnreadableLineMayAnswer()
{
    const auto doubtful = [](const BatchResults &results) {
        QList<bool> all;
        for (const BatchRow &row : results.rows)
            all << results.mayBeAnswered(row);
        return all;
    };
    const QString input = write(request("a") + request("b") + request("c"));
    const QList<BatchAnswerFile> first{{write(success("a") + "{cut"), 0}, {write(refusal("b", 500, {})), 0}};
    // Of the one attempt b has its line; c has none.
    const BatchResults once = joinBatch(input, first).value_or(BatchResults());
    QCOMPARE(once.unreadable, 1);
    QCOMPARE(doubtful(once), (QList{false, false, true}));
    // A later attempt may have answered b, too.
    const BatchResults twice =
        joinBatch(input, first + QList<BatchAnswerFile>{{write("{cut\n"), 1}}).value_or(BatchResults());
    QCOMPARE(twice.unreadable, 2);
    QCOMPARE(doubtful(twice), (QList{false, true, true}));
    QCOMPARE(doubtful(join(request("a"), {})), QList{false});
}

void TestBatchJoin::errorsOfAKindAreCounted()
{
    const BatchResults results = join(request("a") + request("b") + request("c") + request("d"),
                                      {refusal("a", 400, "x", "first") + refusal("b", 400, "x", "second") + refusal("c", 500, "x") + broken("d", "x")});
    QCOMPARE(results.errors.size(), 4);
    QCOMPARE(results.errors.at(1).count, 2);
    QCOMPARE(results.errors.at(1).message, u"first"_s);
    QCOMPARE(results.errors.at(2).httpStatus, 500);
    QCOMPARE(results.errors.at(3).httpStatus, 0);
    QCOMPARE(results.errors.at(3).message, u"over"_s);
}

void TestBatchJoin::tooManyKindsAreOneOfTheirOwn()
{
    QByteArray requests;
    QByteArray answers;
    for (int i = 0; i < 1010; ++i) {
        requests += request(QByteArray::number(i));
        answers += refusal(QByteArray::number(i), 400, "code-" + QByteArray::number(i));
    }
    requests += request("late");
    answers += broken("late", "batch_expired");
    const BatchResults results = join(requests, {answers});
    QCOMPARE(results.errors.at(1000).code, u"code-999"_s);
    QCOMPARE(results.errors.at(1000).count, 1); // its own, and nobody else's
    const BatchErrorKind &others = results.errors.at(1001);
    QVERIFY(others.isOthers);
    QCOMPARE(others.count, 10);
    QCOMPARE(results.errorCode(results.rows.at(999)), u"code-999"_s);
    QCOMPARE(results.errorCode(results.rows.at(1005)), QString(otherKindsWord));
    // What says a state is told apart at all times.
    QCOMPARE(results.errorCode(results.rows.at(1010)), u"batch_expired"_s);
    // Of two files, too.
    const BatchResults two = join(requests, {answers, refusal("new", 418, "teapot")});
    QCOMPARE(two.errorCode(two.rows.at(1011)), QString(otherKindsWord));
    QCOMPARE(two.errors.at(1001).count, 11);
}

void TestBatchJoin::laterAttemptsMendWhatFailed()
{
    const QString input = write(request("a") + request("b") + request("c"));
    const QList<BatchAnswerFile> files{{write(success("a")), 0},
                                       {write(refusal("b", 500, "down") + broken("c", "batch_expired")), 0},
                                       {write(success("b", 1, 2)), 1},
                                       {write(refusal("c", 400, "bad")), 1}};
    const BatchResults results = joinBatch(input, files).value_or(BatchResults());
    QCOMPARE(states(results), (QList{BatchRowState::Answered, BatchRowState::Answered, BatchRowState::Failed}));
    QCOMPARE(int(results.rows[1].file), 2);
    QCOMPARE(int(results.rows[2].httpStatus), 400); // the last word
    QCOMPARE(results.duplicates, 0);
    // A success of before is not undone by whatever comes later.
    const BatchResults again = joinBatch(input, files + QList<BatchAnswerFile>{{write(refusal("a", 500, {})), 2}}).value_or(BatchResults());
    QCOMPARE(again.rows[0].state, BatchRowState::Answered);
    QVERIFY(!again.rows[0].isDuplicate);
}

void TestBatchJoin::manyAttemptsKeepTheirFiles()
{
    QByteArray requests;
    QByteArrayList answers;
    for (int i = 0; i < 300; ++i) {
        requests += request(QByteArray::number(i));
        answers << success(QByteArray::number(i));
    }
    const BatchResults results = join(requests, answers);
    QCOMPARE(results.count(BatchRowState::Answered), 300);
    QCOMPARE(results.answerOf(results.rows[299]) + '\n', success("299"));
}

void TestBatchJoin::withoutTheInputTheAnswersAreTheRows()
{
    const BatchResults results = joinBatch({}, {{write(success("b") + success("a")), 0}}).value_or(BatchResults());
    QCOMPARE(results.rows.size(), 2u);
    QCOMPARE(results.strays, 0);
    QCOMPARE(results.inputOf(results.rows[0]), QByteArray());
}

void TestBatchJoin::linesCanBeReadAgain()
{
    const BatchResults results = join(request("a") + request("b"), {success("b")});
    QCOMPARE(results.inputOf(results.rows[1]) + '\n', request("b"));
    QCOMPARE(results.answerOf(results.rows[1]) + '\n', success("b"));
    QCOMPARE(results.answerOf(results.rows[0]), QByteArray());
}

void TestBatchJoin::longFilesAreJoinedInParts()
{
    constexpr int count = 30'000;
    QByteArray input;
    QByteArray output;
    QByteArray errors;
    const QByteArray more = R"(,"padding":")" + QByteArray(300, 'p') + "\"}\n";
    for (int i = 0; i < count; ++i) {
        input += request("id-" + QByteArray::number(i)).replace("}\n", more);
        const int answered = (i * 7919) % count; // each once, in another order
        const QByteArray id = "id-" + QByteArray::number(answered);
        if (answered % 10 == 0)
            errors += refusal(id, 400, "bad");
        else if (answered % 10 != 1)
            output += success(id);
    }
    const BatchResults results = join(input, {output, errors});
    QCOMPARE(results.rows.size(), size_t(count));
    QCOMPARE(results.count(BatchRowState::Failed), count / 10);
    QCOMPARE(results.count(BatchRowState::Missing), count / 10);
    QCOMPARE(results.count(BatchRowState::Answered), count / 10 * 8);
    for (int i = 0; i < count; i += 997) {
        const BatchRow &row = results.rows[size_t(i)];
        const QByteArray id = "\"id-" + QByteArray::number(i) + '"';
        QVERIFY(results.inputOf(row).contains(id));
        QVERIFY(row.state == BatchRowState::Missing || results.answerOf(row).contains(id));
    }
}

void TestBatchJoin::itStopsWhenAsked()
{
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    const auto results = joinBatch(write(request("a")), {{write(success("a")), 0}}, work);
    QVERIFY(results && results->stopped);
}

void TestBatchJoin::aMissingFileIsAnError()
{
    QVERIFY(!joinBatch(m_folder.filePath(u"none"_s), {}));
    const auto results = joinBatch(write(request("a")), {{m_folder.filePath(u"none"_s), 0}});
    QVERIFY(!results);
    QCOMPARE(results.error().kind, ApiError::Kind::LocalFile);
}

QTEST_GUILESS_MAIN(TestBatchJoin)
#include "tst_batchjoin.moc"
