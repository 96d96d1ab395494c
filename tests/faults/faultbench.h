// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"
#include "base/clock.h"
#include "base/requestlog.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/faultproxy.h"
#include "support/rawserver.h"
#include "support/serverprocess.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace odc::test {

using namespace Qt::StringLiterals;

/// The machine's clock on which pauses between attempts pass fifty times as fast; deadlines stay what they
/// are.
class HastyClock final : public Clock
{
public:
    qint64 monotonicMs() const override { return m_real.monotonicMs() * factor; }
    qint64 unixSeconds() const override { return m_real.unixSeconds(); }
    void callLater(qint64 delayMs, QObject *context, std::function<void()> action) override
    {
        const bool pause = delayMs < 20'000;
        // A timer may be early by less than one of its own milliseconds, which here are fifty.
        m_real.callLater(pause ? delayMs / factor + 1 : delayMs, context, std::move(action));
    }

private:
    static constexpr qint64 factor = 50;
    SystemClock m_real;
};

/// A real transport that loses patience sooner.
class ImpatientTransport final : public Transport
{
public:
    explicit ImpatientTransport(qint64 silenceMs) : m_silenceMs(silenceMs) {}
    std::unique_ptr<Exchange> send(WireRequest request) override
    {
        request.silenceMs = m_silenceMs;
        return m_inner.send(std::move(request));
    }

private:
    QnamTransport m_inner{TransportOptions{.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}}};
    const qint64 m_silenceMs;
};

inline const QString faultsKey = u"sk-faults-0123456789abcdef"_s;
inline const QString faultsAdminKey = u"sk-admin-faults-0123456789abcdef"_s;

/// A session over a real connection that loses patience after `silenceMs`.
inline std::unique_ptr<Session> sessionAt(const QUrl &url, Clock &clock, qint64 silenceMs)
{
    RequestQueue::Options options;
    options.baseUrl = url;
    options.credentials.apiKey = faultsKey;
    options.credentials.adminKey = faultsAdminKey;
    return std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<ImpatientTransport>(silenceMs), clock,
                                       [] { return 0.0; }),
        clock);
}

/// What goes wrong, by the name that a test's rows have for it; none for another name.
inline std::optional<Fault> faultCalled(const QString &name, const QUrl &elsewhere)
{
    if (name == "429"_L1)
        return Fault::rateLimited(1);
    if (name == "500"_L1)
        return Fault::serverError();
    if (name == "503"_L1)
        return Fault::overloaded();
    if (name == "reset before reading"_L1)
        return Fault::drop();
    if (name == "reply lost"_L1)
        return Fault::loseReply();
    if (name == "body cut off"_L1)
        return Fault::truncateBody(5);
    if (name == "HTML 200"_L1)
        return Fault::html(200);
    if (name == "HTML 502"_L1)
        return Fault::html(502);
    if (name == "bad JSON"_L1)
        return Fault::truncateJson();
    if (name == "stall"_L1)
        return Fault::stall();
    if (name == "401"_L1)
        return Fault::unauthorized();
    if (name == "307"_L1)
        return Fault::redirect(elsewhere);
    return {};
}

/// What it means to an operation that its answer was lost.
enum class Does {
    Reads,   ///< or sets what is there to what is given: may be repeated
    Deletes, ///< may be repeated, and is then met by a 404
    Makes,   ///< goes out once; after a 500, too, only a list tells whether it was made
    Ends     ///< or starts, halts ...: goes out once, but the thing itself shows what came of a 500
};

/// One operation of the API, as a test's rows and the fault proxy know it.
struct FaultyOperation
{
    const char *name;
    const char *method;
    const char *pathEnd;
    Does does = Does::Reads;
    bool isOpaque = false; ///< its answer can be any bytes: none of them are wrong
};

/// How an operation ended.
struct Ending
{
    ApiError error;       ///< kind None when it went well
    bool asWanted = true; ///< what it gave is right
};

/// Keeps how it ended; `check` judges what it gave.
template <typename T, typename Check> auto into(std::optional<Ending> &ending, Check check)
{
    return [&ending, check](const Result<T> &result) {
        ending.emplace();
        if (result)
            ending->asWanted = check(*result);
        else
            ending->error = result.error();
    };
}

/// The operations of one area under each fault, against the real local server with a fault proxy before it. A
/// test derives from it, says what its operations are and what they leave behind, and has slots that call the
/// functions here.
class FaultTest : public QObject
{
protected:
    using Kind = ApiError::Kind;

    virtual QList<FaultyOperation> operations() const = 0;
    /// Begins it; false when there is no such operation.
    virtual bool begin(Session &session, const QString &operation, std::optional<Ending> &ending) = 0;
    /// Looks at the server: whether the thing of this row was made or ended as often as that, and everything
    /// else is as it was.
    virtual void verifyTraces(const QString &operation, int arrived) = 0;

    void startServer(const QStringList &arguments)
    {
        QVERIFY2(m_server.start(arguments), qPrintable(m_server.errorText()));
        m_proxy = std::make_unique<FaultProxy>(m_server.url());
    }
    /// What was sent so far belongs to no row.
    void forgetRequests()
    {
        m_proxy->clearFaults();
        m_proxy->clearSeen();
        m_server.clearLog();
    }
    RawReply request(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                     const QString &key = faultsKey) const
    {
        return rawRequest(m_server.url(), method, "/v1" + path.toUtf8(),
                          {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + key.toUtf8()}},
                          body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    QJsonObject ask(const QByteArray &method, const QString &path, const QJsonObject &body = {}) const
    {
        return request(method, path, body).json();
    }
    int statusOf(const QString &path) const { return request("GET", path).status; }
    QString upload(const QByteArray &purpose, const QByteArray &name, const QByteArray &text) const
    {
        return postForm(m_server.url(), "/v1/files", {{"purpose", purpose, {}}, {"file", text, name}})
            .json()["id"_L1]
            .toString();
    }

    std::optional<Ending> run(Session &session, const QString &operation)
    {
        std::optional<Ending> ending;
        if (!begin(session, operation, ending))
            return {};
        [&] { QTRY_VERIFY_WITH_TIMEOUT(ending, 30'000); }();
        return ending;
    }

    void addLastingFaults() const;
    void lastingFault();
    void addPassingFaults() const;
    void passingFault();
    void addOperations() const;
    void nothingThere();

    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    RawServer m_elsewhere;
    HastyClock m_clock;

private:
    FaultyOperation called(const QString &name) const
    {
        const QList<FaultyOperation> all = operations();
        return *std::find_if(all.begin(), all.end(),
                             [&](const FaultyOperation &o) { return name == QLatin1StringView(o.name); });
    }
    void addFault(const QString &fault, const QString &operation, int times)
    {
        const std::optional<Fault> thing = faultCalled(fault, m_elsewhere.url(u"/v1/elsewhere"_s));
        QVERIFY2(thing, "unknown fault");
        const FaultyOperation faulty = called(operation);
        m_proxy->add(faulty.method, faulty.pathEnd, *thing, times);
    }
    void verifyTheKeysStayedHome(const Session &session) const
    {
        QCOMPARE(m_elsewhere.connections(), 0);
        for (const LoggedCall &call : session.requestLog().calls()) {
            const QString text = RequestLog::toCurl(call) + RequestLog::toPython(call) + call.error.details();
            QVERIFY2(!text.contains(faultsKey) && !text.contains(faultsAdminKey), qPrintable(text));
        }
    }
};

inline void FaultTest::addLastingFaults() const
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("arrived"); // whether the server did what it was asked
    const QList<FaultyOperation> all = operations();
    for (const FaultyOperation &operation : all) {
        const bool once = operation.does == Does::Makes || operation.does == Does::Ends;
        const bool deletes = operation.does == Does::Deletes;
        const bool acts = once || deletes;
        const auto row = [&](const char *fault, Kind kind, int attempts, int arrived = 0) {
            QTest::addRow("%s, %s", operation.name, fault)
                << QString::fromLatin1(operation.name) << QString::fromLatin1(fault) << kind << attempts
                << arrived;
        };
        row("429", Kind::RateLimited, 3);
        // What an end came to shows in the thing itself; whether something was made only the list tells.
        row("500", operation.does == Does::Makes ? Kind::OutcomeUnknown : Kind::Server, once ? 1 : 3);
        row("503", Kind::Server, 3);
        row("reset before reading", once ? Kind::OutcomeUnknown : Kind::Network, once ? 1 : 3);
        row("reply lost", once ? Kind::OutcomeUnknown : Kind::Network, once ? 1 : 3, acts);
        // Half an answer to a delete is followed by half a 404: not the API's whole words, so no proof.
        row("body cut off",
            once      ? Kind::OutcomeUnknown
            : deletes ? Kind::NotFound
                      : Kind::Network,
            once      ? 1
            : deletes ? 2
                      : 3,
            acts);
        row("HTML 200", once ? Kind::OutcomeUnknown : Kind::BadResponse, 1);
        row("HTML 502", once ? Kind::OutcomeUnknown : Kind::Server, once ? 1 : 3);
        if (!operation.isOpaque)
            row("bad JSON", once ? Kind::OutcomeUnknown : Kind::BadResponse, 1, acts);
        row("stall", once ? Kind::OutcomeUnknown : Kind::Timeout, once ? 1 : 3);
        row("401", Kind::Unauthorized, 1);
        row("307", once ? Kind::OutcomeUnknown : Kind::Redirect, 1);
    }
}

inline void FaultTest::lastingFault()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    QFETCH(ApiError::Kind, kind);
    QFETCH(int, attempts);
    QFETCH(int, arrived);
    addFault(fault, operation, -1);
    const auto console = sessionAt(m_proxy->url(), m_clock, fault == "stall"_L1 ? 300 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == kind, qPrintable(ending->error.details()));
    QCOMPARE(console->requestLog().calls().size(), attempts);
    QCOMPARE(ending->error.attempts, attempts);
    QVERIFY(!ending->error.headline().isEmpty());
    QVERIFY(!ending->error.requestId.isEmpty());
    if (fault == "307"_L1)
        QVERIFY(ending->error.message.contains(m_elsewhere.url().host()));

    // What the wire saw: Qt may repeat by itself what is harmless when a connection breaks, never what goes
    // out once.
    const Does does = called(operation).does;
    if (does == Does::Makes || does == Does::Ends || kind != Kind::Network)
        QCOMPARE(m_proxy->count({}), attempts);
    else
        QVERIFY(m_proxy->count({}) >= attempts);
    // What it left behind: nothing lost, nothing made twice, nothing ended that was not to end.
    verifyTraces(operation, arrived);
    verifyTheKeysStayedHome(*console);
}

inline void FaultTest::addPassingFaults() const
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    const QList<FaultyOperation> all = operations();
    for (const FaultyOperation &operation : all) {
        const bool once = operation.does == Does::Makes || operation.does == Does::Ends;
        for (const char *fault : {"429", "500", "503", "reset before reading", "reply lost", "body cut off",
                                  "HTML 502", "stall"}) {
            // What goes out once is repeated only when it surely did not arrive.
            if (!once || qstrcmp(fault, "429") == 0 || qstrcmp(fault, "503") == 0)
                QTest::addRow("%s, %s", operation.name, fault)
                    << QString::fromLatin1(operation.name) << QString::fromLatin1(fault);
        }
    }
}

inline void FaultTest::passingFault()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    addFault(fault, operation, 1);
    const auto console = sessionAt(m_proxy->url(), m_clock, fault == "stall"_L1 ? 1500 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == Kind::None, qPrintable(ending->error.details()));
    QVERIFY(ending->asWanted);
    verifyTraces(operation, called(operation).does == Does::Reads ? 0 : 1);
    verifyTheKeysStayedHome(*console);
}

inline void FaultTest::addOperations() const
{
    QTest::addColumn<QString>("operation");
    const QList<FaultyOperation> all = operations();
    for (const FaultyOperation &operation : all)
        QTest::newRow(operation.name) << QString::fromLatin1(operation.name);
}

inline void FaultTest::nothingThere()
{
    QFETCH(QString, operation);
    QUrl url = m_server.url();
    {
        RawServer gone;
        url.setPort(gone.serverPort());
    }
    const auto console = sessionAt(url, m_clock, 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QCOMPARE(ending->error.kind, Kind::Refused);
    QCOMPARE(ending->error.attempts, 3); // also what goes out once: it surely did not arrive
    verifyTraces(operation, 0);
    verifyTheKeysStayedHome(*console);
}

} // namespace odc::test
