// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/action.h"

#include "labs/condition.h"
#include "labs/fields.h"

#include <algorithm>
#include <array>

namespace greensward::labs {

namespace json = boost::json;
using Verb = Action::Verb;

namespace {

constexpr std::int64_t kLargestPayload = 128 << 10;
constexpr std::int64_t kMostTimes = 1000;

std::string payloadOf(Fields& fields)
{
    const json::value* value = fields.find("payload");
    if (!value)
        return {};
    return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

void readPairs(Fields& fields, std::string_view name, std::vector<std::pair<std::string, std::string>>& pairs)
{
    const json::object* object = fields.object(name);
    if (!object)
        return;
    for (const auto& member : *object) {
        if (!member.value().is_string())
            return fields.complain(fmt::format("'{}' has paths of the answer, which are texts", name));
        pairs.emplace_back(member.key(), member.value().get_string());
    }
}

void readApi(Fields& fields, Action& action)
{
    action.operation = fields.text("api");
    if (const json::object* with = fields.object("with"))
        action.with = *with;
    if (const json::array* errors = fields.list("unless"))
        for (const json::value& error : *errors) {
            if (error.is_string())
                action.errors.emplace_back(error.get_string());
            else
                fields.complain("'unless' is a list of error codes");
        }
    readPairs(fields, "save", action.save);
    readPairs(fields, "files", action.files);
}

void readConnect(Fields& fields, Action& action)
{
    action.client = fields.text("connect");
    action.id = fields.text("id", action.client);
    action.core = fields.text("core");
    action.certificate = fields.text("certificate");
    action.key = fields.text("key");
    action.keepAlive = static_cast<std::uint16_t>(fields.number("keepAlive", 30, 0, 65'535));
    action.clean = fields.flag("clean", true);
    action.refused = fields.flag("refused", false);
    if (const json::object* will = fields.object("will")) {
        Fields inner(*will, fields.place() + ".will");
        action.will = WillAction{.topic = inner.text("topic"),
                                 .payload = payloadOf(inner),
                                 .qos = static_cast<int>(inner.number("qos", 0, 0, 2)),
                                 .retain = inner.flag("retain", false)};
        if (const auto done = inner.finish(); !done)
            fields.complain(done.error());
    }
}

void readMessage(Fields& fields, Action& action)
{
    action.topic = fields.text("topic");
    if (action.topic.empty())
        fields.complain("it wants a topic");
    action.qos = static_cast<int>(fields.number("qos", 0, 0, 2));
    if (action.verb != Verb::Publish)
        return;
    action.payload = payloadOf(fields);
    action.times = static_cast<unsigned>(fields.number("times", 1, 1, kMostTimes));
    const auto size = static_cast<std::size_t>(fields.number("size", 0, 0, kLargestPayload));
    action.payload.resize(std::max(action.payload.size(), size), ' '); // white space changes no JSON
    action.retain = fields.flag("retain", false);
}

struct Word
{
    std::string_view name;
    Verb verb;
};
/// The first of them that an action has: a fault has a device, a client may have a core.
constexpr std::array kVerbs{Word{"api", Verb::Api},
                            Word{"connect", Verb::Connect},
                            Word{"subscribe", Verb::Subscribe},
                            Word{"publish", Verb::Publish},
                            Word{"cut", Verb::Cut},
                            Word{"silence", Verb::Silence},
                            Word{"disconnect", Verb::Disconnect},
                            Word{"fault", Verb::Fault},
                            Word{"device", Verb::Device},
                            Word{"core", Verb::Core},
                            Word{"remove", Verb::Remove},
                            Word{"heal", Verb::Heal},
                            Word{"run", Verb::Run},
                            Word{"wait", Verb::Wait}};

/// The verb's own member names its object: the client, the device, the script.
void readRest(Fields& fields, std::string_view name, Action& action)
{
    switch (action.verb) {
    case Verb::Api:
        return readApi(fields, action);
    case Verb::Connect:
        return readConnect(fields, action);
    case Verb::Subscribe:
    case Verb::Publish:
        action.client = fields.text(name);
        return readMessage(fields, action);
    case Verb::Cut:
    case Verb::Silence:
    case Verb::Disconnect:
        action.client = fields.text(name);
        return;
    case Verb::Device: {
        action.target = fields.text(name);
        action.command = fields.text("do");
        static const std::set<std::string> kCommands{"start", "stop", "crash", "shadow", "direct"};
        if (!kCommands.contains(action.command))
            fields.complain("'do' is start, stop, crash, shadow or direct");
        return;
    }
    case Verb::Core: {
        action.target = fields.text(name);
        action.command = fields.text("do");
        static const std::set<std::string> kCommands{"add", "remove", "start", "stop", "cut", "join"};
        if (!kCommands.contains(action.command))
            fields.complain("'do' is add, remove, start, stop, cut or join");
        return;
    }
    case Verb::Remove:
        action.target = fields.text(name);
        return;
    case Verb::Fault:
        action.command = fields.text(name);
        action.target = fields.text("device");
        action.amount = static_cast<double>(fields.number("amount", 0, -1'000'000, 1'000'000));
        return;
    case Verb::Heal:
        action.target = fields.text(name);
        return;
    case Verb::Run:
        action.command = fields.text(name);
        if (action.command.find("..") != std::string::npos || action.command.starts_with('/'))
            fields.complain("a script lies in the lab's own folder");
        return;
    case Verb::Wait:
        if (const auto span = readDuration(fields.text(name)))
            action.span = *span;
        else
            fields.complain("'wait' wants a time: '2s'");
        return;
    }
}

} // namespace

Result<Action> readAction(const json::value& value, std::string_view place)
{
    if (!value.is_object())
        return failure(fmt::format("{}: an action is an object", place));
    Fields fields(value.get_object(), place);
    Action action{.place = std::string(place)};
    const Word* verb = nullptr;
    for (const Word& word : kVerbs)
        if (!verb && fields.has(word.name))
            verb = &word;
    if (!verb)
        return failure(fmt::format("{}: an action says what to do: api, connect, subscribe, publish, cut, silence, "
                                   "disconnect, device, core, remove, fault, heal, run or wait",
                                   place));
    action.verb = verb->verb;
    action.unlessFile = fields.text("unlessFile");
    readRest(fields, verb->name, action);
    if (const auto done = fields.finish(); !done)
        return tl::unexpected(done.error());
    return action;
}

std::string Action::text() const
{
    switch (verb) {
    case Verb::Api:
        return "calling " + operation;
    case Verb::Connect:
        return core.empty() ? "connecting as " + id : fmt::format("connecting as {} with {}", id, core);
    case Verb::Subscribe:
        return fmt::format("subscribing to {}", topic);
    case Verb::Publish:
        return fmt::format("publishing on {}", topic);
    case Verb::Cut:
        return "cutting off " + client;
    case Verb::Silence:
        return "silencing " + client;
    case Verb::Disconnect:
        return "disconnecting " + client;
    case Verb::Device:
        return fmt::format("{}: {}", target, command);
    case Verb::Core:
        return fmt::format("core {}: {}", target, command);
    case Verb::Remove:
        return "removing " + target;
    case Verb::Fault:
        return fmt::format("fault {} at {}", command, target);
    case Verb::Heal:
        return "healing " + target;
    case Verb::Run:
        return "running " + command;
    case Verb::Wait:
        return "waiting";
    }
    return {};
}

} // namespace greensward::labs
