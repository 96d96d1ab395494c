// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileobject.h"

#include "api/jsonfields.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Writes a field only when it says something else than what is there, so that null stays null and 1.0
/// stays 1.0.
template <typename Value, typename Read>
void write(QJsonObject &object, QLatin1StringView key, const Value &value, Read read)
{
    if (read(object, key) != value)
        object.insert(key, QJsonValue(value));
}

void writeTime(QJsonObject &object, QLatin1StringView key, const std::optional<qint64> &value)
{
    if (json::integer(object, key) == value)
        return;
    if (value)
        object.insert(key, *value);
    else
        object.insert(key, QJsonValue::Null);
}

} // namespace

FileObject FileObject::fromJson(const QJsonObject &object)
{
    FileObject file;
    file.id = json::text(object, "id"_L1);
    file.filename = json::text(object, "filename"_L1);
    file.purpose = json::text(object, "purpose"_L1);
    file.status = json::text(object, "status"_L1);
    file.statusDetails = json::text(object, "status_details"_L1);
    file.bytes = json::integer(object, "bytes"_L1).value_or(0);
    file.createdAt = json::integer(object, "created_at"_L1);
    file.expiresAt = json::integer(object, "expires_at"_L1);
    file.raw = object;
    file.fingerprint = qHash(object);
    return file;
}

QJsonObject FileObject::toJson() const
{
    QJsonObject object = raw;
    write(object, "id"_L1, id, json::text);
    write(object, "filename"_L1, filename, json::text);
    write(object, "purpose"_L1, purpose, json::text);
    write(object, "status"_L1, status, json::text);
    write(object, "status_details"_L1, statusDetails, json::text);
    if (json::integer(object, "bytes"_L1).value_or(0) != bytes)
        object.insert("bytes"_L1, bytes);
    writeTime(object, "created_at"_L1, createdAt);
    writeTime(object, "expires_at"_L1, expiresAt);
    return object;
}

namespace filepurpose {

namespace {

/// What is known of each purpose. The server has the last word: it may refuse what is allowed here (400) and
/// the other way round, so nothing is hidden because of this table, only said beforehand.
struct Known
{
    QLatin1StringView purpose;
    bool uploadable;
    bool downloadable;
    bool jsonl;
    const char *description;
};

constexpr std::array known{
    Known{"user_data"_L1, true, false, false,
          QT_TRANSLATE_NOOP("FilePurpose", "Any use: input of models, vector stores")},
    Known{"assistants"_L1, true, false, false,
          QT_TRANSLATE_NOOP("FilePurpose", "Search in vector stores, code interpreter")},
    Known{"batch"_L1, true, true, true,
          QT_TRANSLATE_NOOP("FilePurpose", "Input of a batch, one request a line")},
    Known{"fine-tune"_L1, true, true, true,
          QT_TRANSLATE_NOOP("FilePurpose", "Training data, one example a line")},
    Known{"evals"_L1, true, true, true, QT_TRANSLATE_NOOP("FilePurpose", "Data of an eval, one item a line")},
    Known{"vision"_L1, true, false, false, QT_TRANSLATE_NOOP("FilePurpose", "Images as input of models")},
    Known{"assistants_output"_L1, false, true, false,
          QT_TRANSLATE_NOOP("FilePurpose", "Made by an assistant")},
    Known{"batch_output"_L1, false, true, false,
          QT_TRANSLATE_NOOP("FilePurpose", "Results or errors of a batch")},
    Known{"fine-tune-results"_L1, false, true, false,
          QT_TRANSLATE_NOOP("FilePurpose", "Metrics of a fine-tuning job")},
};

const Known *find(const QString &purpose)
{
    const auto it =
        std::find_if(known.begin(), known.end(), [&](const Known &k) { return k.purpose == purpose; });
    return it == known.end() ? nullptr : &*it;
}

} // namespace

QStringList uploadable()
{
    QStringList list;
    for (const Known &k : known) {
        if (k.uploadable)
            list << k.purpose;
    }
    return list;
}

QString description(const QString &purpose)
{
    if (const Known *k = find(purpose))
        return QCoreApplication::translate("FilePurpose", k->description);
    return QCoreApplication::translate("FilePurpose", "A purpose this program does not know");
}

bool isDownloadable(const QString &purpose)
{
    const Known *k = find(purpose);
    return !k || k->downloadable;
}

bool needsJsonl(const QString &purpose)
{
    const Known *k = find(purpose);
    return k && k->jsonl;
}

} // namespace filepurpose

} // namespace odc
