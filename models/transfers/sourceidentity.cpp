// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourceidentity.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>
#include <optional>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleSize = 64 * 1024;

ApiError unreadable(const QString &path, const QString &why)
{
    return ApiError::make(ApiError::Kind::LocalFile, path + u": "_s + why);
}

} // namespace

Result<SourceIdentity> SourceIdentity::of(const QString &path)
{
    const QFileInfo info(path);
    // Opening a pipe would wait for its other end.
    if (!info.isFile())
        return failure(unreadable(path, info.exists() ? QCoreApplication::translate("SourceIdentity", "this is not a regular file")
                                                      : QCoreApplication::translate("SourceIdentity", "the file is gone")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(unreadable(path, file.errorString()));
    SourceIdentity identity;
    identity.size = file.size();
    identity.modifiedMs = info.lastModified().toMSecsSinceEpoch();
    const auto sampleAt = [&file](qint64 offset) -> std::optional<QByteArray> {
        if (!file.seek(offset))
            return std::nullopt;
        const QByteArray sample = file.read(sampleSize);
        if (file.error() != QFileDevice::NoError)
            return std::nullopt;
        return QCryptographicHash::hash(sample, QCryptographicHash::Sha256).toHex();
    };
    const auto head = sampleAt(0);
    const auto tail = sampleAt(std::max<qint64>(0, identity.size - sampleSize));
    if (!head || !tail)
        return failure(unreadable(path, file.errorString()));
    identity.head = *head;
    identity.tail = *tail;
    return identity;
}

QString mimeTypeOf(const QString &path)
{
    if (path.endsWith(".jsonl"_L1, Qt::CaseInsensitive))
        return u"application/jsonl"_s;
    return QMimeDatabase().mimeTypeForFile(path).name();
}

} // namespace odc
