// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilestore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Never written: it follows the language.
QString localName()
{
    return QCoreApplication::translate("ProfileStore", "Local");
}

} // namespace

ProfileStore::ProfileStore(const QString &path, QObject *parent) : QObject(parent), m_store(path, 1)
{
    const QJsonArray stored = m_store.load().value("profiles"_L1).toArray();
    for (const QJsonValue &value : stored) {
        Profile profile = Profile::fromJson(value.toObject());
        if (profile.id == QLatin1StringView(localProfileId) && profile.name.isEmpty())
            profile.name = localName();
        if (!profile.id.isEmpty() && !find(profile.id))
            m_profiles << profile;
    }
    if (!find(QLatin1StringView(localProfileId))) {
        Profile local;
        local.id = QLatin1StringView(localProfileId);
        local.name = localName();
        local.kind = Profile::Kind::Local;
        local.colour = u"#1A7F4B"_s;
        m_profiles.prepend(local);
    }
}

bool ProfileStore::isUsualName(const Profile &profile)
{
    return profile.id == QLatin1StringView(localProfileId) && profile.name == localName();
}

const Profile *ProfileStore::find(const QString &id) const
{
    const auto it = std::find_if(m_profiles.cbegin(), m_profiles.cend(), [&](const Profile &p) { return p.id == id; });
    return it == m_profiles.cend() ? nullptr : &*it;
}

Result<QString> ProfileStore::put(Profile profile)
{
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QList<Profile> before = m_profiles;
    const auto it = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const Profile &p) { return p.id == profile.id; });
    if (it == m_profiles.end())
        m_profiles << profile;
    else
        *it = profile;
    // A temporary profile is never written, so a folder that cannot be written to does not keep it away either.
    const auto saved = profile.temporary ? Result<void>() : save();
    if (!saved) {
        m_profiles = before;
        return failure(saved.error());
    }
    Q_EMIT changed();
    return profile.id;
}

Result<void> ProfileStore::remove(const QString &id)
{
    const QList<Profile> before = m_profiles;
    m_profiles.removeIf([&](const Profile &p) {
        return p.id == id && !p.temporary && p.id != QLatin1StringView(localProfileId);
    });
    if (m_profiles.size() == before.size())
        return {};
    if (const auto saved = save(); !saved) {
        m_profiles = before;
        return failure(saved.error());
    }
    Q_EMIT changed();
    return {};
}

Result<void> ProfileStore::save() const
{
    QJsonArray array;
    for (const Profile &profile : m_profiles) {
        if (profile.temporary)
            continue;
        QJsonObject object = profile.toJson();
        if (profile.id == QLatin1StringView(localProfileId) && profile.name == localName())
            object.insert(u"name"_s, QString());
        array.append(object);
    }
    return m_store.save({{u"profiles"_s, array}});
}

} // namespace odc
