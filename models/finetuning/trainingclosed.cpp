// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingclosed.h"

#include "base/apierror.h"

#include <algorithm>
#include <array>

namespace odc {

using namespace Qt::StringLiterals;

bool saysTrainingIsClosed(const ApiError &error)
{
    if (error.httpStatus != 400 && error.httpStatus != 403 && error.httpStatus != 404 &&
        error.httpStatus != 410)
        return false;
    const QString said = (error.message + u' ' + error.code + u' ' + error.type).toLower();
    static constexpr std::array about{"fine-tun"_L1, "fine tun"_L1, "fine_tun"_L1, "finetun"_L1};
    static constexpr std::array ended{"no longer"_L1,    "not available"_L1, "unavailable"_L1, "deprecat"_L1,
                                      "discontinu"_L1,   "shut down"_L1,     "shutdown"_L1,    "sunset"_L1,
                                      "wound down"_L1,   "winding down"_L1,  "closed"_L1,      "retired"_L1,
                                      "not eligible"_L1, "ineligible"_L1};
    const auto speaksOf = [&said](const auto &words) {
        return std::any_of(words.begin(), words.end(),
                           [&said](QLatin1StringView word) { return said.contains(word); });
    };
    // What is refused of one model or file is no word on the service.
    const bool ofSomething = error.param == "model"_L1 || error.param.endsWith("_file"_L1);
    return !ofSomething && speaksOf(about) && speaksOf(ended);
}

} // namespace odc
