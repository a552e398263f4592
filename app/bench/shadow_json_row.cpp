// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/figure.h"
#include "app/bench/model_rows.h"
#include "shadow/json_reader.h"

#include <chrono>
#include <fmt/format.h>

namespace greensward::bench {

namespace {

/// The state of a turbine with so many members, as an update brings it.
std::string update(int members)
{
    std::string text = R"({"state":{"reported":{)";
    for (int at = 0; at < members; ++at)
        text += fmt::format(R"({}"blade-{}":{{"angle":{},"ok":true}})", at > 0 ? "," : "", at, at * 1.25);
    return text + R"(}},"clientToken":"t-1"})";
}

} // namespace

bool measureShadowJson()
{
    using Clock = std::chrono::steady_clock;
    bool ok = true;
    for (const int members : {5, 200}) {
        const std::string text = update(members);
        shadow::JsonReader reader;
        std::size_t read = 0;
        const auto begin = Clock::now();
        const auto end = begin + std::chrono::milliseconds(500);
        while (Clock::now() < end)
            for (int turn = 0; turn < 50; ++turn)
                read += reader.read(asBytes(text)).has_value();
        const double micros = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
        const double each = micros / static_cast<double>(read);
        ok = tell({"ui", "shadow-json", fmt::format("a document of {} bytes parsed", text.size()),
                   each / (static_cast<double>(text.size()) / 1000), "µs/kB", 25}) &&
             ok;
    }
    return ok;
}

} // namespace greensward::bench
