// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of fine-tuning jobs and of their events say of each, and how they follow what runs.
#include "finetuning/fakejob.h"
#include "lists/eventsmodel.h"
#include "lists/filterproxy.h"
#include "lists/finetuningjobsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;

namespace {

const auto path = u"/v1/fine_tuning/jobs"_s;
constexpr qint64 now = 1'760'000'000; // of the bench's clock

QJsonObject jobJson(const QString &id, const QString &status, const QJsonObject &with = {})
{
    QJsonObject object{{u"id"_s, id},
                       {u"object"_s, u"fine_tuning.job"_s},
                       {u"model"_s, u"gpt-4.1-mini-2025-04-14"_s},
                       {u"status"_s, status},
                       {u"training_file"_s, u"file-train"_s},
                       {u"created_at"_s, now - 3600},
                       {u"method"_s, QJsonObject{{u"type"_s, u"supervised"_s}}}};
    for (auto it = with.begin(); it != with.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

FineTuningJob jobOf(const QString &id, const QString &status, const QJsonObject &with = {})
{
    return FineTuningJob::fromJson(jobJson(id, status, with));
}

FakeReply pageOf(const QList<QJsonObject> &jobs, bool more = false)
{
    QJsonArray data;
    for (const QJsonObject &job : jobs)
        data.append(job);
    return FakeReply::json(
        QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}})
            .toJson());
}

struct Bench : ApiBench
{
    Bench() : model(*session), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest) {}
    bool load(const QList<QJsonObject> &jobs)
    {
        wire->always(Method::Get, path, pageOf(jobs));
        model.refresh();
        return QTest::qWaitFor([this] { return model.loadState() == LoadState::Ready; });
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    QString tip(int row, int column) const
    {
        return model.index(row, column).data(Qt::ToolTipRole).toString();
    }

    FineTuningJobsModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestFineTuningJobsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void aJobIsShownAsSeriousAsItIs_data();
    void aJobIsShownAsSeriousAsItIs();
    void everyColumnSaysWhatTheJobHas();
    void everyFieldMayBeMissing();
    void itIsCalledByItsNameOrSuffix();
    void aBarIsThereWhereSomethingIsKnown();
    void timeIsWhatIsLeftOrWhatItTook();
    void anArchiveCountsNoTime();
    void filtersReadTheWiresWords_data();
    void filtersReadTheWiresWords();
    void rowsAreSortedByValue();
    void metadataKeysBecomeColumns();
    void deletedModelsAreSaid();

    void aLookTakesAsManyPagesAsItNeeds();
    void anEndIsToldOnce();
    void aLookThatFailsSaysSo();

    void eventsStandInTheOrderOfTheFeed();
    void levelsAreNamedAndColoured();
    void eventsAreFilteredByLevelTypeAndWord();
    void anotherFeedShowsAnotherJob();
};

void TestFineTuningJobsModel::aJobIsShownAsSeriousAsItIs_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("word");
    QTest::newRow("validating") << u"validating_files"_s << Tone::Running << u"checking files"_s;
    QTest::newRow("queued") << u"queued"_s << Tone::Running << u"queued"_s;
    QTest::newRow("running") << u"running"_s << Tone::Running << u"running"_s;
    QTest::newRow("paused") << u"paused"_s << Tone::Attention << u"paused"_s;
    QTest::newRow("succeeded") << u"succeeded"_s << Tone::Fine << u"succeeded"_s;
    QTest::newRow("failed") << u"failed"_s << Tone::Failed << u"failed"_s;
    QTest::newRow("cancelled") << u"cancelled"_s << Tone::Attention << u"cancelled"_s;
    QTest::newRow("of another time") << u"hibernating"_s << Tone::Attention << u"hibernating"_s;
    QTest::newRow("without a word") << QString() << Tone::Attention << u"unknown"_s;
}

void TestFineTuningJobsModel::aJobIsShownAsSeriousAsItIs()
{
    QFETCH(QString, status);
    QFETCH(Tone, tone);
    QFETCH(QString, word);
    Bench bench;
    bench.model.merge({jobOf(u"ftjob-1"_s, status)});
    const QModelIndex cell = bench.model.index(0, FineTuningJobsModel::Status);
    QCOMPARE(cell.data().toString(), word);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), word);
    QCOMPARE(Tone(cell.data(ToneRole).toInt()), tone);
    QCOMPARE(bench.model.rawValue(0, FineTuningJobsModel::Status).toString(), status);
}

void TestFineTuningJobsModel::everyColumnSaysWhatTheJobHas()
{
    Bench bench;
    bench.model.merge({jobOf(u"ftjob-1"_s, u"succeeded"_s,
                             {{u"fine_tuned_model"_s, u"ft:gpt-4.1-mini:acme:support-v13:AbC"_s},
                              {u"finished_at"_s, now - 60},
                              {u"trained_tokens"_s, 2'412'345},
                              {u"validation_file"_s, u"file-valid"_s},
                              {u"seed"_s, 7},
                              {u"method"_s, QJsonObject{{u"type"_s, u"dpo"_s}}},
                              {u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}}}),
                       jobOf(u"ftjob-2"_s, u"failed"_s,
                             {{u"error"_s, QJsonObject{{u"code"_s, u"invalid_training_file"_s},
                                                       {u"message"_s, u"Line 3 is not JSON."_s},
                                                       {u"param"_s, u"training_file"_s}}}})});
    using Model = FineTuningJobsModel;
    QCOMPARE(bench.text(0, Model::Name), u"support-v13"_s);
    QVERIFY(bench.tip(0, Model::Name).contains(u"ftjob-1"_s));
    QCOMPARE(bench.text(0, Model::Model), u"gpt-4.1-mini-2025-04-14"_s);
    QCOMPARE(bench.text(0, Model::Method), u"DPO"_s);
    QCOMPARE(bench.model.rawValue(0, Model::Method).toString(), u"dpo"_s);
    QCOMPARE(bench.text(0, Model::Progress), u"100 %"_s);
    QCOMPARE(bench.text(0, Model::Time), u"59 min"_s);
    QCOMPARE(bench.text(0, Model::Tokens), u"2.4 M"_s);
    QVERIFY(bench.tip(0, Model::Tokens).contains(u"2412345"_s) ||
            bench.tip(0, Model::Tokens).contains(u"2,412,345"_s));
    QCOMPARE(bench.text(0, Model::Created), u"1 h ago"_s);
    QCOMPARE(bench.text(0, Model::FineTuned), u"ft:gpt-4.1-mini:acme:support-v13:AbC"_s);
    QCOMPARE(bench.text(0, Model::Finished), u"1 min ago"_s);
    QCOMPARE(bench.text(0, Model::TrainingFile), u"file-train"_s);
    QCOMPARE(bench.text(0, Model::ValidationFile), u"file-valid"_s);
    QCOMPARE(bench.text(0, Model::Suffix), u"support-v13"_s);
    QCOMPARE(bench.text(0, Model::Seed), u"7"_s);
    QCOMPARE(bench.text(0, Model::Id), u"ftjob-1"_s);
    QCOMPARE(bench.text(0, Model::Metadata), u"team=cx"_s);
    QCOMPARE(bench.text(1, Model::Error), u"Line 3 is not JSON."_s);
    QCOMPARE(bench.tip(1, Model::Status), u"Line 3 is not JSON."_s);
    QVERIFY(bench.model.index(1, Model::Error).data(FailureTextRole).toBool());
}

void TestFineTuningJobsModel::everyFieldMayBeMissing()
{
    Bench bench;
    const QJsonObject whole = jobJson(u"ftjob-1"_s, u"running"_s,
                                      {{u"fine_tuned_model"_s, u"ft:a:b:c:d"_s},
                                       {u"finished_at"_s, 5},
                                       {u"estimated_finish"_s, 9},
                                       {u"trained_tokens"_s, 5},
                                       {u"seed"_s, 5},
                                       {u"error"_s, QJsonObject{{u"message"_s, u"x"_s}}},
                                       {u"result_files"_s, QJsonArray{u"file-1"_s}},
                                       {u"validation_file"_s, u"file-2"_s},
                                       {u"hyperparameters"_s, QJsonObject{{u"n_epochs"_s, 3}}},
                                       {u"integrations"_s, QJsonArray{QJsonObject{{u"type"_s, u"wandb"_s}}}},
                                       {u"metadata"_s, QJsonObject{{u"a"_s, u"b"_s}}}});
    QList<FineTuningJob> jobs;
    for (const QString &key : whole.keys()) {
        for (const QJsonValue &value :
             {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null), QJsonValue(true),
              QJsonValue(u""_s), QJsonValue(QJsonArray{1}), QJsonValue(-7.5)}) {
            QJsonObject object = whole;
            object.insert(key, value); // an undefined one leaves
            if (key != "id"_L1)
                object[u"id"_s] = u"ftjob-%1"_s.arg(jobs.size());
            jobs.append(FineTuningJob::fromJson(object));
        }
    }
    bench.model.merge(jobs);
    QCoreApplication::processEvents();
    QVERIFY(bench.model.rowCount() > 60);
    for (int row = 0; row < bench.model.rowCount(); ++row) {
        for (int column = 0; column < bench.model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                                   int(ToneRole), int(ProgressRole), int(SortRole)})
                bench.model.index(row, column).data(role);
            QCOMPARE(bench.model.compareRows(column, row, row), 0);
        }
        const auto bar =
            bench.model.index(row, FineTuningJobsModel::Progress).data(ProgressRole).value<CellProgress>();
        QVERIFY(bar.done >= 0 && bar.done <= 1 && bar.failed >= 0 && bar.failed <= bar.done);
    }
}

void TestFineTuningJobsModel::itIsCalledByItsNameOrSuffix()
{
    Bench bench;
    bench.model.merge(
        {jobOf(u"ftjob-1"_s, u"queued"_s, {{u"metadata"_s, QJsonObject{{u"name"_s, u"two\nlines"_s}}}}),
         jobOf(u"ftjob-2"_s, u"queued"_s, {{u"user_provided_suffix"_s, u"tone-dpo-3"_s}}),
         jobOf(u"ftjob-3"_s, u"queued"_s)});
    QVERIFY(bench.text(0, 0).startsWith(u"two"_s) && !bench.text(0, 0).contains(u'\n'));
    QCOMPARE(bench.text(1, 0), u"tone-dpo-3"_s);
    QCOMPARE(bench.text(2, 0), u"ftjob-3"_s);
}

void TestFineTuningJobsModel::aBarIsThereWhereSomethingIsKnown()
{
    Bench bench;
    bench.model.merge({jobOf(u"queued"_s, u"queued"_s), jobOf(u"steps"_s, u"running"_s),
                       jobOf(u"time"_s, u"running"_s, {{u"estimated_finish"_s, now + 3600}}),
                       jobOf(u"failed"_s, u"failed"_s), jobOf(u"unseen"_s, u"failed"_s),
                       jobOf(u"done"_s, u"succeeded"_s)});
    const auto bar = [&](int row) {
        const QVariant value = bench.model.index(row, FineTuningJobsModel::Progress).data(ProgressRole);
        return value.isValid() ? std::optional(value.value<CellProgress>()) : std::nullopt;
    };
    QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
    bench.model.setProgress(u"steps"_s, {742, 1200, now + 600});
    bench.model.setProgress(u"failed"_s, {30, 120, {}});
    QCOMPARE(changed.count(), 2);
    bench.model.setProgress(u"failed"_s, {30, 120, {}});
    QCOMPARE(changed.count(), 2); // nothing is new
    QVERIFY(!bar(0));
    QVERIFY(bar(1) && qAbs(bar(1)->done - 742.0 / 1200) < 1e-9 && bar(1)->tone == Tone::Running);
    QCOMPARE(bench.text(1, FineTuningJobsModel::Progress), u"61 %"_s);
    QCOMPARE(bench.model.index(1, FineTuningJobsModel::Progress).data(Qt::AccessibleTextRole).toString(),
             bench.tip(1, FineTuningJobsModel::Progress));
    QVERIFY(bench.tip(1, FineTuningJobsModel::Progress).contains(u"742"_s));
    QVERIFY(bar(2) && qAbs(bar(2)->done - 0.5) < 1e-9); // halfway in time
    QVERIFY(bench.tip(2, FineTuningJobsModel::Progress).contains(u"time"_s));
    QVERIFY(bar(3) && bar(3)->done == 0.25 && bar(3)->failed == 0.25);
    QVERIFY(!bar(4));
    QCOMPARE(bench.text(4, FineTuningJobsModel::Progress), QString());
    QVERIFY(bar(5) && bar(5)->done == 1 && bar(5)->tone == Tone::Fine);
}

void TestFineTuningJobsModel::timeIsWhatIsLeftOrWhatItTook()
{
    Bench bench;
    bench.model.merge({jobOf(u"server"_s, u"running"_s, {{u"estimated_finish"_s, now + 1080}}),
                       jobOf(u"pace"_s, u"running"_s),
                       jobOf(u"overdue"_s, u"running"_s, {{u"estimated_finish"_s, now - 5}}),
                       jobOf(u"paused"_s, u"paused"_s, {{u"estimated_finish"_s, now + 1080}}),
                       jobOf(u"done"_s, u"succeeded"_s, {{u"finished_at"_s, now + 4260}})});
    bench.model.setProgress(u"pace"_s, {10, 100, now + 300});
    const int column = FineTuningJobsModel::Time;
    QCOMPARE(bench.text(0, column), u"18 min left"_s);
    QVERIFY(bench.tip(0, column).contains(u"server"_s));
    QCOMPARE(bench.text(1, column), u"5 min left"_s);
    QVERIFY(bench.tip(1, column).contains(u"pace"_s));
    QCOMPARE(bench.text(2, column), QString());
    QCOMPARE(bench.text(3, column), QString());
    QCOMPARE(bench.text(4, column), u"2 h 11 min"_s);
    QCOMPARE(bench.model.rawValue(4, column).toLongLong(), 7860);
}

void TestFineTuningJobsModel::anArchiveCountsNoTime()
{
    Bench bench;
    bench.model.setArchived(true);
    bench.model.merge({jobOf(u"ftjob-1"_s, u"running"_s, {{u"estimated_finish"_s, now + 1080}})});
    QCOMPARE(bench.text(0, FineTuningJobsModel::Status), u"was running"_s);
    QCOMPARE(Tone(bench.model.index(0, FineTuningJobsModel::Status).data(ToneRole).toInt()), Tone::None);
    QCOMPARE(bench.text(0, FineTuningJobsModel::Time), QString());
    QCOMPARE(bench.text(0, FineTuningJobsModel::Progress), QString());
    bench.model.setProgress(u"ftjob-1"_s, {25, 100, now + 300});
    QCOMPARE(bench.text(0, FineTuningJobsModel::Progress), u"25 %"_s);
    QCOMPARE(bench.text(0, FineTuningJobsModel::Time), QString());
}

void TestFineTuningJobsModel::filtersReadTheWiresWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("ids");
    QTest::newRow("status of the wire") << u"status=validating_files"_s << u"c"_s;
    QTest::newRow("status as shown") << u"status:checking"_s << u"c"_s;
    QTest::newRow("not a status") << u"-status=succeeded"_s << u"a,c"_s;
    QTest::newRow("model") << u"model:o4"_s << u"c"_s;
    QTest::newRow("method") << u"method=dpo"_s << u"b"_s;
    QTest::newRow("metadata") << u"meta.team:red"_s << u"a"_s;
    QTest::newRow("created") << u"created<2h"_s << u"a,c"_s;
    QTest::newRow("tokens") << u"tokens>1000"_s << u"b"_s;
    QTest::newRow("how far") << u"progress>40"_s << u"a,b"_s;
    QTest::newRow("a word") << u"acme"_s << u"b"_s;
    QTest::newRow("training file") << u"training:file-c"_s << u"c"_s;
}

void TestFineTuningJobsModel::filtersReadTheWiresWords()
{
    QFETCH(QString, filter);
    QFETCH(QString, ids);
    Bench bench;
    bench.model.merge({jobOf(u"a"_s, u"running"_s, {{u"metadata"_s, QJsonObject{{u"team"_s, u"red"_s}}}}),
                       jobOf(u"b"_s, u"succeeded"_s,
                             {{u"created_at"_s, now - 90'000},
                              {u"trained_tokens"_s, 5000},
                              {u"fine_tuned_model"_s, u"ft:gpt-4.1:acme:x:y"_s},
                              {u"method"_s, QJsonObject{{u"type"_s, u"dpo"_s}}}}),
                       jobOf(u"c"_s, u"validating_files"_s,
                             {{u"model"_s, u"o4-mini-2025-04-16"_s}, {u"training_file"_s, u"file-c"_s}})});
    bench.model.setProgress(u"a"_s, {1, 2, {}});
    FilterProxy proxy;
    proxy.setRows(&bench.model);
    QVERIFY(QTest::qWaitFor([&] { return bench.model.columnOf("meta.team") > 0; }));
    proxy.setFilterText(filter, now);
    QCOMPARE(proxy.filterError(), QString());
    QStringList found;
    for (int row = 0; row < proxy.rowCount(); ++row)
        found << bench.model.rowId(proxy.sourceRow(proxy.index(row, 0)));
    found.sort();
    QCOMPARE(found.join(u','), ids);
}

void TestFineTuningJobsModel::rowsAreSortedByValue()
{
    Bench bench;
    bench.model.merge(
        {jobOf(u"a"_s, u"succeeded"_s, {{u"trained_tokens"_s, 9'000}, {u"finished_at"_s, now}}),
         jobOf(u"b"_s, u"failed"_s, {{u"created_at"_s, now - 10}}),
         jobOf(u"c"_s, u"running"_s, {{u"trained_tokens"_s, 10'000}, {u"estimated_finish"_s, now + 60}})});
    const auto sorted = [&](int column) {
        QStringList ids{u"a"_s, u"b"_s, u"c"_s};
        std::stable_sort(ids.begin(), ids.end(), [&](const QString &left, const QString &right) {
            return bench.model.compareRows(column, bench.model.rowOf(left), bench.model.rowOf(right)) < 0;
        });
        return ids.join(QString());
    };
    QCOMPARE(sorted(FineTuningJobsModel::Tokens), u"bac"_s);
    QCOMPARE(sorted(FineTuningJobsModel::Time), u"bca"_s);
    QCOMPARE(sorted(FineTuningJobsModel::Created), u"acb"_s);
    QCOMPARE(sorted(FineTuningJobsModel::Status), u"acb"_s); // what failed stands together at an end
    QCOMPARE(sorted(FineTuningJobsModel::Finished), u"abc"_s);
}

void TestFineTuningJobsModel::metadataKeysBecomeColumns()
{
    Bench bench;
    const int own = bench.model.columnCount();
    QVERIFY(bench.load({jobJson(u"ftjob-1"_s, u"queued"_s,
                                {{u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}, {u"run"_s, u"4"_s}}}}),
                        jobJson(u"ftjob-2"_s, u"queued"_s)}));
    QVERIFY(QTest::qWaitFor([&] { return bench.model.columnCount() == own + 2; }));
    const int team = bench.model.columnOf("meta.team");
    QCOMPARE(bench.text(0, team), u"cx"_s);
    QCOMPARE(bench.text(1, team), QString());
}

void TestFineTuningJobsModel::deletedModelsAreSaid()
{
    Bench bench;
    bench.model.merge({jobOf(u"ftjob-1"_s, u"succeeded"_s, {{u"fine_tuned_model"_s, u"ft:a:b:c:d"_s}})});
    QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
    bench.model.setModelDeleted(u"ft:a:b:c:d"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(bench.model.isModelDeleted(u"ft:a:b:c:d"_s));
    QCOMPARE(bench.text(0, FineTuningJobsModel::FineTuned), u"deleted"_s);
    QVERIFY(bench.tip(0, FineTuningJobsModel::FineTuned).contains(u"ft:a:b:c:d"_s));
}

void TestFineTuningJobsModel::aLookTakesAsManyPagesAsItNeeds()
{
    Bench bench;
    QVERIFY(bench.load({jobJson(u"new"_s, u"succeeded"_s), jobJson(u"old"_s, u"running"_s)}));
    QCOMPARE(bench.model.unfinished(), 1);
    // What runs is on the second page by now.
    bench.wire->once(Method::Get, path, pageOf({jobJson(u"newest"_s, u"succeeded"_s)}, true));
    bench.wire->once(Method::Get, path, pageOf({jobJson(u"old"_s, u"running"_s)}, true));
    const int before = bench.wire->count(Method::Get, path);
    QSignalSpy looked(&bench.model, &FineTuningJobsModel::looked);
    bench.model.look();
    QVERIFY(looked.wait());
    QCOMPARE(looked.first().first().toBool(), true);
    QCOMPARE(bench.wire->count(Method::Get, path) - before, 2);
    QCOMPARE(bench.model.pagesLooked(), 2);
    QCOMPARE(bench.model.rowCount(), 3);
}

void TestFineTuningJobsModel::anEndIsToldOnce()
{
    Bench bench;
    QVERIFY(bench.load({jobJson(u"a"_s, u"running"_s), jobJson(u"b"_s, u"succeeded"_s)}));
    QSignalSpy ended(&bench.model, &FineTuningJobsModel::jobEnded);
    for (int i = 0; i < 3; ++i) {
        QSignalSpy looked(&bench.model, &FineTuningJobsModel::looked);
        bench.wire->once(Method::Get, path,
                         pageOf({jobJson(u"a"_s, u"failed"_s), jobJson(u"b"_s, u"succeeded"_s)}));
        bench.model.look();
        QVERIFY(looked.wait());
    }
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().value<FineTuningJob>().id, u"a"_s);
    QCOMPARE(bench.model.unfinished(), 0);
}

void TestFineTuningJobsModel::aLookThatFailsSaysSo()
{
    Bench bench;
    QVERIFY(bench.load({jobJson(u"a"_s, u"running"_s)}));
    bench.wire->once(Method::Get, path, FakeReply::error(403));
    QSignalSpy looked(&bench.model, &FineTuningJobsModel::looked);
    bench.model.look();
    QVERIFY(looked.wait());
    QCOMPARE(looked.first().first().toBool(), false);
    QCOMPARE(bench.model.loadState(), LoadState::Failed);
    QCOMPARE(bench.model.rowCount(), 1);
}

void TestFineTuningJobsModel::eventsStandInTheOrderOfTheFeed()
{
    FakeJob server;
    server.train(25);
    for (int i = 0; i < 5; ++i)
        server.happens(u"at once %1"_s.arg(i));
    JobFeed feed(*server.session, server.job());
    EventsModel model(server.clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FilterProxy proxy;
    proxy.setRows(&model);
    proxy.sort(EventsModel::Time, Qt::AscendingOrder);
    model.setFeed(&feed);
    const auto shown = [&] {
        QStringList ids;
        for (int row = 0; row < proxy.rowCount(); ++row)
            ids << model.rowId(proxy.sourceRow(proxy.index(row, 0)));
        return ids;
    };
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(shown(), server.whole());
    QCOMPARE(model.loadState(), LoadState::Ready);
    server.train(12);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(shown(), server.whole());
    QCOMPARE(model.rowJson(0)[u"object"_s].toString(), u"fine_tuning.job.event"_s);
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto numbers = model.sortNumbers(EventsModel::Time, row);
        QVERIFY(numbers);
        QCOMPARE(model.compareRows(EventsModel::Time, row, 0) < 0,
                 *numbers < *model.sortNumbers(EventsModel::Time, 0));
    }
}

void TestFineTuningJobsModel::levelsAreNamedAndColoured()
{
    QCOMPARE(EventsModel::toneOf(u"error"_s), Tone::Failed);
    QCOMPARE(EventsModel::toneOf(u"warn"_s), Tone::Attention);
    QCOMPARE(EventsModel::toneOf(u"info"_s), Tone::Running);
    QCOMPARE(EventsModel::toneOf(u"chatter"_s), Tone::None);
    QCOMPARE(EventsModel::levelText(u"warn"_s), u"warning"_s);
    QCOMPARE(EventsModel::levelText(u"chatter"_s), u"chatter"_s);
}

void TestFineTuningJobsModel::eventsAreFilteredByLevelTypeAndWord()
{
    FakeJob server;
    server.train(3);
    server.happens(u"Queue slot moved"_s);
    server.events.first()[u"level"_s] = u"warn"_s;
    server.happens(u"Out of memory"_s);
    server.events.first()[u"level"_s] = u"error"_s;
    JobFeed feed(*server.session, server.job());
    EventsModel model(server.clock);
    FilterProxy proxy;
    proxy.setRows(&model);
    model.setFeed(&feed);
    QVERIFY(FakeJob::look(feed));
    const auto count = [&](const QString &filter) {
        proxy.setFilterText(filter, now);
        return proxy.filterError().isEmpty() ? proxy.rowCount() : -1;
    };
    QCOMPARE(count(u"level=warn"_s), 1);
    QCOMPARE(count(u"level:error"_s), 1);
    QCOMPARE(count(u"type=metrics"_s), 3);
    QCOMPARE(count(u"slot"_s), 1);
    QCOMPARE(count(u"step>1"_s), 2);
    QCOMPARE(count({}), 5);
}

void TestFineTuningJobsModel::anotherFeedShowsAnotherJob()
{
    FakeJob server;
    server.train(5);
    EventsModel model(server.clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    {
        JobFeed feed(*server.session, server.job());
        model.setFeed(&feed);
        QVERIFY(FakeJob::look(feed));
        QCOMPARE(model.rowCount(), 5);
    }
    model.refresh(); // the feed is gone, and nothing falls over
    JobFeed other(*server.session, server.job());
    model.setFeed(&other);
    QCOMPARE(model.rowCount(), 0);
    model.setFeed(nullptr);
    QCOMPARE(model.loadState(), LoadState::Idle);
}

QTEST_GUILESS_MAIN(TestFineTuningJobsModel)
#include "tst_finetuningjobsmodel.moc"
