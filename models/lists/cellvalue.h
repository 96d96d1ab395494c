// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>

namespace odc {

/// What item models say about a cell beside Qt's own roles. Views and delegates read these; nothing reads display text.
enum CellRole {
    SortRole = Qt::UserRole + 1, ///< Typed value to sort by (integer, double or string), never formatted text.
    ToneRole,                    ///< int(Tone): draws the cell as a state. Missing or None: plain text.
    MonospaceRole,               ///< bool: ids, JSON and code; drawn in the fixed font and the secondary colour.
    ElideMiddleRole,             ///< bool: cut in the middle, so that both ends of an id stay readable.
    ProgressRole,                ///< CellProgress: drawn as a bar by ProgressDelegate.
    FailureTextRole,             ///< bool: the text says what went wrong; drawn in the colour of failures.
};

/// How a state is to be taken. Views draw it as shape, colour and word.
enum class Tone { None, Fine, Running, Attention, Failed };

/// A bar: shares are of the whole, 0..1.
struct CellProgress {
    double done = 0;          ///< Share that is finished, failures included; negative: not known.
    double failed = 0;        ///< Share that failed, at the end of `done`.
    Tone tone = Tone::Running; ///< Colour of the finished share: Running while it moves, Fine at the end.
    /// Transfers: one byte a part, 'd' done, 'r' running, 'f' failed, anything else waiting. Empty: a plain bar.
    QByteArray parts{};
    double errored = 0;        ///< Share that ended without a verdict, after the failed one; part of `done`, not of `failed`.

    friend bool operator==(const CellProgress &, const CellProgress &) = default;
};

} // namespace odc

Q_DECLARE_METATYPE(odc::CellProgress)
Q_DECLARE_METATYPE(odc::Tone)
