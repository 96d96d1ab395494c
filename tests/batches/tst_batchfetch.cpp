// SPDX-License-Identifier: GPL-3.0-or-later
#include "../api/apibench.h"
#include "base/longwork.h"
#include "batches/batchfetch.h"
#include "batches/batchloader.h"
#include "batchlines.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// The files of a chain of batches on their way to this computer.
class TestBatchFetch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void allFilesOfAllAttemptsCome();
    void absentFilesAreNotAskedFor();
    void noMoreThanTwoComeAtOnce();
    void aDeletedFileIsSaid();
    void aFileThatIsNotHandedOutIsSaid();
    void aCutOffFileIsAnError();
    void aBrokenConnectionIsAnErrorAndWhatCameIsReused();
    void filesThatAreHereAreNotAskedForAgain();
    void whatGrewMeanwhileComesAnew();
    void stoppedItTellsNothing();
    void aDiskThatRefusesIsAnError();
    void onlyThePersonMayReadThem();
    void theFolderGoesWithItsLastHolder();
    void leftoversOfAKilledProgramGo();
    void aFolderInUseStays();
    void joinedResultsKeepTheirFiles();

private:
    static BatchObject batch(const QString &id, const QString &input, const QString &output,
                             const QString &errors)
    {
        return BatchObject::fromJson({{u"id"_s, id},
                                      {u"input_file_id"_s, input},
                                      {u"output_file_id"_s, output},
                                      {u"error_file_id"_s, errors}});
    }
    /// The server has this file.
    void serve(const QString &id, const QByteArray &content)
    {
        m_bench->wire->always(Method::Get, u"/v1/files/"_s + id,
                              FakeReply::json(R"({"id":")" + id.toUtf8() + R"(","object":"file","bytes":)" +
                                              QByteArray::number(content.size()) + '}'));
        FakeReply reply;
        reply.body = content;
        m_bench->wire->always(Method::Get, contentPath(id), reply);
    }
    static QString contentPath(const QString &id) { return u"/v1/files/"_s + id + u"/content"_s; }
    /// What comes of fetching these; nothing when it failed.
    std::optional<BatchFiles> fetched(const QList<BatchObject> &chain)
    {
        QSignalSpy finished(m_fetch.get(), &BatchFetch::finished);
        QSignalSpy failed(m_fetch.get(), &BatchFetch::failed);
        m_fetch->fetch(chain);
        // Retries wait on the clock that is moved by hand.
        for (int i = 0; i < 2000 && finished.isEmpty() && failed.isEmpty(); ++i) {
            QTest::qWait(1);
            m_bench->clock.advance(100);
        }
        if (!failed.isEmpty())
            m_error = failed.first().first().value<ApiError>();
        return finished.isEmpty() ? std::nullopt
                                  : std::optional(finished.first().first().value<BatchFiles>());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    QString root() const { return m_home->filePath(u"scratch"_s); }
    QStringList folders() const { return QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ApiBench> m_bench;
    std::unique_ptr<BatchFetch> m_fetch;
    ApiError m_error;
};

void TestBatchFetch::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<ApiBench>();
    m_fetch = std::make_unique<BatchFetch>(*m_bench->session, root());
    m_error = {};
}

void TestBatchFetch::cleanup()
{
    m_fetch.reset();
    m_bench.reset();
    waitForBackground(); // folders go there
}

void TestBatchFetch::allFilesOfAllAttemptsCome()
{
    serve(u"in"_s, "requests");
    serve(u"out"_s, "answers");
    serve(u"err"_s, "errors");
    serve(u"out2"_s, "more");
    const auto files =
        fetched({batch(u"b1"_s, u"in"_s, u"out"_s, u"err"_s), batch(u"b2"_s, u"in2"_s, u"out2"_s, {})});
    QVERIFY(files);
    QCOMPARE(read(files->input), "requests"_ba);
    QCOMPARE(files->answers.size(), 3);
    QCOMPARE(read(files->answers.at(0).path), "answers"_ba);
    QCOMPARE(files->answers.at(0).attempt, 0);
    QCOMPARE(read(files->answers.at(1).path), "errors"_ba);
    QCOMPARE(read(files->answers.at(2).path), "more"_ba);
    QCOMPARE(files->answers.at(2).attempt, 1);
    QVERIFY(files->missing.isEmpty());
    // The second attempt's requests are some of the first one's.
    QCOMPARE(m_bench->wire->count(Method::Get, contentPath(u"in2"_s)), 0);
    QCOMPARE(m_fetch->bytesDone(), 25);
    QCOMPARE(m_fetch->bytesTotal(), 25);
}

void TestBatchFetch::absentFilesAreNotAskedFor()
{
    serve(u"in"_s, "requests");
    const auto files = fetched({batch(u"b1"_s, u"in"_s, {}, {})});
    QVERIFY(files && files->answers.isEmpty() && files->missing.isEmpty());
    QCOMPARE(m_bench->wire->requests().size(), 2);
}

void TestBatchFetch::noMoreThanTwoComeAtOnce()
{
    QList<BatchObject> chain;
    for (int i = 0; i < 4; ++i) {
        const QString n = QString::number(i);
        for (const QString &name : {u"in"_s, u"out"_s, u"err"_s})
            serve(name + n, QByteArray(1000, 'x'));
        chain << batch(u"b"_s + n, u"in"_s + n, u"out"_s + n, u"err"_s + n);
    }
    for (const BatchObject &of : chain) {
        for (const QString &name : {of.inputFileId, of.outputFileId, of.errorFileId})
            m_bench->wire->always(Method::Get, contentPath(name), FakeReply::silence());
    }
    const auto coming = [this] {
        return std::count_if(m_bench->wire->requests().cbegin(), m_bench->wire->requests().cend(),
                             [](const FakeRequest &request) { return request.path.endsWith(u"/content"_s); });
    };
    m_fetch->fetch(chain);
    QTRY_COMPARE(m_bench->wire->requests().size() - coming(), 9); // each was asked for its size
    QTRY_COMPARE(coming(), 2);
    for (int turn = 0; turn < 50; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(coming(), 2);
}

void TestBatchFetch::aDeletedFileIsSaid()
{
    serve(u"in"_s, "requests");
    m_bench->wire->always(Method::Get, u"/v1/files/out"_s, FakeReply::error(404, "not_found"));
    const auto files = fetched({batch(u"b1"_s, u"in"_s, u"out"_s, {})});
    QVERIFY(files);
    QCOMPARE(files->missing.size(), 1);
    QCOMPARE(files->missing.first().fileId, u"out"_s);
    QCOMPARE(files->missing.first().role, BatchFiles::Role::Output);
    QVERIFY(files->missing.first().isGone());
    QCOMPARE(read(files->input), "requests"_ba);
}

void TestBatchFetch::aFileThatIsNotHandedOutIsSaid()
{
    serve(u"in"_s, "requests");
    m_bench->wire->always(Method::Get, contentPath(u"in"_s), FakeReply::error(400, "not_allowed"));
    serve(u"out"_s, "answers");
    const auto files = fetched({batch(u"b1"_s, u"in"_s, u"out"_s, {})});
    QVERIFY(files);
    QVERIFY(files->input.isEmpty());
    QCOMPARE(files->missing.size(), 1);
    QCOMPARE(files->missing.first().role, BatchFiles::Role::Input);
    QVERIFY(!files->missing.first().isGone());
    QCOMPARE(files->answers.size(), 1);
}

void TestBatchFetch::aCutOffFileIsAnError()
{
    serve(u"in"_s, "requests");
    FakeReply shorter;
    shorter.body = "requ";
    m_bench->wire->always(Method::Get, contentPath(u"in"_s), shorter);
    QVERIFY(!fetched({batch(u"b1"_s, u"in"_s, {}, {})}));
    QCOMPARE(m_error.kind, ApiError::Kind::BadResponse);
    QVERIFY2(m_error.message.contains(u"4 of 8"_s), qPrintable(m_error.message));
}

void TestBatchFetch::aBrokenConnectionIsAnErrorAndWhatCameIsReused()
{
    serve(u"in"_s, "requests");
    serve(u"out"_s, "answers");
    m_bench->wire->always(Method::Get, contentPath(u"out"_s), FakeReply::broken(WireFailure::Network));
    QVERIFY(!fetched({batch(u"b1"_s, u"in"_s, u"out"_s, {})}));
    QVERIFY(m_error.kind == ApiError::Kind::Network);
    const int asked = m_bench->wire->count(Method::Get, contentPath(u"in"_s));
    serve(u"out"_s, "answers");
    const auto files = fetched({batch(u"b1"_s, u"in"_s, u"out"_s, {})});
    QVERIFY(files);
    QCOMPARE(read(files->answers.first().path), "answers"_ba);
    QCOMPARE(m_bench->wire->count(Method::Get, contentPath(u"in"_s)), asked);
}

void TestBatchFetch::filesThatAreHereAreNotAskedForAgain()
{
    serve(u"in"_s, "requests");
    serve(u"out"_s, "answers");
    QVERIFY(fetched({batch(u"b1"_s, u"in"_s, {}, {})}));
    const auto files = fetched({batch(u"b1"_s, u"in"_s, u"out"_s, {})});
    QVERIFY(files);
    QCOMPARE(files->answers.size(), 1);
    QCOMPARE(m_bench->wire->count(Method::Get, contentPath(u"in"_s)), 1);
    // Another batch's files take no room any more.
    serve(u"other"_s, "x");
    QVERIFY(fetched({batch(u"b9"_s, u"other"_s, {}, {})}));
    QTRY_COMPARE(folders().size(), 2); // that of `files`, which are held here, and the new one
}

void TestBatchFetch::whatGrewMeanwhileComesAnew()
{
    // Some servers name the file of the answers from the beginning.
    BatchObject running = batch(u"b1"_s, u"in"_s, u"out"_s, {});
    running.status = u"in_progress"_s;
    serve(u"in"_s, "requests");
    serve(u"out"_s, "one\n");
    const auto before = fetched({running});
    QVERIFY(before);
    serve(u"out"_s, "one\ntwo\n");
    BatchObject ended = running;
    ended.status = u"completed"_s;
    const auto after = fetched({ended});
    QVERIFY(after);
    QCOMPARE(read(after->answers.first().path), "one\ntwo\n");
    QCOMPARE(read(before->answers.first().path), "one\n"); // under whoever still shows it
    // Now it is as it stays.
    QVERIFY(fetched({ended}));
    QCOMPARE(m_bench->wire->count(Method::Get, contentPath(u"out"_s)), 2);
}

void TestBatchFetch::stoppedItTellsNothing()
{
    serve(u"in"_s, "requests");
    m_bench->wire->always(Method::Get, contentPath(u"in"_s), FakeReply::silence());
    QSignalSpy finished(m_fetch.get(), &BatchFetch::finished);
    QSignalSpy failed(m_fetch.get(), &BatchFetch::failed);
    m_fetch->fetch({batch(u"b1"_s, u"in"_s, {}, {})});
    QTRY_COMPARE(m_bench->wire->count(Method::Get, contentPath(u"in"_s)), 1);
    m_fetch->stop();
    QVERIFY(!m_fetch->isRunning());
    QTRY_COMPARE(m_bench->wire->running(), 0); // it reaches the socket
    QCOMPARE(finished.size() + failed.size(), 0);
}

void TestBatchFetch::aDiskThatRefusesIsAnError()
{
    QFile inTheWay(root());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    serve(u"in"_s, "requests");
    QVERIFY(!fetched({batch(u"b1"_s, u"in"_s, {}, {})}));
    QCOMPARE(m_error.kind, ApiError::Kind::LocalFile);
}

void TestBatchFetch::onlyThePersonMayReadThem()
{
    serve(u"in"_s, "requests");
    const auto files = fetched({batch(u"b1"_s, u"in"_s, {}, {})});
    QVERIFY(files);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(files->folder->path()) & others, QFile::Permissions());
}

void TestBatchFetch::theFolderGoesWithItsLastHolder()
{
    serve(u"in"_s, "requests");
    auto files = fetched({batch(u"b1"_s, u"in"_s, {}, {})});
    QVERIFY(files);
    const QString path = files->folder->path();
    m_fetch.reset();
    QVERIFY(QFile::exists(path));
    files.reset();
    QTRY_VERIFY(!QFile::exists(path));
}

void TestBatchFetch::leftoversOfAKilledProgramGo()
{
    QVERIFY(QDir().mkpath(root() + u"/scratch-dead"_s));
    QFile left(root() + u"/scratch-dead/f.jsonl"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    const auto folder = ScratchFolder::make(root());
    QVERIFY(folder);
    QCOMPARE(folders().size(), 1);
}

void TestBatchFetch::aFolderInUseStays()
{
    const auto first = ScratchFolder::make(root());
    const auto second = ScratchFolder::make(root());
    QVERIFY(first && second);
    QVERIFY(QFile::exists((*first)->path()));
    QCOMPARE(folders().size(), 2);
}

void TestBatchFetch::joinedResultsKeepTheirFiles()
{
    serve(u"in"_s, chatLine("a", "q") + chatLine("b", "q"));
    serve(u"out"_s, chatAnswer("a", "yes"));
    auto loader = std::make_unique<BatchLoader>(*m_bench->session, root());
    std::shared_ptr<const BatchResults> results;
    QSignalSpy loaded(loader.get(), &BatchLoader::loaded);
    connect(loader.get(), &BatchLoader::loaded, this,
            [&](std::shared_ptr<const BatchResults> joined) { results = std::move(joined); });
    loader->load({batch(u"b1"_s, u"in"_s, u"out"_s, {})});
    QVERIFY(loaded.wait());
    QVERIFY(results && !loader->isRunning());
    QCOMPARE(results->count(BatchRowState::Answered), 1);
    loaded.clear();
    loader.reset();
    QCoreApplication::processEvents();
    QVERIFY(results->inputOf(results->rows[1]).contains("\"b\""));
    const QString path = results->input;
    results.reset();
    QTRY_VERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestBatchFetch)
#include "tst_batchfetch.moc"
