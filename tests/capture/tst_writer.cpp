// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_fixtures.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace greensward;
using namespace greensward::capture;
using testing::HasSubstr;

namespace {

std::unique_ptr<Writer> created(const std::filesystem::path& file, WriteLimits limits = {.keepFree = 0})
{
    auto writer = Writer::create(file, aManifest(), limits);
    if (!writer)
        throw std::runtime_error(writer.error().message);
    return std::move(*writer);
}

void writeAll(Writer& writer, const trace::ChunkPtr& chunk)
{
    for (const trace::Event& event : chunk->events())
        ASSERT_TRUE(writer.write(event, *chunk)) << writer.full();
}

} // namespace

TEST(CaptureWriter, becomesAZipThatSaysTheSame)
{
    Folder folder;
    const auto file = folder / "captures/a.wscap";
    const trace::ChunkPtr chunk = everyKind();
    auto writer = created(file);
    writeAll(*writer, chunk);
    ASSERT_TRUE(writer->finish(WallTime(std::chrono::seconds(1'600'000'000)), 3));
    EXPECT_FALSE(std::filesystem::exists(writer->part()));
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);

    const auto reader = opened(file);
    EXPECT_TRUE(reader->isComplete());
    const Manifest& manifest = reader->manifest();
    EXPECT_EQ(manifest.program, "greensward test");
    EXPECT_EQ(manifest.endpoint, "localhost:8883");
    EXPECT_EQ(manifest.started, WallTime(std::chrono::seconds(1'511'347'200)));
    EXPECT_EQ(manifest.ended, WallTime(std::chrono::seconds(1'600'000'000)));
    EXPECT_EQ(manifest.events, chunk->events().size());
    EXPECT_EQ(manifest.lost, 3u);
    for (const std::uint64_t count : manifest.kinds)
        EXPECT_EQ(count, 1u);
    EXPECT_EQ(readAll(*reader), told(chunk));
    EXPECT_EQ(reader->unknown() + reader->damaged(), 0u);
}

TEST(CaptureWriter, canBeOpenedWhileItIsWritten)
{
    Folder folder;
    const auto file = folder / "a.wscap";
    auto writer = created(file);
    writeAll(*writer, messages(1000));
    ASSERT_TRUE(writer->flush());
    const auto reader = opened(writer->part());
    EXPECT_FALSE(reader->isComplete());
    EXPECT_EQ(reader->manifest().ended, messages(1000)->events().back().time);
    EXPECT_EQ(readAll(*reader), told(messages(1000)));
}

TEST(CaptureWriter, survivesAKill)
{
    Folder folder;
    const auto file = folder / "a.wscap";
    int out[2];
    ASSERT_EQ(::pipe(out), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(out[1], STDOUT_FILENO);
        ::execl(CAPTURE_WRITER, CAPTURE_WRITER, file.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(out[1]);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    std::string said;
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(out[0], buffer, sizeof buffer)) > 0;)
        said.append(buffer, static_cast<std::size_t>(count));
    ::close(out[0]);
    said.resize(said.rfind('\n'));
    const auto promised = std::stoull(said.substr(said.rfind('\n') + 1));
    ASSERT_GT(promised, 0u);

    const auto reader = opened(partOf(file));
    const auto all = readAll(*reader);
    EXPECT_GE(all.size(), promised);
    EXPECT_LE(reader->damaged(), 1u);
    for (std::size_t i = 0; i < all.size(); ++i)
        ASSERT_EQ(all[i].event.id, i + 1);
}

TEST(CaptureWriter, endsClearlyAtItsLimit)
{
    Folder folder;
    auto writer = created(folder / "a.wscap", {.bytes = 10'000, .keepFree = 0});
    const trace::ChunkPtr chunk = messages(1000);
    std::size_t taken = 0;
    while (taken < 1000 && writer->write(chunk->events()[taken], *chunk))
        ++taken;
    EXPECT_GT(taken, 10u);
    EXPECT_LT(taken, 1000u);
    EXPECT_FALSE(writer->full().empty());
    EXPECT_LE(writer->bytes(), 10'000u);
    ASSERT_TRUE(writer->finish({}));
    const auto reader = opened(folder / "a.wscap");
    EXPECT_EQ(reader->manifest().ending, writer->full());
    EXPECT_EQ(readAll(*reader).size(), taken);
}

TEST(CaptureWriter, leavesRoomOnTheDisk)
{
    Folder folder;
    auto writer = created(folder / "a.wscap", {.keepFree = std::uint64_t{1} << 60});
    EXPECT_THAT(writer->full(), HasSubstr("of the disk are free"));
}

TEST(CaptureWriter, writesOverNothing)
{
    Folder folder;
    const auto file = folder / "a.wscap";
    std::ofstream(file) << "mine";
    EXPECT_THAT(Writer::create(file, {}).error().message, HasSubstr("is there already"));
    std::ofstream(partOf(folder / "b.wscap")) << "mine";
    EXPECT_THAT(Writer::create(folder / "b.wscap", {}).error().message, HasSubstr("cannot write"));
    EXPECT_THAT(Writer::create("/proc/nowhere/a.wscap", {}).error().message, HasSubstr("/proc/nowhere"));
}
