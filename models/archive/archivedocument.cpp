// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivedocument.h"

#include "api/session.h"
#include "base/clock.h"

namespace odc {

ArchiveDocument::ArchiveDocument(Session &source, ArchiveTarget &target, const ArchiveUnit &unit,
                                 const QList<qint64> &waitsMs, QObject *parent)
    : QObject(parent), m_source(source), m_target(target), m_unit(unit), m_patience(waitsMs)
{
}

ArchiveDocument::~ArchiveDocument() = default;

void ArchiveDocument::start()
{
    const auto done = [this](const Result<RawDocument> &document) {
        if (document) {
            hand(*document);
            return;
        }
        const auto wait = m_patience.next(document.error());
        if (!wait) {
            Q_EMIT failed(document.error());
            return;
        }
        Q_EMIT waiting(document.error(), *wait);
        m_source.clock().callLater(*wait, this, [this] { start(); });
    };
    m_source.raw().document(m_unit.path(), archivePart(m_unit.list)->document, this, done);
}

void ArchiveDocument::hand(const RawDocument &document)
{
    const qint64 bytes = document.json.size();
    const QString sha256 = QString::fromLatin1(document.digest);
    const bool whole = document.whole;
    m_target.putDocument(
        m_unit, document.json, this,
        [this, bytes, sha256, whole](const Result<ArchiveTarget::Content> &stored) {
            if (!stored) {
                // What the archive does not take, for what it is, ends nothing else.
                const ApiError::Kind kind = stored.error().kind;
                if (kind == ApiError::Kind::Invalid || kind == ApiError::Kind::TooLarge)
                    Q_EMIT failed(ApiError::make(ApiError::Kind::BadResponse, stored.error().message));
                else
                    Q_EMIT targetFailed(stored.error());
                return;
            }
            if (stored->sha256 != sha256 || stored->bytes != bytes) {
                Q_EMIT targetFailed(ApiError::make(
                    ApiError::Kind::BadResponse,
                    tr("“%1” is another one in the archive than the one that came").arg(m_unit.key())));
                return;
            }
            Q_EMIT finished(bytes, sha256, whole);
        });
}

} // namespace odc
