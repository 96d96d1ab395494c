// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "api/rawobject.h"
#include "base/call.h"

#include <functional>

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
};

/// Any list, its objects as they come. Stands back behind what a person waits for. Callbacks as in
/// RequestQueue::send; pages are parsed on the pool when they are long.
class RawApi
{
public:
    explicit RawApi(RequestQueue &queue);

    Call list(const RawListQuery &query, QObject *owner, std::function<void(Result<Page<RawObject>>)> done);

private:
    RequestQueue &m_queue;
};

} // namespace odc
