// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"

#include <cstdlib>
#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::app;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

using WordList = std::vector<std::string>;

Farewell farewell(const WordList& words)
{
    auto command = parseCommandLine(words);
    EXPECT_FALSE(command.has_value());
    return command ? Farewell{-1, {}} : command.error();
}

template<typename T>
T command(const WordList& words)
{
    auto parsed = parseCommandLine(words);
    if (!parsed) {
        ADD_FAILURE() << parsed.error().text;
        return {};
    }
    EXPECT_TRUE(std::holds_alternative<T>(*parsed));
    return std::get<T>(*parsed);
}

} // namespace

TEST(CommandLine, withoutWordsIsTheConsole)
{
    const auto parsed = parseCommandLine({});
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(std::holds_alternative<ConsoleCommand>(*parsed));
}

TEST(CommandLine, serveByDefaultKeepsTheUsersWorkspaceOnTheWellKnownPorts)
{
    const auto serve = command<ServeCommand>({"serve"});
    EXPECT_EQ(serve.engine.directory, defaultDataDirectory());
    EXPECT_TRUE(serve.engine.durable);
    EXPECT_EQ(serve.engine.listen, "127.0.0.1");
    EXPECT_EQ(serve.engine.ports, (PortPlan{4566, 8883, 8443, 1883}));
    EXPECT_FALSE(serve.engine.plainMqtt);
    EXPECT_EQ(serve.engine.profile, Profile::Complete);
    EXPECT_FALSE(serve.readyFile);
}

TEST(CommandLine, serveTakesEveryOption)
{
    const auto serve =
        command<ServeCommand>({"serve", "--data-dir", "/tmp/w", "--listen", "0.0.0.0", "--port-base", "9000",
                               "--mqtt-plain", "--ready-file", "r.json", "--profile", "aws-2017"});
    EXPECT_EQ(serve.engine.directory, "/tmp/w");
    EXPECT_EQ(serve.engine.listen, "0.0.0.0");
    EXPECT_EQ(serve.engine.ports, (PortPlan{9000, 9001, 9002, 9003}));
    EXPECT_TRUE(serve.engine.plainMqtt);
    EXPECT_EQ(serve.readyFile, std::filesystem::path("r.json"));
    EXPECT_EQ(serve.engine.profile, Profile::Aws2017);
}

TEST(CommandLine, anEphemeralWorkspaceHasNoFolderAndKeepsNothing)
{
    const auto serve = command<ServeCommand>({"serve", "--ephemeral", "--ports", "auto"});
    EXPECT_TRUE(serve.engine.directory.empty());
    EXPECT_FALSE(serve.engine.durable);
    EXPECT_EQ(serve.engine.ports, PortPlan::anyFree());
}

TEST(CommandLine, aWorkspaceIsCarriedByAFile)
{
    const auto exported = parseCommandLine({"workspace", "export", "w.zip", "--data-dir", "/a"});
    ASSERT_TRUE(exported);
    const auto& out = std::get<WorkspaceCommand>(*exported);
    EXPECT_EQ(out.way, WorkspaceCommand::Way::Export);
    EXPECT_EQ(out.file, "w.zip");
    EXPECT_EQ(out.directory, "/a");
    const auto imported = parseCommandLine({"workspace", "import", "w.zip"});
    ASSERT_TRUE(imported);
    EXPECT_EQ(std::get<WorkspaceCommand>(*imported).way, WorkspaceCommand::Way::Import);
}

TEST(CommandLine, theDataDirectoryFollowsXdg)
{
    ::setenv("XDG_DATA_HOME", "/srv/data", 1);
    EXPECT_EQ(defaultDataDirectory(), "/srv/data/greensward");
    ::setenv("XDG_DATA_HOME", "not/absolute", 1);
    ::setenv("HOME", "/home/someone", 1);
    EXPECT_EQ(defaultDataDirectory(), "/home/someone/.local/share/greensward");
    ::unsetenv("XDG_DATA_HOME");
}

TEST(CommandLine, benchUiMeasuresTheRowsThatWereAskedFor)
{
    const auto bench = command<BenchUiCommand>({"bench", "ui", "--only", "idle", "map", "--scale", "0.1"});
    EXPECT_EQ(bench.settings.only, (WordList{"idle", "map"}));
    EXPECT_EQ(bench.settings.scale, 0.1);
    EXPECT_TRUE(command<BenchUiCommand>({"bench", "ui"}).settings.only.empty()) << "all";
}

TEST(CommandLine, benchBrokerCanBePointedAtAnother)
{
    const auto bench = command<BenchBrokerCommand>(
        {"bench", "broker", "--against", "127.0.0.1:1883", "--pid", "42", "--load", "pipe"});
    ASSERT_TRUE(bench.settings.against);
    EXPECT_EQ(bench.settings.against->host, "127.0.0.1");
    EXPECT_EQ(bench.settings.against->port, 1883);
    EXPECT_EQ(bench.settings.against->pid, 42);
    EXPECT_EQ(bench.settings.loads, WordList{"pipe"});
}

struct Usage
{
    WordList words;
    const char* says;
};

class WrongUsage : public testing::TestWithParam<Usage>
{};

TEST_P(WrongUsage, isCodeTwoAndOnePlainSentence)
{
    const Farewell bye = farewell(GetParam().words);
    EXPECT_EQ(bye.code, 2);
    EXPECT_THAT(bye.text, AllOf(HasSubstr(GetParam().says), HasSubstr("--help"), Not(HasSubstr("\n"))));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongUsage,
    testing::Values(
        Usage{{"pi-kit", "pump-1"}, "--out"}, Usage{{"pi-kit", "--out", "f.zip"}, "THING"},
        Usage{{"pi-kit", "my pump", "--out", "f.zip"}, "cannot name a thing"},
        Usage{{"bench", "magic"}, "there is no benchmark 'magic'"}, Usage{{"bench"}, "what to measure"},
        Usage{{"workspace"}, "export or import"}, Usage{{"workspace", "export"}, "FILE"},
        Usage{{"workspace", "burn"}, "burn"}, Usage{{"tour"}, "--out"}, Usage{{"--nonsense"}, "--nonsense"},
        Usage{{"serve", "--nonsense"}, "--nonsense"}, Usage{{"serve", "stray"}, "stray"},
        Usage{{"serve", "--ports", "manual"}, "--ports"},
        Usage{{"serve", "--ports", "auto", "--port-base", "9000"}, "--port"},
        Usage{{"serve", "--ephemeral", "--data-dir", "/tmp/w"}, "--data-dir"},
        Usage{{"serve", "--port-base", "0"}, "--port-base"}, Usage{{"serve", "--port-base", "65533"}, "--port-base"},
        Usage{{"serve", "--port-base", "many"}, "--port-base"}, Usage{{"serve", "--profile", "azure"}, "--profile"},
        Usage{{"bench", "broker", "--against", "localhost"}, "HOST:PORT"},
        Usage{{"bench", "broker", "--against", "localhost:0"}, "HOST:PORT"},
        Usage{{"lab"}, "lab wants to know what to do"}, Usage{{"lab", "dance"}, "no command 'dance'"},
        Usage{{"lab", "check"}, "LAB"}, Usage{{"lab", "run"}, "--all"}, Usage{{"lab", "run", "1", "--all"}, "--all"},
        Usage{{"device", "pump-1"}, "COMMAND"}, Usage{{"device", "pump-1", "fly"}, "fly"},
        Usage{{"bench", "broker", "--load", "magic"}, "--load"}, Usage{{"bench", "ui", "--only", "magic"}, "--only"}));

TEST(CommandLine, ofALabNamesItAndItsWorkspace)
{
    const auto check = command<LabCommand>({"lab", "check", "5", "--data-dir", "/tmp/w"});
    EXPECT_EQ(check.what, LabCommand::What::Check);
    EXPECT_EQ(check.lab, "5");
    EXPECT_EQ(check.directory, "/tmp/w");
    EXPECT_TRUE(check.isOwnWorkspace);
    const auto run = command<LabCommand>({"lab", "run", "--all"});
    EXPECT_EQ(run.what, LabCommand::What::Run);
    EXPECT_EQ(run.lab, "");
    EXPECT_FALSE(run.isOwnWorkspace);
    EXPECT_EQ(command<LabCommand>({"lab", "lint", "mine"}).folder, "mine");
    const auto serve = command<ServeCommand>({"serve", "--lab", "5"});
    EXPECT_EQ(serve.lab, "5");
    EXPECT_TRUE(serve.engine.devices);
    const auto device = command<DeviceCommandLine>({"device", "sprinkler-456", "stop"});
    EXPECT_EQ(device.device, "sprinkler-456");
    EXPECT_EQ(device.command, "stop");
}

TEST(CommandLine, ofAKitNamesTheThingAndTheFile)
{
    const auto kit = command<PiKitCommand>({"pi-kit", "roof:pump_1", "--out", "k.zip", "--data-dir", "/tmp/w"});
    EXPECT_EQ(kit.thing, "roof:pump_1");
    EXPECT_EQ(kit.out, "k.zip");
    EXPECT_EQ(kit.directory, "/tmp/w");
}

TEST(CommandLine, theNetworkIsLetInByOneSwitchOnly)
{
    EXPECT_EQ(command<ConsoleCommand>({}).listen, "127.0.0.1");
    EXPECT_EQ(command<ConsoleCommand>({"--listen", "0.0.0.0"}).listen, "0.0.0.0");
}

class Help : public testing::TestWithParam<WordList>
{};

TEST_P(Help, isGivenForEveryCommandWithCodeZero)
{
    WordList words = GetParam();
    words.push_back("--help");
    const Farewell bye = farewell(words);
    EXPECT_EQ(bye.code, 0);
    EXPECT_THAT(bye.text, HasSubstr("Usage:"));
}

INSTANTIATE_TEST_SUITE_P(CommandLine, Help,
                         testing::Values(WordList{}, WordList{"serve"}, WordList{"env"}, WordList{"tour"},
                                         WordList{"bench"}, WordList{"bench", "broker"}, WordList{"bench", "ui"},
                                         WordList{"bench", "shadow"}, WordList{"workspace"},
                                         WordList{"workspace", "export"}, WordList{"workspace", "import"}, WordList{"lab"},
                                         WordList{"lab", "list"}, WordList{"lab", "show"}, WordList{"lab", "check"},
                                         WordList{"lab", "solve"}, WordList{"lab", "run"}, WordList{"lab", "lint"},
                                         WordList{"device"}, WordList{"pi-kit"}));
