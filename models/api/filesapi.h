// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/page.h"
#include "base/call.h"
#include "base/result.h"

#include <QByteArray>

#include <functional>
#include <memory>

class QObject;

namespace odc {

class RequestQueue;
struct ApiRequest;

/// Parameters of GET /files; unset ones are not sent.
struct FileListQuery
{
    QString purpose;
    int limit = 0; ///< 1..10000, 0 = the server's default
    QString order; ///< "asc" or "desc"
    QString after;
    bool background = false; ///< stands back behind what a person waits for
};

/// What POST /files takes. The file is streamed from disk.
struct FileCreate
{
    QString path;
    QString filename; ///< as sent; empty = the path's base name
    QString purpose;
    std::optional<qint64> expiresAfterSeconds; ///< 3600..2592000, counted from creation
};

/// What a file is looked for by when its id is not known.
struct FileLike
{
    QString filename;
    QString purpose;
    qint64 bytes = 0;
};

/// Where the content of a file goes, piece by piece, on the GUI thread. See BodySink for the contract.
class ContentSink
{
public:
    virtual ~ContentSink() = default;
    /// A new attempt starts: what came before beyond `offset` is void. `offset` is where in the file the first piece
    /// belongs: what was asked for, or 0 when the server sends the whole. `total` is what this answer holds in bytes, -1
    /// unknown. False: cannot take it.
    virtual bool begin(qint64 offset, qint64 total) = 0;
    virtual bool write(const QByteArray &piece) = 0;
    virtual QString errorText() const = 0;
};

/// The five operations on /files (WIRE §2, 1-5). Callbacks as in RequestQueue::send. Pages are parsed on the
/// thread pool (10,000 files are 2.5 MB of JSON); cancel and the owner's death hold there too.
class FilesApi
{
public:
    explicit FilesApi(RequestQueue &queue);

    Call list(const FileListQuery &query, QObject *owner, std::function<void(Result<Page<FileObject>>)> done);
    /// Sent exactly once; a lost reply is OutcomeUnknown.
    Call create(const FileCreate &file, QObject *owner, std::function<void(Result<FileObject>)> done);
    /// After an OutcomeUnknown: the newest files of the same purpose, name and size made at `sinceUnix`
    /// (seconds) or later, newest first, so that a person can say whether one of them is it. Reads the first
    /// 100 only.
    Call recentLike(const FileLike &wanted, qint64 sinceUnix, QObject *owner,
                    std::function<void(Result<QList<FileObject>>)> done);
    /// "/files/{id}" below the base URL; empty, which the queue refuses, when the id cannot be part of a path.
    static QString path(const QString &id);
    Call retrieve(const QString &id, QObject *owner, std::function<void(Result<FileObject>)> done);
    /// True: deleted now; false: it was already gone. `bulk`: one of many, which lists do not wait for.
    Call remove(const QString &id, QObject *owner, std::function<void(Result<bool>)> done, bool bulk = false);
    /// Gives the number of bytes written to the sink.
    Call content(const QString &id, std::shared_ptr<ContentSink> sink, QObject *owner,
                 std::function<void(Result<qint64>)> done);
    /// The content from byte `offset` on, where the server grants that: see ContentSink::begin(). 416 (Invalid) when the
    /// file ends there. Not repeated by itself: whoever asks for a rest knows how much came of it and asks for less.
    Call contentFrom(const QString &id, qint64 offset, std::shared_ptr<ContentSink> sink, QObject *owner,
                     std::function<void(Result<qint64>)> done);
    /// The first `maxBytes` of the content, in memory; stops the transfer there. `complete` tells whether
    /// that was all.
    struct Head
    {
        QByteArray bytes;
        bool complete = false;
    };
    Call contentHead(const QString &id, qint64 maxBytes, QObject *owner,
                     std::function<void(Result<Head>)> done);

private:
    Call sendForContent(ApiRequest request, std::shared_ptr<ContentSink> sink, QObject *owner,
                        std::function<void(Result<qint64>)> done);

    RequestQueue &m_queue;
};

} // namespace odc
