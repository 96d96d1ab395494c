// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptname.h"

#include "settings/profile.h"

#include <QCryptographicHash>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto separator = u'@'; ///< is in no id: it would be encoded
constexpr qsizetype digits = 12;

} // namespace

QString keptNameOfId(const QString &profileId)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(profileId));
}

QString keptName(const Profile &profile)
{
    const QString name = keptNameOfId(profile.id);
    const QString place = profile.isHere() ? profile.dataFolder
                                           : profile.effectiveUrl().toString() + u'\n' +
                                                 profile.organization + u'\n' + profile.project;
    if (place.isEmpty())
        return name;
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    return name + separator + QString::fromLatin1(hash.first(digits));
}

bool isKeptName(const QString &name, const QString &profileId)
{
    const QString own = keptNameOfId(profileId);
    return name == own || name.startsWith(own + separator);
}

} // namespace odc
