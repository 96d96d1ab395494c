// SPDX-License-Identifier: GPL-3.0-or-later
// The list of transfers follows its queue row by row, and never starts over.
#include "listtest.h"
#include "lists/transfersmodel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

struct Bench : ApiBench
{
    Bench() : queue(*session, options(folder.path())), model(queue), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }
    static TransferQueue::Options options(const QString &path)
    {
        TransferQueue::Options options;
        options.journalFolder = path;
        return options;
    }
    /// Waiting: the queue is not open yet, so that nothing begins.
    QStringList addUploads(int count)
    {
        QList<UploadOrder> orders;
        for (int i = 0; i < count; ++i)
            orders << UploadOrder{folder.filePath(u"in-%1.jsonl"_s.arg(i)), {}, 1000 * (i + 1), u"batch"_s, {}};
        return queue.addUploads(orders);
    }
    QString text(const QString &id, TransfersModel::Column column) const
    {
        return model.index(model.rowOf(id), column).data().toString();
    }
    /// Rows in the order that the state column sorts them.
    QStringList sorted() const
    {
        QStringList ids = idsOf(model);
        std::stable_sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
            return model.compareRows(TransfersModel::State, model.rowOf(a), model.rowOf(b)) < 0;
        });
        return ids;
    }

    QTemporaryDir folder;
    TransferQueue queue;
    TransfersModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestTransfersModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedOnesAppear();
    void onlyTheChangedRowIsTold();
    void removedOnesLeaveWithoutAReset();
    void theOrderFollowsTheQueue();
    void stateWordsAreTheSameInEveryLanguage();
    void partsAreSaid();
};

void TestTransfersModel::addedOnesAppear()
{
    Bench bench;
    QCOMPARE(bench.model.loadState(), LoadState::Ready);
    const QStringList ids = bench.addUploads(3);
    QCOMPARE(idsOf(bench.model), ids);
    QCOMPARE(bench.text(ids.at(1), TransfersModel::Name), u"in-1.jsonl"_s);
    QCOMPARE(bench.model.rawValue(1, TransfersModel::Size), QVariant(qint64(2000)));
    QCOMPARE(bench.model.rawValue(1, TransfersModel::Purpose), QVariant(u"batch"_s));
    QCOMPARE(bench.model.rawValue(1, TransfersModel::Direction), QVariant(u"upload"_s));
    // Nothing is there of what has not begun, and nothing is claimed of it.
    QVERIFY(bench.text(ids.at(1), TransfersModel::Progress).isEmpty());
    QVERIFY(bench.text(ids.at(1), TransfersModel::Rate).isEmpty());
    QVERIFY(bench.text(ids.at(1), TransfersModel::Parts).isEmpty());
    // A second list of the same queue starts with what is there.
    const TransfersModel late(bench.queue);
    QCOMPARE(idsOf(late), ids);
}

void TestTransfersModel::onlyTheChangedRowIsTold()
{
    Bench bench;
    const QStringList ids = bench.addUploads(50);
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    bench.queue.pause({ids.at(7)});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 7);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 7);
    QCOMPARE(bench.model.rawValue(7, TransfersModel::State), QVariant(u"paused"_s));
    // Nothing works, so a tick tells nothing.
    changes.clear();
    Q_EMIT bench.queue.progressed();
    QCOMPARE(changes.size(), 0);
}

void TestTransfersModel::removedOnesLeaveWithoutAReset()
{
    Bench bench;
    const QStringList ids = bench.addUploads(200);
    QStringList even;
    for (int i = 0; i < 200; i += 2)
        even << ids.at(i);
    bench.queue.cancel(even);
    QSignalSpy resets(&bench.model, &QAbstractItemModel::modelReset);
    QPersistentModelIndex kept = bench.model.index(101, TransfersModel::Name);
    bench.queue.remove(even);
    QCOMPARE(bench.model.rowCount(), 100);
    QCOMPARE(resets.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(bench.model.rowId(kept.row()), ids.at(101));
    // Those that have not ended stay, whatever is asked.
    bench.queue.remove({ids.at(101)});
    QCOMPARE(bench.model.rowCount(), 100);
}

void TestTransfersModel::theOrderFollowsTheQueue()
{
    Bench bench;
    const QStringList ids = bench.addUploads(4);
    QCOMPARE(bench.sorted(), ids);
    bench.queue.move({ids.at(3)}, INT_MIN);
    QCOMPARE(bench.sorted(), QStringList({ids.at(3), ids.at(0), ids.at(1), ids.at(2)}));
    QCOMPARE(bench.sorted(), bench.queue.ids());
    // A row keeps its number: no view has to move its selection.
    QCOMPARE(idsOf(bench.model), ids);
    // Ended ones stand at the end.
    bench.queue.cancel({ids.at(3)});
    QCOMPARE(bench.sorted().last(), ids.at(3));
    // Later ones come after those that wait.
    const QString late = bench.addUploads(1).first();
    QCOMPARE(bench.sorted(), QStringList({ids.at(0), ids.at(1), ids.at(2), late, ids.at(3)}));
}

void TestTransfersModel::stateWordsAreTheSameInEveryLanguage()
{
    QSet<QString> words;
    QSet<QString> texts;
    for (int state = 0; state <= int(TransferRecord::State::Unknown); ++state) {
        TransferStatus status;
        status.record.state = TransferRecord::State(state);
        words << TransfersModel::stateWord(status);
        texts << TransfersModel::stateText(status);
        // The word that the journal has.
        QCOMPARE(status.record.toJson().value(u"state"_s).toString(), TransfersModel::stateWord(status));
    }
    QCOMPARE(words.size(), 8);
    QCOMPARE(texts.size(), 8);
}

void TestTransfersModel::partsAreSaid()
{
    TransferStatus status;
    status.parts = {PartState::Done, PartState::Moving, PartState::Done, PartState::Waiting};
    QCOMPARE(TransfersModel::partsDone(status), 2);
    QCOMPARE(TransfersModel::partsText(status), u"2 of 4"_s);
    QCOMPARE(TransfersModel::partStates(status), "drdw"_ba);
}

QTEST_GUILESS_MAIN(TestTransfersModel)
#include "tst_transfersmodel.moc"
