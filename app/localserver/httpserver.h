// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/reply.h"
#include "localserver/request.h"

#include <memory>
#include <optional>

namespace odc::server {

/** What answers requests. Called from several threads at once. */
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;
    /** Called with the head only. A reply given here is sent without reading the body. */
    virtual std::optional<Reply> refuse(RequestContext &context) = 0;
    /** Called when refuse() had nothing to say. Must not throw. */
    virtual Reply handle(RequestContext &context) = 0;
};

/**
 * HTTP/1.1 on the loopback interface, by cpp-httplib with a connection loop of our own: it wakes up at once
 * when it is stopped, does not spin while a connection idles, and closes a connection whose body was not read
 * so that the client still hears the answer.
 */
class HttpServer
{
public:
    explicit HttpServer(HttpHandler &handler);
    ~HttpServer();

    /** Binds 127.0.0.1:\p port (0: any free one) and serves in threads of its own. False with a reason. */
    bool start(quint16 port, QString *error);
    /** The bound port; 0 unless running. */
    quint16 port() const;
    /** Gives running requests a moment to finish, then cuts all connections. Returns when all threads have
     * ended. */
    void stop();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
    HttpHandler &m_handler;
};

} // namespace odc::server
