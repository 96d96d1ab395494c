// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc {

struct ApiError;

/// Whether the service refused a new job because it makes none any more: for this account, or for nobody. It
/// says so in words only, with a status that may mean other things too.
bool saysTrainingIsClosed(const ApiError &error);

} // namespace odc
