// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirebuilder.h"

#include "net/body.h"
#include "net/requestrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace odc::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostLoggedJson = 64 * 1024;

/// Keys are printable ASCII; anything else is a slip of the clipboard and would break the header it stands
/// in.
bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

QString keyFor(const ApiRequest &request, const Credentials &credentials)
{
    return (request.needsAdminKey ? credentials.adminKey : credentials.apiKey).trimmed();
}

} // namespace

ApiError refusal(const ApiRequest &request, const RequestQueue::Options &options)
{
    using Kind = ApiError::Kind;
    if (options.readOnly && request.effect != Effect::Reads)
        return ApiError::make(Kind::ReadOnly);
    if (request.path.isEmpty())
        return ApiError::make(Kind::Invalid, QCoreApplication::translate(
                                                 "RequestQueue", "There is no object with an empty id"));
    const QUrl &base = options.baseUrl;
    if (!base.isValid() || base.host().isEmpty() ||
        (base.scheme() != "https"_L1 && base.scheme() != "http"_L1)) {
        return ApiError::make(Kind::HostNotFound, QCoreApplication::translate(
                                                      "RequestQueue", "“%1” is not an http or https address")
                                                      .arg(base.toString(QUrl::RemoveUserInfo)));
    }

    const QString key = keyFor(request, options.credentials);
    if (request.needsAdminKey && key.isEmpty())
        return ApiError::make(
            Kind::NoKey, QCoreApplication::translate("RequestQueue", "This operation needs an admin key"));
    if (options.keyRequired && key.isEmpty())
        return ApiError::make(Kind::NoKey);
    if (!isPrintable(key)) {
        return ApiError::make(
            Kind::NoKey, QCoreApplication::translate("RequestQueue",
                                                     "The key holds spaces or characters that no key has"));
    }
    if (!key.isEmpty() && !rules::mayCarryKey(base)) {
        return ApiError::make(Kind::InsecureUrl,
                              QCoreApplication::translate("RequestQueue", "%1 is not encrypted")
                                  .arg(base.toString(QUrl::RemoveUserInfo)));
    }
    return {};
}

QByteArray beginOfUrls(const QUrl &base)
{
    return base.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment |
                          QUrl::StripTrailingSlash);
}

QUrl url(const QByteArray &begin, const ApiRequest &request)
{
    QByteArray text = begin + request.path.toUtf8();
    char separator = '?';
    for (const auto &[name, value] : request.query) {
        text += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

HttpHeaders openHeaders(const ApiRequest &request, const Credentials &credentials)
{
    HttpHeaders headers;
    const auto add = [&headers](const char *name, const QString &value) {
        const QString trimmed = value.trimmed();
        if (!trimmed.isEmpty() && isPrintable(trimmed))
            headers.add(name, trimmed.toLatin1());
    };
    add("OpenAI-Organization", credentials.organization);
    add("OpenAI-Project", credentials.project);
    // Both official SDKs still send it for vector stores, and for nothing else.
    if (request.path.startsWith("/vector_stores"_L1) && !request.headers.contains("OpenAI-Beta"))
        headers.add("OpenAI-Beta", "assistants=v2");
    for (const auto &[name, value] : request.headers.fields())
        headers.add(name, value);
    return headers;
}

Result<WireRequest> build(const ApiRequest &request, const QUrl &url, const Credentials &credentials,
                          const QByteArray &clientRequestId)
{
    WireRequest out;
    out.method = request.method;
    out.url = url;
    out.lane = request.lane;
    out.stream = request.sink != nullptr;
    out.silenceMs = request.silenceMs;

    if (const QString key = keyFor(request, credentials); !key.isEmpty())
        out.headers.add("Authorization", "Bearer " + key.toLatin1());
    out.headers.add("X-Client-Request-Id", clientRequestId);
    if (!request.headers.contains("Accept"))
        out.headers.add("Accept", "application/json");
    const HttpHeaders open = openHeaders(request, credentials);
    for (const auto &[name, value] : open.fields())
        out.headers.add(name, value);

    std::shared_ptr<const RequestBody> body = request.body;
    if (!body && request.method != Method::Get)
        body = std::make_shared<EmptyBody>();
    if (!body)
        return out;
    auto device = body->open();
    if (!device)
        return failure(device.error());
    out.body = std::move(*device);
    out.bodySize = body->size();
    if (const QByteArray type = body->contentType(); !type.isEmpty())
        out.headers.add("Content-Type", type);
    return out;
}

LoggedCall describe(const ApiRequest &request, const QUrl &url, const RequestQueue::Options &options,
                    const Redactor &redactor)
{
    LoggedCall call;
    call.method = methodName(request.method);
    call.url = redactor.clean(url.toEncoded(QUrl::RemoveUserInfo));
    const qsizetype host = call.url.indexOf("://") + 3;
    const qsizetype path = call.url.indexOf('/', host);
    if (path > 0)
        call.path = QString::fromLatin1(call.url.sliced(path));
    const QString base = options.baseUrl.path(QUrl::FullyEncoded);
    if (base.size() > 1 && call.path.startsWith(base))
        call.path.remove(0, base.size());
    call.admin = request.needsAdminKey;
    call.changes = request.effect != Effect::Reads;
    const HttpHeaders open = openHeaders(request, options.credentials);
    for (const auto &[name, value] : open.fields())
        call.headers.append({name, redactor.clean(value)});
    if (!request.body)
        return call;
    if (const QByteArray json = request.body->json(); json.size() <= mostLoggedJson)
        call.jsonBody = redactor.clean(json);
    const auto parts = request.body->parts();
    for (const auto &part : parts) {
        call.formFields.append({part.name, part.filePath.isEmpty() ? redactor.clean(part.value)
                                                                   : u'@' + redactor.clean(part.fileName)});
    }
    return call;
}

} // namespace odc::wire
