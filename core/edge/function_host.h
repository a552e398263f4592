// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "edge/core_log.h"
#include "edge/function_shadows.h"
#include "edge/group_document.h"
#include "edge/group_shelf.h"
#include "lambda/workers.h"
#include "trace/event.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// The functions of the group: runs them for messages and for each other, and answers what they ask of the core
/// (greengrass-and-gateway 10). One thread.
class FunctionHost final : private lambda::FunctionRequests
{
public:
    static constexpr std::size_t kMostWork = 1024; ///< items of all functions; more are ignored with a line in a log

    struct Parts
    {
        const Clock& clock;
        lambda::Workers* workers = nullptr; ///< null: functions cannot run here
        FunctionShadows& shadows;
        GroupShelf& shelf;
        CoreLog& log;
        std::map<std::string, std::string> environment; ///< of all functions
        Random random;
        /// A function publishes. An error: it is refused, the sentence is what greengrasssdk raises.
        std::function<Result<void>(const std::string& function, const std::string& topic, const std::string& payload,
                                   bool allOrNothing)>
            publish;
        /// A shadow was asked for: messages may wait to be published.
        std::function<void()> stirred;
    };
    explicit FunctionHost(Parts parts);
    ~FunctionHost() override;

    /// Ends the functions of the former group. start() begins those of this one.
    void setGroup(const GroupDocument* group);
    void start();
    /// For a message. function: its resolved ARN.
    void handle(const std::string& function, std::string_view topic, std::string_view payload);
    std::size_t work() const { return m_work; }

private:
    void publish(const lambda::FunctionSpec& by, std::string topic, std::string payload, std::string queueFullPolicy,
                 Done done) override;
    void shadow(const lambda::FunctionSpec& by, ShadowVerb verb, std::string thing, std::string payload,
                Done done) override;
    void invoke(const lambda::FunctionSpec& by, std::string function, std::string qualifier, bool event,
                std::string payload, std::string clientContext, Done done) override;
    void log(const lambda::LogLine& line) override;

    lambda::FunctionSpec specOf(const GroupFunction& function) const;
    const GroupFunction* find(const std::string& function, const std::string& qualifier, std::string& why) const;
    void call(const GroupFunction& function, std::string payload, std::string clientContext,
              std::function<void(const lambda::Outcome&)> ended);
    std::string requestId();

    Parts m_parts;
    const GroupDocument* m_group = nullptr;
    std::vector<std::string> m_running; ///< known to the workers
    std::size_t m_work = 0;
    std::uint64_t m_ignored = 0;
    std::uint64_t m_epoch = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::edge
