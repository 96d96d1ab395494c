// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"

namespace odc::csv {

using namespace Qt::StringLiterals;

QString field(const QVariant &value)
{
    const bool isText = value.typeId() == QMetaType::QString;
    QString text = value.toString();
    if (isText && !text.isEmpty() && u"=+-@\t\r\n"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r')) {
        text.replace(u"\""_s, u"\"\""_s);
        text = u'"' + text + u'"';
    }
    return text;
}

} // namespace odc::csv
