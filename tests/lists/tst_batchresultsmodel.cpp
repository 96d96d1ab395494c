// SPDX-License-Identifier: GPL-3.0-or-later
#include "../batches/batchlines.h"
#include "lists/filterexpression.h"
#include "lists/batchresultsmodel.h"
#include "lists/filterproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// The requests of a batch as a list whose texts stay in the files.
class TestBatchResultsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void statesAreShownWithoutTheFiles();
    void textsComeWhenTheyAreShown();
    void onlyAFewRowsAreKept();
    void linesCountEmptyOnes();
    void duplicatesAndStraysAreFlagged();
    void whatIsAwaitedIsNoFailure();
    void errorsHaveTitles();
    void filtersByStateAndCode();
    void filtersByTheKindsNotToldApart();
    void secondsAreNoFilter();
    void wordsAreFoundInTheFiles();
    void wordsAreFoundInAColumn();
    void aNegatedWordHides();
    void aSearchCanBeStopped();
    void anotherWordEndsTheSearchOfBefore();
    void aListThatGoesSaysNothingOfItsSearch();
    void sortsByNumbersAtOnce();
    void sortsByTextsWhenTheyAreRead();
    void aSortByFiguresEndsOneByTexts();
    void whatHasNoRowsIsSorted();
    void aLaterJoinKeepsItsPlaces();
    void aLaterJoinIsSearchedAnew();
    void withoutResultsItSaysWhy();

private:
    void show(const QByteArray &input, const QByteArrayList &answers)
    {
        m_model->setResults(m_files.join(input, answers));
    }
    /// A long list, without the testers: they look at each cell at each signal.
    void showMany(const QByteArray &input, const QByteArrayList &answers = {})
    {
        m_tester.reset();
        m_proxyTester.reset();
        show(input, answers);
    }
    /// As the view does: asks until the text has come.
    QString text(int row, int column)
    {
        QString shown;
        (void)QTest::qWaitFor([&] {
            shown = m_model->index(row, column).data().toString();
            return shown != u"…"_s;
        });
        return shown;
    }
    QStringList shownIds()
    {
        QStringList ids;
        for (int row = 0; row < m_proxy->rowCount(); ++row)
            ids << text(m_proxy->sourceRow(m_proxy->index(row, 0)), BatchResultsModel::CustomId);
        return ids;
    }
    void filter(const QString &terms)
    {
        m_proxy->setFilterText(terms, 0);
        QTRY_VERIFY(!m_model->isSearching());
        QCoreApplication::processEvents(); // what was found takes its place in the next turn
    }
    static QByteArray many(int count)
    {
        QByteArray input;
        for (int i = 0; i < count; ++i)
            input += chatLine("r" + QByteArray::number(i), "text number " + QByteArray::number(i));
        return input;
    }

    BatchFolder m_files;
    std::unique_ptr<BatchResultsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<FilterProxy> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_proxyTester;
};

void TestBatchResultsModel::init()
{
    m_proxyTester.reset();
    m_proxy.reset();
    m_tester.reset();
    m_model = std::make_unique<BatchResultsModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_proxy = std::make_unique<FilterProxy>();
    m_proxy->setRows(m_model.get());
    m_proxyTester = std::make_unique<QAbstractItemModelTester>(
        m_proxy.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestBatchResultsModel::statesAreShownWithoutTheFiles()
{
    show(chatLine("a", "q") + chatLine("b", "q") + chatLine("c", "q") + chatLine("d", "q"),
         {chatAnswer("a", "yes", 1200, 34) + refusedLine("b", 500, {}, "down") +
          brokenLine("c", "batch_expired")});
    const auto cell = [this](int row, int column) { return m_model->index(row, column).data().toString(); };
    QCOMPARE(cell(0, BatchResultsModel::Status), u"answered"_s);
    QCOMPARE(cell(1, BatchResultsModel::Status), u"failed"_s);
    QCOMPARE(cell(2, BatchResultsModel::Status), u"expired"_s);
    QCOMPARE(cell(3, BatchResultsModel::Status), u"no answer"_s);
    QCOMPARE(m_model->index(1, BatchResultsModel::Status).data(ToneRole).value<int>(), int(Tone::Failed));
    QCOMPARE(cell(1, BatchResultsModel::Http), u"500"_s);
    QCOMPARE(cell(3, BatchResultsModel::Http), u"–"_s);
    QCOMPARE(m_model->rawValue(0, BatchResultsModel::Tokens).toLongLong(), 1234);
    QVERIFY(cell(3, BatchResultsModel::Tokens).isEmpty());
    QVERIFY(m_model->index(1, BatchResultsModel::Answer).data(FailureTextRole).toBool());
    QVERIFY(!m_model->index(0, BatchResultsModel::Answer).data(FailureTextRole).toBool());
}

void TestBatchResultsModel::textsComeWhenTheyAreShown()
{
    show(chatLine("a", "How do\\nI print?"), {chatAnswer("a", "With a printer.")});
    const QModelIndex request = m_model->index(0, BatchResultsModel::Request);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QCOMPARE(request.data().toString(), u"…"_s); // nothing was read for it
    QVERIFY(changed.wait());
    QVERIFY(request.data().toString().startsWith(u"How do"_s));
    QVERIFY(!request.data().toString().contains(u'\n'));
    QCOMPARE(m_model->index(0, BatchResultsModel::Answer).data().toString(), u"With a printer."_s);
    QCOMPARE(m_model->index(0, BatchResultsModel::CustomId).data().toString(), u"a"_s);
    QCOMPARE(m_model->index(0, BatchResultsModel::RequestId).data().toString(), u"req_a"_s);
}

void TestBatchResultsModel::onlyAFewRowsAreKept()
{
    showMany(many(3000));
    QCOMPARE(text(5, BatchResultsModel::CustomId), u"r5"_s);
    for (int from = 100; from < 1100; from += 100) {
        for (int row = from; row < from + 100; ++row)
            (void)m_model->index(row, BatchResultsModel::CustomId).data();
        QCOMPARE(text(from + 99, BatchResultsModel::CustomId), u"r%1"_s.arg(from + 99));
    }
    QCOMPARE(m_model->index(5, BatchResultsModel::CustomId).data().toString(), u"…"_s); // it is read again
    QCOMPARE(text(5, BatchResultsModel::CustomId), u"r5"_s);
}

void TestBatchResultsModel::linesCountEmptyOnes()
{
    show("\n\n" + chatLine("a", "q") + chatLine("b", "q") + "  \n" + chatLine("c", "q"),
         {chatAnswer("z", "?")});
    const auto line = [this](int row) { return m_model->rawValue(row, BatchResultsModel::Line); };
    QCOMPARE(line(0).toLongLong(), 3);
    QCOMPARE(line(1).toLongLong(), 4);
    QCOMPARE(line(2).toLongLong(), 6);
    QVERIFY(!line(3).isValid()); // nobody asked for it
}

void TestBatchResultsModel::duplicatesAndStraysAreFlagged()
{
    show(chatLine("a", "q"), {chatAnswer("a", "1") + chatAnswer("a", "2") + chatAnswer("z", "?")});
    QCOMPARE(m_model->index(0, BatchResultsModel::Note).data().toString(), u"answered twice"_s);
    QCOMPARE(m_model->index(1, BatchResultsModel::Note).data().toString(), u"nobody asked for it"_s);
    QCOMPARE(m_model->index(1, BatchResultsModel::Note).data(ToneRole).toInt(), int(Tone::Attention));
    filter(u"note=stray"_s);
    QCOMPARE(shownIds(), QStringList{u"z"_s});
}

void TestBatchResultsModel::whatIsAwaitedIsNoFailure()
{
    show(chatLine("a", "q"), {});
    m_model->setAwaiting(true);
    QCOMPARE(m_model->index(0, BatchResultsModel::Status).data().toString(), u"to come"_s);
    QCOMPARE(m_model->index(0, BatchResultsModel::Status).data(ToneRole).toInt(), int(Tone::Running));
    m_model->setAwaiting(false);
    QCOMPARE(m_model->index(0, BatchResultsModel::Status).data().toString(), u"no answer"_s);
}

void TestBatchResultsModel::errorsHaveTitles()
{
    QCOMPARE(BatchResultsModel::errorTitle({429, u"rate_limit"_s, {}, 1}), u"429 rate_limit"_s);
    QCOMPARE(BatchResultsModel::errorTitle({500, {}, {}, 1}), u"500"_s);
    QCOMPARE(BatchResultsModel::errorTitle({0, u"batch_expired"_s, {}, 1}), u"expired"_s);
    QCOMPARE(BatchResultsModel::errorTitle({0, u"request_timeout"_s, {}, 1}), u"request_timeout"_s);
    QVERIFY(!BatchResultsModel::errorTitle({0, {}, {}, 1}).isEmpty());
}

void TestBatchResultsModel::filtersByStateAndCode()
{
    show(chatLine("a", "q") + chatLine("b", "q") + chatLine("c", "q") + chatLine("d", "q"),
         {chatAnswer("a", "yes") + refusedLine("b", 429, "rate limit", "slow") +
          refusedLine("c", 500, "rate limit", "slow")});
    filter(u"status=failed"_s);
    QCOMPARE(shownIds(), (QStringList{u"b"_s, u"c"_s}));
    filter(u"error=\"rate limit\" http=429"_s);
    QCOMPARE(shownIds(), QStringList{u"b"_s});
    filter(u"-status=answered http:none"_s);
    QCOMPARE(shownIds(), QStringList{u"d"_s});
    filter(u"tokens>10"_s);
    QCOMPARE(shownIds(), QStringList{u"a"_s});
}

void TestBatchResultsModel::filtersByTheKindsNotToldApart()
{
    QByteArray requests;
    QByteArray answers;
    for (int i = 0; i < 1003; ++i) {
        const QByteArray id = "id-" + QByteArray::number(i);
        requests += chatLine(id, "hello");
        answers += refusedLine(id, 400, "code-" + QByteArray::number(i), "no");
    }
    showMany(requests, {answers});
    QCOMPARE(m_model->rowCount(), 1003);
    filter(u"error=\"%1\""_s.arg(otherKindsWord));
    QCOMPARE(m_proxy->rowCount(), 3);
    QCOMPARE(
        m_model->index(m_proxy->sourceRow(m_proxy->index(0, 0)), BatchResultsModel::Error).data().toString(),
        u"other kinds"_s);
    filter(u"error=\"code-999\" http=400"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
}

void TestBatchResultsModel::secondsAreNoFilter()
{
    // They stand in the files: rows that nobody has looked at would count as without any.
    for (const QString &text : {u"seconds>5"_s, u"seconds:none"_s}) {
        const FilterExpression filter = FilterExpression::parse(text, m_model->columns(), 0);
        QVERIFY2(!filter.error().isEmpty(), qPrintable(text));
        QVERIFY(filter.isEmpty());
    }
    QVERIFY(FilterExpression::parse(u"tokens>5"_s, m_model->columns(), 0).error().isEmpty());
}

void TestBatchResultsModel::wordsAreFoundInTheFiles()
{
    showMany(many(2500) + chatLine("last", "a printer, at last"), {chatAnswer("r7", "PRINTER jam")});
    m_proxy->setFilterText(u"printer"_s, 0);
    QVERIFY(m_model->isSearching());
    QCOMPARE(m_proxy->rowCount(), 0); // nothing is known yet, and nobody waited for it
    QTRY_VERIFY(!m_model->isSearching());
    QTRY_COMPARE(m_proxy->rowCount(), 2);
    QCOMPARE(shownIds(), (QStringList{u"r7"_s, u"last"_s}));
    filter(u"printer jam"_s);
    QCOMPARE(shownIds(), QStringList{u"r7"_s});
    filter({});
    QCOMPARE(m_proxy->rowCount(), 2501);
}

void TestBatchResultsModel::wordsAreFoundInAColumn()
{
    show(chatLine("alpha", "beta") + chatLine("beta", "alpha"),
         {chatAnswer("alpha", "gamma"), chatAnswer("beta", "delta")});
    filter(u"custom_id:alp"_s);
    QCOMPARE(shownIds(), QStringList{u"alpha"_s});
    filter(u"custom_id=beta"_s);
    QCOMPARE(shownIds(), QStringList{u"beta"_s});
    filter(u"request:alpha"_s);
    QCOMPARE(shownIds(), QStringList{u"beta"_s});
    filter(u"answer:gam"_s);
    QCOMPARE(shownIds(), QStringList{u"alpha"_s});
    filter(u"request_id:req_beta"_s);
    QCOMPARE(shownIds(), QStringList{u"beta"_s});
}

void TestBatchResultsModel::aNegatedWordHides()
{
    show(chatLine("a", "red") + chatLine("b", "blue"), {});
    filter(u"-red"_s);
    QTRY_COMPARE(shownIds(), QStringList{u"b"_s});
}

void TestBatchResultsModel::aSearchCanBeStopped()
{
    showMany(many(5000));
    m_proxy->setFilterText(u"number"_s, 0);
    QVERIFY(m_model->isSearching());
    m_model->stopSearch();
    QVERIFY(!m_model->isSearching());
    const int found = m_proxy->rowCount();
    QVERIFY(found < 5000);
    QTest::qWait(0);
    QVERIFY(!m_model->isSearching());
    filter(u"number 4999"_s); // another filter searches all again
    QTRY_COMPARE(shownIds(), QStringList{u"r4999"_s});
}

void TestBatchResultsModel::anotherWordEndsTheSearchOfBefore()
{
    showMany(many(5000));
    for (const QString &typed : {u"n"_s, u"nu"_s, u"num"_s, u"4321"_s})
        m_proxy->setFilterText(typed, 0);
    QTRY_VERIFY(!m_model->isSearching());
    QTRY_COMPARE(shownIds(), QStringList{u"r4321"_s});
}

void TestBatchResultsModel::aListThatGoesSaysNothingOfItsSearch()
{
    showMany(many(5000));
    m_proxy->setFilterText(u"4321"_s, 0);
    QVERIFY(m_model->isSearching());
    int told = 0; // to whoever owns the list, and may be half gone itself
    connect(m_model.get(), &BatchResultsModel::searchChanged, this, [&told] { ++told; });
    connect(m_model.get(), &RowModelBase::countChanged, this, [&told] { ++told; });
    m_proxy.reset();
    m_model.reset();
    QCOMPARE(told, 0);
}

void TestBatchResultsModel::sortsByNumbersAtOnce()
{
    show(chatLine("a", "q") + chatLine("b", "q") + chatLine("c", "q"),
         {chatAnswer("a", "x", 5, 5) + chatAnswer("b", "x", 50, 5) + refusedLine("c", 400, {}, "no")});
    m_proxy->sort(BatchResultsModel::Tokens, Qt::DescendingOrder);
    QCOMPARE(shownIds(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    m_proxy->sort(BatchResultsModel::Status, Qt::AscendingOrder);
    QCOMPARE(shownIds(), (QStringList{u"c"_s, u"a"_s, u"b"_s})); // what needs somebody comes first
    m_proxy->sort(BatchResultsModel::Line, Qt::AscendingOrder);
    QCOMPARE(shownIds(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestBatchResultsModel::sortsByTextsWhenTheyAreRead()
{
    show(chatLine("b", "zebra") + chatLine("c", "Apple") + chatLine("a", "mouse"), {});
    m_proxy->sort(BatchResultsModel::Request, Qt::AscendingOrder);
    QVERIFY(m_model->isRanking());
    QTRY_VERIFY(!m_model->isRanking());
    QTRY_COMPARE(shownIds(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    m_proxy->sort(BatchResultsModel::CustomId, Qt::DescendingOrder);
    QTRY_VERIFY(!m_model->isRanking());
    QTRY_COMPARE(shownIds(), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
}

void TestBatchResultsModel::aSortByFiguresEndsOneByTexts()
{
    show(chatLine("b", "zebra") + chatLine("c", "Apple"), {});
    m_proxy->sort(BatchResultsModel::Request, Qt::AscendingOrder);
    QVERIFY(m_model->isRanking());
    QSignalSpy told(m_model.get(), &BatchResultsModel::rankingChanged);
    m_proxy->sort(BatchResultsModel::Line, Qt::DescendingOrder);
    QVERIFY(!m_model->isRanking()); // nobody waits for it any more
    QCOMPARE(told.size(), 1);
    QCOMPARE(shownIds(), (QStringList{u"c"_s, u"b"_s}));
    m_proxy->sort(BatchResultsModel::Request, Qt::AscendingOrder);
    QTRY_VERIFY(!m_model->isRanking());
    QTRY_COMPARE(shownIds(), (QStringList{u"c"_s, u"b"_s}));
}

void TestBatchResultsModel::whatHasNoRowsIsSorted()
{
    m_model->setResults(std::make_shared<const BatchResults>());
    m_proxy->sort(BatchResultsModel::Request, Qt::AscendingOrder);
    QVERIFY(!m_model->isRanking());
    QCOMPARE(m_proxy->rowCount(), 0);
}

void TestBatchResultsModel::aLaterJoinKeepsItsPlaces()
{
    const QByteArray input = chatLine("a", "q") + chatLine("b", "q");
    show(input, {chatAnswer("z", "?")});
    const QPersistentModelIndex second = m_model->index(1, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    show(input, {chatAnswer("a", "yes") + chatAnswer("b", "yes")});
    QVERIFY(second.isValid());
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->index(1, BatchResultsModel::Status).data().toString(), u"answered"_s);
    QCOMPARE(text(1, BatchResultsModel::Answer), u"yes"_s);
    QCOMPARE(reset.size(), 0);
}

void TestBatchResultsModel::aLaterJoinIsSearchedAnew()
{
    const QByteArray input = chatLine("a", "q") + chatLine("b", "q");
    show(input, {});
    filter(u"gamma"_s);
    QCOMPARE(m_proxy->rowCount(), 0);
    show(input, {chatAnswer("b", "gamma")});
    QTRY_COMPARE(m_proxy->rowCount(), 1);
    QCOMPARE(shownIds(), QStringList{u"b"_s});
    // What was found stays where it is, also while it is looked for anew.
    const QPersistentModelIndex found = m_proxy->index(0, 0);
    show(input, {chatAnswer("a", "gamma") + chatAnswer("b", "gamma")});
    QTRY_COMPARE(m_proxy->rowCount(), 2);
    QVERIFY(found.isValid());
    show(input, {chatAnswer("a", "gamma")});
    QTRY_COMPARE(m_proxy->rowCount(), 1);
    QCOMPARE(shownIds(), QStringList{u"a"_s});
    QVERIFY(!found.isValid());
}

void TestBatchResultsModel::withoutResultsItSaysWhy()
{
    show(chatLine("a", "q"), {});
    m_model->clearResults(LoadState::Failed, ApiError::make(ApiError::Kind::Network));
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->loadState(), LoadState::Failed);
    QVERIFY(!m_model->results());
}

QTEST_GUILESS_MAIN(TestBatchResultsModel)
#include "tst_batchresultsmodel.moc"
