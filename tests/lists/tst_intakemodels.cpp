// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/cellvalue.h"
#include "lists/intakemodel.h"
#include "lists/syncmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

UploadCandidate candidate(const QString &name, qint64 size, const QString &folder = u"/f"_s)
{
    UploadCandidate found;
    found.path = folder + u'/' + name;
    found.name = name;
    found.size = size;
    return found;
}

FileObject file(const QString &id, const QString &name, qint64 bytes)
{
    FileObject object;
    object.id = id;
    object.filename = name;
    object.bytes = bytes;
    return object;
}

QStringList namesOf(const QList<AttachJob::Order> &orders)
{
    QStringList names;
    for (const AttachJob::Order &order : orders)
        names << order.name;
    return names;
}

} // namespace

/// What is about to go into a store, and what a sync would do, as lists.
class TestIntakeModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCanGoInIsChosen();
    void theSameFileIsListedOnce();
    void ownAttributesCountBesideThoseOfAll();
    void localOnesAreMarkedForASync();
    void aSyncIsShownByKind();
};

void TestIntakeModels::whatCanGoInIsChosen()
{
    IntakeModel model;
    QAbstractItemModelTester tester(&model);
    UploadCandidate closed = candidate(u"closed.md"_s, 3);
    closed.readable = false;
    model.addLocal({candidate(u"a.md"_s, 10), candidate(u"empty.md"_s, 0),
                    candidate(u"big.md"_s, largestStoreFile + 1), candidate(u"picture.png"_s, 5), closed,
                    candidate(u"a.md"_s, 20, u"/g"_s)});
    QCOMPARE(namesOf(model.orders({}, {})),
             (QStringList{u"a.md"_s, u"a.md"_s})); // two of one name are no trouble
    QCOMPARE(model.refusedCount(), 3);
    QCOMPARE(model.doubtfulCount(), 1);
    QCOMPARE(model.chosenBytes(), 30);
    // What is doubtful can be chosen, what is refused cannot.
    QVERIFY(model.setData(model.index(3, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 3);
    QCOMPARE(model.doubtfulCount(), 0);
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 2);
    QCOMPARE(model.index(1, IntakeModel::Verdict).data(ToneRole).toInt(), int(Tone::Failed));
    const QModelIndex verdict = model.index(1, IntakeModel::Verdict);
    QVERIFY(!verdict.data().toString().isEmpty());
    QCOMPARE(verdict.data(Qt::ToolTipRole), verdict.data()); // it may be cut in the list
    QVERIFY(model.index(3, IntakeModel::Verdict).data().toString().contains(u"(.png)"_s));
}

void TestIntakeModels::theSameFileIsListedOnce()
{
    IntakeModel model;
    QAbstractItemModelTester tester(&model);
    model.addLocal({candidate(u"a.md"_s, 1)});
    model.addLocal({candidate(u"a.md"_s, 1), candidate(u"b.md"_s, 1)});
    model.addFiles({file(u"file-1"_s, u"a.md"_s, 1)});
    model.addFiles({file(u"file-1"_s, u"a.md"_s, 1), file(u"file-2"_s, {}, 1)});
    QCOMPARE(model.rowCount(), 4);
    const QList<AttachJob::Order> orders = model.orders({}, {});
    QCOMPARE(orders.at(0).path, u"/f/a.md"_s);
    QCOMPARE(orders.at(2).fileId, u"file-1"_s);
    QVERIFY(orders.at(2).path.isEmpty());
}

void TestIntakeModels::ownAttributesCountBesideThoseOfAll()
{
    IntakeModel model;
    QAbstractItemModelTester tester(&model);
    model.addLocal({candidate(u"a.md"_s, 1), candidate(u"b.md"_s, 1), candidate(u"c.md"_s, 1)});
    const QJsonObject forAll{{u"team"_s, u"docs"_s}, {u"year"_s, 2026}};
    model.setOwn({1, 2}, {{{u"year"_s, 2025}}, ChunkingStrategy{true, 200, 10}});
    const QList<AttachJob::Order> orders = model.orders(forAll, ChunkingStrategy{true, 400, 0});
    QCOMPARE(orders.at(0).attributes, forAll);
    QCOMPARE(orders.at(0).chunking->maxTokens, 400);
    QCOMPARE(orders.at(1).attributes, (QJsonObject{{u"team"_s, u"docs"_s}, {u"year"_s, 2025}}));
    QCOMPARE(orders.at(2).chunking->maxTokens, 200);
    // Together they may be too many.
    QCOMPARE(model.rowWithProblem(forAll), -1);
    QJsonObject many;
    for (int i = 0; i < mostAttributes; ++i)
        many.insert(u"k%1"_s.arg(i), i);
    QCOMPARE(model.rowWithProblem(many), 1);
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.rowWithProblem(many), 2); // what is not put in has no problem
}

void TestIntakeModels::localOnesAreMarkedForASync()
{
    IntakeModel model;
    QAbstractItemModelTester tester(&model);
    model.addLocal({candidate(u"a.md"_s, 1, u"/home/f/sub"_s), candidate(u"b.md"_s, 2, u"/home/f"_s)},
                   {u"/home/f"_s});
    model.addLocal({candidate(u"c.md"_s, 3), candidate(u"b.md"_s, 4, u"/other"_s)}, {u"/f/c.md"_s});
    model.addFiles({file(u"file-1"_s, u"d.md"_s, 5)});
    const QList<AttachJob::Order> orders = model.orders({}, {}, true);
    QCOMPARE(orders.at(0).attributes, (QJsonObject{{u"odc_path"_s, u"sub/a.md"_s}, {u"odc_size"_s, 1}}));
    QCOMPARE(orders.at(1).attributes, (QJsonObject{{u"odc_path"_s, u"b.md"_s}, {u"odc_size"_s, 2}}));
    QCOMPARE(orders.at(2).attributes, (QJsonObject{{u"odc_path"_s, u"c.md"_s}, {u"odc_size"_s, 3}}));
    QVERIFY(orders.at(3).attributes.isEmpty()); // a path is given once
    QVERIFY(orders.at(4).attributes.isEmpty()); // it is not of this computer
    QVERIFY(model.orders({}, {}).first().attributes.isEmpty());
}

void TestIntakeModels::aSyncIsShownByKind()
{
    SyncModel model;
    QAbstractItemModelTester tester(&model);
    QList<SyncStep> steps(3);
    steps[0].kind = SyncStep::Kind::Add;
    steps[0].relative = u"a.md"_s;
    steps[0].size = 7;
    steps[1].kind = SyncStep::Kind::Remove;
    steps[1].relative = u"gone.md"_s;
    steps[2].kind = SyncStep::Kind::Refused;
    steps[2].reason = u"because"_s;
    model.setSteps(steps);
    QCOMPARE(model.count(SyncStep::Kind::Add), 1);
    QCOMPARE(model.count(SyncStep::Kind::Same), 0);
    QCOMPARE(model.bytes(SyncStep::Kind::Add), 7);
    // Whether it is done makes a difference to what is read.
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QString stays = model.index(1, SyncModel::What).data().toString();
    model.setDone(SyncStep::Kind::Remove, true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(model.index(1, SyncModel::What).data().toString() != stays);
    model.setDone(SyncStep::Kind::Remove, true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(2, SyncModel::Detail).data().toString(), u"because"_s);
    model.setSteps({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.count(SyncStep::Kind::Add), 0);
}

QTEST_GUILESS_MAIN(TestIntakeModels)
#include "tst_intakemodels.moc"
