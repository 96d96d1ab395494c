// SPDX-License-Identifier: GPL-3.0-or-later
#include "liststates.h"

#include "lists/rowmodelbase.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAbstractItemView>
#include <QAction>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The message about how loading went.
constexpr auto loadKey = "load"_L1;

QString plainText(const QAction *action)
{
    return action->text().remove(u'&');
}

} // namespace

ListStates::ListStates(const Theme &theme, RowModelBase &model, QAbstractItemView *view, MessageBar &messages,
                       const Actions &actions)
    : QObject(view), m_model(model), m_messages(messages), m_refresh(actions.refresh), m_stop(actions.stop),
      m_overlay(new StateOverlay(theme, view))
{
    connect(m_refresh, &QAction::triggered, this, [this] {
        m_asked = true;
        Q_EMIT refreshWanted();
    });
    connect(m_stop, &QAction::triggered, this, &ListStates::stopWanted);
    connect(m_overlay, &StateOverlay::secondTriggered, m_refresh, &QAction::trigger);
    connect(&messages, &MessageBar::choiceTriggered, this, [this](const QString &key) {
        if (key == loadKey)
            Q_EMIT profileRequested();
    });
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == loadKey)
            m_refresh->trigger(); // as if pressed: what a person asks for shows that it goes on
    });
}

void ListStates::show(int shownRows, const QString &filterError)
{
    const LoadState state = m_model.loadState();
    // A poll in the background changes nothing on the screen but what is new.
    const bool loading = state == LoadState::Loading && (m_asked || m_model.refreshedAt() == 0);
    if (state != LoadState::Loading && state != LoadState::Idle)
        m_asked = false;
    m_stop->setEnabled(loading);
    m_stop->setVisible(loading);
    m_refresh->setVisible(!loading && m_texts.refreshable);
    const bool hasRows = m_model.rowCount() > 0;
    const ApiError &error = m_model.loadError();
    // Trying again helps only once the key is another one, or is allowed more.
    const bool wantsKey = error.kind == ApiError::Kind::Unauthorized || error.kind == ApiError::Kind::NoKey;
    StateOverlay::State shown;
    if (shownRows > 0) {
        shown.kind = StateOverlay::Kind::None;
    } else if (hasRows && m_model.isSearching()) {
        shown.kind = StateOverlay::Kind::Loading;
        shown.sentence = tr("Searching…");
    } else if (hasRows) {
        shown.kind = StateOverlay::Kind::Empty;
        shown.icon = Icon::Filter;
        shown.sentence = tr("Nothing matches the filter.");
        shown.detail = filterError;
        shown.actionText = tr("Clear filter");
    } else if (state == LoadState::Loading || state == LoadState::Idle) {
        shown.kind = StateOverlay::Kind::Loading;
        shown.sentence = tr("Loading…");
        if (loading)
            shown.actionText = tr("Stop");
    } else if (state == LoadState::Failed) {
        shown.kind = StateOverlay::Kind::Error;
        shown.sentence = error.headline();
        // What a server says need not end like a sentence.
        const bool open = !error.message.isEmpty() && !u".!?…"_s.contains(error.message.back());
        shown.detail = QStringList{open ? error.message + u'.' : error.message, error.advice()}.join(u' ').trimmed();
        shown.actionText = wantsKey ? tr("Edit profile…") : tr("Try again");
        shown.primary = wantsKey;
        if (error.kind == ApiError::Kind::NoKey)
            shown.icon = Icon::Key; // nothing was asked, so there is nothing to try again
        else if (wantsKey)
            shown.secondText = tr("Try again");
    } else if (state == LoadState::Unavailable) {
        shown.kind = StateOverlay::Kind::Unavailable;
        shown.sentence = m_texts.unavailable;
        shown.detail = error.message;
        shown.actionText = m_texts.unavailableAction ? plainText(m_texts.unavailableAction) : tr("Try again");
    } else {
        shown.kind = StateOverlay::Kind::Empty;
        shown.icon = m_texts.icon;
        shown.sentence = m_texts.emptySentence;
        shown.detail = m_texts.emptyHint;
        if (m_texts.emptyAction)
            shown.actionText = plainText(m_texts.emptyAction);
    }
    m_overlay->setState(shown);
    disconnect(m_overlay, &StateOverlay::actionTriggered, this, nullptr);
    connect(m_overlay, &StateOverlay::actionTriggered, this, [this, kind = shown.kind, hasRows, wantsKey] {
        if (kind == StateOverlay::Kind::Loading)
            m_stop->trigger();
        else if (kind == StateOverlay::Kind::Error && wantsKey)
            Q_EMIT profileRequested();
        else if (kind == StateOverlay::Kind::Unavailable && m_texts.unavailableAction)
            m_texts.unavailableAction->trigger();
        else if (kind == StateOverlay::Kind::Error || kind == StateOverlay::Kind::Unavailable)
            m_refresh->trigger();
        else if (hasRows)
            Q_EMIT filterUnwanted();
        else if (m_texts.emptyAction)
            m_texts.emptyAction->trigger();
    });
    // With rows on the screen an error must not hide them: it is said in the bar.
    if (state == LoadState::Failed && hasRows) {
        Message message;
        message.kind = Message::Kind::Error;
        message.key = loadKey;
        message.text = tr("The list could not be refreshed: %1.").arg(error.headline());
        message.details = error.details();
        if (error.kind != ApiError::Kind::NoKey)
            message.actionText = tr("Try again");
        if (wantsKey)
            message.choices = {{u"profile"_s, tr("Edit profile…")}};
        m_messages.showMessage(message);
    } else if (state == LoadState::Stopped && hasRows) {
        Message message;
        message.kind = Message::Kind::Info;
        message.key = loadKey;
        message.text = tr("Loading was stopped; the list may not be whole.");
        message.actionText = tr("Load all");
        m_messages.showMessage(message);
    } else if (state == LoadState::Ready) {
        m_messages.dismiss(loadKey);
    }
}

} // namespace odc
