// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

#include <functional>

class QLineEdit;

namespace odc {

/// Asks for a project of the organisation; what is no id of one is said as it is typed.
class ProjectDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `isListed`: the grid has it already.
    ProjectDialog(const Theme &theme, std::function<bool(const QString &)> isListed, QWidget *parent);

    /// Why this is no id of a project; empty: it can be one.
    static QString problemOf(const QString &id);

Q_SIGNALS:
    void chosen(const QString &projectId);

private:
    QLineEdit *m_id;
};

} // namespace odc
