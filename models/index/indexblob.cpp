// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexblob.h"

#include <array>

namespace odc {

namespace {

constexpr char layout = 1; ///< the first byte
constexpr std::array times{&IndexedObject::createdAt,   &IndexedObject::endedAt,  &IndexedObject::expiresAt,
                           &IndexedObject::bytes,       &IndexedObject::total,    &IndexedObject::done,
                           &IndexedObject::failed,      &IndexedObject::finishAt, &IndexedObject::seenAt,
                           &IndexedObject::progressedAt};
constexpr std::array ownTexts{&IndexedObject::id, &IndexedObject::name, &IndexedObject::reason,
                              &IndexedObject::metadata};
constexpr std::array sharedTexts{&IndexedObject::parentId, &IndexedObject::status, &IndexedObject::detail};

/// Seven bits a byte, the lowest first.
void putNumber(QByteArray &blob, quint64 number)
{
    while (number >= 0x80) {
        blob += char(number | 0x80);
        number >>= 7;
    }
    blob += char(number);
}

void putText(QByteArray &blob, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    putNumber(blob, quint64(bytes.size()));
    blob += bytes;
}

/// Takes from the front of what is left; `fails` once something is not there.
struct Cursor
{
    QByteArrayView left;
    bool fails = false;

    quint64 number()
    {
        quint64 value = 0;
        for (qsizetype at = 0, shift = 0; at < left.size() && shift < 64; ++at, shift += 7) {
            const auto byte = quint8(left[at]);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80) {
                left = left.sliced(at + 1);
                return value;
            }
        }
        fails = true;
        left = {};
        return 0;
    }
    QByteArrayView text()
    {
        const quint64 size = number();
        if (size > quint64(left.size())) {
            fails = true;
            left = {};
            return {};
        }
        const QByteArrayView bytes = left.first(qsizetype(size));
        left = left.sliced(qsizetype(size));
        return bytes;
    }
};

} // namespace

QByteArray toBlob(const IndexedObject &object, size_t rawHash)
{
    QByteArray blob;
    blob.reserve(256);
    blob += layout;
    blob += char(object.kind);
    putNumber(blob, rawHash);
    for (const auto member : ownTexts)
        putText(blob, object.*member);
    for (const auto member : sharedTexts)
        putText(blob, object.*member);
    for (const auto member : times)
        putNumber(blob, quint64(object.*member));
    putNumber(blob, quint64(object.refs.size()));
    for (const FileRef &ref : object.refs) {
        blob += char(ref.role);
        putText(blob, ref.fileId);
    }
    return blob;
}

bool BlobReader::read(const QByteArray &blob, IndexedObject &object, size_t &rawHash)
{
    if (blob.size() < 2 || blob[0] != layout || quint8(blob[1]) < quint8(ObjectKind::File) ||
        quint8(blob[1]) > quint8(ObjectKind::Model))
        return false;
    object.kind = ObjectKind(blob[1]);
    Cursor cursor{QByteArrayView(blob).sliced(2)};
    rawHash = size_t(cursor.number());
    for (const auto member : ownTexts)
        object.*member = QString::fromUtf8(cursor.text());
    for (const auto member : sharedTexts)
        object.*member = shared(cursor.text());
    for (const auto member : times)
        object.*member = qint64(cursor.number());
    const quint64 refs = cursor.number();
    if (refs > quint64(cursor.left.size()))
        return false;
    object.refs.reserve(qsizetype(refs));
    for (quint64 i = 0; i < refs && !cursor.fails; ++i) {
        const quint64 role = cursor.number();
        if (role < quint64(FileRole::BatchInput) || role > quint64(FileRole::EvalSource))
            return false;
        object.refs.append({FileRole(role), QString::fromUtf8(cursor.text())});
    }
    return !cursor.fails && cursor.left.isEmpty() && !object.id.isEmpty();
}

QString BlobReader::shared(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    const auto known = m_words.constFind(QByteArray::fromRawData(bytes.data(), bytes.size()));
    if (known != m_words.constEnd())
        return *known;
    return *m_words.insert(bytes.toByteArray(), QString::fromUtf8(bytes));
}

} // namespace odc
