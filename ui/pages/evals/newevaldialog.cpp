// SPDX-License-Identifier: GPL-3.0-or-later
#include "newevaldialog.h"

#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;

NewEvalDialog::NewEvalDialog(const PageContext &context, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("New eval"), parent), m_context(context)
{
    setObjectName(u"newEvalDialog"_s);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void NewEvalDialog::startFrom(const EvalObject &) {}

} // namespace odc
