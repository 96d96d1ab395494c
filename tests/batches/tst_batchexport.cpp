// SPDX-License-Identifier: GPL-3.0-or-later
#include "batches/batchexport.h"
#include "batchlines.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// The results of a batch as files of other programs.
class TestBatchExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTableHasWholeTexts();
    void formulasDoNotRun();
    void joinedLinesHoldBothSides();
    void joinedLinesKeepNumbersAsTheyAre();
    void theOutputFileHasEachAnswerAsItWas();
    void onlyTheWantedRowsAreWritten();
    void itStopsWhenAskedAndLeavesNothing();
    void aFolderThatIsNotThereIsAnError();
    void aFileThatShrankIsAnError();

private:
    QByteArray exported(const std::shared_ptr<const BatchResults> &results, BatchExportFormat format,
                        std::vector<int> rows = {}, const QList<QByteArray> &columns = {})
    {
        if (rows.empty())
            for (int row = 0; row < int(results->rows.size()); ++row)
                rows.push_back(row);
        const QString path = m_files.path(u"out"_s);
        m_written = writeBatchExport({results, rows, format, columns, path});
        QFile file(path);
        return m_written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    BatchFolder m_files;
    Result<qint64> m_written = 0;
};

void TestBatchExport::aTableHasWholeTexts()
{
    const QByteArray longText(5000, 'x');
    const auto results =
        m_files.join("\n" + chatLine("a", longText) + chatLine("b", "say \\\"hi\\\", please\\nnow"),
                     {chatAnswer("a", "yes", 7, 3) + refusedLine("b", 400, "bad", "no, never")});
    const QByteArray csv =
        exported(results, BatchExportFormat::Csv, {},
                 {"custom_id", "status", "http", "request", "answer", "tokens", "line", "attempt", "error"});
    QCOMPARE(csv, "custom_id,status,http,request,answer,tokens,line,attempt,error\r\n"
                  "a,answered,200," +
                      longText +
                      ",yes,10,2,1,\r\n"
                      "b,failed,400,\"say \"\"hi\"\", please\nnow\",\"no, never\",,3,1,bad\r\n");
}

void TestBatchExport::formulasDoNotRun()
{
    const auto results = m_files.join(chatLine("=cmd()", "+1"), {chatAnswer("=cmd()", "@x")});
    QCOMPARE(exported(results, BatchExportFormat::Csv, {}, {"custom_id", "request", "answer"}),
             "custom_id,request,answer\r\n'=cmd(),'+1,'@x\r\n"_ba);
}

void TestBatchExport::joinedLinesHoldBothSides()
{
    const auto results =
        m_files.join(chatLine("a", "q") + chatLine("b", "q") + chatLine("c", "q"),
                     {chatAnswer("a", "yes") + brokenLine("b", "batch_expired"), chatAnswer("b", "late")});
    const QByteArrayList lines = exported(results, BatchExportFormat::JoinedLines).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const auto object = [&](int line) { return QJsonDocument::fromJson(lines.at(line)).object(); };
    QCOMPARE(object(0).keys(),
             (QStringList{u"attempt"_s, u"custom_id"_s, u"error"_s, u"request"_s, u"response"_s}));
    QCOMPARE(object(0).value("custom_id"_L1).toString(), u"a"_s);
    QCOMPARE(object(0).value("request"_L1).toObject().value("model"_L1).toString(), u"m"_s);
    QCOMPARE(object(0).value("response"_L1).toObject().value("status_code"_L1).toInt(), 200);
    QCOMPARE(object(0).value("attempt"_L1).toInt(), 1);
    QCOMPARE(object(1).value("attempt"_L1).toInt(), 2);
    QVERIFY(object(1).value("error"_L1).isNull());
    QVERIFY(object(2).value("response"_L1).isNull() && object(2).value("attempt"_L1).isNull());
}

void TestBatchExport::joinedLinesKeepNumbersAsTheyAre()
{
    const auto results = m_files.join(requestLine("a", R"({"seed":12345678901234567890123,"x":1e999})"), {});
    QVERIFY(exported(results, BatchExportFormat::JoinedLines)
                .contains(R"("request":{"seed":12345678901234567890123,"x":1e999})"));
}

void TestBatchExport::theOutputFileHasEachAnswerAsItWas()
{
    const auto results =
        m_files.join(chatLine("a", "q") + chatLine("b", "q") + chatLine("c", "q"),
                     {refusedLine("b", 500, {}, "down") + chatAnswer("a", "yes"), chatAnswer("b", "late")});
    QCOMPARE(exported(results, BatchExportFormat::OutputFile),
             chatAnswer("a", "yes") + chatAnswer("b", "late"));
    QCOMPARE(m_written.value(), 2); // the third has none
}

void TestBatchExport::onlyTheWantedRowsAreWritten()
{
    const auto results = m_files.join(chatLine("a", "q") + chatLine("b", "q") + chatLine("c", "q"), {});
    QCOMPARE(exported(results, BatchExportFormat::Csv, {2, 0}, {"custom_id"}), "custom_id\r\nc\r\na\r\n"_ba);
}

void TestBatchExport::itStopsWhenAskedAndLeavesNothing()
{
    QByteArray input;
    for (int i = 0; i < 500; ++i)
        input += chatLine(QByteArray::number(i), "q");
    const auto results = m_files.join(input, {});
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    BatchExport wanted{results, {}, BatchExportFormat::JoinedLines, {}, m_files.path(u"stopped"_s)};
    for (int row = 0; row < 500; ++row)
        wanted.rows.push_back(row);
    const auto written = writeBatchExport(wanted, work);
    QVERIFY(!written && written.error().isCancelled());
    QVERIFY(!QFile::exists(wanted.path));
}

void TestBatchExport::aFolderThatIsNotThereIsAnError()
{
    const auto results = m_files.join(chatLine("a", "q"), {});
    const auto written = writeBatchExport(
        {results, {0}, BatchExportFormat::Csv, {"custom_id"}, m_files.path(u"none/there.csv"_s)});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ApiError::Kind::LocalFile);
}

void TestBatchExport::aFileThatShrankIsAnError()
{
    const auto results = m_files.join(chatLine("a", "q"), {chatAnswer("a", "yes")});
    QVERIFY(QFile::resize(results->files.first().path, 20));
    QVERIFY(exported(results, BatchExportFormat::OutputFile).isEmpty());
    QVERIFY(!m_written);
}

QTEST_APPLESS_MAIN(TestBatchExport)
#include "tst_batchexport.moc"
