// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/objecttable.h"
#include "localserver/serverclock.h"

#include <QJsonObject>

namespace odc::server {

/** Which run of which eval. */
struct RunKey
{
    QString evalId;
    QString runId;

    /** What the run's output items lie below. */
    QString itemsParent() const { return evalId + u'/' + runId; }
    bool operator==(const RunKey &) const = default;
};

/**
 * Evals, their runs and the output items of those. Thread-safe. The functions throw ApiFault 404 for what is
 * not there, and StorageError.
 */
class EvalsTable
{
public:
    EvalsTable(const Storage &storage, const ServerClock &clock);

    /** The statements that make the tables. */
    static QStringList schema();

    const ObjectTable &evals() const { return m_evals; }
    const ObjectTable &runs() const { return m_runs; }
    const ObjectTable &items() const { return m_items; }

    /** Object texts as they are stored. */
    QByteArray eval(const QString &id) const;
    QByteArray run(const RunKey &key) const;
    QByteArray item(const RunKey &key, const QString &id) const;

    /** Adds an eval or a run; \p object is complete. A run is to be worked on. */
    void addEval(const QJsonObject &object) const;
    void addRun(const QJsonObject &object) const;
    /** Replaces members of an eval. Returns the new object. */
    QJsonObject changeEval(const QString &id, const QJsonObject &members) const;
    /** Ends a run that has not ended. ApiFault 400 when it has. */
    QJsonObject cancelRun(const RunKey &key) const;
    /** Removes an eval with all that lies below it. */
    void removeEval(const QString &id) const;
    void removeRun(const RunKey &key) const;

    /** Stores the state of a run, with \p newItems, unless it has ended or is gone meanwhile: then nothing is
     * stored, and false. A run that ends with this is not to be worked on any more. */
    bool advance(const QJsonObject &run, const QList<ObjectTable::Row> &newItems) const;
    /** The runs that were begun here and have not ended, oldest first. */
    QList<RunKey> unfinished() const;
    /** Fails all runs that have not ended and that nobody here works on: they came with an archive. */
    void failForeign() const;

private:
    bool store(const QJsonObject &run) const;

    const Storage &m_storage;
    const ServerClock &m_clock;
    const ObjectTable m_evals;
    const ObjectTable m_runs;
    const ObjectTable m_items;
};

/** True for "queued" and "in_progress". */
bool isUnfinished(const QString &status);

} // namespace odc::server
