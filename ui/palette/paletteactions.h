// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/fuzzyindex.h"
#include "palette/fuzzysearch.h"
#include "ui/palette/paletterow.h"

#include <QHash>
#include <QPointer>

class QAction;
class QMainWindow;

namespace odc {

/// What a person can do in a window at this moment: what its menus and the open page offer, and what other
/// pages offer that needs no selection. What cannot be done now is left out. GUI thread.
class PaletteActions
{
public:
    /// Looks anew. The action by which the palette itself is opened is left out.
    void read(const QMainWindow &window);

    const FuzzyIndex &index() const { return m_index; }
    /// Nothing for what cannot be done now.
    PaletteRow rowOf(const FuzzyFound &found) const;
    /// The row of an action that is there; false when it is not.
    bool find(const FuzzyKey &key, PaletteRow *row) const;
    /// Those that lead to a page, and what the open page itself offers, as menus have them.
    QList<PaletteRow> usual() const;

    /// What a row stands for; null when it went meanwhile. `pageId` gets the page that is to be gone to
    /// first; empty: none.
    QAction *actionOf(const FuzzyKey &key, QString *pageId) const;

private:
    struct Offer
    {
        QPointer<QAction> action;
        FuzzyKey key;
        QString title;
        QString path; ///< of menus
        QString words; ///< other ones for it
        QString more() const { return words.isEmpty() ? path : path.isEmpty() ? words : path + QStringLiteral(" · ") + words; }
        bool usual = false;
    };
    PaletteRow rowOf(const Offer &offer) const;

    QList<Offer> m_offers;
    QHash<quint64, qsizetype> m_byKey; ///< hash of the key
    FuzzyIndex m_index;
};

/// Which action opens the palette.
inline constexpr auto paletteAction = "go.find";

} // namespace odc
