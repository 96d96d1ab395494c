// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/theme/iconset.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QAction;
class QTimer;

namespace odc {

class ActionCollection;
class MessageBar;
struct TransferRecord;

/// Asks over `window`, then cancels these transfers.
void askToCancel(const PageContext &context, const QStringList &ids, QWidget *window);

/// What a person does to transfers, as actions for the selected ones and for all. Enabled as the queue stands; asks with
/// dialogs over `window`.
class TransferCommands final : public QObject
{
    Q_OBJECT
public:
    /// Which ids are selected, in the order shown.
    using Selection = std::function<QStringList()>;
    /// Which commands there are: all of them, or the few that a small panel has room for.
    enum class Extent { All, Few };

    /// Actions are named "<name>.pause" and so on.
    TransferCommands(const PageContext &context, const QString &name, ActionCollection &actions, Extent extent,
                     Selection selection, QWidget *window, MessageBar *messages);

    /// For menus, in groups, null between.
    QList<QAction *> menuActions() const { return m_menu; }
    QAction *pauseAction() const { return m_pause; }
    QAction *retryAction() const { return m_retry; }
    QAction *answerAction() const { return m_answer; }
    QAction *resumeAction() const { return m_resume; }
    QAction *cancelAction() const { return m_cancel; }

    /// The selection is another.
    void update();
    /// Asks about an upload whose answer was lost.
    void answer(const QString &id);
    void reveal(const QString &id);

Q_SIGNALS:
    /// The person wants to see the File object of a transfer.
    void fileRequested(const QString &fileId);

private:
    using Accepts = bool (*)(const TransferRecord &);
    QStringList selectedWhere(Accepts accepts) const;
    QStringList allWhere(Accepts accepts) const;
    void buildForSelected();
    void buildForAll();
    QAction *add(const QString &verb, const QString &text, std::optional<Icon> icon,
                 const QList<QKeySequence> &keys, std::function<void()> run);
    void move(int places);
    void updateLater();

    PageContext m_context;
    QString m_name;
    ActionCollection &m_actions;
    Selection m_selection;
    QWidget *m_window;
    MessageBar *m_messages;
    QTimer *m_due;
    QList<QAction *> m_menu;
    QAction *m_pause = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_answer = nullptr;
    QAction *m_remove = nullptr;
    QList<QAction *> m_moves;
    QAction *m_reveal = nullptr;
    QAction *m_showFile = nullptr;
    QAction *m_pauseAll = nullptr;
    QAction *m_resumeAll = nullptr;
    QAction *m_clear = nullptr;
};

} // namespace odc
