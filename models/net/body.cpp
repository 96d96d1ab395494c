// SPDX-License-Identifier: GPL-3.0-or-later
#include "body.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Sequential on purpose: a device that cannot rewind is what keeps QNAM from sending a POST twice.
class OneShotDevice : public QIODevice
{
public:
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } // Qt's own would warn each time QNAM tries

protected:
    qint64 writeData(const char *, qint64) override { return -1; }
};

class BytesDevice final : public OneShotDevice
{
public:
    explicit BytesDevice(const QByteArray &bytes) : m_bytes(bytes) { open(ReadOnly | Unbuffered); }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_pos + OneShotDevice::bytesAvailable();
    }
    bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 n = std::min<qint64>(maxSize, m_bytes.size() - m_pos);
        if (n <= 0)
            return maxSize > 0 ? -1 : 0;
        std::memcpy(data, m_bytes.constData() + m_pos, size_t(n));
        m_pos += n;
        return n;
    }

private:
    const QByteArray m_bytes;
    qint64 m_pos = 0;
};

/// Text, then a window of a file, then text.
class FramedFileDevice final : public OneShotDevice
{
public:
    FramedFileDevice(const QByteArray &head, std::unique_ptr<QFile> file, qint64 length,
                     const QByteArray &tail)
        : m_head(head), m_tail(tail), m_file(std::move(file)), m_length(length)
    {
        open(ReadOnly | Unbuffered);
    }
    qint64 bytesAvailable() const override { return size() - m_pos + OneShotDevice::bytesAvailable(); }
    bool atEnd() const override { return bytesAvailable() == 0; }
    qint64 size() const override { return m_head.size() + m_length + m_tail.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        qint64 done = 0;
        while (done < maxSize) {
            const qint64 n = readSome(data + done, maxSize - done);
            if (n < 0)
                return done > 0 ? done : -1;
            done += n;
        }
        return done;
    }

private:
    qint64 readSome(char *data, qint64 maxSize)
    {
        const qint64 fileEnd = m_head.size() + m_length;
        if (m_pos < m_head.size())
            return copy(m_head, m_pos, data, maxSize);
        if (m_pos < fileEnd) {
            const qint64 n = m_file->read(data, std::min(maxSize, fileEnd - m_pos));
            if (n <= 0) { // the file got shorter under our hands; the body must not be padded
                setErrorString(m_file->errorString());
                return -1;
            }
            m_pos += n;
            return n;
        }
        return m_pos < size() ? copy(m_tail, m_pos - fileEnd, data, maxSize) : -1;
    }

    qint64 copy(const QByteArray &from, qint64 offset, char *data, qint64 maxSize)
    {
        const qint64 n = std::min<qint64>(maxSize, from.size() - offset);
        std::memcpy(data, from.constData() + offset, size_t(n));
        m_pos += n;
        return n;
    }

    const QByteArray m_head;
    const QByteArray m_tail;
    const std::unique_ptr<QFile> m_file;
    const qint64 m_length;
    qint64 m_pos = 0;
};

/// A value inside the quotes of a Content-Disposition, escaped as browsers do it; non-ASCII stays raw UTF-8.
QByteArray quotedParameter(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    return '"' + bytes + '"';
}

ApiError fileError(const QString &path, const QString &why)
{
    return ApiError::make(ApiError::Kind::LocalFile, path + u": "_s + why);
}

#ifdef Q_OS_UNIX
/// Opens a regular file and nothing else, without ever waiting: a pipe or a device may have taken the name of a file
/// since it was looked at, and opening one of those blocks until somebody comes to the other end. The text says why
/// not, empty on success.
QString openRegular(QFile &file)
{
    const int fd = ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return qt_error_string();
    struct stat about = {};
    if (::fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) {
        ::close(fd);
        return QCoreApplication::translate("RequestBody", "this is not a regular file");
    }
    if (file.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return {};
    ::close(fd);
    return file.errorString();
}
#else
QString openRegular(QFile &file)
{
    if (!QFileInfo(file.fileName()).isFile())
        return QCoreApplication::translate("RequestBody", "this is not a regular file");
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? QString() : file.errorString();
}
#endif

} // namespace

qint64 bodySilenceMs(qint64 bodySize)
{
    constexpr qint64 mostBuffered = 8 * 1024 * 1024;
    return 60'000 + std::min(bodySize, mostBuffered) / 64;
}

JsonBody::JsonBody(const QJsonObject &object) : m_json(QJsonDocument(object).toJson(QJsonDocument::Compact))
{
}

QByteArray JsonBody::contentType() const
{
    return QByteArrayLiteral("application/json");
}

qint64 JsonBody::size() const
{
    return m_json.size();
}

Result<std::unique_ptr<QIODevice>> JsonBody::open() const
{
    return std::make_unique<BytesDevice>(m_json);
}

Result<std::unique_ptr<QIODevice>> EmptyBody::open() const
{
    return std::make_unique<BytesDevice>(QByteArray());
}

Result<std::unique_ptr<QIODevice>> JsonTextBody::open() const
{
    return std::make_unique<BytesDevice>(m_json);
}

FileBody::FileBody(const QString &path) : m_path(path), m_size(QFileInfo(path).size()) {}

Result<std::unique_ptr<QIODevice>> FileBody::open() const
{
    auto file = std::make_unique<QFile>(m_path);
    if (const QString why = openRegular(*file); !why.isEmpty())
        return failure(fileError(m_path, why));
    if (file->size() != m_size) {
        return failure(fileError(
            m_path, QCoreApplication::translate("RequestBody", "the file was changed while it was being sent")));
    }
    return std::make_unique<FramedFileDevice>(QByteArray(), std::move(file), m_size, QByteArray());
}

MultipartBody::MultipartBody(const QList<QPair<QString, QString>> &fields, const File &file)
    : m_boundary("odc-" + QUuid::createUuid().toByteArray(QUuid::Id128)), m_fields(fields), m_file(file)
{
    const QFileInfo info(file.path);
    m_fileSize = info.size();
    m_modifiedMs = info.lastModified().toMSecsSinceEpoch();
    const qint64 rest = std::max<qint64>(0, m_fileSize - file.offset);
    m_file.length = file.length < 0 ? rest : std::min(file.length, rest);
    m_file.name = QFileInfo(file.name.isEmpty() ? file.path : file.name).fileName();

    for (const auto &[name, value] : fields) {
        m_head += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=" + quotedParameter(name) +
                  "\r\n\r\n" + value.toUtf8() + "\r\n";
    }
    m_head +=
        "--" + m_boundary + "\r\nContent-Disposition: form-data; name=" + quotedParameter(m_file.field) +
        "; filename=" + quotedParameter(m_file.name) + "\r\nContent-Type: application/octet-stream\r\n\r\n";
    m_tail = "\r\n--" + m_boundary + "--\r\n";
}

QByteArray MultipartBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

qint64 MultipartBody::size() const
{
    return m_head.size() + m_file.length + m_tail.size();
}

Result<std::unique_ptr<QIODevice>> MultipartBody::open() const
{
    auto file = std::make_unique<QFile>(m_file.path);
    if (const QString why = openRegular(*file); !why.isEmpty())
        return failure(fileError(m_file.path, why));
    const QFileInfo info(m_file.path);
    if (file->size() != m_fileSize || info.lastModified().toMSecsSinceEpoch() != m_modifiedMs) {
        return failure(fileError(
            m_file.path,
            QCoreApplication::translate("RequestBody", "the file was changed while it was being sent")));
    }
    if (!file->seek(m_file.offset))
        return failure(fileError(m_file.path, file->errorString()));
    return std::make_unique<FramedFileDevice>(m_head, std::move(file), m_file.length, m_tail);
}

QList<RequestBody::Part> MultipartBody::parts() const
{
    QList<Part> parts;
    for (const auto &[name, value] : m_fields)
        parts.append({name, value, {}, {}});
    parts.append({m_file.field, {}, m_file.path, m_file.name});
    return parts;
}

} // namespace odc
