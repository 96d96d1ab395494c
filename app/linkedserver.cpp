// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servermaker.h"

#include "localserver/localserver.h"

namespace odc {

std::shared_ptr<server::LocalServer> makeLocalServer(QString *)
{
    return std::make_shared<server::LocalServer>();
}

} // namespace odc
