// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/fuzzyindex.h"
#include "palette/fuzzymatch.h"
#include "ui/theme/iconset.h"

#include <QColor>
#include <QIcon>
#include <QList>
#include <QString>

namespace odc {

/// One row of the palette: what it is, and how it is shown.
struct PaletteRow
{
    enum class What {
        Action,
        Object,
        Lookup, ///< an id that is not known: it is asked for when the row is chosen
        Note    ///< nothing to choose: what cannot be done, and why
    };
    What what = What::Object;
    FuzzyKey key; ///< of a lookup: the id alone
    Icon icon = Icon::File;
    QIcon picture; ///< in place of the icon, where it is not null
    QString title;
    QList<FuzzyRange> titleMarks;
    bool titleIsId = false;
    QString detail; ///< beside the title
    QList<FuzzyRange> detailMarks;
    QString right; ///< an id, or keys
    QList<FuzzyRange> rightMarks;
    bool rightIsId = false;
    QString profile; ///< of an object of another one
    QColor colour;   ///< of that profile
    QString reason;  ///< why it cannot be chosen; empty: it can

    bool isSame(const PaletteRow &other) const
    {
        return what == other.what && key.kind == other.key.kind && key.source == other.key.source &&
               key.id == other.key.id && key.parent == other.key.parent;
    }
    bool canBeChosen() const { return what != What::Note && reason.isEmpty(); }
};

} // namespace odc
