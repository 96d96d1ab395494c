// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "api/storefile.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;

namespace odc {

class FileNames;

/// The parsed text of a file of a store: its chunks in order, with their sizes, and a search within.
class ContentsPane final : public QWidget
{
    Q_OBJECT
public:
    /// `names` outlives the pane.
    ContentsPane(const PageContext &context, FileNames &names, QWidget *parent = nullptr);
    ~ContentsPane() override;

    /// `file` of `store`; the same again keeps the place.
    void showFile(const VectorStore &store, const StoreFile &file);
    /// The same, with the chunk in view whose text this is.
    void showChunk(const VectorStore &store, const StoreFile &file, const QString &text);
    void clear();
    void focusContent();
    /// For the Object menu, null between groups.
    QList<QAction *> ownActions() const;

private:
    PageContext m_context;
    FileNames &m_names;
    VectorStore m_store;
};

} // namespace odc
