// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fileobject.h"
#include "api/jsonfields.h"
#include "api/modelsapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject full()
{
    return {
        {u"id"_s, u"file-1"_s},           {u"object"_s, u"file"_s},      {u"filename"_s, u"tickets.jsonl"_s},
        {u"purpose"_s, u"batch"_s},       {u"bytes"_s, 48'233'411},      {u"created_at"_s, 1'760'000'000},
        {u"expires_at"_s, 1'762'592'000}, {u"status"_s, u"processed"_s}, {u"status_details"_s, u"fine"_s}};
}

} // namespace

class TestFileObject : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allFieldsAreRead();
    void anyFieldMayBeAnything_data();
    void anyFieldMayBeAnything();
    void changedFieldsAreWritten();
    void equalityFollowsTheContent();
    void numbersComeInManyShapes_data();
    void numbersComeInManyShapes();
    void textComesInManyShapes();
    void brokenJsonIsExplained_data();
    void brokenJsonIsExplained();
    void purposesAreKnown_data();
    void purposesAreKnown();
    void modelsAreRead();
};

void TestFileObject::allFieldsAreRead()
{
    const FileObject file = FileObject::fromJson(full());
    QCOMPARE(file.id, u"file-1"_s);
    QCOMPARE(file.filename, u"tickets.jsonl"_s);
    QCOMPARE(file.purpose, u"batch"_s);
    QCOMPARE(file.status, u"processed"_s);
    QCOMPARE(file.statusDetails, u"fine"_s);
    QCOMPARE(file.bytes, 48'233'411);
    QCOMPARE(file.createdAt, 1'760'000'000);
    QCOMPARE(file.expiresAt, 1'762'592'000);
    QCOMPARE(file.toJson(), full());
}

void TestFileObject::anyFieldMayBeAnything_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const QJsonObject object = full();
    for (const QString &key : object.keys() + QStringList{u"unknown"_s}) {
        const auto row = [&key](const char *what, const QJsonValue &value) {
            QTest::newRow(qPrintable(key + u": "_s + QString::fromLatin1(what))) << key << value;
        };
        row("missing", QJsonValue(QJsonValue::Undefined));
        row("null", QJsonValue::Null);
        row("text", u"x"_s);
        row("number", 7.5);
        row("huge", 1e300);
        row("bool", true);
        row("list", QJsonArray{1, u"a"_s});
        row("object", QJsonObject{{u"a"_s, 1}});
    }
}

void TestFileObject::anyFieldMayBeAnything()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = full();
    if (value.isUndefined())
        object.remove(key);
    else
        object.insert(key, value);
    const FileObject file = FileObject::fromJson(object);
    QCOMPARE(file.raw, object);
    QCOMPARE(file.toJson(), object); // a round trip loses nothing and invents nothing
    QCOMPARE(FileObject::fromJson(file.toJson()), file);
    if (!value.isString() && !value.isDouble()) {
        if (key == "created_at"_L1)
            QVERIFY(!file.createdAt);
        if (key == "expires_at"_L1)
            QVERIFY(!file.expiresAt);
        if (key == "bytes"_L1)
            QCOMPARE(file.bytes, 0);
    }
    if (value.isNull() || value.isUndefined() || value.isArray() || value.isObject()) {
        if (key == "id"_L1)
            QVERIFY(file.id.isEmpty());
        if (key == "status"_L1)
            QVERIFY(file.status.isEmpty());
    }
}

void TestFileObject::changedFieldsAreWritten()
{
    FileObject file = FileObject::fromJson(full());
    file.filename = u"b.jsonl"_s;
    file.bytes = 3;
    file.expiresAt.reset();
    file.createdAt = 5;
    const QJsonObject object = file.toJson();
    QCOMPARE(object.value("filename"_L1).toString(), u"b.jsonl"_s);
    QCOMPARE(object.value("bytes"_L1).toInteger(), 3);
    QVERIFY(object.value("expires_at"_L1).isNull());
    QCOMPARE(object.value("created_at"_L1).toInteger(), 5);
    QCOMPARE(object.value("object"_L1).toString(), u"file"_s);
}

void TestFileObject::equalityFollowsTheContent()
{
    QJsonObject other = full();
    QVERIFY(FileObject::fromJson(full()) == FileObject::fromJson(other));
    other.insert(u"unknown"_s, 1);
    QVERIFY(!(FileObject::fromJson(full()) == FileObject::fromJson(other)));
}

void TestFileObject::numbersComeInManyShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::optional<qint64>>("whole");
    const auto row = [](const char *json, std::optional<qint64> whole) {
        QTest::newRow(json) << QByteArray(json) << whole;
    };
    row("7", 7);
    row("7.0", 7);
    row("1700000000.25", 1'700'000'000);
    row("\"7\"", 7);
    row("\" 7 \"", 7);
    row("\"7.5\"", 7);
    row("-3", -3);
    row("9007199254740993", 9'007'199'254'740'993); // 2^53 + 1
    row("1e300", std::nullopt);
    row("\"\"", std::nullopt);
    row("\"x\"", std::nullopt);
    row("\"nan\"", std::nullopt);
    row("true", std::nullopt);
    row("null", std::nullopt);
    row("[7]", std::nullopt);
}

void TestFileObject::numbersComeInManyShapes()
{
    QFETCH(QByteArray, json);
    QFETCH(std::optional<qint64>, whole);
    const QJsonObject object = QJsonDocument::fromJson("{\"n\":" + json + "}").object();
    QVERIFY(object.contains("n"_L1));
    QCOMPARE(json::integer(object, "n"_L1), whole);
    QCOMPARE(json::integer(object, "absent"_L1), std::nullopt);
}

void TestFileObject::textComesInManyShapes()
{
    const QJsonObject object{
        {u"s"_s, u"a"_s},       {u"i"_s, 5}, {u"d"_s, 1.5}, {u"b"_s, true}, {u"n"_s, QJsonValue::Null},
        {u"l"_s, QJsonArray{1}}};
    QCOMPARE(json::text(object, "s"_L1), u"a"_s);
    QCOMPARE(json::text(object, "i"_L1), u"5"_s);
    QCOMPARE(json::text(object, "d"_L1), u"1.5"_s);
    QCOMPARE(json::text(object, "b"_L1), u"true"_s);
    for (const QLatin1StringView key : {"n"_L1, "l"_L1, "absent"_L1})
        QCOMPARE(json::text(object, key), QString());
    QCOMPARE(json::boolean({{u"b"_s, u"true"_s}}, "b"_L1), true);
    QCOMPARE(json::boolean({{u"b"_s, 0}}, "b"_L1, true), false);
    QCOMPARE(json::boolean({{u"b"_s, QJsonValue::Null}}, "b"_L1, true), true);
}

void TestFileObject::brokenJsonIsExplained_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("cut off") << QByteArray("{\"id\":");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("number") << QByteArray("3");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("deep") << QByteArray(5000, '[');
}

void TestFileObject::brokenJsonIsExplained()
{
    QFETCH(QByteArray, text);
    QString error;
    QVERIFY(!json::parseObject(text, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(!Page<FileObject>::fromBody(text).has_value());
}

void TestFileObject::purposesAreKnown_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<bool>("uploadable");
    QTest::addColumn<bool>("downloadable");
    QTest::addColumn<bool>("jsonl");
    const auto row = [](const char *purpose, bool up, bool down, bool jsonl) {
        QTest::newRow(purpose) << QString::fromLatin1(purpose) << up << down << jsonl;
    };
    row("assistants", true, false, false);
    row("vision", true, false, false);
    row("user_data", true, false, false);
    row("batch", true, true, true);
    row("fine-tune", true, true, true);
    row("evals", true, true, true);
    row("assistants_output", false, true, false);
    row("batch_output", false, true, false);
    row("fine-tune-results", false, true, false);
    row("of-next-year", false, true, false);
}

void TestFileObject::purposesAreKnown()
{
    QFETCH(QString, purpose);
    QTEST(filepurpose::uploadable().contains(purpose), "uploadable");
    QTEST(filepurpose::isDownloadable(purpose), "downloadable");
    QTEST(filepurpose::needsJsonl(purpose), "jsonl");
    QVERIFY(!filepurpose::description(purpose).isEmpty());
}

void TestFileObject::modelsAreRead()
{
    const QJsonObject object{{u"id"_s, u"gpt-4o-mini"_s},
                             {u"created"_s, 1'721'172'741},
                             {u"owned_by"_s, u"system"_s},
                             {u"shutdown_date"_s, u"2027-01-06"_s},
                             {u"new"_s, 1}};
    const ModelObject model = ModelObject::fromJson(object);
    QCOMPARE(model.id, u"gpt-4o-mini"_s);
    QCOMPARE(model.created, 1'721'172'741);
    QCOMPARE(model.ownedBy, u"system"_s);
    QCOMPARE(model.shutdownDate, u"2027-01-06"_s);
    QCOMPARE(model.toJson(), object);
    const QJsonObject poor{{u"id"_s, u"x"_s}, {u"shutdown_date"_s, QJsonValue::Null}};
    QCOMPARE(ModelObject::fromJson(poor).toJson(), poor);
}

QTEST_GUILESS_MAIN(TestFileObject)
#include "tst_fileobject.moc"
