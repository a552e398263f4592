// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/edge_port.h"

#include <algorithm>
#include <string>
#include <vector>

namespace greensward::ui {

/// Cores that do at once what they are told; nothing runs behind them.
class FakeEdge final : public EdgePort
{
public:
    std::vector<CoreView> cores() const override { return all; }
    void add(const std::string& thing, Done done) override
    {
        if (!problem.empty())
            return done(problem);
        all.push_back({.thing = thing,
                       .port = static_cast<std::uint16_t>(8884 + all.size()),
                       .running = true,
                       .online = true});
        done({});
    }
    void addPlant(Done done) override { add("gt-1", std::move(done)); }
    void remove(const std::string& thing, Done done) override
    {
        std::erase_if(all, [&](const CoreView& core) { return core.thing == thing; });
        done({});
    }
    void setRunning(const std::string& thing, bool running, Done done) override
    {
        core(thing).running = core(thing).online = running;
        if (done)
            done({});
    }
    void setWan(const std::string& thing, bool in) override { core(thing).wan = core(thing).online = in; }
    void shadows(const std::string&, std::function<void(std::vector<CoreShadow>)> done) override { done(local); }

    CoreView& core(const std::string& thing) { return *std::ranges::find(all, thing, &CoreView::thing); }

    std::vector<CoreView> all;
    std::vector<CoreShadow> local;
    std::string problem; ///< of the next add()
};

} // namespace greensward::ui
