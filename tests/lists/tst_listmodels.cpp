// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/requestlog.h"
#include "lists/activitymodel.h"
#include "lists/bulkmodel.h"
#include "lists/exportrows.h"
#include "lists/filterexpression.h"
#include "lists/uploadmodel.h"
#include "listtest.h"
#include "transfers/scriptedjob.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

UploadCandidate candidate(const QString &path, qint64 size = 10)
{
    return {.path = path, .name = path.section(u'/', -1), .size = size};
}

/// A language in which every word is written backwards.
class Reversed : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        std::reverse(text.begin(), text.end());
        return text;
    }
};

} // namespace

class TestListModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Pacific/Auckland"); } // exports must not depend on it
    void csvFields_data();
    void csvFields();
    void csvHeadsAreTextsOfOthersToo();
    void csvHasRawValuesAndTimesInUtc();
    void jsonIsWhatTheApiGave();
    void copiedRowsAreExactAndKeepTheirColumns();
    void rawStatesAreTheSameInEveryLanguage();
    void exportIsWrittenWhole();
    void exportThatCannotBeWrittenSaysWhy();

    void bulkRowsSayHowEachWent();
    void bulkHeadlineCounts();

    void uploadsAreCheckedForThePurpose();
    void uploadsAreAddedOnce();
    void uploadCheckMarks();
    void duplicateNamesAreLeftOutUnlessAsked();

    void activityFollowsACall();
    void activityBeginsWithWhatIsLogged();
    void activityIsTrimmed();
    void activityIsCleared();
    void activityOfAFailureTells();

    void hostileNamesAreShownHarmlesslyAndKeptExactly();
    void sumsEndAtTheTop();
};

void TestListModels::csvFields_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *what, const char *name, const char *field) {
        QTest::newRow(what) << QString::fromUtf8(name) << QByteArray(field);
    };
    row("plain", "a.txt", "a.txt");
    row("comma", "a,b", "\"a,b\"");
    row("quote", "a\"b", "\"a\"\"b\"");
    row("line break", "a\nb", "\"a\nb\"");
    row("carriage return", "a\rb", "\"a\rb\"");
    row("umlaut", "ü", "ü");
    row("empty", "", "");
    row("formula", "=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"");
    row("plus", "+1", "'+1");
    row("minus", "-1", "'-1");
    row("at", "@SUM(A1)", "'@SUM(A1)");
    row("tab", "\t=1", "'\t=1");
    row("carriage return first", "\r=1", "\"'\r=1\"");
    row("line feed first", "\n=1", "\"'\n=1\"");
    row("equals inside", "a=b", "a=b");
}

void TestListModels::csvFields()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, field);
    ListBench bench;
    bench.files.merge({fileOf(u"file-1"_s, name)});
    const QByteArray csv = toCsv(exportData(bench.files, {0}, ExportPart::Cells));
    QVERIFY2(csv.contains("\r\n" + field + ",file-1,"), csv.constData());
}

void TestListModels::csvHeadsAreTextsOfOthersToo()
{
    ExportData data;
    data.header = {u"item"_s, u"=HYPERLINK(\"http://x\",1) verdict"_s, u"a, b answer"_s, u"two\nlines"_s};
    data.isTime = QList<bool>(4, false);
    data.rows = {{1, u"pass"_s, u"x"_s, u"y"_s}};
    QCOMPARE(toCsv(data), QByteArray("item,\"'=HYPERLINK(\"\"http://x\"\",1) verdict\",\"a, b answer\",\"two\nlines\"\r\n"
                                     "1,pass,x,y\r\n"));
}

void TestListModels::csvHasRawValuesAndTimesInUtc()
{
    ListBench bench;
    bench.files.merge({fileOf(u"file-1"_s, u"a"_s, 1'234'567, 1'760'000'000, 1'760'003'600),
                       fileOf(u"file-2"_s, u"b"_s, 0, {})});
    QCOMPARE(toCsv(exportData(bench.files, {1, 0}, ExportPart::Cells)),
             QByteArray(
                 "name,id,purpose,size,status,created,expires\r\n"
                 "b,file-2,batch,0,processed,,\r\n"
                 "a,file-1,batch,1234567,processed,2025-10-09T08:53:20+00:00,2025-10-09T09:53:20+00:00\r\n"));
    QCOMPARE(toCsv(exportData(bench.files, {}, ExportPart::Cells)),
             QByteArray("name,id,purpose,size,status,created,expires\r\n"));
}

void TestListModels::jsonIsWhatTheApiGave()
{
    QJsonObject object{{u"id"_s, u"file-1"_s},
                       {u"filename"_s, u"=ü\"\n"_s},
                       {u"created_at"_s, 1'760'000'000},
                       {u"a_field_of_tomorrow"_s, QJsonArray{1, QJsonValue::Null, u"x"_s}}};
    ListBench bench;
    bench.files.merge({FileObject::fromJson(object)});
    const QJsonArray array = QJsonDocument::fromJson(toJson(exportData(bench.files, {0}, ExportPart::Objects))).array();
    QCOMPARE(array.size(), 1);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        QCOMPARE(array.at(0).toObject().value(it.key()), it.value());
}

void TestListModels::copiedRowsAreExactAndKeepTheirColumns()
{
    ListBench bench;
    const QString longName = QString(400, u'x') + u"\ty\nz"_s; // longer than any cell shows
    bench.files.merge({fileOf(u"file-1"_s, longName, 1'234'567, 1'760'000'000, 1'760'003'600),
                       fileOf(u"file-2"_s, u"=b"_s, 0, {})});
    QCOMPARE(toTabbed(exportCells(bench.files, {1, 0}, {FilesModel::Size, FilesModel::Name, FilesModel::Created})),
             u"0\t=b\t\n1234567\t"_s + QString(400, u'x') + u" y z\t2025-10-09T08:53:20+00:00"_s);
    QCOMPARE(toTabbed(exportCells(bench.files, {}, {FilesModel::Size})), QString());
}

void TestListModels::rawStatesAreTheSameInEveryLanguage()
{
    Reversed otherLanguage;
    QVERIFY(QCoreApplication::installTranslator(&otherLanguage));
    ListBench bench;
    FileObject silent = fileOf(u"file-1"_s);
    silent.status.clear();
    bench.files.merge({silent});
    QCOMPARE(bench.files.index(0, FilesModel::Status).data().toString(), u"derots"_s);
    QCOMPARE(bench.files.rawValue(0, FilesModel::Status).toString(), QString());

    ScriptedJob job(bench.clock, 2);
    BulkModel bulk(job);
    QCOMPARE(bulk.index(0, BulkModel::State).data().toString(), u"gnitiaw"_s);
    QCOMPARE(bulk.rawValue(0, BulkModel::State).toString(), u"waiting"_s);
    QCOMPARE(bulk.rowJson(0).value(u"state"_s).toString(), u"waiting"_s);

    ActivityModel activity(*bench.session);
    FakeReply reply;
    reply.hangs = true;
    bench.wire->always(Method::Get, bench.path, reply);
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(activity.rowCount(), 1);
    QCOMPARE(activity.index(0, ActivityModel::Status).data().toString(), u"gninnur"_s);
    QCOMPARE(activity.rawValue(0, ActivityModel::Status).toString(), u"running"_s);
    // What is shown is found as well, and what was kept in the other language's days too.
    const auto finds = [](const RowModelBase &model, const QString &text) {
        return FilterExpression::parse(text, model.columns(), 0).matches(model, 0);
    };
    QVERIFY(finds(bulk, u"state:waiting"_s) && finds(bulk, u"state=gnitiaw"_s) && finds(bulk, u"gniti"_s));
    QVERIFY(!finds(bulk, u"-state=waiting"_s) && !finds(bulk, u"state:done"_s));
    QVERIFY(finds(activity, u"status=running"_s) && finds(activity, u"status:gninnur"_s));
    QVERIFY(finds(bench.files, u"status:derots"_s));
}

void TestListModels::exportIsWrittenWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"export.csv"_s);
    QVERIFY(writeFile(path, "old and long"));
    QVERIFY(writeFile(path, "new"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("new"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"export.csv"_s});
}

void TestListModels::exportThatCannotBeWrittenSaysWhy()
{
    const auto result = writeFile(u"/nowhere/at/all.csv"_s, "x");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::LocalFile);
    QVERIFY(result.error().message.contains(u"/nowhere/at/all.csv"_s));
}

void TestListModels::bulkRowsSayHowEachWent()
{
    FakeClock clock;
    ScriptedJob job(clock, 5, 5);
    BulkModel model(job);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.index(0, BulkModel::State).data(ToneRole).toInt(), int(Tone::None));
    job.start();
    QCOMPARE(model.index(0, BulkModel::State).data(ToneRole).toInt(), int(Tone::Running));
    changed.clear();
    job.succeed(0, u"file-9"_s, u"saved as x"_s);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().at(0).toModelIndex().row(), 0);
    job.fail(1, ApiError::make(ApiError::Kind::NotFound, u"No such File object"_s));
    job.skip(2, u"already gone"_s);
    job.leaveUnknown(3, ApiError::make(ApiError::Kind::OutcomeUnknown), {u"file-1"_s}, true);
    const auto tone = [&](int row) {
        return Tone(model.index(row, BulkModel::State).data(ToneRole).toInt());
    };
    QCOMPARE(tone(0), Tone::Fine);
    QCOMPARE(tone(1), Tone::Failed);
    QCOMPARE(tone(2), Tone::Attention);
    QCOMPARE(tone(3), Tone::Attention);
    QCOMPARE(model.index(0, BulkModel::Detail).data().toString(), u"saved as x"_s);
    QVERIFY(model.index(1, BulkModel::Detail).data().toString().contains(u"No such File object"_s));
    QCOMPARE(model.rowJson(0)[u"result"_s].toString(), u"file-9"_s);
    QVERIFY(model.rowJson(1).contains(u"error"_s));
    QCOMPARE(model.rowOf(u"item-3"_s), 3);
    QCOMPARE(model.rowId(3), u"item-3"_s);
    QVERIFY(model.rowId(5).isEmpty());
    QCOMPARE(model.rowOf(u"other"_s), -1);
}

void TestListModels::bulkHeadlineCounts()
{
    FakeClock clock;
    ScriptedJob job(clock, 4, 4, 0, BulkJob::Kind::Delete);
    job.start();
    QCOMPARE(bulkHeadline(job), u"Deleting 1 of 4"_s);
    job.succeed(0);
    QCOMPARE(bulkHeadline(job), u"Deleting 2 of 4"_s);
    job.fail(1, ApiError::make(ApiError::Kind::Server));
    job.skip(2, {});
    job.leaveUnknown(3, {}, {}, true);
    QCOMPARE(bulkHeadline(job), u"1 deleted, 1 failed, 1 skipped, 1 without an answer"_s);
}

void TestListModels::uploadsAreCheckedForThePurpose()
{
    UploadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy choice(&model, &UploadModel::choiceChanged);
    model.setPurpose(u"user_data"_s);
    model.add(
        {candidate(u"/x/a.jsonl"_s, 100), candidate(u"/x/b.txt"_s, 20), candidate(u"/x/empty.txt"_s, 0)});
    QCOMPARE(model.chosenCount(), 2);
    QCOMPARE(model.chosenBytes(), 120);
    QCOMPARE(model.refusedCount(), 1);
    const QString refusal = model.index(2, UploadModel::Verdict).data().toString();
    QVERIFY(!refusal.isEmpty());
    QCOMPARE(model.index(2, UploadModel::Verdict).data(ToneRole).toInt(), int(Tone::Failed));
    choice.clear();
    model.setPurpose(u"batch"_s);
    QCOMPARE(choice.size(), 1);
    QCOMPARE(model.chosenCount(), 1);
    QCOMPARE(model.refusedCount(), 2);
    QCOMPARE(model.chosen().first().path, u"/x/a.jsonl"_s);
    model.setPurpose(u"user_data"_s);
    QCOMPARE(model.chosenCount(), 2);
}

void TestListModels::uploadsAreAddedOnce()
{
    UploadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({candidate(u"/x/a"_s), candidate(u"/x/a"_s), candidate(u"/y/b"_s)});
    QCOMPARE(model.rowCount(), 2);
    model.add({candidate(u"/y/b"_s)});
    QCOMPARE(model.rowCount(), 2);
    model.add({});
    QCOMPARE(model.rowCount(), 2);
}

void TestListModels::uploadCheckMarks()
{
    UploadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPurpose(u"user_data"_s);
    model.add({candidate(u"/x/a"_s), candidate(u"/x/empty"_s, 0)});
    const QModelIndex good = model.index(0, UploadModel::Name);
    const QModelIndex refused = model.index(1, UploadModel::Name);
    QCOMPARE(good.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(model.setData(good, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 0);
    model.setPurpose(u"vision"_s); // the person's choice outlives the purpose
    QCOMPARE(model.chosenCount(), 0);
    QVERIFY(model.setData(good, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 1);
    QVERIFY(!model.setData(refused, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(refused.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!(model.flags(refused) & Qt::ItemIsUserCheckable));
    QVERIFY(model.flags(good) & Qt::ItemIsUserCheckable);
    QVERIFY(!model.setData(model.index(0, UploadModel::Size), Qt::Checked, Qt::CheckStateRole));
}

void TestListModels::duplicateNamesAreLeftOutUnlessAsked()
{
    UploadModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPurpose(u"user_data"_s);
    model.add({candidate(u"/x/a"_s), candidate(u"/y/a"_s)});
    QCOMPARE(model.chosenCount(), 1);
    QCOMPARE(model.refusedCount(), 0);
    QCOMPARE(model.index(1, UploadModel::Verdict).data(ToneRole).toInt(), int(Tone::Attention));
    QVERIFY(model.setData(model.index(1, UploadModel::Name), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 2);
}

void TestListModels::activityFollowsACall()
{
    ApiBench bench;
    ActivityModel model(*bench.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FakeReply reply = pageOf(filesOf(1));
    reply.delayMs = 250;
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    bench.files().list({}, nullptr, [](auto) {});
    bench.clock.advance(0);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ActivityModel::Status).data(ToneRole).toInt(), int(Tone::Running));
    QVERIFY(!model.rawValue(0, ActivityModel::Duration).isValid());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    bench.clock.advance(250);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(model.index(0, ActivityModel::Status).data(ToneRole).toInt(), int(Tone::Fine));
    QCOMPARE(model.index(0, ActivityModel::Status).data().toString(), u"200"_s);
    QCOMPARE(model.rawValue(0, ActivityModel::Duration).toLongLong(), 250);
    QCOMPARE(model.index(0, ActivityModel::Method).data().toString(), u"GET"_s);
    QVERIFY(model.curl(0).contains(u"$OPENAI_API_KEY"_s));
    QVERIFY(!model.curl(0).contains(u"sk-test"_s));
    QVERIFY(model.python(0).contains(u"requests"_s));
    QVERIFY(model.errorDetails(0).isEmpty());
    QVERIFY(model.curl(1).isEmpty());
    QCOMPARE(model.rowOf(model.rowId(0)), 0);
}

void TestListModels::activityBeginsWithWhatIsLogged()
{
    ApiBench bench;
    LoggedCall call;
    call.method = "GET";
    bench.session->requestLog().begin(call);
    bench.session->requestLog().begin(call);
    ActivityModel model(*bench.session);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(model.rowId(1)), 1);
}

void TestListModels::activityIsTrimmed()
{
    ApiBench bench;
    const auto log = [&bench](int from, int to) {
        for (int i = from; i < to; ++i) {
            LoggedCall call;
            call.method = "GET";
            call.path = u"/%1"_s.arg(i);
            bench.session->requestLog().begin(call);
        }
    };
    log(0, RequestLog::capacity - 5);
    ActivityModel model(*bench.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = model.index(500, ActivityModel::Path);
    const QPersistentModelIndex oldest = model.index(0, 0);
    log(RequestLog::capacity - 5, RequestLog::capacity + 50);
    QCOMPARE(model.rowCount(), RequestLog::capacity);
    QCOMPARE(model.index(0, ActivityModel::Path).data().toString(), u"/50"_s);
    QCOMPARE(model.index(RequestLog::capacity - 1, ActivityModel::Path).data().toString(),
             u"/%1"_s.arg(RequestLog::capacity + 49));
    QCOMPARE(kept.data().toString(), u"/500"_s);
    QVERIFY(!oldest.isValid());
    QCOMPARE(reset.size(), 0);
    for (const int row : {0, 500, 999})
        QCOMPARE(model.rowOf(model.rowId(row)), row);
}

void TestListModels::activityIsCleared()
{
    ApiBench bench;
    ActivityModel model(*bench.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    LoggedCall running;
    running.method = "GET";
    running.serial = bench.session->requestLog().begin(running);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    running.running = false;
    bench.session->requestLog().end(running); // ends after it was cleared away
    QCOMPARE(model.rowCount(), 0);
    running.path = u"/next"_s;
    bench.session->requestLog().begin(running);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ActivityModel::Path).data().toString(), u"/next"_s);
}

void TestListModels::activityOfAFailureTells()
{
    ApiBench bench;
    ActivityModel model(*bench.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::error(401, "invalid_api_key"));
    bench.files().list({}, nullptr, [](auto) {});
    bench.clock.advance(0);
    QCOMPARE(model.index(0, ActivityModel::Status).data(ToneRole).toInt(), int(Tone::Failed));
    QVERIFY(model.errorDetails(0).contains(u"invalid_api_key"_s));
    QVERIFY(model.rowJson(0).contains(u"error"_s));
}

void TestListModels::hostileNamesAreShownHarmlesslyAndKeptExactly()
{
    const QString name = u"a\u202Egpj\nb"_s + QString(5000, u'x');
    const auto harmless = [](const QModelIndex &index) {
        const QString shown = index.data().toString();
        const QString tip = index.data(Qt::ToolTipRole).toString();
        return shown.size() <= 300 && tip.size() <= 1000 && !shown.contains(u'\n') && !shown.contains(QChar(0x202E)) &&
            !tip.contains(QChar(0x202E)) && shown.endsWith(QChar(0x2026));
    };
    ListBench bench;
    FileObject file = fileOf(u"file-1"_s, name);
    file.purpose = name;
    file.status = name;
    bench.files.beginWalk();
    bench.files.merge({file});
    bench.files.endWalk();
    QVERIFY(harmless(bench.files.index(0, FilesModel::Name)));
    QVERIFY(harmless(bench.files.index(0, FilesModel::Purpose)));
    QVERIFY(harmless(bench.files.index(0, FilesModel::Status)));
    QCOMPARE(bench.files.rawValue(0, FilesModel::Name).toString(), name);
    QCOMPARE(bench.files.rowJson(0)[u"filename"_s].toString(), name);

    UploadModel uploads;
    uploads.add({{.path = u"/x/"_s + name, .name = name, .size = 10}});
    QVERIFY(harmless(uploads.index(0, UploadModel::Name)));
    QCOMPARE(uploads.chosen().value(0).name, name);

    FakeClock clock;
    ScriptedJob job(clock, 1, 1);
    BulkModel bulk(job);
    job.start();
    job.fail(0, ApiError::make(ApiError::Kind::NotFound, name));
    QVERIFY(harmless(bulk.index(0, BulkModel::Detail)));
    QVERIFY(bulk.rowJson(0)[u"error"_s].toString().contains(name));

    LoggedCall call;
    call.method = "GET";
    call.path = name;
    bench.session->requestLog().begin(call);
    ActivityModel activity(*bench.session);
    QVERIFY(harmless(activity.index(0, ActivityModel::Path)));
    QCOMPARE(activity.rawValue(0, ActivityModel::Path).toString(), name);
}

void TestListModels::sumsEndAtTheTop()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    ListBench bench;
    QList<FileObject> files = filesOf(3);
    files[0].bytes = most - 5;
    files[1].bytes = -100;
    files[2].bytes = 4;
    bench.files.beginWalk();
    bench.files.merge(files);
    QCOMPARE(bench.files.totalBytes(), most - 1); // a size below zero is none
    files << filesOf(1, 3);
    files[3].bytes = most;
    bench.files.merge(files);
    bench.files.endWalk();
    QCOMPARE(bench.files.totalBytes(), most);
}

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
