// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaltreeproxy.h"

#include "lists/evalrunsmodel.h"
#include "lists/evaltreemodel.h"

namespace odc {

EvalTreeProxy::EvalTreeProxy(EvalTreeModel &tree, QObject *parent)
    : ListTreeProxy(tree, EvalRunsModel(tree.session(), {}).columns(), parent), m_tree(tree)
{
}

} // namespace odc
