// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchrun.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QSpinBox;
class QToolButton;

namespace odc {

class ElidedLabel;
class LabMeansModel;
class LabSetModel;
class ProgressStrip;
class QuerySets;
class StateOverlay;
class TableView;
class TextLabel;
class Theme;

/// The set of queries below the results: which one, how well each setting finds what it should, and query by
/// query.
class LabSetPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit LabSetPanel(const Theme &theme, QWidget *parent = nullptr);

    /// The sets of the store shown; null: of none. They may go at any time.
    void setSets(QuerySets *sets, const QString &current);
    /// The sample set is offered where it fits.
    void setSampleOffered(bool offered);
    bool isSampleOffered() const { return m_sampleOffered; }
    /// Empty: there is none.
    QString currentName() const;
    QuerySet currentSet() const;
    void selectSet(const QString &name);
    int k() const;
    void setK(int k);
    /// Before a run, of the settings that would run.
    void setSettings(const QList<SearchSetting> &settings);
    /// As they come in, and in the end.
    void setResults(const SearchResults &results, bool stale);
    /// Judged by the set as it is now.
    const SearchResults &results() const { return m_judged; }
    void setProgress(int done, int total);
    void setRunning(bool running);
    void setMenu(QMenu *menu);
    /// The query whose row is selected; empty: none.
    QString currentQuery() const;
    void selectQuery(const QString &text);
    TableView *table() const { return m_table; }
    TableView *means() const { return m_means; }
    QToolButton *menuButton() const { return m_menuButton; }

Q_SIGNALS:
    void setChosen();
    void kChanged();
    void runRequested();
    void stopRequested();
    /// A row was chosen; one that is current because the keyboard came here is not.
    void querySelected(const QString &text);
    /// Enter or a double click on it.
    void queryActivated(const QString &text);
    void removeQueryRequested();
    void queryMenuRequested(const QPoint &place);
    void newSetRequested();
    void sampleRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildTables();
    void showNames();
    void showSet();
    void showResults();
    void showState();
    void rowChosen();

    const Theme &m_theme;
    QPointer<QuerySets> m_sets;
    QString m_wanted; ///< the set that is to be shown
    SearchResults m_results;
    SearchResults m_judged;
    QList<SearchSetting> m_settings;
    bool m_stale = false;
    bool m_running = false;
    bool m_sampleOffered = false;
    bool m_quiet = false; ///< a row is selected because of what is shown above, not the other way round
    LabSetModel *m_model;
    LabMeansModel *m_meansModel;
    QSortFilterProxyModel *m_proxy;
    QComboBox *m_names;
    TextLabel *m_count;
    ElidedLabel *m_note;
    QSpinBox *m_k;
    QPushButton *m_run;
    QToolButton *m_menuButton;
    ProgressStrip *m_strip;
    TableView *m_means;
    TableView *m_table;
    StateOverlay *m_state;
};

} // namespace odc
