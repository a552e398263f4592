// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stop_signals.h"

#include <csignal>
#include <initializer_list>
#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace greensward::app {

StopSignals::StopSignals()
{
    sigset_t set{};
    ::sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaddset(&set, signal);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_descriptor = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignals::~StopSignals()
{
    ::close(m_descriptor);
}

void StopSignals::wait() const
{
    pollfd readable{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    while (::poll(&readable, 1, -1) != 1) {
    }
}

} // namespace greensward::app
