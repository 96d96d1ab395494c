// SPDX-License-Identifier: GPL-3.0-or-later
#include "archiveverify.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 3;

/// Nothing lies there, or nothing can: a manifest that somebody meddled with may name what is no list and no
/// id.
bool cannotBeThere(const ApiError &error)
{
    return error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::Invalid;
}

} // namespace

/// One list, read to its end.
class ArchiveVerify::Reader : public QObject
{
public:
    Reader(const ArchiveUnit &unit, QObject *parent) : QObject(parent), m_unit(unit) {}

    void read(ArchiveTarget &target, const std::function<void(const ApiError &)> &done)
    {
        Pager<RawObject>::Events events;
        events.page = [this](const QList<RawObject> &objects) {
            for (const RawObject &object : objects)
                digests.insert(object.id, object.digest);
        };
        events.finished = [done] { done({}); };
        events.failed = [done](const ApiError &error) { done(error); };
        m_pager.start(
            [this, &target](const QString &after, std::function<void(Result<Page<RawObject>>)> page) {
                return target.list(m_unit, after, this, std::move(page));
            },
            std::move(events));
    }

    QHash<QString, QByteArray> digests;

private:
    const ArchiveUnit m_unit;
    Pager<RawObject> m_pager;
};

ArchiveVerify::ArchiveVerify(ArchiveTarget &target, const ArchiveManifest &manifest, QObject *parent)
    : QObject(parent), m_target(target), m_manifest(manifest)
{
    for (auto list = manifest.listings.cbegin(); list != manifest.listings.cend(); ++list) {
        for (auto unit = list->cbegin(); unit != list->cend(); ++unit)
            m_units.append({list.key(), ArchiveUnit::parentsOf(unit.key())});
    }
    m_contents = manifest.contents.keys();
    m_total = m_units.size() + m_contents.size();
}

ArchiveVerify::~ArchiveVerify() = default;

void ArchiveVerify::start()
{
    QMetaObject::invokeMethod(this, &ArchiveVerify::pump, Qt::QueuedConnection);
}

void ArchiveVerify::pump()
{
    while (!m_ended && m_running < atOnce && (!m_units.isEmpty() || !m_contents.isEmpty()))
        next();
    if (m_ended || m_running > 0)
        return;
    m_ended = true;
    Q_EMIT finished();
}

void ArchiveVerify::next()
{
    ++m_running;
    const auto ended = [this](const ApiError &error) {
        --m_running;
        ++m_done;
        if (m_ended)
            return;
        if (error.kind != ApiError::Kind::None) {
            m_ended = true;
            Q_EMIT targetFailed(error);
            return;
        }
        Q_EMIT progressed();
        pump();
    };
    if (m_units.isEmpty()) {
        const QString id = m_contents.takeFirst();
        m_target.content(id, this, [this, id, ended](const Result<ArchiveTarget::Content> &there) {
            const ArchiveManifest::Content wanted = m_manifest.contents.value(id);
            const bool missing = !there && cannotBeThere(there.error());
            if (missing || (there && (there->bytes != wanted.bytes || there->sha256 != wanted.sha256)))
                m_badContents << id;
            ended(missing || there ? ApiError() : there.error());
        });
        return;
    }
    const ArchiveUnit unit = m_units.takeFirst();
    if (isArchiveDocument(unit.list)) {
        readDocument(unit, ended);
        return;
    }
    auto *reader = new Reader(unit, this);
    reader->read(m_target, [this, unit, reader, ended](const ApiError &error) {
        reader->deleteLater();
        const bool missing = cannotBeThere(error);
        if (error.kind != ApiError::Kind::None && !missing) {
            ended(error);
            return;
        }
        m_counts[unit.list] += reader->digests.size();
        QHash<QString, QByteArray> live = reader->digests;
        const QHash<QString, qint64> gone = m_manifest.gone.value(unit.list);
        if (!gone.isEmpty()) {
            live.removeIf([&](const auto &entry) { return gone.contains(archiveKey(unit, entry.key())); });
        }
        const ArchiveManifest::Listing wanted = m_manifest.listings.value(unit.list).value(unit.key());
        if (live.size() != wanted.count || (wanted.count > 0 && listingChecksum(live) != wanted.checksum))
            m_badUnits << unit;
        ended({});
    });
}

void ArchiveVerify::readDocument(const ArchiveUnit &unit, const std::function<void(const ApiError &)> &ended)
{
    m_target.document(unit, this, [this, unit, ended](const Result<ArchiveTarget::Content> &there) {
        const bool missing = !there && cannotBeThere(there.error());
        const ArchiveManifest::Listing wanted = m_manifest.listings.value(unit.list).value(unit.key());
        if (there)
            ++m_counts[unit.list];
        if (missing || (there && (there->bytes != wanted.count || there->sha256 != wanted.checksum)))
            m_badUnits << unit;
        ended(missing || there ? ApiError() : there.error());
    });
}

} // namespace odc
