// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectiontest.h"

#include "api/session.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

using Verdict = ConnectionReport::Verdict;
using Kind = ApiError::Kind;

/// The verdict on GET /models having failed with `error`.
Verdict verdictOf(const ApiError &error)
{
    switch (error.kind) {
    case Kind::None:
        return Verdict::Works;
    case Kind::HostNotFound:
        return Verdict::HostNotFound;
    case Kind::Refused:
        return Verdict::Refused;
    case Kind::Tls:
        return Verdict::Tls;
    case Kind::InsecureUrl:
        return Verdict::BadUrl;
    case Kind::Unauthorized:
    case Kind::NoKey:
        return Verdict::KeyRefused;
    case Kind::Forbidden:
        return Verdict::NoPermission;
    case Kind::RateLimited:
    case Kind::Billing:
        return Verdict::RateLimited;
    case Kind::NotFound:
    case Kind::MethodNotAllowed:
    case Kind::Redirect:
    case Kind::TooLarge:
    case Kind::Invalid:
    case Kind::Conflict:
        return Verdict::WrongPath;
    case Kind::BadResponse: // JSON of something else is no page of a web site
        return error.rawBody.trimmed().startsWith('<') ? Verdict::WrongPath : Verdict::NotThisApi;
    case Kind::Server:
        return Verdict::ServerError;
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::OutcomeUnknown:
    case Kind::ReadOnly:
    case Kind::LocalFile:
        return Verdict::Unreachable;
    }
    return Verdict::Unreachable;
}

bool isUsable(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

QString text(const char *source)
{
    return QCoreApplication::translate("ConnectionTest", source);
}

/// What the other side (or the system) said itself, in brackets; empty when it said nothing.
QString words(const ApiError &error)
{
    QStringList parts;
    if (error.httpStatus > 0)
        parts << u"HTTP %1"_s.arg(error.httpStatus);
    if (!error.message.isEmpty())
        parts << error.message;
    return parts.isEmpty() ? QString() : u" ("_s + parts.join(u": "_s) + u')';
}

} // namespace

QString ConnectionReport::sentence() const
{
    switch (verdict) {
    case Verdict::Works: {
        const QString models = QCoreApplication::translate(
            "ConnectionTest", "It works: %n model(s) can be used.", nullptr, modelCount);
        if (filesReadable)
            return models;
        return models + u' ' +
               text(QT_TRANSLATE_NOOP("ConnectionTest", "The list of files cannot be read, though")) +
               words(error) + u'.';
    }
    case Verdict::BadUrl:
        if (error.kind == Kind::InsecureUrl)
            return error.headline() + u". "_s + error.advice();
        return text(QT_TRANSLATE_NOOP(
            "ConnectionTest",
            "The base URL is no http or https address. It should look like https://api.openai.com/v1."));
    case Verdict::HostNotFound:
        return text(QT_TRANSLATE_NOOP("ConnectionTest", "The name of the server cannot be found: check the "
                                                        "spelling of the base URL, and the network")) +
               words(error) + u'.';
    case Verdict::Refused:
        return text(QT_TRANSLATE_NOOP("ConnectionTest", "Nothing answers at this address: check host and "
                                                        "port, the proxy, and that the server runs")) +
               words(error) + u'.';
    case Verdict::Unreachable:
        return text(QT_TRANSLATE_NOOP(
                   "ConnectionTest",
                   "The connection broke or stayed silent: check the network and the proxy")) +
               words(error) + u'.';
    case Verdict::Tls:
        return text(QT_TRANSLATE_NOOP("ConnectionTest",
                                      "The server's certificate was not accepted. If it comes from your "
                                      "company's own authority, set its file in the profile")) +
               words(error) + u'.';
    case Verdict::KeyRefused:
        if (error.kind == Kind::NoKey)
            return error.headline() + words(error) + u". "_s + error.advice();
        return text(QT_TRANSLATE_NOOP("ConnectionTest",
                                      "The server was reached, but it does not accept the API key: check the "
                                      "key, the organization and the project")) +
               words(error) + u'.';
    case Verdict::NoPermission:
        return text(QT_TRANSLATE_NOOP("ConnectionTest", "The key is accepted, but it may not list models: "
                                                        "give it the permission or use another")) +
               words(error) + u'.';
    case Verdict::WrongPath:
        return text(QT_TRANSLATE_NOOP(
                   "ConnectionTest",
                   "Something answers, but not this API at this path. The base URL usually ends in /v1")) +
               words(error) + u'.';
    case Verdict::NotThisApi:
        return text(QT_TRANSLATE_NOOP(
                   "ConnectionTest",
                   "What answers there is not the OpenAI API: the answer is no list of models")) +
               words(error) + u'.';
    case Verdict::RateLimited:
        if (error.kind == Kind::Billing)
            return error.headline() + words(error) + u". "_s + error.advice();
        return text(QT_TRANSLATE_NOOP(
                   "ConnectionTest",
                   "The key works, but the rate limit is reached right now: try again in a minute")) +
               words(error) + u'.';
    case Verdict::ServerError:
        return text(QT_TRANSLATE_NOOP(
                   "ConnectionTest",
                   "The server was reached, but has an error of its own: try again later")) +
               words(error) + u'.';
    }
    return {};
}

void testConnection(Session &session, QObject *owner, std::function<void(const ConnectionReport &)> done)
{
    if (!isUsable(session.baseUrl())) {
        ConnectionReport report;
        report.verdict = Verdict::BadUrl;
        QMetaObject::invokeMethod(
            owner ? owner : &session, [report, done = std::move(done)] { done(report); },
            Qt::QueuedConnection);
        return;
    }
    session.models().list(owner, [&session, owner, done = std::move(done)](Result<Page<ModelObject>> models) {
        ConnectionReport report;
        if (!models) {
            report.error = models.error();
            report.verdict = verdictOf(report.error);
            done(report);
            return;
        }
        report.modelCount = int(models->items.size());
        session.files().list({.purpose = {}, .limit = 1, .order = {}, .after = {}}, owner,
                             [report, done](Result<Page<FileObject>> files) mutable {
                                 report.filesReadable = files.has_value();
                                 if (!files)
                                     report.error = files.error();
                                 done(report);
                             });
    });
}

} // namespace odc
