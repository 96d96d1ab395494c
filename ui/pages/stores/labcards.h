// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchrun.h"

#include <QScrollArea>

class QHBoxLayout;

namespace odc {

class LabCard;
class Theme;

/// The cards of the settings side by side; scrolled sideways where there is no room for all.
class LabCards final : public QScrollArea
{
    Q_OBJECT
public:
    explicit LabCards(const Theme &theme, QWidget *parent = nullptr);

    /// A card of a setting that was there keeps what it shows.
    void setSettings(const QList<SearchSetting> &settings);
    /// The one that the keyboard is or was in; null when there is none.
    LabCard *active() const;
    LabCard *card(const QString &name) const;
    const QList<LabCard *> &cards() const { return m_cards; }
    void focusActive();

    void showNothing(bool hasQuery);
    void showSearching();
    /// A row of results: what each setting found for the query, and whether it would still be searched like
    /// that.
    void showRow(const SearchResults &results, qsizetype row);
    /// The same of one card.
    void showCell(LabCard *card, const SearchResults &results, qsizetype row);
    /// What is shown was found with what `results` say.
    void markStale(const SearchResults &results, const SearchFilter &shared);
    void setExpected(const SetQuery &query);

Q_SIGNALS:
    void contentsRequested();
    void retryRequested();
    void hitMenuRequested(const QPoint &place);
    void settingMenuRequested(const QPoint &place);
    void editRequested();
    /// Another hit or card.
    void activeChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    LabCard *make();
    void setActive(LabCard *card);
    void step(LabCard *from, int by);

    const Theme &m_theme;
    QWidget *m_row;
    QHBoxLayout *m_layout;
    QList<LabCard *> m_cards;
    LabCard *m_active = nullptr;
};

} // namespace odc
