// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"

namespace odc {

class AuditLog;
class JobWatch;
class ObjectIndex;
class Session;
class TransferQueue;

/// What a page is made from: one open profile. All references outlive the page.
struct PageContext {
    ShellContext shell;
    Profile profile;
    Session &session;
    TransferQueue &transfers;
    ObjectIndex &index; ///< what was seen of this profile, by whoever asked
    JobWatch &watch;
    AuditLog &audit;

    /// Scope of settings that are remembered per profile: "files/<profile id>".
    QString scope(const QString &part) const { return part + u'/' + profile.id; }
};

} // namespace odc
