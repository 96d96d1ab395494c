// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivesurvey.h"

#include "api/session.h"
#include "archive/archivemanifest.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 2;

} // namespace

class ArchiveSurvey::Reader : public QObject
{
public:
    using QObject::QObject;
    Pager<RawObject> pager;
};

ArchiveSurvey::ArchiveSurvey(Session &source, QObject *parent) : QObject(parent), m_source(source) {}

ArchiveSurvey::~ArchiveSurvey() = default;

void ArchiveSurvey::start()
{
    for (const ArchivePart &part : archivePlan()) {
        if (part.parent.isEmpty())
            m_units.append({part.list, {}});
    }
    pump();
}

void ArchiveSurvey::take(const ArchiveUnit &unit, const QList<RawObject> &objects)
{
    const ArchivePart *part = archivePart(unit.list);
    Count &mine = m_counts[unit.list];
    mine.count += objects.size();
    for (const RawObject &object : objects) {
        if (part->contentBytes)
            mine.bytes += std::max<qint64>(0, part->contentBytes(object.raw));
        for (const ArchivePart &below : archivePlan()) {
            const QString &teller = below.expectedBy.isEmpty() ? below.parent : below.expectedBy;
            if (below.expected && teller == unit.list)
                m_counts[below.list].count += below.expected(object.raw).value_or(0);
            else if (!below.expected && below.parent == unit.list)
                m_units.append(unit.below(below.list, object.id));
        }
    }
    Q_EMIT changed();
}

void ArchiveSurvey::pump()
{
    while (m_running < atOnce && !m_units.isEmpty()) {
        const ArchiveUnit unit = m_units.takeFirst();
        auto *reader = new Reader(this);
        ++m_running;
        const auto ended = [this, reader] {
            reader->deleteLater();
            --m_running;
            pump();
        };
        Pager<RawObject>::Events events;
        events.page = [this, unit](const QList<RawObject> &objects) { take(unit, objects); };
        events.finished = ended;
        events.failed = [this, unit, ended](const ApiError &error) {
            m_counts[unit.list].unavailable = archiveReason(error);
            for (const ArchivePart &part : archivePlan()) {
                if (unit.parents.isEmpty() && ancestorsOf(part).contains(unit.list))
                    m_counts[part.list].unavailable = archiveReason(error);
            }
            ended();
        };
        const ArchivePart *part = archivePart(unit.list);
        reader->pager.start(
            [this, unit, part, reader](const QString &after,
                                        std::function<void(Result<Page<RawObject>>)> done) {
                return m_source.raw().list({unit.path(), part->pageSize, part->order, after}, reader, std::move(done));
            },
            std::move(events));
    }
    if (m_running > 0)
        return;
    for (const ArchivePart &part : archivePlan())
        m_counts[part.list].whole = true;
    Q_EMIT changed();
}

} // namespace odc
