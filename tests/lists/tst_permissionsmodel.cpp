// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use which checkpoint: reading it, showing it, and the jobs that change it, on a fake wire.
#include "lists/permissionsmodel.h"

#include "finetuning/permissionjobs.h"
#include "finetuning/permissionsloader.h"
#include "lists/exportrows.h"
#include "net/requestqueue.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"

#include "api/session.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Cell = PermissionsModel::Cell;

namespace {

QString pathOf(const QString &checkpoint)
{
    return u"/v1/fine_tuning/checkpoints/"_s + checkpoint + u"/permissions"_s;
}

QJsonObject permission(const QString &id, const QString &project, qint64 createdAt = 1'760'000'000)
{
    return {{u"id"_s, id},
            {u"object"_s, u"checkpoint.permission"_s},
            {u"created_at"_s, createdAt},
            {u"project_id"_s, project}};
}

FakeReply page(const QJsonArray &permissions, bool more = false, const QString &last = {})
{
    QJsonObject object{{u"object"_s, u"list"_s}, {u"data"_s, permissions}, {u"has_more"_s, more}};
    if (!last.isEmpty())
        object.insert(u"last_id"_s, last);
    return FakeReply::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Two checkpoints, "c1" and "c2", on a fake wire; the model is watched from the beginning.
struct Bench
{
    Bench()
    {
        RequestQueue::Options options;
        options.baseUrl = QUrl(u"https://api.example.test/v1"_s);
        options.credentials.apiKey = u"sk-test-secret-key"_s;
        options.credentials.adminKey = u"sk-admin-secret-key"_s;
        auto fake = std::make_unique<FakeTransport>(&clock);
        wire = fake.get();
        session = std::make_unique<Session>(
            std::make_unique<RequestQueue>(options, std::move(fake), clock, [] { return 0.0; }), clock);
        loader = std::make_unique<PermissionsLoader>(*session);
        model = std::make_unique<PermissionsModel>(*loader);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void show(const QStringList &checkpoints)
    {
        QList<PermissionsModel::Checkpoint> columns;
        for (const QString &checkpoint : checkpoints)
            columns.append({checkpoint, u"Step "_s + checkpoint.mid(1)});
        loader->setCheckpoints(checkpoints);
        model->setCheckpoints(columns);
    }
    /// Runs timers and events until nothing more is being read.
    bool settle()
    {
        return QTest::qWaitFor([&] {
            clock.advance(0);
            return !loader->isLoading();
        });
    }
    bool finish(BulkJob &job)
    {
        job.start();
        return QTest::qWaitFor([&] {
            clock.advance(1000);
            return job.state() == BulkJob::State::Finished;
        });
    }
    int columnOf(const QString &checkpoint) const { return model->columnOf(checkpoint.toUtf8()); }
    Cell cell(const QString &project, const QString &checkpoint) const
    {
        return model->cellAt(model->rowOf(project), columnOf(checkpoint));
    }
    QVariant data(const QString &project, const QString &checkpoint, int role = Qt::DisplayRole) const
    {
        return model->index(model->rowOf(project), columnOf(checkpoint)).data(role);
    }

    FakeClock clock;
    FakeTransport *wire = nullptr;
    std::unique_ptr<Session> session;
    std::unique_ptr<PermissionsLoader> loader;
    std::unique_ptr<PermissionsModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

} // namespace

class TestPermissionsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAskedBeforeItIsWanted();
    void everyPageOfEveryCheckpointIsRead();
    void onlyAFewAreReadAtATime();
    void oneThatFailsSaysSoAndIsReadAgainAlone();
    void whatWasKnownStaysWhenItCannotBeReadAnew();
    void projectsAddedByHandAreRows();
    void checkpointsThatComeLaterAreMoreColumns();
    void projectsStayForTheNextJob();
    void changesShowWhileTheyAreUnderWay();
    void aGrantIsOneCallForEachCheckpoint();
    void aLostGrantIsLookedUpAndNotSentAgain_data();
    void aLostGrantIsLookedUpAndNotSentAgain();
    void aRetryAsksOnlyForWhoIsNotInTheList();
    void aRefusedGrantFails();
    void revokingTakesEachPermissionAway();
    void whatIsRevokedAlreadyCountsAsDone();
    void whoIsInTheListAllTheSameIsNotRevoked();
    void aListThatIsCutShortSaysNothingOfTheRest();
    void aListReadDuringAChangeIsReadAgain();
    void cellsAreSaidToScreenReaders();
    void exportsHoldTimes();
    void exportsTellWhatIsNotKnown();
};

void TestPermissionsModel::nothingIsAskedBeforeItIsWanted()
{
    Bench bench;
    bench.show({u"c1"_s, u"c2"_s});
    bench.clock.advance(1000);
    QCOMPARE(bench.wire->requests().size(), 0);
    QCOMPARE(bench.model->columnCount(), 3);
    QCOMPARE(bench.model->rowCount(), 0);
}

void TestPermissionsModel::everyPageOfEveryCheckpointIsRead()
{
    Bench bench;
    bench.wire->once(
        Method::Get, pathOf(u"c1"_s),
        page({permission(u"p1"_s, u"proj_a"_s), permission(u"p2"_s, u"proj_b"_s)}, true, u"cursor"_s));
    bench.wire->once(Method::Get, pathOf(u"c1"_s), page({permission(u"p3"_s, u"proj_c"_s)}));
    bench.wire->once(Method::Get, pathOf(u"c2"_s), page({permission(u"p4"_s, u"proj_b"_s, 1'770'000'000)}));
    bench.show({u"c1"_s, u"c2"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.wire->requests().size(), 3);
    QCOMPARE(bench.wire->requests().at(0).url.query(), u"limit=100&order=ascending"_s);
    QVERIFY(std::any_of(
        bench.wire->requests().begin(), bench.wire->requests().end(),
        [](const FakeRequest &request) { return request.url.query().contains(u"after=cursor"_s); }));
    QCOMPARE(bench.model->rowCount(), 3);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
    QCOMPARE(bench.cell(u"proj_c"_s, u"c1"_s), Cell::Granted);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c2"_s), Cell::NotGranted);
    QCOMPARE(bench.cell(u"proj_b"_s, u"c2"_s), Cell::Granted);
    QCOMPARE(bench.model->grantedProjects(), 3);
    // Again wanted, nothing is asked again.
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.wire->requests().size(), 3);
}

void TestPermissionsModel::onlyAFewAreReadAtATime()
{
    Bench bench;
    QStringList all;
    for (int i = 0; i < 12; ++i)
        all << u"c%1"_s.arg(i);
    bench.wire->setHandler([](const FakeRequest &) {
        FakeReply reply = page({});
        reply.delayMs = 10;
        return reply;
    });
    bench.show(all);
    bench.loader->loadMissing();
    QVERIFY(QTest::qWaitFor([&] {
        bench.clock.advance(10);
        return !bench.loader->isLoading();
    }));
    QCOMPARE(bench.wire->requests().size(), 12);
    QCOMPARE(bench.wire->mostRunning(), 3);
}

void TestPermissionsModel::oneThatFailsSaysSoAndIsReadAgainAlone()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.wire->once(Method::Get, pathOf(u"c2"_s), FakeReply::error(403));
    bench.show({u"c1"_s, u"c2"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.loader->stateOf(u"c2"_s), PermissionsLoader::State::Failed);
    QCOMPARE(bench.loader->errorOf(u"c2"_s).kind, ApiError::Kind::Forbidden);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c2"_s), Cell::Unknown); // and not "not granted"
    QVERIFY(
        bench.model->headerData(bench.columnOf(u"c2"_s), Qt::Horizontal).toString().contains(u"failed"_s));
    QVERIFY(
        !bench.model->headerData(bench.columnOf(u"c1"_s), Qt::Horizontal).toString().contains(u"failed"_s));

    bench.wire->always(Method::Get, pathOf(u"c2"_s), page({permission(u"p2"_s, u"proj_a"_s)}));
    bench.loader->refresh(u"c2"_s);
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(u"proj_a"_s, u"c2"_s), Cell::Granted);
    QCOMPARE(bench.wire->count(Method::Get, pathOf(u"c1"_s)), 1);
    QCOMPARE(bench.loader->errorOf(u"c2"_s).kind, ApiError::Kind::None);
}

void TestPermissionsModel::whatWasKnownStaysWhenItCannotBeReadAnew()
{
    Bench bench;
    bench.wire->once(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.wire->always(Method::Get, pathOf(u"c1"_s), FakeReply::error(401));
    bench.show({u"c1"_s});
    bench.loader->refresh();
    QVERIFY(bench.settle());
    bench.model->addProject(u"proj_b"_s);
    bench.loader->refresh();
    QVERIFY(bench.settle());
    QCOMPARE(bench.loader->stateOf(u"c1"_s), PermissionsLoader::State::Failed);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::NotGranted);
}

void TestPermissionsModel::projectsAddedByHandAreRows()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.show({u"c1"_s});
    QVERIFY(bench.model->addProject(u"proj_b"_s));
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::Unread);
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::NotGranted);
    QVERIFY(!bench.model->addProject(u"proj_a"_s));
    QCOMPARE(bench.model->rowCount(), 2);
    QCOMPARE(bench.model->grantedProjects(), 1);
}

void TestPermissionsModel::checkpointsThatComeLaterAreMoreColumns()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.wire->always(Method::Get, pathOf(u"c2"_s), page({}));
    bench.show({u"c1"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QSignalSpy resets(bench.model.get(), &QAbstractItemModel::modelReset);
    bench.show({u"c1"_s, u"c2"_s});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c2"_s), Cell::Unread);
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(u"proj_a"_s, u"c2"_s), Cell::NotGranted);
    QCOMPARE(bench.wire->count(Method::Get, pathOf(u"c1"_s)), 1); // known already
}

void TestPermissionsModel::projectsStayForTheNextJob()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.wire->always(Method::Get, pathOf(u"d1"_s), page({}));
    bench.show({u"c1"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    bench.show({u"d1"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.model->rowCount(), 1);
    QCOMPARE(bench.cell(u"proj_a"_s, u"d1"_s), Cell::NotGranted);
    QCOMPARE(bench.model->grantedProjects(), 0);
}

void TestPermissionsModel::changesShowWhileTheyAreUnderWay()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.show({u"c1"_s});
    bench.model->addProject(u"proj_b"_s);
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    bench.model->begin(u"c1"_s, u"proj_b"_s, true);
    bench.model->begin(u"c1"_s, u"proj_a"_s, false);
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::Granting);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Revoking);
    bench.model->fail(u"c1"_s, u"proj_b"_s, ApiError::make(ApiError::Kind::Server, u"broken"_s));
    bench.model->fail(u"c1"_s, u"proj_a"_s, ApiError::make(ApiError::Kind::Server, u"broken"_s));
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::GrantFailed);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::RevokeFailed);
    QVERIFY(bench.data(u"proj_b"_s, u"c1"_s, Qt::ToolTipRole).toString().contains(u"broken"_s));
    // It came true all the same: the list says so.
    bench.loader->add(u"c1"_s, {CheckpointPermission::fromJson(permission(u"p2"_s, u"proj_b"_s))});
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::Granted);
    bench.model->forgetFailures();
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
}

void TestPermissionsModel::aGrantIsOneCallForEachCheckpoint()
{
    Bench bench;
    bench.wire->always(Method::Post, pathOf(u"c1"_s),
                       page({permission(u"p1"_s, u"proj_a"_s), permission(u"p2"_s, u"proj_b"_s)}));
    bench.wire->always(Method::Post, pathOf(u"c2"_s), page({permission(u"p3"_s, u"proj_a"_s)}));
    GrantPermissionsJob job(*bench.session, {{u"c1"_s, u"Step 1"_s, {u"proj_a"_s, u"proj_b"_s}},
                                             {u"c2"_s, u"Step 2"_s, {u"proj_a"_s}}});
    QStringList granted;
    connect(&job, &GrantPermissionsJob::granted, this,
            [&](const QString &checkpoint, const QList<CheckpointPermission> &permissions) {
                for (const CheckpointPermission &each : permissions)
                    granted << checkpoint + u' ' + each.projectId;
            });
    QVERIFY(bench.finish(job));
    QCOMPARE(job.count(BulkItem::State::Done), 2);
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(QJsonDocument::fromJson(bench.wire->requests().at(0).body).object(),
             (QJsonObject{{u"project_ids"_s, QJsonArray{u"proj_a"_s, u"proj_b"_s}}}));
    granted.sort();
    QCOMPARE(granted, (QStringList{u"c1 proj_a"_s, u"c1 proj_b"_s, u"c2 proj_a"_s}));
}

void TestPermissionsModel::aLostGrantIsLookedUpAndNotSentAgain_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("it had arrived") << true;
    QTest::newRow("it had not") << false;
}

void TestPermissionsModel::aLostGrantIsLookedUpAndNotSentAgain()
{
    QFETCH(bool, arrived);
    Bench bench;
    bench.wire->always(Method::Post, pathOf(u"c1"_s), FakeReply::broken(WireFailure::Network));
    // On the second page: all of the list is looked through.
    bench.wire->once(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_z"_s)}, true, u"p1"_s));
    bench.wire->once(Method::Get, pathOf(u"c1"_s),
                     arrived ? page({permission(u"p2"_s, u"proj_a"_s)}) : page({}));
    GrantPermissionsJob job(*bench.session, {{u"c1"_s, u"Step 1"_s, {u"proj_a"_s}}});
    QSignalSpy granted(&job, &GrantPermissionsJob::granted);
    QVERIFY(bench.finish(job));
    QCOMPARE(bench.wire->count(Method::Post, pathOf(u"c1"_s)), 1);
    QCOMPARE(bench.wire->count(Method::Get, pathOf(u"c1"_s)), 2);
    QCOMPARE(job.items().first().state, arrived ? BulkItem::State::Done : BulkItem::State::Failed);
    QCOMPARE(granted.size(), arrived ? 1 : 0);
    if (!arrived)
        QCOMPARE(job.items().first().error.kind, ApiError::Kind::OutcomeUnknown);
}

void TestPermissionsModel::aRetryAsksOnlyForWhoIsNotInTheList()
{
    Bench bench;
    bench.wire->once(Method::Post, pathOf(u"c1"_s), FakeReply::broken(WireFailure::Network));
    bench.wire->once(Method::Get, pathOf(u"c1"_s), page({}));
    GrantPermissionsJob job(*bench.session, {{u"c1"_s, u"Step 1"_s, {u"proj_a"_s, u"proj_b"_s}}});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.count(BulkItem::State::Failed), 1);
    // One of them has come up since.
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.wire->always(Method::Post, pathOf(u"c1"_s), page({permission(u"p2"_s, u"proj_b"_s)}));
    job.retryFailed();
    QVERIFY(QTest::qWaitFor([&] {
        bench.clock.advance(1000);
        return job.state() == BulkJob::State::Finished;
    }));
    QCOMPARE(job.count(BulkItem::State::Done), 1);
    QCOMPARE(bench.wire->count(Method::Post, pathOf(u"c1"_s)), 2);
    QCOMPARE(QJsonDocument::fromJson(bench.wire->requests().last().body).object(),
             (QJsonObject{{u"project_ids"_s, QJsonArray{u"proj_b"_s}}}));
}

void TestPermissionsModel::aRefusedGrantFails()
{
    Bench bench;
    bench.wire->always(Method::Post, pathOf(u"c1"_s), FakeReply::error(400));
    bench.wire->always(Method::Post, pathOf(u"c2"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    GrantPermissionsJob job(*bench.session,
                            {{u"c1"_s, u"Step 1"_s, {u"proj_a"_s}}, {u"c2"_s, u"Step 2"_s, {u"proj_a"_s}}});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.items().at(0).state, BulkItem::State::Failed);
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::Invalid);
    QCOMPARE(job.items().at(1).state, BulkItem::State::Done);
    QCOMPARE(bench.wire->count(Method::Get, pathOf(u"c1"_s)), 0); // refused is refused
}

void TestPermissionsModel::revokingTakesEachPermissionAway()
{
    Bench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        return FakeReply::json("{\"id\":\"" + request.path.section(u'/', -1).toUtf8() +
                               "\",\"deleted\":true}");
    });
    RevokePermissionsJob job(*bench.session, {{u"c1"_s, u"proj_a"_s, u"proj_a"_s, {u"p1"_s, u"p2"_s}},
                                              {u"c2"_s, u"proj_a"_s, u"proj_a"_s, {u"p3"_s}}});
    QSignalSpy revoked(&job, &RevokePermissionsJob::revoked);
    QVERIFY(bench.finish(job));
    QCOMPARE(job.count(BulkItem::State::Done), 2);
    QCOMPARE(revoked.size(), 3);
    QCOMPARE(bench.wire->count(Method::Delete, pathOf(u"c1"_s) + u"/p1"_s), 1);
    QCOMPARE(bench.wire->count(Method::Delete, pathOf(u"c1"_s) + u"/p2"_s), 1);
    QCOMPARE(bench.wire->count(Method::Delete, pathOf(u"c2"_s) + u"/p3"_s), 1);
}

void TestPermissionsModel::whatIsRevokedAlreadyCountsAsDone()
{
    Bench bench;
    bench.wire->always(Method::Delete, pathOf(u"c1"_s) + u"/p1"_s, FakeReply::error(404));
    bench.wire->always(Method::Delete, pathOf(u"c1"_s) + u"/p2"_s, FakeReply::error(403));
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p2"_s, u"proj_b"_s)}));
    RevokePermissionsJob job(*bench.session, {{u"c1"_s, u"proj_a"_s, u"a"_s, {u"p1"_s}},
                                              {u"c1"_s, u"proj_b"_s, u"b"_s, {u"p2"_s}}});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.items().at(0).state, BulkItem::State::Done);
    QVERIFY(!job.items().at(0).note.isEmpty());
    QCOMPARE(job.items().at(1).state, BulkItem::State::Failed);
    QCOMPARE(job.items().at(1).error.kind, ApiError::Kind::Forbidden);
}

void TestPermissionsModel::whoIsInTheListAllTheSameIsNotRevoked()
{
    Bench bench;
    // A service that does not know the call answers as if the permission were gone.
    bench.wire->always(Method::Delete, pathOf(u"c1"_s) + u"/p1"_s, FakeReply::error(404));
    bench.wire->once(Method::Get, pathOf(u"c1"_s), page({permission(u"p7"_s, u"proj_a"_s)}));
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({}));
    bench.wire->always(Method::Delete, pathOf(u"c1"_s) + u"/p7"_s,
                       FakeReply::json(R"({"id":"p7","deleted":true})"));
    RevokePermissionsJob job(*bench.session, {{u"c1"_s, u"proj_a"_s, u"a"_s, {u"p1"_s}}});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.items().at(0).state, BulkItem::State::Failed);
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::Conflict);
    // Tried again it takes away what the list has.
    job.retryFailed();
    QVERIFY(QTest::qWaitFor([&] {
        bench.clock.advance(1000);
        return job.items().at(0).state == BulkItem::State::Done;
    }));
    QCOMPARE(bench.wire->count(Method::Delete, pathOf(u"c1"_s) + u"/p7"_s), 1);
}

void TestPermissionsModel::aListThatIsCutShortSaysNothingOfTheRest()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}, true, u"p1"_s));
    bench.show({u"c1"_s});
    bench.model->addProject(u"proj_b"_s);
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
    QCOMPARE(bench.cell(u"proj_b"_s, u"c1"_s), Cell::Unknown);
}

void TestPermissionsModel::aListReadDuringAChangeIsReadAgain()
{
    Bench bench;
    FakeReply slow = page({});
    slow.delayMs = 100;
    bench.wire->once(Method::Get, pathOf(u"c1"_s), slow);
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.show({u"c1"_s});
    bench.loader->loadMissing();
    QVERIFY(QTest::qWaitFor([&] { return bench.wire->running() == 1; }));
    // Granted while the list is on its way: that list does not know of it yet.
    bench.loader->add(u"c1"_s, {CheckpointPermission::fromJson(permission(u"p1"_s, u"proj_a"_s))});
    bench.clock.advance(100);
    QVERIFY(bench.settle());
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(bench.cell(u"proj_a"_s, u"c1"_s), Cell::Granted);
}

void TestPermissionsModel::cellsAreSaidToScreenReaders()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.show({u"c1"_s});
    bench.model->addProject(u"proj_b"_s);
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QVERIFY(bench.data(u"proj_a"_s, u"c1"_s, Qt::AccessibleTextRole).toString().startsWith(u"granted, "_s));
    QCOMPARE(bench.data(u"proj_b"_s, u"c1"_s, Qt::AccessibleTextRole).toString(), u"not granted"_s);
    QCOMPARE(bench.data(u"proj_a"_s, u"c1"_s, ToneRole).toInt(), int(Tone::Fine));
    QVERIFY(!bench.data(u"proj_b"_s, u"c1"_s, ToneRole).isValid());
    QVERIFY(bench.data(u"proj_a"_s, u"c1"_s, Qt::ToolTipRole).toString().contains(u"proj_a"_s));
}

void TestPermissionsModel::exportsHoldTimes()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s), page({permission(u"p1"_s, u"proj_a"_s)}));
    bench.wire->always(Method::Get, pathOf(u"c2"_s), page({}));
    bench.show({u"c1"_s, u"c2"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(toCsv(exportData(*bench.model, {0}, ExportPart::Cells)),
             QByteArray("project,c1,c2\r\nproj_a,2025-10-09T08:53:20+00:00,\r\n"));
    QCOMPARE(bench.model->rowJson(0).value("permissions"_L1).toObject().value("c1"_L1).toArray().size(), 1);
}

void TestPermissionsModel::exportsTellWhatIsNotKnown()
{
    Bench bench;
    bench.wire->always(Method::Get, pathOf(u"c1"_s),
                       page({QJsonObject{{u"id"_s, u"p1"_s}, {u"project_id"_s, u"proj_a"_s}}}));
    bench.wire->always(Method::Get, pathOf(u"c2"_s), FakeReply::error(403));
    bench.show({u"c1"_s, u"c2"_s});
    bench.loader->loadMissing();
    QVERIFY(bench.settle());
    QCOMPARE(toCsv(bench.model->statesOf({0})), QByteArray("project,c1,c2\r\nproj_a,granted,unknown\r\n"));
}

QTEST_GUILESS_MAIN(TestPermissionsModel)
#include "tst_permissionsmodel.moc"
