// SPDX-License-Identifier: GPL-3.0-or-later
// What the attributes pane says of the list and of what is staged, and how that is sent.
#include "attributespane.h"

#include "api/session.h"
#include "base/format.h"
#include "lists/attributesmodel.h"
#include "lists/filterproxy.h"
#include "ui/actions/menus.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/stores/attributesediting.h"
#include "ui/pages/stores/attributesreviewdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAction>
#include <QPushButton>

#include <memory>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto loadKey = "load"_L1;
constexpr auto readOnlyKey = "readOnly"_L1;
constexpr auto conflictKey = "conflict"_L1;

} // namespace

void AttributesPane::showStaged()
{
    const int changes = m_model ? m_model->changeCount() : 0;
    const int conflicts = m_model ? m_model->conflictCount() : 0;
    QStringList parts;
    if (changes > 0)
        parts << tr("in %Ln file(s)", nullptr, m_model->changedFileCount());
    if (conflicts > 0)
        parts << tr("%Ln conflict(s)", nullptr, conflicts);
    m_summary->setText(parts.join(u" · "_s));
    m_summary->setToolTip(m_summary->text());
    // Before its buttons go dead, or go: Qt would give the keyboard to whatever comes next in the window.
    const QWidget *focus = window()->focusWidget();
    if (focus && m_staged->isAncestorOf(focus) && (changes == 0 || m_sending > 0))
        m_grid->setFocus(Qt::OtherFocusReason);
    m_staged->setVisible(changes > 0);
    m_summary->setToken(conflicts > 0 ? Token::Warn : Token::Secondary);
    const bool canSend = changes > 0 && m_sending == 0;
    m_review->setEnabled(canSend);
    m_discard->setEnabled(canSend);
    m_reviewButton->setEnabled(canSend);
    m_reviewButton->setText(changes > 0 ? tr("Review changes (%1)…").arg(format::number(changes))
                                        : tr("Review changes…"));
    m_editing->enableActions();
}

void AttributesPane::showState()
{
    StateOverlay::State state;
    const LoadState load = m_model ? m_model->loadState() : LoadState::Idle;
    const bool isLoading = load == LoadState::Loading;
    m_stop->setVisible(isLoading && m_model->refreshedAt() == 0);
    m_refresh->setVisible(!m_stop->isVisible());
    m_refresh->setEnabled(m_model && !isLoading);
    if (!m_model) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Stores;
        state.sentence = tr("Choose a store to see the attributes of its files.");
    } else if (m_model->rowCount() > 0) {
        if (m_proxy->rowCount() == 0) {
            state.kind = StateOverlay::Kind::Empty;
            state.icon = Icon::Filter;
            state.sentence = tr("No file matches the filter.");
            state.actionText = tr("Clear filter");
        }
    } else if (isLoading || load == LoadState::Idle) {
        state.kind = StateOverlay::Kind::Loading;
        state.sentence = tr("Loading the files…");
        state.actionText = isLoading ? tr("Stop") : QString();
    } else if (load == LoadState::Failed || load == LoadState::Unavailable) {
        const ApiError &error = m_model->loadError();
        state.kind = StateOverlay::Kind::Error;
        state.sentence =
            error.kind == ApiError::Kind::NotFound ? tr("This store is gone.") : error.headline();
        state.detail = error.message;
        state.actionText = tr("Try again");
    } else {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::File;
        state.sentence =
            load == LoadState::Stopped ? tr("Loading was stopped.") : tr("This store has no files yet.");
        state.detail = load == LoadState::Stopped
                           ? QString()
                           : tr("Files that are put into it are listed here, with their attributes.");
        state.actionText = load == LoadState::Stopped ? tr("Load all") : QString();
    }
    m_overlay->setState(state);
    m_editing->enableActions();
    if (!m_model || m_model->rowCount() == 0)
        return;
    // With rows on the screen trouble must not hide them.
    if (load == LoadState::Failed) {
        Message message;
        message.kind = Message::Kind::Error;
        message.key = loadKey;
        message.text = tr("The files could not be read anew: %1. What is staged is kept.")
                           .arg(m_model->loadError().headline());
        message.details = m_model->loadError().details();
        message.actionText = tr("Try again");
        m_messages->showMessage(message);
    } else if (load == LoadState::Stopped) {
        Message message;
        message.key = loadKey;
        message.text = tr("Loading was stopped; files are missing.");
        message.actionText = tr("Load all");
        m_messages->showMessage(message);
    } else if (load == LoadState::Ready && m_messages->message().key == loadKey) {
        m_messages->dismiss(loadKey);
        sayReadOnly();
    }
}

void AttributesPane::sayReadOnly()
{
    if (!m_model || m_model->readOnlyReason().isEmpty())
        return;
    Message message;
    message.key = readOnlyKey;
    message.text =
        tr("%1: attributes can be read, copied and exported, not edited.").arg(m_model->readOnlyReason());
    m_messages->showMessage(message);
}

void AttributesPane::openReview()
{
    if (!m_model || m_model->changeCount() == 0 || m_sending > 0)
        return;
    QList<ReviewedChange> reviewed;
    for (const AttributeChange &change : m_model->changes()) {
        const int row = m_model->rowOf(change.fileId);
        const int column = m_model->keyColumn(change.key);
        reviewed.append(
            {change, m_model->isConflict(row, column), m_model->problem(row, column, change.after)});
    }
    auto *dialog =
        new AttributesReviewDialog(m_context.shell.theme, reviewed, m_context.profile.production, this);
    // Another store may come to be shown meanwhile, and the same files may be in it.
    connect(dialog, &AttributesReviewDialog::chosen, this,
            [this, storeId = m_store.id, title = m_store.title()](const QList<AttributeChange> &changes) {
                send(storeId, title, changes);
            });
    dialog->open();
}

void AttributesPane::send(const QString &storeId, const QString &title, const QList<AttributeChange> &changes)
{
    if (changes.isEmpty())
        return;
    auto *job = new AttributesJob(m_context.session, storeId, changes);
    auto seen = std::make_shared<QHash<QString, StoreFile>>();
    const auto learn = [this, storeId](const StoreFile &file) {
        if (AttributesModel *model = m_models.value(storeId))
            model->learn({file});
    };
    connect(job, &AttributesJob::fileSeen, this, [seen, learn](const StoreFile &file) {
        seen->insert(file.id, file);
        learn(file);
    });
    connect(job, &BulkJob::progressChanged, this, [this, job, running = false]() mutable {
        const bool now =
            job->state() == BulkJob::State::Running; // also when its report is asked to try again
        if (now != running)
            m_sending += now ? 1 : -1;
        running = now;
        showStaged();
    });
    connect(job, &BulkJob::finished, this, [this, job, seen, storeId] {
        if (!seen->isEmpty())
            Q_EMIT attributesChanged(storeId, std::exchange(*seen, {}).values());
        AttributesModel *model = m_models.value(storeId);
        if (model && job->count(BulkItem::State::Done) + job->count(BulkItem::State::Failed) > 0)
            model->forgetSteps();
        const int conflicts = int(job->conflicts().size());
        if (conflicts > 0 && storeId == m_store.id) {
            Message message;
            message.kind = Message::Kind::Warning;
            message.key = conflictKey;
            message.text = tr("%Ln cell(s) were changed by somebody else meanwhile and were not overwritten. "
                              "They stay staged.",
                              nullptr, conflicts);
            message.actionText = tr("Review again…");
            m_messages->showMessage(message);
        }
    });
    m_jobs->run(job, {storeId, title});
}

void AttributesPane::showContextMenu(const QPoint &pos)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    m_editing->enableActions();
    m_showFile->setEnabled(m_grid->currentIndex().isValid());
    QList<QAction *> actions = m_editing->cellActions();
    actions << nullptr << m_showFile;
    popUpMenu(this, actions, m_grid->viewport()->mapToGlobal(pos));
}

} // namespace odc
