// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "api/rawobject.h"
#include "base/call.h"

#include <functional>
#include <optional>

class QObject;

namespace odc {

class RequestQueue;

/// Parameters of a list that is only copied; unset ones are not sent.
struct RawListQuery
{
    QString path; ///< below the base URL; empty, which is refused, when an id cannot be part of a path
    int limit = 0;
    QString order; ///< "asc" or "desc"
    QString after;
    bool needsAdminKey = false;
};

/// An answer that is one JSON object, as it came.
struct RawDocument
{
    QByteArray json;
    QByteArray digest; ///< SHA-256 of `json` in hexadecimal digits
    bool whole = true; ///< the server did not say that there is more of it
};

/// Any list, its objects as they come. Stands back behind what a person waits for. Callbacks as in
/// RequestQueue::send; pages are parsed on the pool when they are long.
class RawApi
{
public:
    explicit RawApi(RequestQueue &queue);

    Call list(const RawListQuery &query, QObject *owner, std::function<void(Result<Page<RawObject>>)> done);
    /// `path` as in a RawListQuery. `whole`: whether an answer is all there is; nothing: it is not what it
    /// should be, BadResponse then. A pure function: it runs on the pool when the answer is long. Sent once:
    /// who copies many of them knows whether it is this one only that fails.
    Call document(const QString &path, std::function<std::optional<bool>(const QJsonObject &)> whole,
                  QObject *owner, std::function<void(Result<RawDocument>)> done);

private:
    RequestQueue &m_queue;
};

} // namespace odc
