// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"

#include <QStringList>

namespace odc {

/// Takes keys out of text before it leaves the request queue: the session's own ones, and whatever looks like
/// a key, also a half-masked one as servers echo it ("sk-abc***xyz").
class Redactor
{
public:
    Redactor() = default;
    explicit Redactor(const QStringList &secrets);

    QString clean(const QString &text) const;
    QByteArray clean(const QByteArray &text) const;
    /// All texts of the error.
    void clean(ApiError &error) const;

private:
    QStringList m_secrets; ///< each also as it looks percent-encoded
};

} // namespace odc
