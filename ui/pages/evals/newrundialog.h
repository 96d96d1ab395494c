// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

namespace odc {

/// Starts a run of an eval: which rows, which model answers them and how. Open it with open().
class NewRunDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    NewRunDialog(const PageContext &context, const EvalObject &eval, QWidget *parent);

    /// Begins with what this run was made of, so that it can be varied.
    void startFrom(const EvalRun &run);

Q_SIGNALS:
    /// It exists at the server now.
    void created(const odc::EvalRun &run);

private:
    PageContext m_context;
    EvalObject m_eval;
};

} // namespace odc
