// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::server {

/**
 * What a line asks the echo to do instead of answering, written into its last user message (or its input or
 * prompt), so that clients can be tried on everything that can happen to a line. The first one counts:
 *
 *   [[status N]]   fails with the HTTP status N, 400 to 599, or 0
 *   [[timeout]]    fails without an HTTP status: "request_timeout"
 *   [[never]]      is not answered, so that the batch goes on until it is cancelled or expires
 *   [[missing]]    is in neither file, though the batch completes
 *   [[twice]]      is answered by two lines
 *
 * With "before K" behind the word, as in [[status 429 before 2]], only in batches whose metadata has an
 * odc_attempt below K; one without is attempt 0. [[once N]] is [[status N before 1]]: it fails at first, and
 * is answered when it is sent again.
 */
struct LineDirective
{
    enum class Kind { None, Status, Timeout, Never, Missing, Twice };
    Kind kind = Kind::None;
    int status = 0;
};

/** What \p text asks for in that attempt. */
LineDirective directiveIn(const QString &text, qint64 attempt);

} // namespace odc::server
