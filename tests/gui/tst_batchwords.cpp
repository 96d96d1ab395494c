// SPDX-License-Identifier: GPL-3.0-or-later
// What batches say of themselves where one alone does not tell: of a chain of attempts, in an archive, of
// more kinds of errors than can be told apart.
#include "gui/support/batchespagetest.h"

#include "batches/batchchain.h"
#include "jsonl/batchjoin.h"
#include "lists/batchesmodel.h"
#include "ui/pages/batches/batchheadline.h"
#include "ui/pages/batches/resultswords.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

BatchObject attempt(int number, const QString &status, const QJsonObject &counts)
{
    QJsonObject with{{u"request_counts"_s, counts}};
    if (number > 0)
        with.insert(u"metadata"_s, QJsonObject{{u"odc_first_batch"_s, u"b0"_s},
                                               {u"odc_attempt"_s, QString::number(number)}});
    return BatchObject::fromJson(batchJson(u"b%1"_s.arg(number), status, with));
}

} // namespace

class TestBatchWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAttemptSaysWhatItsChainCameTo_data();
    void anAttemptSaysWhatItsChainCameTo();
    void anArchiveAwaitsNothing_data();
    void anArchiveAwaitsNothing();
    void whatHasEndedIsTheSameInAnArchive();
    void kindsNotToldApartAreOneBar();
};

void TestBatchWords::anAttemptSaysWhatItsChainCameTo_data()
{
    QTest::addColumn<QList<BatchObject>>("chain");
    QTest::addColumn<QString>("said"); // of the first
    QTest::addColumn<bool>("again");   // can be sent again
    const BatchObject first = attempt(0, u"completed"_s, countsJson(10, 7, 3));
    QTest::newRow("alone") << QList{first} << u"3 request(s) failed"_s << true;
    QTest::newRow("answered") << QList{first, attempt(1, u"completed"_s, countsJson(3, 3, 0))}
                              << u"every request has an answer"_s << false;
    QTest::newRow("under way") << QList{first, attempt(1, u"in_progress"_s, countsJson(3, 0, 0))}
                               << u"attempt 2 has not ended"_s << false;
    QTest::newRow("some left") << QList{first, attempt(1, u"completed"_s, countsJson(3, 1, 2))}
                               << u"After all attempts 2 request(s)"_s << true;
}

void TestBatchWords::anAttemptSaysWhatItsChainCameTo()
{
    QFETCH(QList<BatchObject>, chain);
    QFETCH(QString, said);
    QFETCH(bool, again);
    const QString advice = BatchHeadline::advice(chain.first(), chain, false);
    QVERIFY2(advice.contains(said), qPrintable(advice));
    QCOMPARE(advice.contains(u"can be sent again"_s), again);
    // The last one speaks for itself.
    if (chain.last().isFinished() && unansweredOf(chain) > 0)
        QVERIFY(BatchHeadline::advice(chain.last(), chain, false).contains(u"failed"_s));
}

void TestBatchWords::anArchiveAwaitsNothing_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("runs") << u"in_progress"_s << u"was in progress"_s;
    QTest::newRow("validating") << u"validating"_s << u"was validating"_s;
    QTest::newRow("cancelling") << u"cancelling"_s << u"was cancelling"_s;
    QTest::newRow("unknown") << u"dreaming"_s << u"was dreaming"_s;
}

void TestBatchWords::anArchiveAwaitsNothing()
{
    QFETCH(QString, status);
    QFETCH(QString, word);
    const BatchObject batch = attempt(0, status, countsJson(10, 4, 1));
    QCOMPARE(BatchesModel::statusWord(batch, true), word);
    QCOMPARE(BatchesModel::statusText(batch, true), word + u" when archived"_s);
    QCOMPARE(BatchesModel::toneOf(batch, true), Tone::None);
    QVERIFY(BatchesModel::barOf(batch, true).tone != Tone::Running);
    QVERIFY(!BatchesModel::countsText(batch, true).contains(u"to come"_s));
    QVERIFY(BatchesModel::countsText(batch).contains(u"to come"_s));
    const QString advice = BatchHeadline::advice(batch, {batch}, true);
    QVERIFY2(advice.contains(u"archive"_s) && !advice.contains(u"looked at again"_s), qPrintable(advice));
    const ListTexts texts = resultsTexts(ResultsLack::NotYet, {batch}, true);
    QVERIFY2(texts.emptySentence.contains(u"archived"_s), qPrintable(texts.emptySentence));
    QVERIFY(!texts.emptyHint.contains(u"writes"_s));
    const BatchResults results;
    const auto message = missingMessage({}, &results, {batch}, true);
    QVERIFY(message && message->text.contains(u"archived"_s) && !message->text.contains(u"still"_s));
}

void TestBatchWords::whatHasEndedIsTheSameInAnArchive()
{
    const BatchObject batch = attempt(0, u"completed"_s, countsJson(10, 7, 3));
    QCOMPARE(BatchesModel::statusText(batch, true), BatchesModel::statusText(batch));
    QCOMPARE(BatchesModel::toneOf(batch, true), BatchesModel::toneOf(batch));
    QCOMPARE(BatchHeadline::advice(batch, {batch}, true), BatchHeadline::advice(batch, {batch}, false));
}

void TestBatchWords::kindsNotToldApartAreOneBar()
{
    BatchResults results;
    results.errors = {{}, {400, u"bad"_s, u"no"_s, 2}};
    BatchErrorKind others;
    others.isOthers = true;
    others.count = 5;
    results.errors << others;
    const QList<FigureBars::Row> bars = errorBars(results, {attempt(0, u"completed"_s, countsJson(7, 0, 7))});
    QCOMPARE(bars.size(), 2);
    QCOMPARE(bars.first().id, u"error=\"(other kinds)\""_s); // as the list calls them
    QCOMPARE(bars.first().name, u"other kinds"_s);
    QCOMPARE(bars.last().id, u"error=\"bad\" http=400"_s);
}

QTEST_MAIN(TestBatchWords)
#include "tst_batchwords.moc"
