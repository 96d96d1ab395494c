// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QWidget>

namespace odc {

/// Two to five runs of an eval side by side, row by row of their data.
class ComparePane : public QWidget
{
    Q_OBJECT
public:
    ComparePane(const PageContext &context, QWidget *parent = nullptr);
    ~ComparePane() override;

    /// Two to five runs; the first one is the baseline. The same runs again refresh what is shown.
    void setRuns(const EvalObject &eval, const QList<EvalRun> &runs);
    void clear();

private:
    PageContext m_context;
};

} // namespace odc
