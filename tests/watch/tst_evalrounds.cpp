// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of evals that somebody began elsewhere, as a pipeline does, while the window only watches.
#include "watch/watchbench.h"

#include <QTest>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

class TestEvalRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<WatchBench>(); }
    void cleanup() { m.reset(); }

    void aRunBegunElsewhereIsFoundAndItsEndTold();
    void anEvalMadeElsewhereIsFoundToo();
    void manyEvalsAreAskedSlowly();
    void aPageThatReadsThemIsNotRepeated();
    void troubleEndsNoRound();
    void nothingIsAskedWhilePausedOrByHandOnly();

private:
    int askedForRuns() const
    {
        return int(std::count_if(m->asked.cbegin(), m->asked.cend(),
                                 [](const QString &path) { return path.endsWith("/runs"_L1); }));
    }

    std::unique_ptr<WatchBench> m;
};

void TestEvalRounds::aRunBegunElsewhereIsFoundAndItsEndTold()
{
    for (const auto &id : {u"eval_1"_s, u"eval_2"_s, u"eval_3"_s}) {
        m->evalList() << madeEval(id);
        m->runsOf(id) << madeRun(id, u"evalrun_of_"_s + id, u"completed"_s);
    }
    m->open(30);
    m->pass(120);
    QVERIFY(m->watch->survey().isComplete());
    QCOMPARE(m->watch->running().size(), 0);
    m->runsOf(u"eval_2"_s).prepend(madeRun(u"eval_2"_s, u"evalrun_new"_s, u"in_progress"_s));
    m->pass(1'300, 5'000); // a round, and the time until the first
    QCOMPARE(m->watch->running().size(), 1);
    QCOMPARE(m->watch->running().at(0).key, u"evalrun_new"_s);
    // From here on it is followed as any other.
    m->runsOf(u"eval_2"_s)[0] = madeRun(u"eval_2"_s, u"evalrun_new"_s, u"completed"_s);
    m->pass(90);
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1);
    QCOMPARE(m->watch->running().size(), 0);
    QVERIFY(m->mostAMinute() <= 30);
}

void TestEvalRounds::anEvalMadeElsewhereIsFoundToo()
{
    m->open(30);
    m->pass(120);
    m->evalList() << madeEval(u"eval_new"_s);
    m->runsOf(u"eval_new"_s) << madeRun(u"eval_new"_s, u"evalrun_1"_s, u"queued"_s);
    m->pass(1'300, 5'000);
    QVERIFY(m->index->find(ObjectKind::Eval, u"eval_new"_s));
    QCOMPARE(m->watch->running().size(), 1);
}

void TestEvalRounds::manyEvalsAreAskedSlowly()
{
    for (int i = 0; i < 60; ++i)
        m->evalList() << madeEval(u"eval_%1"_s.arg(i));
    m->open(30);
    m->pass(900, 5'000);
    QVERIFY(m->watch->survey().isComplete());
    const int before = askedForRuns();
    m->pass(3'600, 10'000);
    // Two a minute at most; in an hour nevertheless each of them once.
    QVERIFY2(askedForRuns() - before <= 121, qPrintable(QString::number(askedForRuns() - before)));
    for (int i = 0; i < 60; ++i)
        QVERIFY(m->count(u"/v1/evals/eval_%1/runs"_s.arg(i)) >= 2);
    QVERIFY(m->mostAMinute() <= 30);
}

void TestEvalRounds::aPageThatReadsThemIsNotRepeated()
{
    m->evalList() << madeEval(u"eval_1"_s);
    m->open(30);
    m->pass(120);
    const int lists = m->count(u"/v1/evals"_s);
    const int before = askedForRuns();
    int byThePage = 0;
    // An open page, every minute; the rounds would ask twice in this time.
    for (int minute = 0; minute < 25; ++minute) {
        m->session->evals().listRuns(u"eval_1"_s, {}, &m->context, [](const auto &) {});
        ++byThePage;
        m->pass(60, 10'000);
    }
    QVERIFY(m->count(u"/v1/evals"_s) > lists); // they go on
    QCOMPARE(askedForRuns() - before, byThePage);
}

void TestEvalRounds::troubleEndsNoRound()
{
    for (const auto &id : {u"eval_1"_s, u"eval_2"_s})
        m->evalList() << madeEval(id);
    m->open(30);
    m->pass(120);
    m->trouble = [](const FakeRequest &request) {
        return request.path.endsWith("/runs"_L1) ? std::optional(FakeReply::error(500)) : std::nullopt;
    };
    m->pass(1'300, 5'000);
    m->trouble = nullptr;
    m->runsOf(u"eval_1"_s) << madeRun(u"eval_1"_s, u"evalrun_new"_s, u"in_progress"_s);
    m->pass(1'300, 5'000);
    QCOMPARE(m->watch->running().size(), 1);
}

void TestEvalRounds::nothingIsAskedWhilePausedOrByHandOnly()
{
    m->evalList() << madeEval(u"eval_1"_s);
    m->open(30);
    m->pass(120);
    m->watch->setPaused(true);
    qsizetype before = m->asked.size();
    m->pass(3'600, 10'000);
    QCOMPARE(m->asked.size(), before);
    m->watch->setPaused(false);
    m->watch->setSeconds(0);
    before = m->asked.size();
    m->pass(3'600, 10'000);
    QCOMPARE(m->asked.size(), before);
}

QTEST_GUILESS_MAIN(TestEvalRounds)
#include "tst_evalrounds.moc"
