// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/filterexpression.h"
#include "listtest.h"

#include <QTest>
#include <QTimeZone>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'760'000'000; // the clock of the bench; 9 October 2025, 08:53:20 UTC
constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

/// The rows of the list that all expressions below are asked about.
QList<FileObject> rows()
{
    QList<FileObject> files{
        fileOf(u"file-a"_s, u"train data.jsonl"_s, 500, now - 2 * hour, {}, u"fine-tune"_s),
        fileOf(u"file-b"_s, u"Report.pdf"_s, 10'000'000, now - 3 * day, now + hour, u"user_data"_s),
        fileOf(u"file-c"_s, u"https://x.test/y"_s, 10'485'760, now - 40 * day, now + 10 * day, u"batch"_s),
        fileOf(u"file-d"_s, u"ÜBUNG \"x\".txt"_s, 0, {}, now - hour, u"batch_output"_s)};
    return files;
}

} // namespace

class TestFilterExpression : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        m_bench = std::make_unique<ListBench>();
        m_bench->files.merge(rows());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void finds_data();
    void finds();
    void agesLookAheadWhereTheColumnDoes();
    void splitsIntoTerms_data();
    void splitsIntoTerms();

private:
    std::unique_ptr<ListBench> m_bench;
};

void TestFilterExpression::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found"); // last letters of the ids
    QTest::addColumn<bool>("understood");
    const auto row = [](const char *text, const char *found, bool understood = true) {
        QTest::newRow(*text ? text : "nothing")
            << QString::fromUtf8(text) << QString::fromLatin1(found) << understood;
    };
    row("", "abcd");
    row("   ", "abcd");
    // Words
    row("train", "a");
    row("REPORT", "b");
    row("übung", "d");
    row("file-c", "c");      // the id
    row("batch", "cd");      // the purpose
    row("train jsonl", "a"); // both
    row("train pdf", "");
    row("\"train data\"", "a");
    row("\"data train\"", "");
    row("-train", "bcd");
    row("-\"train data\"", "bcd");
    row("-batch -train", "b");
    row("500", ""); // a size is no text
    // Fields of text
    row("name:report", "b");
    row("name:\"train data\"", "a");
    row("NAME:report", "b");
    row("purpose:batch", "cd");
    row("purpose=batch", "c");
    row("purpose=BATCH", "c");
    row("-purpose:batch", "ab");
    row("id=file-a", "a");
    row("status:processed", "abcd");
    row("status=uploaded,processed", "abcd"); // one of them
    row("status=uploaded,PROCESSED,", "abcd");
    row("status=uploaded,error", "");
    row("-status=uploaded,processed", "");
    row("status=\"uploaded,processed\"", ""); // just that
    row("status:uploaded,processed", "");
    row("name:https://x.test", "c");
    row("name<b", "abcd", false);
    // Sizes
    row("size>10MB", "c");
    row("size>=10MB", "bc");
    row("size<10MB", "ad");
    row("size<=10mb", "abd");
    row("size=10MiB", "c");
    row("size:10MiB", "c");
    row("size>9.9M", "bc");
    row("size<1k", "ad");
    row("size=500", "a");
    row("size=500B", "a");
    row("size<1GiB", "abcd");
    row("size<1TB", "abcd");
    row("-size>1MB", "ad");
    row("size>1MB purpose:batch", "c");
    row("size>ten", "abcd", false);
    row("size>1PB", "abcd", false);
    row("size>-1", "abcd", false);
    // Ages: younger than, older than
    row("created<3h", "a");
    row("created<180min", "a");
    row("created<180m", "a");
    row("created<1w", "ab");
    row("created<=3d", "ab");
    row("created>3d", "c");
    row("created>=3d", "bc");
    row("created<1y", "abc");
    row("created:1w", "ab"); // in the last week
    row("created<7200s", "");
    row("created<=7200s", "a");
    row("-created<1w", "cd");
    // The future
    row("expires<3d", "bd"); // within three days, and what is over
    row("expires>3d", "c");
    row("expires:30d", "bcd");
    row("expires:never", "a");
    row("expires:NEVER", "a");
    row("expires=none", "a");
    row("-expires:never", "bcd");
    row("created:never", "d");
    // Dates
    row("created>=2025-10-09", "a");
    row("created<2025-10-09", "bc");
    row("created>=today", "a");
    // Moments
    row("created>=2025-10-09T06:53:20Z", "a"); // when it was created
    row("created>2025-10-09T06:53:20Z", "");
    row("created<2025-10-09T06:53:20Z", "bc");
    row("created>=2025-10-09T25:00", "abcd", false);
    row("created>=2025-02-30", "abcd", false);
    row("created>=soon", "abcd", false);
    // Half typed
    row("size>", "abcd");
    row("size", "");
    row("name:", "abcd");
    row("name:\"train", "a");
    row("\"", "abcd");
    row("\"\"", "abcd");
    row("-", "abcd"); // by itself it is text, which all ids have
    row("-\"", "abcd");
    // Other fields, rubbish
    row("owner:me", "", false);
    row("https://x.test", "c", false);
    row("train owner:me", "", false);
    row(":", "c");
    row("<>=:", "");
    row("=", "");
    row("((((", "");
    row("[a-z]+.*", "");
    row("\\", "");
    row("%1", "");
}

void TestFilterExpression::finds()
{
    QFETCH(QString, text);
    QFETCH(bool, understood);
    const auto expression = FilterExpression::parse(text, m_bench->files.columns(), now);
    QString found;
    for (int row = 0; row < m_bench->files.rowCount(); ++row) {
        if (expression.matches(m_bench->files, row))
            found += m_bench->files.rowId(row).back();
    }
    QTEST(found, "found");
    QCOMPARE(expression.error().isEmpty(), understood);
}

void TestFilterExpression::agesLookAheadWhereTheColumnDoes()
{
    // Whatever a column is called: "within three days" where it lies ahead, "younger than three days" where it does not.
    QList<ColumnInfo> columns = m_bench->files.columns();
    ColumnInfo &column = columns[FilesModel::Expires];
    column.key = "deadline"_ba;
    const auto found = [&] {
        const auto expression = FilterExpression::parse(u"deadline>3d"_s, columns, now);
        QString ids;
        for (int row = 0; row < m_bench->files.rowCount(); ++row) {
            if (expression.matches(m_bench->files, row))
                ids += m_bench->files.rowId(row).back();
        }
        return ids;
    };
    QCOMPARE(found(), u"c"_s);
    column.ahead = false;
    QCOMPARE(found(), QString());
}

void TestFilterExpression::splitsIntoTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms");
    QTest::newRow("none") << u"  "_s << QStringList();
    QTest::newRow("blanks") << u" a  b\tc "_s << QStringList({u"a"_s, u"b"_s, u"c"_s});
    QTest::newRow("quotes") << u"name:\"a b\" c"_s << QStringList({u"name:\"a b\""_s, u"c"_s});
    QTest::newRow("open quote") << u"a \"b c"_s << QStringList({u"a"_s, u"\"b c"_s});
}

void TestFilterExpression::splitsIntoTerms()
{
    QFETCH(QString, text);
    QTEST(FilterExpression::split(text), "terms");
}

QTEST_GUILESS_MAIN(TestFilterExpression)
#include "tst_filterexpression.moc"
