// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"
#include "edge/cloud_calls.h"
#include "edge/core_log.h"
#include "edge/group_document.h"
#include "edge/group_shelf.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace greensward::edge {

/// Brings what is deployed to the core: hears of a deployment, fetches the group and its functions, has the core live
/// by it, and tells the cloud how it ended. A group that cannot be used leaves the former one in its place. What it has
/// told and what it has not outlives it. Driven by run(), never does anything from inside a callback; one thread.
class DeploymentAgent
{
public:
    using Ended = std::function<void(Result<void>)>;
    struct Parts
    {
        const Clock& clock;
        CloudCalls& cloud;
        GroupShelf& shelf;
        std::string core; ///< thing ARN
        /// Whether functions of that runtime can run here; if not, a sentence.
        std::function<Result<void>(std::string_view runtime)> canRun;
        /// Runs work on another thread, then the second one here.
        std::function<void(std::function<void()>, std::function<void()>)> background;
        /// The core lives by the group from now on, or without one; ended once devices can connect, or it turns out
        /// that they never will.
        std::function<void(std::optional<GroupDocument>, Ended)> activate;
        /// The same without a group, and everything of the former one is removed.
        std::function<void()> reset;
        /// A deployment ended: group, sentence, whether it succeeded.
        std::function<void(const std::string& group, const std::string& sentence, bool done)> tell;
        std::function<void(LogLevel, std::string)> log;
        /// There is something to do.
        std::function<void()> wake;
    };
    explicit DeploymentAgent(Parts parts);

    /// What a message on the shadow of "CORE-gda" says is wanted; others are left alone.
    void heard(ByteView shadowMessage);
    void setOnline(bool online);
    void run();
    std::optional<Instant> nextDeadline() const;
    /// Nothing is under way and the cloud knows how the last one ended.
    bool settled() const { return m_step == Step::Idle && !m_next && !m_report; }

    /// Why the group cannot be used on this core; nothing when it can.
    Result<void> check(const GroupDocument& group) const;

private:
    struct Order
    {
        std::string group;
        std::string id;
        std::string type;
        bool isReset() const { return type.ends_with("ResetDeployment"); }
    };
    enum class Step { Idle, Fetch, Load, Apply, GoBack, Busy };
    struct Report
    {
        Order of;
        std::string status;
        std::string why{};
        bool last = true; ///< says how it ended; until then it is kept
    };

    void begin(Order order);
    void fetch();
    void fetched(const CloudAnswer& answer);
    void load();
    void loaded(const GroupFunction& function, const CloudAnswer& answer);
    void apply();
    void applied(const Result<void>& result);
    void goBack();
    void finish(bool done, const std::string& why);
    void report();
    void keepReport(bool told) const;
    void pause();
    Answered guarded(Answered answered);

    Parts m_parts;
    Step m_step = Step::Idle;
    Order m_current;
    std::optional<Order> m_next;
    std::string m_lastId; ///< the deployment that ended last
    std::string m_text;   ///< the group of the current one
    GroupDocument m_group;
    std::string m_why; ///< it failed
    std::optional<Report> m_report;
    bool m_reporting = false;
    bool m_online = false;
    unsigned m_failures = 0;
    unsigned m_reportFailures = 0;
    Instant m_notBefore{};
    Instant m_reportNotBefore{};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::edge
