// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of evals and runs on a fake wire, watched by the model tester from the beginning.
#include "api/apibench.h"
#include "lists/evalrunsloader.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "lists/evaltreemodel.h"
#include "lists/evaltreeproxy.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

struct RunSeed
{
    QString id;
    QString name;
    QString status = u"completed"_s;
    qint64 passed = 8;
    qint64 failed = 2;
    qint64 created = 1'760'000'000;
    QString model = u"gpt-4.1"_s;
};

QJsonObject runJson(const QString &evalId, const RunSeed &run)
{
    return {{u"id"_s, run.id},
            {u"object"_s, u"eval.run"_s},
            {u"eval_id"_s, evalId},
            {u"name"_s, run.name},
            {u"status"_s, run.status},
            {u"model"_s, run.model},
            {u"created_at"_s, run.created},
            {u"result_counts"_s,
             QJsonObject{{u"total"_s, 10}, {u"passed"_s, run.passed}, {u"failed"_s, run.failed}, {u"errored"_s, 0}}}};
}

/// A server that holds what a test says and pages as it is asked.
struct TreeBench : ApiBench
{
    TreeBench()
        : tree(*session), proxy(tree), treeTester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest),
          proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        wire->setHandler([this](const FakeRequest &request) { return answer(request); });
    }

    FakeReply answer(const FakeRequest &request)
    {
        if (request.path == u"/v1/evals"_s) {
            QJsonArray data;
            for (const QString &id : evals)
                data.append(QJsonObject{{u"id"_s, id}, {u"object"_s, u"eval"_s}, {u"name"_s, names.value(id, id + u" name"_s)},
                                        {u"created_at"_s, 1'760'000'000 + evals.indexOf(id)}});
            return page(data, request);
        }
        const QString evalId = request.path.section(u'/', 3, 3);
        if (gone.contains(evalId))
            return FakeReply::error(404);
        QJsonArray data;
        for (const RunSeed &run : runs.value(evalId))
            data.append(runJson(evalId, run));
        return page(data, request);
    }

    static FakeReply page(const QJsonArray &all, const FakeRequest &request)
    {
        const QUrlQuery query(request.url);
        const int limit = query.queryItemValue(u"limit"_s).toInt();
        const QString after = query.queryItemValue(u"after"_s);
        QJsonArray data;
        bool begun = after.isEmpty();
        bool more = false;
        for (const QJsonValue &value : all) {
            if (begun && data.size() == limit) {
                more = true;
                break;
            }
            if (begun)
                data.append(value);
            begun = begun || value[u"id"_s].toString() == after;
        }
        return FakeReply::json(
            QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}}).toJson());
    }

    bool load()
    {
        tree.evals().refresh();
        return settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] {
            return !tree.evals().isWalking() && !tree.loader().isBusy() && tree.areRunsKnown();
        }, 10'000);
    }
    int runLists() const
    {
        int count = 0;
        for (const FakeRequest &request : wire->requests())
            count += request.path.endsWith(u"/runs"_s);
        return count;
    }
    int mostRunLists() const { return wire->mostRunning(); }

    QStringList evals;
    QHash<QString, QString> names;
    QHash<QString, QList<RunSeed>> runs;
    QSet<QString> gone;
    EvalTreeModel tree;
    EvalTreeProxy proxy;
    QAbstractItemModelTester treeTester;
    QAbstractItemModelTester proxyTester;
};

QStringList shownIds(const EvalTreeProxy &proxy, const QModelIndex &parent = {})
{
    QStringList ids;
    for (int row = 0; row < proxy.rowCount(parent); ++row)
        ids << proxy.tree().idAt(proxy.mapToSource(proxy.index(row, 0, parent)));
    return ids;
}

QString text(const EvalTreeModel &tree, const QString &id, EvalTreeModel::Column column)
{
    return tree.indexOf(id).siblingAtColumn(column).data().toString();
}

} // namespace

class TestEvalTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfAllEvalsAreFetchedAFewAtATime();
    void longListsOfRunsAreFollowedToTheirEnd();
    void cellsSayHowARunStands();
    void refreshKeepsWhatPointsIntoTheTree();
    void unfinishedRunsAreAskedForUntilTheyEnd();
    void aStateNobodyKnowsIsAskedForSlowly();
    void whatIsDueIsNotPutOff();
    void nothingIsAskedWhenAllHasEnded();
    void goneEvalIsNotAskedForever();
    void checksAreOfOneEvalAndAtMostFive();
    void checkedRunThatGoesIsUnchecked();
    void filterShowsAnEvalWithAllItsRunsAndARunWithItsEval_data();
    void filterShowsAnEvalWithAllItsRunsAndARunWithItsEval();
    void sortsByWhatAColumnMeans();
    void shareIsNeitherRoundedToAllNorToNone_data();
    void shareIsNeitherRoundedToAllNorToNone();
};

void TestEvalTree::runsOfAllEvalsAreFetchedAFewAtATime()
{
    TreeBench bench;
    for (int i = 0; i < 30; ++i) {
        const QString id = u"eval_%1"_s.arg(i);
        bench.evals << id;
        bench.runs[id] << RunSeed{id + u"_run"_s, u"only"_s};
    }
    QVERIFY(bench.load());
    QCOMPARE(bench.tree.evals().rowCount(), 30);
    QCOMPARE(bench.tree.runCount(), 30);
    QCOMPARE(bench.runLists(), 30); // one each
    QVERIFY(bench.mostRunLists() <= 4); // three lists of runs beside the list of evals
    for (const FakeRequest &request : bench.wire->requests()) {
        if (request.path.endsWith(u"/runs"_s))
            QCOMPARE(request.lane, Lane::Background);
    }
    QCOMPARE(bench.tree.rowCount(bench.tree.indexOf(u"eval_7"_s)), 1);
}

void TestEvalTree::longListsOfRunsAreFollowedToTheirEnd()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    for (int i = 0; i < 250; ++i)
        bench.runs[u"eval_a"_s] << RunSeed{u"run_%1"_s.arg(i), u"run %1"_s.arg(i)};
    QVERIFY(bench.load());
    QCOMPARE(bench.tree.rowCount(bench.tree.indexOf(u"eval_a"_s)), 250);
    QCOMPARE(bench.runLists(), 3); // a hundred a page
}

void TestEvalTree::cellsSayHowARunStands()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_done"_s, u"v13 mini"_s} << RunSeed{u"run_now"_s, {}, u"in_progress"_s, 3, 1}
                            << RunSeed{u"run_odd"_s, u"odd"_s, u"frozen"_s, 0, 0}
                            << RunSeed{u"run_bad"_s, u"bad"_s, u"failed"_s, 0, 0};
    QVERIFY(bench.load());
    const EvalTreeModel &tree = bench.tree;
    QCOMPARE(text(tree, u"run_done"_s, EvalTreeModel::Name), u"v13 mini"_s);
    QCOMPARE(text(tree, u"run_done"_s, EvalTreeModel::Passed), u"80 %"_s);
    const auto bar = tree.indexOf(u"run_done"_s).siblingAtColumn(EvalTreeModel::Passed).data(ProgressRole).value<CellProgress>();
    QCOMPARE(bar.done, 1.0);
    QCOMPARE(bar.failed, 0.2);
    QCOMPARE(text(tree, u"run_now"_s, EvalTreeModel::Name), u"gpt-4.1"_s); // by its model, without a name
    QCOMPARE(text(tree, u"run_now"_s, EvalTreeModel::Passed), u"40 %"_s);
    const QModelIndex now = tree.indexOf(u"run_now"_s).siblingAtColumn(EvalTreeModel::Passed);
    QCOMPARE(Tone(now.data(ToneRole).toInt()), Tone::Running);
    QVERIFY(!now.data(ProgressRole).isValid());
    // An unknown state is shown as it is, and is not the end.
    QCOMPARE(text(tree, u"run_odd"_s, EvalTreeModel::Status), u"frozen"_s);
    QCOMPARE(tree.unfinishedCount(), 2);
    QCOMPARE(text(tree, u"eval_a"_s, EvalTreeModel::Passed), u"4 run(s)"_s);
    // One that came to nothing says so instead of drawing an empty bar.
    QCOMPARE(text(tree, u"run_bad"_s, EvalTreeModel::Passed), u"failed"_s);
    QCOMPARE(Tone(tree.indexOf(u"run_bad"_s).siblingAtColumn(EvalTreeModel::Passed).data(ToneRole).toInt()), Tone::Failed);
}

void TestEvalTree::refreshKeepsWhatPointsIntoTheTree()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s << u"eval_b"_s << u"eval_c"_s;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        for (int i = 0; i < 4; ++i)
            bench.runs[u"eval_"_s + id] << RunSeed{u"run_%1%2"_s.arg(id).arg(i), u"run %1"_s.arg(i)};
    }
    QVERIFY(bench.load());
    bench.proxy.sort(EvalTreeModel::Name);
    const QPersistentModelIndex eval = bench.proxy.mapFromSource(bench.tree.indexOf(u"eval_b"_s));
    const QPersistentModelIndex run = bench.proxy.mapFromSource(bench.tree.indexOf(u"run_b2"_s));
    const QPersistentModelIndex other = bench.proxy.mapFromSource(bench.tree.indexOf(u"run_c3"_s));
    QSignalSpy resets(&bench.proxy, &QAbstractItemModel::modelReset);

    bench.evals.removeFirst();
    bench.evals << u"eval_d"_s;
    bench.names[u"eval_c"_s] = u"zz renamed"_s;
    bench.runs[u"eval_b"_s].removeFirst();
    bench.runs[u"eval_b"_s].prepend({u"run_b9"_s, u"newest"_s});
    bench.tree.refresh();
    QVERIFY(QTest::qWaitFor([&] { return bench.tree.indexOf(u"run_b9"_s).isValid(); }));
    QVERIFY(bench.settle());
    QCOMPARE(resets.count(), 0);
    const auto idAt = [&](const QModelIndex &index) { return bench.tree.idAt(bench.proxy.mapToSource(index)); };
    QCOMPARE(idAt(eval), u"eval_b"_s);
    QCOMPARE(idAt(run), u"run_b2"_s);
    QCOMPARE(run.parent(), QModelIndex(eval));
    QCOMPARE(idAt(other), u"run_c3"_s);
    QVERIFY(!bench.tree.indexOf(u"eval_a"_s).isValid());
    QVERIFY(!bench.tree.indexOf(u"run_a1"_s).isValid());
    QVERIFY(!bench.tree.indexOf(u"run_b0"_s).isValid());
}

void TestEvalTree::unfinishedRunsAreAskedForUntilTheyEnd()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s << u"eval_b"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_a"_s, u"a"_s};
    bench.runs[u"eval_b"_s] << RunSeed{u"run_b"_s, u"b"_s, u"in_progress"_s, 1, 0} << RunSeed{u"run_b2"_s, u"b2"_s, u"queued"_s, 0, 0};
    bench.tree.loader().setPollInterval(3000);
    QVERIFY(bench.load());
    FakeClock::settle();
    const auto asked = [&](const QString &id) { return bench.wire->count(Method::Get, u"/v1/evals/%1/runs"_s.arg(id)); };
    QCOMPARE(asked(u"eval_b"_s), 1);
    bench.clock.advance(3000);
    QTRY_COMPARE(asked(u"eval_b"_s), 2); // one call for both of its runs
    QVERIFY(bench.settle());
    bench.runs[u"eval_b"_s][0].status = u"completed"_s;
    bench.runs[u"eval_b"_s][1].status = u"canceled"_s;
    FakeClock::settle();
    bench.clock.advance(3000);
    QTRY_COMPARE(asked(u"eval_b"_s), 3);
    QTRY_COMPARE(bench.tree.unfinishedCount(), 0);
    QVERIFY(bench.settle());
    FakeClock::settle();
    bench.clock.advance(600'000);
    FakeClock::settle();
    QCOMPARE(asked(u"eval_b"_s), 3);
    QCOMPARE(asked(u"eval_a"_s), 1); // nothing was unfinished there
}

void TestEvalTree::aStateNobodyKnowsIsAskedForSlowly()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_a"_s, u"a"_s, u"pondering"_s, 1, 0};
    bench.tree.loader().setPollInterval(3000);
    QVERIFY(bench.load());
    FakeClock::settle();
    bench.clock.advance(59'000);
    FakeClock::settle();
    QCOMPARE(bench.runLists(), 1);
    bench.clock.advance(1000);
    QTRY_COMPARE(bench.runLists(), 2);
    QVERIFY(bench.settle());
}

void TestEvalTree::whatIsDueIsNotPutOff()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_a"_s, u"a"_s, u"in_progress"_s, 0, 0};
    bench.tree.loader().setPollInterval(3000);
    QVERIFY(bench.load());
    FakeClock::settle();
    QCOMPARE(bench.runLists(), 1);
    // Somebody looks at how it stands more often than it is asked for.
    bench.clock.advance(2000);
    bench.tree.loader().watch();
    bench.clock.advance(1000);
    QTRY_COMPARE(bench.runLists(), 2);
    QVERIFY(bench.settle());
}

void TestEvalTree::nothingIsAskedWhenAllHasEnded()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_a"_s, u"a"_s};
    bench.tree.loader().setPollInterval(1000);
    QVERIFY(bench.load());
    FakeClock::settle();
    bench.clock.advance(600'000);
    FakeClock::settle();
    QCOMPARE(bench.runLists(), 1);
    // One that is started from here is watched at once.
    bench.runs[u"eval_a"_s] << RunSeed{u"run_new"_s, u"new"_s, u"in_progress"_s, 0, 0};
    bench.tree.takeRun(u"eval_a"_s, EvalRun::fromJson(runJson(u"eval_a"_s, bench.runs[u"eval_a"_s].last())));
    bench.clock.advance(1000);
    QTRY_COMPARE(bench.runLists(), 2);
}

void TestEvalTree::goneEvalIsNotAskedForever()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_a"_s, u"a"_s, u"in_progress"_s, 0, 0};
    bench.tree.loader().setPollInterval(1000);
    QVERIFY(bench.load());
    FakeClock::settle();
    bench.gone << u"eval_a"_s;
    bench.clock.advance(1000);
    QTRY_COMPARE(bench.runLists(), 2);
    QTRY_VERIFY(!bench.tree.loader().isBusy());
    FakeClock::settle();
    bench.clock.advance(600'000);
    FakeClock::settle();
    QCOMPARE(bench.runLists(), 2);
    QVERIFY(bench.tree.indexOf(u"run_a"_s).isValid()); // what came is shown until the list of evals says otherwise
}

void TestEvalTree::checksAreOfOneEvalAndAtMostFive()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s << u"eval_b"_s;
    for (int i = 0; i < 6; ++i) {
        bench.runs[u"eval_a"_s] << RunSeed{u"run_a%1"_s.arg(i), u"a"_s};
        bench.runs[u"eval_b"_s] << RunSeed{u"run_b%1"_s.arg(i), u"b"_s};
    }
    QVERIFY(bench.load());
    EvalTreeModel &tree = bench.tree;
    QSignalSpy refused(&tree, &EvalTreeModel::checkRefused);
    QSignalSpy moved(&tree, &EvalTreeModel::checksMoved);
    const auto check = [&](const QString &id, bool on) {
        return tree.setData(tree.indexOf(id), on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    };
    QVERIFY(!tree.flags(tree.indexOf(u"eval_a"_s)).testFlag(Qt::ItemIsUserCheckable));
    for (const int i : {3, 0, 1, 2, 4})
        QVERIFY(check(u"run_a%1"_s.arg(i), true));
    QCOMPARE(tree.checkedRuns().first(), u"run_a3"_s); // in the order they were checked
    QVERIFY(!check(u"run_a5"_s, true));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(tree.checkedRuns().size(), 5);
    QVERIFY(check(u"run_a3"_s, false));
    QCOMPARE(tree.checkedRuns(), (QStringList{u"run_a0"_s, u"run_a1"_s, u"run_a2"_s, u"run_a4"_s}));
    // Runs of another eval cannot be compared with these.
    QCOMPARE(moved.count(), 0);
    QVERIFY(check(u"run_b0"_s, true));
    QCOMPARE(moved.count(), 1); // nobody has them unticked in silence
    QCOMPARE(moved.first(), (QVariantList{u"eval_a"_s, 4}));
    QCOMPARE(tree.checkedEval(), u"eval_b"_s);
    QCOMPARE(tree.checkedRuns(), QStringList{u"run_b0"_s});
    QCOMPARE(Qt::CheckState(tree.indexOf(u"run_a0"_s).data(Qt::CheckStateRole).toInt()), Qt::Unchecked);
    QCOMPARE(Qt::CheckState(tree.indexOf(u"run_b0"_s).data(Qt::CheckStateRole).toInt()), Qt::Checked);
}

void TestEvalTree::checkedRunThatGoesIsUnchecked()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    for (int i = 0; i < 3; ++i)
        bench.runs[u"eval_a"_s] << RunSeed{u"run_a%1"_s.arg(i), u"a"_s};
    QVERIFY(bench.load());
    bench.tree.setCheckedRuns(u"eval_a"_s, {u"run_a0"_s, u"run_a1"_s, u"nonsense"_s});
    QCOMPARE(bench.tree.checkedRuns(), (QStringList{u"run_a0"_s, u"run_a1"_s}));
    bench.tree.removeRuns(u"eval_a"_s, {u"run_a0"_s});
    QCOMPARE(bench.tree.checkedRuns(), QStringList{u"run_a1"_s});
    bench.tree.removeEvals({u"eval_a"_s});
    QVERIFY(bench.tree.checkedRuns().isEmpty());
    QCOMPARE(bench.tree.rowCount(), 0);
}

void TestEvalTree::filterShowsAnEvalWithAllItsRunsAndARunWithItsEval_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("evals");
    QTest::addColumn<QStringList>("runsOfA");
    QTest::addColumn<bool>("understood");
    const QStringList all{u"run_a0"_s, u"run_a1"_s};
    QTest::newRow("nothing") << QString() << QStringList{u"eval_a"_s, u"eval_b"_s} << all << true;
    QTest::newRow("an eval's name") << u"triage"_s << QStringList{u"eval_a"_s} << all << true;
    QTest::newRow("a run's name") << u"baseline"_s << QStringList{u"eval_a"_s} << QStringList{u"run_a1"_s} << true;
    QTest::newRow("a run's id") << u"run_b0"_s << QStringList{u"eval_b"_s} << QStringList() << true;
    QTest::newRow("a model") << u"model:mini"_s << QStringList{u"eval_a"_s} << QStringList{u"run_a0"_s} << true;
    QTest::newRow("a status") << u"status:failed"_s << QStringList{u"eval_b"_s} << QStringList() << true;
    QTest::newRow("a share") << u"passed<80"_s << QStringList{u"eval_a"_s} << QStringList{u"run_a0"_s} << true;
    QTest::newRow("a share as it is shown") << u"passed=80%"_s << QStringList{u"eval_a"_s, u"eval_b"_s}
                                            << QStringList{u"run_a1"_s} << true;
    QTest::newRow("no share") << u"tokens>10%"_s << QStringList{u"eval_a"_s, u"eval_b"_s} << all << false;
    QTest::newRow("nothing of the kind") << u"zebra"_s << QStringList() << QStringList() << true;
    QTest::newRow("no such time") << u"created<soon"_s << QStringList{u"eval_a"_s, u"eval_b"_s} << all << false;
}

void TestEvalTree::filterShowsAnEvalWithAllItsRunsAndARunWithItsEval()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, evals);
    QFETCH(QStringList, runsOfA);
    QFETCH(bool, understood);
    TreeBench bench;
    bench.evals << u"eval_a"_s << u"eval_b"_s;
    bench.names = {{u"eval_a"_s, u"Triage golden"_s}, {u"eval_b"_s, u"tone of voice"_s}};
    bench.runs[u"eval_a"_s] << RunSeed{u"run_a0"_s, u"v14"_s, u"completed"_s, 1, 1, 1'760'000'000, u"gpt-4.1-mini"_s}
                            << RunSeed{u"run_a1"_s, u"baseline"_s};
    bench.runs[u"eval_b"_s] << RunSeed{u"run_b0"_s, u"first"_s, u"failed"_s};
    QVERIFY(bench.load());
    bench.proxy.sort(EvalTreeModel::Id);
    bench.proxy.setFilterText(filter, 1'760'000'000);
    QCOMPARE(shownIds(bench.proxy), evals);
    QCOMPARE(bench.proxy.filterError().isEmpty(), understood);
    // What is tried instead is of the same field.
    const QString field = filter.section(QRegularExpression(u"[<>=:]"_s), 0, 0);
    QVERIFY2(understood || bench.proxy.filterError().contains(u"try "_s + field), qPrintable(bench.proxy.filterError()));
    if (evals.contains(u"eval_a"_s))
        QCOMPARE(shownIds(bench.proxy, bench.proxy.mapFromSource(bench.tree.indexOf(u"eval_a"_s))), runsOfA);
}

void TestEvalTree::sortsByWhatAColumnMeans()
{
    TreeBench bench;
    bench.evals << u"eval_a"_s;
    bench.runs[u"eval_a"_s] << RunSeed{u"run_9"_s, u"nine"_s, u"completed"_s, 9, 1, 30}
                            << RunSeed{u"run_10"_s, u"ten"_s, u"completed"_s, 10, 0, 10}
                            << RunSeed{u"run_0"_s, u"none"_s, u"completed"_s, 0, 10, 20};
    QVERIFY(bench.load());
    const auto order = [&] { return shownIds(bench.proxy, bench.proxy.index(0, 0)); };
    bench.proxy.sort(EvalTreeModel::Passed, Qt::DescendingOrder); // by share, not by its text
    QCOMPARE(order(), (QStringList{u"run_10"_s, u"run_9"_s, u"run_0"_s}));
    bench.proxy.sort(EvalTreeModel::Created, Qt::AscendingOrder);
    QCOMPARE(order(), (QStringList{u"run_10"_s, u"run_0"_s, u"run_9"_s}));
    // Equals stand by their ids in both directions, so that nothing jumps.
    bench.proxy.sort(EvalTreeModel::Model, Qt::AscendingOrder);
    const QStringList up = order();
    bench.proxy.sort(EvalTreeModel::Model, Qt::DescendingOrder);
    QCOMPARE(order(), up);
}

void TestEvalTree::shareIsNeitherRoundedToAllNorToNone_data()
{
    QTest::addColumn<qint64>("passed");
    QTest::addColumn<qint64>("failed");
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << qint64(1000) << qint64(0) << u"100 %"_s;
    QTest::newRow("all but one") << qint64(9999) << qint64(1) << u"99 %"_s;
    QTest::newRow("one") << qint64(1) << qint64(9999) << u"1 %"_s;
    QTest::newRow("none") << qint64(0) << qint64(4) << u"0 %"_s;
    QTest::newRow("none graded") << qint64(0) << qint64(0) << QString();
    QTest::newRow("two thirds") << qint64(2) << qint64(1) << u"67 %"_s;
}

void TestEvalTree::shareIsNeitherRoundedToAllNorToNone()
{
    QFETCH(qint64, passed);
    QFETCH(qint64, failed);
    QFETCH(QString, text);
    EvalCounts counts;
    counts.passed = passed;
    counts.failed = failed;
    QCOMPARE(EvalRunsModel::rateText(counts), text);
}

QTEST_GUILESS_MAIN(TestEvalTree)
#include "tst_evaltree.moc"
