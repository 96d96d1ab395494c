// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfercommands.h"

#include "base/format.h"
#include "transfers/transferqueue.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/lostanswerdialog.h"
#include "ui/pages/transfers/revealfile.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QFileInfo>
#include <QTimer>

#include <climits>

namespace odc {

using namespace Qt::StringLiterals;
using State = TransferRecord::State;

namespace {

bool mayPause(const TransferRecord &record)
{
    return record.isActive();
}

bool mayResume(const TransferRecord &record)
{
    return record.state == State::Paused;
}

bool mayRetry(const TransferRecord &record)
{
    return record.state == State::Failed || record.state == State::Cancelled;
}

/// A failed one that left something at the server or on the disk can be cancelled for good.
bool mayCancel(const TransferRecord &record)
{
    return record.isActive() || record.state == State::Paused
        || (record.state == State::Failed && (!record.uploadId.isEmpty() || !record.partPath.isEmpty()));
}

bool mayRemove(const TransferRecord &record)
{
    return record.hasEnded();
}

bool mayMove(const TransferRecord &record)
{
    return record.state == State::Queued || record.state == State::Paused;
}

bool isUnknown(const TransferRecord &record)
{
    return record.state == State::Unknown;
}

bool hasFinished(const TransferRecord &record)
{
    return record.state == State::Completed || record.state == State::Cancelled;
}

/// The file of this computer that can be shown.
bool canReveal(const TransferRecord &record)
{
    return record.isUpload() || record.state == State::Completed;
}

} // namespace

void askToCancel(const PageContext &context, const QStringList &ids, QWidget *window)
{
    if (ids.isEmpty())
        return;
    const int count = int(ids.size());
    QStringList names;
    int atServer = 0;
    bool downloads = false;
    for (const QString &id : ids) {
        const TransferRecord &record = context.transfers.record(id);
        names << (record.isUpload() ? u"↑ "_s : u"↓ "_s) + record.name;
        atServer += !record.uploadId.isEmpty();
        downloads |= !record.isUpload();
    }
    ConfirmDialog::Question question;
    question.title = TransferCommands::tr("Cancel %Ln transfer(s)?", nullptr, count);
    question.introduction = TransferCommands::tr("To go on later, pause instead.");
    question.things = names;
    QStringList consequences;
    if (atServer > 0)
        consequences << TransferCommands::tr("The parts of %Ln upload(s) that are at the server already are dropped there.", nullptr, atServer);
    if (downloads)
        consequences << TransferCommands::tr("What was downloaded so far is deleted from this computer.");
    question.consequence = consequences.join(u' ');
    question.confirm = TransferCommands::tr("Cancel %Ln transfer(s)", nullptr, count);
    question.dismiss = count == 1 ? TransferCommands::tr("Let it run") : TransferCommands::tr("Let them run");
    question.typedFrom = INT_MAX; // nothing is lost that could not be sent again
    auto *dialog = new ConfirmDialog(context.shell.theme, question, window);
    TransferQueue &queue = context.transfers;
    const auto stillThere = [&queue, ids] {
        QStringList left = ids;
        left.removeIf([&queue](const QString &id) { return !mayCancel(queue.record(id)); });
        return left;
    };
    QObject::connect(dialog, &QDialog::accepted, &queue, [&queue, stillThere] { queue.cancel(stillThere()); });
    // They may all end, or go, before the answer: then there is nothing to ask. Ten thousand may do so in one turn.
    auto *due = new QTimer(dialog);
    due->setSingleShot(true);
    due->setInterval(0);
    QObject::connect(&queue, &TransferQueue::ended, due, qOverload<>(&QTimer::start));
    QObject::connect(&queue, &TransferQueue::removed, due, qOverload<>(&QTimer::start));
    QObject::connect(due, &QTimer::timeout, &queue, [dialog, stillThere] {
        if (dialog->isVisible() && stillThere().isEmpty())
            dialog->reject();
    });
    QObject::connect(&queue, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

TransferCommands::TransferCommands(const PageContext &context, const QString &name, ActionCollection &actions, Extent extent,
                                   Selection selection, QWidget *window, MessageBar *messages)
    : QObject(window), m_context(context), m_name(name), m_actions(actions), m_selection(std::move(selection)),
      m_window(window), m_messages(messages), m_due(new QTimer(this))
{
    buildForSelected();
    if (extent == Extent::All)
        buildForAll();
    // Ten thousand may change in one turn.
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &TransferCommands::update);
    TransferQueue &queue = context.transfers;
    connect(&queue, &TransferQueue::added, this, &TransferCommands::updateLater);
    connect(&queue, &TransferQueue::changed, this, &TransferCommands::updateLater);
    connect(&queue, &TransferQueue::removed, this, &TransferCommands::updateLater);
    update();
}

QAction *TransferCommands::add(const QString &verb, const QString &text, std::optional<Icon> icon,
                               const QList<QKeySequence> &keys, std::function<void()> run)
{
    QAction *action = m_actions.add(m_name + u'.' + verb, text, icon, keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_menu << action;
    return action;
}

void TransferCommands::buildForSelected()
{
    TransferQueue &queue = m_context.transfers;
    m_pause = add(u"pause"_s, tr("&Pause"), Icon::Pause, {QKeySequence(u"Ctrl+P"_s)},
                  [this, &queue] { queue.pause(selectedWhere(mayPause)); });
    m_resume = add(u"resume"_s, tr("Res&ume"), Icon::Play, {QKeySequence(u"Ctrl+G"_s)},
                   [this, &queue] { queue.resume(selectedWhere(mayResume)); });
    m_retry = add(u"retry"_s, tr("&Try again"), Icon::Retry, {QKeySequence(u"Ctrl+T"_s)},
                  [this, &queue] { queue.retry(selectedWhere(mayRetry)); });
    m_answer = add(u"answer"_s, tr("Answer t&he question…"), Icon::Info, {}, [this] {
        const QStringList ids = selectedWhere(isUnknown);
        if (!ids.isEmpty())
            answer(ids.first());
    });
    m_answer->setIconText(tr("Answer", "an open question")); // of the button, beside three others
    m_cancel = add(u"cancel"_s, tr("Ca&ncel…"), Icon::Stop, {QKeySequence(u"Ctrl+Delete"_s)},
                   [this] { askToCancel(m_context, selectedWhere(mayCancel), m_window); });
}

void TransferCommands::buildForAll()
{
    TransferQueue &queue = m_context.transfers;
    m_remove = add(u"remove"_s, tr("Remove from the list"), Icon::Trash, {QKeySequence::Delete},
                   [this, &queue] { queue.remove(selectedWhere(mayRemove)); });
    m_menu << nullptr;
    m_moves << add(u"up"_s, tr("Move up"), Icon::ChevronUp, {QKeySequence(u"Ctrl+Up"_s)}, [this] { move(-1); })
            << add(u"down"_s, tr("Move down"), Icon::ChevronDown, {QKeySequence(u"Ctrl+Down"_s)}, [this] { move(1); })
            << add(u"top"_s, tr("Move to the top"), {}, {QKeySequence(u"Ctrl+Shift+Up"_s)}, [this] { move(INT_MIN); })
            << add(u"bottom"_s, tr("Move to the bottom"), {}, {QKeySequence(u"Ctrl+Shift+Down"_s)},
                   [this] { move(INT_MAX); });
    m_menu << nullptr;
    m_reveal = add(u"reveal"_s, tr("Show in &folder"), Icon::Folder, {QKeySequence(u"Ctrl+E"_s)}, [this] {
        const QStringList ids = selectedWhere(canReveal);
        if (!ids.isEmpty())
            reveal(ids.first());
    });
    m_showFile = add(u"showFile"_s, tr("Show in Files"), Icon::File, {QKeySequence(u"Ctrl+J"_s)}, [this] {
        const QStringList ids = m_selection();
        if (!ids.isEmpty())
            Q_EMIT fileRequested(m_context.transfers.status(ids.first()).record.fileId);
    });
    m_menu << nullptr;
    m_pauseAll = add(u"pauseAll"_s, tr("Pause all"), Icon::Pause, {QKeySequence(u"Ctrl+Shift+G"_s)},
                     [this, &queue] { queue.pause(allWhere(mayPause)); });
    m_resumeAll = add(u"resumeAll"_s, tr("Resume all"), Icon::Play, {QKeySequence(u"Ctrl+Alt+G"_s)},
                      [this, &queue] { queue.resume(allWhere(mayResume)); });
    m_clear = add(u"clear"_s, tr("Clear what is done"), Icon::Check, {QKeySequence(u"Ctrl+Shift+Delete"_s)},
                  [this, &queue] { queue.remove(allWhere(hasFinished)); });
}

QStringList TransferCommands::selectedWhere(Accepts accepts) const
{
    QStringList ids = m_selection();
    ids.removeIf([&](const QString &id) { return !accepts(m_context.transfers.record(id)); });
    return ids;
}

QStringList TransferCommands::allWhere(Accepts accepts) const
{
    QStringList ids = m_context.transfers.ids();
    ids.removeIf([&](const QString &id) { return !accepts(m_context.transfers.record(id)); });
    return ids;
}

void TransferCommands::move(int places)
{
    m_context.transfers.move(selectedWhere(mayMove), places);
}

void TransferCommands::updateLater()
{
    if (!m_due->isActive())
        m_due->start();
}

void TransferCommands::update()
{
    TransferQueue &queue = m_context.transfers;
    const QStringList selected = m_selection();
    const auto any = [&](Accepts accepts) {
        return std::any_of(selected.cbegin(), selected.cend(), [&](const QString &id) { return accepts(queue.record(id)); });
    };
    m_pause->setEnabled(any(mayPause));
    m_resume->setEnabled(any(mayResume));
    m_retry->setEnabled(any(mayRetry));
    m_answer->setEnabled(any(isUnknown));
    const int cancellable = int(selectedWhere(mayCancel).size());
    m_cancel->setEnabled(cancellable > 0);
    m_cancel->setText(cancellable > 1 ? tr("Ca&ncel %Ln…", nullptr, cancellable) : tr("Ca&ncel…"));
    if (!m_remove)
        return;
    m_remove->setEnabled(any(mayRemove));
    const bool movable = any(mayMove);
    for (QAction *action : std::as_const(m_moves))
        action->setEnabled(movable);
    m_reveal->setEnabled(selected.size() == 1 && any(canReveal));
    m_showFile->setEnabled(selected.size() == 1 && !queue.record(selected.first()).fileId.isEmpty());
    const TransferQueue::Counts counts = queue.counts();
    m_pauseAll->setEnabled(counts.active > 0);
    m_resumeAll->setEnabled(counts.paused > 0);
    m_clear->setEnabled(counts.finished > 0);
}

void TransferCommands::answer(const QString &id)
{
    auto *dialog = new LostAnswerDialog(m_context.shell.theme, m_context.transfers, id, m_window);
    connect(dialog, &LostAnswerDialog::showObject, this, &TransferCommands::fileRequested);
    dialog->open();
}

void TransferCommands::reveal(const QString &id)
{
    const QString path = m_context.transfers.record(id).path;
    if (QFileInfo::exists(path) && revealFile(path))
        return;
    Message message;
    message.kind = Message::Kind::Warning;
    message.key = u"reveal"_s;
    message.text = QFileInfo::exists(path) ? tr("The folder of %1 could not be shown.").arg(path)
                                           : tr("%1 is not there any more.").arg(path);
    if (m_messages)
        m_messages->showMessage(message);
}

} // namespace odc
