// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace odc::server {

/**
 * What the text of a file asks of the store that it is put into, so that clients can be tried on everything
 * that can happen to a file. The first one counts:
 *
 *   [[never]]              stays in_progress until it is cancelled or taken out
 *   [[server error]]       fails with the code server_error
 *   [[server error once]]  fails so at first, and is indexed when it is attached once more
 */
enum class FileDirective { None, Never, ServerError, ServerErrorOnce };

FileDirective directiveIn(QStringView text);

} // namespace odc::server
