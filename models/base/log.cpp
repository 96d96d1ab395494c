// SPDX-License-Identifier: GPL-3.0-or-later
#include "log.h"

namespace odc {

Q_LOGGING_CATEGORY(logNet, "odc.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logApi, "odc.api", QtWarningMsg)
Q_LOGGING_CATEGORY(logTransfers, "odc.transfers", QtWarningMsg)
Q_LOGGING_CATEGORY(logSettings, "odc.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "odc.ui", QtWarningMsg)

} // namespace odc
