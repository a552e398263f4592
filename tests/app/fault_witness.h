// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/certificate.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace greensward::app {

/// The place of a gateway, without a gateway: a listening socket with TLS on OpenSSL alone that says yes to CONNECT and
/// writes down what its end of one connection sees.
class FaultWitness
{
public:
    FaultWitness(const pki::Identity& server, const pki::Certificate& root);
    ~FaultWitness();
    std::uint16_t port() const { return m_port; }

    enum class End {
        None,  ///< open as far as this end can tell
        Fin,   ///< the other end's operating system has closed it
        Reset, ///< RST
    };
    struct Seen
    {
        std::vector<int> packets; ///< MQTT packet types, in their order
        bool closeNotify = false; ///< TLS said goodbye
        End end = End::None;

        int count(int type) const;
    };
    static constexpr int kConnect = 1;
    static constexpr int kPublish = 3;
    static constexpr int kDisconnect = 14;

    Seen seen() const;
    /// False when the condition does not come true in time.
    template<typename Condition>
    bool wait(Condition condition, std::chrono::seconds patience = std::chrono::seconds(10)) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, patience, [&] { return condition(m_seen); });
    }

private:
    void run();
    void attend(int socket);
    std::string take(const std::string& bytes);

    struct Tls;
    std::unique_ptr<Tls> m_tls;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    Seen m_seen;
    std::string m_partial;
    std::atomic<bool> m_over{false};
    std::thread m_thread;
};

} // namespace greensward::app
