// SPDX-License-Identifier: GPL-3.0-or-later
// Whole lists are read, so that the index knows everything.
#include "watch/watchbench.h"

#include "watch/requestbudget.h"
#include "watch/survey.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everythingIsReadToItsEnd();
    void onlyWhatIsAskedForIsRead();
    void anAreaThatIsNotThereCountsAsRead();
    void whatCannotBeReadIsSaid();
    void aStoreThatIsDeletedMeanwhileIsNoFault();
    void withoutAnswersItEndsSoon();
    void whatIsKnownWholeIsNotReadAgain();
    void itKeepsToABudget();
    void stoppedNothingFollows();
    void itCanBeginAgainFromItsOwnSignal();

private:
    bool finishes();

    std::unique_ptr<WatchBench> m;
    std::unique_ptr<Survey> m_survey;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestSurvey::init()
{
    m = std::make_unique<WatchBench>();
    for (int i = 0; i < 250; ++i) {
        m->fileList() << madeFile(u"file-%1"_s.arg(i));
        m->batches() << madeBatch(u"batch_%1"_s.arg(i), u"completed"_s, 100);
    }
    for (int i = 0; i < 5; ++i) {
        const QString store = u"vs_%1"_s.arg(i);
        m->stores() << madeStore(store, u"completed"_s, 0, 120);
        for (int file = 0; file < 120; ++file)
            m->filesOf(store) << madeStoreFile(store, u"file-%1"_s.arg(file), u"completed"_s,
                                               FakeProject::start);
        const QString eval = u"eval_%1"_s.arg(i);
        m->evalList() << madeEval(eval);
        m->runsOf(eval) << madeRun(eval, u"run_%1"_s.arg(i), u"completed"_s);
    }
    m->jobs() << madeJob(u"ftjob-1"_s, u"succeeded"_s);
    m->open(0);
    m_survey = std::make_unique<Survey>(*m->session, *m->index);
    m_finished = std::make_unique<QSignalSpy>(m_survey.get(), &Survey::finished);
}

void TestSurvey::cleanup()
{
    m_finished.reset();
    m_survey.reset();
    m.reset();
}

bool TestSurvey::finishes()
{
    for (int i = 0; i < 600 && m_finished->isEmpty(); ++i)
        m->pass(1);
    return m_finished->size() == 1;
}

void TestSurvey::everythingIsReadToItsEnd()
{
    m_survey->start(Survey::Everything);
    QVERIFY(m_survey->isRunning());
    QVERIFY(finishes());
    QVERIFY(!m_survey->isRunning());
    QVERIFY(m_survey->isComplete());
    QCOMPARE(m_survey->done(), 5 + 5 + 5);
    QCOMPARE(m_survey->total(), 5 + 5 + 5);
    QVERIFY(m_survey->faults().isEmpty());
    QCOMPARE(m->index->count(ObjectKind::File), 250);
    QCOMPARE(m->index->count(ObjectKind::Batch), 250);
    QCOMPARE(m->index->count(ObjectKind::StoreFile), 600);
    QCOMPARE(m->index->count(ObjectKind::EvalRun), 5);
    QCOMPARE(m->index->count(ObjectKind::Job), 1);
    QVERIFY(m->index->wholeAt(ObjectKind::Batch) > 0);
    QVERIFY(m->index->wholeAt(ObjectKind::StoreFile, u"vs_4"_s) > 0);
    // Each page once.
    QCOMPARE(m->count(u"/v1/batches"_s), 3);
    QCOMPARE(m->count(u"/v1/vector_stores/vs_0/files"_s), 2);
    QCOMPARE(m->count(u"/v1/files"_s), 1);
}

void TestSurvey::onlyWhatIsAskedForIsRead()
{
    m_survey->start(Survey::StoreFiles | Survey::Batches);
    QVERIFY(finishes());
    QCOMPARE(m->count(u"/v1/vector_stores"_s), 1); // the files are found in them
    QCOMPARE(m->index->count(ObjectKind::StoreFile), 600);
    QCOMPARE(m->count(u"/v1/files"_s) + m->count(u"/v1/evals"_s) + m->count(u"/v1/fine_tuning/jobs"_s), 0);
}

void TestSurvey::anAreaThatIsNotThereCountsAsRead()
{
    m->missing << u"/v1/evals"_s;
    m_survey->start(Survey::Everything);
    QVERIFY(finishes());
    QVERIFY(m_survey->isComplete());
    QCOMPARE(m_survey->faults().size(), 1);
    QCOMPARE(m_survey->faults().first().kind, ObjectKind::Eval);
    QVERIFY(m_survey->faults().first().noArea);
}

void TestSurvey::whatCannotBeReadIsSaid()
{
    m->trouble = [](const FakeRequest &request) -> std::optional<FakeReply> {
        if (request.path == "/v1/vector_stores/vs_2/files"_L1)
            return FakeReply::error(403, "forbidden");
        return {};
    };
    m_survey->start(Survey::StoreFiles);
    QVERIFY(finishes());
    QVERIFY(!m_survey->isComplete());
    QCOMPARE(m_survey->faults().size(), 1);
    QCOMPARE(m_survey->faults().first().parentId, u"vs_2"_s);
    QCOMPARE(m_survey->faults().first().error.httpStatus, 403);
    QVERIFY(!m_survey->faults().first().noArea);
    QCOMPARE(m->index->count(ObjectKind::StoreFile), 480); // all others
}

void TestSurvey::aStoreThatIsDeletedMeanwhileIsNoFault()
{
    m->missing << u"/v1/vector_stores/vs_1/files"_s;
    m_survey->start(Survey::StoreFiles);
    QVERIFY(finishes());
    QVERIFY(m_survey->isComplete());
    QCOMPARE(m_survey->gone(), QSet<QString>{u"vs_1"_s});
}

void TestSurvey::withoutAnswersItEndsSoon()
{
    m_survey->start(Survey::StoreFiles | Survey::Stores);
    m->trouble = [](const FakeRequest &request) -> std::optional<FakeReply> {
        if (request.path.endsWith("/files"_L1))
            return FakeReply::broken(WireFailure::Refused);
        return {};
    };
    QVERIFY(finishes());
    QVERIFY(!m_survey->isComplete());
    QCOMPARE(m_survey->faults().size(), 5);
    QCOMPARE(m_survey->done(), m_survey->total());
    QCOMPARE(m->count(u"/v1/vector_stores/vs_4/files"_s), 0); // nobody would answer there, either
}

void TestSurvey::whatIsKnownWholeIsNotReadAgain()
{
    m_survey->start(Survey::Stores | Survey::Batches);
    QVERIFY(finishes());
    m_finished->clear();
    m_survey->setOnlyUnknown(true);
    m_survey->start(Survey::Everything);
    QVERIFY(finishes());
    QCOMPARE(m->count(u"/v1/batches"_s), 3);
    QCOMPARE(m->count(u"/v1/vector_stores"_s), 1);
    QCOMPARE(m->index->count(ObjectKind::StoreFile), 600);
    m_finished->clear();
    const qsizetype asked = m->asked.size();
    m_survey->start(Survey::Everything);
    QVERIFY(finishes());
    QCOMPARE(m->asked.size(), asked);
    QVERIFY(m_survey->isComplete());
}

void TestSurvey::itKeepsToABudget()
{
    RequestBudget budget(m->clock, 24);
    BudgetShare share(budget, 10, 3);
    m_survey->setBudget(&share);
    m_survey->start(Survey::Everything, true);
    QVERIFY(finishes());
    QVERIFY(m->asked.size() > 20);
    QVERIFY(m->mostAMinute() <= 10);
}

void TestSurvey::stoppedNothingFollows()
{
    m_survey->start(Survey::Everything);
    m_survey->stop();
    QVERIFY(!m_survey->isRunning());
    m->pass(60);
    QCOMPARE(m_finished->size(), 0);
    QVERIFY(!m_survey->isComplete());
    QVERIFY(m->asked.size() <= 3);
}

void TestSurvey::itCanBeginAgainFromItsOwnSignal()
{
    int begun = 0;
    QObject::connect(m_survey.get(), &Survey::progressed, m_survey.get(), [this, &begun] {
        if (m_survey->done() == 2 && begun++ == 0)
            m_survey->start(Survey::Jobs);
    });
    m_survey->start(Survey::Everything);
    QVERIFY(finishes());
    QCOMPARE(begun, 1);
    QVERIFY(m_survey->isComplete());
    QCOMPARE(m_survey->total(), 1);
}

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_survey.moc"
