// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What holds where bubblewrap works, and what is said where it does not.
#include "function_world.h"
#include "lambda/jail.h"

namespace greensward::lambda {
namespace {

using testing::HasSubstr;

class JailTest : public FunctionWorld
{
protected:
    void SetUp() override
    {
        if (const std::string isolation = m_processes->isolation(); !isolation.starts_with("processes in a private file system"))
            GTEST_SKIP() << isolation;
    }
};

TEST_F(JailTest, ItsCodeAndTheSystemAreReadOnlyAndTmpIsItsOwn)
{
    const std::string outside = "/tmp/greensward-jail-" + std::to_string(::getpid());
    std::ofstream(outside) << "of the host";
    add(function("import os\ndef can_write(path):\n  try:\n    with open(path, 'w') as f: f.write('x')\n    return True\n"
                 "  except OSError: return False\n"
                 "def handler(event, context):\n"
                 "  return [can_write(p) for p in ('/lambda/x', '/usr/x', '/etc/x', '/x/y', '/tmp/x')] + "
                 "[os.getcwd(), os.path.exists('" + outside + "'), os.path.exists('/home'), os.path.exists('/root')]\n"));
    EXPECT_EQ(call().payload, R"([false, false, false, false, true, "/lambda", false, false, false])");
    EXPECT_FALSE(fs::exists("/tmp/x"));
    fs::remove(outside);
}

TEST_F(JailTest, WhatIsNotContainedSeesTheMachine)
{
    const std::string kept = "/tmp/greensward-not-contained-" + std::to_string(::getpid());
    FunctionSpec spec = function("def handler(event, context):\n  open('" + kept + "', 'w').write('data')\n");
    spec.contained = false;
    add(spec);
    const Outcome outcome = call();
    EXPECT_FALSE(outcome.failed()) << outcome.payload;
    EXPECT_TRUE(fs::exists(kept));
    fs::remove(kept);
}

TEST_F(JailTest, ItSeesNoProcessButItsOwnAndTheNetworkStays)
{
    add(function("import os, socket\ndef handler(event, context):\n"
                 "  processes = [p for p in os.listdir('/proc') if p.isdigit()]\n"
                 "  with socket.create_server(('127.0.0.1', 0)) as s:\n"
                 "    with socket.create_connection(s.getsockname()): pass\n"
                 "  return len(processes)\n"));
    EXPECT_LE(std::stoi(call().payload), 3);
}

TEST_F(JailTest, AFolderOfTheSystemCanBeHidden)
{
    restart(Processes::Settings{.runtime = GREENSWARD_PYTHON_RUNTIME, .hidden = "/usr/share"});
    add(function("import os\ndef handler(event, context):\n  return os.listdir('/usr/share')\n"));
    EXPECT_EQ(call().payload, "[]");
}

TEST_F(JailTest, HowItDiesIsTold)
{
    add(function("import os, signal\ndef handler(event, context):\n  os.kill(os.getpid(), signal.SIGSEGV)\n"));
    EXPECT_THAT(call().payload, HasSubstr("Runtime exited with error: signal: Segmentation fault"));
}

TEST_F(FunctionWorld, WithoutAJailItSaysWhy)
{
    restart(Processes::Settings{.runtime = GREENSWARD_PYTHON_RUNTIME, .bubblewrap = false});
    EXPECT_EQ(m_processes->isolation(), "plain processes (bubblewrap is switched off)");
    add(function("def handler(event, context):\n  return 1\n"));
    EXPECT_EQ(call().payload, "1");
}

TEST(Jail, AProgramThatTheSystemDoesNotHaveComesWithItsLibraries)
{
    const fs::path home = fs::temp_directory_path() / "greensward-node";
    fs::create_directories(home / "bin");
    std::ofstream(home / "bin/node") << "";
    const auto words = Jail::words({}, "/", home / "bin/node", {});
    EXPECT_THAT(words, testing::Contains(fs::canonical(home).string()));
    EXPECT_THAT(Jail::words({}, "/", "/usr/bin/env", {}), testing::Not(testing::Contains(fs::canonical(home).string())));
    fs::remove_all(home);
}

} // namespace
} // namespace greensward::lambda
