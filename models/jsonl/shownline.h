// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/lineindex.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace odc {

/// What keeps a line from being read as a line of JSON.
enum class LineFault : quint8 { None, ByteOrderMark, Zeros, NotUtf8, NotJson, TooLong };

/// A line made ready to be looked at.
struct ShownLine
{
    qint64 number = 0;  ///< from 1
    qint64 offset = 0;  ///< in the file
    qint64 size = 0;    ///< bytes
    QString text{};     ///< its beginning, see visibleText()
    bool isCut = false; ///< the line goes on behind it
    LineFault fault = LineFault::None;
    int column = 0; ///< where the fault is, from 1 in UTF-16 units; 0: the whole line
    QString why{};  ///< translated sentence

    bool isFine() const { return fault == LineFault::None; }
};

/// Up to `most` bytes of the line are made text. `json`: it should be a JSON value; that is only told of
/// whole lines. Pure.
ShownLine shownLine(const IndexedLine &line, bool json, qsizetype most);

/// Bytes as a person can read them: UTF-8, and whatever is none, or would not be seen, as "\x00", "\u202e".
/// Pure.
QString visibleText(QByteArrayView bytes);
/// How many bytes the first `units` UTF-16 units of a line are; all of them where there are fewer. Bytes that
/// are no UTF-8 count as one unit each. `left`: how many units were missing. Pure.
qsizetype bytesOfUnits(QByteArrayView bytes, qint64 units, qint64 *left = nullptr);
/// `bytes` without the beginning and the end of letters that reach out of it. Pure.
QByteArrayView wholeLetters(QByteArrayView bytes, bool cutBefore, bool cutBehind);

/// Whether a file's lines should be JSON: by its name, else by how it begins.
bool looksLikeJsonLines(const QString &name, QByteArrayView head);

} // namespace odc
