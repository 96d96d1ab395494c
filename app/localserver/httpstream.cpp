// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/httpstream.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace odc::server {

namespace {
constexpr int ioTimeoutMs = 120'000;

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0; // httplib ignores SIGPIPE for the process
#endif

bool pollFor(socket_t socket, short events, int timeoutMs)
{
    pollfd entry{socket, events, 0};
    int ready = 0;
    do {
        ready = ::poll(&entry, 1, timeoutMs);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}
} // namespace

HttpStream::HttpStream(socket_t socket)
    : m_socket(socket), m_buffer(std::make_unique_for_overwrite<std::array<char, 256 * 1024>>())
{
}

bool HttpStream::is_readable() const
{
    return m_begin < m_end || pollFor(m_socket, POLLIN, ioTimeoutMs);
}

bool HttpStream::waitForRequest(int timeoutMs)
{
    if (m_begin < m_end)
        return true;
    if (!pollFor(m_socket, POLLIN, timeoutMs))
        return false;
    char probe = 0;
    return ::recv(m_socket, &probe, 1, MSG_PEEK) > 0;
}

ssize_t HttpStream::read(char *data, size_t size)
{
    if (m_begin == m_end) {
        if (!pollFor(m_socket, POLLIN, ioTimeoutMs))
            return -1;
        ssize_t got = 0;
        do {
            got = ::recv(m_socket, m_buffer->data(), m_buffer->size(), 0);
        } while (got < 0 && errno == EINTR);
        if (got <= 0)
            return got;
        m_begin = 0;
        m_end = size_t(got);
    }
    const size_t count = std::min(size, m_end - m_begin);
    std::memcpy(data, m_buffer->data() + m_begin, count);
    m_begin += count;
    return ssize_t(count);
}

ssize_t HttpStream::write(const char *data, size_t size)
{
    if (m_mute)
        return -1;
    size_t done = 0;
    while (done < size) {
        const ssize_t sent = ::send(m_socket, data + done, size - done, sendFlags);
        if (sent > 0) {
            done += size_t(sent);
            continue;
        }
        const bool again = sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        if (sent < 0 && errno == EINTR)
            continue;
        if (!again || !pollFor(m_socket, POLLOUT, ioTimeoutMs)) {
            m_mute = true;
            return -1;
        }
    }
    return ssize_t(size);
}

void HttpStream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1"; // the server listens on loopback only, and nothing asks for the port
    port = 0;
}

void HttpStream::get_local_ip_and_port(std::string &ip, int &port) const
{
    get_remote_ip_and_port(ip, port);
}

void HttpStream::lingeringClose()
{
    using namespace std::chrono;
    ::shutdown(m_socket, SHUT_WR);
    const auto deadline = steady_clock::now() + seconds(2);
    for (;;) {
        const auto left = duration_cast<milliseconds>(deadline - steady_clock::now()).count();
        if (left <= 0 || !pollFor(m_socket, POLLIN, int(left)))
            return;
        if (::recv(m_socket, m_buffer->data(), m_buffer->size(), 0) <= 0)
            return;
    }
}

} // namespace odc::server
