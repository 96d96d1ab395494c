// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "api/storefile.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;

namespace odc {

class FileNames;

/// The attributes of the files of a store as a grid: files as rows, keys as columns. Changes are staged, reviewed, then sent.
class AttributesPane final : public QWidget
{
    Q_OBJECT
public:
    /// `names` outlives the pane.
    AttributesPane(const PageContext &context, FileNames &names, QWidget *parent = nullptr);
    ~AttributesPane() override;

    /// The same store again tells how it stands; another one is shown anew. What is staged for the one before is kept
    /// until it is sent or discarded by the person.
    void setStore(const VectorStore &store);
    void clear();
    void focusContent();
    /// For the Object menu, null between groups. They live as long as the pane; their shortcuts work while the focus is
    /// inside.
    QList<QAction *> ownActions() const;
    /// "12 changes of attributes are not sent": what would be lost if the page went now; empty: nothing.
    QString unsavedWork() const;

Q_SIGNALS:
    /// Files of this store have other attributes now.
    void attributesChanged(const QString &storeId, const QList<odc::StoreFile> &files);
    /// The person wants to see this file in the tree.
    void fileRequested(const QString &storeId, const QString &fileId);

private:
    PageContext m_context;
    FileNames &m_names;
    VectorStore m_store;
};

} // namespace odc
