// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"
#include "net/requestqueue.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"

namespace odc::test {

/// A session on a fake wire with a clock that is moved by hand.
struct ApiBench
{
    explicit ApiBench(const QUrl &baseUrl = QUrl(QStringLiteral("https://api.example.test/v1")))
    {
        RequestQueue::Options options;
        options.baseUrl = baseUrl;
        options.credentials.apiKey = QStringLiteral("sk-test-secret-key");
        auto fake = std::make_unique<FakeTransport>(&clock);
        wire = fake.get();
        session = std::make_unique<Session>(
            std::make_unique<RequestQueue>(options, std::move(fake), clock, [] { return 0.0; }), clock);
    }
    FilesApi &files() { return session->files(); }
    EvalsApi &evals() { return session->evals(); }

    FakeClock clock;
    FakeTransport *wire = nullptr;
    std::unique_ptr<Session> session;
};

/// Stores what a call gives.
template <typename T> auto into(std::optional<T> *slot)
{
    return [slot](T value) { slot->emplace(std::move(value)); };
}

} // namespace odc::test
