// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/operationtable.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// "GET /files/{}": what an id is called says nothing of the wire.
QString shape(const QByteArray &method, const QByteArray &path)
{
    QByteArrayList segments = path.split('/');
    for (QByteArray &segment : segments) {
        if (segment.startsWith('{'))
            segment = "{}";
    }
    return QString::fromLatin1(method + ' ' + segments.join('/'));
}

} // namespace

class TestOperationTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsThereOnce();
    void theyAreThoseOfTheContract();
    void aCallIsOfOneOperation_data();
    void aCallIsOfOneOperation();
    void whatIsNoneIsNone();
};

void TestOperationTable::eachIsThereOnce()
{
    QSet<QString> shapes;
    QSet<QByteArray> names;
    QSet<QString> titles;
    const QList<ApiOperation> &all = apiOperations();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const ApiOperation &operation = all.at(i);
        shapes.insert(shape(operation.method, operation.path));
        names.insert(operation.name);
        titles.insert(operation.titleText());
        QCOMPARE(operation.number, i < 50 ? QByteArray::number(i + 1) : "x" + QByteArray::number(i - 49));
        QVERIFY(operation.isOffered() || i >= 50); // the window has all that are in scope
    }
    QCOMPARE(all.size(), 57);
    QCOMPARE(shapes.size(), 57);
    QCOMPARE(names.size(), 57);
    QCOMPARE(titles.size(), 57);
}

void TestOperationTable::theyAreThoseOfTheContract()
{
    QFile file(QStringLiteral(ODC_SOURCE_DIR "/../shared/api/openai-data.openapi.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The description of the API is not here.");
    const QJsonObject paths = QJsonDocument::fromJson(file.readAll()).object()[u"paths"_s].toObject();
    QStringList described;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (const char *method : {"get", "post", "delete"}) {
            if (methods.contains(QLatin1StringView(method)))
                described << shape(QByteArray(method).toUpper(), path.key().toLatin1());
        }
    }
    QStringList listed;
    for (const ApiOperation &operation : apiOperations())
        listed << shape(operation.method, operation.path);
    std::sort(described.begin(), described.end());
    std::sort(listed.begin(), listed.end());
    QCOMPARE(listed, described);
}

void TestOperationTable::aCallIsOfOneOperation_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("a list") << "GET"_ba << "/files?limit=20&after=file-1"_ba << "files.list"_ba << QStringList();
    QTest::newRow("an object") << "DELETE"_ba << "/files/file-1"_ba << "files.delete"_ba << QStringList{u"file-1"_s};
    QTest::newRow("inside another") << "DELETE"_ba << "/vector_stores/vs_1/files/file-1"_ba
                                    << "vector_stores.files.delete"_ba << QStringList{u"vs_1"_s, u"file-1"_s};
    QTest::newRow("no word to say so") << "POST"_ba << "/evals/eval_1/runs/evalrun_1"_ba << "evals.runs.cancel"_ba
                                       << QStringList{u"eval_1"_s, u"evalrun_1"_s};
    QTest::newRow("an encoded id") << "GET"_ba << "/fine_tuning/checkpoints/ft%3Agpt:o:s:1/permissions"_ba
                                   << "fine_tuning.checkpoints.permissions.list"_ba << QStringList{u"ft:gpt:o:s:1"_s};
}

void TestOperationTable::aCallIsOfOneOperation()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, name);
    QFETCH(QStringList, ids);
    const ApiOperation *found = apiOperationOf(method, target);
    QVERIFY(found);
    QCOMPARE(found->name, name);
    QCOMPARE(found->idsIn(target), ids);
    for (const ApiOperation &operation : apiOperations())
        QCOMPARE(operation.matches(method, target), operation.name == name);
}

void TestOperationTable::whatIsNoneIsNone()
{
    QVERIFY(!apiOperationOf("GET", "/files/"));
    QVERIFY(!apiOperationOf("PATCH", "/files/file-1"));
    QVERIFY(!apiOperationOf("POST", "/local/sample"));
    QVERIFY(!apiOperationOf("GET", ""));
}

QTEST_GUILESS_MAIN(TestOperationTable)
#include "tst_operationtable.moc"
