// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/files/filespage.h"
#include "ui/pages/areapage.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

QList<PageInfo> pageList()
{
    return {
        {u"files"_s, Icon::File, QCoreApplication::translate("PageList", "Files"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new FilesPage(context, parent); }},
    };
}

} // namespace odc
