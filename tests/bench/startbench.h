// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// From the start of the program to the first page with something on it, of a profile of which 100,000 objects are
/// known, beside a window of Qt Widgets with nothing in it; then until a list of 100,000 files is filled. The server of
/// the profile does not answer. On the platform that the environment says: under X11 by `xvfb-run`.
void starting(int runs);

} // namespace odc::bench
