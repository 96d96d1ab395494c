// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QObject>

namespace odc {

class MessageBar;
class PageStack;

/// Says that the open profile has no key, where the page in front does not say it itself: one that is filled with what was
/// seen before looks as if all were well. Lives as long as the profile is open.
class KeyWatch final : public QObject
{
    Q_OBJECT
public:
    KeyWatch(const PageContext &context, const PageStack &pages, MessageBar &messages, QObject *parent);
    ~KeyWatch() override;

    /// Says it if it is to be said now, in the place of what is said.
    void say();

Q_SIGNALS:
    void profilesRequested();

private:
    /// The same, but only where nothing is said yet.
    void review();
    bool isDue() const;

    const Session &m_session;
    const PageStack &m_pages;
    MessageBar &m_messages;
    bool m_closed = false; ///< the person has read it
};

} // namespace odc
