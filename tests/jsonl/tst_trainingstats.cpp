// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/batchcheck.h"
#include "jsonl/trainingestimate.h"
#include "trainingrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Tokens of a text, counted plainly.
qint64 tokensOf(const QString &text)
{
    qint64 ascii = 0;
    qint64 others = 0;
    for (const char32_t letter : text.toUcs4())
        ++(letter < 128 ? ascii : others);
    return estimateTokens(ascii, others);
}

} // namespace

/// Figures of training files, beside a plain computation of the same; and what a job costs by them.
class TestTrainingStats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void likeAPlainComputation();
    void preferences();
    void imagesAndTools();
    void callsAreLearnedToo();
    void examplesThatAreTooLong();
    void limitsOfModels();
    void spread();
    void histogram();
    void automaticEpochs_data();
    void automaticEpochs();
    void estimates();

private:
    TrainingCheck check(const QByteArray &content, const TrainingOptions &options = {})
    {
        const auto result = checkTrainingFile(m_files.write(content), options);
        return result ? *result : TrainingCheck{.bytes = -1};
    }

    TrainingFiles m_files;
};

void TestTrainingStats::likeAPlainComputation()
{
    QByteArray content;
    for (int i = 1; i <= 500; ++i) {
        QJsonArray messages;
        if (i % 3 == 0)
            messages.append(
                QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Sei kurz. 😀 ß"_s.repeated(i % 5)}});
        for (int turn = 0; turn <= i % 4; ++turn) {
            messages.append(QJsonObject{{u"role"_s, u"user"_s},
                                        {u"content"_s, u"Frage %1 "_s.arg(i).repeated(1 + i % 7)}});
            messages.append(QJsonObject{{u"role"_s, u"assistant"_s},
                                        {u"content"_s, u"Größe %1\n"_s.arg(turn).repeated(1 + i % 11)},
                                        {u"weight"_s, turn == i % 4 ? 1 : 0}});
        }
        content +=
            QJsonDocument(QJsonObject{{u"messages"_s, messages}}).toJson(QJsonDocument::Compact) + '\n';
    }
    // The same from the text, line by line, with another parser.
    std::vector<qint64> tokens;
    std::vector<qint64> counts;
    qint64 trainable = 0;
    qint64 withSystem = 0;
    for (const QByteArray &line : content.split('\n')) {
        const QJsonArray messages = QJsonDocument::fromJson(line).object().value(u"messages"_s).toArray();
        if (messages.isEmpty())
            continue;
        QString all;
        QString learned;
        bool hasSystem = false;
        for (const QJsonValue &message : messages) {
            all += message[u"content"_s].toString();
            hasSystem = hasSystem || message[u"role"_s].toString() == u"system"_s;
            if (message[u"role"_s].toString() == u"assistant"_s && message[u"weight"_s].toInt(1) == 1)
                learned += message[u"content"_s].toString();
        }
        tokens.push_back(tokensOf(all) + 4 * messages.size() + 3);
        counts.push_back(messages.size());
        trainable += tokensOf(learned);
        withSystem += hasSystem;
    }
    std::sort(tokens.begin(), tokens.end());
    std::sort(counts.begin(), counts.end());
    const TrainingCheck found = check(content);
    QVERIFY(found.isSendable());
    const TrainingStats &stats = found.stats;
    QCOMPARE(found.lines, 500);
    const auto same = [](const TrainingSpread &spread, const std::vector<qint64> &sorted) {
        qint64 total = 0;
        for (const qint64 value : sorted)
            total += value;
        return spread == TrainingSpread{total, sorted.front(), sorted[249], sorted[474], sorted.back()};
    };
    QVERIFY(same(stats.tokens, tokens));
    QVERIFY(same(stats.messages, counts));
    QCOMPARE(stats.trainable, trainable);
    QCOMPARE(stats.billable, stats.tokens.total);
    QCOMPARE(stats.withSystem, withSystem);
    QCOMPARE(stats.withTools, 0);
    QCOMPARE(stats.withImages, 0);
    qint64 before = 0;
    qint64 all = 0;
    for (const TrainingBin &bin : stats.histogram) {
        const auto inside = std::count_if(tokens.begin(), tokens.end(),
                                          [&](qint64 each) { return each > before && each <= bin.upTo; });
        QCOMPARE(bin.count, qint64(inside));
        before = bin.upTo;
        all += bin.count;
    }
    QCOMPARE(all, 500);
}

void TestTrainingStats::preferences()
{
    // 12 letters are 3 tokens, and one message costs 7 more than its text.
    const QByteArray line =
        R"({"input":{"messages":[{"role":"user","content":"abcdefghij#"}]},"preferred_output":[{"role":"assistant","content":"abcdefghijkl"}],"non_preferred_output":[{"role":"assistant","content":"abcd"}]})";
    const TrainingCheck found = check(numbered(line, 10, 10), {.method = TrainingMethod::Dpo});
    QVERIFY(found.isSendable());
    QCOMPARE(found.stats.tokens.least, 3 + 4 + 3 + 4 - 0);
    QCOMPARE(found.stats.tokens.total, 140);
    QCOMPARE(found.stats.trainable, 40);
    QCOMPARE(found.stats.messages.most, 1);
}

void TestTrainingStats::imagesAndTools()
{
    const QByteArray image = R"({"type":"image_url","image_url":{"url":"https://example.com/a.png"}})";
    const QByteArray small =
        R"({"type":"image_url","image_url":{"url":"https://example.com/b.png","detail":"low"}})";
    const QByteArray seen = chat(R"({"role":"user","content":[{"type":"text","text":"#"},)" + image + "," +
                                 small + R"(]},{"role":"assistant","content":"abcd"})");
    const TrainingCheck found = check(numbered(seen, 10, 9) + numbered(goodCall, 10, 3));
    QVERIFY(found.isSendable());
    QCOMPARE(found.stats.withImages, 9);
    QCOMPARE(found.stats.images, 18);
    QCOMPARE(found.stats.withTools, 3);
    QCOMPARE(found.stats.withSystem, 0);
    // Six letters, two messages, and the pictures; their addresses are not read.
    QCOMPARE(found.stats.tokens.most, 2 + 2 * 4 + 3 + 765 + 85);
}

void TestTrainingStats::callsAreLearnedToo()
{
    const QByteArray call =
        R"({"messages":[{"role":"user","content":"#"},{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"stock","arguments":"{\"a\":1}"}}]}],"tools":[{"type":"function","function":{"name":"stock"}}]})";
    const TrainingCheck found = check(numbered(call, 10, 10));
    QVERIFY(found.isSendable());
    QCOMPARE(found.stats.trainable, 10 * 3); // "stock" and seven letters
    QVERIFY(found.stats.tokens.least > 3 + 2 * 4 + 3);
}

void TestTrainingStats::examplesThatAreTooLong()
{
    const QByteArray longer = QByteArray(goodChat).replace("Be brief.", QByteArray(4000, 'a'));
    const QByteArray content = numbered(goodChat, 1, 10) + numbered(longer, 11, 2);
    const TrainingCheck warned = check(content, {.maxTokensPerExample = 500});
    QVERIFY(warned.isSendable());
    QCOMPARE(warned.stats.tokenLimit, 500);
    QCOMPARE(warned.stats.overLimit, 2);
    QCOMPARE(warned.warningCount, 2);
    QCOMPARE(warned.findings[0].line, 11);
    QCOMPARE(warned.findings[0].fault, TrainingFault::OverTokenLimit);
    QVERIFY(warned.findings[0].isWarning);
    QVERIFY2(warned.findings[0].text().contains(u"500"_s), qPrintable(warned.findings[0].text()));
    // What is cut off is not billed.
    const TrainingCheck whole = check(content);
    QCOMPARE(whole.stats.overLimit, 0);
    QCOMPARE(whole.stats.billable, whole.stats.tokens.total);
    QCOMPARE(warned.stats.tokens, whole.stats.tokens);
    QCOMPARE(warned.stats.billable, whole.stats.tokens.total - 2 * (whole.stats.tokens.most - 500));
    const TrainingCheck refused = check(content, {.maxTokensPerExample = 500, .longIsError = true});
    QVERIFY(!refused.isSendable());
    QCOMPARE(refused.errorCount, 2);
    QVERIFY(!refused.findings[0].isWarning);
    // Each answer of a preference is read with its question alone.
    const QByteArray pair = QByteArray(goodPreference)
                                .replace("good", QByteArray(1600, 'g'))
                                .replace("bad", QByteArray(1600, 'b'));
    QCOMPARE(check(numbered(pair, 1, 10), {.method = TrainingMethod::Dpo, .maxTokensPerExample = 500})
                 .stats.overLimit,
             0);
    QCOMPARE(check(numbered(pair, 1, 10), {.method = TrainingMethod::Dpo, .maxTokensPerExample = 400})
                 .stats.overLimit,
             10);
}

void TestTrainingStats::limitsOfModels()
{
    QCOMPARE(trainingTokenLimit(u"gpt-4o-mini-2024-07-18"_s), 65'536);
    QCOMPARE(trainingTokenLimit(u"ft:gpt-3.5-turbo-0125:me::x"_s), 16'385);
    QCOMPARE(trainingTokenLimit(u"our-own"_s), 0);
    QCOMPARE(check(numbered(goodChat, 1, 10), {.model = u"gpt-4.1"_s}).stats.tokenLimit, 65'536);
}

void TestTrainingStats::spread()
{
    std::vector<quint32> none;
    QCOMPARE(spreadOf(none), TrainingSpread());
    std::vector<quint32> one{7};
    QCOMPARE(spreadOf(one), (TrainingSpread{7, 7, 7, 7, 7}));
    std::vector<quint32> four{4, 1, 3, 2};
    QCOMPARE(spreadOf(four), (TrainingSpread{10, 1, 2, 4, 4}));
    std::vector<quint32> hundred;
    for (quint32 i = 100; i > 0; --i)
        hundred.push_back(i);
    QCOMPARE(spreadOf(hundred), (TrainingSpread{5050, 1, 50, 95, 100}));
    std::vector<quint32> large{4'000'000'000U, 4'000'000'000U};
    QCOMPARE(spreadOf(large).total, 8'000'000'000LL);
}

void TestTrainingStats::histogram()
{
    QVERIFY(histogramOf({}).isEmpty());
    QCOMPARE(histogramOf({5}), (QList<TrainingBin>{{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}}));
    QCOMPARE(histogramOf({0, 0}), (QList<TrainingBin>{{1, 2}}));
    // A few that are very long do not press all others into one step.
    std::vector<quint32> values;
    for (quint32 i = 1; i <= 1000; ++i)
        values.push_back(i);
    values.push_back(60'000);
    const QList<TrainingBin> bins = histogramOf(values);
    QCOMPARE(bins.size(), 21);
    QCOMPARE(bins.first(), (TrainingBin{50, 50}));
    QCOMPARE(bins[19], (TrainingBin{1000, 50}));
    QCOMPARE(bins.last(), (TrainingBin{60'000, 1}));
}

void TestTrainingStats::automaticEpochs_data()
{
    QTest::addColumn<qint64>("examples");
    QTest::addColumn<int>("epochs");
    QTest::newRow("none") << 0LL << 3;
    QTest::newRow("one") << 1LL << 25;
    QTest::newRow("five") << 5LL << 20;
    QTest::newRow("ten") << 10LL << 10;
    QTest::newRow("33") << 33LL << 3;
    QTest::newRow("34") << 34LL << 3;
    QTest::newRow("a thousand") << 1000LL << 3;
    QTest::newRow("8,333") << 8333LL << 3;
    QTest::newRow("8,334") << 8334LL << 2;
    QTest::newRow("25,000") << 25'000LL << 1;
    QTest::newRow("a million") << 1'000'000LL << 1;
}

void TestTrainingStats::automaticEpochs()
{
    QFETCH(qint64, examples);
    QFETCH(int, epochs);
    QCOMPARE(odc::automaticEpochs(examples), epochs);
}

void TestTrainingStats::estimates()
{
    TrainingCheck file;
    file.lines = 1000;
    file.stats.billable = 2'000'000;
    TrainingEstimate estimate = estimateTraining(file, {.price = 25});
    QCOMPARE(estimate.epochs, 3);
    QVERIFY(estimate.epochsAreGuessed);
    QCOMPARE(estimate.batchSize, 2);
    QVERIFY(estimate.batchSizeIsGuessed);
    QCOMPARE(estimate.steps, 1500);
    QCOMPARE(estimate.billedTokens, 6'000'000);
    QCOMPARE(estimate.cost.value(), 150.0);
    QCOMPARE(estimate.unpriced, TrainingEstimate::Unpriced::No);
    estimate =
        estimateTraining(file, {.method = TrainingMethod::Dpo, .epochs = 2, .batchSize = 300, .price = 0});
    QVERIFY(!estimate.epochsAreGuessed && !estimate.batchSizeIsGuessed);
    QCOMPARE(estimate.steps, 8); // the last step of a round has fewer
    QCOMPARE(estimate.billedTokens, 4'000'000);
    QCOMPARE(estimate.cost.value(), 0.0);
    estimate = estimateTraining(file, {});
    QVERIFY(!estimate.cost);
    QCOMPARE(estimate.unpriced, TrainingEstimate::Unpriced::NoPrice);
    estimate = estimateTraining(file, {.method = TrainingMethod::Reinforcement, .price = 25});
    QVERIFY(!estimate.cost);
    QCOMPARE(estimate.unpriced, TrainingEstimate::Unpriced::ByTheHour);
    QCOMPARE(automaticBatchSize(10), 1);
    QCOMPARE(automaticBatchSize(10'000'000), 256);
    QCOMPARE(estimateTraining({}, {.price = 25}).steps, 0);
}

QTEST_GUILESS_MAIN(TestTrainingStats)
#include "tst_trainingstats.moc"
