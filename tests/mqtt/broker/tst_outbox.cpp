// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/outbox.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

/// A PUBLISH-like packet: first byte, one or two bytes of length, and a body of that size.
Bytes packet(std::uint8_t mark, std::size_t body)
{
    Bytes bytes{0x30};
    if (body < 128) {
        bytes.push_back(static_cast<std::uint8_t>(body));
    } else {
        bytes.push_back(static_cast<std::uint8_t>(0x80 | (body & 0x7f)));
        bytes.push_back(static_cast<std::uint8_t>(body >> 7));
    }
    bytes.insert(bytes.end(), body, mark);
    return bytes;
}

void share(Outbox& outbox, TurnBuffers& turn, Version version, const Bytes& bytes)
{
    Bytes& buffer = turn.of(version);
    const auto offset = static_cast<std::uint32_t>(buffer.size());
    buffer.insert(buffer.end(), bytes.begin(), bytes.end());
    outbox.share(version, offset, static_cast<std::uint32_t>(bytes.size()));
}

void own(Outbox& outbox, const Bytes& bytes)
{
    outbox.append([&](Bytes& out) { out.insert(out.end(), bytes.begin(), bytes.end()); });
}

/// Takes up to `most` bytes out of the outbox as a link would.
Bytes drain(Outbox& outbox, const TurnBuffers& turn, std::size_t most)
{
    Bytes taken;
    while (taken.size() < most && outbox.unsent() > 0) {
        std::vector<ByteView> views;
        outbox.front(turn, views, 3);
        std::size_t count = 0;
        for (const ByteView view : views) {
            EXPECT_FALSE(view.empty());
            const std::size_t part = std::min(view.size(), most - taken.size());
            taken.insert(taken.end(), view.begin(), view.begin() + static_cast<std::ptrdiff_t>(part));
            count += part;
        }
        outbox.consume(count);
    }
    return taken;
}

TEST(Outbox, touchingPacketsOfATurnBecomeOnePiece)
{
    TurnBuffers turn;
    Outbox outbox;
    for (int i = 0; i < 10; ++i)
        share(outbox, turn, Version::v311, packet('a', 5));
    std::vector<ByteView> views;
    outbox.front(turn, views, 64);
    ASSERT_EQ(views.size(), 1U);
    EXPECT_EQ(views[0].size(), 70U);
    EXPECT_EQ(outbox.unsent(), 70U);
}

TEST(Outbox, keepsTheOrderOfOwnAndSharedPacketsOverWritesAndTurnsOfAnySize)
{
    Random random(11);
    for (int round = 0; round < 200; ++round) {
        TurnBuffers turn;
        Outbox outbox;
        Bytes expected;
        Bytes arrived;
        for (int step = 0; step < 60; ++step) {
            const Bytes bytes = packet(static_cast<std::uint8_t>('a' + random.below(26)), random.below(300));
            expected.insert(expected.end(), bytes.begin(), bytes.end());
            if (random.chance(0.4))
                own(outbox, bytes);
            else
                share(outbox, turn, random.chance(0.5) ? Version::v5 : Version::v311, bytes);
            if (random.chance(0.3)) {
                const Bytes taken = drain(outbox, turn, random.below(600));
                arrived.insert(arrived.end(), taken.begin(), taken.end());
            }
            if (random.chance(0.2)) {
                std::vector<SharedPacket> cut;
                outbox.settle(turn, 1U << 20, cut);
                ASSERT_TRUE(cut.empty());
                turn.clear();
            }
            ASSERT_EQ(arrived.size() + outbox.unsent(), expected.size());
        }
        const Bytes rest = drain(outbox, turn, 1U << 20);
        arrived.insert(arrived.end(), rest.begin(), rest.end());
        ASSERT_EQ(arrived, expected) << "round " << round;
    }
}

TEST(Outbox, leavesOutWholeSharedPacketsBeyondTheLimitAndNeverOwnOnes)
{
    Random random(13);
    for (int round = 0; round < 300; ++round) {
        TurnBuffers turn;
        Outbox outbox;
        std::size_t ownPackets = 0;
        std::size_t sharedPackets = 0;
        for (int step = 0; step < 50; ++step) {
            if (random.chance(0.2)) {
                own(outbox, packet('O', random.below(200)));
                ++ownPackets;
            } else {
                share(outbox, turn, Version::v311, packet('s', random.below(200)));
                ++sharedPackets;
            }
        }
        Bytes arrived = drain(outbox, turn, random.below(3000)); // may end inside a packet
        std::vector<SharedPacket> cut;
        outbox.settle(turn, 1500, cut);
        const std::size_t dropped = cut.size();
        for (const SharedPacket& one : cut)
            ASSERT_EQ(turn.of(one.version).at(one.offset), 0x30) << "a packet begins where the cut one is said to be";
        turn.clear();
        const Bytes rest = drain(outbox, turn, 1U << 20);
        arrived.insert(arrived.end(), rest.begin(), rest.end());

        std::size_t ownArrived = 0;
        std::size_t sharedArrived = 0;
        for (std::size_t i = 0; i < arrived.size();) {
            ASSERT_EQ(arrived[i], 0x30) << "a packet was cut, round " << round;
            const bool twoBytes = (arrived[i + 1] & 0x80) != 0;
            const std::size_t body =
                twoBytes ? (arrived[i + 1] & 0x7fU) | (std::size_t{arrived[i + 2]} << 7) : arrived[i + 1];
            const std::size_t start = i + (twoBytes ? 3 : 2);
            if (body > 0)
                (arrived[start] == 'O' ? ownArrived : sharedArrived) += 1;
            else
                ++sharedArrived; // empty bodies cannot be told apart; counted below in the sum only
            i = start + body;
            ASSERT_LE(i, arrived.size());
        }
        ASSERT_EQ(ownArrived + sharedArrived + dropped, ownPackets + sharedPackets);
    }
}

TEST(Outbox, holdsNextToNothingWhenIdle)
{
    TurnBuffers turn;
    Outbox outbox;
    own(outbox, packet('a', 10'000));
    share(outbox, turn, Version::v5, packet('b', 100));
    drain(outbox, turn, 1U << 20);
    std::vector<SharedPacket> cut;
    outbox.settle(turn, 1U << 20, cut);
    EXPECT_LE(outbox.footprint(), 512U);
}

TEST(Outbox, aStuckReaderCostsNoMoreThanTheLimitAndTimeNotMoreThanWhatIsAdded)
{
    TurnBuffers turn;
    Outbox outbox;
    for (int i = 0; i < 10'000; ++i) {
        share(outbox, turn, Version::v311, packet('x', 100));
        std::vector<SharedPacket> cut;
        outbox.settle(turn, 4096, cut);
        turn.clear();
    }
    EXPECT_LE(outbox.unsent(), 4096U);
    EXPECT_LE(outbox.footprint(), 16'384U);
}

} // namespace
} // namespace greensward::mqtt
