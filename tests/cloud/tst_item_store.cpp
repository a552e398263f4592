// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_world.h"

#include "base/executor.h"
#include "store/writer.h"
#include "trace/recorder.h"

#include <filesystem>
#include <unistd.h>

namespace greensward::cloud {

namespace {

class Nowhere final : public Executor
{
    void post(std::function<void()>) override {}
};

constexpr const char* kDocument =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]})";

} // namespace

TEST(ItemStore, aRegistryComesBackAsItWas)
{
    const auto file = std::filesystem::temp_directory_path() / ("greensward-items-" + std::to_string(::getpid()));
    std::filesystem::remove(file);
    ManualClock clock;
    trace::Recorder recorder(clock);
    Nowhere engine;
    const Account account;
    std::string thingId;
    const auto open = [&] {
        return std::make_unique<store::Writer>(*store::Database::open(file), engine, recorder, store::WriterEvents{});
    };
    {
        const auto writer = open();
        ItemStore items(writer.get());
        ASSERT_TRUE(items.open());
        Things things({account, clock, items, Random(1)});
        IotPolicies policies({account, clock, items});
        ASSERT_TRUE(things.createType("pump", "lifts water", {"place"}));
        thingId = (*things.create("pump-1", "pump", {{"place", "east"}}))->id;
        ASSERT_TRUE(things.attach("pump-1", "arn:cert"));
        ASSERT_TRUE(things.createGroup("farm", "", "all of it", {}));
        ASSERT_TRUE(things.join("farm", "pump-1"));
        ASSERT_TRUE(things.create("gone", "", {}));
        ASSERT_TRUE(things.remove("gone", {}));
        ASSERT_TRUE(policies.create("p", kDocument));
        ASSERT_TRUE(policies.createVersion("p", kDocument, true));
        ASSERT_TRUE(policies.attach("p", "arn:cert"));
        EXPECT_GT(items.lastTicket(), 0U);
        ASSERT_TRUE(writer->flush());
    }
    const auto writer = open();
    ItemStore items(writer.get());
    ASSERT_TRUE(items.open());
    Things things({account, clock, items, Random(9)});
    IotPolicies policies({account, clock, items});
    ASSERT_TRUE(things.load());
    ASSERT_TRUE(policies.load());
    ASSERT_EQ(things.things().size(), 1U);
    const Thing& thing = things.things().begin()->second;
    EXPECT_EQ(thing.id, thingId);
    EXPECT_EQ(thing.type, "pump");
    EXPECT_EQ(thing.attributes, (Attributes{{"place", "east"}}));
    EXPECT_TRUE(thing.principals.contains("arn:cert"));
    EXPECT_EQ((*things.type("pump"))->description, "lifts water");
    EXPECT_EQ(things.groupsOf("pump-1"), std::vector<std::string>{"farm"});
    ASSERT_EQ(policies.attachedTo("arn:cert").size(), 1U);
    EXPECT_EQ(policies.attachedTo("arn:cert").front()->defaultVersion, 2);
    std::filesystem::remove(file);
}

} // namespace greensward::cloud
