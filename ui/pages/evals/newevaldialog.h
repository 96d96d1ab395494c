// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

namespace odc {

/// Makes a new eval: what its items look like and how answers are graded. Open it with open().
class NewEvalDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    NewEvalDialog(const PageContext &context, QWidget *parent);

    /// Begins with what this eval has, so that it can be varied.
    void startFrom(const EvalObject &eval);

Q_SIGNALS:
    /// It exists at the server now.
    void created(const odc::EvalObject &eval);

private:
    PageContext m_context;
};

} // namespace odc
