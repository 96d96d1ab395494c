// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/readanswer.h"

#include <QSet>

#include <simdjson.h>

#include <optional>

namespace odc {

/// Reads objects of the API out of JSON that may miss anything but the id. Only for .cpp files. One thread.
class ObjectReader
{
public:
    /// The kind that `object` says it is of; none when it says another one than those that are remembered. An
    /// upload that is done says of which file.
    static std::optional<ObjectKind> kindOf(simdjson::dom::object object);
    /// None when it has no id, and `id` is empty. `parentId` is where the object does not say inside of which
    /// it is.
    std::optional<ReadObject> read(ObjectKind kind, simdjson::dom::object object, const QString &id,
                                   const QString &parentId);

    static constexpr qsizetype mostRaw = 64 * 1024;

private:
    /// The same text once in memory: of words that thousands of objects have.
    QString shared(const QString &text);

    QSet<QString> m_words;
};

} // namespace odc
