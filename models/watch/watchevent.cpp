// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchevent.h"

#include "base/format.h"
#include "index/objectarea.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 120; ///< characters; what became of it must be seen behind it

} // namespace

QString WatchEvent::sentence() const
{
    // Names come from the service: of any length, with line breaks, even with characters that end a text.
    const QString shortName = format::oneLine(name, longestName);
    return shortName.isEmpty()
               ? text
               : QCoreApplication::translate("WatchEvent", "%1: %2", "name of a thing, what became of it").arg(shortName, text);
}

QString WatchEvent::pageId() const
{
    return isTransfer() ? u"transfers"_s : areaOf(objectKind);
}

QString WatchEvent::objectId() const
{
    return objectKind == ObjectKind::StoreFile ? key.section(u'/', 0, 0) : key;
}

} // namespace odc
