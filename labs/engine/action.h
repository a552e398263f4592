// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <boost/json/object.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::labs {

/// The last will that a client connects with.
struct WillAction
{
    std::string topic;
    std::string payload;
    int qos = 0;
    bool retain = false;
};

/// One thing that setup, solve or cleanup does. Texts may hold ${names} that an earlier action saved.
struct Action
{
    enum class Verb : std::uint8_t {
        Api,        ///< operation, with; error: also fine; save: name ← path of the answer; file ← path
        Connect,    ///< client, id, certificate, key, …; core: found by discovery, instead of the gateway
        Subscribe,  ///< client, topic, qos
        Publish,    ///< client, topic, payload, qos, retain
        Cut,        ///< client: the connection is lost without a word
        Silence,    ///< client: it goes on without a ping, as if the cable were cut
        Disconnect, ///< client: says goodbye
        Device,     ///< target, command: start, stop, crash, shadow, direct
        Core,       ///< target, command: add, remove, start, stop, cut, join
        Remove,     ///< target: a file that an action wrote
        Fault,      ///< target, command: id of the catalogue, amount
        Heal,       ///< target, all for "*"
        Run,        ///< command: a shell script of the lab's folder
        Wait,       ///< span
    };
    Verb verb = Verb::Wait;
    std::string operation{};
    boost::json::object with{};
    std::vector<std::string> errors{};                        ///< error codes that do no harm: it is already so
    std::vector<std::pair<std::string, std::string>> save{};  ///< name, path of the answer
    std::vector<std::pair<std::string, std::string>> files{}; ///< file, path of the answer; mode 0600
    std::string client{};                                     ///< the name by which later actions mean it
    std::string id{};                                         ///< MQTT client id
    std::string certificate{}, key{};
    std::string core{};
    std::uint16_t keepAlive = 30;
    bool clean = true;
    bool refused = false; ///< the connection is to be refused
    std::optional<WillAction> will{};
    std::string topic{};
    std::string payload{};
    int qos = 0;
    bool retain = false;
    unsigned times = 1; ///< Publish: so often
    std::string target{};
    std::string command{};
    double amount = 0;
    Duration span{};
    std::string unlessFile{}; ///< is left out while there is that file when the first of all is done
    std::string place{}; ///< in lab.json: "steps[2].solve[0]"

    /// What it does, in a few words.
    std::string text() const;
};

Result<Action> readAction(const boost::json::value& json, std::string_view place);

/// Does what is not a call of an API. One thread, on which done comes, too; app implements it.
class Hands
{
public:
    /// The error is one sentence.
    using Done = std::function<void(Result<void>)>;

    virtual ~Hands() = default;
    /// done is called once, never from inside perform(), not after the hands are gone. folder: of the lab.
    virtual void perform(const Action& action, const std::string& folder, Done done) = 0;
    /// Clients of this lab that are still connected say goodbye.
    virtual void letGo() = 0;
    /// Empty, or why it cannot be done at this place: "the devices of another process cannot be switched from here".
    virtual std::string whyNot(const Action& action) const = 0;
};

} // namespace greensward::labs
