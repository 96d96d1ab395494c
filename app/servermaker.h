// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace odc {

namespace server {
class LocalServer;
}

/// A local server that does not run yet; null, with a translated sentence, when the program's part that holds it cannot
/// be loaded. In any thread, and may read the disk.
///
/// There are two of these, and a program links one: what is always in the same file (linkedserver.cpp: tests), or what is
/// loaded when it is first wanted (loadedserver.cpp: the console). With HTTP, TLS and compression the server brings more
/// libraries than all the rest; whoever works with a project elsewhere never needs them, and they were a tenth of the
/// start.
std::shared_ptr<server::LocalServer> makeLocalServer(QString *error);

} // namespace odc
