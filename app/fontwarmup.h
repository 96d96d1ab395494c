// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace odc {

/// Has fontconfig read its files on another thread, while the program connects to the display: else the first text that
/// is measured waits for that, some milliseconds of every start. Does nothing where fontconfig is not.
class FontWarmUp
{
public:
    FontWarmUp();
    ~FontWarmUp() { wait(); }
    FontWarmUp(const FontWarmUp &) = delete;
    FontWarmUp &operator=(const FontWarmUp &) = delete;

    /// Until it is done. To be called before any font is asked for: two at a time would both do all of it.
    void wait();

private:
    std::thread m_thread;
};

} // namespace odc
