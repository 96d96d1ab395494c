// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "base/call.h"

#include <functional>

class QObject;

namespace odc {

class RequestQueue;

/// A model the project may use (`model`).
struct ModelObject
{
    QString id;
    QString ownedBy;
    std::optional<qint64> created; ///< unix seconds
    QString shutdownDate;          ///< "YYYY-MM-DD" or empty
    QJsonObject raw;

    static ModelObject fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
};

/// GET /models.
class ModelsApi
{
public:
    explicit ModelsApi(RequestQueue &queue);
    Call list(QObject *owner, std::function<void(Result<Page<ModelObject>>)> done);

private:
    RequestQueue &m_queue;
};

} // namespace odc
