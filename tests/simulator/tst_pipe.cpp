// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/network.h"

#include <array>
#include <gtest/gtest.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;

std::size_t push(Pipe& pipe, std::string_view text, Instant now)
{
    const std::array slices{asBytes(text)};
    return pipe.push(slices, now);
}

/// Everything that has arrived by now.
std::string pull(Pipe& pipe, Instant now)
{
    std::string text;
    for (ByteView piece = pipe.arrived(now); !piece.empty(); piece = pipe.arrived(now)) {
        text += asText(piece);
        pipe.take(piece.size());
    }
    return text;
}

TEST(Pipe, bytesArriveAfterTheLatency)
{
    Pipe pipe(Random(1));
    pipe.setFaults({.latency = 20ms}, 0, false, Instant{});
    EXPECT_EQ(push(pipe, "hello", Instant{1s}), 5U);
    EXPECT_EQ(pipe.nextDeadline(), Instant{1s + 20ms});
    EXPECT_EQ(pull(pipe, Instant{1s + 19ms}), "");
    EXPECT_EQ(pull(pipe, Instant{1s + 20ms}), "hello");
    EXPECT_TRUE(pipe.empty());
}

TEST(Pipe, jitterNeverReorders)
{
    Pipe pipe(Random(2));
    pipe.setFaults({.latency = 1ms, .jitter = 100ms}, 0, false, Instant{});
    std::string sent;
    std::string got;
    for (int i = 0; i < 500; ++i) {
        const std::string piece = std::to_string(i) + ",";
        push(pipe, piece, Instant{i * 1ms});
        sent += piece;
        got += pull(pipe, Instant{i * 1ms});
    }
    EXPECT_FALSE(got.empty());
    got += pull(pipe, Instant{10s});
    EXPECT_EQ(got, sent);
}

TEST(Pipe, bandwidthSpacesThePieces)
{
    Pipe pipe(Random(1));
    pipe.setFaults({}, 1'000, false, Instant{});
    push(pipe, std::string(100, 'a'), Instant{});
    push(pipe, std::string(100, 'b'), Instant{});
    EXPECT_EQ(pull(pipe, Instant{99ms}), "");
    EXPECT_EQ(pull(pipe, Instant{100ms}), std::string(100, 'a'));
    EXPECT_EQ(pull(pipe, Instant{199ms}), "");
    EXPECT_EQ(pull(pipe, Instant{200ms}), std::string(100, 'b'));
}

TEST(Pipe, takesNoMoreThanItHolds)
{
    Pipe pipe(Random(1), 8);
    EXPECT_EQ(push(pipe, "123456", Instant{}), 6U);
    EXPECT_EQ(push(pipe, "abcdef", Instant{}), 2U);
    EXPECT_EQ(push(pipe, "x", Instant{}), 0U);
    pipe.arrived(Instant{});
    pipe.take(3);
    EXPECT_EQ(push(pipe, "yyyyy", Instant{}), 3U);
    EXPECT_EQ(pull(pipe, Instant{}), "456abyyy");
}

TEST(Pipe, cutHoldsAndHealReleases)
{
    Pipe pipe(Random(1));
    pipe.setFaults({.latency = 10ms}, 0, false, Instant{});
    push(pipe, "before", Instant{});
    pipe.setFaults({.latency = 10ms}, 0, true, Instant{5ms});
    push(pipe, "during", Instant{6ms});
    EXPECT_FALSE(pipe.nextDeadline());
    EXPECT_EQ(pull(pipe, Instant{10s}), "");
    pipe.setFaults({.latency = 10ms}, 0, false, Instant{20s});
    push(pipe, "after", Instant{20s});
    EXPECT_EQ(pull(pipe, Instant{20s + 9ms}), "");
    EXPECT_EQ(pull(pipe, Instant{20s + 10ms}), "beforeduringafter");
}

} // namespace
} // namespace greensward::simulator
