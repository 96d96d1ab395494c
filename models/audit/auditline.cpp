// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditline.h"

#include "base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace odc::auditline {

using namespace Qt::StringLiterals;

namespace {

/// A server's own words can be any length.
constexpr int mostWords = 4000;

/// By ApiError::Kind. They are stored: they never change.
constexpr std::array kindWords{"none",      "host_not_found", "refused",      "network",     "tls",
                               "timeout",   "cancelled",      "unauthorized", "forbidden",   "not_found",
                               "method",    "conflict",       "too_large",    "invalid",     "rate_limited",
                               "billing",   "server",         "bad_response", "redirect",    "unknown",
                               "read_only", "file",           "no_key",       "insecure_url"};
static_assert(kindWords.size() == size_t(ApiError::Kind::InsecureUrl) + 1);

/// By AuditEntry::Outcome. They are stored, too.
constexpr std::array outcomeWords{"done", "failed", "unknown"};
static_assert(outcomeWords.size() == size_t(AuditEntry::Outcome::Unknown) + 1);

template <size_t Count>
int placeOf(const std::array<const char *, Count> &words, const QString &word, int otherwise)
{
    for (size_t i = 0; i < Count; ++i) {
        if (word == QLatin1StringView(words[i]))
            return int(i);
    }
    return otherwise;
}

// By hand: a run of ten thousand deletions writes twenty thousand lines, on the thread that draws the window.
using jsontext::appendKey;

void add(QByteArray &line, const char *key, const QByteArray &utf8)
{
    if (utf8.isEmpty())
        return;
    appendKey(line, key);
    jsontext::append(line, utf8);
}

void add(QByteArray &line, const char *key, const QString &text)
{
    add(line, key, text.toUtf8());
}

void add(QByteArray &line, const char *key, qint64 number)
{
    appendKey(line, key);
    jsontext::append(line, number);
}

/// [["name","value"],...]
template <typename Fields, typename Utf8>
void addPairs(QByteArray &line, const char *key, const Fields &fields, Utf8 utf8)
{
    if (fields.isEmpty())
        return;
    appendKey(line, key);
    line += '[';
    for (const auto &[name, value] : fields) {
        line += line.endsWith('[') ? "[" : ",[";
        jsontext::append(line, utf8(name));
        line += ',';
        jsontext::append(line, utf8(value));
        line += ']';
    }
    line += ']';
}

QByteArray head(const AuditEntry &entry)
{
    QByteArray line;
    line.reserve(512 + entry.call.jsonBody.size());
    line += '{';
    add(line, "n", entry.serial);
    return line;
}

qint64 number(const QJsonObject &json, QLatin1StringView key)
{
    return json[key].toInteger();
}

ApiError errorOf(const QJsonObject &json)
{
    ApiError error;
    error.kind =
        ApiError::Kind(placeOf(kindWords, json["kind"_L1].toString(), int(ApiError::Kind::BadResponse)));
    error.httpStatus = json["status"_L1].toInt();
    error.code = json["code"_L1].toString();
    error.type = json["type"_L1].toString();
    error.param = json["param"_L1].toString();
    error.message = json["message"_L1].toString();
    error.requestId = json["request"_L1].toString();
    error.operation = json["operation"_L1].toString();
    error.rawBody = json["raw"_L1].toString().toUtf8();
    error.attempts = json["attempts"_L1].toInt();
    return error;
}

} // namespace

QByteArray begin(const AuditEntry &entry)
{
    const LoggedCall &call = entry.call;
    QByteArray line = head(entry);
    add(line, "at", entry.sentUnix);
    add(line, "profile", entry.profile);
    add(line, "name", entry.name.left(mostWords));
    add(line, "method", call.method);
    add(line, "path", call.path);
    add(line, "url", call.url);
    add(line, "attempt", call.attempt);
    if (call.admin)
        add(line, "admin", 1);
    add(line, "request", call.requestId);
    addPairs(line, "headers", call.headers, [](const QByteArray &text) { return text; });
    addPairs(line, "form", call.formFields, [](const QString &text) { return text.toUtf8(); });
    add(line, "body", call.jsonBody);
    line += "}\n";
    return line;
}

QByteArray end(const AuditEntry &entry)
{
    const LoggedCall &call = entry.call;
    QByteArray line = head(entry);
    add(line, "end", QByteArray(outcomeWords[size_t(entry.outcome)]));
    add(line, "status", call.status);
    add(line, "ms", call.durationMs);
    add(line, "sent", call.bytesSent);
    add(line, "received", call.bytesReceived);
    add(line, "request", call.requestId);
    add(line, "made", entry.madeId);
    if (call.error.kind != ApiError::Kind::None) {
        appendKey(line, "error");
        line += '{';
        add(line, "kind", QByteArray(kindWords[size_t(call.error.kind)]));
        add(line, "status", call.error.httpStatus);
        add(line, "code", call.error.code.left(mostWords));
        add(line, "type", call.error.type.left(mostWords));
        add(line, "param", call.error.param.left(mostWords));
        add(line, "message", call.error.message.left(mostWords));
        add(line, "request", call.error.requestId);
        add(line, "operation", call.error.operation);
        add(line, "raw", QString::fromUtf8(call.error.rawBody).left(mostWords));
        add(line, "attempts", call.error.attempts);
        line += '}';
    }
    line += "}\n";
    return line;
}

void Reader::take(const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const qint64 serial = number(json, "n"_L1);
    if (serial <= 0)
        ++m_unreadable;
    else if (json.contains("end"_L1))
        takeEnd(json, serial);
    else
        takeBegin(json, serial);
}

void Reader::takeBegin(const QJsonObject &json, qint64 serial)
{
    AuditEntry entry;
    entry.sentUnix = number(json, "at"_L1);
    entry.profile = json["profile"_L1].toString();
    entry.name = json["name"_L1].toString();
    LoggedCall &call = entry.call;
    call.running = false;
    call.changes = true;
    call.startedUnix = entry.sentUnix;
    call.method = json["method"_L1].toString().toLatin1();
    call.path = json["path"_L1].toString();
    call.url = json["url"_L1].toString().toLatin1();
    call.attempt = json["attempt"_L1].toInt(1);
    call.admin = json["admin"_L1].toInt() != 0;
    call.requestId = json["request"_L1].toString();
    call.jsonBody = json["body"_L1].toString().toUtf8();
    const QJsonArray headers = json["headers"_L1].toArray();
    for (const QJsonValue &field : headers)
        call.headers.append({field[0].toString().toUtf8(), field[1].toString().toUtf8()});
    const QJsonArray form = json["form"_L1].toArray();
    for (const QJsonValue &field : form)
        call.formFields.append({field[0].toString(), field[1].toString()});
    if (call.method.isEmpty() || !call.path.startsWith(u'/')) {
        ++m_unreadable;
        return;
    }
    entry.serial = serial;
    m_lastSerial = std::max(m_lastSerial, serial); // two programs may write one file
    m_open.insert(serial, m_entries.size());
    m_entries.append(std::move(entry));
}

void Reader::takeEnd(const QJsonObject &json, qint64 serial)
{
    const auto found = m_open.constFind(serial);
    if (found == m_open.cend())
        return; // of one that is gone with an older file
    AuditEntry &entry = m_entries[*found];
    m_open.erase(found);
    entry.outcome = AuditEntry::Outcome(
        placeOf(outcomeWords, json["end"_L1].toString(), int(AuditEntry::Outcome::Unknown)));
    entry.madeId = json["made"_L1].toString();
    LoggedCall &call = entry.call;
    call.status = json["status"_L1].toInt();
    call.durationMs = number(json, "ms"_L1);
    call.bytesSent = number(json, "sent"_L1);
    call.bytesReceived = number(json, "received"_L1);
    if (const QString id = json["request"_L1].toString(); !id.isEmpty())
        call.requestId = id;
    if (json.contains("error"_L1))
        call.error = errorOf(json["error"_L1].toObject());
}

} // namespace odc::auditline
