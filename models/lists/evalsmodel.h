// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "lists/pagedmodel.h"

namespace odc {

class Session;

/// The evals of a project, without their runs.
class EvalsModel final : public PagedModel<EvalObject>
{
    Q_OBJECT
public:
    enum Column { Name, Id, Source, Criteria, Created };

    explicit EvalsModel(Session &session, QObject *parent = nullptr);

    /// What the person called it, on one line, or that it has no name.
    static QString title(const EvalObject &eval);

protected:
    QVariant cell(const EvalObject &eval, int column, int role) const override;
    QVariant raw(const EvalObject &eval, int column) const override;
    int compare(int column, const EvalObject &left, const EvalObject &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    QString displayText(const EvalObject &eval, Column column) const;

    Session &m_session;
};

} // namespace odc
