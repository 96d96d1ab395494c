// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

namespace odc {

class RequestBody;

enum class Method { Get, Post, Put, Delete };

/// "GET", "POST", "PUT", "DELETE".
QByteArray methodName(Method method);

/// Header fields in order; names compare without case.
class HttpHeaders
{
public:
    using Fields = QList<QPair<QByteArray, QByteArray>>;

    void add(QByteArray name, QByteArray value) { m_fields.emplaceBack(std::move(name), std::move(value)); }
    void reserve(qsizetype fields) { m_fields.reserve(fields); }
    /// First value of the field; empty when absent.
    QByteArray value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    const Fields &fields() const { return m_fields; }

private:
    Fields::const_iterator find(QByteArrayView name) const;

    Fields m_fields;
};

/// What a call does at the server: it decides whether the queue may repeat it by itself, and whether a
/// read-only profile lets it through (only Reads).
enum class Effect {
    Reads,   ///< may always be repeated
    Deletes, ///< may be repeated; 404 on a repeat means done
    Sets,    ///< puts a thing there as it is given: may be repeated, it comes to the same
    Changes, ///< starts or ends something: repeated only when it surely did not arrive (429, 503, refused);
             ///< see rules::mayRetry
    Creates ///< as Changes, and makes a thing that a list shows: after an answer that leaves open whether it
            ///< was made (500, 409) it can be looked for; see rules::leavesOutcomeOpen
};

/// What must not be done twice by itself.
constexpr bool actsOnce(Effect effect)
{
    return effect == Effect::Changes || effect == Effect::Creates;
}

/// Which slots a request uses, so that neither long transfers nor thousands of short calls starve lists and polls.
enum class Lane { Interactive, Background, Transfer, Bulk };

/// Takes the body of a 2xx answer piece by piece instead of keeping it in memory. Called on the GUI thread.
class BodySink
{
public:
    virtual ~BodySink() = default;
    /// Once per attempt, before the first piece: headers are known, anything of an earlier attempt is void.
    /// `total` is the body's length or -1. False ends the call with LocalFile and `errorText()`.
    virtual bool begin(int status, const HttpHeaders &headers, qint64 total) = 0;
    virtual bool write(const QByteArray &piece) = 0;
    virtual QString errorText() const { return {}; }
    /// False after a write: that was enough. The transfer stops there and counts as a success.
    virtual bool wantsMore() const { return true; }
};

/// One call as an endpoint class describes it: relative to the profile's base URL, without any credential.
struct ApiRequest
{
    Method method = Method::Get;
    QString path; ///< below the base URL, "/files/file-1"; ids already through pathSegment()
    QList<QPair<QString, QString>> query;    ///< unencoded; empty values are sent
    HttpHeaders headers;                     ///< beyond the standard ones
    std::shared_ptr<const RequestBody> body; ///< null: no body and no content type
    std::shared_ptr<BodySink> sink;          ///< null: the body is returned in HttpAnswer::body
    /// Turns the body into values before the callback is made; a large one on a pool thread, so it must be a
    /// pure function that keeps its result in what it captures. Not called for errors or with a sink.
    std::function<void(const QByteArray &body)> decode;
    Effect effect = Effect::Reads;
    Lane lane = Lane::Interactive;
    bool repeatable = true; ///< false: the caller repeats it, because it knows better than to begin at the start
    bool needsAdminKey = false;
    qint64 deadlineMs = 60'000; ///< for one attempt as a whole; 0 = none (streams), then only silence ends it
    qint64 silenceMs = 60'000;  ///< no byte in either direction for so long ends the attempt
};

/// The answer to a call that reached a 2xx.
struct HttpAnswer
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body; ///< empty when a sink took it
    QString requestId;
    int attempts = 1;
    QString operation; ///< "GET /files"
    Effect effect = Effect::Reads;
};

/// One id as one path segment: percent-encodes all but unreserved characters and ':', which the service wants
/// raw. Empty ids and dot segments give an empty string, which callers must refuse.
QString pathSegment(const QString &id);

} // namespace odc
