// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace greensward {

/// A thread that takes work from others. The engine thread is one; so is a store's writer. post() may be called from
/// any thread, returns at once, and keeps the order of each caller.
class Executor
{
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> work) = 0;
};

} // namespace greensward
