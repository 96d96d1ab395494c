// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QObject>

namespace odc {

class MessageBar;
class ObjectIndex;

/// Says at the opening of a profile that a clean-up of an earlier run did not come to its end. Lives as long
/// as the profile is open.
class CleaningWatch final : public QObject
{
    Q_OBJECT
public:
    CleaningWatch(const PageContext &context, MessageBar &messages, QObject *parent);
    ~CleaningWatch() override;

Q_SIGNALS:
    /// The person chose what is to become of it: an action of the Files page.
    void actionWanted(const QString &name);

private:
    void choose(const QString &key, const QString &action);
    /// The journal goes once what it says is in the index's file.
    void forgetSoon(ObjectIndex &index, const QString &journal, const QString &id);

    MessageBar &m_messages;
};

} // namespace odc
