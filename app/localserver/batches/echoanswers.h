// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/lineanswers.h"

namespace odc::server {

/**
 * The built-in in place of every endpoint: it repeats what it was asked, behind its name, refuses what the
 * endpoint would refuse, and does what a LineDirective in the request asks for.
 */
class EchoAnswers final : public LineAnswers
{
public:
    LineOutcome answer(const LineRequest &request) override;
};

} // namespace odc::server
