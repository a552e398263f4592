// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "labs/action.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::labs {

/// Does actions one after the other, until one fails. One thread.
class Errand : public std::enable_shared_from_this<Errand>
{
public:
    using Done = std::function<void(Result<void>)>;
    /// Names that actions saved, for those that come after; shared by the errands of a lab.
    using Saved = std::map<std::string, std::string>;

    struct Parts
    {
        client::Api* api = nullptr;
        Hands* hands = nullptr;
        std::string folder{}; ///< of the lab
        std::shared_ptr<Saved> saved{};
        /// What cannot be done is left out and noted, not a failure: setup and cleanup carry on.
        bool lenient = false;
    };
    Errand(Parts parts, std::vector<Action> actions, Done done);

    void begin(WallTime now);
    void advance(WallTime now);
    std::optional<WallTime> deadline() const { return m_due; }
    bool isOver() const { return m_over; }
    /// What is being done now.
    std::string text() const;
    /// What was left out, and why, in sentences.
    const std::vector<std::string>& leftOut() const { return m_leftOut; }

private:
    void next();
    void call(const Action& action);
    void answered(const Action& action, const client::Answer& answer);
    Result<void> keep(const Action& action, const client::Answer& answer);
    void finish(Result<void> outcome);
    void went(Result<void> outcome);
    std::string filled(std::string text) const;
    boost::json::value filled(const boost::json::value& value) const;
    Action filled(Action action) const;
    bool lacksName(const Action& action) const;
    Result<void> fillPackages(boost::json::value& value) const;

    Parts m_parts;
    std::vector<Action> m_actions;
    std::size_t m_at = 0;
    Done m_done;
    WallTime m_now{};
    std::optional<WallTime> m_due;
    std::vector<std::string> m_leftOut;
    bool m_over = false;
};

} // namespace greensward::labs
