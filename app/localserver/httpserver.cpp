// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/httpserver.h"

#include "localserver/elasticpool.h"
#include "localserver/httpstream.h"

#include <chrono>
#include <cstring>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr int keepAliveSeconds = 60;
constexpr size_t maxConnections = 512;
constexpr int backlog = 256;
constexpr size_t sendBlock = 256 * 1024;
/** An unread body up to this size is read away so that the connection can be kept; a longer one costs it. */
constexpr qint64 discardLimit = 256 * 1024;
constexpr std::chrono::milliseconds stopGrace{1000};

using EnqueueResult = decltype(std::declval<httplib::TaskQueue &>().enqueue(std::function<void()>()));

/** Adapts the pool to httplib, whose older versions return nothing from enqueue() and newer ones a bool. */
class PoolQueue final : public httplib::TaskQueue
{
public:
    EnqueueResult enqueue(std::function<void()> task) override
    {
        m_pool.enqueue(std::move(task));
        return EnqueueResult(true);
    }
    void shutdown() override { m_pool.shutdown(); }

private:
    ElasticPool m_pool{maxConnections};
};

/** One connection with the request it carries at the moment. */
struct Connection
{
    explicit Connection(socket_t socket) : stream(socket) {}
    HttpStream stream;
    RequestContext context;
    bool hasRequest = false; ///< the context belongs to a request that could be parsed
    bool closeAfterReply = false;
    std::atomic<bool> busy{false};
};

thread_local Connection *currentConnection = nullptr;

class StreamedBody final : public BodyReader
{
public:
    StreamedBody(RequestContext &context, const httplib::ContentReader *reader)
        : m_context(context), m_reader(reader), m_finished(!context.chunked && context.contentLength <= 0)
    {
    }

    bool read(const BodySink &sink) override
    {
        if (m_finished)
            return true;
        if (m_started || !m_reader)
            return false;
        m_started = true;
        m_finished = (*m_reader)([&](const char *data, size_t size) {
            m_context.bodyBytes += qint64(size);
            return sink(data, qsizetype(size));
        });
        return m_finished;
    }

    bool isFinished() const { return m_finished; }

    void discard() override
    {
        if (!m_finished && !m_started && !m_context.chunked && m_context.contentLength <= discardLimit)
            read([](const char *, qsizetype) { return true; });
    }

private:
    RequestContext &m_context;
    const httplib::ContentReader *m_reader;
    bool m_started = false;
    bool m_finished;
};

void fillContext(RequestContext &context, const httplib::Request &request)
{
    context = RequestContext();
    context.startedNs = std::chrono::steady_clock::now().time_since_epoch().count();
    context.method = QByteArray::fromStdString(request.method);
    parseTarget(context, QByteArray::fromStdString(request.target));
    for (const auto &[name, value] : request.headers)
        context.headers.append({QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value)});
    bool isNumber = false;
    const qint64 length = context.header("content-length").toLongLong(&isNumber);
    context.contentLength = isNumber && length >= 0 ? length : -1;
    context.chunked = context.header("transfer-encoding").toLower().contains("chunked");
}

void sendFile(const Reply &reply, httplib::Response &response)
{
    const std::shared_ptr<QIODevice> file = reply.file;
    const qint64 start = reply.fileOffset;
    auto block = std::make_shared<std::vector<char>>(sendBlock);
    response.set_content_provider(
        size_t(reply.fileLength), reply.contentType.toStdString(),
        [file, start, block](size_t offset, size_t length, httplib::DataSink &sink) {
            if (!file->seek(start + qint64(offset)))
                return false;
            const qint64 got = file->read(block->data(), qint64(std::min(length, block->size())));
            return got > 0 && sink.write(block->data(), size_t(got));
        });
}

void fillResponse(const Reply &reply, httplib::Response &response)
{
    response.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        response.set_header(name.toStdString(), value.toStdString());
    // A provider of length 0 would be sent as if it had none, so that an empty slice goes as an empty body.
    if (reply.file && reply.fileLength > 0)
        sendFile(reply, response);
    else
        response.set_content(reply.body.constData(), size_t(reply.body.size()),
                             reply.contentType.toStdString());
}

} // namespace

class HttpServer::Engine final : public httplib::Server
{
public:
    explicit Engine(HttpHandler &handler);
    ~Engine() override { halt(); }
    bool begin(quint16 port, QString *error);
    void halt();
    quint16 port() const { return m_port; }

private:
    bool process_and_close_socket(socket_t socket) override;
    template <typename Base> bool processOne(Base &base, Connection &connection, bool &closed);
    void serve(httplib::Response &response, const httplib::ContentReader *reader);
    void send(Connection &connection, const Reply &reply, httplib::Response &response);
    int onExpect(httplib::Response &response);
    void cutConnections(bool onlyIdle);

    HttpHandler &m_handler;
    std::thread m_listener;
    quint16 m_port = 0;
    std::atomic<bool> m_stopping{false};
    std::mutex m_mutex;
    std::condition_variable m_closed;
    std::set<Connection *> m_connections;
};

HttpServer::Engine::Engine(HttpHandler &handler) : m_handler(handler)
{
    new_task_queue = [] { return new PoolQueue; };
    set_tcp_nodelay(true);
    set_keep_alive_max_count(1'000'000);
    set_keep_alive_timeout(keepAliveSeconds);
    // httplib's default is SO_REUSEPORT, with which two servers would share a port without noticing.
    set_socket_options([](socket_t socket) {
        const int on = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    // Every request ends up in serve(): routing is ours, see processOne() for the path httplib gets to see.
    const auto withBody = [this](const httplib::Request &, httplib::Response &response,
                                 const httplib::ContentReader &reader) { serve(response, &reader); };
    Post("/", httplib::Server::HandlerWithContentReader(withBody));
    Put("/", httplib::Server::HandlerWithContentReader(withBody));
    Patch("/", httplib::Server::HandlerWithContentReader(withBody));
    Delete("/", httplib::Server::HandlerWithContentReader(withBody));
    set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        if (request.method == "POST" || request.method == "PUT" || request.method == "PATCH" ||
            request.method == "DELETE")
            return HandlerResponse::Unhandled;
        serve(response, nullptr);
        return HandlerResponse::Handled;
    });
    set_expect_100_continue_handler(
        [this](const httplib::Request &, httplib::Response &response) { return onExpect(response); });
    // What httplib refuses by itself (a malformed request, mostly) has no body yet.
    const auto shapeError = [](const httplib::Request &, httplib::Response &response) {
        if (!response.body.empty() || response.content_provider_)
            return HandlerResponse::Unhandled;
        ApiFault fault = ApiFault::badRequest(u"The request could not be understood."_s);
        fault.status = response.status;
        const QByteArray text = fault.toJson();
        response.set_content(text.constData(), size_t(text.size()), "application/json");
        return HandlerResponse::Handled;
    };
    set_error_handler(httplib::Server::HandlerWithResponse(shapeError));
}

bool HttpServer::Engine::begin(quint16 port, QString *error)
{
    errno = 0;
    const int bound =
        port == 0 ? bind_to_any_port("127.0.0.1") : (bind_to_port("127.0.0.1", port) ? port : -1);
    if (bound <= 0) {
        const QString why = errno != 0 ? QString::fromLocal8Bit(std::strerror(errno)) : u"unknown error"_s;
        *error = u"Port %1 on 127.0.0.1 cannot be used: %2."_s.arg(port).arg(why);
        return false;
    }
    m_port = quint16(bound);
    // httplib listens with a backlog of 5; a burst of connections would wait a second for its repeated SYN.
    ::listen(svr_sock_, backlog);
    m_listener = std::thread([this] { listen_after_bind(); });
    while (!is_running()) // a stop() before that would be lost
        std::this_thread::yield();
    return true;
}

void HttpServer::Engine::halt()
{
    if (!m_listener.joinable())
        return;
    m_stopping = true;
    Server::stop();
    cutConnections(true);
    {
        std::unique_lock lock(m_mutex);
        m_closed.wait_for(lock, stopGrace, [this] { return m_connections.empty(); });
    }
    cutConnections(false);
    m_listener.join();
    m_port = 0;
}

void HttpServer::Engine::cutConnections(bool onlyIdle)
{
    const std::lock_guard lock(m_mutex);
    for (Connection *connection : m_connections) {
        if (!onlyIdle || !connection->busy)
            ::shutdown(connection->stream.socket(), SHUT_RDWR);
    }
}

bool HttpServer::Engine::process_and_close_socket(socket_t socket)
{
    Connection connection(socket);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    {
        const std::lock_guard lock(m_mutex);
        m_connections.insert(&connection);
    }
    currentConnection = &connection;
    bool ok = true;
    while (ok && !m_stopping && connection.stream.waitForRequest(keepAliveSeconds * 1000)) {
        connection.busy = true;
        connection.hasRequest = false;
        bool closed = false;
        ok = processOne(*this, connection, closed) && !closed && !connection.closeAfterReply;
        connection.busy = false;
    }
    if (connection.closeAfterReply && !m_stopping)
        connection.stream.lingeringClose();
    currentConnection = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        m_connections.erase(&connection);
    }
    m_closed.notify_all();
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return ok;
}

template <typename Base> bool HttpServer::Engine::processOne(Base &base, Connection &connection, bool &closed)
{
    const std::function<void(httplib::Request &)> setup = [&connection](httplib::Request &request) {
        fillContext(connection.context, request);
        connection.hasRequest = true;
        // From here on httplib must neither route, nor parse forms into memory, nor cut ranges, nor compress
        // for a client on the same machine: all that is ours.
        request.path = "/";
        request.ranges.clear();
        request.headers.erase("Content-Type");
        request.headers.erase("Accept-Encoding");
    };
    if constexpr (requires { base.process_request(connection.stream, false, closed, setup); })
        return base.process_request(connection.stream, false, closed, setup);
    else // since httplib 0.18
        return base.process_request(connection.stream, std::string("127.0.0.1"), 0, std::string("127.0.0.1"),
                                    int(m_port), false, closed, setup);
}

void HttpServer::Engine::serve(httplib::Response &response, const httplib::ContentReader *reader)
{
    Connection &connection = *currentConnection;
    RequestContext &context = connection.context;
    StreamedBody body(context, reader);
    context.body = &body;
    const std::optional<Reply> refusal = m_handler.refuse(context);
    const Reply reply = refusal ? *refusal : m_handler.handle(context);
    context.body = nullptr;
    connection.closeAfterReply = !body.isFinished();
    send(connection, reply, response);
}

int HttpServer::Engine::onExpect(httplib::Response &response)
{
    Connection &connection = *currentConnection;
    const std::optional<Reply> refusal = m_handler.refuse(connection.context);
    if (!refusal)
        return 100;
    connection.closeAfterReply = true; // the client may or may not send its body now
    send(connection, *refusal, response);
    return response.status;
}

void HttpServer::Engine::send(Connection &connection, const Reply &reply, httplib::Response &response)
{
    if (reply.abandoned) {
        connection.stream.mute();
        connection.closeAfterReply = false;
    }
    fillResponse(reply, response);
    if (connection.closeAfterReply)
        response.set_header("Connection", "close");
}

HttpServer::HttpServer(HttpHandler &handler) : m_handler(handler) {}

HttpServer::~HttpServer() = default;

bool HttpServer::start(quint16 port, QString *error)
{
    m_engine = std::make_unique<Engine>(m_handler);
    if (m_engine->begin(port, error))
        return true;
    m_engine.reset();
    return false;
}

quint16 HttpServer::port() const
{
    return m_engine ? m_engine->port() : 0;
}

void HttpServer::stop()
{
    m_engine.reset();
}

} // namespace odc::server
