// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

struct Profile;

/// Begins the names of all files in which something is kept of a profile: its id, fit for a file system.
QString keptNameOfId(const QString &profileId);
/// What was seen at one place says nothing of another one: with the address, the organization and the project
/// another name goes with the same profile, and back again.
QString keptName(const Profile &profile);
/// Whether that is the name of this profile, at whatever place.
bool isKeptName(const QString &name, const QString &profileId);

} // namespace odc
