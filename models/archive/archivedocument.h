// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivepatience.h"
#include "archive/archivetarget.h"

#include <QObject>

namespace odc {

class Session;

/// Copies one document from its source into a target, as it came, and compares what the target says it has.
/// One that is larger than any answer may be is not taken. Destroying it stops it.
class ArchiveDocument : public QObject
{
    Q_OBJECT
public:
    ArchiveDocument(Session &source, ArchiveTarget &target, const ArchiveUnit &unit,
                    const QList<qint64> &waitsMs, QObject *parent);
    ~ArchiveDocument() override;

    void start();
    const ArchiveUnit &unit() const { return m_unit; }

Q_SIGNALS:
    void waiting(const odc::ApiError &error, qint64 ms);
    /// The target has it, with this checksum. `whole`: the source did not say that there is more of it.
    void finished(qint64 bytes, const QString &sha256, bool whole);
    /// The source said no.
    void failed(const odc::ApiError &error);
    void targetFailed(const odc::ApiError &error);

private:
    void hand(const RawDocument &document);

    Session &m_source;
    ArchiveTarget &m_target;
    const ArchiveUnit m_unit;
    ArchivePatience m_patience;
};

} // namespace odc
