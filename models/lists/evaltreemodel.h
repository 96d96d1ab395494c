// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "lists/listtreemodel.h"

namespace odc {

class EvalRunsLoader;
class EvalRunsModel;
class EvalsModel;
class Session;

/// Evals with their runs below them. Runs can be checked for comparing, up to five of one eval. GUI thread.
class EvalTreeModel final : public ListTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Passed, Status, Created, Model, Items, Tokens, Id };
    static constexpr int mostChecked = 5;

    explicit EvalTreeModel(Session &session, QObject *parent = nullptr);

    Session &session() const { return m_session; }
    EvalsModel &evals() const { return *m_evals; }
    EvalRunsLoader &loader() const { return *m_loader; }

    /// Asks anew for the evals, and for the runs of all of them.
    void refresh() override;
    void stop() override;

    bool isRun(const QModelIndex &index) const { return isBelow(index); }
    /// Of a run: the eval it belongs to. Null where there is none.
    const EvalObject *evalAt(const QModelIndex &index) const;
    /// Null for an eval.
    const EvalRun *runAt(const QModelIndex &index) const;
    /// Null when there is no such eval.
    EvalRunsModel *runsOf(const QString &evalId) const;

    int runCount() const;
    int unfinishedCount() const;
    /// The runs of every eval were read once.
    bool areRunsKnown() const;

    /// In the order they were checked; all of one eval.
    QStringList checkedRuns() const { return m_checked; }
    QString checkedEval() const { return m_checkedEval; }
    /// Checks exactly these runs of an eval, as many as may be.
    void setCheckedRuns(const QString &evalId, const QStringList &runIds);
    bool isChecked(const QModelIndex &index) const;

    /// Made, changed or read anew from here.
    void takeEval(const EvalObject &eval);
    void takeRun(const QString &evalId, const EvalRun &run);
    void removeEvals(const QSet<QString> &ids);
    void removeRuns(const QString &evalId, const QSet<QString> &ids);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void checkedChanged();
    /// A sixth run was to be checked.
    void checkRefused();
    /// So many runs of this eval are not checked any more, because one of another was.
    void checksMoved(const QString &fromEvalId, int runs);

protected:
    RowModelBase *makeRows(const QString &evalId) override;
    void rowsAdded(RowModelBase *rows) override;
    void rowsLeaving(RowModelBase *rows) override;
    void aboutToLose(const Node &node, int first, int last) override;
    void aboutToReset() override;
    void wasReset() override;
    int topColumn(int column) const override;
    int belowColumn(int column) const override;
    QVariant ownData(const Node &node, int column, int role) const override;
    int compareOwn(int column, const Node &left, const Node &right) const override;

private:
    static EvalRunsModel *runsOf(const Node &node);
    void dropChecked(const QString &evalId, const QStringList &ids);
    void repaintChecks(const QString &evalId);

    Session &m_session;
    EvalsModel *m_evals;
    EvalRunsLoader *m_loader;
    QString m_checkedEval;
    QStringList m_checked;
};

} // namespace odc
