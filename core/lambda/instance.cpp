// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/instance.h"

#include "lambda/runtime.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cerrno>
#include <cmath>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <sys/socket.h>
#include <unistd.h>

namespace greensward::lambda {

namespace json = boost::json;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t kLongestLine = 8192;
constexpr std::size_t kTail = 4096;
constexpr std::size_t kMostReadAtOnce = 256 * 1024;
constexpr std::size_t kMostAsked = 64 * 1024 * 1024; ///< answers nobody reads
constexpr unsigned kLinesPerSecond = 2000;
constexpr std::uint64_t kLeastMemoryKiB = 48 * 1024;      ///< an interpreter alone needs twenty
constexpr std::uint64_t kLeastNodeMemoryKiB = 128 * 1024; ///< Node.js alone needs fifty

/// Length of the UTF-8 sequence that begins there; 0 when it is none.
std::size_t sequenceAt(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (length == 0 || first > 0xf4 || text.size() < length)
        return 0;
    for (std::size_t at = 1; at < length; ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80)
            return 0;
    return length;
}

/// Whatever a process prints, as text that can be shown and sent.
std::string readable(std::string_view line)
{
    std::string text;
    while (!line.empty()) {
        const std::size_t length = sequenceAt(line);
        const bool control = length == 1 && static_cast<unsigned char>(line[0]) < 0x20 && line[0] != '\t';
        if (length == 0 || control)
            text += '?';
        else
            text += line.substr(0, length);
        line.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::string problemOf(std::string_view type, std::string message)
{
    json::object problem{{"errorMessage", std::move(message)}};
    if (!type.empty())
        problem["errorType"] = type;
    return json::serialize(problem);
}

/// A problem as AWS writes it into the log.
std::string lineOf(const std::string& problem)
{
    boost::system::error_code error;
    const json::value parsed = json::parse(problem, error);
    const auto text = [&parsed](std::string_view member) {
        const json::value* value = parsed.is_object() ? parsed.get_object().if_contains(member) : nullptr;
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    const std::string type = text("errorType");
    return readable(type.empty() ? text("errorMessage") : fmt::format("[ERROR] {}: {}", type, text("errorMessage")));
}

} // namespace

Instance::Instance(const FunctionSpec& spec, std::string instanceName, ChildProcess process, Instant now)
    : child(std::move(process)), since(now), name(std::move(instanceName)), m_spec(spec)
{
    if (kindOf(spec.runtime) == RuntimeKind::Provided)
        m_conversation = std::make_unique<RuntimeConversation>();
}

void Instance::give(Call call, Instant now, WallTime wall)
{
    const Invocation& invocation = call.invocation;
    const auto deadline = duration_cast<milliseconds>(wall.time_since_epoch()) + m_spec.timeout;
    Frame frame{{{"type", "invoke"},
                       {"requestId", invocation.requestId},
                       {"arn", m_spec.arn},
                       {"name", m_spec.name()},
                       {"version", m_spec.version()},
                       {"memory", m_spec.memoryKiB / 1024},
                       {"timeout", m_spec.timeout.count()},
                       {"deadline", deadline.count()},
                       {"clientContext", invocation.clientContext}},
                      invocation.payload};
    state = State::Busy;
    begin(std::move(call), now);
    if (m_conversation)
        m_conversation->say(std::move(frame));
    else
        send(frame);
}

bool Instance::holdsSocket(std::uint64_t inode)
{
    if (inode == m_lastSocket) // the kernel does not give a number again soon
        return true;
    if (state == State::Over || !m_conversation || !child.holdsSocket(inode))
        return false;
    m_lastSocket = inode;
    return true;
}

void Instance::request(RuntimeRequest request, Instant now)
{
    if (state == State::Over || !m_conversation)
        return;
    if (auto frame = m_conversation->heard(std::move(request)))
        take(std::move(*frame), now);
}

void Instance::begin(Call call, Instant now)
{
    m_call = std::move(call);
    m_tail.clear();
    since = now;
    addLine(fmt::format("START RequestId: {} Version: {}", m_call->invocation.requestId, m_spec.version()));
}

void Instance::answer(std::uint64_t number, const FunctionRequests::Answer& answer)
{
    if (m_outgoing.size() > kMostAsked)
        return;
    send({{{"type", "answer"}, {"number", number}, {"error", answer.error}, {"functionError", answer.functionError}},
          answer.payload});
}

void Instance::send(const Frame& frame)
{
    m_outgoing += encodeFrame(frame);
    flush();
}

void Instance::flush()
{
    while (!m_outgoing.empty()) {
        const ssize_t sent = ::send(child.channel(), m_outgoing.data(), m_outgoing.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return; // full, or dead: the poll tells
        m_outgoing.erase(0, static_cast<std::size_t>(sent));
    }
}

void Instance::exchange(Instant now)
{
    flush();
    if (!m_channelOver)
        readFrames(now);
    readOutput(now);
}

// --- the log -------------------------------------------------------------------------------------------------------

void Instance::readOutput(Instant now)
{
    std::array<char, 16384> part{};
    for (std::size_t sum = 0; sum < kMostReadAtOnce && !m_outputOver;) {
        const ssize_t got = ::read(child.output(), part.data(), part.size());
        m_outputOver = got == 0;
        if (got <= 0)
            return;
        sum += static_cast<std::size_t>(got);
        addOutput({part.data(), static_cast<std::size_t>(got)}, now);
    }
}

void Instance::addOutput(std::string_view text, Instant now)
{
    if (now - m_second >= std::chrono::seconds(1)) {
        m_second = now;
        m_linesInSecond = 0;
        if (const unsigned lost = std::exchange(m_linesLost, 0); lost > 0)
            addLine(fmt::format("[{} lines were too many and are lost]", lost));
    }
    m_partial += text;
    std::size_t begin = 0;
    for (;;) {
        std::size_t end = m_partial.find('\n', begin);
        const bool cut = end == std::string::npos && m_partial.size() - begin > kLongestLine;
        if (end == std::string::npos && !cut)
            break;
        if (cut)
            end = begin + kLongestLine;
        if (++m_linesInSecond <= kLinesPerSecond)
            addLine(readable(std::string_view(m_partial).substr(begin, std::min(end - begin, kLongestLine))));
        else
            ++m_linesLost;
        begin = cut ? end : end + 1;
    }
    m_partial.erase(0, begin);
}

void Instance::addLine(std::string_view text)
{
    lines.push_back({.arn = m_spec.arn,
                     .instance = name,
                     .requestId = m_call ? m_call->invocation.requestId : std::string(),
                     .text = std::string(text)});
    if (!m_call || !m_call->invocation.logTail)
        return;
    m_tail.append(text).push_back('\n');
    if (m_tail.size() > kTail)
        m_tail.erase(0, m_tail.size() - kTail);
}

// --- what it says --------------------------------------------------------------------------------------------------

void Instance::readFrames(Instant now)
{
    std::array<char, 65536> part{};
    for (std::size_t sum = 0; sum < 4 * kMostReadAtOnce;) {
        const ssize_t got = ::recv(child.channel(), part.data(), part.size(), 0);
        m_channelOver = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
        if (got <= 0)
            break;
        sum += static_cast<std::size_t>(got);
        m_frames.feed({part.data(), static_cast<std::size_t>(got)});
        while (auto frame = m_frames.take())
            take(std::move(*frame), now);
        if (m_frames.broken())
            return finish(problemOf("Runtime.InvalidResponse",
                                    "The function's process answered with what is no answer, "
                                    "or with more than 6 MB"),
                          now);
    }
}

void Instance::take(Frame frame, Instant now)
{
    const std::string type = frame.text("type");
    if (type == "ready" && state == State::Starting) {
        m_startup = duration_cast<microseconds>(now - since);
        state = State::Idle;
        since = now;
    } else if (type == "failed" && state == State::Starting) {
        readOutput(now);
        startProblem = frame.payload;
        state = State::Over;
    } else if (type == "ask") {
        asked.push_back(std::move(frame));
    } else if (type == "result" && m_call && frame.text("requestId") == m_call->invocation.requestId) {
        readOutput(now); // what it printed comes before the end of the call
        const std::string error = frame.text("error");
        endCall(error.empty()            ? Outcome::Error::None
                : error == "Unhandled"   ? Outcome::Error::Unhandled
                                         : Outcome::Error::Handled,
                std::move(frame.payload), now);
        state = error == "Unhandled" ? State::Over : State::Idle; // it says so before it dies
        since = now;
    }
}

void Instance::endCall(Outcome::Error error, std::string payload, Instant now)
{
    if (!m_partial.empty()) {
        addLine(readable(m_partial));
        m_partial.clear();
    }
    measureMemory();
    Outcome outcome{.error = error, .payload = std::move(payload)};
    Report& report = outcome.report;
    report = {.requestId = m_call->invocation.requestId,
              .instance = name,
              .duration = duration_cast<microseconds>(now - since),
              .startup = m_cold ? m_startup : microseconds(0),
              .memoryUsedKiB = m_memoryKiB,
              .cold = m_cold};
    const double took = static_cast<double>(report.duration.count()) / 1000;
    addLine(fmt::format("END RequestId: {}", report.requestId));
    std::string line =
        fmt::format("REPORT RequestId: {}\tDuration: {:.2f} ms\tBilled Duration: {:.0f} ms\tMemory Size: "
                    "{} MB\tMax Memory Used: {} MB",
                    report.requestId, took, std::ceil(took), m_spec.memoryKiB / 1024, (m_memoryKiB + 1023) / 1024);
    if (m_cold)
        line += fmt::format("\tInit Duration: {:.2f} ms", static_cast<double>(m_startup.count()) / 1000);
    addLine(line);
    outcome.logTail = std::exchange(m_tail, {});
    m_cold = false;
    ended = Ended{std::move(*m_call), std::move(outcome)};
    m_call.reset();
}

void Instance::finish(std::string problem, Instant now)
{
    if (state == State::Over)
        return;
    measureMemory();
    const std::string how = child.end();
    readOutput(now);
    if (problem.empty()) {
        const std::string message = fmt::format("Error: Runtime exited with error: {}", how);
        problem = problemOf("Runtime.ExitError",
                            m_call ? fmt::format("RequestId: {} {}", m_call->invocation.requestId, message) : message);
    }
    if (m_call) {
        addLine(lineOf(problem));
        endCall(Outcome::Error::Unhandled, std::move(problem), now);
    } else {
        startProblem = std::move(problem);
    }
    state = State::Over;
}

void Instance::finishTimedOut(Instant now, WallTime wallTime)
{
    const double seconds = duration_cast<std::chrono::duration<double>>(m_spec.timeout).count();
    if (!m_call)
        return finish(problemOf("Runtime.InitTimeout", "The function's module was not loaded in time"), now);
    const auto wall = duration_cast<milliseconds>(wallTime.time_since_epoch());
    finish(problemOf({}, fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z {} Task timed out after {:.2f} seconds",
                                     fmt::gmtime(static_cast<std::time_t>(wall.count() / 1000)), wall.count() % 1000,
                                     m_call->invocation.requestId, seconds)),
           now);
}

void Instance::refuse(Call call, Instant now)
{
    begin(std::move(call), now);
    addLine(problemLine());
    endCall(Outcome::Error::Unhandled, startProblem, now);
}

std::string Instance::problemLine() const
{
    return lineOf(startProblem);
}

bool Instance::measureMemory()
{
    const std::uint64_t holds = child.memoryKiB();
    m_memoryKiB = std::max(m_memoryKiB, holds);
    const bool isNode = kindOf(m_spec.runtime) == RuntimeKind::Node;
    return holds <= std::max(m_spec.memoryKiB, isNode ? kLeastNodeMemoryKiB : kLeastMemoryKiB);
}

} // namespace greensward::lambda
