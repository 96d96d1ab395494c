// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace odc {

/// What is known before a file goes into a store of whether the service will index it (WIRE §5).
enum class StoreFileProblem {
    None,
    Empty,
    TooLarge, ///< over 512 MB
    Unreadable,
    NotAFile,
    UnknownEnding, ///< no kind of file that is said to be indexed; some services take more, so it can be
                   ///< tried
    SameName,      ///< another one in this list is called the same; both can go in
};

/// The largest file a store takes, in bytes.
inline constexpr qint64 largestStoreFile = 512LL * 1024 * 1024;

/// The ending says what is inside, and the service is said to read it.
bool hasKnownEnding(const QString &fileName);
/// True when it cannot go in at all.
bool isRefusal(StoreFileProblem problem);
/// One translated sentence; empty for None. `fileName`: whose ending it is.
QString problemText(StoreFileProblem problem, const QString &fileName);

/// The limits of attributes.
inline constexpr int mostAttributes = 16;
inline constexpr int longestAttributeKey = 64;
inline constexpr int longestAttributeText = 512;

/// What is wrong with these attributes, translated; empty: nothing.
QString attributesProblem(const QJsonObject &attributes);

} // namespace odc
