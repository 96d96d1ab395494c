// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/graders/modelanswers.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds the two operations that try graders: run and validate. They store nothing. */
void addGraderRoutes(Router &router, ModelAnswers &models);

} // namespace odc::server
