// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lambda/child_process.h"
#include "lambda/frame.h"
#include "lambda/function_requests.h"
#include "lambda/runtime_conversation.h"
#include "lambda/workers.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::lambda {

struct Call
{
    Invocation invocation;
    Workers::Done done;
};

/// One process of a function: its call in progress, its log, what it says. Lives on the watching thread.
class Instance
{
public:
    enum class State : std::uint8_t { Starting, Idle, Busy, Over };
    struct Ended
    {
        Call call;
        Outcome outcome;
    };

    Instance(const FunctionSpec& spec, std::string name, ChildProcess child, Instant now);

    ChildProcess child;
    State state = State::Starting;
    Instant since;            ///< when it came into this state
    std::vector<LogLine> lines; ///< to be taken
    std::vector<Frame> asked;   ///< to be taken: what the function asks of the host
    std::optional<Ended> ended; ///< to be taken
    std::string startProblem;   ///< JSON, when it is over before it was ready
    const std::string name;

    void give(Call call, Instant now, WallTime wall);
    void answer(std::uint64_t number, const FunctionRequests::Answer& answer);
    /// Reads and writes what can be, without waiting.
    void exchange(Instant now);
    /// Whether the connection is that of one of its processes.
    bool holdsSocket(std::uint64_t inode);
    /// What it asks of the Runtime API.
    void request(RuntimeRequest request, Instant now);
    bool readsOutput() const { return !m_outputOver; }
    bool readsChannel() const { return !m_channelOver; }
    /// Its module was loaded: what it dies of then is not why it could not start.
    bool wasReady() const { return m_startup.count() > 0; }
    bool wantsToWrite() const { return !m_outgoing.empty(); }
    /// It is dead or has to be: the call in progress ends with the problem. Empty: told from how it died.
    void finish(std::string problem, Instant now);
    /// wall: for the line that AWS writes.
    void finishTimedOut(Instant now, WallTime wall);
    /// It was over before it was ready: the call that it was started for ends with the reason.
    void refuse(Call call, Instant now);
    /// It is over and nobody waits for it: the log says why.
    void complain() { addLine(problemLine()); }
    /// False when it holds more than it may.
    bool measureMemory();

private:
    void begin(Call call, Instant now);
    void readOutput(Instant now);
    void readFrames(Instant now);
    void take(Frame frame, Instant now);
    void send(const Frame& frame);
    void flush();
    void addOutput(std::string_view text, Instant now);
    void addLine(std::string_view text);
    std::string problemLine() const;
    void endCall(Outcome::Error error, std::string payload, Instant now);

    const FunctionSpec m_spec;
    std::unique_ptr<RuntimeConversation> m_conversation; ///< of those that bring their own bootstrap
    std::uint64_t m_lastSocket = 0;                      ///< of its connections, the one that spoke last
    bool m_outputOver = false;                           ///< closed by all who could write
    bool m_channelOver = false;
    FrameReader m_frames;
    std::string m_outgoing;
    std::string m_partial; ///< of a line
    std::string m_tail;
    std::optional<Call> m_call;
    std::chrono::microseconds m_startup{};
    std::uint64_t m_memoryKiB = 0;
    Instant m_second{}; ///< whose lines are counted
    unsigned m_linesInSecond = 0;
    unsigned m_linesLost = 0;
    bool m_cold = true;
};

} // namespace greensward::lambda
