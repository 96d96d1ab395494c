// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QByteArray>
#include <QHash>

namespace odc {

/// An object as it is kept in one field of the file, which is read several times as fast as twenty. `rawHash`
/// goes with it.
QByteArray toBlob(const IndexedObject &object, size_t rawHash);

/// Reads such fields. Texts that many objects have are in memory once.
class BlobReader
{
public:
    /// False when it is none: `object` is then anything.
    bool read(const QByteArray &blob, IndexedObject &object, size_t &rawHash);

private:
    QString shared(QByteArrayView bytes);

    QHash<QByteArray, QString> m_words;
};

} // namespace odc
