// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <array>
#include <atomic>
#include <memory>

namespace odc::server {

/**
 * One connection as httplib reads and writes it. Reads the socket in large blocks (httplib itself asks for 4
 * KiB at a time) and writes everything it is given. The functions without `override` are pure ones of newer
 * httplib versions.
 */
class HttpStream final : public httplib::Stream
{
public:
    explicit HttpStream(socket_t socket);

    bool is_readable() const override;
    bool wait_readable() const { return is_readable(); }
    bool is_writable() const { return !m_mute; }
    bool wait_writable() const { return !m_mute; }
    bool is_peer_alive() const { return !m_mute; }
    time_t duration() const { return 0; }
    void set_read_timeout(time_t, time_t = 0) {}

    ssize_t read(char *data, size_t size) override;
    ssize_t write(const char *data, size_t size) override;
    using httplib::Stream::write;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

    /** Waits until a request begins. False when the peer hung up, the time is over, or the socket was shut
     * down. */
    bool waitForRequest(int timeoutMs);
    /** Nothing is written any more: the client is gone or must not hear what follows. */
    void mute() { m_mute = true; }
    /** Ends the sending side, then reads on for a moment: closing with unread input would make the kernel
     * throw away the answer that is still on its way. */
    void lingeringClose();

private:
    const socket_t m_socket;
    bool m_mute = false;
    size_t m_begin = 0;
    size_t m_end = 0;
    std::unique_ptr<std::array<char, 256 * 1024>> m_buffer;
};

} // namespace odc::server
