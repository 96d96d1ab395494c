// SPDX-License-Identifier: GPL-3.0-or-later
// What the permissions pane says of how things stand.
#include "permissionspane.h"

#include "api/session.h"
#include "base/format.h"
#include "finetuning/permissionsloader.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAction>
#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto loadKey = "load"_L1;
constexpr auto keyKey = "key"_L1;

} // namespace

void PermissionsPane::showState()
{
    const QList<PermissionsModel::Checkpoint> &checkpoints = m_model->checkpoints();
    const auto all = [&](PermissionsLoader::State state) {
        return std::all_of(
            checkpoints.begin(), checkpoints.end(), [&](const PermissionsModel::Checkpoint &checkpoint) {
                return m_loader->stateOf(checkpoint.model) == state && !m_loader->isKnown(checkpoint.model);
            });
    };
    const bool anyKnown = std::any_of(checkpoints.begin(), checkpoints.end(), [&](const auto &checkpoint) {
        return m_loader->isKnown(checkpoint.model);
    });
    const ApiError refused = refusal();
    StateOverlay::State state;
    if (m_job.id.isEmpty()) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Finetune;
        state.sentence = tr("Choose a job to see who may use its checkpoints.");
    } else if (!m_context.session.hasAdminKey()) {
        state.kind = StateOverlay::Kind::Unavailable;
        state.icon = Icon::Key;
        state.sentence = tr("Permissions need an admin key.");
        state.detail =
            m_context.profile.temporary
                ? tr("Which projects may use a checkpoint is for administrators of the organisation to say. "
                     "Set OPENAI_ADMIN_KEY and start the console again.\n"
                     "The key is made in the organisation's settings, under Admin keys. It goes along with "
                     "these three calls only: list, grant and revoke.")
                : tr("Which projects may use a checkpoint is for administrators of the organisation to say. "
                     "An admin key is made in the organisation's settings, under Admin keys.\n"
                     "Put it into the profile: it is kept apart from the project's key, and goes along with "
                     "these three calls only: list, grant and revoke.");
        state.actionText = m_context.profile.temporary ? QString() : tr("Open the profile…");
        state.primary = true;
    } else if (checkpoints.isEmpty()) {
        if (m_state == LoadState::Idle || m_state == LoadState::Loading) {
            state.kind = StateOverlay::Kind::Loading;
            state.sentence = tr("Loading the checkpoints…");
        } else if (m_state == LoadState::Failed || m_state == LoadState::Unavailable) {
            state.kind = StateOverlay::Kind::Error;
            state.sentence = m_error.headline();
            state.detail = QStringList{m_error.message, m_error.advice()}.join(u' ').trimmed();
            state.actionText = tr("Try again");
        } else {
            state.kind = StateOverlay::Kind::Empty;
            state.icon = Icon::Key;
            state.sentence = m_job.isFinished() ? tr("This job left nothing that others could use.")
                                                : tr("There is nothing yet that others could use.");
            state.detail =
                m_job.isFinished() ? QString() : tr("Checkpoints appear at the end of each epoch.");
        }
    } else if (!anyKnown && refused.kind != ApiError::Kind::None) {
        state.kind = StateOverlay::Kind::Unavailable;
        state.icon = Icon::Key;
        state.sentence = tr("The service does not take the profile's admin key as one.");
        state.detail =
            tr("Permissions need the key of an administrator of the organisation; they usually begin with "
               "sk-admin-.") +
            (refused.message.isEmpty() ? QString() : u'\n' + format::oneLine(refused.message));
        state.actionText = m_context.profile.temporary ? QString() : tr("Open the profile…");
        state.secondText = tr("Try again");
    } else if (!anyKnown && all(PermissionsLoader::State::Failed)) {
        const ApiError error = m_loader->errorOf(checkpoints.first().model);
        state.kind = StateOverlay::Kind::Error;
        state.sentence = error.headline();
        state.detail = QStringList{error.message, error.advice()}.join(u' ').trimmed();
        state.actionText = tr("Try again");
    } else if (!anyKnown) {
        state.kind = StateOverlay::Kind::Loading;
        state.sentence = tr("Loading the permissions…");
    } else if (m_model->rowCount() == 0) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Key;
        state.sentence = tr("No other project may use these checkpoints.");
        state.detail = tr("Add a project of the organisation to let it use them.");
        state.actionText = readOnlyReason().isEmpty() ? tr("Add project…") : QString();
        state.primary = true;
    }
    m_overlay->setState(state);
    m_grid->horizontalHeader()->setVisible(state.kind == StateOverlay::Kind::None);
    m_grid->setFrozenShown(state.kind == StateOverlay::Kind::None);
    m_grid->horizontalHeader()->viewport()->update(); // of a list that failed it says so
    QStringList parts;
    if (anyKnown && m_model->rowCount() > 0) {
        const int granted = m_model->grantedProjects();
        parts << (granted > 0 ? tr("%Ln project(s) may use them", nullptr, granted)
                              : tr("no project may use them"));
        if (m_loader->isLoading())
            parts << tr("reading…");
    }
    m_summary->setFullText(parts.join(u" · "_s));
    showTrouble();
    showActions();
}

void PermissionsPane::showTrouble()
{
    const QList<PermissionsModel::Checkpoint> &checkpoints = m_model->checkpoints();
    QStringList failed;
    ApiError error;
    for (const PermissionsModel::Checkpoint &checkpoint : checkpoints) {
        if (m_loader->stateOf(checkpoint.model) == PermissionsLoader::State::Failed) {
            failed << checkpoint.title;
            error = m_loader->errorOf(checkpoint.model);
        }
    }
    // With nothing else in view, all of the room says it.
    if (failed.isEmpty() || m_overlay->kind() != StateOverlay::Kind::None) {
        m_messages->dismiss(loadKey);
        m_messages->dismiss(keyKey);
        return;
    }
    if (m_loader->isLoading())
        return; // others may fail as well: once is enough
    const ApiError refused = refusal();
    Message message;
    message.kind = Message::Kind::Error;
    if (refused.kind != ApiError::Kind::None) {
        message.key = keyKey;
        message.text = tr("The service does not take the profile's admin key as one.");
        message.details = refused.details();
        message.actionText = m_context.profile.temporary ? QString() : tr("Open the profile…");
    } else {
        message.key = loadKey;
        message.text =
            tr("The permissions of %1 could not be read: %2.").arg(failed.join(u", "_s), error.headline());
        message.details = error.details();
        message.actionText = tr("Try again");
    }
    m_messages->showMessage(message);
}

void PermissionsPane::showStateLater()
{
    if (std::exchange(m_stateDue, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_stateDue = false;
            showState();
        },
        Qt::QueuedConnection);
}

void PermissionsPane::showActions()
{
    const bool usable = m_overlay->kind() == StateOverlay::Kind::None;
    const QString forbidden = readOnlyReason();
    const QList<Target> meant = usable ? targets() : QList<Target>();
    const int grants = int(std::count_if(meant.begin(), meant.end(), canGrant));
    const int revocations = int(std::count_if(meant.begin(), meant.end(), canRevoke));
    m_grant->setText(grants > 1 ? tr("&Grant %Ln…", nullptr, grants) : tr("&Grant"));
    m_revoke->setText(revocations > 1 ? tr("Re&voke %Ln…", nullptr, revocations) : tr("Re&voke…"));
    m_grant->setEnabled(forbidden.isEmpty() && grants > 0);
    m_revoke->setEnabled(forbidden.isEmpty() && revocations > 0);
    m_grant->setToolTip(!forbidden.isEmpty() ? forbidden
                        : grants > 0 ? tr("Let the selected projects use the selected checkpoints (Space)")
                                     : tr("Select where a project may not use a checkpoint yet"));
    m_revoke->setToolTip(!forbidden.isEmpty() ? forbidden
                         : revocations > 0    ? tr("Take the selected permissions away (Space)")
                                              : tr("Select where a project may use a checkpoint"));
    const bool canAdd = m_context.session.hasAdminKey() && !m_model->checkpoints().isEmpty() &&
                        m_loader->isKnown(m_model->checkpoints().first().model);
    m_add->setEnabled(forbidden.isEmpty() && canAdd);
    m_add->setToolTip(forbidden.isEmpty() ? tr("Add a project that is not in the list yet") : forbidden);
    m_copy->setEnabled(!meant.isEmpty());
    m_export->setEnabled(usable && m_model->rowCount() > 0);
    m_refresh->setEnabled(m_context.session.hasAdminKey() && !m_model->checkpoints().isEmpty() &&
                          !m_loader->isLoading());
}

} // namespace odc
