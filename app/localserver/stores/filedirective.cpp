// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/filedirective.h"

#include <QLatin1String>

#include <utility>

using namespace Qt::StringLiterals;

namespace odc::server {

FileDirective directiveIn(QStringView text)
{
    constexpr std::pair<QLatin1String, FileDirective> directives[] = {
        {"[[never]]"_L1, FileDirective::Never},
        {"[[server error]]"_L1, FileDirective::ServerError},
        {"[[server error once]]"_L1, FileDirective::ServerErrorOnce},
    };
    for (qsizetype at = text.indexOf("[["_L1); at >= 0; at = text.indexOf("[["_L1, at + 1)) {
        for (const auto &[word, directive] : directives) {
            if (text.sliced(at).startsWith(word))
                return directive;
        }
    }
    return FileDirective::None;
}

} // namespace odc::server
