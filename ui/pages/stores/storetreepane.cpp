// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetreepane.h"

#include "lists/storetreemodel.h"
#include "lists/storetreeproxy.h"
#include "ui/dialogs/pathdrop.h"
#include "ui/widgets/treeview.h"

#include <QDropEvent>
#include <QRubberBand>
#include <QScrollBar>

namespace odc {

using namespace Qt::StringLiterals;

StoreTreePane::StoreTreePane(const PageContext &context, StoreTreeModel &model, ActionCollection &actions,
                             QWidget *parent)
    : StoreTreePane(context, model, new StoreTreeProxy(model, &model), actions, parent)
{
}

StoreTreePane::StoreTreePane(const PageContext &context, StoreTreeModel &model, StoreTreeProxy *proxy,
                             ActionCollection &actions, QWidget *parent)
    : TreePane(context, model, *proxy,
               {u"stores"_s, tr("Filter stores and files"),
                tr("Words look everywhere, in stores and in those of their files that were read. name:policy "
                   "looks in one "
                   "field, -word leaves out.\nfailed>0, size>1GB, expires<7d and state:in_progress compare."),
                StoreTreeModel::Created, 132},
               actions, parent),
      m_model(model), m_proxy(proxy), m_band(new QRubberBand(QRubberBand::Rectangle, tree()->viewport()))
{
    tree()->viewport()->installEventFilter(this);
    connect(tree(), &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const VectorStore *store = m_model.storeAt(m_proxy->mapToSource(index)))
            m_model.openStore(store->id);
    });
    connect(tree()->verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] {
        // The bar moves after it told what is about to be done.
        QMetaObject::invokeMethod(this, &StoreTreePane::loadWhatIsReached, Qt::QueuedConnection);
    });
    connect(tree()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const QModelIndex row = m_proxy->mapToSource(current);
                const RowModelBase *files = m_model.below(row);
                if (m_model.isMore(row) && tree()->hasFocus() && files &&
                    files->loadState() == LoadState::Ready)
                    m_model.loadMore(row); // the keyboard came to the end
            });
}

void StoreTreePane::setTakesDrops(bool takes)
{
    tree()->viewport()->setAcceptDrops(takes);
}

void StoreTreePane::loadWhatIsReached()
{
    const QRect seen = tree()->viewport()->rect();
    const QModelIndex last = tree()->indexAt(QPoint(seen.center().x(), seen.bottom()));
    QModelIndex index = last.isValid() ? last.siblingAtColumn(0) : QModelIndex();
    for (int above = 0; index.isValid() && above < 3; ++above, index = tree()->indexAbove(index)) {
        const QModelIndex row = m_proxy->mapToSource(index);
        // What could not be read is tried again by hand.
        if (m_model.isMore(row) && m_model.below(row)->loadState() == LoadState::Ready) {
            m_model.loadMore(row);
            return;
        }
    }
}

bool StoreTreePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != tree()->viewport())
        return TreePane::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return takeDrag(static_cast<QDropEvent *>(event), false);
    case QEvent::Drop:
        return takeDrag(static_cast<QDropEvent *>(event), true);
    case QEvent::DragLeave:
        m_band->hide();
        return true;
    case QEvent::Wheel:
        QMetaObject::invokeMethod(this, &StoreTreePane::loadWhatIsReached, Qt::QueuedConnection);
        return false;
    default:
        return false;
    }
}

bool StoreTreePane::takeDrag(QDropEvent *event, bool ends)
{
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty()) {
        event->ignore();
        return true;
    }
    QModelIndex target = tree()->indexAt(event->position().toPoint()).siblingAtColumn(0);
    if (target.parent().isValid())
        target = target.parent();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    markTarget(ends ? QModelIndex() : target);
    if (ends) {
        const VectorStore *store = m_model.storeAt(m_proxy->mapToSource(target));
        Q_EMIT pathsDropped(store ? store->id : QString(), paths);
    }
    return true;
}

void StoreTreePane::markTarget(const QModelIndex &store)
{
    QRect rect = tree()->visualRect(store);
    rect.setLeft(0);
    rect.setRight(tree()->viewport()->width() - 1);
    m_band->setGeometry(rect);
    m_band->setVisible(store.isValid());
}

} // namespace odc
