// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "labs/condition.h"
#include "trace/recorder.h"

#include <boost/json/parse.hpp>
#include <deque>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <unistd.h>

namespace greensward::labs {

/// An account that answers each operation's path with what a test put there, when it is told to.
struct FakeCloud final : client::Transport
{
    void send(aws::Request request, Received received) override
    {
        const std::string asked = request.method + " " + request.target;
        ++questions[asked];
        const auto found = answers.find(asked);
        aws::Response answer = found != answers.end() ? found->second : notThere();
        waiting.push_back([received, answer] { received(answer); });
    }
    void deliver()
    {
        while (!waiting.empty()) {
            const auto next = std::move(waiting.front());
            waiting.pop_front();
            next();
        }
    }
    static aws::Response notThere()
    {
        aws::Response answer{.status = 404, .body = R"({"message":"not found"})"};
        answer.fields.emplace_back("x-amzn-ErrorType", "ResourceNotFoundException");
        return answer;
    }

    std::map<std::string, aws::Response> answers;
    std::map<std::string, int> questions;
    std::deque<std::function<void()>> waiting;
};

/// A recorder on a clock that moves when told to, and whoever reads it.
class LabWorld : public testing::Test
{
protected:
    trace::ChunkPtr record(trace::Entry entry)
    {
        recorder.record(entry);
        recorder.flush();
        const auto chunks = reader.drain();
        EXPECT_EQ(chunks.size(), 1u);
        return chunks.empty() ? nullptr : chunks.front();
    }
    static trace::Entry message(std::string_view topic, std::string_view payload = "{}", std::string_view by = "pump-1")
    {
        return {.kind = trace::Kind::MessagePublished, .subject = by, .object = topic, .payload = asBytes(payload)};
    }
    void pass(Duration time) { clock.advance(time); }

    ManualClock clock;
    trace::Recorder recorder{clock};
    trace::Reader reader{recorder, trace::KindSet::all()};
    FakeCloud cloud;
    client::Api api{
        cloud,
        clock,
        {.key = {.accessKeyId = "AKIAEXAMPLE", .secretAccessKey = "x"}, .region = "us-east-1", .host = "h"}};
};

inline Condition conditionOf(std::string_view json)
{
    auto condition = readCondition(boost::json::parse(json), "check");
    EXPECT_TRUE(condition) << (condition ? "" : condition.error().message);
    return condition ? std::move(*condition) : Condition{};
}

/// A folder that goes with the test.
class Scratch
{
public:
    Scratch()
    {
        std::string name = (std::filesystem::temp_directory_path() / "greensward-labs-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }
    void write(const std::string& name, std::string_view text) const
    {
        std::filesystem::create_directories((m_path / name).parent_path());
        std::ofstream(m_path / name, std::ios::binary) << text;
    }

private:
    std::filesystem::path m_path;
};

/// lab.md of a lab with one step a title.
inline std::string labText(std::initializer_list<const char*> steps)
{
    std::string text = "# A lab\n\nWhat it is about.\n";
    for (const char* step : steps)
        text += std::string("\n## ") + step +
                "\n\nDo it.\n\n### In the console\n\n[Topics](console:topics)\n\n### In a terminal\n\n```sh\ntrue\n"
                "```\n\n### On a device\n\nRun it there.\n\n### Hints\n\n1. one\n2. two\n3. three\n";
    return text;
}

} // namespace greensward::labs
