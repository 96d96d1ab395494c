// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "api/vectorstore.h"

#include <QString>

namespace odc {

class FileNames;

/// What is said of stores and their files, wherever they are shown.
namespace storetext {

/// A file that is in progress longer than this is said to be stuck.
constexpr qint64 stuckSeconds = 15 * 60;
/// An end that is nearer than this is said before anything that is well.
constexpr qint64 expirySoonSeconds = 3 * 24 * 3600;

/// What the person called the store, on one line, or that it has no name.
QString title(const VectorStore &store);
/// What of it matters most: "3 failed", "indexing 71 %", "expires in 2 d", "completed".
QString state(const VectorStore &store, qint64 nowUnix);
/// All of it in words, one thing a line.
QString stateDetails(const VectorStore &store, qint64 nowUnix);
/// It ends soon, or has ended.
bool expiresSoon(const VectorStore &store, qint64 nowUnix);
/// "in 2 d", "never", "7 days after use".
QString expiry(const VectorStore &store, qint64 nowUnix);
/// How many of its files have been through, 0..100.
int indexedPercent(const StoreFileCounts &counts);
/// "7 completed, 2 in progress, 1 failed of 10".
QString counts(const StoreFileCounts &counts);

/// What a file is called; its id while nobody knows.
QString fileName(const FileNames &names, const QString &fileId);
bool isStuck(const StoreFile &file, qint64 nowUnix);
/// "completed", "unsupported file", "stuck for 2 h".
QString state(const StoreFile &file, qint64 nowUnix);
/// Why it failed or does not go on; empty when there is nothing to say.
QString reason(const StoreFile &file, qint64 nowUnix);
/// The word for a code of `last_error`; the code itself where it is not known.
QString errorWord(const QString &code);
/// "auto", "800 / 400 tokens".
QString chunking(const StoreFile &file);

/// "in progress 35 %", "cancelled".
QString state(const StoreFileBatch &batch);

} // namespace storetext

} // namespace odc
