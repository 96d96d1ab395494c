// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plaintooltip.h"

#include "base/format.h"

namespace odc {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return u"<qt style='white-space:pre-wrap'>"_s + format::severalLines(text).toHtmlEscaped() + u"</qt>"_s;
}

} // namespace odc
