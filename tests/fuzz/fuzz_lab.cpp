// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A condition or an action of anybody's making either is refused with a sentence or judges without harm.
#include "labs/action.h"
#include "labs/judge.h"
#include "labs/lab_text.h"

#include <boost/json/parse.hpp>
#include <cstdlib>

using namespace greensward;
using namespace greensward::labs;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = asText({data, size});
    (void)readLabText(text);
    boost::system::error_code broken;
    const boost::json::value json = boost::json::parse(text, broken);
    if (broken)
        return 0;
    if (const auto action = readAction(json, "here"); !action && action.error().message.empty())
        std::abort();
    const auto condition = readCondition(json, "here");
    if (!condition) {
        if (condition.error().message.empty())
            std::abort();
        return 0;
    }
    ManualClock clock;
    trace::Recorder recorder(clock);
    trace::Reader reader(recorder, trace::KindSet::all());
    Judge judge(*condition, nullptr, {}, clock.wall());
    for (unsigned kind = 0; kind < static_cast<unsigned>(trace::Kind::kCount); ++kind) {
        recorder.record({.kind = static_cast<trace::Kind>(kind), .subject = "a", .object = "a/b", .payload = asBytes("{}")});
        clock.advance(std::chrono::seconds(1));
    }
    recorder.flush();
    for (const auto& chunk : reader.drain())
        for (const trace::Event& event : chunk->events())
            judge.read(*chunk, event);
    judge.advance(clock.wall());
    const Verdict verdict = judge.verdict();
    if (!verdict.met && verdict.missing.empty())
        std::abort(); // a person would not know what to do
    return 0;
}
