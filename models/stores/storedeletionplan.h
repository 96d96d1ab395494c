// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "api/pager.h"
#include "api/storefile.h"
#include "api/vectorstore.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace odc {

class Session;

/// Works out which files of some stores no other store uses: reads every page of the files of every store,
/// now. What cannot be read counts as in use. GUI thread.
class StoreDeletionPlan final : public QObject
{
    Q_OBJECT
public:
    explicit StoreDeletionPlan(Session &session, QObject *parent = nullptr);
    ~StoreDeletionPlan() override;

    /// `leaving`: the stores that are to go. `only`: when not empty, just these files are of interest,
    /// whichever stores they were in; the stores that leave are then not read.
    void start(const QSet<QString> &leaving, const QSet<QString> &only = {});
    void stop();
    bool isRunning() const { return m_running; }

    /// Stores read, and all there are to read; 0 while that is not known.
    int done() const { return m_done; }
    int total() const { return m_total; }

    /// In the stores that leave, as far as these could be read; in the order found.
    const QStringList &files() const { return m_files; }
    /// Files that are sure to be in no other store; none while it is not sure.
    QStringList exclusive() const;
    /// The others.
    QStringList shared() const;
    /// The store a file is used by, or may be; empty: it is in no other store. By name, or by id.
    QString usedBy(const QString &fileId) const;
    /// Stores that stay, and could not be read: any file may be in them.
    const QStringList &unreadable() const { return m_unreadable; }
    /// Stores that leave, and could not be read to the end: they may hold more files.
    const QStringList &unknown() const { return m_unknown; }
    /// Inputs or outputs of recent batches, among files().
    const QStringList &ofBatches() const { return m_ofBatches; }

Q_SIGNALS:
    void progressed();
    void finished();

private:
    struct Walk;

    void listStores(std::function<void(const QList<VectorStore> &)> page, std::function<void()> done);
    void takeStores();
    void pump();
    void read(const VectorStore &store, bool leaves);
    bool isUnderWay(const Walk *walk) const;
    void walked(Walk *walk, const ApiError *error);
    void confirmGone(Walk *walk);
    void drop(Walk *walk);
    void readOthers();
    /// A store that was made while the others were read may use any of the files.
    void lookForNewStores();
    void readBatches();
    void end();

    Session &m_session;
    QSet<QString> m_leaving;
    QSet<QString> m_only;
    Pager<VectorStore> m_storePager;
    Pager<BatchObject> m_batchPager;
    QList<VectorStore> m_stores;
    QList<VectorStore> m_waiting;
    bool m_readsLeaving = false;
    std::vector<std::unique_ptr<Walk>> m_walks;
    int m_done = 0;
    int m_total = 0;
    int m_batchPages = 0;
    int m_looks = 0; ///< for stores that were made meanwhile
    int m_start = 0; ///< what belongs to an earlier one is void
    QStringList m_files;
    QSet<QString> m_known;
    QHash<QString, QString> m_used; ///< by file: the store that uses it
    QStringList m_unreadable;
    QStringList m_unknown;
    QStringList m_ofBatches;
    bool m_running = false;
    bool m_isSure = false;
};

} // namespace odc
