// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of attributes on their way to the server: nothing of others is lost, and what is lost on the wire
// is sent again.
#include "api/apibench.h"
#include "stores/attributesjob.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &fileId)
{
    return u"/v1/vector_stores/vs_1/files/"_s + fileId;
}

/// A store that keeps attributes as the service does: a change replaces all of a file's.
struct Store : ApiBench
{
    Store()
    {
        wire->setHandler([this](const FakeRequest &request) { return answer(request); });
    }

    FakeReply answer(const FakeRequest &request)
    {
        const QString id = request.path.section(u'/', -1);
        if (!files.contains(id))
            return FakeReply::error(404, "not_found");
        if (request.method == Method::Post) {
            files[id] = QJsonDocument::fromJson(request.body).object().value("attributes"_L1).toObject();
            if (losesAnswers > 0) {
                --losesAnswers;
                return FakeReply::error(400, "lost");
            }
        }
        return FakeReply::json(QJsonDocument(QJsonObject{{u"id"_s, id},
                                                         {u"object"_s, u"vector_store.file"_s},
                                                         {u"vector_store_id"_s, u"vs_1"_s},
                                                         {u"status"_s, u"completed"_s},
                                                         {u"attributes"_s, files.value(id)}})
                                   .toJson());
    }

    int posts() const
    {
        int count = 0;
        for (const FakeRequest &request : wire->requests())
            count += request.method == Method::Post;
        return count;
    }

    QHash<QString, QJsonObject> files;
    int losesAnswers = 0; ///< so many changes are made, and said to have failed
};

AttributeChange change(const QString &fileId, const QString &key, const std::optional<AttributeValue> &before,
                       const std::optional<AttributeValue> &after)
{
    return {fileId, fileId + u".txt"_s, key, before, after};
}

AttributeValue text(const QString &value)
{
    return AttributeValue(value);
}

bool runToEnd(AttributesJob &job)
{
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    return !finished.isEmpty() || finished.wait(10'000);
}

} // namespace

class TestAttributesJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesKeepWhatOthersHaveThere();
    void whatNobodyUnderstandsIsSentBackAsItCame();
    void aCellChangedByOthersIsNotOverwritten();
    void unlessThePersonSaysSo();
    void whatIsSoAlreadyIsNotSent();
    void aLostAnswerIsSettledByLookingAgain();
    void aFileThatIsGoneFailsAlone();
    void tooManyPairsAreNotSent();
    void aServerThatKeepsSomethingElseIsNotBelieved();
    void anAnswerOnAnotherFileChangesNothing();
    void stopAndGoOn();
    void thousandsOfFiles();
};

void TestAttributesJob::changesKeepWhatOthersHaveThere()
{
    Store store;
    store.files = {{u"f1"_s, {{u"lang"_s, u"de"_s}, {u"old"_s, true}, {u"theirs"_s, 7}}}};
    AttributesJob job(*store.session, u"vs_1"_s,
                      {change(u"f1"_s, u"lang"_s, text(u"de"_s), text(u"en"_s)),
                       change(u"f1"_s, u"old"_s, AttributeValue(true), std::nullopt),
                       change(u"f1"_s, u"year"_s, std::nullopt, AttributeValue(2020.0))});
    QList<QJsonObject> seen;
    connect(&job, &AttributesJob::fileSeen, this, [&](const StoreFile &file) { seen << file.attributes; });
    QVERIFY(runToEnd(job));
    QCOMPARE(job.count(BulkItem::State::Done), 1);
    const QJsonObject wanted{{u"lang"_s, u"en"_s}, {u"theirs"_s, 7}, {u"year"_s, 2020}};
    QCOMPARE(store.files.value(u"f1"_s), wanted);
    QCOMPARE(store.posts(), 1);
    QCOMPARE(seen.last(), wanted);
    QCOMPARE(store.wire->requests().last().headers.value("OpenAI-Beta"), "assistants=v2");
}

void TestAttributesJob::whatNobodyUnderstandsIsSentBackAsItCame()
{
    Store store;
    const QJsonValue odd = QJsonObject{{u"a"_s, QJsonValue::Null}};
    store.files = {{u"f1"_s, {{u"odd"_s, odd}, {u"big"_s, qint64(9007199254740993)}}}};
    AttributesJob job(*store.session, u"vs_1"_s, {change(u"f1"_s, u"lang"_s, std::nullopt, text(u"en"_s))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.count(BulkItem::State::Done), 1);
    QCOMPARE(store.files.value(u"f1"_s).value(u"odd"_s), odd);
    QCOMPARE(store.files.value(u"f1"_s).value(u"big"_s).toInteger(), 9007199254740993);
}

void TestAttributesJob::aCellChangedByOthersIsNotOverwritten()
{
    Store store;
    store.files = {{u"f1"_s, {{u"lang"_s, u"fr"_s}, {u"year"_s, 1}}}, {u"f2"_s, {}}};
    AttributesJob job(*store.session, u"vs_1"_s,
                      {change(u"f1"_s, u"lang"_s, text(u"de"_s), text(u"en"_s)),
                       change(u"f1"_s, u"year"_s, AttributeValue(1.0), AttributeValue(2.0)),
                       change(u"f2"_s, u"lang"_s, text(u"de"_s), std::nullopt),
                       change(u"f2"_s, u"year"_s, AttributeValue(1.0), AttributeValue(2.0))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.count(BulkItem::State::Failed), 2);
    // The cell that nobody else touched is changed all the same.
    QCOMPARE(store.files.value(u"f1"_s), (QJsonObject{{u"lang"_s, u"fr"_s}, {u"year"_s, 2}}));
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::Conflict);
    QVERIFY(job.items().at(0).error.message.contains(u"lang"_s) &&
            job.items().at(0).error.message.contains(u"fr"_s));
    // What was to go is gone already: fine. What was to be set has vanished: that is said.
    QCOMPARE(store.files.value(u"f2"_s), QJsonObject());
    const QList<AttributeConflict> conflicts = job.conflicts();
    QCOMPARE(conflicts.size(), 2);
    QCOMPARE(conflicts.at(0).key, u"lang"_s);
    QVERIFY(conflicts.at(0).theirs == text(u"fr"_s));
    QCOMPARE(conflicts.at(1).fileId, u"f2"_s);
    QCOMPARE(conflicts.at(1).key, u"year"_s);
    QVERIFY(!conflicts.at(1).theirs);
}

void TestAttributesJob::unlessThePersonSaysSo()
{
    Store store;
    store.files = {{u"f1"_s, {{u"lang"_s, u"fr"_s}}}, {u"f2"_s, {{u"lang"_s, u"de"_s}}}};
    AttributesJob job(*store.session, u"vs_1"_s,
                      {change(u"f1"_s, u"lang"_s, text(u"de"_s), text(u"en"_s)),
                       change(u"f2"_s, u"lang"_s, text(u"de"_s), text(u"en"_s))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.count(BulkItem::State::Failed), 1);
    // A plain retry meets the same conflict.
    QSignalSpy finished(&job, &BulkJob::finished);
    job.retryFailed();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(store.files.value(u"f1"_s).value(u"lang"_s).toString(), u"fr"_s);
    job.overwriteConflicts();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(store.files.value(u"f1"_s).value(u"lang"_s).toString(), u"en"_s);
    QVERIFY(job.conflicts().isEmpty());
    QCOMPARE(store.posts(), 2); // f2 was not sent again
    QCOMPARE(job.count(BulkItem::State::Done), 2);
}

void TestAttributesJob::whatIsSoAlreadyIsNotSent()
{
    Store store;
    store.files = {{u"f1"_s, {{u"year"_s, 2020.0}}}};
    AttributesJob job(
        *store.session, u"vs_1"_s,
        {change(u"f1"_s, u"year"_s, std::nullopt, AttributeValue::fromJson(QJsonValue(qint64(2020))))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.count(BulkItem::State::Done), 1);
    QVERIFY(!job.items().at(0).note.isEmpty());
    QCOMPARE(store.posts(), 0);
}

void TestAttributesJob::aLostAnswerIsSettledByLookingAgain()
{
    Store store;
    store.files = {{u"f1"_s, {{u"lang"_s, u"de"_s}}}};
    store.losesAnswers = 1;
    AttributesJob job(*store.session, u"vs_1"_s, {change(u"f1"_s, u"lang"_s, text(u"de"_s), text(u"en"_s))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.count(BulkItem::State::Failed), 1);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.retryFailed();
    QTRY_COMPARE(finished.size(), 1);
    // It had been made: no conflict with ourselves, and not made twice.
    QCOMPARE(job.count(BulkItem::State::Done), 1);
    QCOMPARE(store.posts(), 1);
    QCOMPARE(store.files.value(u"f1"_s).value(u"lang"_s).toString(), u"en"_s);
}

void TestAttributesJob::aFileThatIsGoneFailsAlone()
{
    Store store;
    store.files = {{u"f2"_s, {}}};
    AttributesJob job(*store.session, u"vs_1"_s,
                      {change(u"f1"_s, u"a"_s, std::nullopt, text(u"x"_s)),
                       change(u"f2"_s, u"a"_s, std::nullopt, text(u"x"_s))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::NotFound);
    QCOMPARE(job.items().at(1).state, BulkItem::State::Done);
    QVERIFY(job.conflicts().isEmpty());
}

void TestAttributesJob::tooManyPairsAreNotSent()
{
    Store store;
    QJsonObject full;
    for (int i = 0; i < 16; ++i)
        full.insert(u"k%1"_s.arg(i), i);
    store.files = {{u"f1"_s, full}, {u"f2"_s, full}};
    AttributesJob job(*store.session, u"vs_1"_s,
                      {change(u"f1"_s, u"more"_s, std::nullopt, text(u"x"_s)),
                       change(u"f2"_s, u"more"_s, std::nullopt, text(u"x"_s)),
                       change(u"f2"_s, u"k0"_s, AttributeValue(0.0), std::nullopt)});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::Invalid);
    QCOMPARE(store.files.value(u"f1"_s), full);
    QCOMPARE(job.items().at(1).state, BulkItem::State::Done); // one went, one came
    QCOMPARE(store.files.value(u"f2"_s).size(), 16);
    QCOMPARE(store.posts(), 1);
}

void TestAttributesJob::aServerThatKeepsSomethingElseIsNotBelieved()
{
    Store store;
    store.files = {{u"f1"_s, {}}};
    store.wire->always(Method::Post, pathOf(u"f1"_s),
                       FakeReply::json(R"({"id":"f1","object":"vector_store.file","attributes":{}})"));
    AttributesJob job(*store.session, u"vs_1"_s, {change(u"f1"_s, u"a"_s, std::nullopt, text(u"x"_s))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::BadResponse);
}

void TestAttributesJob::anAnswerOnAnotherFileChangesNothing()
{
    Store store;
    const QJsonObject theirs{{u"theirs"_s, 7}};
    store.files = {{u"f1"_s, {{u"mine"_s, 1}}}, {u"f2"_s, theirs}};
    store.wire->setHandler([&store](const FakeRequest &request) {
        FakeRequest other = request;
        if (request.method == Method::Get)
            other.path = pathOf(u"f2"_s);
        return store.answer(other);
    });
    AttributesJob job(*store.session, u"vs_1"_s, {change(u"f1"_s, u"lang"_s, std::nullopt, text(u"en"_s))});
    QVERIFY(runToEnd(job));
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::BadResponse);
    QCOMPARE(store.posts(), 0);
    QCOMPARE(store.files.value(u"f1"_s), (QJsonObject{{u"mine"_s, 1}}));
    QCOMPARE(store.files.value(u"f2"_s), theirs);
}

void TestAttributesJob::stopAndGoOn()
{
    Store store;
    QList<AttributeChange> changes;
    for (int i = 0; i < 12; ++i) {
        store.files.insert(u"f%1"_s.arg(i), {});
        changes << change(u"f%1"_s.arg(i), u"a"_s, std::nullopt, text(u"x"_s));
    }
    AttributesJob job(*store.session, u"vs_1"_s, changes);
    connect(&job, &BulkJob::itemChanged, &job, [&](int) {
        if (job.count(BulkItem::State::Done) == 5)
            job.stop();
    });
    QVERIFY(runToEnd(job));
    QVERIFY(job.count(BulkItem::State::Skipped) > 0);
    job.disconnect(&job);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.goOn();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(job.count(BulkItem::State::Done), 12);
    for (const QJsonObject &attributes : std::as_const(store.files))
        QCOMPARE(attributes, (QJsonObject{{u"a"_s, u"x"_s}}));
}

void TestAttributesJob::thousandsOfFiles()
{
    Store store;
    QList<AttributeChange> changes;
    for (int i = 0; i < 5000; ++i) {
        const QString id = u"f%1"_s.arg(i);
        store.files.insert(id, {{u"keep"_s, i}});
        changes << change(id, u"a"_s, std::nullopt, AttributeValue(double(i)))
                << change(id, u"b"_s, std::nullopt, AttributeValue(i % 2 == 0));
    }
    AttributesJob job(*store.session, u"vs_1"_s, changes);
    QCOMPARE(job.changeCount(), 10'000);
    QCOMPARE(job.total(), 5000);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    QVERIFY(finished.wait(60'000));
    QCOMPARE(job.count(BulkItem::State::Done), 5000);
    QCOMPARE(store.posts(), 5000);
    QVERIFY(store.wire->mostRunning() <= 4);
    QCOMPARE(store.files.value(u"f4999"_s),
             (QJsonObject{{u"keep"_s, 4999}, {u"a"_s, 4999}, {u"b"_s, false}}));
}

QTEST_GUILESS_MAIN(TestAttributesJob)
#include "tst_attributesjob.moc"
