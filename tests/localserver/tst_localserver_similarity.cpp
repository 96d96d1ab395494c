// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics of text_similarity against scores of other implementations
// (tests/data/similarity/make_table.py), and against plain definitions where those fit into a test.
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/porterstemmer.h"
#include "localserver/graders/similarity/sequences.h"
#include "localserver/graders/similarity/similarity.h"
#include "localserver/graders/similarity/words.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;
using namespace odc::server;

class TestLocalServerSimilarity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scoresAgreeWithTheTable_data();
    void scoresAgreeWithTheTable();
    void stemsAgreeWithTheTable();
    void veryLongWordsHaveNoStem();
    void wordsOfAText_data();
    void wordsOfAText();
    void commonSubsequenceIsTheLongest_data();
    void commonSubsequenceIsTheLongest();
    void ngramsAreCountedAsOftenAsBothHaveThem();
    void fullMarksForTheSameText_data();
    void fullMarksForTheSameText();
    void hundredKilobytesAreComparedInTime_data();
    void hundredKilobytesAreComparedInTime();
    void endlessTextsAreRefusedWhereTimeGrowsWithBoth();
    void unknownMetric();

private:
    QJsonObject m_table;
};

void TestLocalServerSimilarity::initTestCase()
{
    QFile file(QStringLiteral(ODC_TEST_DATA "/similarity.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_table = QJsonDocument::fromJson(file.readAll()).object();
}

void TestLocalServerSimilarity::scoresAgreeWithTheTable_data()
{
    QTest::addColumn<QString>("metric");
    for (const QString &metric : similarityMetrics())
        QTest::newRow(qPrintable(metric)) << metric;
}

void TestLocalServerSimilarity::scoresAgreeWithTheTable()
{
    QFETCH(QString, metric);
    const double tolerance = m_table["tolerance"_L1].toDouble();
    QCOMPARE(tolerance, 1e-9);
    const QJsonArray pairs = m_table["pairs"_L1].toArray();
    QVERIFY(pairs.size() > 100);
    int between = 0;
    for (const QJsonValue &pair : pairs) {
        const QString input = pair["input"_L1].toString();
        const QString reference = pair["reference"_L1].toString();
        QVERIFY(pair["scores"_L1][metric].isDouble());
        const double expected = pair["scores"_L1][metric].toDouble();
        const Similarity result = similarity(metric, input, reference);
        QCOMPARE(result.error, QString());
        QVERIFY2(std::abs(result.score - expected) <= tolerance,
                 qPrintable(u"%1 instead of %2 for '%3' and '%4'"_s.arg(result.score, 0, 'g', 17)
                                .arg(expected, 0, 'g', 17)
                                .arg(input.left(200), reference.left(200))));
        QVERIFY(result.score >= 0 && result.score <= 1);
        between += expected > 0.01 && expected < 0.99 ? 1 : 0;
    }
    QVERIFY2(between > 25, "a table of zeros and ones would show nothing");
}

void TestLocalServerSimilarity::stemsAgreeWithTheTable()
{
    const QJsonObject stems = m_table["stems"_L1].toObject();
    QVERIFY(stems.size() > 2000);
    for (auto each = stems.begin(); each != stems.end(); ++each)
        QVERIFY2(porterStem(each.key()) == each.value().toString(),
                 qPrintable(u"%1: %2 instead of %3"_s.arg(each.key(), porterStem(each.key()),
                                                          each.value().toString())));
}

void TestLocalServerSimilarity::veryLongWordsHaveNoStem()
{
    QCOMPARE(porterStem(QString(96, u'a') + u"ness"_s), QString(96, u'a') + u"ness"_s);
    QCOMPARE(porterStem(QString(95, u'a') + u"bness"_s), QString(95, u'a') + u'b');
    QCOMPARE(porterStem(QString(96, u'a') + u"bness"_s), QString(96, u'a') + u"bness"_s);
}

void TestLocalServerSimilarity::wordsOfAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("all");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << u""_s << QStringList() << QStringList();
    QTest::newRow("spaces") << u" \t\u00a0\u3000\n"_s << QStringList() << QStringList();
    QTest::newRow("punctuation") << u"It's 3.14!?"_s
                                 << QStringList{u"It"_s, u"'"_s, u"s"_s, u"3"_s, u"."_s, u"14"_s, u"!?"_s}
                                 << QStringList{u"it"_s, u"s"_s, u"3"_s, u"14"_s};
    QTest::newRow("underscore") << u"a_b c"_s << QStringList{u"a_b"_s, u"c"_s}
                                << QStringList{u"a_b"_s, u"c"_s};
    QTest::newRow("composed") << u"Cafe\u0301"_s << QStringList{u"Caf\u00e9"_s}
                              << QStringList{u"caf\u00e9"_s};
    QTest::newRow("marks") << u"हिन्दी भाषा"_s << QStringList{u"हिन्दी"_s, u"भाषा"_s}
                           << QStringList{u"हिन्दी"_s, u"भाषा"_s};
    QTest::newRow("no spaces") << u"東京へGPT行く"_s
                               << QStringList{u"東"_s, u"京"_s, u"へ"_s, u"GPT"_s, u"行"_s, u"く"_s}
                               << QStringList{u"東"_s, u"京"_s, u"へ"_s, u"gpt"_s, u"行"_s, u"く"_s};
    QTest::newRow("case") << u"STRASSE Straße"_s << QStringList{u"STRASSE"_s, u"Straße"_s}
                          << QStringList{u"strasse"_s, u"strasse"_s};
    QTest::newRow("beyond the first plane")
        << u"𝒳🎉 𝒴"_s << QStringList{u"𝒳"_s, u"🎉"_s, u"𝒴"_s} << QStringList{u"𝒳"_s, u"𝒴"_s};
    QTest::newRow("half a character")
        << QString(QChar(0xd83c)) << QStringList{QString(QChar(0xfffd))} << QStringList();
}

void TestLocalServerSimilarity::wordsOfAText()
{
    QFETCH(QString, text);
    QTEST(tokens(text), "all");
    QTEST(foldedWords(text), "words");
}

void TestLocalServerSimilarity::commonSubsequenceIsTheLongest_data()
{
    QTest::addColumn<int>("symbols");
    QTest::newRow("two symbols") << 2;
    QTest::newRow("five symbols") << 5;
    QTest::newRow("hundred symbols") << 100;
}

/** The definition, as it stands in every textbook. */
static qsizetype textbookLength(const Symbols &first, const Symbols &second)
{
    std::vector<qsizetype> row(std::size_t(second.size() + 1), 0);
    for (quint32 each : first) {
        qsizetype diagonal = 0;
        for (qsizetype j = 0; j < second.size(); ++j) {
            const qsizetype above = row[std::size_t(j + 1)];
            row[std::size_t(j + 1)] = each == second[j] ? diagonal + 1 : std::max(above, row[std::size_t(j)]);
            diagonal = above;
        }
    }
    return row.back();
}

void TestLocalServerSimilarity::commonSubsequenceIsTheLongest()
{
    QFETCH(int, symbols);
    QRandomGenerator random(42);
    const auto sequence = [&] {
        constexpr int lengths[] = {0, 1, 2, 7, 63, 64, 65, 127, 128, 129, 200, 320};
        Symbols result(lengths[random.bounded(int(std::size(lengths)))]);
        for (quint32 &each : result)
            each = random.bounded(quint32(symbols));
        return result;
    };
    for (int i = 0; i < 400; ++i) {
        const Symbols first = sequence();
        const Symbols second = sequence();
        QCOMPARE(commonSubsequence(first, second), textbookLength(first, second));
    }
}

void TestLocalServerSimilarity::ngramsAreCountedAsOftenAsBothHaveThem()
{
    const auto words = [](const QString &text) { return text.split(u' '); };
    const auto overlaps = ngramOverlaps(words(u"a b a b a"_s), words(u"a b a c a b"_s), 5);
    QCOMPARE(overlaps.size(), 5);
    const qsizetype expected[][3] = {{5, 6, 5}, {4, 5, 3}, {3, 4, 1}, {2, 3, 0}, {1, 2, 0}};
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(overlaps[i].first, expected[i][0]);
        QCOMPARE(overlaps[i].second, expected[i][1]);
        QCOMPARE(overlaps[i].shared, expected[i][2]);
    }
}

void TestLocalServerSimilarity::fullMarksForTheSameText_data()
{
    scoresAgreeWithTheTable_data();
}

void TestLocalServerSimilarity::fullMarksForTheSameText()
{
    QFETCH(QString, metric);
    const QString text = u"The party of five: one two three four five, and a sixth."_s;
    const double score = similarity(metric, text, text).score;
    // The penalty of METEOR for one chunk is never quite nothing.
    if (metric == u"meteor"_s)
        QVERIFY(score > 0.999 && score < 1);
    else
        QVERIFY2(std::abs(score - 1) < 1e-12, qPrintable(QString::number(score, 'g', 17)));
    QVERIFY(similarity(metric, text, u"κάτι άλλο"_s).score < 0.1);
}

void TestLocalServerSimilarity::hundredKilobytesAreComparedInTime_data()
{
    scoresAgreeWithTheTable_data();
}

void TestLocalServerSimilarity::hundredKilobytesAreComparedInTime()
{
    QFETCH(QString, metric);
    QRandomGenerator random(7);
    const auto text = [&](int differentWords) {
        QString result;
        while (result.size() < 100'000)
            result += QString::number(random.bounded(differentWords), 36) + u' ';
        return result;
    };
    const QList<std::pair<QString, QString>> pairs{
        {text(100'000), text(100'000)},
        {u"a "_s.repeated(50'000), u"b a "_s.repeated(25'000)},
    };
    const QString oneWord(100'000, u'y');
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(similarity(metric, oneWord, oneWord + u" ied"_s).error, QString());
    for (const auto &[one, other] : pairs)
        QCOMPARE(similarity(metric, one, other).error, QString());
    // A table of 100,000 by 100,000 would take minutes and 10 GB; this is a debug build with sanitizers on a
    // busy machine.
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    qInfo("%s: %lld ms for two pairs of 100 kB", qPrintable(metric), timer.elapsed());
}

void TestLocalServerSimilarity::endlessTextsAreRefusedWhereTimeGrowsWithBoth()
{
    const QString endless(300'001, u'x');
    for (const QString &metric : similarityMetrics()) {
        const bool quadratic = metric == u"fuzzy_match"_s || metric == u"rouge_l"_s;
        for (const auto &[one, other] : {std::pair(endless, u"x"_s), std::pair(u"x"_s, endless)}) {
            const Similarity result = similarity(metric, one, other);
            QCOMPARE(!result.error.isEmpty(), quadratic);
            if (quadratic)
                QVERIFY(result.error.contains(u"too long for %1"_s.arg(metric)));
        }
        QCOMPARE(similarity(metric, endless.chopped(1), u"x"_s).error, QString());
    }
}

void TestLocalServerSimilarity::unknownMetric()
{
    QVERIFY(similarity(u"rouge_6"_s, u"a"_s, u"a"_s).error.contains(u"rouge_6"_s));
    QCOMPARE(similarityMetrics().size(), 11);
}

QTEST_GUILESS_MAIN(TestLocalServerSimilarity)
#include "tst_localserver_similarity.moc"
