// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonstore.h"

#include <QObject>
#include <QTimer>
#include <QVariant>

namespace odc {

/// Every setting of the console, in one table (settings.cpp) with its name and default. Never a secret.
enum class Setting {
    ThemeMode,       ///< "system", "light", "dark"
    Language,        ///< "" = the system's, else "en", "de"
    LastProfile,     ///< profile id
    WindowGeometry,  ///< bytes
    WindowState,     ///< bytes
    SplitterState,   ///< bytes; per page
    TableState,      ///< bytes; per page and profile
    FilterText,      ///< per page and profile
    LastUploadPurpose,
    LastFolder,      ///< where files were last taken from, and exports put
    DownloadFolder,  ///< where files were last downloaded to; never that of uploads, whose originals are there
    ArchiveFolder,   ///< where this profile was archived to last; per profile
    ActivityVisible, ///< bool
    PollSeconds,     ///< int, refresh of visible lists; 0 = by hand only
    Notifications,   ///< bool
    DockTab,         ///< "transfers", "activity"
    TransfersAtOnce, ///< int, 1 to 6
    PartsAboveMB,    ///< int, 8 to 512, of 1,000,000 bytes: larger uploads go in parts
    UploadLimitKB,   ///< int, of 1,000 bytes, a second; 0 = none
    DownloadLimitKB, ///< int, of 1,000 bytes, a second; 0 = none
    NotificationsOff, ///< kinds of alerts that raise no desktop notification, comma separated; see watch/watchevent.h
    WatchRules,      ///< JSON of what counts as stuck, see watch/watchrules.h; empty = the console's own
    KeepWatching,    ///< bool: a closed window stays in the tray and goes on watching
    KeepIndex,       ///< bool: what was last seen is kept on disk
    IndexMB,         ///< int, 16 to 4,096, of 1,000,000 bytes: how much of it, of each profile
    RecentObjects,   ///< text, what was gone to by the palette, a kind and ids a line, the last first; per profile
    LastVisit,       ///< text, when this profile was last looked at, see Visit; per profile
    Prices           ///< JSON, see pricetable.h; empty = those that come with the program
};

/// The settings of one person on this computer. Written a moment after a change, and at the end. GUI thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// `path` of the JSON file; tests give a temporary one.
    explicit Settings(const QString &path, QObject *parent = nullptr);
    ~Settings() override;

    /// The language setting of the file at `path`, without a word about what else is in it: it is wanted before anything
    /// that speaks. Empty when it cannot be told.
    static QString storedLanguage(const QString &path);

    /// Where the settings lie, and what else is kept of the person's own.
    QString folder() const;

    /// `scope` tells apart pages and profiles ("files", "files/<profile id>"); most settings have none.
    QVariant value(Setting setting, const QString &scope = {}) const;
    QString text(Setting setting, const QString &scope = {}) const;
    QByteArray bytes(Setting setting, const QString &scope = {}) const;
    bool flag(Setting setting, const QString &scope = {}) const;
    int number(Setting setting, const QString &scope = {}) const;
    void set(Setting setting, const QVariant &value, const QString &scope = {});
    /// Forgets all values of one scope and below it: a profile was deleted.
    void forgetScope(const QString &scopeEnd);

    /// Writes now.
    Result<void> save();
    /// Why the file of the last run could not be used; empty when all was well.
    QString problem() const { return m_store.problem(); }

Q_SIGNALS:
    void changed(odc::Setting setting);

private:
    /// Values of an older version, under their present names.
    void adoptOldNames();
    /// Something differs from the file: it is written a moment later.
    void markDirty();

    JsonStore m_store;
    QJsonObject m_values;
    QTimer m_later;
    bool m_dirty = false;
};

} // namespace odc
