// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

namespace odc {

/// The area of the console in which objects of a kind are shown, by the id of its page: "files", "batches", "stores",
/// "evals", "finetuning".
QString areaOf(ObjectKind kind);

} // namespace odc
