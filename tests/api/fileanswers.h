// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apibench.h"

#include <QJsonDocument>

namespace odc::test {

using namespace Qt::StringLiterals;

inline QByteArray fileJson(const QString &id, const QString &name = u"a.jsonl"_s, qint64 bytes = 3,
                    std::optional<qint64> created = 1'760'000'000)
{
    QJsonObject object{{u"id"_s, id}, {u"filename"_s, name}, {u"bytes"_s, bytes}, {u"purpose"_s, u"batch"_s}};
    if (created)
        object.insert(u"created_at"_s, *created);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline FakeReply page(const QByteArrayList &items, bool more = false)
{
    return FakeReply::json("{\"object\":\"list\",\"data\":[" + items.join(',') +
                           "],\"has_more\":" + (more ? "true" : "false") + "}");
}

} // namespace odc::test
