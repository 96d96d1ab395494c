// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the palette, and which ids it knows by their looks.
#include "palette/objectids.h"
#include "palette/palettequery.h"

#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestPaletteQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsIds_data();
    void knowsIds();
    void signsChooseWhatIsLookedFor();
    void kindsAreKnownByTheirNames();
    void objectsAreFoundByWhatTheySay();
};

void TestPaletteQuery::knowsIds_data()
{
    using What = IdShape::What;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("what"); // -1: no id
    QTest::addColumn<QList<ObjectKind>>("kinds");
    QTest::addColumn<QString>("id");
    const auto row = [](const QString &typed, What what, const QList<ObjectKind> &kinds,
                        const QString &id = {}) {
        QTest::newRow(qPrintable(typed)) << typed << int(what) << kinds << (id.isEmpty() ? typed : id);
    };
    const auto none = [](const QString &typed) {
        QTest::newRow(qPrintable(typed.isEmpty() ? u"nothing"_s : typed))
            << typed << -1 << QList<ObjectKind>() << QString();
    };
    row(u"file-abc123"_s, What::Object, {ObjectKind::File});
    row(u"batch_abc123"_s, What::Object, {ObjectKind::Batch});
    row(u"vs_abc123"_s, What::Object, {ObjectKind::Store});
    row(u"vsfb_abc123"_s, What::FileBatch, {});
    row(u"eval_abc123"_s, What::Object, {ObjectKind::Eval});
    row(u"evalrun_abc123"_s, What::Object, {ObjectKind::EvalRun});
    row(u"outputitem_abc123"_s, What::OutputItem, {});
    row(u"ftjob-abc123"_s, What::Object, {ObjectKind::Job});
    row(u"ft-AF1WoRqd3aJAHsqc9NY7iL8F"_s, What::Object, {ObjectKind::Job});
    row(u"ft:gpt-4o-mini-2024-07-18:acme:bot:9abc"_s, What::Object, {ObjectKind::Model});
    row(u"ftckpt_abc123"_s, What::Object, {ObjectKind::Checkpoint});
    row(u"upload_abc123"_s, What::Upload, {});
    const QList<ObjectKind> any{ObjectKind::File, ObjectKind::Batch, ObjectKind::Store, ObjectKind::Job};
    row(u"0c9b2f4e7d8a4c1e9f3b"_s, What::Unknown, any);
    // As they come along from logs, code and addresses.
    row(u"  batch_1x \n"_s, What::Object, {ObjectKind::Batch}, u"batch_1x"_s);
    row(u"\"file-9\","_s, What::Object, {ObjectKind::File}, u"file-9"_s);
    row(u"(`vs_9`)"_s, What::Object, {ObjectKind::Store}, u"vs_9"_s);
    row(u"https://platform.example.test/batches/batch_77"_s, What::Object, {ObjectKind::Batch},
        u"batch_77"_s);
    none({});
    none(u"file-"_s);
    none(u"batch"_s);
    none(u"nightly-extract"_s);
    none(u"conversations-2026.jsonl"_s);
    none(u"batch_1 batch_2"_s);
    none(u"file-ä1"_s);
    // Keys are no ids: nobody is asked for them.
    none(u"sk-proj-0c9b2f4e7d8a4c1e9f3b"_s);
    none(u"\"sk-0c9b2f4e7d8a4c1e9f3b\""_s);
    none(u"ek_0c9b2f4e7d8a4c1e9f3b"_s);
    none(u"../../etc/passwd"_s);
    none(u"file-"_s + QString(400, u'1'));
}

void TestPaletteQuery::knowsIds()
{
    QFETCH(QString, typed);
    QFETCH(int, what);
    QFETCH(QList<ObjectKind>, kinds);
    QFETCH(QString, id);
    const auto shape = idShapeOf(typed);
    QCOMPARE(shape ? int(shape->what) : -1, what);
    if (!shape)
        return;
    QCOMPARE(shape->kinds, kinds);
    QCOMPARE(shape->id, id);
}

void TestPaletteQuery::signsChooseWhatIsLookedFor()
{
    const quint64 action = quint64(1) << actionEntry;
    const quint64 file = quint64(1) << quint8(ObjectKind::File);
    const PaletteQuery all = PaletteQuery::of(u" night train "_s);
    QCOMPARE(all.only, PaletteQuery::Only::All);
    QCOMPARE(all.text, u"night train"_s);
    QVERIFY((all.words.allowed & action) && (all.words.allowed & file));
    const PaletteQuery actions = PaletteQuery::of(u">upload"_s);
    QCOMPARE(actions.only, PaletteQuery::Only::Actions);
    QCOMPARE(actions.text, u"upload"_s);
    QVERIFY((actions.words.allowed & action) && !(actions.words.allowed & file));
    const PaletteQuery objects = PaletteQuery::of(u"@ upload"_s);
    QCOMPARE(objects.text, u"upload"_s);
    QVERIFY(!(objects.words.allowed & action) && (objects.words.allowed & file));
    QVERIFY(PaletteQuery::of(u">"_s).words.isEmpty());
    QCOMPARE(PaletteQuery::of(u"a>b"_s).only, PaletteQuery::Only::All);
}

void TestPaletteQuery::kindsAreKnownByTheirNames()
{
    const PaletteQuery query = PaletteQuery::of(u"Batch store nightly"_s);
    QCOMPARE(query.words.words.size(), 3);
    QCOMPARE(query.words.words.at(0).kinds, quint64(1) << quint8(ObjectKind::Batch));
    QVERIFY(query.words.words.at(1).kinds & (quint64(1) << quint8(ObjectKind::Store)));
    QCOMPARE(query.words.words.at(2).kinds, quint64(0));
}

void TestPaletteQuery::objectsAreFoundByWhatTheySay()
{
    IndexedObject object;
    object.kind = ObjectKind::StoreFile;
    object.id = u"file-1"_s;
    object.parentId = u"vs_1"_s;
    object.detail = u"user_data"_s;
    object.metadata = u"team=cx"_s;
    object.createdAt = 100;
    const FuzzyEntry entry = paletteEntry(object, 3);
    QCOMPARE(entry.key.kind, quint8(ObjectKind::StoreFile));
    QCOMPARE(entry.key.source, quint16(3));
    QCOMPARE(entry.key.id, u"file-1"_s);
    QCOMPARE(entry.key.parent, u"vs_1"_s);
    QCOMPARE(entry.title, QString()); // an id is no name
    QVERIFY(entry.more.contains(u"team=cx"_s));
    object.kind = ObjectKind::File;
    object.name = u"a.txt"_s;
    QCOMPARE(paletteEntry(object, 0).title, u"a.txt"_s);
    // Of a file and the same file in a store, the file comes first.
    QVERIFY(paletteEntry(object, 0).recency > entry.recency);
}

QTEST_GUILESS_MAIN(TestPaletteQuery)
#include "tst_palettequery.moc"
