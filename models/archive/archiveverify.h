// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "archive/archivemanifest.h"
#include "archive/archivetarget.h"

#include <QObject>

namespace odc {

/// Reads an archive back, object by object, and compares it with what its manifest says came from the source.
class ArchiveVerify : public QObject
{
    Q_OBJECT
public:
    /// `manifest` is as it stands now.
    ArchiveVerify(ArchiveTarget &target, const ArchiveManifest &manifest, QObject *parent);
    ~ArchiveVerify() override;

    void start();
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }

    /// Lists that do not hold what they should, and documents that are not there or are others.
    const QList<ArchiveUnit> &badUnits() const { return m_badUnits; }
    /// Ids of files whose content is not there, or is another.
    const QStringList &badContents() const { return m_badContents; }
    /// How many objects of a list, or documents, lie in the archive, those that are gone at the source among them.
    qint64 count(const QString &list) const { return m_counts.value(list); }

Q_SIGNALS:
    void progressed();
    void finished();
    void targetFailed(const odc::ApiError &error);

private:
    class Reader;
    void pump();
    void next();
    void readDocument(const ArchiveUnit &unit, const std::function<void(const ApiError &)> &ended);

    ArchiveTarget &m_target;
    const ArchiveManifest m_manifest;
    QList<ArchiveUnit> m_units;
    QStringList m_contents;
    QHash<QString, qint64> m_counts;
    QList<ArchiveUnit> m_badUnits;
    QStringList m_badContents;
    int m_running = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_ended = false;
};

} // namespace odc
