// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// A file of the project (`file`). Every field but `id` may be missing in an answer; unknown ones stay in
/// `raw`.
struct FileObject
{
    QString id;
    QString filename;
    QString purpose; ///< open set; see FilePurpose
    QString status;  ///< open set: uploaded, processed, error, ...; deprecated by the API and may be empty
    QString statusDetails;
    qint64 bytes = 0;
    std::optional<qint64> createdAt; ///< unix seconds
    std::optional<qint64> expiresAt; ///< unix seconds; none = never
    QJsonObject raw;                 ///< the whole object as received
    size_t fingerprint = 0; ///< qHash of `raw`, made while parsing: a poll compares 100,000 rows by it

    static FileObject fromJson(const QJsonObject &object);
    /// `raw` with the known fields written over it: a round trip loses nothing.
    QJsonObject toJson() const;
    bool operator==(const FileObject &other) const
    {
        return id == other.id && fingerprint == other.fingerprint;
    }
};

/// What the console knows about the purposes of files (WIRE §5). Unknown purposes are treated as harmless.
namespace filepurpose {

/// Purposes a person can upload with, in the order they are offered.
QStringList uploadable();
/// What it is for, one translated line.
QString description(const QString &purpose);
/// False for the purposes whose content the hosted service refuses to hand out.
bool isDownloadable(const QString &purpose);
/// True when only .jsonl files are taken.
bool needsJsonl(const QString &purpose);

} // namespace filepurpose

} // namespace odc

Q_DECLARE_TYPEINFO(odc::FileObject, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::FileObject)
