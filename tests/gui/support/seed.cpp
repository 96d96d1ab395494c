// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/seed.h"

#include "transfers/transferjournal.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTest>
#include <QUrl>
#include <QUuid>

namespace odc::test {

using namespace Qt::StringLiterals;

bool seedTransfers(const QString &home, const QString &profileId, const QList<TransferRecord> &records)
{
    TransferJournal journal(home + u"/data/transfers/"_s + QString::fromLatin1(QUrl::toPercentEncoding(profileId)));
    bool loaded = false;
    journal.load(&journal, [&](const TransferJournal::Contents &) { loaded = true; });
    if (!QTest::qWaitFor([&] { return loaded; }) || !journal.isKept())
        return false;
    int left = int(records.size());
    qint64 position = 0;
    for (TransferRecord record : records) {
        record.position = ++position;
        journal.save(record, &journal, [&](const Result<void> &) { --left; });
    }
    return QTest::qWaitFor([&] { return left == 0; });
}

TransferRecord uploadRecord(const QString &path, const QString &purpose, qint64 partSize, int done, const QString &uploadId)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    TransferRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.path = path;
    record.name = QFileInfo(path).fileName();
    record.size = QFileInfo(path).size();
    record.purpose = purpose;
    record.addedAt = now - 120;
    record.mimeType = u"application/jsonl"_s;
    if (partSize == 0)
        return record;
    record.attempts = 1;
    record.inParts = true;
    record.partSize = partSize;
    record.uploadId = uploadId;
    record.uploadCreatedAt = now - 600;
    record.uploadExpiresAt = now + 3000;
    record.stage = TransferRecord::Stage::Sending;
    const qint64 count = (record.size + partSize - 1) / partSize;
    for (int i = 0; i < count; ++i)
        record.partIds << (i < done ? u"part_%1"_s.arg(i, 6, 10, QChar(u'0')) : QString());
    if (const auto identity = SourceIdentity::of(path))
        record.identity = *identity;
    return record;
}

TransferRecord downloadRecord(const QString &fileId, const QString &path, qint64 size)
{
    TransferRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.direction = TransferRecord::Direction::Download;
    record.path = path;
    record.name = QFileInfo(path).fileName();
    record.size = size;
    record.fileId = fileId;
    record.addedAt = QDateTime::currentSecsSinceEpoch() - 60;
    return record;
}

} // namespace odc::test
