// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace odc {

/// Where to work and as whom: everything but the keys, which are in the SecretStore under the profile's id.
struct Profile {
    enum class Kind {
        OpenAI,     ///< api.openai.com
        Compatible, ///< any service that speaks the same API, at baseUrl
        Local,      ///< the embedded server; its address is known only while it runs
        Archive     ///< an offline copy in `dataFolder`: the embedded server on it, and nothing can be changed
    };

    QString id; ///< never shown, never changes
    QString name;
    Kind kind = Kind::OpenAI;
    QString baseUrl;      ///< as typed; see effectiveUrl()
    QString organization; ///< OpenAI-Organization; empty = not sent
    QString project;      ///< OpenAI-Project; empty = not sent
    QString colour;       ///< "#rrggbb"
    bool readOnly = false;
    bool production = false; ///< said in the status bar; changes ask first
    QString proxy;        ///< "http://host:port", "socks5://host:port", "none"; empty = the system's
    QString caFile;       ///< PEM file trusted beside the system's authorities
    bool keyRequired = true;
    bool hasApiKey = false;   ///< a key was stored; the keychain alone cannot always tell (it may be locked)
    bool hasAdminKey = false;
    QString dataFolder;       ///< Local: empty for the program's own; Archive: where it lies
    QString archiveOf;        ///< Archive: the host it was copied from
    qint64 archivedAt = 0;    ///< Archive: unix seconds
    bool unfinished = false;  ///< Archive: making it has not come to its end yet
    bool temporary = false;   ///< from the environment: never written to disk, not editable

    /// The embedded server serves it: no address, no key, no proxy.
    bool isHere() const { return kind == Kind::Local || kind == Kind::Archive; }
    bool isArchive() const { return kind == Kind::Archive; }
    /// Without a slash at its end; invalid when it is no http(s) address. Empty for what isHere().
    QUrl effectiveUrl() const;
    /// "api.openai.com", "localhost:8080", "offline copy of api.openai.com": what the person recognises.
    QString hostLabel() const;
    /// hostLabel(), and what tells apart archives of one place: when they were made, the folder, whether unfinished.
    QString placeLabel() const;
    /// The same without the folder.
    QString stateLabel() const;
    /// Scheme, host and port of effectiveUrl(), as "https://host:443": a key stored for one origin never goes to another.
    /// Empty for what isHere(), and when the address cannot be used.
    QString origin() const;
    /// Whether a session opened for the other profile would do for this one: names and colours may differ.
    bool sameSession(const Profile &other) const;
    /// Why the profile cannot be used as it is, translated; empty when it can.
    QString problem() const;

    QJsonObject toJson() const;
    static Profile fromJson(const QJsonObject &object);

    static QString openAiUrl();
    static QStringList colours(); ///< offered in the dialog, distinct in light and dark
};

/// Id of the profile that is there from the first start.
inline constexpr auto localProfileId = "local";
/// Id of the profile made from OPENAI_* variables.
inline constexpr auto environmentProfileId = "environment";

} // namespace odc
