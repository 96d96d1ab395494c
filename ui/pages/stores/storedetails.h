// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "api/vectorstore.h"
#include "ui/pages/detailspane.h"

#include <optional>

class QAction;

namespace odc {

class AttributesPane;
class ContentsPane;
class FileNames;
class MessageBar;
class ResultBars;
class SearchLabPane;
class StoreFailuresPane;
class UsesList;

/// What is known of a vector store, of one of its files, or of a batch of files on their way in: summary,
/// failures, attributes, contents, search lab, JSON.
class StoreDetails final : public DetailsPane
{
    Q_OBJECT
public:
    /// `names` outlives the pane.
    StoreDetails(const PageContext &context, FileNames &names, QWidget *parent = nullptr);

    /// `costADay` is what is due to this store, in US dollars; `others` more rows are selected.
    void showStore(const VectorStore &store, double costADay, int others);
    void showFile(const VectorStore &store, const StoreFile &file, int others);
    void showBatch(const VectorStore &store, const StoreFileBatch &batch, int others);
    void clear() override;

    /// Bring a tab to the front, with the focus in it.
    void showFailures();
    void showAttributes();
    void showContents();
    void showSearchLab();
    /// Into what finds in the tab that is shown; false: there is none.
    bool focusFilter();
    /// The file in its contents, at the chunk with this text; words of it that are like `words` are marked.
    void showChunk(const VectorStore &store, const StoreFile &file, const QString &text,
                   const QStringList &words);

    AttributesPane *attributes() const { return m_attributes; }
    ContentsPane *contents() const { return m_contents; }
    SearchLabPane *lab() const { return m_lab; }
    StoreFailuresPane *failures() const { return m_failures; }

Q_SIGNALS:
    /// The person wants to see what else uses a file.
    void objectRequested(const QString &pageId, const QString &objectId);

private:
    enum class Shows { Nothing, Store, File, Batch };

    void setFields(Shows what);
    void warnOf(const VectorStore &store);
    void restoreTab();
    void followTab();
    void bringUp(int tab);
    void focusTab(int tab);

    PageContext m_context;
    FileNames &m_names;
    MessageBar *m_warning;
    ResultBars *m_bars;
    UsesList *m_uses; ///< who else uses a file
    StoreFailuresPane *m_failures;
    AttributesPane *m_attributes;
    ContentsPane *m_contents;
    SearchLabPane *m_lab;
    int m_failuresTab;
    int m_attributesTab;
    int m_contentsTab;
    int m_labTab;
    int m_wantedTab = 0;
    bool m_choosing = false;
    Shows m_shows = Shows::Nothing;
    Shows m_fields = Shows::Nothing;
    VectorStore m_store;
    std::optional<StoreFile> m_file;
    std::optional<StoreFileBatch> m_batch;
    QString m_chunk;     ///< to be brought into view, once
    QStringList m_words; ///< to be marked in it
};

} // namespace odc
