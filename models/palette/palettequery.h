// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "palette/fuzzyindex.h"
#include "palette/fuzzymatch.h"

namespace odc {

/// Kinds of entries beside the objects: what a person can do.
inline constexpr quint8 actionEntry = 32;

/// What was typed into the palette. ">" at its beginning looks for actions alone, "@" for objects alone; the
/// name of a kind ("batch", or as the window's language has it) raises what is of that kind.
struct PaletteQuery
{
    enum class Only { All, Actions, Objects };
    Only only = Only::All;
    FuzzyQuery words;
    QString text; ///< without the sign at its beginning

    static PaletteQuery of(const QString &typed);
};

/// "batch", translated: how the palette calls one of a kind, and what raises it. Never empty.
QString kindName(ObjectKind kind);

/// An object as the palette finds it. Its detail and metadata are found as well.
FuzzyEntry paletteEntry(const IndexedObject &object, quint16 source);

} // namespace odc
