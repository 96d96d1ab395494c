// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchrun.h"
#include "ui/widgets/card.h"

class QListView;
class QModelIndex;
class QToolButton;

namespace odc {

class ElidedLabel;
class LabHitsModel;
class StateOverlay;
class TextLabel;
class Theme;

/// One setting of the search lab with what it found: Enter opens a hit in its file, the space bar and the
/// plus and minus keys show more or less of its text, left and right go to the card beside it.
class LabCard final : public Card
{
    Q_OBJECT
public:
    explicit LabCard(const Theme &theme, QWidget *parent = nullptr);

    void setSetting(const SearchSetting &setting);
    const SearchSetting &setting() const { return m_setting; }
    /// Nothing was searched yet; `hasQuery`: it could be.
    void showNothing(bool hasQuery);
    void showSearching();
    /// An answer or why there is none. `asked`: the lines of the query.
    void showCell(const SearchResults::Cell &cell, const QStringList &asked);
    /// What is shown was found with other settings than those above it.
    void setStale(bool stale);
    void setExpected(const SetQuery &query);

    /// The hit that the keyboard is at; null when there is none.
    const StoreSearchHit *currentHit() const;
    bool isCurrentExpected() const;
    bool isCurrentExpanded() const;
    void toggleCurrent();
    QListView *list() const { return m_list; }
    const LabHitsModel &model() const { return *m_model; }
    QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void contentsRequested();
    void retryRequested();
    /// -1: the card before; 1: the one behind, in reading direction.
    void leaveRequested(int step);
    /// Below the hit; global.
    void hitMenuRequested(const QPoint &place);
    void settingMenuRequested(const QPoint &place);
    void editRequested();
    void currentChanged();
    void focused();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void setNotes(const QString &above, const QString &below);

    const Theme &m_theme;
    SearchSetting m_setting;
    LabHitsModel *m_model;
    ElidedLabel *m_title;
    QToolButton *m_menu;
    ElidedLabel *m_above; ///< what was searched for, when that is not what was asked
    TextLabel *m_stale;
    QListView *m_list;
    TextLabel *m_below; ///< that there is more
    StateOverlay *m_state;
    bool m_hasError = false;
};

} // namespace odc
