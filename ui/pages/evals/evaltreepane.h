// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/treepane.h"

namespace odc {

class EvalTreeModel;
class EvalTreeProxy;

/// The tree of evals and their runs.
class EvalTreePane final : public TreePane
{
    Q_OBJECT
public:
    /// The model must outlive the pane.
    EvalTreePane(const PageContext &context, EvalTreeModel &model, ActionCollection &actions,
                 QWidget *parent = nullptr);

    EvalTreeProxy *proxy() const { return m_proxy; }

private:
    EvalTreePane(const PageContext &context, EvalTreeModel &model, EvalTreeProxy *proxy,
                 ActionCollection &actions, QWidget *parent);

    EvalTreeProxy *m_proxy;
};

} // namespace odc
