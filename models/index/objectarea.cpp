// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectarea.h"

namespace odc {

using namespace Qt::StringLiterals;

QString areaOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::File:
        return u"files"_s;
    case ObjectKind::Batch:
        return u"batches"_s;
    case ObjectKind::Store:
    case ObjectKind::StoreFile:
        return u"stores"_s;
    case ObjectKind::Eval:
    case ObjectKind::EvalRun:
        return u"evals"_s;
    case ObjectKind::Job:
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        return u"finetuning"_s;
    }
    return {};
}

} // namespace odc
