// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

/// What a person typed as the proxy of a profile. One place decides what is accepted, for those who check it and those
/// who use it: "" = the system's, "none", "http://host:port", "socks5://host:port".
struct ProxyAddress {
    enum class Kind { System, None, Http, Socks5 };
    enum class Problem {
        Fine,
        NoAddress, ///< none of the forms above
        UserInfo   ///< holds a user name or password, which would be written to disk
    };

    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
    Problem problem = Problem::Fine; ///< unless Fine, nothing may be sent

    static ProxyAddress fromText(const QString &text);
    /// Translated; empty when fine. Never holds what was typed.
    QString sentence() const;
};

} // namespace odc
