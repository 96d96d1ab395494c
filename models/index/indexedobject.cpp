// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexedobject.h"

namespace odc {

using namespace Qt::StringLiterals;

QString storeFileKey(const QString &storeId, const QString &fileId)
{
    return storeId + u'/' + fileId;
}

QString IndexedObject::key() const
{
    return kind == ObjectKind::StoreFile ? storeFileKey(parentId, id) : id;
}

bool IndexedObject::isFinished() const
{
    switch (kind) {
    case ObjectKind::File:
    case ObjectKind::Eval:
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        return true;
    case ObjectKind::Store:
        return status != "in_progress"_L1;
    case ObjectKind::StoreFile:
        return status == "completed"_L1 || status == "failed"_L1 || status == "cancelled"_L1;
    case ObjectKind::Batch:
        return status == "completed"_L1 || status == "failed"_L1 || status == "expired"_L1 ||
               status == "cancelled"_L1;
    case ObjectKind::EvalRun: // in either spelling
        return status == "completed"_L1 || status == "failed"_L1 || status == "canceled"_L1 ||
               status == "cancelled"_L1;
    case ObjectKind::Job:
        return status == "succeeded"_L1 || status == "failed"_L1 || status == "cancelled"_L1;
    }
    return true;
}

bool IndexedObject::hasFailed() const
{
    switch (kind) {
    case ObjectKind::Batch:
        return status == "failed"_L1 || status == "expired"_L1 ||
               (status == "completed"_L1 && failed > 0 && done == 0);
    case ObjectKind::File:
        return status == "error"_L1;
    case ObjectKind::Store: // that it expires is what was asked of it
    case ObjectKind::StoreFile:
    case ObjectKind::EvalRun:
    case ObjectKind::Job:
        return status == "failed"_L1;
    case ObjectKind::Eval:
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        break;
    }
    return false;
}

} // namespace odc
