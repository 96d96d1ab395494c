// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evaloutputitem.h"
#include "api/evalrun.h"
#include "base/apierror.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace odc {

class Session;

/// Loads all output items of several runs, each through all its pages, at the same time. Items of finished
/// runs are kept and not asked for again while there is room; those of others are loaded anew each time. GUI
/// thread.
class RunItems : public QObject
{
    Q_OBJECT
public:
    explicit RunItems(Session &session, QObject *parent = nullptr);
    ~RunItems() override;

    /// Ends what goes on. finished() or failed() follows, also when everything is there already, never before
    /// this returns.
    void load(const QString &evalId, const QList<EvalRun> &runs);
    /// What came of unfinished walks is dropped; no signal follows.
    void stop();
    bool isLoading() const { return m_loading; }
    /// Of all wanted runs; what is expected is what the runs say of themselves, never less than what came.
    qint64 loadedCount() const;
    qint64 expectedCount() const;

    /// In the order of the server. Empty for a run that is not loaded.
    QList<EvalOutputItem> items(const QString &runId) const;
    /// Forgets all.
    void clear();
    /// Items of runs that are not wanted now are dropped, oldest first, while more than this are held.
    void setMostKept(qint64 items) { m_mostKept = items; }

Q_SIGNALS:
    void progressed();
    void finished();
    /// `run` could not be loaded whole; the other walks were ended.
    void failed(const odc::EvalRun &run, const odc::ApiError &error);

private:
    struct Walk;

    void begin(Walk &walk);
    void walkEnded();
    void drop();

    Session &m_session;
    QString m_evalId;
    std::vector<std::unique_ptr<Walk>> m_walks;
    struct Kept
    {
        QList<EvalOutputItem> items;
        bool isFinal = false; ///< the run was finished before the walk began
    };
    QHash<QString, Kept> m_kept;
    QList<QString> m_age; ///< run ids, the one wanted last at the end
    QList<EvalRun> m_wanted;
    qint64 m_mostKept = 150'000;
    bool m_loading = false;
    int m_open = 0; ///< walks under way
};

} // namespace odc
