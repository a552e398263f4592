// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rolling_writer.h"
#include "capture_fixtures.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace greensward;
using namespace greensward::capture;
using testing::HasSubstr;

namespace {

constexpr RollLimits kSmall{.bytes = RollLimits::kLeast, .keepFree = 0};

std::unique_ptr<RollingWriter> created(const std::filesystem::path& folder, RollLimits limits = kSmall)
{
    auto writer = RollingWriter::create(folder, aManifest(), limits);
    if (!writer)
        throw std::runtime_error(writer.error().message);
    return std::move(*writer);
}

void writeAll(RollingWriter& writer, const trace::ChunkPtr& chunk)
{
    for (const trace::Event& event : chunk->events())
        ASSERT_TRUE(writer.write(event, *chunk)) << writer.full();
}

trace::ChunkPtr connectionOf(const std::string& client, trace::EventId id)
{
    trace::ChunkBuilder builder;
    trace::Event event;
    event.id = event.journey = id;
    event.time = aManifest().started;
    event.kind = trace::Kind::ClientConnected;
    builder.add(event, client, "127.0.0.1:1", "MQTT 3.1.1", {});
    return builder.take();
}

std::uint64_t sizeOf(const std::filesystem::path& folder)
{
    std::uint64_t size = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        size += entry.file_size();
    return size;
}

} // namespace

TEST(RollingWriter, isReadLikeAnyCapture)
{
    Folder folder;
    const trace::ChunkPtr chunk = everyKind();
    auto writer = created(folder / "session");
    writeAll(*writer, chunk);
    ASSERT_TRUE(writer->finish(WallTime(std::chrono::seconds(1'600'000'000)), 3));
    const auto reader = opened(folder / "session");
    EXPECT_TRUE(reader->isComplete());
    EXPECT_EQ(reader->manifest().endpoint, "localhost:8883");
    EXPECT_EQ(reader->manifest().ended, WallTime(std::chrono::seconds(1'600'000'000)));
    EXPECT_EQ(reader->manifest().lost, 3u);
    EXPECT_EQ(readAll(*reader), told(chunk));
    EXPECT_EQ(reader->unknown() + reader->damaged(), 0u);
    ASSERT_TRUE(reader->rewind());
    EXPECT_EQ(readAll(*reader), told(chunk));
}

TEST(RollingWriter, staysWithinItsLimitAndTellsWhatWent)
{
    Folder folder;
    auto writer = created(folder / "session");
    writeAll(*writer, connectionOf("ev-gen-123", 1));
    constexpr std::uint64_t kMany = 20'000; // about three limits
    std::vector<std::string> notices;
    for (std::uint64_t first = 2; first < kMany; first += 100) {
        writeAll(*writer, messages(100, first));
        ASSERT_TRUE(writer->flush());
        ASSERT_LE(sizeOf(folder / "session"), kSmall.bytes + 4096);
        if (std::string notice = writer->takeNotice(); !notice.empty())
            notices.push_back(notice);
    }
    EXPECT_GT(sizeOf(folder / "session"), kSmall.bytes / 2);
    ASSERT_FALSE(notices.empty());
    EXPECT_THAT(notices.back(), HasSubstr("has reached 1 MiB"));
    ASSERT_TRUE(writer->finish({}));

    const auto reader = opened(folder / "session");
    const auto all = readAll(*reader);
    EXPECT_EQ(reader->damaged() + reader->unknown(), 0u);
    EXPECT_GT(reader->manifest().dropped, 0u);
    EXPECT_EQ(reader->manifest().dropped + all.size(), writer->manifest().events);
    // Who is connected is still known, and the newest is all there.
    ASSERT_GT(all.size(), 2u);
    EXPECT_EQ(all.front().subject, "ev-gen-123");
    EXPECT_EQ(all.front().event.kind, trace::Kind::ClientConnected);
    for (std::size_t i = 2; i < all.size(); ++i)
        ASSERT_EQ(all[i].event.id, all[i - 1].event.id + 1);
    EXPECT_EQ(reader->manifest().started, all[1].event.time);
    EXPECT_EQ(reader->manifest().ended, all.back().event.time);
}

TEST(RollingWriter, isWholeToTheLastRecordAfterAKill)
{
    Folder folder;
    const auto session = folder / "session";
    int out[2];
    ASSERT_EQ(::pipe(out), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(out[1], STDOUT_FILENO);
        ::execl(SESSION_WRITER, SESSION_WRITER, session.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(out[1]);
    std::string said;
    std::thread read([&] {
        char buffer[4096];
        for (ssize_t count = 0; (count = ::read(out[0], buffer, sizeof buffer)) > 0;)
            said.append(buffer, static_cast<std::size_t>(count));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    read.join();
    ::close(out[0]);
    said.resize(said.rfind('\n'));
    const auto promised = std::stoull(said.substr(said.rfind('\n') + 1));
    // A kill in the middle of a line is rare: here it is certain.
    std::ofstream(piecesOf(session).back(), std::ios::app) << R"({"id":99999999,"kind":"message pub)";

    ASSERT_TRUE(keepAsLast(session, folder / "last"));
    EXPECT_FALSE(std::filesystem::exists(session));
    const auto reader = opened(folder / "last");
    EXPECT_FALSE(reader->isComplete());
    const auto all = readAll(*reader);
    EXPECT_EQ(reader->damaged(), 0u);
    ASSERT_FALSE(all.empty());
    EXPECT_GE(all.back().event.id, promised);
    EXPECT_LT(all.back().event.id, 99'999'999u);
    EXPECT_EQ(reader->manifest().ended, all.back().event.time);
    for (std::size_t i = 1; i < all.size(); ++i)
        ASSERT_EQ(all[i].event.id, all[i - 1].event.id + 1);
}

TEST(RollingWriter, theNewerSessionTakesThePlaceOfTheLast)
{
    Folder folder;
    for (const std::uint64_t first : {1u, 500u}) {
        writeAll(*created(folder / "session"), messages(10, first));
        ASSERT_TRUE(keepAsLast(folder / "session", folder / "last"));
    }
    EXPECT_EQ(readAll(*opened(folder / "last")).front().event.id, 500u);
    // One in which nothing happened is no session.
    created(folder / "session").reset();
    ASSERT_TRUE(keepAsLast(folder / "session", folder / "last"));
    EXPECT_FALSE(std::filesystem::exists(folder / "session"));
    EXPECT_EQ(readAll(*opened(folder / "last")).size(), 10u);
    EXPECT_TRUE(keepAsLast(folder / "session", folder / "last")) << "there was none";
}

TEST(RollingWriter, writesOverNothingAndOnlyItsOwnerReads)
{
    Folder folder;
    const auto writer = created(folder / "session");
    EXPECT_THAT(RollingWriter::create(folder / "session", {}).error().message, HasSubstr("is there already"));
    for (const auto& entry : std::filesystem::directory_iterator(folder / "session"))
        EXPECT_EQ(entry.status().permissions(),
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::filesystem::create_directory(folder / "other");
    EXPECT_THAT(Reader::open(Place::at(folder / "other")).error().message, HasSubstr("not a capture"));
}

namespace {

/// Of no use to anybody; long enough to be looked for.
constexpr std::string_view kSecret = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";

/// A key everywhere a text may be: between lines, as JSON, without an end, beside what is not UTF-8.
trace::ChunkPtr eventsWithKeys()
{
    const std::string pem =
        fmt::format("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", kSecret);
    const std::string escaped = fmt::format(
        R"({{"privateKey":"-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----\n","rpm":7}})", kSecret);
    const std::string cut = fmt::format("-----BEGIN EC PRIVATE KEY-----\n{}", kSecret);
    trace::ChunkBuilder builder;
    trace::EventId id = 0;
    for (const std::string& payload : {pem, escaped, cut, "\xff\xfe" + pem + "after"}) {
        trace::Event event;
        event.id = event.journey = ++id;
        event.time = aManifest().started;
        event.kind = trace::Kind::MessagePublished;
        event.payloadSize = static_cast<std::uint32_t>(payload.size());
        builder.add(event, pem, pem, pem, asBytes(payload));
    }
    return builder.take();
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST(PrivateKeys, neverReachASession)
{
    Folder folder;
    auto writer = created(folder / "session");
    writeAll(*writer, eventsWithKeys());
    ASSERT_TRUE(writer->finish({}));
    std::string all;
    for (const auto& piece : piecesOf(folder / "session"))
        all += contentOf(piece);
    ASSERT_THAT(all, HasSubstr("removed"));
    EXPECT_EQ(all.find(kSecret.substr(0, 16)), std::string::npos);
    EXPECT_EQ(all.find("PRIVATE KEY"), std::string::npos);
}

TEST(PrivateKeys, neverReachARecordingAndWhatIsLeftOutIsTold)
{
    Folder folder;
    const auto file = folder / "a.wscap";
    auto writer = Writer::create(file, aManifest(), {.keepFree = 0});
    ASSERT_TRUE(writer);
    const trace::ChunkPtr chunk = eventsWithKeys();
    for (const trace::Event& event : chunk->events())
        ASSERT_TRUE((*writer)->write(event, *chunk));
    ASSERT_TRUE((*writer)->flush());
    EXPECT_EQ(contentOf(partOf(file)).find(kSecret.substr(0, 16)), std::string::npos);
    ASSERT_TRUE((*writer)->finish({}));
    const auto all = readAll(*opened(file));
    ASSERT_EQ(all.size(), 4u);
    for (const Told& event : all) {
        for (const std::string& text : {event.subject, event.object, event.detail, event.payload})
            EXPECT_EQ(text.find(kSecret.substr(0, 16)), std::string::npos) << text;
        EXPECT_GT(event.event.payloadSize, event.payload.size()) << "the payload is not whole, and says so";
    }
    EXPECT_EQ(all[1].payload, R"({"privateKey":"removed\n","rpm":7})");
    EXPECT_EQ(all[3].payload, "\xff\xfe" "removed\nafter");
}

TEST(PrivateKeys, certificatesAndPublicKeysStay)
{
    Folder folder;
    const std::string pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PUBLIC "
                            "KEY-----\nMCow\n-----END PUBLIC KEY-----\n";
    trace::ChunkBuilder builder;
    trace::Event event;
    event.id = event.journey = 1;
    event.payloadSize = static_cast<std::uint32_t>(pem.size());
    event.kind = trace::Kind::MessagePublished;
    builder.add(event, "a", "b", {}, asBytes(pem));
    auto writer = created(folder / "session");
    writeAll(*writer, builder.take());
    ASSERT_TRUE(writer->finish({}));
    EXPECT_EQ(readAll(*opened(folder / "session")).front().payload, pem);
}
