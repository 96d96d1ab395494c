// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonstore.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QThreadPool>

namespace odc {

/// What a person put on one output item while going through a run.
struct EvalMark
{
    bool marked = false;
    QString note;

    bool isEmpty() const { return !marked && note.isEmpty(); }
    bool operator==(const EvalMark &) const = default;
};

/// Marks and notes on the output items of one eval, kept on this computer in one file. Written on the pool shortly
/// after a change, and at the end; only what changed here is changed in the file, for another window may have it open.
/// GUI thread.
class EvalMarks : public QObject
{
    Q_OBJECT
public:
    /// Reads the file of this eval below `folder`; a file that cannot be used is put aside, see problem().
    EvalMarks(const QString &folder, const QString &evalId, QObject *parent = nullptr);
    /// Writes what is not written yet, also what could not be written before.
    ~EvalMarks() override;

    EvalMark mark(const QString &runId, const QString &itemId) const;
    void set(const QString &runId, const QString &itemId, const EvalMark &mark);
    using Marks = QHash<QString, EvalMark>; ///< by item
    /// Many at once.
    void set(const QString &runId, const Marks &marks);
    /// Items of the run that have one.
    int count(const QString &runId) const;

    /// Why the file could not be read; translated, empty when all was well.
    QString problem() const { return m_store.problem(); }
    QString path() const { return m_store.path(); }
    /// Everything is in the file.
    bool isSaved() const { return m_changes.isEmpty() && !m_writing; }

    /// The folder of a profile's marks.
    static QString folderOf(const QString &settingsFolder, const QString &profileId);

Q_SIGNALS:
    /// The file could not be written; what was set holds until the program ends.
    void saveFailed(const odc::ApiError &error);
    void saved();

private:
    using Runs = QHash<QString, Marks>;     ///< by run

    static Runs fromJson(const QJsonObject &content);
    static QJsonObject toJson(const Runs &runs);
    static void apply(const Runs &changes, Runs &runs);
    /// Brings the changes into the file; on the pool, or at the end.
    static Result<void> save(JsonStore store, const Runs &changes, const Runs &all);
    void saveLater();
    void write();

    JsonStore m_store;
    QThreadPool m_pool; ///< one thread: files are written in the order of the changes
    Runs m_runs;
    Runs m_changes;         ///< since what was last handed to the pool; empty marks were taken away
    Runs m_inFlight; ///< what was last handed to the pool
    bool m_due = false;     ///< a write comes with the next turn
    bool m_writing = false; ///< the pool is at it
};

} // namespace odc
