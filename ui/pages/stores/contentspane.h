// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "api/vectorstore.h"
#include "base/apierror.h"
#include "base/call.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

#include <optional>

class QAction;
class QSplitter;

namespace odc {

class ActionCollection;
class ChunkFindBar;
class ChunkView;
class ChunksModel;
class ElidedLabel;
class FileNames;
class FilterProxy;
class MessageBar;
class StateOverlay;
class TableView;
class TextLabel;

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
    /// The same, with the chunk in view whose text this is. It is marked, and so are words of it that are
    /// like `words`; the first of them is in view.
    void showChunk(const VectorStore &store, const StoreFile &file, const QString &text,
                   const QStringList &words = {});
    void clear();
    void focusContent();
    /// False when there is nothing to find in.
    bool openFind();
    /// For the Object menu, null between groups.
    QList<QAction *> ownActions() const;

    /// Asks the server again.
    void refresh();
    const ChunksModel &model() const { return *m_model; }
    ChunkView *view() const { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    /// Ctrl+F looks in here, though the window has it as well.
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Nothing is parsed of such a file, and nothing will be.
    static bool hasNoText(const StoreFile &file);
    static bool isParsing(const StoreFile &file);
    void buildActions();
    void buildLayout();
    void load();
    void take(const StoreFileContent &content);
    void takeFailure(const ApiError &error);
    void showState();
    void showHead();
    void showWanted();
    void selectRow(int chunk);
    QString title() const;
    QString heading(int chunk) const;
    int currentChunk() const;
    void copyChunks();
    void saveText();
    void findSelected();

    PageContext m_context;
    FileNames &m_names;
    VectorStore m_store;
    StoreFile m_file;
    ChunksModel *m_model;
    FilterProxy *m_proxy;
    ActionCollection *m_actions;
    enum class Where {
        Nothing, ///< no file is shown
        Due,     ///< to be asked for once it is seen
        Loading,
        There,
        Failed, ///< see m_error
        NoText, ///< the server has no content of a file that is there (WIRE §11, 8)
        Gone    ///< the file is not in the store
    };
    Where m_where = Where::Nothing;
    ApiError m_error;
    Call m_call;
    QString m_named;                 ///< what the server calls the file
    std::optional<QString> m_wanted; ///< text of the chunk to be shown as soon as it is there
    QStringList m_words;             ///< to be marked in it
    bool m_following = false;        ///< the list follows the text
    MessageBar *m_messages = nullptr;
    StateOverlay *m_overlay = nullptr;
    TextLabel *m_title = nullptr;
    ElidedLabel *m_head = nullptr;
    QSplitter *m_splitter = nullptr;
    TableView *m_list = nullptr;
    ChunkFindBar *m_find = nullptr;
    ChunkView *m_view = nullptr;
    QAction *m_openFind = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_save = nullptr;
    QAction *m_mono = nullptr;
    QAction *m_refresh = nullptr;
};

} // namespace odc
