// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of attributes over a fake wire: what is staged, what is refused, what survives a refresh, and
// undoing.
#include "api/apibench.h"
#include "lists/attributesmodel.h"
#include "lists/filterproxy.h"
#include "stores/filenames.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Stage = AttributesModel::Stage;
using Type = AttributeValue::Type;

namespace {

const QString listPath = u"/v1/vector_stores/vs_1/files"_s;

QJsonObject fileJson(const QString &id, const QJsonObject &attributes, const QString &status = u"completed"_s)
{
    return {{u"id"_s, id},
            {u"object"_s, u"vector_store.file"_s},
            {u"vector_store_id"_s, u"vs_1"_s},
            {u"status"_s, status},
            {u"attributes"_s, attributes}};
}

FakeReply page(const QList<QJsonObject> &files, bool more = false)
{
    QJsonArray data;
    for (const QJsonObject &file : files)
        data.append(file);
    return FakeReply::json(
        QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}})
            .toJson());
}

QJsonObject pairs(int count)
{
    QJsonObject object;
    for (int i = 0; i < count; ++i)
        object.insert(u"k%1"_s.arg(i, 2, 10, QChar(u'0')), i);
    return object;
}

struct Grid : ApiBench
{
    Grid()
        : names(*session), model(*session, names, u"vs_1"_s),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        wire->always(
            Method::Get, u"/v1/files"_s,
            FakeReply::json(
                R"({"object":"list","data":[{"id":"f1","object":"file","filename":"one.txt"},{"id":"f2","object":"file","filename":"two.txt"}],"has_more":false})"));
    }
    /// The store's files are these from now on, and the list is read.
    bool show(const QList<QJsonObject> &files)
    {
        wire->always(Method::Get, listPath, page(files));
        return load();
    }
    bool load()
    {
        QSignalSpy ended(&model, &RowModelBase::loadStateChanged);
        model.refresh();
        while (model.isWalking()) {
            if (!ended.wait(5000))
                return false;
        }
        return model.loadState() == LoadState::Ready;
    }
    QModelIndex at(int row, const QString &key) const { return model.index(row, model.keyColumn(key)); }
    bool type(int row, const QString &key, const QString &text) { return model.setData(at(row, key), text); }
    QString shown(int row, const QString &key) const { return at(row, key).data().toString(); }
    Stage stage(int row, const QString &key) const { return model.stage(row, model.keyColumn(key)); }

    FileNames names;
    AttributesModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestAttributesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysOfAllFilesAreColumns();
    void allPagesAreRead();
    void filesGetTheirNames();
    void editsAreStaged();
    void aCellKeepsItsType();
    void anEmptyCellFollowsItsColumn();
    void limitsAreKeptWhileTyping();
    void manyAtOnceTakeWhatCanBeTaken();
    void undoAndRedo();
    void keysAreAddedRenamedAndRemoved();
    void renamingAFullFile();
    void typesAreChanged();
    void aRefreshKeepsWhatIsStaged();
    void whatOthersChangedIsAConflict();
    void whatBecameSoIsNoChange();
    void filesThatAreGoneTakeTheirChangesAlong();
    void aRefreshCanMakeAnEditInvalid();
    void discardedAndBack();
    void filteredByAttributes();
    void noRowMovesAwayFromUnderAnEdit();
    void oddKeysHaveNamesForTheFilter();
    void readOnlyRefusesAndSaysWhy();
    void aFailureKeepsWhatThereIs();
    void thousandsOfFiles();
};

void TestAttributesModel::keysOfAllFilesAreColumns()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}, {u"year"_s, 2020}}),
                       fileJson(u"f2"_s, {{u"draft"_s, true}})}));
    QCOMPARE(grid.model.rowCount(), 2);
    QCOMPARE(QSet<QString>(grid.model.keys().cbegin(), grid.model.keys().cend()),
             QSet<QString>({u"lang"_s, u"year"_s, u"draft"_s}));
    QCOMPARE(grid.shown(0, u"lang"_s), u"de"_s);
    QCOMPARE(grid.shown(0, u"year"_s), u"2020"_s);
    QCOMPARE(grid.shown(0, u"draft"_s), QString());
    QCOMPARE(grid.at(1, u"draft"_s).data(AttributeTypeRole).toInt(), int(Type::Boolean));
    QVERIFY(!grid.at(0, u"draft"_s).data(AttributeTypeRole).isValid());
    QCOMPARE(grid.model.index(0, AttributesModel::State).data(ToneRole).toInt(), int(Tone::Fine));
}

void TestAttributesModel::allPagesAreRead()
{
    Grid grid;
    grid.wire->once(Method::Get, listPath, page({fileJson(u"f1"_s, {{u"a"_s, 1}})}, true));
    grid.wire->once(Method::Get, listPath, page({fileJson(u"f2"_s, {{u"b"_s, 1}})}, true));
    grid.wire->once(Method::Get, listPath, page({fileJson(u"f3"_s, {{u"a"_s, 2}})}, false));
    QVERIFY(grid.load());
    QCOMPARE(grid.model.rowCount(), 3);
    QCOMPARE(grid.model.keys(), QStringList({u"a"_s, u"b"_s}));
}

void TestAttributesModel::filesGetTheirNames()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {}), fileJson(u"f9"_s, {})}));
    QTRY_COMPARE(grid.model.index(0, AttributesModel::Name).data().toString(), u"one.txt"_s);
    QCOMPARE(grid.model.index(1, AttributesModel::Name).data().toString(), u"f9"_s); // nobody knows its name
}

void TestAttributesModel::editsAreStaged()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}, {u"year"_s, 2020}}),
                       fileJson(u"f2"_s, {{u"lang"_s, u"en"_s}})}));
    QTRY_COMPARE(grid.names.nameOf(u"f1"_s), u"one.txt"_s);
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QVERIFY(grid.type(1, u"year"_s, u"1999"_s));
    QVERIFY(grid.type(0, u"year"_s, QString()));
    QCOMPARE(grid.stage(0, u"lang"_s), Stage::Edited);
    QCOMPARE(grid.stage(1, u"year"_s), Stage::Added);
    QCOMPARE(grid.stage(0, u"year"_s), Stage::Removed);
    QCOMPARE(grid.stage(1, u"lang"_s), Stage::Unchanged);
    QCOMPARE(grid.model.changeCount(), 3);
    QCOMPARE(grid.model.changedFileCount(), 2);
    const QList<AttributeChange> changes = grid.model.changes();
    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes.at(0).title, u"one.txt"_s);
    QCOMPARE(changes.at(0).key, u"lang"_s);
    QVERIFY(changes.at(0).before == AttributeValue(u"de"_s) &&
            changes.at(0).after == AttributeValue(u"fr"_s));
    QVERIFY(!changes.at(1).after);
    QVERIFY(!changes.at(2).before && changes.at(2).after == AttributeValue(1999.0));
    // Back to what it was is no change.
    QVERIFY(grid.type(0, u"lang"_s, u"de"_s));
    QCOMPARE(grid.stage(0, u"lang"_s), Stage::Unchanged);
    QCOMPARE(grid.model.changeCount(), 2);
    QCOMPARE(grid.wire->count(Method::Post, listPath + u"/f1"_s), 0); // nothing is sent by that
}

void TestAttributesModel::aCellKeepsItsType()
{
    Grid grid;
    QVERIFY(grid.show(
        {fileJson(u"f1"_s, {{u"code"_s, u"x"_s}, {u"year"_s, 2020}, {u"draft"_s, true}, {u"more"_s, 1}}),
         fileJson(u"f2"_s, {{u"more"_s, u"x"_s}})}));
    QVERIFY(grid.type(0, u"code"_s, u"42"_s));
    QCOMPARE(grid.at(0, u"code"_s).data(AttributeTypeRole).toInt(), int(Type::String));
    QVERIFY(!grid.type(0, u"year"_s, u"later"_s));
    QVERIFY(grid.model.refusal().contains(u"later"_s));
    QCOMPARE(grid.shown(0, u"year"_s), u"2020"_s);
    QVERIFY(!grid.type(0, u"draft"_s, u"1"_s));
    QVERIFY(grid.type(0, u"draft"_s, u"FALSE"_s));
    QCOMPARE(grid.shown(0, u"draft"_s), u"false"_s);
    QVERIFY(grid.model.setData(grid.at(0, u"year"_s),
                               QVariant::fromValue(AttributeValue(u"later"_s)))); // meant so
    QCOMPARE(grid.at(0, u"year"_s).data(AttributeTypeRole).toInt(), int(Type::String));
}

void TestAttributesModel::anEmptyCellFollowsItsColumn()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"zip"_s, u"10115"_s}, {u"year"_s, 1}, {u"mixed"_s, 1}}),
                       fileJson(u"f2"_s, {{u"mixed"_s, u"x"_s}}), fileJson(u"f3"_s, {})}));
    QVERIFY(grid.type(1, u"zip"_s, u"90210"_s));
    QCOMPARE(grid.at(1, u"zip"_s).data(AttributeTypeRole).toInt(), int(Type::String));
    QVERIFY(grid.type(1, u"year"_s, u"1999"_s));
    QCOMPARE(grid.at(1, u"year"_s).data(AttributeTypeRole).toInt(), int(Type::Number));
    QVERIFY(grid.type(2, u"mixed"_s, u"5"_s));
    QCOMPARE(grid.at(2, u"mixed"_s).data(AttributeTypeRole).toInt(), int(Type::Number));
    QVERIFY(grid.type(1, u"year"_s, u""_s));
    QCOMPARE(grid.stage(1, u"year"_s), Stage::Unchanged);
}

void TestAttributesModel::limitsAreKeptWhileTyping()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, pairs(16)), fileJson(u"f2"_s, {{u"other"_s, u"x"_s}})}));
    QVERIFY(!grid.type(0, u"other"_s, u"y"_s));
    QVERIFY(grid.model.refusal().contains(u"16"_s));
    QCOMPARE(grid.model.changeCount(), 0);
    QVERIFY(grid.type(0, u"k00"_s, QString())); // makes room
    QVERIFY(grid.type(0, u"other"_s, u"y"_s));
    QVERIFY(!grid.type(1, u"other"_s, QString(513, u'x')));
    QVERIFY(grid.model.refusal().contains(u"513"_s));
    QVERIFY(!grid.model.addKey(QString(65, u'k')));
    QVERIFY(grid.model.refusal().contains(u"65"_s));
    QVERIFY(!grid.model.addKey(QString()));
    QVERIFY(!grid.model.addKey(u"other"_s));
    QVERIFY(!grid.model.setData(grid.model.index(0, AttributesModel::Name), u"x"_s));
    QVERIFY(!(grid.model.flags(grid.model.index(0, AttributesModel::Id)) & Qt::ItemIsEditable));
    QVERIFY(grid.model.flags(grid.at(0, u"other"_s)) & Qt::ItemIsEditable);
}

void TestAttributesModel::manyAtOnceTakeWhatCanBeTaken()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, pairs(15)), fileJson(u"f2"_s, {})}));
    const auto refused = grid.model.stageEdits({{u"f1"_s, u"new1"_s, AttributeValue(u"a"_s)},
                                                {u"f1"_s, u"new2"_s, AttributeValue(u"b"_s)},
                                                {u"f2"_s, u"new1"_s, AttributeValue(QString(600, u'x'))},
                                                {u"f2"_s, u"new2"_s, AttributeValue(u"c"_s)},
                                                {u"nobody"_s, u"new1"_s, AttributeValue(u"d"_s)}},
                                               u"Paste"_s);
    QCOMPARE(refused.size(), 3);
    QCOMPARE(refused.at(0).edit.key, u"new2"_s);
    QVERIFY(refused.at(0).reason.contains(u"16"_s));
    QCOMPARE(refused.at(1).edit.fileId, u"f2"_s);
    QCOMPARE(refused.at(2).edit.fileId, u"nobody"_s);
    QCOMPARE(grid.model.changeCount(), 2);
    QCOMPARE(grid.shown(0, u"new1"_s), u"a"_s);
    QCOMPARE(grid.model.undoName(), u"Paste"_s);
    grid.model.undo(); // one step
    QCOMPARE(grid.model.changeCount(), 0);
}

void TestAttributesModel::undoAndRedo()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}})}));
    QVERIFY(!grid.model.canUndo());
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QVERIFY(grid.type(0, u"lang"_s, u"it"_s));
    grid.model.undo();
    QCOMPARE(grid.shown(0, u"lang"_s), u"fr"_s);
    grid.model.undo();
    QCOMPARE(grid.shown(0, u"lang"_s), u"de"_s);
    QCOMPARE(grid.stage(0, u"lang"_s), Stage::Unchanged);
    QVERIFY(!grid.model.canUndo());
    grid.model.redo();
    grid.model.redo();
    QCOMPARE(grid.shown(0, u"lang"_s), u"it"_s);
    QVERIFY(!grid.model.canRedo());
    grid.model.undo();
    QVERIFY(grid.type(0, u"lang"_s, u"es"_s)); // another way from here
    QVERIFY(!grid.model.canRedo());
    grid.model.forgetSteps(); // sent
    QVERIFY(!grid.model.canUndo());
}

void TestAttributesModel::keysAreAddedRenamedAndRemoved()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}}), fileJson(u"f2"_s, {{u"lang"_s, u"en"_s}}),
                       fileJson(u"f3"_s, {})}));
    QVERIFY(grid.model.addKey(u"owner"_s));
    QVERIFY(!grid.model.isKeyVacant(u"owner"_s));
    QCOMPARE(grid.model.changeCount(), 0); // a column alone changes no file
    grid.model.undo();
    QVERIFY(grid.model.isKeyVacant(u"owner"_s));
    QVERIFY(grid.model.addKey(u"owner"_s)); // and once more
    QVERIFY(!grid.model.renameKey(u"lang"_s, u"owner"_s));
    QVERIFY(grid.model.renameKey(u"lang"_s, u"language"_s));
    QCOMPARE(grid.shown(1, u"language"_s), u"en"_s);
    QCOMPARE(grid.stage(1, u"lang"_s), Stage::Removed);
    QCOMPARE(grid.stage(2, u"language"_s), Stage::Unchanged);
    QCOMPARE(grid.model.changeCount(), 4);
    QVERIFY(!grid.model.isKeyVacant(u"lang"_s)); // its going is still to be sent
    QVERIFY(grid.model.removeKey(u"language"_s));
    QCOMPARE(grid.model.changeCount(), 2);
    grid.model.undo();
    grid.model.undo();
    QCOMPARE(grid.model.changeCount(), 0);
    QCOMPARE(grid.shown(0, u"lang"_s), u"de"_s);
}

void TestAttributesModel::renamingAFullFile()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, pairs(16))}));
    QVERIFY(grid.model.renameKey(u"k03"_s, u"third"_s));
    QCOMPARE(grid.stage(0, u"third"_s), Stage::Added); // and not too much
    QCOMPARE(grid.model.invalidCount(), 0);
}

void TestAttributesModel::typesAreChanged()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"year"_s, u"2020"_s}}),
                       fileJson(u"f2"_s, {{u"year"_s, u"unknown"_s}}), fileJson(u"f3"_s, {})}));
    const int column = grid.model.keyColumn(u"year"_s);
    const auto refused = grid.model.retype({{0, column}, {1, column}, {2, column}}, Type::Number);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.at(0).edit.fileId, u"f2"_s);
    QCOMPARE(grid.at(0, u"year"_s).data(AttributeTypeRole).toInt(), int(Type::Number));
    QCOMPARE(grid.shown(1, u"year"_s), u"unknown"_s);
    QCOMPARE(grid.model.changeCount(), 1);
}

void TestAttributesModel::aRefreshKeepsWhatIsStaged()
{
    Grid grid;
    QVERIFY(
        grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}}), fileJson(u"f2"_s, {{u"lang"_s, u"en"_s}})}));
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QPersistentModelIndex place = grid.at(0, u"lang"_s);
    QSignalSpy resets(&grid.model, &QAbstractItemModel::modelReset);
    QVERIFY(grid.show(
        {fileJson(u"f3"_s, {{u"new"_s, 1}}), fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}, {u"theirs"_s, 1}})}));
    QVERIFY(place.isValid());
    QCOMPARE(place.data().toString(), u"fr"_s);
    QCOMPARE(grid.model.changeCount(), 1);
    QCOMPARE(grid.model.conflictCount(), 0);
    QVERIFY(grid.model.keyColumn(u"theirs"_s) > 0 && grid.model.keyColumn(u"new"_s) > 0);
    QCOMPARE(grid.model.rowOf(u"f2"_s), -1);
    QCOMPARE(resets.size(), 0);
    grid.model.undo();
    QCOMPARE(grid.model.changeCount(), 0);
}

void TestAttributesModel::whatOthersChangedIsAConflict()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}, {u"year"_s, 1}})}));
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QVERIFY(grid.type(0, u"year"_s, u"2"_s));
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"es"_s}, {u"year"_s, 1.0}})}));
    QVERIFY(grid.at(0, u"lang"_s).data(AttributeConflictRole).toBool());
    QVERIFY(!grid.at(0, u"year"_s).data(AttributeConflictRole).toBool()); // 1 and 1.0 are the same
    QCOMPARE(grid.model.conflictCount(), 1);
    QVERIFY(grid.at(0, u"lang"_s).data(Qt::ToolTipRole).toString().contains(u"es"_s));
    QCOMPARE(grid.shown(0, u"lang"_s), u"fr"_s); // still what the person wants
    QVERIFY(grid.model.changes().at(0).before == AttributeValue(u"es"_s));
    // Typed once more, having seen it.
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QCOMPARE(grid.model.conflictCount(), 0);
}

void TestAttributesModel::whatBecameSoIsNoChange()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}, {u"old"_s, 1}}), fileJson(u"f2"_s, {})}));
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QVERIFY(grid.type(0, u"old"_s, QString()));
    QVERIFY(grid.type(1, u"lang"_s, u"it"_s));
    QSignalSpy told(&grid.model, &AttributesModel::stagedChanged);
    grid.model.learn({StoreFile::fromJson(fileJson(u"f1"_s, {{u"lang"_s, u"fr"_s}}))}); // a job sent it
    QCOMPARE(told.size(), 1);
    QCOMPARE(grid.model.changeCount(), 1);
    QCOMPARE(grid.model.changedFileCount(), 1);
    QCOMPARE(grid.stage(0, u"lang"_s), Stage::Unchanged);
    QVERIFY(grid.model.isKeyVacant(u"old"_s));
}

void TestAttributesModel::filesThatAreGoneTakeTheirChangesAlong()
{
    Grid grid;
    QVERIFY(
        grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}}), fileJson(u"f2"_s, {{u"lang"_s, u"en"_s}})}));
    QVERIFY(grid.type(1, u"lang"_s, u"fr"_s));
    QSignalSpy lost(&grid.model, &AttributesModel::changesLost);
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}})}));
    QCOMPARE(lost.size(), 1);
    QCOMPARE(lost.at(0).at(0).toInt(), 1);
    QCOMPARE(grid.model.changeCount(), 0);
    QVERIFY(!grid.model.canUndo());
}

void TestAttributesModel::aRefreshCanMakeAnEditInvalid()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, pairs(15)), fileJson(u"f2"_s, {{u"other"_s, 1}})}));
    QVERIFY(grid.type(0, u"other"_s, u"5"_s));
    QVERIFY(grid.show({fileJson(u"f1"_s, pairs(16)), fileJson(u"f2"_s, {{u"other"_s, 1}})}));
    QCOMPARE(grid.stage(0, u"other"_s), Stage::Invalid);
    QCOMPARE(grid.model.invalidCount(), 1);
    QVERIFY(grid.at(0, u"other"_s).data(AttributeProblemRole).toString().contains(u"17"_s));
    QVERIFY(grid.type(0, u"k00"_s, QString()));
    QCOMPARE(grid.stage(0, u"other"_s), Stage::Added);
}

void TestAttributesModel::discardedAndBack()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}}), fileJson(u"f2"_s, {})}));
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    QVERIFY(grid.type(1, u"lang"_s, u"it"_s));
    grid.model.discard();
    QCOMPARE(grid.model.changeCount(), 0);
    QCOMPARE(grid.shown(0, u"lang"_s), u"de"_s);
    grid.model.undo();
    QCOMPARE(grid.model.changeCount(), 2);
    QCOMPARE(grid.shown(1, u"lang"_s), u"it"_s);
}

void TestAttributesModel::filteredByAttributes()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}, {u"year"_s, 2020}, {u"draft"_s, true}}),
                       fileJson(u"f2"_s, {{u"lang"_s, u"den"_s}, {u"year"_s, 1999.5}}),
                       fileJson(u"f3"_s, {{u"draft"_s, false}})}));
    FilterProxy proxy;
    proxy.setRows(&grid.model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto ids = [&] {
        QStringList found;
        for (int row = 0; row < proxy.rowCount(); ++row)
            found << proxy.index(row, AttributesModel::Id).data().toString();
        return found;
    };
    const auto filtered = [&](const QString &text) {
        proxy.setFilterText(text, 0);
        return proxy.filterError().isEmpty() ? ids() : QStringList{proxy.filterError()};
    };
    QCOMPARE(filtered(u"lang=de"_s), QStringList{u"f1"_s});
    QCOMPARE(filtered(u"lang:de"_s), QStringList({u"f1"_s, u"f2"_s}));
    QCOMPARE(filtered(u"year>2000"_s), QStringList{u"f1"_s});
    QCOMPARE(filtered(u"year<2000"_s), QStringList{u"f2"_s});
    QCOMPARE(filtered(u"draft=false"_s), QStringList{u"f3"_s});
    QCOMPARE(filtered(u"-lang:de"_s), QStringList{u"f3"_s});
    // A page that brings another key brings its field.
    grid.model.learn({StoreFile::fromJson(fileJson(u"f4"_s, {{u"owner"_s, u"ann"_s}}))});
    QCOMPARE(filtered(u"owner=ann"_s), QStringList{u"f4"_s});
    proxy.setFilterText(QString(), 0);
    proxy.sort(grid.model.keyColumn(u"year"_s), Qt::AscendingOrder);
    QCOMPARE(ids().mid(0, 2), QStringList({u"f2"_s, u"f1"_s})); // as numbers, and those without one behind
}

void TestAttributesModel::noRowMovesAwayFromUnderAnEdit()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"a"_s}}), fileJson(u"f2"_s, {{u"lang"_s, u"b"_s}}),
                       fileJson(u"f3"_s, {{u"lang"_s, u"c"_s}})}));
    FilterProxy proxy;
    proxy.setRows(&grid.model);
    proxy.sort(grid.model.keyColumn(u"lang"_s), Qt::AscendingOrder);
    proxy.setFilterText(u"-lang=z"_s, 0);
    const QModelIndex first = proxy.index(0, grid.model.keyColumn(u"lang"_s));
    QVERIFY(proxy.setData(first, u"z"_s, Qt::EditRole)); // neither sorted there nor let through any more
    QCoreApplication::processEvents();
    QCOMPARE(proxy.rowCount(), 3);
    QCOMPARE(proxy.index(0, grid.model.keyColumn(u"lang"_s)).data().toString(), u"z"_s);
    proxy.setFilterText(u"-lang=z state:completed"_s, 0); // asked anew
    QCOMPARE(proxy.rowCount(), 2);
}

void TestAttributesModel::oddKeysHaveNamesForTheFilter()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"name"_s, u"x"_s},
                                          {u"Due date"_s, u"y"_s},
                                          {u"\u00e4"_s, u"z"_s},
                                          {u"9"_s, u"v"_s},
                                          {u"due_date"_s, u"w"_s}})}));
    QSet<QByteArray> fields;
    for (const ColumnInfo &column : grid.model.columns())
        fields.insert(column.key);
    QCOMPARE(fields.size(), grid.model.columns().size()); // each is another
    for (const QString &key : grid.model.keys()) {
        const QString field = QString::fromUtf8(grid.model.columns().at(grid.model.keyColumn(key)).key);
        const auto expression = FilterExpression::parse(field + u":x"_s, grid.model.columns(), 0);
        QVERIFY2(expression.error().isEmpty(), qPrintable(field));
    }
    QCOMPARE(grid.shown(0, u"name"_s), u"x"_s); // the attribute, not the file's name
    QVERIFY(grid.model.headerData(grid.model.keyColumn(u"name"_s), Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains(u"name_2"_s));
}

void TestAttributesModel::readOnlyRefusesAndSaysWhy()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}})}));
    grid.model.setReadOnlyReason(u"This profile is read-only"_s);
    QVERIFY(!(grid.model.flags(grid.at(0, u"lang"_s)) & Qt::ItemIsEditable));
    QVERIFY(!grid.type(0, u"lang"_s, u"fr"_s));
    QCOMPARE(grid.model.refusal(), u"This profile is read-only"_s);
    QVERIFY(!grid.model.addKey(u"owner"_s));
    QVERIFY(!grid.model.renameKey(u"lang"_s, u"l"_s));
    QVERIFY(!grid.model.removeKey(u"lang"_s));
    QCOMPARE(grid.model.stageEdits({{u"f1"_s, u"lang"_s, {}}}, u"x"_s).size(), 1);
    QCOMPARE(grid.model.changeCount(), 0);
}

void TestAttributesModel::aFailureKeepsWhatThereIs()
{
    Grid grid;
    QVERIFY(grid.show({fileJson(u"f1"_s, {{u"lang"_s, u"de"_s}})}));
    QVERIFY(grid.type(0, u"lang"_s, u"fr"_s));
    grid.wire->always(Method::Get, listPath, FakeReply::error(400, "broken"));
    QVERIFY(!grid.load());
    QCOMPARE(grid.model.loadState(), LoadState::Failed);
    QCOMPARE(grid.model.rowCount(), 1);
    QCOMPARE(grid.model.changeCount(), 1);
}

void TestAttributesModel::thousandsOfFiles()
{
    Grid grid;
    QList<StoreFile> files;
    for (int i = 0; i < 5000; ++i)
        files << StoreFile::fromJson(fileJson(u"f%1"_s.arg(i), {{u"lang"_s, u"de"_s}, {u"n"_s, i}}));
    for (qsizetype i = 0; i < files.size(); i += 100)
        grid.model.learn(files.mid(i, 100));
    QList<AttributesModel::Edit> edits;
    for (int i = 0; i < 5000; ++i)
        edits.append({u"f%1"_s.arg(i), u"lang"_s, AttributeValue(u"fr"_s)});
    QSignalSpy told(&grid.model, &AttributesModel::stagedChanged);
    QVERIFY(grid.model.stageEdits(edits, u"Fill down"_s).isEmpty());
    QCOMPARE(told.size(), 1);
    QCOMPARE(grid.model.changeCount(), 5000);
    QCOMPARE(grid.model.changes().size(), 5000);
    grid.model.undo();
    QCOMPARE(grid.model.changeCount(), 0);
}

QTEST_GUILESS_MAIN(TestAttributesModel)
#include "tst_attributesmodel.moc"
