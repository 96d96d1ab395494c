// SPDX-License-Identifier: GPL-3.0-or-later
#include "call.h"

namespace odc {

Call::Call(CallState *state) : m_state(state) { }

void Call::cancel()
{
    if (m_state)
        m_state->cancel();
}

} // namespace odc
