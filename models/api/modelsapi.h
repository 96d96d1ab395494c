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

/// /models: list, retrieve, and the deletion of fine-tuned ones (WIRE §2, x3-x5). GUI thread.
class ModelsApi
{
public:
    explicit ModelsApi(RequestQueue &queue);
    Call list(QObject *owner, std::function<void(Result<Page<ModelObject>>)> done);
    Call retrieve(const QString &modelId, QObject *owner, std::function<void(Result<ModelObject>)> done);
    /// For good. True: deleted now; false: it was already gone.
    Call remove(const QString &modelId, QObject *owner, std::function<void(Result<bool>)> done);

    /// Below the base URL; empty, which the queue refuses, when the id cannot be part of a path.
    static QString path(const QString &modelId);

private:
    RequestQueue &m_queue;
};

} // namespace odc
