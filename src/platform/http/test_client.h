#pragma once

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

#include "platform/files/descriptor.h"
#include "platform/http/message.h"

namespace vafa::http {

// What a server answered.
struct Received {
    int status = 0;  // 0: the connection ended before a whole answer
    Headers headers;
    std::string body;
};

// A client that sends any bytes, right or wrong.
class TestClient {
public:
    explicit TestClient(int port, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer > 0)
            ::setsockopt(socket_.number(), SOL_SOCKET, SO_RCVBUF, &receive_buffer,
                         sizeof receive_buffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }

    bool connected() const { return connected_; }
    int socket() const { return socket_.number(); }

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void end_sending() { ::shutdown(socket_.number(), SHUT_WR); }

    // The next answer, one to HEAD without its body.
    Received receive(bool to_head = false) {
        Received answer;
        while (in_.find("\r\n\r\n") == std::string::npos)
            if (!read_more()) return answer;
        const std::size_t end = in_.find("\r\n\r\n");
        read_head(in_.substr(0, end), answer);
        in_.erase(0, end + 4);
        const bool bodiless =
            to_head || answer.status == 304 || answer.status == 204 || answer.status == 100;
        if (bodiless) return answer;
        if (answer.headers.get("transfer-encoding") == "chunked") {
            while (read_chunk(answer.body)) continue;
            return answer;
        }
        const std::size_t length =
            std::stoul("0" + std::string(answer.headers.get("content-length")));
        while (in_.size() < length)
            if (!read_more()) return {};
        answer.body = in_.substr(0, length);
        in_.erase(0, length);
        return answer;
    }

    Received ask(std::string_view request) {
        send(request);
        return receive();
    }
    Received get(std::string_view target, std::string_view fields = "") {
        return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(fields) +
                   "\r\n");
    }

    // True when the server closes within the time; bytes that come before are kept in rest().
    bool closes(int within_ms = 5000) {
        while (read_more(within_ms)) continue;
        return ended_;
    }
    // Whether nothing comes for that long.
    bool silent(int for_ms) { return !read_more(for_ms) && !ended_; }
    const std::string& rest() const { return in_; }

    bool read_more(int within_ms = 10'000) {
        pollfd watched{socket_.number(), POLLIN, 0};
        if (::poll(&watched, 1, within_ms) <= 0) return false;
        std::array<char, 65536> buffer;
        const ssize_t got = ::recv(socket_.number(), buffer.data(), buffer.size(), 0);
        ended_ = got <= 0;
        reset_ = got < 0;
        if (got > 0) in_.append(buffer.data(), static_cast<std::size_t>(got));
        return got > 0;
    }
    bool was_reset() const { return reset_; }
    // One chunk's data appended; false at the last one and at the end of the connection.
    bool read_chunk(std::string& out) {
        std::size_t line;
        while ((line = in_.find("\r\n")) == std::string::npos)
            if (!read_more()) return false;
        const std::size_t size = std::stoul(in_.substr(0, line), nullptr, 16);
        while (in_.size() < line + 2 + size + 2)
            if (!read_more()) return false;
        out += in_.substr(line + 2, size);
        in_.erase(0, line + 2 + size + 2);
        return size > 0;
    }

private:
    static void read_head(const std::string& head, Received& answer) {
        answer.status = std::stoi(head.substr(9, 3));
        for (std::size_t at = head.find("\r\n"); at != std::string::npos;) {
            const std::size_t next = head.find("\r\n", at + 2);
            const std::string line = head.substr(at + 2, next - at - 2);
            const std::size_t colon = line.find(": ");
            answer.headers.add(line.substr(0, colon), line.substr(colon + 2));
            at = next;
        }
    }

    files::Descriptor socket_;
    bool connected_ = false, ended_ = false, reset_ = false;
    std::string in_;
};

}  // namespace vafa::http
