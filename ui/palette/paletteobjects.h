// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "palette/fuzzyindex.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThreadPool>

#include <optional>

namespace odc {

class ObjectIndex;

/// All objects that can be found: those of the open profile, kept in step with its index, and those that are
/// kept of other profiles. Made in the background, some thousands at a time; what is there can be searched
/// meanwhile. GUI thread.
class PaletteObjects final : public QObject
{
    Q_OBJECT
public:
    explicit PaletteObjects(QObject *parent = nullptr);
    ~PaletteObjects() override;

    /// The open profile; a null index: none is open. Its objects are read after prepare(), or by itself a
    /// while after the index is there.
    void setOpen(const QString &profileId, ObjectIndex *index);
    /// Somebody is about to look: begins to read what was not read.
    void prepare();
    /// Others that are kept: id and file of each. What was read before is not read again, what is not among
    /// them goes.
    void setOthers(const QList<QPair<QString, QString>> &profiles);

    const FuzzyIndex &index() const { return m_all; }
    /// More is to come.
    bool isReading() const
    {
        return m_reading || m_walking || m_busy || !m_changes.isEmpty() || m_othersLeft > 0;
    }
    /// The profile an entry is of.
    QString profileOf(quint16 source) const { return m_sources.value(source); }
    quint16 sourceOf(const QString &profileId);

Q_SIGNALS:
    void changed();

private:
    struct Change
    {
        FuzzyKey key;
        std::optional<FuzzyEntry> put; ///< none: it is gone
    };
    void walk();
    void take(const FuzzyKey &key, std::optional<FuzzyEntry> put);
    void pump();
    void join();

    QThreadPool m_pool;
    QStringList m_sources; ///< ids of profiles, by number
    QPointer<ObjectIndex> m_index;
    QString m_openId;
    quint16 m_source = 0; ///< of the open profile
    FuzzyIndex m_own;
    QHash<QString, FuzzyIndex> m_others; ///< by profile
    QHash<QString, QString> m_otherFiles; ///< what these were read from
    FuzzyIndex m_all;
    QHash<quint64, Change> m_changes; ///< to be made, by hash of the key
    bool m_reading = false;           ///< wanted, and the index is not there yet
    bool m_walking = false;           ///< through the index
    bool m_busy = false;
    size_t m_kind = 0;     ///< where the walk is
    qsizetype m_left = -1; ///< of that kind; -1: not begun
    quint64 m_round = 0;   ///< what was begun for another profile is dropped
    int m_othersLeft = 0;
};

} // namespace odc
