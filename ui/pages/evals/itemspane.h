// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QWidget>

class QAction;

namespace odc {

/// The items of one run: list above, the item with its messages, answer and grades below. Failures are gone through by
/// keyboard, marked and noted; marks stay on this computer. Shortcuts work while the focus is inside.
class ItemsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ItemsPane(const PageContext &context, QWidget *parent = nullptr);
    ~ItemsPane() override;

    /// Shows this run. The same run again tells how it stands: when its counts are others its items are read anew.
    void setRun(const EvalObject &eval, const EvalRun &run);
    void clear();
    /// For the Object menu, null between groups. They live as long as the pane.
    QList<QAction *> ownActions() const;
};

} // namespace odc
