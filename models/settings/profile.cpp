// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include "base/format.h"
#include "base/proxyaddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <tuple>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString kindName(Profile::Kind kind)
{
    switch (kind) {
    case Profile::Kind::OpenAI:
        return u"openai"_s;
    case Profile::Kind::Compatible:
        return u"compatible"_s;
    case Profile::Kind::Local:
        return u"local"_s;
    case Profile::Kind::Archive:
        return u"archive"_s;
    }
    return {};
}

} // namespace

namespace {

Profile::Kind kindCalled(const QString &name)
{
    for (const auto kind : {Profile::Kind::Compatible, Profile::Kind::Local, Profile::Kind::Archive}) {
        if (name == kindName(kind))
            return kind;
    }
    return Profile::Kind::OpenAI;
}

} // namespace

QString Profile::openAiUrl()
{
    return u"https://api.openai.com/v1"_s;
}

QStringList Profile::colours()
{
    return {u"#2563EB"_s, u"#1A7F4B"_s, u"#7C3AED"_s, u"#C2410C"_s, u"#C62828"_s, u"#0E7490"_s, u"#9D174D"_s, u"#5B6570"_s};
}

QUrl Profile::effectiveUrl() const
{
    if (isHere())
        return {};
    QString text = (kind == Kind::OpenAI && baseUrl.trimmed().isEmpty()) ? openAiUrl() : baseUrl.trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty()
        && !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    return usable ? url : QUrl();
}

QString Profile::hostLabel() const
{
    if (kind == Kind::Local)
        return QCoreApplication::translate("Profile", "this computer");
    if (kind == Kind::Archive)
        return QCoreApplication::translate("Profile", "offline copy of %1").arg(archiveOf);
    const QUrl url = effectiveUrl();
    return url.authority(); // a usable address holds no user name; IPv6 keeps its brackets
}

QString Profile::placeLabel() const
{
    if (!isArchive())
        return hostLabel();
    const QString folder = QDir::toNativeSeparators(dataFolder);
    const QString state = stateLabel();
    return state.isEmpty() ? folder : state + u" · "_s + folder;
}

QString Profile::stateLabel() const
{
    // What a person must know first: the rest is cut where there is no room.
    QStringList parts;
    if (isArchive() && unfinished)
        parts << QCoreApplication::translate("Profile", "unfinished");
    if (isArchive() && archivedAt > 0)
        parts << format::date(archivedAt);
    return parts.join(u" · "_s);
}

QString Profile::origin() const
{
    const QUrl url = effectiveUrl();
    if (!url.isValid() || url.isEmpty())
        return {};
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return url.scheme() + u"://"_s + url.host() + u':' + QString::number(port);
}

bool Profile::sameSession(const Profile &other) const
{
    const auto parts = [](const Profile &p) {
        return std::tuple(p.id, p.isHere() ? p.kind : Kind::OpenAI, p.dataFolder, p.effectiveUrl(), p.organization, p.project, p.proxy.trimmed(), p.caFile,
                          p.keyRequired, p.readOnly, p.production);
    };
    return parts(*this) == parts(other);
}

QString Profile::problem() const
{
    if (name.trimmed().isEmpty())
        return QCoreApplication::translate("Profile", "Give the profile a name.");
    if (kind == Kind::Archive && dataFolder.isEmpty())
        return QCoreApplication::translate("Profile", "The folder of the archive is missing.");
    if (!isHere() && !effectiveUrl().isValid())
        return QCoreApplication::translate("Profile",
                                           "The base URL must be like https://host/v1, without user name, query or #.");
    if (const QString wrong = ProxyAddress::fromText(proxy).sentence(); !wrong.isEmpty())
        return wrong;
    if (const QFileInfo ca(caFile); !caFile.isEmpty() && !(ca.isFile() && ca.isReadable()))
        return QCoreApplication::translate("Profile", "The certificate file cannot be read.");
    return {};
}

QJsonObject Profile::toJson() const
{
    QJsonObject object{{u"id"_s, id},
                       {u"name"_s, name},
                       {u"kind"_s, kindName(kind)},
                       {u"base_url"_s, baseUrl},
                       {u"organization"_s, organization},
                       {u"project"_s, project},
                       {u"colour"_s, colour},
                       {u"read_only"_s, readOnly},
                       {u"production"_s, production},
                       {u"proxy"_s, proxy},
                       {u"ca_file"_s, caFile},
                       {u"key_required"_s, keyRequired},
                       {u"has_api_key"_s, hasApiKey},
                       {u"has_admin_key"_s, hasAdminKey}};
    if (!dataFolder.isEmpty())
        object.insert(u"data_folder"_s, dataFolder);
    if (isArchive()) {
        object.insert(u"archive_of"_s, archiveOf);
        object.insert(u"archived_at"_s, archivedAt);
        object.insert(u"unfinished"_s, unfinished);
    }
    return object;
}

Profile Profile::fromJson(const QJsonObject &object)
{
    Profile profile;
    profile.id = object.value("id"_L1).toString();
    profile.name = object.value("name"_L1).toString();
    profile.kind = kindCalled(object.value("kind"_L1).toString());
    profile.baseUrl = object.value("base_url"_L1).toString();
    profile.organization = object.value("organization"_L1).toString();
    profile.project = object.value("project"_L1).toString();
    profile.colour = object.value("colour"_L1).toString(colours().first());
    profile.readOnly = object.value("read_only"_L1).toBool() || profile.isArchive();
    profile.production = object.value("production"_L1).toBool();
    profile.proxy = object.value("proxy"_L1).toString();
    profile.caFile = object.value("ca_file"_L1).toString();
    profile.keyRequired = object.value("key_required"_L1).toBool(true);
    profile.hasApiKey = object.value("has_api_key"_L1).toBool();
    profile.hasAdminKey = object.value("has_admin_key"_L1).toBool();
    profile.dataFolder = object.value("data_folder"_L1).toString();
    profile.archiveOf = object.value("archive_of"_L1).toString();
    profile.archivedAt = object.value("archived_at"_L1).toInteger();
    profile.unfinished = object.value("unfinished"_L1).toBool();
    return profile;
}

} // namespace odc
