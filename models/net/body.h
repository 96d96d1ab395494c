// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace odc {

/// How long sending a body of so many bytes may be silent, in ms. Bytes count once the socket has them, and it can swallow
/// megabytes that a slow line still has to carry before the server can answer: 64 KiB/s is granted for those.
qint64 bodySilenceMs(qint64 bodySize);

/// The body of a request: knows its size, and opens a fresh device for each attempt. The devices are
/// sequential, so that Qt's network manager cannot rewind and silently send a POST twice (QT-EXAMPLES §3,
/// measured on 6.4.2).
class RequestBody
{
public:
    virtual ~RequestBody() = default;
    virtual QByteArray contentType() const = 0;
    virtual qint64 size() const = 0;
    /// A sequential, open device that yields exactly size() bytes; LocalFile when the file changed or is
    /// gone.
    virtual Result<std::unique_ptr<QIODevice>> open() const = 0;
    /// For the log's cURL and Python: JSON text, empty for multipart.
    virtual QByteArray json() const { return {}; }
    struct Part
    {
        QString name;
        QString value;    ///< of a plain field
        QString filePath; ///< of a file field, else empty
        QString fileName;
    };
    virtual QList<Part> parts() const { return {}; }
};

/// application/json
class JsonBody final : public RequestBody
{
public:
    explicit JsonBody(const QJsonObject &object);
    QByteArray contentType() const override;
    qint64 size() const override;
    Result<std::unique_ptr<QIODevice>> open() const override;
    QByteArray json() const override { return m_json; }

private:
    QByteArray m_json;
};

/// Nothing at all, yet sent once only: for a POST without a body (cancel, pause, resume) and for DELETE. The request
/// queue puts it in where such a call has no body; endpoint classes need not.
class EmptyBody final : public RequestBody
{
public:
    QByteArray contentType() const override { return {}; }
    qint64 size() const override { return 0; }
    Result<std::unique_ptr<QIODevice>> open() const override;
};

/// application/json, from its text as it is.
class JsonTextBody final : public RequestBody
{
public:
    explicit JsonTextBody(const QByteArray &json) : m_json(json) {}
    QByteArray contentType() const override { return QByteArrayLiteral("application/json"); }
    qint64 size() const override { return m_json.size(); }
    Result<std::unique_ptr<QIODevice>> open() const override;

private:
    const QByteArray m_json;
};

/// The bytes of a file and nothing else, streamed from disk.
class FileBody final : public RequestBody
{
public:
    explicit FileBody(const QString &path);
    QByteArray contentType() const override { return QByteArrayLiteral("application/octet-stream"); }
    qint64 size() const override { return m_size; }
    Result<std::unique_ptr<QIODevice>> open() const override;

private:
    const QString m_path;
    qint64 m_size = 0; ///< when the body was made; open() fails when it differs
};

/// multipart/form-data with plain fields first and one file (or a window of it) last, streamed from disk.
class MultipartBody final : public RequestBody
{
public:
    struct File
    {
        QString field; ///< "file" or "data"
        QString path;
        QString name; ///< as sent; only the base name of it is used
        qint64 offset = 0;
        qint64 length = -1; ///< -1: to the end, fixed when the body is made
    };
    MultipartBody(const QList<QPair<QString, QString>> &fields, const File &file);

    QByteArray contentType() const override;
    qint64 size() const override;
    Result<std::unique_ptr<QIODevice>> open() const override;
    QList<Part> parts() const override;

private:
    QByteArray m_boundary;
    QByteArray m_head;
    QByteArray m_tail;
    QList<QPair<QString, QString>> m_fields;
    File m_file;
    qint64 m_fileSize = 0; ///< of the whole file when the body was made; open() fails when it differs
    qint64 m_modifiedMs = 0;
};

} // namespace odc
