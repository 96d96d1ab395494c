// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditlog.h"

#include <QHash>

namespace odc::auditline {

/// The line that is written before a call leaves, with its line end.
QByteArray begin(const AuditEntry &entry);
/// The line that is written once its result is known.
QByteArray end(const AuditEntry &entry);

/// Puts lines together that belong together.
class Reader
{
public:
    /// Takes one line, in the order in which they were written.
    void take(const QByteArray &line);
    /// What was read, oldest first. Those whose result no line tells are Unknown, and not running.
    QList<AuditEntry> entries() const { return m_entries; }
    int unreadable() const { return m_unreadable; }
    /// The highest number of an entry so far.
    qint64 lastSerial() const { return m_lastSerial; }

private:
    void takeBegin(const QJsonObject &json, qint64 serial);
    void takeEnd(const QJsonObject &json, qint64 serial);

    QList<AuditEntry> m_entries;
    QHash<qint64, qsizetype> m_open; ///< place of those without a result, by serial
    int m_unreadable = 0;
    qint64 m_lastSerial = 0;
};

} // namespace odc::auditline
