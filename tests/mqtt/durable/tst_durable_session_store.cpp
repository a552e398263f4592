// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/durable_session_store.h"
#include "store_fixtures.h"

#include <gmock/gmock.h>
#include <optional>

using namespace greensward;
using namespace greensward::mqtt;
using greensward::store::Database;
using greensward::store::test::Folder;
using greensward::store::test::number;
using greensward::store::test::StepExecutor;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr WallTime kNow{std::chrono::nanoseconds{1'500'000'000'123'456'789}};
constexpr std::uint32_t kNever = 0xffff'ffff;

MessagePtr message(std::string topic, std::string_view payload = "payload")
{
    auto made = std::make_shared<Message>();
    made->topic = std::move(topic);
    made->payload = toBytes(payload);
    made->qos = QoS::AtLeastOnce;
    return made;
}

StoredSession::Delivery delivery(std::uint64_t order, MessagePtr message)
{
    StoredSession::Delivery made;
    made.order = order;
    made.message = std::move(message);
    made.qos = QoS::AtLeastOnce;
    return made;
}

/// One run of a program with a durable broker: database, writer, store, and what it found.
class ProgramRun
{
public:
    explicit ProgramRun(const std::filesystem::path& file, std::string broker = "gateway")
        : m_writer(Database::open(file).value(), m_engine, m_recorder, {})
        , store(m_writer, std::move(broker))
        , found(store.load())
    {}
    store::StoreResult<store::Ticket> flush() { return m_writer.flush(); }
    std::int64_t rows(std::string table)
    {
        std::int64_t count = -1;
        EXPECT_TRUE(m_writer.runNow([&](Database& database) -> store::StoreResult<void> {
            count = number(database, "SELECT count(*) FROM " + table);
            return {};
        }));
        return count;
    }
    store::Writer& writer() { return m_writer; }

private:
    StepExecutor m_engine;
    ManualClock m_clock;
    trace::Recorder m_recorder{m_clock};
    store::Writer m_writer;

public:
    DurableSessionStore store;
    store::StoreResult<StoredBroker> found;
};

class DurableSessionStoreTest : public testing::Test
{
protected:
    DurableSessionStoreTest() { restart(); }

    /// Everything is committed, the program ends and another begins.
    void restart()
    {
        m_run.reset();
        m_run = std::make_unique<ProgramRun>(m_folder / "test.db");
        ASSERT_TRUE(m_run->found) << m_run->found.error().message;
    }
    DurableSessionStore& store() { return m_run->store; }
    const StoredBroker& found() const { return *m_run->found; }
    const StoredSession& onlySession() const
    {
        EXPECT_THAT(found().sessions, SizeIs(1));
        return found().sessions.at(0);
    }

    Folder m_folder;
    std::unique_ptr<ProgramRun> m_run;
};

TEST_F(DurableSessionStoreTest, findsNothingInANewDatabase)
{
    EXPECT_THAT(found().sessions, IsEmpty());
    EXPECT_THAT(found().retained, IsEmpty());
}

TEST_F(DurableSessionStoreTest, findsSessionsAgain)
{
    store().saveSession("connected", 3600, std::nullopt);
    store().saveSession("gone", kNever, kNow);
    store().saveSession("", 0, WallTime{});
    restart();
    ASSERT_THAT(found().sessions, SizeIs(3));
    EXPECT_EQ(found().sessions[0].clientId, "connected");
    EXPECT_EQ(found().sessions[0].expiry, 3600U);
    EXPECT_EQ(found().sessions[0].disconnectedAt, std::nullopt);
    EXPECT_EQ(found().sessions[1].clientId, "gone");
    EXPECT_EQ(found().sessions[1].expiry, kNever);
    EXPECT_EQ(found().sessions[1].disconnectedAt, kNow);
    EXPECT_EQ(found().sessions[2].disconnectedAt, WallTime{});
}

TEST_F(DurableSessionStoreTest, keepsTheLatestStateOfASession)
{
    store().saveSession("a", 10, std::nullopt);
    store().saveSession("a", 20, kNow);
    restart();
    EXPECT_EQ(onlySession().expiry, 20U);
    EXPECT_EQ(onlySession().disconnectedAt, kNow);
    store().saveSession("a", 20, std::nullopt);
    restart();
    EXPECT_EQ(onlySession().disconnectedAt, std::nullopt);
}

TEST_F(DurableSessionStoreTest, findsSubscriptionsAgain)
{
    const StoredSession::Subscription first{
        .filter = "$share/group/a/+",
        .options = {.qos = QoS::ExactlyOnce, .noLocal = true, .retainAsPublished = true, .retainHandling = 2},
        .subscriptionId = 268'435'455};
    const StoredSession::Subscription second{.filter = "b/#", .options = {}, .subscriptionId = 0};
    store().saveSession("a", kNever, std::nullopt);
    store().saveSubscription("a", first);
    store().saveSubscription("a", second);
    auto changed = second;
    changed.options.qos = QoS::AtLeastOnce;
    store().saveSubscription("a", changed);
    restart();
    ASSERT_THAT(onlySession().subscriptions, SizeIs(2));
    EXPECT_EQ(onlySession().subscriptions[0].filter, first.filter);
    EXPECT_EQ(onlySession().subscriptions[0].options, first.options);
    EXPECT_EQ(onlySession().subscriptions[0].subscriptionId, first.subscriptionId);
    EXPECT_EQ(onlySession().subscriptions[1].filter, "b/#");
    EXPECT_EQ(onlySession().subscriptions[1].options, changed.options);

    store().dropSubscription("a", "b/#");
    restart();
    ASSERT_THAT(onlySession().subscriptions, SizeIs(1));
    EXPECT_EQ(onlySession().subscriptions[0].filter, first.filter);
}

TEST_F(DurableSessionStoreTest, findsDeliveriesInTheirOrder)
{
    store().saveSession("a", kNever, std::nullopt);
    for (const std::uint64_t order : {1U, 2U, 300U, 70'000U})
        store().addDelivery("a", delivery(order, message("t", std::to_string(order))));
    restart();
    std::vector<std::pair<std::uint64_t, std::string>> seen;
    for (const auto& kept : onlySession().deliveries)
        seen.emplace_back(kept.order, asText(kept.message->payload));
    EXPECT_THAT(
        seen, ElementsAre(std::pair(1U, "1"), std::pair(2U, "2"), std::pair(300U, "300"), std::pair(70'000U, "70000")));
}

TEST_F(DurableSessionStoreTest, findsADeliveryWithAllItsState)
{
    auto full = std::make_shared<Message>();
    full->topic = "turbines/ev-gen/123";
    full->payload = Bytes{0, 1, 2, 255};
    full->qos = QoS::ExactlyOnce;
    full->retain = true;
    full->payloadFormat = 1;
    full->contentType = "application/json";
    full->responseTopic = "answers";
    full->correlation = Bytes{7, 0, 7};
    full->user = {{"k", "v"}};
    full->expiresAt = kNow;
    full->publisher = "turbine-123";
    auto kept = delivery(5, full);
    kept.qos = QoS::ExactlyOnce;
    kept.retain = true;
    kept.subscriptionIds = {1, 268'435'455};
    kept.packetId = 65'535;
    kept.state = DeliveryState::Sent;
    store().saveSession("a", kNever, std::nullopt);
    store().addDelivery("a", kept);
    restart();
    ASSERT_THAT(onlySession().deliveries, SizeIs(1));
    const auto& again = onlySession().deliveries[0];
    EXPECT_EQ(again.order, 5U);
    EXPECT_EQ(again.qos, QoS::ExactlyOnce);
    EXPECT_TRUE(again.retain);
    EXPECT_EQ(again.subscriptionIds, kept.subscriptionIds);
    EXPECT_EQ(again.packetId, 65'535);
    EXPECT_EQ(again.state, DeliveryState::Sent);
    EXPECT_EQ(again.message->payload, full->payload);
    EXPECT_EQ(again.message->correlation, full->correlation);
    EXPECT_EQ(again.message->user, full->user);
    EXPECT_EQ(again.message->expiresAt, full->expiresAt);
    EXPECT_EQ(again.message->publisher, full->publisher);

    store().updateDelivery("a", 5, 17, DeliveryState::Released);
    restart();
    EXPECT_EQ(onlySession().deliveries.at(0).packetId, 17);
    EXPECT_EQ(onlySession().deliveries.at(0).state, DeliveryState::Released);
    EXPECT_EQ(onlySession().deliveries.at(0).subscriptionIds, kept.subscriptionIds);

    store().dropDelivery("a", 5);
    restart();
    EXPECT_THAT(onlySession().deliveries, IsEmpty());
    EXPECT_EQ(m_run->rows("mqtt_message"), 0);
}

TEST_F(DurableSessionStoreTest, findsReceivedIdsAgain)
{
    store().saveSession("a", kNever, std::nullopt);
    store().addReceived("a", 65'535);
    store().addReceived("a", 3);
    store().addReceived("a", 3);
    restart();
    EXPECT_THAT(onlySession().received, ElementsAre(3, 65'535));
    store().dropReceived("a", 3);
    restart();
    EXPECT_THAT(onlySession().received, ElementsAre(65'535));
}

TEST_F(DurableSessionStoreTest, findsTheLatestWill)
{
    store().saveSession("a", kNever, kNow);
    store().saveWill("a", message("gone", "first"), kNow);
    store().saveWill("a", message("gone", "second"), kNow + std::chrono::seconds(30));
    restart();
    ASSERT_TRUE(onlySession().will);
    EXPECT_EQ(asText(onlySession().will->message->payload), "second");
    EXPECT_EQ(onlySession().will->dueAt, kNow + std::chrono::seconds(30));
    EXPECT_EQ(m_run->rows("mqtt_message"), 1) << "the first is of no use any more";
    store().saveWill("a", onlySession().will->message, kNow);
    store().dropWill("a");
    restart();
    EXPECT_FALSE(onlySession().will);
    EXPECT_EQ(m_run->rows("mqtt_message"), 0);
}

TEST_F(DurableSessionStoreTest, findsTheLatestRetainedMessageOfEachTopic)
{
    store().saveRetained(message("b", "old"));
    store().saveRetained(message("b", "new"));
    store().saveRetained(message("a"));
    store().saveRetained(message("c"));
    store().dropRetained("c");
    restart();
    ASSERT_THAT(found().retained, SizeIs(2));
    EXPECT_EQ(found().retained[0]->topic, "a");
    EXPECT_EQ(asText(found().retained[1]->payload), "new");
    EXPECT_EQ(m_run->rows("mqtt_message"), 2);
    store().saveRetained(found().retained[1]);
    restart();
    EXPECT_THAT(found().retained, SizeIs(2)) << "the same message again is still kept";
}

TEST_F(DurableSessionStoreTest, dropsEverythingOfASessionAndNothingElse)
{
    const auto shared = message("shared");
    for (const char* client : {"a", "b"}) {
        store().saveSession(client, kNever, std::nullopt);
        store().saveSubscription(client, {.filter = "x", .options = {}, .subscriptionId = 0});
        store().addDelivery(client, delivery(1, shared));
        store().addDelivery(client, delivery(2, message("own")));
        store().addReceived(client, 9);
        store().saveWill(client, message("will"), kNow);
    }
    store().saveRetained(shared);
    store().dropSession("a");
    restart();
    EXPECT_EQ(onlySession().clientId, "b");
    EXPECT_THAT(onlySession().deliveries, SizeIs(2));
    EXPECT_THAT(onlySession().subscriptions, SizeIs(1));
    EXPECT_THAT(onlySession().received, SizeIs(1));
    EXPECT_TRUE(onlySession().will);
    EXPECT_EQ(m_run->rows("mqtt_message"), 3);

    store().dropSession("b");
    for (const char* table : {"mqtt_session", "mqtt_subscription", "mqtt_delivery", "mqtt_received", "mqtt_will"})
        EXPECT_EQ(m_run->rows(table), 0) << table;
    EXPECT_EQ(m_run->rows("mqtt_message"), 1) << "it is still retained";
    store().dropRetained("shared");
    EXPECT_EQ(m_run->rows("mqtt_message"), 0);
}

TEST_F(DurableSessionStoreTest, forgetsADroppedSessionWhenItsClientComesBack)
{
    store().saveSession("a", kNever, std::nullopt);
    store().saveSubscription("a", {.filter = "x", .options = {}, .subscriptionId = 0});
    store().dropSession("a");
    store().saveSession("a", 5, std::nullopt);
    restart();
    EXPECT_EQ(onlySession().expiry, 5U);
    EXPECT_THAT(onlySession().subscriptions, IsEmpty());
}

TEST_F(DurableSessionStoreTest, writesAMessageOnceForTenThousandDeliveries)
{
    constexpr std::size_t kSessions = 100;
    constexpr std::uint64_t kEach = 100;
    {
        const auto shared = message("shared", std::string(10'000, 'x'));
        for (std::size_t session = 0; session < kSessions; ++session) {
            for (std::uint64_t order = 1; order <= kEach; ++order)
                store().addDelivery("client-" + std::to_string(session), delivery(order, shared));
        }
    }
    EXPECT_EQ(m_run->rows("mqtt_delivery"), 10'000);
    EXPECT_EQ(m_run->rows("mqtt_message"), 1);

    restart();
    ASSERT_THAT(found().sessions, SizeIs(kSessions));
    const Message* shared = found().sessions[0].deliveries.at(0).message.get();
    for (const auto& session : found().sessions) {
        ASSERT_THAT(session.deliveries, SizeIs(kEach));
        for (const auto& kept : session.deliveries)
            ASSERT_EQ(kept.message.get(), shared) << "it is no longer shared";
    }

    // Who drops first and who after the restart makes no difference: the last one takes the message along.
    for (std::size_t session = 0; session < kSessions; ++session) {
        for (std::uint64_t order = 1; order <= kEach; ++order) {
            if (session + 1 < kSessions || order < kEach)
                store().dropDelivery("client-" + std::to_string(session), order);
        }
    }
    EXPECT_EQ(m_run->rows("mqtt_delivery"), 1);
    EXPECT_EQ(m_run->rows("mqtt_message"), 1);
    restart();
    store().dropDelivery("client-99", kEach);
    EXPECT_EQ(m_run->rows("mqtt_message"), 0);
}

TEST_F(DurableSessionStoreTest, writesAMessageAgainThatIsUsedAgain)
{
    const auto twice = message("t");
    store().addDelivery("a", delivery(1, twice));
    store().dropDelivery("a", 1);
    store().addDelivery("a", delivery(2, twice));
    restart();
    ASSERT_THAT(onlySession().deliveries, SizeIs(1));
    EXPECT_EQ(onlySession().deliveries[0].message->topic, "t");
}

TEST_F(DurableSessionStoreTest, takesChangesOfWhatIsNotThere)
{
    store().dropSession("nobody");
    store().dropSubscription("nobody", "x");
    store().updateDelivery("nobody", 1, 1, DeliveryState::Sent);
    store().dropDelivery("nobody", 1);
    store().dropReceived("nobody", 1);
    store().dropWill("nobody");
    store().dropRetained("nothing");
    EXPECT_TRUE(m_run->flush());
    restart();
    EXPECT_THAT(found().sessions, IsEmpty());
}

TEST_F(DurableSessionStoreTest, numbersItsWritesInTheirOrder)
{
    const Ticket first = store().saveSession("a", 1, std::nullopt);
    const Ticket second = store().saveRetained(message("t"));
    EXPECT_EQ(second, first + 1);
    EXPECT_EQ(m_run->flush().value(), second);
}

TEST_F(DurableSessionStoreTest, keepsTheBrokersOfOneDatabaseApart)
{
    DurableSessionStore edge(m_run->writer(), "edge");
    ASSERT_TRUE(edge.load());
    const auto shared = message("t", "shared");
    store().saveSession("a", 1, std::nullopt);
    store().addDelivery("a", delivery(1, shared));
    store().saveRetained(message("r", "gateway"));
    edge.saveSession("a", 2, std::nullopt);
    edge.addDelivery("a", delivery(1, shared));
    edge.saveRetained(message("r", "edge"));
    store().dropSession("a");
    ASSERT_TRUE(m_run->flush());
    m_run.reset();

    const ProgramRun ofEdge(m_folder / "test.db", "edge");
    ASSERT_TRUE(ofEdge.found) << ofEdge.found.error().message;
    ASSERT_THAT(ofEdge.found->sessions, SizeIs(1));
    EXPECT_EQ(ofEdge.found->sessions[0].expiry, 2U);
    EXPECT_EQ(asText(ofEdge.found->sessions[0].deliveries.at(0).message->payload), "shared");
    ASSERT_THAT(ofEdge.found->retained, SizeIs(1));
    EXPECT_EQ(asText(ofEdge.found->retained[0]->payload), "edge");
}

struct Damage
{
    const char* name;
    const char* sql;
    const char* reason;
};

class DamagedStore : public DurableSessionStoreTest, public testing::WithParamInterface<Damage>
{};

TEST_P(DamagedStore, isReportedNotGuessedAt)
{
    store().saveSession("a", kNever, std::nullopt);
    store().saveSubscription("a", {.filter = "x", .options = {}, .subscriptionId = 0});
    store().addDelivery("a", delivery(1, message("t")));
    ASSERT_TRUE(m_run->writer().runNow([](Database& database) { return database.script(GetParam().sql); }));
    m_run.reset();
    const ProgramRun again(m_folder / "test.db");
    ASSERT_FALSE(again.found);
    EXPECT_EQ(again.found.error().cause, store::Cause::Corrupt);
    EXPECT_THAT(again.found.error().message, HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Of, DamagedStore,
    testing::Values(Damage{"Record", "UPDATE mqtt_message SET record = x'010005'", "a stored message is damaged"},
                    Damage{"RecordOfLaterForm", "UPDATE mqtt_message SET record = x'09'", "does not know"},
                    Damage{"Message", "DELETE FROM mqtt_message", "is missing"},
                    Damage{"Identifiers", "UPDATE mqtt_delivery SET identifiers = x'ff'", "subscription identifiers"},
                    Damage{"State", "UPDATE mqtt_delivery SET state = 3", "impossible value 3"},
                    Damage{"QoS", "UPDATE mqtt_delivery SET qos = -1", "impossible value -1"},
                    Damage{"SubscriptionQoS", "UPDATE mqtt_subscription SET qos = 3", "impossible value 3"}),
    [](const auto& damage) { return std::string(damage.param.name); });

} // namespace
