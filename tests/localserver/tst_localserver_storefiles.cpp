// SPDX-License-Identifier: GPL-3.0-or-later
// The files of vector stores: attached, failing, changed, read, listed, taken out; and what the counts say of that.
#include "storeclient.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStoreFiles : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void oneIsAttachedAndIndexed();
    void attachRefuses_data();
    void attachRefuses();
    void onesThatCannotBeReadFail_data();
    void onesThatCannotBeReadFail();
    void directives();
    void attachedAgainItStaysUnlessAskedFor();
    void attributesAreReplaced();
    void attributesRefuse_data();
    void attributesRefuse();
    void contentsAreTheChunks();
    void listsPageAndFilter();
    void isTakenOutOfOneStoreOnly();
    void takenOutWhileItIsIndexed();
    void aDeletedFileIsInNoStore();
    void anExpiredFileIsInNoStore();
    void unknownOnesAreNotFound();
};

void TestLocalServerStoreFiles::oneIsAttachedAndIndexed()
{
    startSlow();
    const QByteArray id = makeStore();
    const QString note = upload("How to descale the X200: use citric acid.", "manual.md");
    m_server.advanceClock(50);
    const QJsonObject attributes{{u"lang"_s, u"en"_s}, {u"year"_s, 2026}, {u"draft"_s, false}};
    const RawReply reply = attach(id, note, {{u"attributes"_s, attributes}});
    QCOMPARE(reply.status, 200);
    const QJsonObject begun = reply.json();
    QCOMPARE(begun[u"id"_s].toString(), note);
    QCOMPARE(begun[u"object"_s].toString(), u"vector_store.file"_s);
    QCOMPARE(begun[u"vector_store_id"_s].toString().toUtf8(), id);
    QCOMPARE(begun[u"status"_s].toString(), u"in_progress"_s);
    QVERIFY(begun.contains(u"last_error"_s) && begun[u"last_error"_s].isNull());
    QCOMPARE(begun[u"usage_bytes"_s].toInt(-1), 0);
    QCOMPARE(begun[u"chunking_strategy"_s].toObject(), fixedChunks(800, 400));
    QCOMPARE(begun[u"attributes"_s].toObject(), attributes);
    QCOMPARE(store(id)[u"status"_s].toString(), u"in_progress"_s);
    QCOMPARE(countsOf(store(id)), counts(1, 0, 0, 0));
    QVERIFY(store(id)[u"last_active_at"_s].toInteger() >= store(id)[u"created_at"_s].toInteger() + 50);
    QVERIFY(found(id, u"citric"_s).isEmpty());
    QVERIFY(chunks(id, note).isEmpty());

    m_server.advanceClock(101);
    QTRY_COMPARE(statusOf(id, note), u"completed"_s);
    const RawReply done = get(filePath(id, note));
    QVERIFY(done.headers.value("openai-poll-after-ms").toInt() > 0);
    QVERIFY(done.json()[u"usage_bytes"_s].toInt() > 41);
    QCOMPARE(done.json()[u"created_at"_s], begun[u"created_at"_s]);
    QCOMPARE(store(id)[u"usage_bytes"_s], done.json()[u"usage_bytes"_s]);
    QCOMPARE(store(id)[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(countsOf(store(id)), counts(0, 1, 0, 0));
    QCOMPARE(found(id, u"citric"_s).size(), 1);
}

void TestLocalServerStoreFiles::attachRefuses_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *name, const QByteArray &more, const QString &param) {
        QTest::newRow(name) << more << param;
    };
    row("unknown member", R"("name":"x")", {});
    row("attributes of the wrong kind", R"("attributes":[])", u"attributes"_s);
    row("an attribute that is null", R"("attributes":{"a":null})", {});
    row("an attribute that is a list", R"("attributes":{"a":[1]})", {});
    row("an attribute too long", R"("attributes":{"a":")" + QByteArray(513, 'v') + "\"}", {});
    row("a key too long", R"("attributes":{")" + QByteArray(65, 'k') + R"(":1})", {});
    row("chunking null", R"("chunking_strategy":null)", u"chunking_strategy"_s);
    row("unknown chunking", R"("chunking_strategy":{"type":"other"})", {});
    row("static without numbers", R"("chunking_strategy":{"type":"static"})", {});
    row("chunks too small",
        R"("chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":99,"chunk_overlap_tokens":0}})",
        {});
    row("chunks too large",
        R"("chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":4097,"chunk_overlap_tokens":0}})",
        {});
    row("overlap too large",
        R"("chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":100,"chunk_overlap_tokens":51}})",
        {});
}

void TestLocalServerStoreFiles::attachRefuses()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, param);
    const QByteArray id = makeStore();
    const QByteArray body = R"({"file_id":")" + upload("x").toUtf8() + "\"," + more + '}';
    const RawReply reply = send("POST", storePath(id) + "/files", body);
    QCOMPARE(reply.status, 400);
    if (!param.isEmpty())
        QCOMPARE(reply.error(u"param"_s), param);
    QCOMPARE(countsOf(store(id)), counts(0, 0, 0, 0));
}

void TestLocalServerStoreFiles::onesThatCannotBeReadFail_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("a picture") << QByteArray("scan.tiff") << QByteArray("II*\0", 4) << u"unsupported_file"_s;
    QTest::newRow("no text in it") << QByteArray("a.txt") << QByteArray(" \n \n") << u"invalid_file"_s;
    QTest::newRow("no JSON") << QByteArray("a.json") << QByteArray("{\"a\":") << u"invalid_file"_s;
    QTest::newRow("as told") << QByteArray("a.txt") << QByteArray("x [[server error]]") << u"server_error"_s;
}

void TestLocalServerStoreFiles::onesThatCannotBeReadFail()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    const QByteArray id = makeStore();
    const QString bad = upload(bytes, name);
    const QString good = upload("good text");
    attachAll(id, {bad, good});
    const QJsonObject done = settled(id);
    QCOMPARE(done[u"status"_s].toString(), u"completed"_s); // which says nothing about the failed one
    QCOMPARE(countsOf(done), counts(0, 1, 1, 0));
    const QJsonObject failed = file(id, bad);
    QCOMPARE(failed[u"status"_s].toString(), u"failed"_s);
    QTEST(failed[u"last_error"_s][u"code"_s].toString(), "code");
    QVERIFY(!failed[u"last_error"_s][u"message"_s].toString().isEmpty());
    QCOMPARE(failed[u"usage_bytes"_s].toInt(-1), 0);
    QVERIFY(chunks(id, bad).isEmpty());
    QCOMPARE(done[u"usage_bytes"_s], file(id, good)[u"usage_bytes"_s]);
}

void TestLocalServerStoreFiles::directives()
{
    const QByteArray id = makeStore();
    const QString never = upload("wait [[never]]");
    const QString once = upload("fails [[server error once]]");
    const QStringList more = uploads(QByteArrayList(50, "[[never]]"));
    const QString good = upload("[[unknown]] text");
    attachAll(id, QStringList{never, once} + more + QStringList{good});
    // They hold up nobody.
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(store(id)), counts(51, 1, 1, 0), 20'000);
    QCOMPARE(statusOf(id, never), u"in_progress"_s);
    QCOMPARE(statusOf(id, good), u"completed"_s);
    QCOMPARE(file(id, once)[u"last_error"_s][u"code"_s].toString(), u"server_error"_s);
    QCOMPARE(attach(id, once).json()[u"status"_s].toString(), u"in_progress"_s);
    QTRY_COMPARE(statusOf(id, once), u"completed"_s);
    QVERIFY(file(id, once)[u"last_error"_s].isNull());
    start();
    QCOMPARE(statusOf(id, never), u"in_progress"_s);
    QCOMPARE(send("DELETE", filePath(id, never)).status, 200);
    QCOMPARE(countsOf(store(id)), counts(50, 2, 0, 0));
}

void TestLocalServerStoreFiles::attachedAgainItStaysUnlessAskedFor()
{
    const QByteArray id = makeStore();
    const QString note = upload(QByteArray("Every word counts. ").repeated(200));
    attach(id, note, {{u"attributes"_s, QJsonObject{{u"a"_s, 1}}}});
    settled(id);
    const QJsonObject before = file(id, note);
    const QStringList cut = chunks(id, note);
    QCOMPARE(attach(id, note).json(), before);
    QCOMPARE(file(id, note), before);
    // New attributes need no new index, another way of cutting does.
    const QJsonObject other{{u"b"_s, 2}};
    QCOMPARE(attach(id, note, {{u"attributes"_s, other}}).json()[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(file(id, note)[u"attributes"_s].toObject(), other);
    QCOMPARE(chunks(id, note), cut);
    const RawReply again = attach(id, note, {{u"chunking_strategy"_s, fixedChunks(100, 0)}});
    QCOMPARE(again.json()[u"status"_s].toString(), u"in_progress"_s);
    const QJsonObject done = settled(id);
    QCOMPARE(countsOf(done), counts(0, 1, 0, 0));
    QCOMPARE(done[u"usage_bytes"_s].toInteger(), usageOfFiles(id));
    QVERIFY(chunks(id, note).size() > cut.size());
    QCOMPARE(file(id, note)[u"chunking_strategy"_s].toObject(), fixedChunks(100, 0));
    QCOMPARE(file(id, note)[u"attributes"_s].toObject(), other);
    QCOMPARE(file(id, note)[u"created_at"_s], before[u"created_at"_s]);
}

void TestLocalServerStoreFiles::attributesAreReplaced()
{
    const QByteArray id = makeStore();
    const QString note = upload("text");
    attach(id, note, {{u"attributes"_s, QJsonObject{{u"a"_s, 1}, {u"b"_s, u"x"_s}}}});
    settled(id);
    const QJsonObject changed{{u"b"_s, 1.5}, {u"c"_s, true}, {QString(64, u'k'), QString(512, u'v')}};
    const RawReply reply = post(filePath(id, note), {{u"attributes"_s, changed}});
    QCOMPARE(reply.json()[u"attributes"_s].toObject(), changed);
    QCOMPARE(file(id, note), reply.json());
    QCOMPARE(found(id, u"text"_s).first()[u"attributes"_s].toObject(), changed);
    QCOMPARE(send("POST", filePath(id, note), R"({"attributes":null})").json()[u"attributes"_s],
             QJsonValue(QJsonObject()));
    QCOMPARE(found(id, u"text"_s).size(), 1);
}

void TestLocalServerStoreFiles::attributesRefuse_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArrayList pairs;
    for (int i = 0; i < 17; ++i)
        pairs.append("\"k" + QByteArray::number(i) + R"(":1)");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("a text") << QByteArray(R"({"attributes":"x"})");
    QTest::newRow("nested") << QByteArray(R"({"attributes":{"a":{}}})");
    QTest::newRow("17") << QByteArray(R"({"attributes":{)" + pairs.join(',') + "}}");
    QTest::newRow("chunking, too") << QByteArray(R"({"attributes":{},"chunking_strategy":{"type":"auto"}})");
}

void TestLocalServerStoreFiles::attributesRefuse()
{
    QFETCH(QByteArray, body);
    const QByteArray id = makeStore();
    const QString note = upload("text");
    attach(id, note, {{u"attributes"_s, QJsonObject{{u"a"_s, 1}}}});
    QCOMPARE(send("POST", filePath(id, note), body).status, 400);
    QCOMPARE(file(id, note)[u"attributes"_s].toObject(), QJsonObject({{u"a"_s, 1}}));
}

void TestLocalServerStoreFiles::contentsAreTheChunks()
{
    const QByteArray id = makeStore();
    QByteArray text;
    for (int i = 0; i < 400; ++i)
        text += "Sentence " + QByteArray::number(i) + " says \"grüß dich\".\n";
    const QString note = upload(text, "long.txt");
    const QJsonObject attributes{{u"lang"_s, u"de"_s}};
    attach(id, note, {{u"chunking_strategy"_s, fixedChunks(200, 0)}, {u"attributes"_s, attributes}});
    settled(id);
    const QJsonObject page = get(filePath(id, note) + "/content").json();
    QCOMPARE(page[u"object"_s].toString(), u"vector_store.file_content.page"_s);
    QCOMPARE(page[u"file_id"_s].toString(), note);
    QCOMPARE(page[u"filename"_s].toString(), u"long.txt"_s);
    QCOMPARE(page[u"attributes"_s].toObject(), attributes);
    QVERIFY(page.contains(u"next_page"_s) && page[u"next_page"_s].isNull());
    QCOMPARE(page[u"has_more"_s], QJsonValue(false));
    QCOMPARE(page[u"data"_s][0][u"type"_s].toString(), u"text"_s);
    const QStringList cut = chunks(id, note);
    QVERIFY(cut.size() > 10);
    QCOMPARE(cut.join(QString()).simplified(), QString::fromUtf8(text).simplified());
}

void TestLocalServerStoreFiles::listsPageAndFilter()
{
    const QByteArray id = makeStore();
    QStringList oldest;
    for (int i = 0; i < 30; ++i)
        oldest.append(upload(i % 5 == 0 ? "[[server error]]" : i % 7 == 1 ? "[[never]]" : "text"));
    for (const QString &each : oldest)
        attach(id, each);
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(store(id)), counts(4, 20, 6, 0), 20'000);
    QStringList newest = oldest;
    std::reverse(newest.begin(), newest.end());
    const QByteArray path = storePath(id) + "/files?";
    QCOMPARE(idsIn(path), newest.first(20));
    QCOMPARE(idsIn(path + "limit=100&order=asc"), oldest);
    QCOMPARE(idsIn(path + "limit=7&after=" + newest.at(6).toUtf8()), newest.mid(7, 7));
    QCOMPARE(idsIn(path + "limit=7&before=" + newest.at(7).toUtf8()), newest.first(7));
    QStringList failed;
    for (qsizetype i = 0; i < oldest.size(); i += 5)
        failed.append(oldest.at(i));
    QCOMPARE(idsIn(path + "order=asc&filter=failed"), failed);
    QCOMPARE(idsIn(path + "order=asc&filter=failed&limit=2&after=" + failed.at(1).toUtf8()),
             failed.mid(2, 2));
    QCOMPARE(idsIn(path + "filter=in_progress").size(), 4);
    QCOMPARE(idsIn(path + "filter=completed&limit=100").size(), 20);
    QVERIFY(get(path + "filter=cancelled").json()[u"first_id"_s].isNull());
    QCOMPARE(get(path + "filter=done").status, 400);
}

void TestLocalServerStoreFiles::isTakenOutOfOneStoreOnly()
{
    const QString note = upload("shared text");
    const QByteArray one = makeStore({{u"file_ids"_s, QJsonArray{note}}});
    const QByteArray other = makeStore({{u"file_ids"_s, QJsonArray{note}}});
    settled(one);
    settled(other);
    QCOMPARE(
        send("DELETE", filePath(one, note)).json(),
        QJsonObject({{u"id"_s, note}, {u"object"_s, u"vector_store.file.deleted"_s}, {u"deleted"_s, true}}));
    QCOMPARE(countsOf(store(one)), counts(0, 0, 0, 0));
    QCOMPARE(store(one)[u"usage_bytes"_s].toInt(-1), 0);
    QVERIFY(found(one, u"shared"_s).isEmpty());
    QCOMPARE(send("DELETE", filePath(one, note)).status, 404);
    QCOMPARE(found(other, u"shared"_s).size(), 1);
    QCOMPARE(get("/v1/files/" + note.toUtf8()).status, 200);
}

void TestLocalServerStoreFiles::takenOutWhileItIsIndexed()
{
    startSlow();
    const QByteArray id = makeStore();
    const QString note = upload("text");
    const QString other = upload("text");
    attachAll(id, {note, other});
    QCOMPARE(send("DELETE", filePath(id, note)).status, 200);
    m_server.advanceClock(101);
    QTRY_COMPARE(countsOf(store(id)), counts(0, 1, 0, 0));
    QCOMPARE(get(filePath(id, note)).status, 404);
    QCOMPARE(found(id, u"text"_s).size(), 1);
}

void TestLocalServerStoreFiles::aDeletedFileIsInNoStore()
{
    const QString note = upload("shared text");
    const QString other = upload("other text");
    const QJsonArray both{note, other};
    const QByteArrayList stores{makeStore({{u"file_ids"_s, both}}), makeStore({{u"file_ids"_s, both}})};
    for (const QByteArray &id : stores)
        settled(id);
    const QByteArray batchId = idOf(attachAll(stores.first(), {note, other}));
    QCOMPARE(send("DELETE", "/v1/files/" + note.toUtf8()).status, 200);
    for (const QByteArray &id : stores) {
        QCOMPARE(idsIn(storePath(id) + "/files"), QStringList{other});
        QCOMPARE(countsOf(store(id)), counts(0, 1, 0, 0));
        QCOMPARE(store(id)[u"usage_bytes"_s].toInteger(), usageOfFiles(id));
        QVERIFY(found(id, u"shared"_s).isEmpty());
    }
    QCOMPARE(countsOf(batch(stores.first(), batchId)), counts(0, 1, 0, 0));
    QCOMPARE(send("DELETE", "/v1/files/" + note.toUtf8()).status, 404);
}

void TestLocalServerStoreFiles::anExpiredFileIsInNoStore()
{
    const QString brief = QString::fromUtf8(idOf(postForm(m_server.baseUrl(), "/v1/files",
                                                          {{"purpose", "assistants", {}},
                                                           {"expires_after[anchor]", "created_at", {}},
                                                           {"expires_after[seconds]", "3600", {}},
                                                           {"file", "brief text", "brief.txt"}})));
    const QByteArray id = makeStore({{u"file_ids"_s, QJsonArray{brief, upload("long text")}}});
    settled(id);
    m_server.advanceClock(3601);
    QCOMPARE(countsOf(store(id)), counts(0, 1, 0, 0));
    QCOMPARE(get(filePath(id, brief)).status, 404);
    QVERIFY(found(id, u"brief"_s).isEmpty());
    QCOMPARE(found(id, u"long"_s).size(), 1);
}

void TestLocalServerStoreFiles::unknownOnesAreNotFound()
{
    const QByteArray id = makeStore();
    const QString there = upload("not attached");
    QCOMPARE(attach(id, u"file-none"_s).error(u"message"_s), u"No such File object: file-none"_s);
    QCOMPARE(attach(id, u"file-none"_s).status, 404);
    const QString words =
        u"No file found with id '%1' in vector store '%2'."_s.arg(there, QString::fromUtf8(id));
    for (const RawReply &reply : {get(filePath(id, there)), get(filePath(id, there) + "/content"),
                                  send("DELETE", filePath(id, there)),
                                  post(filePath(id, there), {{u"attributes"_s, QJsonObject()}})}) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(u"message"_s), words);
    }
}

QTEST_GUILESS_MAIN(TestLocalServerStoreFiles)
#include "tst_localserver_storefiles.moc"
