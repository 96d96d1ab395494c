// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/trainingcheck.h"
#include "jsonl/trainingoverlap.h"
#include "trainingrows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// Training files as a whole: what they are for, long ones, damaged ones, and two of them beside each other.
class TestTrainingFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeFiles_data();
    void wholeFiles();
    void theFormatIsThatOfMostLines();
    void linesOfNoFormat();
    void aMarkAtTheBeginning();
    void emptyLinesAreCounted();
    void aFileThatIsNotThere();
    void hostileLines_data();
    void hostileLines();
    void longWordsOfOthersAreCut();
    void aThousandFaultsInAVeryLongLine();
    void faultsAreFoundInEachPartOfALongFile();
    void theFirstFindingsAreKept();
    void itStops();
    void whatIsTooLargeIsNotRead();
    void overlap();
    void overlapOfLongFiles();
    void overlapStopsAndFails();

private:
    TrainingCheck check(const QByteArray &content, const TrainingOptions &options = {})
    {
        const auto result = checkTrainingFile(m_files.write(content), options);
        return result ? *result : TrainingCheck{.bytes = -1};
    }

    TrainingFiles m_files;
};

void TestTrainingFile::wholeFiles_data()
{
    using enum TrainingFault;
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<TrainingMethod>("method");
    QTest::addColumn<QString>("model");
    QTest::addColumn<TrainingFault>("fault");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &content, TrainingMethod method, const char *model,
                        TrainingFault fault, const char *words) {
        QTest::newRow(name) << content << method << QString::fromUtf8(model) << fault
                            << QString::fromUtf8(words);
    };
    using enum TrainingMethod;
    const QByteArray chats = numbered(goodChat, 1, 10);
    const QByteArray completions = numbered(goodCompletion, 1, 10);
    const QByteArray preferences = numbered(goodPreference, 1, 10);
    const QByteArray reinforcements = numbered(goodReinforcement, 1, 10);
    row("empty", {}, Supervised, "", EmptyFile, "no example");
    row("nine examples", numbered(goodChat, 1, 9), Supervised, "", TooFewExamples, "9. A job wants 10");
    row("preferences for supervised", preferences, Supervised, "gpt-4o", NotForSupervised, "preference");
    row("reinforcement for supervised", reinforcements, Supervised, "gpt-4o", NotForSupervised,
        "reinforcement");
    row("chat for DPO", chats, Dpo, "gpt-4o", NotForDpo, "chat");
    row("completions for DPO", completions, Dpo, "", NotForDpo, "prompt and completion");
    row("chat for reinforcement", chats, Reinforcement, "o4-mini", NotForReinforcement, "chat");
    row("preferences for reinforcement", preferences, Reinforcement, "o4-mini", NotForReinforcement,
        "preference");
    row("completions for a chat model", completions, Supervised, "gpt-4o-mini", ModelWantsChat,
        "gpt-4o-mini");
    row("chat for davinci-002", chats, Supervised, "davinci-002", ModelWantsCompletions, "davinci-002");
    row("chat for a tuned babbage-002", chats, Supervised, "ft:babbage-002:me::x", ModelWantsCompletions,
        "babbage-002");
}

void TestTrainingFile::wholeFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(TrainingMethod, method);
    QFETCH(QString, model);
    QFETCH(TrainingFault, fault);
    QFETCH(QString, words);
    const TrainingCheck found = check(content, {.method = method, .model = model});
    QCOMPARE(found.findings.size(), 1); // one for the file, and not one a line
    QCOMPARE(found.findings[0].line, 0);
    QCOMPARE(found.findings[0].fault, fault);
    QVERIFY2(found.findings[0].text().contains(words), qPrintable(found.findings[0].text()));
    QCOMPARE(found.errorCount, 1);
    QVERIFY(!found.isSendable());
    QCOMPARE(found.method, method);
}

void TestTrainingFile::theFormatIsThatOfMostLines()
{
    // The first line is the stray one.
    const TrainingCheck found = check(numbered(goodCompletion, 1, 1) + numbered(goodChat, 1, 12));
    QCOMPARE(found.format, TrainingFormat::Chat);
    QCOMPARE(found.findings.size(), 1);
    QCOMPARE(found.findings[0].line, 1);
    QCOMPARE(found.findings[0].fault, TrainingFault::MixedFormats);
    // Of as many lines the ones that the method wants are the right ones.
    const QByteArray halves = numbered(goodChat, 1, 10) + numbered(goodPreference, 1, 10);
    QCOMPARE(check(halves).format, TrainingFormat::Chat);
    QCOMPARE(check(halves, {.method = TrainingMethod::Dpo}).format, TrainingFormat::Preference);
    QCOMPARE(check(halves, {.method = TrainingMethod::Dpo}).errorCount, 10);
    // A validation file may be short.
    QVERIFY(check(numbered(goodChat, 1, 2), {.fewestExamples = 1}).isSendable());
}

void TestTrainingFile::linesOfNoFormat()
{
    const TrainingCheck found = check(QByteArray("{\"text\":\"hello\"}\n").repeated(10));
    QCOMPARE(found.format, TrainingFormat::Unknown);
    QVERIFY(!found.isSendable());
    // What a line should have, said once for each.
    int missing = 0;
    for (const TrainingFinding &finding : found.findings)
        missing += finding.fault == TrainingFault::MissingMember && finding.path == u"messages"_s;
    QCOMPARE(missing, 10);
}

void TestTrainingFile::aMarkAtTheBeginning()
{
    const TrainingCheck found = check("\xEF\xBB\xBF" + numbered(goodChat, 1, 10));
    QCOMPARE(found.findings, (QList<TrainingFinding>{{1, 1, TrainingFault::ByteOrderMark, false, {}, {}}}));
    // In the middle it is no mark.
    QCOMPARE(check(numbered(goodChat, 1, 10) + "\xEF\xBB\xBF" + numbered(goodChat, 11, 1)).findings[0].fault,
             TrainingFault::NotJson);
}

void TestTrainingFile::emptyLinesAreCounted()
{
    const TrainingCheck found = check(numbered(goodChat, 1, 9) + "\n  \n" + numbered(goodChat, 10, 1) + "\n");
    QCOMPARE(found.lines, 10);
    QCOMPARE(found.warningCount, 3);
    QVERIFY(found.isSendable());
    QList<qint64> lines;
    for (const TrainingFinding &finding : found.findings)
        lines << finding.line;
    QCOMPARE(lines, (QList<qint64>{10, 11, 13}));
    const TrainingCheck nothing = check("\n \n");
    QCOMPARE(nothing.findings.size(), 3);
    QCOMPARE(nothing.findings[0].fault, TrainingFault::EmptyFile);
}

void TestTrainingFile::aFileThatIsNotThere()
{
    const auto result = checkTrainingFile(u"/nowhere/at/all.jsonl"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::LocalFile);
}

void TestTrainingFile::hostileLines_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<TrainingFault>("fault");
    const QByteArray good = numbered(goodChat, 99, 1).trimmed();
    const auto row = [](const char *name, const QByteArray &bad, TrainingFault fault) {
        QTest::newRow(name) << bad << fault;
    };
    using enum TrainingFault;
    row("a zero byte in a text", QByteArray(good).replace("Question", QByteArray("Q\0n", 3)), NotJson);
    row("only zero bytes", QByteArray(5000, '\0'), NotJson);
    row("bytes that are no UTF-8", QByteArray(good).replace("Question", "\xFF\xFE"), NotUtf8);
    row("half of a pair", QByteArray(good).replace("Question", "\xED\xA0\x80"), NotUtf8);
    row("a hundred thousand levels",
        "{\"messages\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}", NotJson);
    row("levels that never end", QByteArray("{\"a\":").repeated(90'000), NotJson);
    row("a quotation mark that is not closed", R"({"messages":[{"role":"user)", NotJson);
    row("two values", good + good, NotJson);
    row("a thousand levels of content",
        chat(R"({"role":"user","content":)" + QByteArray(1000, '[') + QByteArray(1000, ']') +
             R"(},{"role":"assistant","content":"a"})"),
        WantsObject);
    row("a number that is none", R"({"messages":1e9999})", NotJson);
    row("a name that is not closed", R"({"messages)", NotJson);
    row("members upon members", "{" + QByteArray("\"messages\":[],").repeated(20'000) + "\"x\":1}",
        DuplicateMember);
}

void TestTrainingFile::hostileLines()
{
    QFETCH(QByteArray, bad);
    QFETCH(TrainingFault, fault);
    for (const bool crLf : {false, true}) {
        const QByteArray content = numbered(goodChat, 1, 10) + bad + '\n' + numbered(goodChat, 11, 2);
        const TrainingCheck found = check(crLf ? QByteArray(content).replace('\n', "\r\n") : content);
        QVERIFY(!found.findings.isEmpty());
        QCOMPARE(found.findings[0].line, 11);
        QCOMPARE(found.findings[0].fault, fault);
        QVERIFY(!found.findings[0].text().isEmpty() && found.findings[0].text().size() < 500);
        QCOMPARE(found.lines, 13);
        for (const TrainingFinding &finding : found.findings)
            QCOMPARE(finding.line, 11); // what is good stays good
    }
}

void TestTrainingFile::longWordsOfOthersAreCut()
{
    const QByteArray word(1'000'000, 'w');
    const TrainingCheck found =
        check(numbered(goodChat, 1, 10) +
              chat(R"({"role":")" + word + R"(","content":"x"},{"role":"assistant","content":"a"})",
                   ",\"" + word + "\":1"));
    QCOMPARE(found.findings.size(), 2);
    for (const TrainingFinding &finding : found.findings)
        QVERIFY2(finding.text().size() < 300, "it is too long to be shown");
}

void TestTrainingFile::aThousandFaultsInAVeryLongLine()
{
    // Where each of them is would take a thousand readings of the line; which ones they are does not.
    const QByteArray robots = QByteArray(R"(,{"role":"robot","content":"x"})").repeated(1000);
    const TrainingCheck found =
        check(numbered(goodChat, 1, 10) +
              chat(R"({"role":"user","content":")" + QByteArray(20'000'000, 'x') + R"("})" + robots));
    QCOMPARE(found.findings.size(), 1000);
    QCOMPARE(found.findings[0].path, u"messages[1].role"_s);
    QCOMPARE(found.findings[0].column, 0);
    QCOMPARE(found.findings[999].path, u"messages[1000].role"_s);
}

void TestTrainingFile::faultsAreFoundInEachPartOfALongFile()
{
    // Long enough for several threads, with a fault in every thousandth line and an example that comes again
    // at the end.
    const QByteArray prose = QByteArray("words ").repeated(60);
    QByteArray content;
    QList<qint64> bad;
    for (int line = 1; line <= 15'000; ++line) {
        if (line % 1000 == 0) {
            content += chat(R"({"role":"user","content":"x"},{"role":"robot","content":")" +
                            QByteArray::number(line) + "\"}") +
                       '\n';
            bad << line;
        } else {
            content += numbered(QByteArray(goodChat).replace("Be brief.", prose), line, 1);
        }
    }
    content += numbered(QByteArray(goodChat).replace("Be brief.", prose), 7, 1);
    QVERIFY(content.size() > 6'000'000);
    const auto work = std::make_shared<JsonlWork>();
    const auto found = checkTrainingFile(m_files.write(content), {}, work);
    QVERIFY(found);
    QList<qint64> lines;
    for (const TrainingFinding &finding : found->findings)
        lines << finding.line;
    bad << 15'001;
    QCOMPARE(lines, bad);
    QCOMPARE(found->findings.last().fault, TrainingFault::DuplicateExample);
    QCOMPARE(found->findings.last().detail, u"7"_s);
    QCOMPARE(found->lines, 15'001);
    QCOMPARE(work->done, content.size()); // the progress came to the end
}

void TestTrainingFile::theFirstFindingsAreKept()
{
    // Each of these lines has a fault of its own, and says what the one before it says.
    const QByteArray content =
        numbered(goodChat, 1, 10) + (chat(R"({"role":"user","content":"x"})") + '\n').repeated(5000);
    const auto found = checkTrainingFile(m_files.write(content), {}, {}, 10);
    QVERIFY(found);
    QCOMPARE(found->findings.size(), 10);
    QCOMPARE(found->findings.first().line, 11);
    for (qsizetype i = 1; i < found->findings.size(); ++i)
        QVERIFY(found->findings[i].line >= found->findings[i - 1].line);
    QCOMPARE(found->errorCount, 5000);
    QCOMPARE(found->warningCount, 4999);
    QCOMPARE(found->findingCount, 9999);
}

void TestTrainingFile::itStops()
{
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    const auto found = checkTrainingFile(m_files.write(numbered(goodChat, 1, 20)), {}, work);
    QVERIFY(found);
    QVERIFY(found->stopped);
    QVERIFY(!found->isSendable());
}

void TestTrainingFile::whatIsTooLargeIsNotRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"huge.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(600'000'000'000)); // nothing of it is on the disk
    const auto work = std::make_shared<JsonlWork>();
    const auto check = checkTrainingFile(file.fileName(), {}, work);
    QVERIFY(check.has_value());
    QCOMPARE(check->errorCount, 1);
    QCOMPARE(check->findings.first().fault, TrainingFault::TooLarge);
    QCOMPARE(work->done.load(), 0);
}

void TestTrainingFile::overlap()
{
    const QString training =
        m_files.write(numbered(goodChat, 1, 10) + "\n{oops\n" + numbered(goodChat, 3, 1));
    const QByteArray otherwise =
        R"({"note":"mine","messages":[{"content":"Be brief.","role":"system"},{"role":"user","content":"Question 5 "},{"role":"assistant","content":"Answer 5","weight":null}]})";
    const QString validation =
        m_files.write("[]\n" + numbered(goodChat, 20, 2) + otherwise + '\n' + numbered(goodChat, 3, 1) +
                      numbered(goodChat, 30, 1) + numbered(goodChat, 3, 1));
    const auto found = overlapOf(training, validation);
    QVERIFY(found);
    QCOMPARE(found->trainingLines, 11);
    QCOMPARE(found->validationLines, 6);
    QCOMPARE(found->count, 3);
    QCOMPARE(found->pairs, (QList<TrainingOverlap::Pair>{{4, 5}, {5, 3}, {7, 3}}));
    QVERIFY(!found->stopped);
    // Other answers, other tools and other right answers make other examples.
    const auto differ = [&](const QByteArray &left, const QByteArray &right) {
        const auto both = overlapOf(m_files.write(left), m_files.write(right));
        return both && both->trainingLines == 1 && both->validationLines == 1 && both->count == 0;
    };
    QVERIFY(differ(goodChat, QByteArray(goodChat).replace("Answer", "answer")));
    QVERIFY(differ(goodChat, QByteArray(goodChat).replace("system", "developer")));
    QVERIFY(differ(goodCall, QByteArray(goodCall).replace("How many", "How few")));
    QVERIFY(differ(goodReinforcement,
                   QByteArray(goodReinforcement).replace("\"answer\":\"#\"", "\"answer\":\"2\"")));
    QVERIFY(differ(goodPreference, QByteArray(goodPreference).replace("bad", "worse")));
    QVERIFY(differ(goodPreference, QByteArray(goodPreference)
                                       .replace("\"non_", "\"x")
                                       .replace("\"pref", "\"non_pref")
                                       .replace("\"xpref", "\"pref")));
    QVERIFY(differ(R"({"prompt":"a","completion":"b"})", R"({"prompt":"b","completion":"a"})"));
    const auto same = [&](const QByteArray &left, const QByteArray &right) {
        const auto both = overlapOf(m_files.write(left), m_files.write(right));
        return both && both->pairs == QList<TrainingOverlap::Pair>{{1, 1}};
    };
    // Ids are new in each conversation.
    QVERIFY(same(goodAnswered, QByteArray(goodAnswered).replace("c1", "call_8").replace("c2", "call_9")));
    QVERIFY(same(goodPreference, QByteArray(goodPreference).replace("_output", "_completion")));
    QVERIFY(same(goodReinforcement, QByteArray(goodReinforcement).replace("{\"x\":1}", "{ \"x\" : 1.0 }")));
}

void TestTrainingFile::overlapOfLongFiles()
{
    const QByteArray prose = QByteArray("words ").repeated(60);
    const QByteArray line = QByteArray(goodChat).replace("Be brief.", prose);
    const QString training = m_files.write(numbered(line, 1, 10'000));
    const QString validation = m_files.write(numbered(line, 9'001, 8'000));
    const auto found = overlapOf(training, validation, {}, 50);
    QVERIFY(found);
    QCOMPARE(found->count, 1000);
    QCOMPARE(found->pairs.size(), 50);
    QCOMPARE(found->pairs.first(), (TrainingOverlap::Pair{1, 9001}));
    QCOMPARE(found->pairs.last(), (TrainingOverlap::Pair{50, 9050}));
}

void TestTrainingFile::overlapStopsAndFails()
{
    const QString path = m_files.write(numbered(goodChat, 1, 3));
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    const auto stopped = overlapOf(path, path, work);
    QVERIFY(stopped);
    QVERIFY(stopped->stopped);
    QVERIFY(!overlapOf(path, u"/nowhere/at/all.jsonl"_s));
    QVERIFY(!overlapOf(u"/nowhere/at/all.jsonl"_s, path));
}

QTEST_GUILESS_MAIN(TestTrainingFile)
#include "tst_trainingfile.moc"
