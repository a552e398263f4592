// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/paced_load.h"

#include "mqtt/encode.h"

#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

namespace greensward::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto kTurn = 2ms;
constexpr std::uint64_t kMostInOneBatch = 2'000;

bool sendAll(int socket, const Bytes& bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto took = ::send(socket, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (took < 0 && errno == EINTR)
            continue;
        if (took <= 0)
            return false;
        done += static_cast<std::size_t>(took);
    }
    return true;
}

/// CONNACK without a session and with code 0 [MQTT-3.2.2-4].
bool accepted(int socket)
{
    std::array<std::uint8_t, 4> answer{};
    std::size_t have = 0;
    while (have < answer.size()) {
        const auto got = ::recv(socket, answer.data() + have, answer.size() - have, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        have += static_cast<std::size_t>(got);
    }
    return answer[0] == 0x20 && answer[3] == 0;
}

} // namespace

Result<std::unique_ptr<PacedLoad>> PacedLoad::connect(const Target& target, unsigned topics)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target.port);
    ::inet_pton(AF_INET, target.host.c_str(), &address.sin_addr);
    std::unique_ptr<PacedLoad> load(new PacedLoad(socket, topics)); // closes the socket whatever comes
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return failure(fmt::format("cannot connect to {}:{}: {}", target.host, target.port, std::strerror(errno)));
    Bytes hello;
    mqtt::Connect connect;
    connect.clientId = "load";
    mqtt::encode(hello, connect);
    if (!sendAll(socket, hello) || !accepted(socket))
        return failure(fmt::format("{}:{} does not take the load's CONNECT", target.host, target.port));
    load->m_thread = std::thread([load = load.get()] { load->run(); });
    return load;
}

PacedLoad::PacedLoad(int socket, unsigned topics) : m_socket(socket), m_topics(topics) {}

PacedLoad::~PacedLoad()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_woken.notify_one();
    ::shutdown(m_socket, SHUT_RDWR); // a send that waits returns
    if (m_thread.joinable())
        m_thread.join();
    ::close(m_socket);
}

void PacedLoad::setRate(unsigned messagesPerSecond)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rate = messagesPerSecond;
    }
    m_woken.notify_one();
}

void PacedLoad::run()
{
    auto due = std::chrono::steady_clock::now();
    double owed = 0;
    while (!m_stopping) {
        if (m_rate == 0) { // a thread that woke all the time would be counted as the window's work
            std::unique_lock lock(m_mutex);
            m_woken.wait(lock, [this] { return m_rate != 0 || m_stopping; });
            due = std::chrono::steady_clock::now();
            owed = 0;
        }
        due += kTurn;
        std::this_thread::sleep_until(due);
        owed += m_rate * std::chrono::duration<double>(kTurn).count();
        while (owed >= 1 && !m_stopping) {
            const auto now = std::min(static_cast<std::uint64_t>(owed), kMostInOneBatch);
            if (!sendBatch(now)) {
                m_broken = !m_stopping;
                return;
            }
            owed -= static_cast<double>(now);
        }
    }
}

bool PacedLoad::sendBatch(std::uint64_t messages)
{
    Bytes packets;
    packets.reserve(messages * 96);
    for (std::uint64_t at = 0; at < messages; ++at) {
        const std::uint64_t number = m_sent + at;
        const auto topic = number % m_topics;
        const std::string name = fmt::format("site/{}/{}", topic / 100, topic % 100);
        const std::string payload =
            fmt::format(R"({{"n":{},"rpm":{:.1f},"on":{}}})", number,
                        1500 + 20 * std::sin(static_cast<double>(number) / 500), topic % 2 == 0);
        mqtt::Publish publish;
        publish.topic = name;
        publish.payload = asBytes(payload);
        mqtt::encode(packets, publish, mqtt::Version::v311);
    }
    if (!sendAll(m_socket, packets))
        return false;
    m_sent += messages;
    return true;
}

} // namespace greensward::bench
