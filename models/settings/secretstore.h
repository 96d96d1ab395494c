// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <optional>

namespace odc {

/// Which of a profile's keys is meant.
enum class SecretKind { ApiKey, AdminKey };

/// A key. It is no QString, so that it cannot end up in a log line, a setting or a message by accident: the
/// text comes out only through reveal().
class SecretString
{
public:
    SecretString() = default;
    explicit SecretString(const QString &text) : m_text(text) {}

    const QString &reveal() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const SecretString &a, const SecretString &b) { return a.m_text == b.m_text; }
    friend QDebug operator<<(QDebug debug, const SecretString &) { return debug << "***"; }

private:
    QString m_text;
};

/// Why a store did not do what it was asked for.
struct SecretError
{
    enum class Kind {
        Unavailable, ///< there is no store here, or it does not answer
        Locked,      ///< the store is there and keeps its door shut
        Refused,     ///< the person, or the system, said no
        ReadOnly     ///< this store cannot be written to
    };

    Kind kind = Kind::Unavailable;
    QString message; ///< translated: what happened
    QString advice;  ///< translated: what the person can do
    QString detail;  ///< the system's own words, may be empty; never holds a key
};

/// Where keys are kept. GUI thread only. Every answer arrives later, from the event loop, never from within
/// the call; none arrives once `owner` (never null) has been destroyed, but a write or removal that was begun
/// is carried out.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Keychain, Memory, Environment };

    /// The key; nothing when the store is sure that it has none; an error when it could not tell.
    using ReadResult = tl::expected<std::optional<SecretString>, SecretError>;
    using ReadDone = std::function<void(const ReadResult &)>;
    /// Where the key was put.
    using WriteResult = tl::expected<Kind, SecretError>;
    using WriteDone = std::function<void(const WriteResult &)>;
    using RemoveResult = tl::expected<void, SecretError>;
    using RemoveDone = std::function<void(const RemoveResult &)>;

    using QObject::QObject;

    /// Where a key written now would most likely be kept.
    virtual Kind kind() const = 0;

    /// One translated sentence about kind(): "Keys are kept in the system's keychain."
    virtual QString description() const = 0;

    /// Asks whether the store is there at all: what has not been asked for anything is thought to be. storageChanged() tells
    /// of it when it turns out otherwise.
    virtual void probe() { }

    /// Fetches a key. `expected`: our settings say that one was stored, so its absence is an error, not an
    /// answer (a locked keychain says "not found").
    virtual void read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                      ReadDone done) = 0;

    /// Stores a key in place of any older one. An empty key is not stored but removed.
    virtual void write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
                       WriteDone done) = 0;

    /// Forgets a key; a key that is not there is fine, unless it is `expected` and the store cannot be asked.
    virtual void remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                        RemoveDone done) = 0;

Q_SIGNALS:
    /// Keys are kept elsewhere from now on than description() said so far.
    void storageChanged(const QString &description);
};

} // namespace odc
