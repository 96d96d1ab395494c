// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a batch: its states and times, its files, cancelling and expiring in the middle, a server that
// ends, is killed or has no room left.
#include "batchclient.h"
#include "support/serverprocess.h"

#include <csignal>
#include <sys/resource.h>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerBatchRuns : public QObject, private BatchClient
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(emptyFolder()); }

    void goesThroughItsStates();
    void filesAnswerTheirInput();
    void theOrderIsAnotherOneButAlwaysTheSame();
    void filesThatWouldBeEmptyAreNotMade();
    void filesAppearWhenItEnds();
    void outputsExpireAsTold();
    void cancelledHalfWay();
    void cancelledWhileItIsValidated();
    void expiresWithPartOfItsResults();
    void oneThatWaitsHoldsUpNobody();
    void goesOnAfterARestart();
    void waitingLinesAreRememberedOverARestart();
    void whatWasNotStoredIsCutOff();
    void goesOnAfterAKill();
    void aStoppedServerBreaksOffACheck();
    void anInputThatIsGoneFailsIt();
    void anInputThatGoesInTheMiddleDoesNot();
    void resultsOutliveTheirInput();
    void resultsThatAreLostFailIt();
    void aFullDiskFailsIt();
    void memoryStaysFlat();

private:
    /** So slow that nothing goes on unless the clock is moved. */
    void startSlow()
    {
        start([](LocalServer::Options &options) { options.timeScale = 1000; });
    }
    /** A batch of \p texts that is at work on its lines; none of them is answered yet. */
    QByteArray begun(const QByteArray &lines, int count)
    {
        const QByteArray id = create(lines);
        [&] { QTRY_VERIFY(!batch(id).isEmpty()); }();
        m_server.advanceClock(2001);
        [&] { QTRY_COMPARE(batch(id)[u"request_counts"_s][u"total"_s].toInt(), count); }();
        return id;
    }
    /** A batch of ten lines of which five were taken up, \p answered of them with an answer, and the others
     * wait for the clock. */
    QByteArray halfDone(const QByteArray &lines = chatLines(10), int answered = 5)
    {
        const QByteArray id = begun(lines, 10);
        m_server.advanceClock(5 * 150 + 1);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(done(batch(id)), answered, 10'000); }();
        return id;
    }
    QStringList filesThere() const
    {
        QStringList names;
        for (const QJsonValue &file : list("/v1/files"))
            names.append(file[u"filename"_s].toString());
        names.sort();
        return names;
    }
};

void TestLocalServerBatchRuns::goesThroughItsStates()
{
    startSlow();
    const QByteArray id = create(chatLines({u"a"_s, u"[[status 500]]"_s, u"c"_s, u"d"_s}));
    QCOMPARE(statusOf(id), u"validating"_s);
    QCOMPARE(batch(id)[u"request_counts"_s].toObject(), counts(0, 0, 0));
    QVERIFY(batch(id)[u"usage"_s].isNull() && batch(id)[u"model"_s].isNull());
    m_server.advanceClock(2001);
    QTRY_COMPARE(statusOf(id), u"in_progress"_s);
    QCOMPARE(batch(id)[u"request_counts"_s].toObject(), counts(4, 0, 0));
    QCOMPARE(batch(id)[u"model"_s].toString(), u"gpt-4.1-mini"_s);
    for (int answered = 1; answered <= 3; ++answered) {
        m_server.advanceClock(150);
        QTRY_COMPARE(done(batch(id)), answered);
        QCOMPARE(statusOf(id), u"in_progress"_s);
        QVERIFY(batch(id)[u"usage"_s][u"total_tokens"_s].toInt() > 0);
    }
    m_server.advanceClock(151);
    QTRY_COMPARE(statusOf(id), u"finalizing"_s);
    QCOMPARE(batch(id)[u"request_counts"_s].toObject(), counts(4, 3, 1));
    QVERIFY(batch(id)[u"output_file_id"_s].isNull());
    m_server.advanceClock(1501);
    const QJsonObject done = reached(id, u"completed"_s);
    const auto time = [&done](const QString &name) { return done[name].toInteger(); };
    QVERIFY(time(u"created_at"_s) < time(u"in_progress_at"_s));
    QVERIFY(time(u"in_progress_at"_s) < time(u"finalizing_at"_s));
    QVERIFY(time(u"finalizing_at"_s) < time(u"completed_at"_s));
    for (const QString &other : {u"failed_at"_s, u"expired_at"_s, u"cancelling_at"_s, u"cancelled_at"_s})
        QVERIFY(done[other].isNull());
    qint64 tokens = 0;
    for (const QJsonObject &line : output(done))
        tokens += line[u"response"_s][u"body"_s][u"usage"_s][u"total_tokens"_s].toInteger();
    QCOMPARE(done[u"usage"_s][u"total_tokens"_s].toInteger(), tokens);
    QVERIFY(tokens > 0);
}

void TestLocalServerBatchRuns::filesAnswerTheirInput()
{
    start();
    QStringList texts;
    for (int i = 1; i <= 500; ++i)
        texts.append(i % 7 == 0 ? u"[[status 429]]"_s : u"question %1"_s.arg(i));
    const QJsonObject batch = completed(chatLines(texts));
    QCOMPARE(batch[u"request_counts"_s].toObject(), counts(500, 429, 71));
    QCOMPARE(sorted(idsOf(output(batch)) + idsOf(errors(batch))), allIds(500));
    QSet<QString> requests;
    for (const QJsonObject &line : output(batch)) {
        const QString number = line[u"custom_id"_s].toString().mid(2);
        const QJsonValue response = line[u"response"_s];
        QCOMPARE(response[u"body"_s][u"choices"_s][0][u"message"_s][u"content"_s].toString(),
                 u"local-echo: question %1"_s.arg(number));
        requests.insert(line[u"id"_s].toString());
        requests.insert(response[u"request_id"_s].toString());
    }
    QCOMPARE(requests.size(), 2 * 429);
    for (const QString &name : {u"output_file_id"_s, u"error_file_id"_s}) {
        const QByteArray id = batch[name].toString().toUtf8();
        const QJsonObject file = get("/v1/files/" + id).json();
        QCOMPARE(file[u"purpose"_s].toString(), u"batch_output"_s);
        QCOMPARE(file[u"status"_s].toString(), u"processed"_s);
        QVERIFY(file[u"expires_at"_s].isNull());
        QCOMPARE(file[u"bytes"_s].toInteger(), content(batch[name]).size());
        QVERIFY(file[u"filename"_s].toString().endsWith(u".jsonl"_s));
    }
}

void TestLocalServerBatchRuns::theOrderIsAnotherOneButAlwaysTheSame()
{
    start();
    const QByteArray lines = chatLines(300);
    const QStringList order = idsOf(output(completed(lines)));
    QCOMPARE(order.size(), 300);
    QVERIFY(order != idsOf(parsedLines(lines)));
    QCOMPARE(idsOf(output(completed(lines))), order);
}

void TestLocalServerBatchRuns::filesThatWouldBeEmptyAreNotMade()
{
    start();
    const QJsonObject good = completed(chatLines(3));
    QVERIFY(good[u"error_file_id"_s].isNull());
    const QJsonObject bad = completed(chatLines({u"[[status 400]]"_s, u"[[timeout]]"_s}));
    QVERIFY(bad[u"output_file_id"_s].isNull());
    QCOMPARE(errors(bad).size(), 2);
    QCOMPARE(list("/v1/files").size(), 4); // two of them are inputs
    m_server.stop();
    QCOMPARE(QDir(m_dir.filePath(u"files"_s)).entryList(QDir::Files).size(), 4);
}

void TestLocalServerBatchRuns::filesAppearWhenItEnds()
{
    startSlow();
    const QByteArray id = halfDone();
    QCOMPARE(filesThere(), QStringList{u"rows.jsonl"_s});
    QVERIFY(batch(id)[u"output_file_id"_s].isNull());
    m_server.advanceClock(751);
    QTRY_COMPARE(statusOf(id), u"finalizing"_s);
    QCOMPARE(filesThere(), QStringList{u"rows.jsonl"_s});
    m_server.advanceClock(1501);
    reached(id, u"completed"_s);
    QCOMPARE(filesThere().size(), 2);
}

void TestLocalServerBatchRuns::outputsExpireAsTold()
{
    start();
    QJsonObject body = batchBody(upload(chatLines({u"a"_s, u"[[timeout]]"_s})));
    body[u"output_expires_after"_s] = QJsonObject{{u"anchor"_s, u"created_at"_s}, {u"seconds"_s, 7200}};
    const QJsonObject batch = reached(idOf(post("/v1/batches", body)), u"completed"_s);
    for (const QString &name : {u"output_file_id"_s, u"error_file_id"_s}) {
        const QJsonObject file = get("/v1/files/" + batch[name].toString().toUtf8()).json();
        QCOMPARE(file[u"expires_at"_s].toInteger() - file[u"created_at"_s].toInteger(), 7200);
    }
    m_server.advanceClock(7201);
    QCOMPARE(filesThere(), QStringList{u"rows.jsonl"_s});
}

void TestLocalServerBatchRuns::cancelledHalfWay()
{
    start();
    const QStringList order = idsOf(output(completed(chatLines(10))));
    QStringList texts(10, u"a"_s);
    const auto say = [&](int place, const QString &text) {
        texts[order.at(place).mid(2).toInt() - 1] = text;
    };
    say(1, u"[[never]]"_s);
    say(2, u"[[status 500]]"_s);
    say(7, u"[[never]]"_s);
    startSlow();
    const QByteArray id = halfDone(chatLines(texts), 4);
    const int before = batch(id)[u"request_counts"_s][u"completed"_s].toInt();
    QCOMPARE(cancel(id).json()[u"status"_s].toString(), u"cancelling"_s);
    QCOMPARE(statusOf(id), u"cancelling"_s);
    m_server.advanceClock(3001);
    const QJsonObject gone = reached(id, u"cancelled"_s);
    QVERIFY(gone[u"cancelled_at"_s].toInteger() > gone[u"cancelling_at"_s].toInteger());
    QVERIFY(gone[u"finalizing_at"_s].isNull() && gone[u"completed_at"_s].isNull());
    QCOMPARE(gone[u"request_counts"_s][u"completed"_s].toInt(), before);
    QCOMPARE(output(gone).size(), before);
    QCOMPARE(sorted(idsOf(output(gone)) + idsOf(errors(gone))), allIds(10));
    int notExecuted = 0;
    for (const QJsonObject &line : errors(gone)) {
        notExecuted += line[u"error"_s][u"code"_s].toString() == u"batch_cancelled"_s;
        QVERIFY(line[u"response"_s].isNull() != line[u"error"_s].isNull());
    }
    QCOMPARE(notExecuted, 6);
    QCOMPARE(gone[u"request_counts"_s].toObject(), counts(10, 3, 1));
}

void TestLocalServerBatchRuns::cancelledWhileItIsValidated()
{
    startSlow();
    const QByteArray id = create(chatLines(3));
    cancel(id);
    m_server.advanceClock(3001);
    const QJsonObject gone = reached(id, u"cancelled"_s);
    QCOMPARE(gone[u"request_counts"_s].toObject(), counts(0, 0, 0));
    QVERIFY(gone[u"output_file_id"_s].isNull() && gone[u"error_file_id"_s].isNull());
    QCOMPARE(filesThere().size(), 1);
}

void TestLocalServerBatchRuns::expiresWithPartOfItsResults()
{
    start();
    const QByteArray id =
        create(chatLines({u"a"_s, u"[[never]]"_s, u"[[timeout]]"_s, u"a"_s, u"[[never]]"_s}));
    QTRY_COMPARE(done(batch(id)), 3);
    m_server.advanceClock(86'300);
    QCOMPARE(statusOf(id), u"in_progress"_s);
    m_server.advanceClock(101);
    const QJsonObject gone = reached(id, u"expired"_s);
    QVERIFY(gone[u"expired_at"_s].toInteger() >= gone[u"expires_at"_s].toInteger());
    QVERIFY(gone[u"completed_at"_s].isNull());
    QCOMPARE(gone[u"request_counts"_s].toObject(), counts(5, 2, 1));
    QCOMPARE(sorted(idsOf(output(gone))), (QStringList{u"r-1"_s, u"r-4"_s}));
    QMap<QString, QString> codes;
    for (const QJsonObject &line : errors(gone))
        codes[line[u"custom_id"_s].toString()] = line[u"error"_s][u"code"_s].toString();
    QCOMPARE(codes, (QMap<QString, QString>{{u"r-2"_s, u"batch_expired"_s},
                                            {u"r-3"_s, u"request_timeout"_s},
                                            {u"r-5"_s, u"batch_expired"_s}}));
}

void TestLocalServerBatchRuns::oneThatWaitsHoldsUpNobody()
{
    start();
    QByteArrayList waiting;
    for (int i = 0; i < 20; ++i)
        waiting.append(create(chatLines({u"[[never]]"_s, u"a"_s})));
    for (int i = 0; i < 5; ++i)
        completed(chatLines(20));
    for (const QByteArray &id : waiting) {
        QTRY_COMPARE(done(batch(id)), 1);
        QCOMPARE(statusOf(id), u"in_progress"_s);
    }
}

void TestLocalServerBatchRuns::goesOnAfterARestart()
{
    startSlow();
    const QByteArray id = halfDone(chatLines({u"a"_s, u"[[status 500]]"_s, u"a"_s, u"a"_s, u"a"_s, u"a"_s,
                                              u"a"_s, u"a"_s, u"[[status 500]]"_s, u"a"_s}));
    const QByteArray waiting = create(chatLines(2));
    m_server.stop();
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(statusOf(id), u"in_progress"_s); // nothing moves where nothing may be written
    start();
    const QJsonObject all = reached(id, u"completed"_s);
    reached(waiting, u"completed"_s);
    QCOMPARE(all[u"request_counts"_s].toObject(), counts(10, 8, 2));
    QCOMPARE(sorted(idsOf(output(all)) + idsOf(errors(all))), allIds(10));
    qint64 tokens = 0;
    for (const QJsonObject &line : output(all))
        tokens += line[u"response"_s][u"body"_s][u"usage"_s][u"total_tokens"_s].toInteger();
    QCOMPARE(all[u"usage"_s][u"total_tokens"_s].toInteger(), tokens);
}

void TestLocalServerBatchRuns::waitingLinesAreRememberedOverARestart()
{
    start();
    const QByteArray id = create(chatLines({u"a"_s, u"[[never]]"_s, u"a"_s}));
    QTRY_COMPARE(done(batch(id)), 2);
    m_server.stop();
    start();
    cancel(id);
    const QJsonObject gone = reached(id, u"cancelled"_s);
    QCOMPARE(idsOf(errors(gone)), QStringList{u"r-2"_s});
    QCOMPARE(sorted(idsOf(output(gone))), (QStringList{u"r-1"_s, u"r-3"_s}));
}

void TestLocalServerBatchRuns::whatWasNotStoredIsCutOff()
{
    startSlow();
    const QByteArray id = halfDone();
    const QString input = batch(id)[u"input_file_id"_s].toString();
    m_server.stop();
    // As if it had been killed between writing answers and noting that they are there.
    const QDir files(m_dir.filePath(u"files"_s));
    for (const QString &name : files.entryList(QDir::Files)) {
        QFile file(files.filePath(name));
        if (name != input && file.open(QIODevice::Append))
            file.write(R"({"custom_id":"r-1","response":{"status_code":200)");
    }
    start();
    const QJsonObject all = reached(id, u"completed"_s);
    QCOMPARE(sorted(idsOf(output(all))), allIds(10));
    QVERIFY(all[u"error_file_id"_s].isNull());
}

void TestLocalServerBatchRuns::goesOnAfterAKill()
{
    ServerProcess server;
    QVERIFY(server.start({u"--time-scale"_s, u"0.2"_s}));
    constexpr int count = 4000;
    const QByteArray file = idOf(postForm(
        server.url(), "/v1/files", {{"purpose", "batch", {}}, {"file", chatLines(count), "rows.jsonl"}}));
    const QByteArray id = idOf(rawRequest(server.url(), "POST", "/v1/batches", {}, compact(batchBody(file))));
    const auto state = [&] { return rawRequest(server.url(), "GET", "/v1/batches/" + id).json(); };
    int seen = 0;
    for (int kills = 0; kills < 3; ++kills) {
        QTRY_VERIFY_WITH_TIMEOUT(done(state()) > seen + 50, 20'000);
        QCOMPARE(state()[u"status"_s].toString(), u"in_progress"_s);
        seen = done(state());
        server.kill();
        QVERIFY(server.start({u"--time-scale"_s, kills == 2 ? u"0"_s : u"0.2"_s}));
        QVERIFY(done(state()) >= seen);
        const QJsonArray files = rawRequest(server.url(), "GET", "/v1/files").json()[u"data"_s].toArray();
        QVERIFY(files.size() == 1 || kills == 2); // nothing is seen of the results before the end
    }
    QTRY_COMPARE_WITH_TIMEOUT(state()[u"status"_s].toString(), u"completed"_s, 20'000);
    const QJsonObject all = state();
    QCOMPARE(all[u"request_counts"_s].toObject(), counts(count, count, 0));
    const QByteArray output = all[u"output_file_id"_s].toString().toUtf8();
    const QList<QJsonObject> lines =
        parsedLines(rawRequest(server.url(), "GET", "/v1/files/" + output + "/content").body);
    QCOMPARE(sorted(idsOf(lines)), allIds(count));
}

void TestLocalServerBatchRuns::aStoppedServerBreaksOffACheck()
{
    start();
    const QByteArray id = create(chatLines(50'000));
    m_server.stop();
    start();
    const QJsonObject all = reached(id, u"completed"_s);
    QCOMPARE(all[u"request_counts"_s].toObject(), counts(50'000, 50'000, 0));
}

void TestLocalServerBatchRuns::anInputThatIsGoneFailsIt()
{
    startSlow();
    const QByteArray file = upload(chatLines(2));
    const QByteArray id = idOf(post("/v1/batches", batchBody(file)));
    QCOMPARE(send("DELETE", "/v1/files/" + file).status, 200);
    m_server.advanceClock(2001);
    const QJsonObject failed = reached(id, u"failed"_s);
    QCOMPARE(failed[u"errors"_s][u"data"_s][0][u"code"_s].toString(), u"file_not_found"_s);
}

void TestLocalServerBatchRuns::anInputThatGoesInTheMiddleDoesNot()
{
    startSlow();
    const QByteArray id = halfDone();
    QCOMPARE(send("DELETE", "/v1/files/" + batch(id)[u"input_file_id"_s].toString().toUtf8()).status, 200);
    m_server.advanceClock(751);
    QTRY_COMPARE(statusOf(id), u"finalizing"_s);
    m_server.advanceClock(1501);
    QCOMPARE(output(reached(id, u"completed"_s)).size(), 10);
}

void TestLocalServerBatchRuns::resultsOutliveTheirInput()
{
    startSlow();
    const QByteArray finishing = halfDone();
    m_server.advanceClock(751);
    QTRY_COMPARE(statusOf(finishing), u"finalizing"_s);
    const QByteArray cancelling = halfDone();
    cancel(cancelling);
    const QByteArray working = halfDone();
    for (const QByteArray &id : {finishing, cancelling, working})
        send("DELETE", "/v1/files/" + batch(id)[u"input_file_id"_s].toString().toUtf8());
    start();
    QCOMPARE(output(reached(finishing, u"completed"_s)).size(), 10);
    QCOMPARE(output(reached(cancelling, u"cancelled"_s)).size(), 5);
    const QJsonObject failed = reached(working, u"failed"_s); // five of its lines can never be asked
    QCOMPARE(failed[u"errors"_s][u"data"_s][0][u"code"_s].toString(), u"file_not_found"_s);
}

void TestLocalServerBatchRuns::resultsThatAreLostFailIt()
{
    startSlow();
    const QByteArray id = halfDone();
    const QString input = batch(id)[u"input_file_id"_s].toString();
    m_server.stop();
    QDir files(m_dir.filePath(u"files"_s));
    for (const QString &name : files.entryList(QDir::Files)) {
        if (name != input)
            QVERIFY(files.remove(name));
    }
    start();
    const QJsonObject failed = reached(id, u"failed"_s);
    QVERIFY(failed[u"errors"_s][u"data"_s][0][u"message"_s].toString().contains(u"results so far"_s));
    QCOMPARE(filesThere().size(), 1);
}

void TestLocalServerBatchRuns::aFullDiskFailsIt()
{
    startSlow();
    // Answers as long as the questions: 6 MB of them.
    const QByteArray id = create(chatLines(QStringList(60, QString(100'000, u'x'))));
    m_server.advanceClock(2001);
    QTRY_COMPARE(statusOf(id), u"in_progress"_s);
    std::signal(SIGXFSZ, SIG_IGN); // a write that is refused is an error then, as on a full disk
    rlimit before;
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 2'000'000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    m_server.advanceClock(100 * 150);
    const auto ended = [&] { return statusOf(id) == u"failed"_s; };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000); }();
    ::setrlimit(RLIMIT_FSIZE, &before);
    const QJsonObject failed = batch(id);
    QCOMPARE(failed[u"status"_s].toString(), u"failed"_s);
    const QJsonValue error = failed[u"errors"_s][u"data"_s][0];
    QCOMPARE(error[u"code"_s].toString(), u"server_error"_s);
    QVERIFY(error[u"message"_s].toString().contains(u"full"_s));
    QVERIFY(failed[u"output_file_id"_s].isNull());
    QCOMPARE(filesThere().size(), 1);
    QCOMPARE(QDir(m_dir.filePath(u"files"_s)).entryList(QDir::Files).size(), 1); // the room is given back
}

void TestLocalServerBatchRuns::memoryStaysFlat()
{
#ifdef ODC_SANITIZED
    QSKIP("a sanitizer keeps memory that was given back");
#endif
    ServerProcess server;
    QVERIFY(server.start({u"--time-scale"_s, u"0"_s}));
    const QByteArray warm = chatLines(50);
    const auto run = [&](const QByteArray &lines) {
        const QByteArray file = idOf(
            postForm(server.url(), "/v1/files", {{"purpose", "batch", {}}, {"file", lines, "rows.jsonl"}}));
        const QByteArray id =
            idOf(rawRequest(server.url(), "POST", "/v1/batches", {}, compact(batchBody(file))));
        const auto status = [&] {
            return rawRequest(server.url(), "GET", "/v1/batches/" + id).json()[u"status"_s].toString();
        };
        [&] { QTRY_COMPARE_WITH_TIMEOUT(status(), u"completed"_s, 60'000); }();
    };
    run(warm);
    const qint64 before = server.peakResidentKiB();
    if (before == 0)
        QSKIP("this system does not tell how much memory a process uses");
    const QByteArray lines = chatLines(QStringList(20'000, QString(3'000, u'x')));
    run(lines);
    const qint64 more = server.peakResidentKiB() - before;
    qInfo("a batch of %lld MB took %lld KiB of memory", qint64(lines.size() / 1'000'000), more);
    QVERIFY2(more < lines.size() / 1024 / 2, qPrintable(QString::number(more)));
}

QTEST_GUILESS_MAIN(TestLocalServerBatchRuns)
#include "tst_localserver_batchruns.moc"
