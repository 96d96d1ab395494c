// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "lists/rowmodelbase.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace odc {

class EvalRunsLoader;
class EvalRunsModel;
class EvalsModel;
class Session;

/// Evals with their runs below them, one tree over one list of evals and a list of runs for each. Like the lists it is
/// made of, it merges: nothing but a change of profile resets it. Runs can be checked for comparing, up to five of one
/// eval. GUI thread.
class EvalTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Passed, Status, Created, Model, Items, Tokens, Id };
    static constexpr int mostChecked = 5;

    explicit EvalTreeModel(Session &session, QObject *parent = nullptr);
    ~EvalTreeModel() override;

    Session &session() const { return m_session; }
    EvalsModel &evals() const { return *m_evals; }
    EvalRunsLoader &loader() const { return *m_loader; }
    const QList<ColumnInfo> &columns() const { return m_columns; }

    /// Asks anew for the evals, and for the runs of all of them.
    void refresh();
    void stop();

    bool isRun(const QModelIndex &index) const { return index.isValid() && index.internalPointer(); }
    /// Of a run: the eval it belongs to. Null where there is none.
    const EvalObject *evalAt(const QModelIndex &index) const;
    /// Null for an eval.
    const EvalRun *runAt(const QModelIndex &index) const;
    QString idAt(const QModelIndex &index) const;
    /// Of an eval or of a run; invalid when there is none.
    QModelIndex indexOf(const QString &id) const;
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

    /// Order of two evals, or of two runs, by a column: below, at or above 0.
    int compare(int column, const QModelIndex &left, const QModelIndex &right) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Runs came, went or changed somewhere.
    void runsChanged();
    void checkedChanged();
    /// A sixth run was to be checked.
    void checkRefused();
    /// So many runs of this eval are not checked any more, because one of another was.
    void checksMoved(const QString &fromEvalId, int runs);

private:
    struct Node;

    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOfNode(const Node *node, int column = 0) const;
    QVariant evalData(const Node &node, int column, int role) const;
    void connectEvals();
    void connectRuns(Node *node);
    void insertNodes(int first, int last);
    void dropNodes(int first, int last);
    void renumber();
    void rearrangeNodes();
    void rearrangeRuns(Node *node);
    void dropChecked(const QString &evalId, const QStringList &ids);
    QStringList idsOf(const Node &node, int first, int last) const;
    void repaintChecks(const QString &evalId);
    void repaint(const Node *node);

    Session &m_session;
    EvalsModel *m_evals;
    EvalRunsLoader *m_loader;
    QList<ColumnInfo> m_columns;
    std::vector<std::unique_ptr<Node>> m_nodes; ///< by row of the list of evals
    std::vector<std::unique_ptr<Node>> m_leaving;
    QString m_checkedEval;
    QStringList m_checked;
};

} // namespace odc
