// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "api/rawobject.h"
#include "archive/archivepatience.h"
#include "archive/archivetarget.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace odc {

class Session;

/// Copies one list from its source into a target: asks the target what it has, follows the source's pages,
/// and puts what is new or different. Destroying it stops it; what was put stays.
class ArchiveWalk : public QObject
{
    Q_OBJECT
public:
    ArchiveWalk(Session &source, ArchiveTarget &target, const ArchiveUnit &unit, const QList<qint64> &waitsMs,
                QObject *parent);
    ~ArchiveWalk() override;

    void start();
    const ArchiveUnit &unit() const { return m_unit; }
    /// Ids and digests of what the source has; all of it once finished() came.
    const QHash<QString, QByteArray> &seen() const { return m_seen; }
    /// Ids that the target has and the source has no more; once finished() came.
    QStringList missing() const;
    qint64 changed() const { return m_changed; }
    /// What the source has and no archive can keep, for its id is nothing that one can be called; by id.
    const QHash<QString, QJsonObject> &unfit() const { return m_unfit; }

Q_SIGNALS:
    /// A page is at the target, as the source has it, but for what is unfit.
    void page(const QList<odc::RawObject> &objects);
    /// The source does not answer; it is asked again in so many ms.
    void waiting(const odc::ApiError &error, qint64 ms);
    void finished();
    /// The source said no.
    void failed(const odc::ApiError &error);
    /// The archive itself could not be read or written.
    void targetFailed(const odc::ApiError &error);

private:
    using PageDone = std::function<void(Result<Page<RawObject>>)>;

    void askTarget();
    void askSource();
    void fetch(const QString &after, const PageDone &done);
    void store(const Page<RawObject> &page, const PageDone &done);
    bool fits(const RawObject &object) const;
    void put(QList<QList<RawObject>> portions, const Page<RawObject> &page, const PageDone &done);

    Session &m_source;
    ArchiveTarget &m_target;
    const ArchiveUnit m_unit;
    ArchivePatience m_patience;
    Call m_call;
    Pager<RawObject> m_there; ///< what the target has
    Pager<RawObject> m_here;  ///< what the source has
    QHash<QString, QByteArray> m_had;
    QHash<QString, QByteArray> m_seen;
    QHash<QString, QJsonObject> m_unfit;
    qint64 m_changed = 0;
};

} // namespace odc
