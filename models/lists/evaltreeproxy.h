// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listtreeproxy.h"

namespace odc {

class EvalTreeModel;

/// Sorts and filters the tree of evals: `status:failed model:mini` looks at runs, `criteria:exact` at evals,
/// and a bare word at both.
class EvalTreeProxy final : public ListTreeProxy
{
    Q_OBJECT
public:
    explicit EvalTreeProxy(EvalTreeModel &tree, QObject *parent = nullptr);

    EvalTreeModel &tree() const { return m_tree; }

private:
    EvalTreeModel &m_tree;
};

} // namespace odc
