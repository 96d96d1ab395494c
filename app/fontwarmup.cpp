// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fontwarmup.h"

#include "base/threadpriority.h"

#include <clocale>
#include <cstdlib>
#include <system_error>

#ifdef ODC_HAVE_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace odc {

namespace {

#ifdef ODC_HAVE_FONTCONFIG
void readFonts()
{
    // The program and the display exchange a hundred questions and answers meanwhile, and each would wait for a processor.
    // On two of them that took longer than the fonts do.
    standBehindTheOthers();
    FcInit();
}
#endif

} // namespace

FontWarmUp::FontWarmUp()
{
#ifdef ODC_HAVE_FONTCONFIG
    // Qt takes this one out of the environment while it connects to the display, and whoever reads the environment at that
    // moment may miss what stands behind it.
    if (std::getenv("DESKTOP_STARTUP_ID"))
        return;
    std::setlocale(LC_ALL, ""); // as Qt does in a moment: not while the files are read
    try {
        m_thread = std::thread(&readFonts);
    } catch (const std::system_error &) {
        // No thread: then it is done when the first font is asked for.
    }
#endif
}

void FontWarmUp::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace odc
