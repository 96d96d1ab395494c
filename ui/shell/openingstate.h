// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/context/shellcontext.h"

#include <QObject>
#include <QTimer>

namespace odc {

class StateOverlay;

/// What is said in the middle of the window while a profile is being opened. When that takes a while (a keychain that asks
/// for its password, a server that starts), also how the profile stood when it was seen last.
class OpeningState final : public QObject
{
    Q_OBJECT
public:
    /// The overlay outlives this.
    OpeningState(const ShellContext &context, StateOverlay &overlay, QObject *parent);

    void begin(const Profile &profile);
    /// It is open, or could not be opened.
    void end();

private:
    void show(const QString &detail);
    void tellWhatWas();

    ShellContext m_context;
    StateOverlay &m_overlay;
    Profile m_profile;
    QTimer m_due;
};

} // namespace odc
