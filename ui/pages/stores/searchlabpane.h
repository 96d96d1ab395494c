// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "api/vectorstore.h"
#include "stores/searchrun.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

#include <memory>

class QAction;
class QSplitter;
class QTimer;

namespace odc {

class ActionCollection;
class FileNames;
class LabCards;
class LabCommands;
class LabQueryBar;
class LabSetPanel;
class MessageBar;
class QuerySets;

/// Searches in a store: one or more queries, two to four settings side by side, sets of queries with the
/// files they should find, and how well each setting finds them.
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

    /// Nothing is under way.
    bool isIdle() const { return !m_run.isRunning() && !m_setRun.isRunning(); }
    LabCards *cards() const { return m_cards; }
    LabSetPanel *panel() const { return m_panel; }

Q_SIGNALS:
    /// The person wants to read this hit where it stands in its file.
    /// `words` are those it was found by.
    void contentsRequested(const QString &storeId, const QString &fileId, const QString &text,
                           const QStringList &words);

private:
    void buildActions();
    void connectAll();
    void connectRuns();

    // The store.
    void recall();
    void remember();

    // The query.
    void run();
    void runSet();
    void stop();
    void leaveSetButtons();
    void showQuery(const QString &text);
    /// What the cards show is there again when the person comes back to its store.
    void keepShown();
    void showKept();
    void learnKeys(const SearchResults &results, qsizetype row);
    bool canRun();

    // Settings and conditions.
    void setSettings(const QList<SearchSetting> &settings);
    void addSetting();
    void editSetting();
    void removeSetting();
    void openSettingMenu(const QPoint &place);
    void setShared(const SearchFilter &filter);
    void editCondition(int number);
    void settingsChanged();

    // Hits.
    void openHit();
    void openHitMenu(const QPoint &place);
    void toggleExpected();
    void showExpected();
    void updateActions();
    /// Whether the set would not be searched like this any more.
    bool isSetStale() const;

    PageContext m_context;
    FileNames &m_names;
    VectorStore m_store;
    std::unique_ptr<QuerySets> m_sets;
    ActionCollection *m_actions;
    LabQueryBar *m_bar;
    MessageBar *m_messages;
    LabCards *m_cards;
    LabSetPanel *m_panel;
    QSplitter *m_splitter;
    LabCommands *m_commands = nullptr;
    SearchRun m_run;    ///< of the query above
    SearchRun m_setRun; ///< of the set
    QTimer *m_soon;     ///< the set's figures are shown some times a second
    QList<SearchSetting> m_settings;
    SearchFilter m_shared;
    SearchResults m_shown; ///< what the cards show, one row of it
    QString m_shownQuery;  ///< what it was searched for
    QList<SearchResults> m_kept; ///< what was shown of other stores last, one row each, the latest first
    QStringList m_keys;    ///< attributes that were seen
    bool m_recalling = false;
    QAction *m_runAction = nullptr;
    QAction *m_runSetAction = nullptr;
    QAction *m_open = nullptr;
    QAction *m_expected = nullptr;
    QAction *m_expand = nullptr;
    QAction *m_addSetting = nullptr;
    QAction *m_editSetting = nullptr;
    QAction *m_removeSetting = nullptr;
    QAction *m_conditions = nullptr;
};

} // namespace odc
