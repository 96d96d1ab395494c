// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalrun.h"
#include "lists/pagedmodel.h"

namespace odc {

class Session;

/// The runs of one eval. Fetched in the background unless a person waits for them.
class EvalRunsModel final : public PagedModel<EvalRun>
{
    Q_OBJECT
public:
    enum Column { Name, Id, Passed, Status, Model, Items, Tokens, Errored, Created };

    EvalRunsModel(Session &session, const QString &evalId, QObject *parent = nullptr);

    const QString &evalId() const { return m_evalId; }
    /// The next refresh() stands back behind what a person waits for (the default), or does not.
    void setBackground(bool background) { m_background = background; }
    /// Runs that may still change.
    int unfinished() const;
    /// Whether one of them has a status that is known to end; runs of unknown states may stay so forever.
    bool isMoving() const;

    /// How a run's status is to be taken.
    static Tone toneOf(const EvalRun &run);
    /// The status as shown: the wire's word.
    static QString statusText(const EvalRun &run);
    /// The bar of a run: what passed, failed and errored of all items.
    static CellProgress barOf(const EvalRun &run);
    /// "93 %" of what was graded; empty when nothing was.
    static QString rateText(const EvalCounts &counts);

protected:
    QVariant cell(const EvalRun &run, int column, int role) const override;
    QVariant raw(const EvalRun &run, int column) const override;
    int compare(int column, const EvalRun &left, const EvalRun &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    QString displayText(const EvalRun &run, Column column) const;
    QString toolTip(const EvalRun &run, Column column) const;

    Session &m_session;
    QString m_evalId;
    bool m_background = true;
};

} // namespace odc
