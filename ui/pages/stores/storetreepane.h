// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/treepane.h"

#include <QStringList>

class QDropEvent;
class QRubberBand;

namespace odc {

class StoreTreeModel;
class StoreTreeProxy;

/// The tree of vector stores and their files. Files are read as a store is opened and as the person comes to
/// where those that were read end; files and folders of this computer can be dropped on a store.
class StoreTreePane final : public TreePane
{
    Q_OBJECT
public:
    /// The model must outlive the pane.
    StoreTreePane(const PageContext &context, StoreTreeModel &model, ActionCollection &actions,
                  QWidget *parent = nullptr);

    StoreTreeProxy *proxy() const { return m_proxy; }
    /// Whether anything that is dropped is taken.
    void setTakesDrops(bool takes);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// `storeId` is empty when they were dropped on none.
    void pathsDropped(const QString &storeId, const QStringList &paths);

private:
    StoreTreePane(const PageContext &context, StoreTreeModel &model, StoreTreeProxy *proxy,
                  ActionCollection &actions, QWidget *parent);
    void loadWhatIsReached();
    bool takeDrag(QDropEvent *event, bool ends);
    void markTarget(const QModelIndex &store);

    StoreTreeModel &m_model;
    StoreTreeProxy *m_proxy;
    QRubberBand *m_band;
};

} // namespace odc
