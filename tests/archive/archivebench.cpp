// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivebench.h"

#include "net/qnamtransport.h"
#include "net/requestqueue.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

const auto key = u"sk-archive-secret-4711"_s;

QString evalId(int number)
{
    return u"eval_%1"_s.arg(number, 4, 10, QChar(u'0'));
}

QString runId(int evalNumber, int number)
{
    return u"evalrun_%1_%2"_s.arg(evalNumber).arg(number, 3, 10, QChar(u'0'));
}

QString storeId(int number)
{
    return u"vs_%1"_s.arg(number, 4, 10, QChar(u'0'));
}

std::unique_ptr<RequestQueue> queueTo(const QUrl &url, Clock &clock, const QString &adminKey)
{
    RequestQueue::Options options;
    options.baseUrl = url;
    options.credentials.apiKey = key;
    options.credentials.adminKey = adminKey;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    return std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock,
                                          [] { return 0.0; });
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Every page of a list.
QStringList readList(const QUrl &server, const QString &path, Everything &into)
{
    QStringList ids;
    QString after;
    while (true) {
        const QByteArray target = (u"/v1"_s + path + u"?order=asc&limit=100"_s +
                                   (after.isEmpty() ? QString() : u"&after="_s + after))
                                      .toUtf8();
        const RawReply reply = rawRequest(server, "GET", target);
        if (reply.status != 200)
            return ids;
        const QJsonArray data = reply.json()[u"data"_s].toArray();
        for (const QJsonValue &value : data) {
            const QString id = value[u"id"_s].toString();
            ids << id;
            into.objects.insert(path + u'/' + id, value.toObject());
        }
        if (!reply.json()[u"has_more"_s].toBool() || data.isEmpty())
            break;
        after = ids.last();
    }
    into.order.insert(path, ids);
    return ids;
}

} // namespace

QString difference(const Everything &wanted, const Everything &got)
{
    for (auto object = wanted.objects.cbegin(); object != wanted.objects.cend(); ++object) {
        const auto other = got.objects.constFind(object.key());
        if (other == got.objects.cend())
            return object.key() + u" is missing"_s;
        const QStringList fields = object->keys();
        for (const QString &field : fields) {
            if (other->value(field) != object->value(field))
                return object.key() + u": "_s + field;
        }
        if (other->size() != object->size())
            return object.key() + u" has other fields"_s;
    }
    if (got.objects.size() != wanted.objects.size())
        return u"%1 objects instead of %2"_s.arg(got.objects.size()).arg(wanted.objects.size());
    if (got.order != wanted.order)
        return u"the order is another"_s;
    for (auto content = wanted.contents.cbegin(); content != wanted.contents.cend(); ++content) {
        if (got.contents.value(content.key(), "(none)") != *content)
            return u"content of "_s + content.key();
    }
    return got.contents.size() == wanted.contents.size() ? QString() : u"more contents"_s;
}

ArchiveBench::ArchiveBench() = default;

ArchiveBench::~ArchiveBench()
{
    job.reset();
    writer.reset();
    session.reset();
    proxy.reset();
    targetProxy.reset();
}

QJsonObject ArchiveBench::eval(int number)
{
    return {
        {u"id"_s, evalId(number)},
        {u"object"_s, u"eval"_s},
        {u"name"_s, u"Prüfung %1 \u200f🧪 \"quoted\"\n"_s.arg(number)},
        {u"created_at"_s, 1'700'000'000 + number},
        {u"data_source_config"_s,
         QJsonObject{{u"type"_s, u"custom"_s}, {u"schema"_s, QJsonObject{{u"type"_s, u"object"_s}}}}},
        {u"testing_criteria"_s, QJsonArray{QJsonObject{{u"type"_s, u"string_check"_s}, {u"id"_s, u"c-1"_s}}}},
        {u"metadata"_s, QJsonValue::Null},
        {u"x_unknown"_s, QJsonObject{{u"deep"_s, QJsonArray{1, 2.5, true, QJsonValue::Null, u"ü"_s}},
                                     {u"big"_s, 9'007'199'254'740'993LL}}}};
}

QJsonObject ArchiveBench::run(int evalNumber, int number, int items, const QString &status)
{
    return {{u"id"_s, runId(evalNumber, number)},
            {u"object"_s, u"eval.run"_s},
            {u"eval_id"_s, evalId(evalNumber)},
            {u"name"_s, u"run %1"_s.arg(number)},
            {u"status"_s, status},
            {u"created_at"_s, 1'700'100'000 + number},
            {u"result_counts"_s,
             QJsonObject{{u"total"_s, items}, {u"passed"_s, items}, {u"failed"_s, 0}, {u"errored"_s, 0}}},
            {u"metadata"_s, QJsonObject{{u"team"_s, u"β"_s}}}};
}

QJsonObject ArchiveBench::item(int evalNumber, int runNumber, int number)
{
    return {
        {u"id"_s, u"outputitem_%1_%2_%3"_s.arg(evalNumber).arg(runNumber).arg(number, 6, 10, QChar(u'0'))},
        {u"object"_s, u"eval.run.output_item"_s},
        {u"eval_id"_s, evalId(evalNumber)},
        {u"run_id"_s, runId(evalNumber, runNumber)},
        {u"created_at"_s, 1'700'200'000 + number},
        {u"datasource_item_id"_s, number},
        {u"status"_s, number % 7 == 0 ? u"fail"_s : u"pass"_s},
        {u"datasource_item"_s,
         QJsonObject{{u"ticket"_s, u"Nachricht %1 — «x»"_s.arg(number)}, {u"n"_s, number + 0.25}}},
        {u"results"_s,
         QJsonArray{QJsonObject{
             {u"name"_s, u"c-1"_s}, {u"score"_s, 0.1 * (number % 10)}, {u"passed"_s, number % 7 != 0}}}},
        {u"sample"_s, QJsonObject{{u"output"_s, QJsonArray{QJsonObject{{u"role"_s, u"assistant"_s},
                                                                       {u"content"_s, u"a\u0000b\t"_s}}}},
                                  {u"error"_s, QJsonValue::Null}}}};
}

QJsonObject ArchiveBench::file(int number, const QString &purpose)
{
    return {{u"id"_s, u"file-%1"_s.arg(number, 6, 10, QChar(u'0'))},
            {u"object"_s, u"file"_s},
            {u"bytes"_s, content(number).size()},
            {u"created_at"_s, 1'700'300'000 + number},
            {u"expires_at"_s,
             number % 3 ? QJsonValue(1'700'300'001) : QJsonValue::Null}, // long past: an archive keeps it
            {u"filename"_s, u"daten ü %1.jsonl"_s.arg(number)},
            {u"purpose"_s, purpose},
            {u"status"_s, u"frozen"_s},
            {u"x_more"_s, QJsonArray{number}}};
}

QByteArray ArchiveBench::content(int number)
{
    if (number % 5 == 4)
        return {}; // an empty one is one, too
    return QByteArray::number(number).repeated(1 + number * 37 % 4000) + QByteArray(number % 3, '\0');
}

QJsonObject ArchiveBench::batch(int number)
{
    const auto fileId = [&](int which) { return file(number * 3 + which).value(u"id"_s); };
    return {{u"id"_s, u"batch_%1"_s.arg(number, 4, 10, QChar(u'0'))},
            {u"object"_s, u"batch"_s},
            {u"endpoint"_s, u"/v1/chat/completions"_s},
            {u"status"_s, number % 2 == 0 ? u"completed"_s : u"in_progress"_s},
            {u"input_file_id"_s, fileId(0)},
            {u"output_file_id"_s, number % 2 == 0 ? fileId(1) : QJsonValue()},
            {u"error_file_id"_s, number % 2 == 0 ? fileId(2) : QJsonValue(u""_s)},
            {u"completion_window"_s, u"24h"_s},
            {u"created_at"_s, 1'760'000'000 + number},
            {u"request_counts"_s, QJsonObject{{u"total"_s, qint64(9'007'199'254'740'991)}, {u"completed"_s, 2}, {u"failed"_s, 0}}},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"Nacht „%1“ 🌙"_s.arg(number)}}},
            {u"of_another_time"_s, QJsonObject{{u"kept"_s, true}}}};
}

QJsonObject ArchiveBench::store(int number)
{
    return {{u"id"_s, storeId(number)},
            {u"object"_s, u"vector_store"_s},
            {u"name"_s, number % 2 == 0 ? QJsonValue(u"Wissen „%1“ 📚\n"_s.arg(number)) : QJsonValue()},
            {u"status"_s, number % 3 == 1 ? u"in_progress"_s : u"completed"_s},
            {u"usage_bytes"_s, 12'345 + number},
            {u"created_at"_s, 1'700'400'000 + number},
            {u"last_active_at"_s, 1'700'400'100 + number},
            {u"expires_after"_s, QJsonObject{{u"anchor"_s, u"last_active_at"_s}, {u"days"_s, 1}}},
            {u"expires_at"_s, 1'700'486'500 + number}, // long past: an archive keeps it
            {u"file_counts"_s, QJsonObject{{u"in_progress"_s, number % 3 == 1 ? 1 : 0},
                                           {u"completed"_s, 2},
                                           {u"failed"_s, 1},
                                           {u"cancelled"_s, 1},
                                           {u"total"_s, 99}}},
            {u"metadata"_s, number % 2 == 0 ? QJsonValue(QJsonObject{{u"team"_s, u"γ"_s}}) : QJsonValue()},
            {u"x_unknown"_s, QJsonArray{1, 2.5, QJsonValue::Null, QJsonObject{{u"a"_s, u"b\u0000c"_s}}}}};
}

QJsonObject ArchiveBench::storeFile(int storeNumber, int number)
{
    static const QStringList states{u"completed"_s,   u"completed"_s, u"failed"_s,
                                    u"in_progress"_s, u"frozen"_s,    u"cancelled"_s};
    const QString status = states.at(number % 6);
    const QJsonObject attributes{{u"lang"_s, u"dé"_s}, {u"page"_s, number + 0.5}, {u"draft"_s, number % 4 == 0}};
    const QJsonObject cut{{u"max_chunk_size_tokens"_s, 200 + number}, {u"chunk_overlap_tokens"_s, 50}};
    return {{u"id"_s, file(number).value(u"id"_s)},
            {u"object"_s, u"vector_store.file"_s},
            {u"vector_store_id"_s, storeId(storeNumber)},
            {u"status"_s, status},
            {u"usage_bytes"_s, status == u"completed"_s ? 300 + number : 0},
            {u"created_at"_s, 1'700'500'000 + number},
            {u"last_error"_s, status == u"failed"_s
                                  ? QJsonValue(QJsonObject{{u"code"_s, u"unsupported_file"_s},
                                                           {u"message"_s, u"Nicht lesbar: «%1»"_s.arg(number)}})
                                  : QJsonValue()},
            {u"chunking_strategy"_s,
             number % 2 == 0 ? QJsonObject{{u"type"_s, u"static"_s}, {u"static"_s, cut}}
                             : QJsonObject{{u"type"_s, u"other"_s}}},
            {u"attributes"_s, number % 3 == 0 ? QJsonValue(attributes) : QJsonValue()},
            {u"x_more"_s, QJsonArray{number, true}}};
}

QByteArray ArchiveBench::text(int storeNumber, int number)
{
    // Spaces, escapes and numbers as no writer of ours makes them.
    const QByteArray chunks = R"([ {"type":"text","text":"first caf\u00e9 number)" +
                              QByteArray::number(storeNumber) + "x" + QByteArray::number(number) +
                              R"("},{"type":"text", "text":"second «ü»\n"} ])";
    if (number % 2 == 0)
        return R"({"object":"vector_store.file_content.page", "data":)" + chunks +
               R"(,"has_more":false,"next_page":null,"x":1.0})";
    return R"({"file_id":"x","filename":"a.md","attributes":{"n":1.50},"content":)" + chunks + '}';
}

void ArchiveBench::putSource(const QByteArray &list, const QJsonObject &parent,
                             const QList<QJsonObject> &objects)
{
    QJsonArray data;
    for (const QJsonObject &object : objects)
        data.append(object);
    const RawReply reply =
        rawRequest(source.url(), "PUT", "/_local/objects/" + list, {{"Content-Type", "application/json"}},
                   bytes({{u"parent"_s, parent}, {u"data"_s, data}}));
    if (reply.status != 200)
        qFatal("source: %d %s", reply.status, reply.body.constData());
}

void ArchiveBench::putSourceContent(const QString &fileId, const QByteArray &content)
{
    const RawReply reply = rawRequest(source.url(), "PUT", "/_local/files/" + fileId.toUtf8() + "/content",
                                      {{"Content-Type", "application/octet-stream"}}, content);
    if (reply.status != 200)
        qFatal("source: %d %s", reply.status, reply.body.constData());
}

void ArchiveBench::putSourceText(const QString &storeId, const QString &fileId, const QByteArray &page)
{
    const QByteArray path = "/_local/vector_stores/" + QUrl::toPercentEncoding(storeId) + "/files/" +
                            QUrl::toPercentEncoding(fileId) + "/content";
    const RawReply reply =
        rawRequest(source.url(), "PUT", path, {{"Content-Type", "application/json"}}, page);
    if (reply.status != 200)
        qFatal("source: %d %s", reply.status, reply.body.constData());
}

void ArchiveBench::fill(const Size &size)
{
    if (!source.start({u"--archive"_s}))
        qFatal("source: %s", qPrintable(source.errorText()));
    proxy = std::make_unique<FaultProxy>(source.url());
    QList<QJsonObject> evals;
    for (int e = 0; e < size.evals; ++e)
        evals << eval(e);
    putSource("evals", {}, evals);
    for (int e = 0; e < size.evals; ++e) {
        QList<QJsonObject> runs;
        for (int r = 0; r < size.runs; ++r)
            runs << run(e, r, size.items);
        const QJsonObject evalOnly{{u"eval_id"_s, evalId(e)}};
        if (!runs.isEmpty())
            putSource("runs", evalOnly, runs);
        for (int r = 0; r < size.runs; ++r) {
            QList<QJsonObject> items;
            for (int i = 0; i < size.items; ++i)
                items << item(e, r, i);
            putSource("output_items", {{u"eval_id"_s, evalId(e)}, {u"run_id"_s, runId(e, r)}}, items);
        }
    }
    QList<QJsonObject> batches;
    for (int b = 0; b < size.batches; ++b)
        batches << batch(b);
    if (!batches.isEmpty())
        putSource("batches", {}, batches);
    for (int s = 0; s < size.stores; ++s) {
        putSource("vector_stores", {}, {store(s)});
        QList<QJsonObject> files;
        for (int f = 0; f < size.storeFiles; ++f)
            files << storeFile(s, f);
        putSource("vector_store_files", {{u"vector_store_id"_s, storeId(s)}}, files);
        for (int f = 0; f < size.storeFiles; ++f) {
            if (files.at(f)[u"status"_s] == u"completed"_s)
                putSourceText(storeId(s), files.at(f)[u"id"_s].toString(), text(s, f));
        }
    }
    QList<QJsonObject> files;
    for (int f = 0; f < size.files; ++f)
        files << file(f);
    putSource("files", {}, files);
    for (int f = 0; f < size.files; ++f)
        putSourceContent(files.at(f)[u"id"_s].toString(), content(f));
    source.clearLog();
}

void ArchiveBench::startTarget()
{
    if (!target.start({u"--archive"_s}))
        qFatal("target: %s", qPrintable(target.errorText()));
}

ArchiveJob::Options ArchiveBench::options() const
{
    ArchiveJob::Options options;
    options.source = ArchiveSource::of(QUrl(u"https://service.test/v1"_s), u"org-1"_s, u"proj-1"_s);
    options.program = u"test 1"_s;
    options.folder = archiveFolder();
    options.waitsMs = {50, 50};
    options.saveEveryMs = 100;
    return options;
}

ArchiveJob *ArchiveBench::newJob(const ArchiveJob::Options &options)
{
    job.reset();
    writer.reset();
    session.reset();
    session = std::make_unique<Session>(queueTo(proxy->url(), clock, adminKey), clock);
    QUrl root = targetProxy ? targetProxy->url() : target.url();
    root.setPath({});
    writer = std::make_unique<ArchiveTarget>(queueTo(root, clock, u"sk-admin-archive-target"_s));
    job = std::make_unique<ArchiveJob>(*session, *writer, options);
    return job.get();
}

bool ArchiveBench::run(ArchiveJob *job)
{
    QSignalSpy finished(job, &ArchiveJob::finished);
    job->start();
    return QTest::qWaitFor([&] { return finished.size() == 1; }, 200'000);
}

bool ArchiveBench::runUntil(ArchiveJob *job, const std::function<bool()> &condition)
{
    job->start();
    return QTest::qWaitFor([&] { return condition() || job->state() == ArchiveJob::State::Ended; },
                           200'000) &&
           job->state() != ArchiveJob::State::Ended;
}

Everything ArchiveBench::read(const QUrl &server)
{
    Everything all;
    const QStringList evals = readList(server, u"/evals"_s, all);
    for (const QString &eval : evals) {
        const QString runs = u"/evals/"_s + eval + u"/runs"_s;
        const QStringList runIds = readList(server, runs, all);
        for (const QString &run : runIds)
            readList(server, runs + u'/' + run + u"/output_items"_s, all);
    }
    readList(server, u"/batches"_s, all);
    const QStringList stores = readList(server, u"/vector_stores"_s, all);
    for (const QString &store : stores) {
        const QString path = u"/vector_stores/"_s + store + u"/files"_s;
        const QStringList inStore = readList(server, path, all);
        for (const QString &file : inStore) {
            if (all.objects.value(path + u'/' + file)[u"status"_s] != u"completed"_s)
                continue;
            const QByteArray target = "/v1" + path.toUtf8() + '/' + file.toUtf8() + "/content";
            if (const RawReply reply = rawRequest(server, "GET", target); reply.status == 200)
                all.contents.insert(store + u'/' + file, reply.body);
        }
    }
    const QStringList files = readList(server, u"/files"_s, all);
    for (const QString &file : files) {
        const RawReply reply = rawRequest(server, "GET", "/v1/files/" + file.toUtf8() + "/content");
        if (reply.status == 200)
            all.contents.insert(file, reply.body);
    }
    return all;
}

QJsonObject ArchiveBench::manifest() const
{
    QFile file(archiveFolder() + u"/archive.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void ArchiveBench::openOffline()
{
    source.kill();
    job.reset();
    if (target.terminate() != 0 || !target.start({u"--read-only"_s}))
        qFatal("target: %s", qPrintable(target.errorText()));
}

int ArchiveBench::asked(const QString &method, const QString &part) const
{
    int count = 0;
    const QJsonArray log = source.log();
    for (const QJsonValue &entry : log) {
        const QString path = entry[u"path"_s].toString();
        if (entry[u"method"_s].toString() == method && path.contains(part))
            ++count;
    }
    return count;
}

} // namespace odc::test
