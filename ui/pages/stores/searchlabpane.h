// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "api/storefile.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;

namespace odc {

class FileNames;

/// Searches in a store: one or more queries, two to four settings side by side, sets of queries with the files they should
/// find, and how well each setting finds them.
class SearchLabPane final : public QWidget
{
    Q_OBJECT
public:
    /// `names` outlives the pane.
    SearchLabPane(const PageContext &context, FileNames &names, QWidget *parent = nullptr);
    ~SearchLabPane() override;

    /// The same store again tells how it stands.
    void setStore(const VectorStore &store);
    void clear();
    void focusContent();
    /// For the Object menu, null between groups.
    QList<QAction *> ownActions() const;
    /// What would be stopped or lost if the page went now, translated; empty: nothing.
    QString runningWork() const;

Q_SIGNALS:
    /// The person wants to read this hit where it stands in its file.
    void contentsRequested(const QString &storeId, const QString &fileId, const QString &text);

private:
    PageContext m_context;
    FileNames &m_names;
    VectorStore m_store;
};

} // namespace odc
