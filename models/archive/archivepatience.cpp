// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivepatience.h"

#include <algorithm>

namespace odc {

std::optional<qint64> ArchivePatience::next(const ApiError &error)
{
    // A server that answers 5xx to one object may do so for ever; three times are enough there.
    constexpr qsizetype mostAnswered = 2;
    const bool mayPass = error.isTransient() || error.kind == ApiError::Kind::HostNotFound;
    if (!mayPass || m_tried >= m_waitsMs.size() ||
        (error.kind == ApiError::Kind::Server && m_tried >= mostAnswered))
        return std::nullopt;
    return std::max(m_waitsMs.at(m_tried++), error.retryAfterMs);
}

ArchiveTrouble troubleOf(const ApiError &error)
{
    using Kind = ApiError::Kind;
    switch (error.kind) {
    case Kind::HostNotFound:
    case Kind::Refused:
    case Kind::Network:
    case Kind::Tls:
    case Kind::Timeout:
    case Kind::Unauthorized:
    case Kind::RateLimited:
    case Kind::Billing:
    case Kind::NoKey:
    case Kind::InsecureUrl:
    case Kind::LocalFile:
    case Kind::Cancelled:
        return ArchiveTrouble::Source;
    default:
        return ArchiveTrouble::Object;
    }
}

} // namespace odc
