// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "base/apierror.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace odc {

class Session;

/// Who may use which checkpoint: the lists of permissions of several checkpoints, each read through all its
/// pages, a few at a time. One that cannot be read keeps what was known of it, and says why. GUI thread.
class PermissionsLoader final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Unread,  ///< nothing asked yet
        Waiting, ///< for others to be read
        Loading,
        Ready,
        Failed ///< see errorOf()
    };

    explicit PermissionsLoader(Session &session, QObject *parent = nullptr);
    ~PermissionsLoader() override;

    /// What is said of a list whose server says that there is more, and does not give it.
    static QString cutShort();

    /// The checkpoints, by their model names, in the order they are to be read. What is known of those that
    /// stay is kept; nothing is asked yet.
    void setCheckpoints(const QStringList &checkpoints);
    /// Reads all of them anew.
    void refresh();
    /// Reads this one anew; while it is being read, once more from its beginning.
    void refresh(const QString &checkpoint);
    /// Reads those that never were.
    void loadMissing();
    /// What is not read yet goes back to how it was.
    void stop();

    State stateOf(const QString &checkpoint) const;
    /// It was read to its end, and nothing since says otherwise: who is not among permissionsOf() has none.
    bool isKnown(const QString &checkpoint) const;
    ApiError errorOf(const QString &checkpoint) const;
    QList<CheckpointPermission> permissionsOf(const QString &checkpoint) const;
    bool isLoading() const;

    // What was done meanwhile: known without asking.
    void add(const QString &checkpoint, const QList<CheckpointPermission> &permissions);
    void remove(const QString &checkpoint, const QString &permissionId);

Q_SIGNALS:
    /// State or permissions of this one are others now.
    void changed(const QString &checkpoint);
    /// Nothing is being read any more.
    void finished();

private:
    struct List;
    void pump();
    void read(const std::shared_ptr<List> &list);
    void ended(List &list);

    Session &m_session;
    QStringList m_order;
    QHash<QString, std::shared_ptr<List>> m_lists;
    bool m_pumping = false; ///< on its way
};

} // namespace odc
