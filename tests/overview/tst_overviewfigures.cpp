// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the overview against what a brute-force count of the same answers gives.
#include "overviewbench.h"

#include "overview/changesmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

#include <memory>

using namespace odc;
using namespace odc::test;

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

QJsonObject file(const QString &id, const QString &purpose, qint64 bytes, qint64 createdAt,
                 qint64 expiresAt = 0)
{
    QJsonObject file{{u"id"_s, id},
                     {u"object"_s, u"file"_s},
                     {u"filename"_s, id + u".jsonl"_s},
                     {u"purpose"_s, purpose},
                     {u"bytes"_s, bytes},
                     {u"created_at"_s, createdAt},
                     {u"status"_s, u"processed"_s}};
    if (expiresAt > 0)
        file.insert(u"expires_at"_s, expiresAt);
    return file;
}

QJsonObject batch(const QString &id, const QString &status, const QString &input, qint64 createdAt,
                  qint64 endedAt, int done, int failed, int total)
{
    QJsonObject batch{{u"id"_s, id},
                      {u"object"_s, u"batch"_s},
                      {u"endpoint"_s, u"/v1/responses"_s},
                      {u"input_file_id"_s, input},
                      {u"status"_s, status},
                      {u"created_at"_s, createdAt},
                      {u"request_counts"_s,
                       QJsonObject{{u"completed"_s, done}, {u"failed"_s, failed}, {u"total"_s, total}}}};
    if (endedAt > 0)
        batch.insert(status + u"_at"_s, endedAt);
    return batch;
}

QJsonObject store(const QString &id, const QString &status, qint64 bytes, int files, int failed,
                  qint64 expiresAt = 0)
{
    QJsonObject store{{u"id"_s, id},
                      {u"object"_s, u"vector_store"_s},
                      {u"name"_s, id + u" name"_s},
                      {u"status"_s, status},
                      {u"usage_bytes"_s, bytes},
                      {u"created_at"_s, 1'700'000'000},
                      {u"file_counts"_s, QJsonObject{{u"in_progress"_s, 0},
                                                     {u"completed"_s, files - failed},
                                                     {u"failed"_s, failed},
                                                     {u"cancelled"_s, 0},
                                                     {u"total"_s, files}}}};
    if (expiresAt > 0)
        store.insert(u"expires_at"_s, expiresAt);
    return store;
}

QJsonObject storeFile(const QString &storeId, const QString &fileId)
{
    return {{u"id"_s, fileId},
            {u"object"_s, u"vector_store.file"_s},
            {u"vector_store_id"_s, storeId},
            {u"status"_s, u"completed"_s},
            {u"usage_bytes"_s, 100},
            {u"created_at"_s, 1'700'000'000}};
}

QJsonObject run(const QString &id, const QString &status, qint64 createdAt)
{
    return {{u"id"_s, id},
            {u"object"_s, u"eval.run"_s},
            {u"eval_id"_s, u"eval_1"_s},
            {u"name"_s, id},
            {u"status"_s, status},
            {u"created_at"_s, createdAt},
            {u"result_counts"_s,
             QJsonObject{{u"total"_s, 10}, {u"passed"_s, 9}, {u"failed"_s, 1}, {u"errored"_s, 0}}}};
}

QJsonObject job(const QString &id, const QString &status, qint64 createdAt, qint64 finishedAt)
{
    QJsonObject job{
        {u"id"_s, id},         {u"object"_s, u"fine_tuning.job"_s}, {u"model"_s, u"gpt-4.1-mini"_s},
        {u"status"_s, status}, {u"created_at"_s, createdAt},        {u"training_file"_s, u"file-0"_s}};
    if (finishedAt > 0)
        job.insert(u"finished_at"_s, finishedAt);
    return job;
}

/// Ids of what a list of rows is about, in order.
QStringList keysOf(const QList<OverviewJob> &jobs)
{
    QStringList keys;
    for (const OverviewJob &job : jobs)
        keys << job.key;
    return keys;
}

} // namespace

class TestOverviewFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<OverviewBench>();
        m_bench->index.open();
        QVERIFY(QTest::qWaitFor([this] { return m_bench->index.isLoaded(); }));
    }
    void cleanup() { m_bench.reset(); }

    void sumsAreThoseOfEachObjectAdded();
    void filesOfOneDayAndPurposeExpireTogether();
    void orphansAreKnownOnceEverythingWasRead();
    void jobsThatEndedSinceThenAreCountedWithTheirFailures();
    void whatFailedNeedsSomebodyForADay();
    void whatWasCancelledIsNoSuccess();
    void aRunThatWasSeenToEndCounts();
    void theListOfEndedJobsHasAsManyRowsAsTheirNumberSays();
    void ofManyThatEndedTheNewestAreListed();
    void whatNobodySeesIsCountedWhenSomebodyLooks();
    void changesAreListedAsTheyAreSeen();
    void figuresSurviveBeingWritten();
    void hostileFiguresAreHarmless();

private:
    void answerEverything(const QJsonArray &files, const QJsonArray &batches, const QJsonArray &stores);

    std::unique_ptr<OverviewBench> m_bench;
};

void TestOverviewFigures::answerEverything(const QJsonArray &files, const QJsonArray &batches,
                                           const QJsonArray &stores)
{
    m_bench->answer(u"/files"_s, files);
    m_bench->answer(u"/batches"_s, batches);
    m_bench->answer(u"/vector_stores"_s, stores);
    m_bench->answer(u"/evals"_s, {});
    m_bench->answer(u"/fine_tuning/jobs"_s, {});
}

void TestOverviewFigures::sumsAreThoseOfEachObjectAdded()
{
    QRandomGenerator random(20261130);
    const QStringList purposes{u"batch"_s, u"batch_output"_s, u"assistants"_s, u"fine-tune"_s,
                               u"user_data"_s};
    const qint64 now = m_bench->now();
    QJsonArray files;
    qint64 bytes = 0;
    qint64 added = 0;
    QHash<QString, OverviewShare> byPurpose;
    for (int i = 0; i < 5'000; ++i) {
        const QString purpose = purposes.at(random.bounded(int(purposes.size())));
        const qint64 size = random.bounded(1'000'000);
        const qint64 created = now - random.bounded(int(10 * day));
        files.append(file(u"file-%1"_s.arg(i), purpose, size, created));
        bytes += size;
        added += created >= m_bench->since();
        byPurpose[purpose].bytes += size;
        ++byPurpose[purpose].count;
    }
    QJsonArray stores;
    qint64 charged = 0;
    for (int i = 0; i < 40; ++i) {
        const bool expired = i % 5 == 0;
        const qint64 size = random.bounded(1'000'000);
        stores.append(store(u"vs_%1"_s.arg(i), expired ? u"expired"_s : u"completed"_s, size, 0, 0));
        charged += expired ? 0 : size;
    }
    answerEverything(files, {}, stores);
    QVERIFY(m_bench->counted());

    const OverviewFigures &figures = m_bench->tally.figures();
    QCOMPARE(figures.files, 5'000);
    QCOMPARE(figures.fileBytes, bytes);
    QCOMPARE(figures.filesAdded, added);
    QCOMPARE(figures.purposes.size(), purposes.size());
    qint64 before = std::numeric_limits<qint64>::max();
    for (const OverviewShare &share : figures.purposes) {
        QCOMPARE(share.bytes, byPurpose.value(share.id).bytes);
        QCOMPARE(share.count, byPurpose.value(share.id).count);
        QVERIFY(share.bytes <= before); // largest first
        before = share.bytes;
    }
    QCOMPARE(figures.storeCount, 40);
    QCOMPARE(figures.storeBytes, charged);
    QCOMPARE(figures.stores.size(), 40);
    QCOMPARE(figures.knownAt, now);
    QCOMPARE(m_bench->wire.wire->requests().size(), 0); // what is shown is what is known
}

void TestOverviewFigures::filesOfOneDayAndPurposeExpireTogether()
{
    const qint64 now = m_bench->now();
    const QDate tomorrow = QDateTime::fromSecsSinceEpoch(now).date().addDays(1);
    const qint64 noon = tomorrow.startOfDay().toSecsSinceEpoch() + 12 * hour;
    answerEverything({file(u"file-a"_s, u"batch"_s, 10, now - day, noon),
                      file(u"file-b"_s, u"batch"_s, 20, now - day, noon + hour),
                      file(u"file-c"_s, u"user_data"_s, 30, now - day, noon),
                      file(u"file-d"_s, u"batch"_s, 40, now - day, noon + day),
                      file(u"file-gone"_s, u"batch"_s, 1, now - day, now - 1),
                      file(u"file-later"_s, u"batch"_s, 1, now - day, now + 7 * day),
                      file(u"file-kept"_s, u"batch"_s, 1, now - day)},
                     {},
                     {store(u"vs_1"_s, u"completed"_s, 5, 0, 0, noon + 2 * hour),
                      store(u"vs_2"_s, u"expired"_s, 5, 0, 0, noon)});
    QVERIFY(m_bench->counted());
    const QList<OverviewExpiry> expiring = m_bench->tally.figures().expiring;
    QCOMPARE(expiring.size(), 4);
    const auto of = [&](ObjectKind kind, const QString &purpose, qint64 at) -> OverviewExpiry {
        for (const OverviewExpiry &expiry : expiring) {
            if (expiry.kind == kind && expiry.purpose == purpose && expiry.from <= at && at < expiry.to)
                return expiry;
        }
        return {};
    };
    const OverviewExpiry two = of(ObjectKind::File, u"batch"_s, noon);
    QCOMPARE(two.count, 2);
    QCOMPARE(two.bytes, 30);
    QCOMPARE(two.soonest, noon);
    QVERIFY(two.key.isEmpty());
    QCOMPARE(of(ObjectKind::File, u"user_data"_s, noon).key, u"file-c"_s);
    QCOMPARE(of(ObjectKind::File, u"batch"_s, noon + day).key, u"file-d"_s);
    QCOMPARE(of(ObjectKind::Store, {}, noon).key, u"vs_1"_s);
    for (int i = 1; i < expiring.size(); ++i)
        QVERIFY(expiring.at(i - 1).soonest <= expiring.at(i).soonest);
}

void TestOverviewFigures::orphansAreKnownOnceEverythingWasRead()
{
    const qint64 now = m_bench->now();
    const QJsonArray files{file(u"file-in"_s, u"batch"_s, 100, now - day),
                           file(u"file-stored"_s, u"assistants"_s, 200, now - day),
                           file(u"file-lonely"_s, u"user_data"_s, 400, now - day)};
    answerEverything(
        files, {batch(u"batch_1"_s, u"completed"_s, u"file-in"_s, now - 5 * day, now - 4 * day, 1, 0, 1)},
        {store(u"vs_1"_s, u"completed"_s, 5, 1, 0)});
    QVERIFY(m_bench->counted());
    // A store holds a file, and nobody has looked which.
    QCOMPARE(m_bench->tally.figures().orphans, -1);
    m_bench->answer(u"/vector_stores/vs_1/files"_s, {storeFile(u"vs_1"_s, u"file-stored"_s)});
    QVERIFY(m_bench->counted());
    QCOMPARE(m_bench->tally.figures().orphans, 1);
    QCOMPARE(m_bench->tally.figures().orphanBytes, 400);
}

void TestOverviewFigures::jobsThatEndedSinceThenAreCountedWithTheirFailures()
{
    const qint64 now = m_bench->now();
    answerEverything(
        {},
        {batch(u"batch_new"_s, u"completed"_s, u"file-0"_s, now - 9 * hour, now - 2 * hour, 10, 0, 10),
         batch(u"batch_part"_s, u"completed"_s, u"file-0"_s, now - 9 * hour, now - 3 * hour, 7, 3, 10),
         batch(u"batch_none"_s, u"completed"_s, u"file-0"_s, now - 9 * hour, now - 4 * hour, 0, 10, 10),
         batch(u"batch_refused"_s, u"failed"_s, u"file-0"_s, now - 9 * hour, now - 5 * hour, 0, 0, 0),
         batch(u"batch_old"_s, u"completed"_s, u"file-0"_s, now - 9 * day, now - 8 * day, 10, 0, 10),
         batch(u"batch_runs"_s, u"in_progress"_s, u"file-0"_s, now - hour, 0, 1, 0, 10)},
        {});
    m_bench->answer(u"/fine_tuning/jobs"_s,
                    {job(u"ftjob-1"_s, u"failed"_s, now - day, now - hour),
                     job(u"ftjob-2"_s, u"succeeded"_s, now - 5 * day, now - 6 * hour)});
    QVERIFY(m_bench->counted());
    const OverviewFigures &figures = m_bench->tally.figures();
    QCOMPARE(figures.endedCount, 6);
    QCOMPARE(figures.failedCount, 3);
    const QStringList newestFirst{u"ftjob-1"_s,    u"batch_new"_s,     u"batch_part"_s,
                                  u"batch_none"_s, u"batch_refused"_s, u"ftjob-2"_s};
    QCOMPARE(keysOf(figures.ended), newestFirst);
    QVERIFY(!figures.ended.at(2).bad); // in part only
    QCOMPARE(figures.ended.at(2).failed, 3);
}

void TestOverviewFigures::whatFailedNeedsSomebodyForADay()
{
    const qint64 now = m_bench->now();
    const auto batches = [now] {
        return QJsonArray{
            batch(u"batch_good"_s, u"completed"_s, u"file-0"_s, now - 9 * hour, now - hour, 10, 0, 10),
            batch(u"batch_part"_s, u"completed"_s, u"file-0"_s, now - 9 * hour, now - 2 * hour, 7, 3, 10),
            batch(u"batch_bad"_s, u"failed"_s, u"file-0"_s, now - 9 * hour, now - 3 * hour, 0, 0, 0),
            batch(u"batch_old"_s, u"failed"_s, u"file-0"_s, now - 4 * day, now - 3 * day, 0, 0, 0)};
    };
    answerEverything({}, batches(), {});
    // The last visit ended a minute ago: nothing is new, and what is broken is no less so.
    m_bench->tally.setSince(now - 60);
    QVERIFY(m_bench->counted());
    const OverviewFigures &figures = m_bench->tally.figures();
    QCOMPARE(figures.endedCount, 0);
    QCOMPARE(figures.failedCount, 0);
    QCOMPARE(keysOf(figures.troubled), (QStringList{u"batch_part"_s, u"batch_bad"_s}));
    // Nobody was here for longer: as far back as that.
    m_bench->tally.setSince(now - 5 * day);
    QVERIFY(m_bench->counted());
    QCOMPARE(figures.failedCount, 2);
    QCOMPARE(keysOf(figures.troubled), (QStringList{u"batch_part"_s, u"batch_bad"_s, u"batch_old"_s}));
}

void TestOverviewFigures::whatWasCancelledIsNoSuccess()
{
    const qint64 now = m_bench->now();
    const auto batches = [now](bool ended) {
        const auto state = [ended](const QString &end) { return ended ? end : u"in_progress"_s; };
        const qint64 at = ended ? now : 0;
        return QJsonArray{
            batch(u"batch_good"_s, state(u"completed"_s), u"file-0"_s, now - hour, at, 9, 0, 9),
            batch(u"batch_part"_s, state(u"completed"_s), u"file-0"_s, now - hour, at, 7, 2, 9),
            batch(u"batch_stopped"_s, state(u"cancelled"_s), u"file-0"_s, now - hour, at, 7, 0, 9)};
    };
    answerEverything({}, batches(false), {});
    m_bench->answer(u"/evals"_s, {QJsonObject{{u"id"_s, u"eval_1"_s}, {u"object"_s, u"eval"_s}}});
    m_bench->answer(u"/evals/eval_1/runs"_s, {run(u"evalrun_stopped"_s, u"in_progress"_s, now - hour)});
    QVERIFY(m_bench->counted());
    m_bench->answer(u"/batches"_s, batches(true));
    m_bench->answer(u"/evals/eval_1/runs"_s, {run(u"evalrun_stopped"_s, u"canceled"_s, now - hour)});
    QVERIFY(m_bench->counted());
    QCOMPARE(m_bench->tally.figures().failedCount, 0); // nor did it fail

    const QStringList expected{u"batch_good|ended"_s, u"batch_part|partly"_s, u"batch_stopped|cancelled"_s,
                               u"evalrun_stopped|cancelled"_s};
    for (const auto shows : {ChangesModel::Shows::EndedJobs, ChangesModel::Shows::Changes}) {
        ChangesModel model(m_bench->index, m_bench->watch, m_bench->wire.clock,
                           [this] { return m_bench->tally.frame(); });
        model.show(shows, now - day);
        QVERIFY(QTest::qWaitFor([&] { return model.loadState() == LoadState::Ready; }));
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString result = model.rawValue(row, ChangesModel::ResultColumn).toString();
            if (result == u"added"_s)
                continue;
            lines << model.rawValue(row, ChangesModel::Id).toString() + u'|' + result;
            const QVariant tone = model.index(row, ChangesModel::ResultColumn).data(ToneRole);
            QCOMPARE(Tone(tone.toInt()), result == u"ended"_s ? Tone::Fine : Tone::Attention);
        }
        lines.sort();
        QCOMPARE(lines, expected);
    }
}

void TestOverviewFigures::aRunThatWasSeenToEndCounts()
{
    // Runs do not say when they ended. One that began before the last visit counts when it was seen to run
    // since.
    const qint64 now = m_bench->now();
    answerEverything({}, {}, {});
    m_bench->answer(u"/evals"_s, {QJsonObject{{u"id"_s, u"eval_1"_s},
                                              {u"object"_s, u"eval"_s},
                                              {u"name"_s, u"triage"_s},
                                              {u"created_at"_s, now - 9 * day}}});
    const QString runs = u"/evals/eval_1/runs"_s;
    m_bench->answer(runs, {run(u"evalrun_old"_s, u"completed"_s, now - 3 * day),
                           run(u"evalrun_long"_s, u"in_progress"_s, now - 2 * day),
                           run(u"evalrun_new"_s, u"completed"_s, now - hour)});
    QVERIFY(m_bench->counted());
    QCOMPARE(keysOf(m_bench->tally.figures().ended), QStringList{u"evalrun_new"_s});
    // It was first seen at its end, which was not just now.
    QCOMPARE(m_bench->tally.figures().ended.first().endedAt, now - hour);
    QVERIFY(!m_bench->tally.figures().ended.first().endKnown);
    m_bench->answer(runs, {run(u"evalrun_old"_s, u"completed"_s, now - 3 * day),
                           run(u"evalrun_long"_s, u"failed"_s, now - 2 * day),
                           run(u"evalrun_new"_s, u"completed"_s, now - hour)});
    QVERIFY(m_bench->counted());
    QCOMPARE(m_bench->tally.figures().endedCount, 2);
    QCOMPARE(m_bench->tally.figures().failedCount, 1);
}

void TestOverviewFigures::theListOfEndedJobsHasAsManyRowsAsTheirNumberSays()
{
    const qint64 now = m_bench->now();
    QJsonArray batches;
    for (int i = 0; i < 400; ++i)
        batches.append(batch(u"batch_%1"_s.arg(i), i % 3 == 0 ? u"failed"_s : u"completed"_s, u"file-0"_s,
                             now - 2 * day, now - i * 60, 1, 0, 1));
    answerEverything({}, batches, {});
    QVERIFY(m_bench->counted());
    const OverviewFigures &figures = m_bench->tally.figures();
    QCOMPARE(figures.ended.size(), OverviewFigures::mostRows); // the first of them

    ChangesModel model(m_bench->index, m_bench->watch, m_bench->wire.clock,
                       [this] { return m_bench->tally.frame(); });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(ChangesModel::Shows::EndedJobs, figures.since);
    QCOMPARE(model.rowCount(), figures.endedCount);
    int failed = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        failed += model.rawValue(row, ChangesModel::ResultColumn) == u"failed"_s;
    QCOMPARE(failed, figures.failedCount);
    QVERIFY(failed > 0 && failed < model.rowCount());
}

void TestOverviewFigures::ofManyThatEndedTheNewestAreListed()
{
    const qint64 now = m_bench->now();
    QJsonArray batches;
    for (int i = 0; i < 50; ++i) {
        const int ago = i * 7 % 50; // in no order
        batches.append(batch(u"batch_%1"_s.arg(ago), u"completed"_s, u"file-0"_s, now - 2 * day,
                             now - ago * 60, 1, 0, 1));
    }
    batches.append(batch(u"batch_0b"_s, u"completed"_s, u"file-0"_s, now - 2 * day, now, 1, 0, 1));
    answerEverything({}, batches, {});
    QVERIFY(m_bench->counted());
    const OverviewFrame frame = m_bench->tally.frame();
    QCOMPARE(keysOf(endedJobs(m_bench->index, frame, 4)),
             (QStringList{u"batch_0"_s, u"batch_0b"_s, u"batch_1"_s, u"batch_2"_s}));
    QCOMPARE(endedJobs(m_bench->index, frame, 1000).size(), 51);
    QCOMPARE(endedJobs(m_bench->index, frame, 1000).last().key, u"batch_49"_s);
}

void TestOverviewFigures::whatNobodySeesIsCountedWhenSomebodyLooks()
{
    const qint64 now = m_bench->now();
    answerEverything({file(u"file-1"_s, u"batch"_s, 1, now)}, {}, {});
    QVERIFY(m_bench->counted());
    OverviewTally &tally = m_bench->tally;
    QCOMPARE(tally.figures().files, 1);

    tally.setLookedAt(false);
    answerEverything({file(u"file-1"_s, u"batch"_s, 1, now), file(u"file-2"_s, u"batch"_s, 1, now)},
                     {batch(u"batch_1"_s, u"in_progress"_s, u"file-1"_s, now, 0, 1, 0, 10)}, {});
    QSignalSpy updated(&m_bench->watch, &JobWatch::updated);
    bool settled = false;
    m_bench->index.whenSettled(&tally, [&settled] { settled = true; });
    QVERIFY(QTest::qWaitFor([&settled] { return settled; }));
    m_bench->wire.clock.advance(1'000);
    QVERIFY(!updated.isEmpty());
    QCOMPARE(tally.figures().files, 1);
    QVERIFY(tally.figures().running.isEmpty());
    QVERIFY(!tally.isCurrent());

    tally.setLookedAt(true);
    QCOMPARE(tally.figures().running.size(), 1); // at once, as what runs is not counted
    QVERIFY(QTest::qWaitFor([&] { return tally.isCurrent(); }));
    QCOMPARE(tally.figures().files, 2);
}

void TestOverviewFigures::changesAreListedAsTheyAreSeen()
{
    const qint64 now = m_bench->now();
    answerEverything({file(u"file-1"_s, u"batch"_s, 1, now)},
                     {batch(u"batch_1"_s, u"in_progress"_s, u"file-1"_s, now - hour, 0, 1, 0, 10)}, {});
    QVERIFY(m_bench->counted());
    m_bench->wire.clock.advance(60'000);
    answerEverything({file(u"file-2"_s, u"batch"_s, 1, now + 60)},
                     {batch(u"batch_1"_s, u"expired"_s, u"file-1"_s, now - hour, now, 1, 0, 10),
                      batch(u"batch_2"_s, u"failed"_s, u"file-1"_s, now, now, 0, 0, 0)},
                     {});
    QVERIFY(m_bench->counted());

    ChangesModel model(m_bench->index, m_bench->watch, m_bench->wire.clock,
                       [this] { return m_bench->tally.frame(); });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(ChangesModel::Shows::Changes, 0);
    QVERIFY(QTest::qWaitFor([&] { return model.loadState() == LoadState::Ready; }));
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const ChangesModel::Column column :
             {ChangesModel::Id, ChangesModel::ResultColumn, ChangesModel::From, ChangesModel::To})
            cells << model.rawValue(row, column).toString();
        lines << cells.join(u'|');
    }
    lines.sort();
    // What was there when a list was first read did not come since.
    // And a job that was at its end when it was first seen has come with that end.
    QCOMPARE(lines, (QStringList{u"batch_1|failed|in_progress|expired"_s, u"batch_2|failed||failed"_s,
                                 u"file-1|gone|processed|"_s, u"file-2|added||processed"_s}));

    // A second look changes no row.
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy loaded(&model, &RowModelBase::loadStateChanged);
    model.reload();
    QVERIFY(loaded.wait());
    QCOMPARE(removed.count() + inserted.count(), 0);

    // And nothing has happened after it.
    model.show(ChangesModel::Shows::Changes, m_bench->now() + 1);
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == 0; }));
}

void TestOverviewFigures::figuresSurviveBeingWritten()
{
    const qint64 now = m_bench->now();
    answerEverything(
        {file(u"file-1"_s, u"batch"_s, 1LL << 53, now, now + day), file(u"file-2"_s, u"vision"_s, 7, now)},
        {batch(u"batch_1"_s, u"failed"_s, u"file-1"_s, now - hour, now, 1, 2, 10)},
        {store(u"vs_1"_s, u"completed"_s, 900, 3, 2, now + 2 * day)});
    QVERIFY(m_bench->counted());
    OverviewFigures figures = m_bench->tally.figures();
    figures.running << RunningJob{ObjectKind::EvalRun,
                                  u"evalrun_1"_s,
                                  u"golden"_s,
                                  u"in_progress"_s,
                                  3,
                                  1,
                                  10,
                                  77,
                                  now,
                                  {},
                                  now + 9,
                                  5};
    figures.unavailable << ObjectKind::Eval;
    const QByteArray text = QJsonDocument(figures.toJson()).toJson();
    const OverviewFigures read = OverviewFigures::fromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(read.fileBytes, (1LL << 53) + 7); // to the byte, though no JSON number need be so exact
    QCOMPARE(read.expiring, figures.expiring);
    QCOMPARE(read.ended, figures.ended);
    QCOMPARE(read.purposes, figures.purposes);
    QCOMPARE(read.troubles, figures.troubles);
    QCOMPARE(read.unavailable, figures.unavailable);
    QCOMPARE(read.running.first().secondsLeft, 77);
    QCOMPARE(read.running.first().finishAt, now + 9);
    QCOMPARE(read.running.first().stillSeconds, 5);
    QCOMPARE(read.troubled, figures.troubled);
    QCOMPARE(read.troubled.size(), 1);
    QVERIFY(read == figures);
}

void TestOverviewFigures::hostileFiguresAreHarmless()
{
    const QList<QByteArray> texts{
        "{}", R"({"counted":"x","ended":{"a":1},"files":[],"running":[1,null,{"kind":99,"total":-5}]})",
        R"({"ended_count":1e99,"purposes":[{"bytes":"9223372036854775807"},{"bytes":"99999999999999999999"}],"unavailable":["x"]})"};
    for (const QByteArray &text : texts) {
        const OverviewFigures figures = OverviewFigures::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(OverviewFigures::fromJson(figures.toJson()) == figures);
    }
}

QTEST_GUILESS_MAIN(TestOverviewFigures)
#include "tst_overviewfigures.moc"
