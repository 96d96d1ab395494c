// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonstore.h"
#include "settings/profile.h"

#include <QList>
#include <QObject>

namespace odc {

/// All profiles of the person: those on disk, Local (always there) and the temporary one of the environment.
/// GUI thread.
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    /// Whether it is the one that is always there, under the name it has by itself, which follows the language.
    static bool isUsualName(const Profile &profile);

    explicit ProfileStore(const QString &path, QObject *parent = nullptr);

    const QList<Profile> &profiles() const { return m_profiles; }
    /// Null when there is none.
    const Profile *find(const QString &id) const;
    /// Adds or replaces by id (an empty id gets a new one); returns the id. Temporary profiles are kept in memory only.
    Result<QString> put(Profile profile);
    /// Local and temporary profiles cannot be removed.
    Result<void> remove(const QString &id);
    /// Why the file of the last run could not be used; empty when all was well.
    QString problem() const { return m_store.problem(); }

Q_SIGNALS:
    void changed();

private:
    Result<void> save() const;

    JsonStore m_store;
    QList<Profile> m_profiles;
};

} // namespace odc
