// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/post_box.h"

namespace greensward::app {

void PostBox::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    m_left.notify_one();
}

void PostBox::empty(std::chrono::milliseconds patience)
{
    std::vector<std::function<void()>> work;
    {
        std::unique_lock lock(m_mutex);
        m_left.wait_for(lock, patience, [this] { return !m_work.empty(); });
        work.swap(m_work);
    }
    for (const auto& one : work)
        one();
}

} // namespace greensward::app
