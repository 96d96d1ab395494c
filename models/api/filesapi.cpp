// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesapi.h"

#include "api/answers.h"
#include "net/body.h"


#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Where the range of a 206 begins ("bytes 100-199/500"); 0 when it does not say.
qint64 firstByteOf(const QByteArray &contentRange)
{
    const qsizetype begin = contentRange.indexOf(' ') + 1;
    return contentRange.mid(begin, contentRange.indexOf('-') - begin).toLongLong();
}

/// Hands content through and counts it.
class CountingSink final : public BodySink
{
public:
    explicit CountingSink(std::shared_ptr<ContentSink> target) : m_target(std::move(target)) {}
    bool begin(int status, const HttpHeaders &headers, qint64 total) override
    {
        m_count = 0;
        return m_target->begin(status == 206 ? firstByteOf(headers.value("content-range")) : 0, total);
    }
    bool write(const QByteArray &piece) override
    {
        m_count += piece.size();
        return m_target->write(piece);
    }
    QString errorText() const override { return m_target->errorText(); }
    qint64 count() const { return m_count; }

private:
    const std::shared_ptr<ContentSink> m_target;
    qint64 m_count = 0;
};

/// Keeps the first bytes, and has enough once it knows that there are more.
class HeadSink final : public BodySink
{
public:
    explicit HeadSink(qint64 most) : m_most(most) {}
    bool begin(int, const HttpHeaders &, qint64) override
    {
        m_bytes.clear();
        return true;
    }
    bool write(const QByteArray &piece) override
    {
        m_bytes += piece.left(m_most + 1 - m_bytes.size());
        return true;
    }
    bool wantsMore() const override { return m_bytes.size() <= m_most; }
    FilesApi::Head head() const { return {m_bytes.left(m_most), m_bytes.size() <= m_most}; }

private:
    const qint64 m_most;
    QByteArray m_bytes;
};

ApiRequest contentRequest(const QString &id)
{
    ApiRequest request;
    request.path = FilesApi::path(id);
    if (!request.path.isEmpty())
        request.path += "/content"_L1;
    request.headers.add("Accept", "application/binary, */*;q=0.9");
    request.lane = Lane::Transfer;
    request.deadlineMs = 0;
    return request;
}

} // namespace

FilesApi::FilesApi(RequestQueue &queue) : m_queue(queue) {}

Call FilesApi::list(const FileListQuery &query, QObject *owner,
                    std::function<void(Result<Page<FileObject>>)> done)
{
    ApiRequest request;
    request.path = u"/files"_s;
    const auto add = [&request](const QString &name, const QString &value) {
        if (!value.isEmpty())
            request.query.append({name, value});
    };
    add(u"purpose"_s, query.purpose);
    add(u"limit"_s, query.limit > 0 ? QString::number(query.limit) : QString());
    add(u"order"_s, query.order);
    add(u"after"_s, query.after);
    if (query.background)
        request.lane = Lane::Background;
    return answers::sendForPage<FileObject>(m_queue, std::move(request), owner, std::move(done));
}

Call FilesApi::create(const FileCreate &file, QObject *owner, std::function<void(Result<FileObject>)> done)
{
    QList<QPair<QString, QString>> fields{{u"purpose"_s, file.purpose}};
    if (file.expiresAfterSeconds) { // only the bracketed form works at the real service
        fields.append({u"expires_after[anchor]"_s, u"created_at"_s});
        fields.append({u"expires_after[seconds]"_s, QString::number(*file.expiresAfterSeconds)});
    }
    const auto body =
        std::make_shared<MultipartBody>(fields, MultipartBody::File{u"file"_s, file.path, file.filename});
    ApiRequest request;
    request.method = Method::Post;
    request.path = u"/files"_s;
    request.effect = Effect::Creates;
    request.lane = Lane::Transfer;
    request.deadlineMs = 0;
    request.silenceMs = bodySilenceMs(body->size());
    request.body = body;
    return answers::sendForObject<FileObject>(m_queue, std::move(request), owner, std::move(done));
}

Call FilesApi::recentLike(const FileLike &wanted, qint64 sinceUnix, QObject *owner,
                          std::function<void(Result<QList<FileObject>>)> done)
{
    const FileListQuery newest{.purpose = wanted.purpose, .limit = 100, .order = u"desc"_s, .after = {}};
    return list(newest, owner,
                [wanted, sinceUnix, done = std::move(done)](Result<Page<FileObject>> page) {
                    if (!page) {
                        done(failure(page.error()));
                        return;
                    }
                    QList<FileObject> like;
                    for (const FileObject &candidate : std::as_const(page->items)) {
                        // One that does not say when it was made may be it.
                        if (candidate.filename == wanted.filename && candidate.bytes == wanted.bytes &&
                            candidate.createdAt.value_or(sinceUnix) >= sinceUnix)
                            like.append(candidate);
                    }
                    done(std::move(like));
                });
}

QString FilesApi::path(const QString &id)
{
    const QString segment = pathSegment(id);
    return segment.isEmpty() ? QString() : u"/files/"_s + segment;
}

Call FilesApi::retrieve(const QString &id, QObject *owner, std::function<void(Result<FileObject>)> done)
{
    ApiRequest request;
    request.path = path(id);
    return answers::sendForObject<FileObject>(m_queue, std::move(request), owner, std::move(done));
}

Call FilesApi::remove(const QString &id, QObject *owner, std::function<void(Result<bool>)> done, bool bulk)
{
    ApiRequest request;
    request.path = path(id);
    if (bulk)
        request.lane = Lane::Bulk;
    return answers::sendForDeletion(m_queue, std::move(request), owner, std::move(done));
}

Call FilesApi::content(const QString &id, std::shared_ptr<ContentSink> sink, QObject *owner,
                       std::function<void(Result<qint64>)> done)
{
    return sendForContent(contentRequest(id), std::move(sink), owner, std::move(done));
}

Call FilesApi::contentFrom(const QString &id, qint64 offset, std::shared_ptr<ContentSink> sink, QObject *owner,
                           std::function<void(Result<qint64>)> done)
{
    ApiRequest request = contentRequest(id);
    request.repeatable = false;
    if (offset > 0)
        request.headers.add("Range", "bytes=" + QByteArray::number(offset) + '-');
    return sendForContent(std::move(request), std::move(sink), owner, std::move(done));
}

Call FilesApi::sendForContent(ApiRequest request, std::shared_ptr<ContentSink> sink, QObject *owner,
                              std::function<void(Result<qint64>)> done)
{
    const auto counting = std::make_shared<CountingSink>(std::move(sink));
    request.sink = counting;
    return m_queue.send(std::move(request), owner,
                        [counting, done = std::move(done)](Result<HttpAnswer> answer) {
                            if (answer)
                                done(counting->count());
                            else
                                done(failure(answer.error()));
                        });
}

Call FilesApi::contentHead(const QString &id, qint64 maxBytes, QObject *owner,
                           std::function<void(Result<Head>)> done)
{
    const auto head = std::make_shared<HeadSink>(maxBytes);
    ApiRequest request = contentRequest(id);
    // One byte more than asked for: it tells whether there is more. Servers that ignore it are stopped there.
    request.headers.add("Range", "bytes=0-" + QByteArray::number(maxBytes));
    request.lane = Lane::Interactive;
    request.sink = head;
    return m_queue.send(std::move(request), owner, [head, done = std::move(done)](Result<HttpAnswer> answer) {
        if (answer)
            done(head->head());
        else if (answer.error().httpStatus == 416) // no such range: the file is empty
            done(Head{{}, true});
        else
            done(failure(answer.error()));
    });
}

} // namespace odc
