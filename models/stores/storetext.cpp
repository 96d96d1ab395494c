// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetext.h"

#include "base/format.h"
#include "stores/filenames.h"

#include <QCoreApplication>

#include <algorithm>

namespace odc::storetext {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StoreText)
};

qint64 ended(const StoreFileCounts &counts)
{
    return counts.completed + counts.failed + counts.cancelled;
}

} // namespace

QString title(const VectorStore &store)
{
    return store.name.isEmpty() ? Tr::tr("(no name)") : format::oneLine(store.name);
}

int indexedPercent(const StoreFileCounts &counts)
{
    // The counts of some servers do not add up: all of it is said only when nothing is left.
    const qint64 whole = std::max(counts.total, ended(counts) + counts.inProgress);
    if (whole <= 0)
        return 0;
    const int percent = int(ended(counts) * 100 / whole);
    return counts.inProgress > 0 ? std::min(percent, 99) : percent;
}

bool expiresSoon(const VectorStore &store, qint64 nowUnix)
{
    return store.isExpired() || (store.expiresAt && *store.expiresAt - nowUnix < expirySoonSeconds);
}

QString state(const VectorStore &store, qint64 nowUnix)
{
    if (store.isExpired())
        return Tr::tr("expired");
    const QString failed =
        store.counts.failed > 0 ? Tr::tr("%1 failed").arg(format::number(store.counts.failed)) : QString();
    if (store.isIndexing()) {
        const QString indexing = store.counts.total > 0
                                     ? Tr::tr("indexing %1 %").arg(indexedPercent(store.counts))
                                     : Tr::tr("indexing");
        return failed.isEmpty() ? indexing : failed + u" · "_s + indexing;
    }
    if (!failed.isEmpty())
        return failed;
    if (expiresSoon(store, nowUnix))
        return Tr::tr("expires %1", "in 2 d").arg(format::relativeTime(*store.expiresAt, nowUnix));
    if (store.counts.cancelled > 0)
        return Tr::tr("%1 cancelled").arg(format::number(store.counts.cancelled));
    return store.status.isEmpty() ? Tr::tr("unknown") : format::oneLine(store.status);
}

QString counts(const StoreFileCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0)
            parts << text.arg(format::number(count));
    };
    add(counts.completed, Tr::tr("%1 completed"));
    add(counts.inProgress, Tr::tr("%1 in progress"));
    add(counts.failed, Tr::tr("%1 failed"));
    add(counts.cancelled, Tr::tr("%1 cancelled"));
    if (parts.isEmpty())
        return format::number(counts.total);
    return Tr::tr("%1 of %2", "counts, total").arg(parts.join(u", "_s), format::number(counts.total));
}

QString stateDetails(const VectorStore &store, qint64 nowUnix)
{
    QStringList lines;
    lines << Tr::tr("Files: %1").arg(counts(store.counts));
    if (store.isExpired())
        lines << Tr::tr("It has expired: it cannot be searched any more.");
    else if (store.expiresAt)
        lines << Tr::tr("It expires %1 unless it is used.")
                     .arg(format::relativeTime(*store.expiresAt, nowUnix));
    return lines.join(u'\n');
}

QString expiry(const VectorStore &store, qint64 nowUnix)
{
    if (store.isExpired())
        return Tr::tr("expired");
    if (store.expiresAt)
        return format::relativeTime(*store.expiresAt, nowUnix);
    if (store.expiresAfterDays)
        return Tr::tr("%Ln day(s) after use", nullptr, int(*store.expiresAfterDays));
    return Tr::tr("never");
}

QString fileName(const FileNames &names, const QString &fileId)
{
    const QString name = names.nameOf(fileId);
    return name.isEmpty() ? format::oneLine(fileId) : format::oneLine(name);
}

bool isStuck(const StoreFile &file, qint64 nowUnix)
{
    return file.status == "in_progress"_L1 && file.createdAt && nowUnix - *file.createdAt > stuckSeconds;
}

QString errorWord(const QString &code)
{
    if (code == "unsupported_file"_L1)
        return Tr::tr("unsupported file");
    if (code == "invalid_file"_L1)
        return Tr::tr("invalid file");
    if (code == "server_error"_L1)
        return Tr::tr("server error");
    return format::oneLine(code);
}

QString state(const StoreFile &file, qint64 nowUnix)
{
    if (file.isFailed())
        return file.errorCode.isEmpty() ? Tr::tr("failed") : errorWord(file.errorCode);
    if (isStuck(file, nowUnix))
        return Tr::tr("stuck for %1").arg(format::duration(nowUnix - *file.createdAt));
    if (file.status == "in_progress"_L1)
        return Tr::tr("in progress");
    return file.status.isEmpty() ? Tr::tr("unknown") : format::oneLine(file.status);
}

QString reason(const StoreFile &file, qint64 nowUnix)
{
    QStringList lines;
    if (!file.errorCode.isEmpty() || !file.errorMessage.isEmpty()) {
        const QString word = errorWord(file.errorCode);
        lines << (word.isEmpty() || file.errorMessage.isEmpty() ? word + file.errorMessage
                                                                : word + u": "_s + file.errorMessage);
    } else if (file.isFailed()) {
        lines << Tr::tr("It failed, and the server does not say why.");
    }
    if (isStuck(file, nowUnix))
        lines << Tr::tr(
            "It has been in progress for %Ln minute(s), which is long: it may be stuck. Trying it again takes it "
            "out and puts it in anew.",
            nullptr, int(std::min<qint64>((nowUnix - *file.createdAt) / 60, 1'000'000'000)));
    return lines.join(u'\n');
}

QString chunking(const StoreFile &file)
{
    if (!file.chunking)
        return {};
    if (file.chunking->isStatic)
        return Tr::tr("%1 / %2 tokens", "size, overlap")
            .arg(format::number(file.chunking->maxTokens), format::number(file.chunking->overlapTokens));
    return format::oneLine(file.raw.value("chunking_strategy"_L1).toObject().value("type"_L1).toString());
}

QString state(const StoreFileBatch &batch)
{
    QStringList parts;
    if (batch.status == "in_progress"_L1)
        parts << (batch.counts.total > 0 ? Tr::tr("in progress %1 %").arg(indexedPercent(batch.counts))
                                         : Tr::tr("in progress"));
    else
        parts << (batch.status.isEmpty() ? u"…"_s : format::oneLine(batch.status));
    if (batch.counts.failed > 0)
        parts.prepend(Tr::tr("%1 failed").arg(format::number(batch.counts.failed)));
    return parts.join(u" · "_s);
}

} // namespace odc::storetext
