// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/durable_session_store.h"
#include "store_fixtures.h"

#include <csignal>
#include <gmock/gmock.h>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace greensward;
using namespace greensward::mqtt;
using greensward::store::Database;
using greensward::store::test::Folder;
using greensward::store::test::number;

namespace {

/// Posts are run at once, on the writer's thread.
class ImmediateExecutor final : public Executor
{
public:
    void post(std::function<void()> work) override { work(); }
};

constexpr std::uint64_t kStillQueued = 50;
constexpr std::size_t kReceivers = 3;

std::string receiver(std::size_t index)
{
    return "receiver-" + std::to_string(index);
}

MessagePtr numbered(std::uint64_t number)
{
    auto message = std::make_shared<Message>();
    message->topic = "t";
    message->payload = toBytes(std::to_string(number));
    return message;
}

/// The life of the process that will be killed. Message n goes to three receivers, is retained, and is dropped again
/// once message n + kStillQueued has come: eight writes a message, so a group often ends between them. Prints the
/// writes that are committed.
[[noreturn]] void deliverForever(const std::filesystem::path& file, int out)
{
    const ManualClock clock;
    trace::Recorder recorder(clock);
    ImmediateExecutor engine;
    store::WriterEvents events{.committed =
                                   [&](store::Ticket upTo) {
                                       if (::write(out, &upTo, sizeof upTo) != sizeof upTo)
                                           ::_exit(2);
                                   },
                               .failed = [](const store::StoreError&) { ::_exit(3); }};
    store::Writer writer(Database::open(file).value(), engine, recorder, std::move(events),
                         {.operations = 1000, .group = 97});
    DurableSessionStore store(writer, "gateway");
    if (!store.load())
        ::_exit(4);
    for (std::uint64_t n = 1;; ++n) {
        const auto message = numbered(n);
        for (std::size_t to = 0; to < kReceivers; ++to) {
            StoredSession::Delivery delivery;
            delivery.order = n;
            delivery.message = message;
            delivery.qos = QoS::AtLeastOnce;
            store.addDelivery(receiver(to), delivery);
        }
        store.saveRetained(message);
        store.updateDelivery(receiver(0), n, static_cast<PacketId>(n % 65'535 + 1), DeliveryState::Sent);
        for (std::size_t to = 0; to < kReceivers; ++to)
            store.dropDelivery(receiver(to), n > kStillQueued ? n - kStillQueued : 0);
        while (writer.congested())
            std::this_thread::yield();
    }
}

constexpr std::uint64_t kWritesAMessage = kReceivers + 1 + 1 + kReceivers;

store::Ticket lastPrinted(int in)
{
    store::Ticket last = 0;
    store::Ticket read = 0;
    while (::read(in, &read, sizeof read) == sizeof read)
        last = read;
    return last;
}

/// What must be there after so many writes: the first is load().
void expectKept(const StoredBroker& found, store::Ticket told)
{
    const std::uint64_t complete = (told - 1) / kWritesAMessage;
    ASSERT_EQ(found.sessions.size(), kReceivers);
    for (const auto& session : found.sessions) {
        ASSERT_FALSE(session.deliveries.empty());
        std::uint64_t previous = 0;
        for (const auto& delivery : session.deliveries) {
            EXPECT_EQ(asText(delivery.message->payload), std::to_string(delivery.order));
            EXPECT_TRUE(previous == 0 || delivery.order == previous + 1) << "a delivery is missing after " << previous;
            previous = delivery.order;
        }
        EXPECT_GE(session.deliveries.back().order, complete)
            << session.clientId << " lost a delivery that was acknowledged";
        const std::uint64_t oldest = complete > kStillQueued ? complete - kStillQueued : 0;
        EXPECT_GT(session.deliveries.front().order, oldest)
            << session.clientId << " would get again what it acknowledged";
    }
    ASSERT_EQ(found.retained.size(), 1U);
    EXPECT_GE(std::stoull(std::string(asText(found.retained[0]->payload))), complete);
}

TEST(KilledDurableSessionStore, hasKeptEveryWriteThatWasCommitted)
{
    Random random(7);
    int rounds = 0;
    for (int round = 0; round < 8; ++round) {
        const Folder folder;
        int pipe[2];
        ASSERT_EQ(::pipe(pipe), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(pipe[0]);
            deliverForever(folder / "crash.db", pipe[1]);
        }
        ::close(pipe[1]);
        std::jthread killer([&, after = std::chrono::milliseconds(40 + random.below(160))] {
            std::this_thread::sleep_for(after);
            ::kill(child, SIGKILL);
        });
        const store::Ticket told = lastPrinted(pipe[0]);
        ::close(pipe[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        killer.join();
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);
        if (told <= kWritesAMessage)
            continue; // killed before it had begun
        ++rounds;

        const ManualClock clock;
        trace::Recorder recorder(clock);
        ImmediateExecutor engine;
        store::Writer writer(Database::open(folder / "crash.db").value(), engine, recorder, {});
        DurableSessionStore store(writer, "gateway");
        const auto found = store.load();
        ASSERT_TRUE(found) << found.error().message;
        expectKept(*found, told);

        std::set<const Message*> used;
        for (const auto& session : found->sessions) {
            for (const auto& delivery : session.deliveries)
                used.insert(delivery.message.get());
        }
        used.insert(found->retained.at(0).get());
        std::int64_t rows = 0;
        ASSERT_TRUE(writer.runNow([&](Database& database) -> store::StoreResult<void> {
            rows = number(database, "SELECT count(*) FROM mqtt_message");
            return {};
        }));
        EXPECT_EQ(rows, static_cast<std::int64_t>(used.size())) << "a message without use stayed behind";
    }
    EXPECT_GT(rounds, 0) << "no child lived long enough; nothing was tested";
}

} // namespace
