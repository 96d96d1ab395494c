// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server as a part that a program loads when it wants it. The name of its one function holds the version and a digest of
// the interface: a program that has been running since before an upgrade does not call what it does not know.
#include "localserver/localserver.h"

extern "C" Q_DECL_EXPORT odc::server::LocalServer *ODC_SERVER_FUNCTION()
{
    return new odc::server::LocalServer;
}
