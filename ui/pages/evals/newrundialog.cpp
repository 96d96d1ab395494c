// SPDX-License-Identifier: GPL-3.0-or-later
#include "newrundialog.h"

#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;

NewRunDialog::NewRunDialog(const PageContext &context, const EvalObject &eval, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("New run"), parent), m_context(context), m_eval(eval)
{
    setObjectName(u"newRunDialog"_s);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void NewRunDialog::startFrom(const EvalRun &) {}

} // namespace odc
