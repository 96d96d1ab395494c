// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview knew when a profile was closed is there when it is opened again, before anything else is.
#include "overviewbench.h"

#include "overview/overviewkeep.h"

#include <QDir>
#include <QFile>

#include <memory>

using namespace odc;
using namespace odc::test;

class TestOverviewKeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_index = m_folder->filePath(u"p1.sqlite"_s);
    }

    void theNextStartShowsWhatWasKnown()
    {
        fill(1234);
        OverviewBench bench;
        const OverviewKeep keep(m_index, true, bench.tally);
        // The index was not even opened.
        QVERIFY(bench.tally.isSnapshot());
        QCOMPARE(bench.tally.figures().fileBytes, 1234);
        QCOMPARE(bench.tally.figures().failedCount, 1);
        QCOMPARE(bench.wire.wire->requests().size(), 0);
    }

    void whatIsNewerTakesItsPlace()
    {
        fill(1234);
        OverviewBench bench;
        const OverviewKeep keep(m_index, true, bench.tally);
        bench.index.open();
        QVERIFY(QTest::qWaitFor([&] { return !bench.tally.isSnapshot(); }));
        QCOMPARE(bench.tally.figures().fileBytes, 0);
        // And nothing older comes back.
        OverviewFigures old;
        old.countedAt = 1;
        old.fileBytes = 99;
        bench.tally.setSnapshot(old);
        QCOMPARE(bench.tally.figures().fileBytes, 0);
    }

    void whatEndedBeforeTheLastVisitIsNoNews()
    {
        fill(1234);
        OverviewBench bench;
        bench.tally.setSince(bench.now() - 10);
        const OverviewKeep keep(m_index, true, bench.tally);
        QCOMPARE(bench.tally.figures().endedCount, 0);
        QCOMPARE(bench.tally.figures().failedCount, 0);
        QCOMPARE(bench.tally.figures().since, bench.now() - 10);
        QCOMPARE(bench.tally.figures().fileBytes, 1234);
    }

    void nothingIsKeptWhenThatIsSwitchedOff()
    {
        fill(1234);
        QVERIFY(QFile::exists(OverviewKeep::fileOf(m_index)));
        {
            OverviewBench bench;
            const OverviewKeep keep(m_index, false, bench.tally);
            QVERIFY(!bench.tally.isSnapshot());
            QVERIFY(!QFile::exists(OverviewKeep::fileOf(m_index)));
            bench.index.open();
            QVERIFY(bench.counted());
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    }

    void aFileThatCannotBeReadCountsAsNone()
    {
        for (const QByteArray &content :
             {QByteArray("{"), QByteArray("[]"), QByteArray(R"({"format":2,"figures":{"counted":1}})")}) {
            QFile file(OverviewKeep::fileOf(m_index));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            OverviewBench bench;
            const OverviewKeep keep(m_index, true, bench.tally);
            QVERIFY(!bench.tally.isSnapshot());
            QCOMPARE(bench.tally.figures().countedAt, 0);
        }
    }

    void aProfileWithoutAFileLeavesNothing()
    {
        {
            OverviewBench bench;
            const OverviewKeep keep({}, true, bench.tally);
            bench.index.open();
            QVERIFY(bench.counted());
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    }

private:
    /// A run of the program that saw one file and one job that failed a minute ago.
    void fill(qint64 bytes)
    {
        OverviewBench bench;
        const OverviewKeep keep(m_index, true, bench.tally);
        bench.index.open();
        bench.answer(u"/files"_s, {QJsonObject{{u"id"_s, u"file-1"_s},
                                               {u"object"_s, u"file"_s},
                                               {u"filename"_s, u"a.jsonl"_s},
                                               {u"purpose"_s, u"batch"_s},
                                               {u"bytes"_s, bytes},
                                               {u"created_at"_s, bench.now() - 60}}});
        bench.answer(u"/fine_tuning/jobs"_s, {QJsonObject{{u"id"_s, u"ftjob-1"_s},
                                                          {u"object"_s, u"fine_tuning.job"_s},
                                                          {u"model"_s, u"gpt-4.1"_s},
                                                          {u"status"_s, u"failed"_s},
                                                          {u"created_at"_s, bench.now() - 600},
                                                          {u"finished_at"_s, bench.now() - 60}}});
        QVERIFY(bench.counted());
        QCOMPARE(bench.tally.figures().fileBytes, bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_index;
};

QTEST_GUILESS_MAIN(TestOverviewKeep)
#include "tst_overviewkeep.moc"
