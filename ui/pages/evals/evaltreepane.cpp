// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaltreepane.h"

#include "lists/evaltreemodel.h"
#include "lists/evaltreeproxy.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/statedelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/treeview.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The bar of a run that ended, or the state of one that has not.
class PassedDelegate final : public ProgressDelegate
{
public:
    PassedDelegate(const Theme &theme, QObject *parent)
        : ProgressDelegate(theme, parent), m_state(theme, this)
    {
        setShowsText(true);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(ToneRole).toInt() != int(Tone::None))
            m_state.paint(painter, option, index);
        else
            ProgressDelegate::paint(painter, option, index);
    }

private:
    StateDelegate m_state;
};

} // namespace

EvalTreePane::EvalTreePane(const PageContext &context, EvalTreeModel &model, ActionCollection &actions,
                           QWidget *parent)
    : EvalTreePane(context, model, new EvalTreeProxy(model, &model), actions, parent)
{
}

EvalTreePane::EvalTreePane(const PageContext &context, EvalTreeModel &model, EvalTreeProxy *proxy,
                           ActionCollection &actions, QWidget *parent)
    : TreePane(
          context, model, *proxy,
          {u"evals"_s, tr("Filter evals and runs"),
           tr("Words look everywhere, in evals and in runs. status:failed looks in one field, -word leaves "
              "out.\nerrored>0, tokens>10000 and created<7d compare."),
           EvalTreeModel::Created},
          actions, parent),
      m_proxy(proxy)
{
    const Theme &theme = context.shell.theme;
    tree()->setItemDelegateForColumn(EvalTreeModel::Passed, new PassedDelegate(theme, tree()));
}

} // namespace odc
