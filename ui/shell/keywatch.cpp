// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keywatch.h"

#include "api/session.h"
#include "index/objectindex.h"
#include "transfers/transferqueue.h"
#include "ui/pages/areapage.h"
#include "ui/shell/pagestack.h"
#include "ui/widgets/messagebar.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto noKey = "noKey"_L1;

}

KeyWatch::KeyWatch(const PageContext &context, const PageStack &pages, MessageBar &messages, QObject *parent)
    : QObject(parent), m_session(context.session), m_pages(pages), m_messages(messages)
{
    if (!m_session.lacksKey())
        return;
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == noKey)
            Q_EMIT profilesRequested();
    });
    connect(&messages, &MessageBar::closed, this, [this](const QString &key) {
        m_closed = m_closed || key == noKey;
    });
    // Later: by then it is known who took it away.
    connect(&messages, &MessageBar::wentAway, this, &KeyWatch::review, Qt::QueuedConnection);
    // After what the queue says: there is room for one message, and without a key nothing of it goes on.
    connect(&context.transfers, &TransferQueue::opened, this, [this](int, const QStringList &problems) {
        if (problems.isEmpty()) // those are told once
            say();
    });
    connect(&context.index, &ObjectIndex::loaded, this, &KeyWatch::review); // only now the page may be filled
    connect(&pages, &PageStack::shown, this, &KeyWatch::review);
    connect(&pages, &PageStack::statusChanged, this, &KeyWatch::review);
}

KeyWatch::~KeyWatch()
{
    m_messages.dismiss(noKey);
}

bool KeyWatch::isDue() const
{
    return !m_closed && m_session.lacksKey() && m_pages.current() && m_pages.current()->isFilled();
}

void KeyWatch::review()
{
    if (!m_messages.isShowing() || m_messages.message().key == noKey)
        say();
}

void KeyWatch::say()
{
    if (!isDue()) {
        m_messages.dismiss(noKey);
        return;
    }
    Message message;
    message.kind = Message::Kind::Warning;
    message.key = noKey;
    message.text = tr("This profile has no API key: what you see is of before, and nothing can be changed.");
    message.actionText = tr("Profiles…");
    m_messages.showMessage(message);
}

} // namespace odc
