// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

namespace odc {

class TransferQueue;

/// What becomes of the files of a profile beside the transfers: whoever deletes some tells it here, whoever lists files
/// hears of it. One for each transfer queue, which owns it. GUI thread.
class FileNews final : public QObject
{
    Q_OBJECT
public:
    /// That of the profile whose transfers these are.
    static FileNews &of(TransferQueue &transfers);

    /// These files are gone at the service; none: nothing is told.
    void tellDeleted(const QSet<QString> &fileIds);

Q_SIGNALS:
    void deleted(const QSet<QString> &fileIds);

private:
    explicit FileNews(QObject *parent) : QObject(parent) { }
};

} // namespace odc
