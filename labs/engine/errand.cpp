// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/errand.h"

#include "labs/json_match.h"
#include "labs/operation.h"
#include "labs/packed_file.h"

#include "base/base64.h"
#include "base/files.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace greensward::labs {

namespace json = boost::json;

namespace {

constexpr std::string_view kPackage = "${zip:";

} // namespace

Errand::Errand(Parts parts, std::vector<Action> actions, Done done)
    : m_parts(std::move(parts)), m_actions(std::move(actions)), m_done(std::move(done))
{
    std::erase_if(m_actions, [](const Action& action) {
        std::error_code ignored;
        return !action.unlessFile.empty() && std::filesystem::exists(action.unlessFile, ignored);
    });
}

void Errand::begin(WallTime now)
{
    m_now = now;
    next();
}

void Errand::advance(WallTime now)
{
    m_now = now;
    if (!m_due || *m_due > now)
        return;
    m_due.reset();
    went({});
}

std::string Errand::text() const
{
    return m_over || m_at >= m_actions.size() ? std::string() : filled(m_actions[m_at]).text();
}

void Errand::finish(Result<void> outcome)
{
    m_over = true;
    if (const Done done = std::move(m_done))
        done(std::move(outcome));
}

/// The action at hand is over.
void Errand::went(Result<void> outcome)
{
    if (m_over)
        return;
    if (!outcome && !m_parts.lenient)
        return finish(failure(fmt::format("{}: {}", m_actions[m_at].place, outcome.error().message)));
    if (!outcome)
        m_leftOut.push_back(fmt::format("{}: {}", m_actions[m_at].place, outcome.error().message));
    if (m_actions[m_at].times > 1)
        --m_actions[m_at].times;
    else
        ++m_at;
    next();
}

void Errand::next()
{
    while (m_at < m_actions.size()) {
        const Action action = filled(m_actions[m_at]);
        if (m_parts.lenient && lacksName(action)) { // what is not there needs no cleaning up
            ++m_at;
            continue;
        }
        if (action.verb == Action::Verb::Api)
            return call(action);
        if (action.verb == Action::Verb::Remove) {
            std::error_code error;
            std::filesystem::remove(action.target, error);
            return went(error ? failure(fmt::format("{} cannot be removed: {}", action.target, error.message()))
                              : Result<void>());
        }
        if (action.verb == Action::Verb::Wait) {
            m_due = m_now + action.span;
            return;
        }
        const std::string why = m_parts.hands ? m_parts.hands->whyNot(action) : "nothing can be done from here";
        if (why.empty())
            return m_parts.hands->perform(action, m_parts.folder, [self = weak_from_this()](Result<void> outcome) {
                if (const auto errand = self.lock())
                    errand->went(std::move(outcome));
            });
        if (!m_parts.lenient)
            return finish(failure(fmt::format("{}: {}", action.place, why)));
        m_leftOut.push_back(fmt::format("{}: {}", action.text(), why));
        ++m_at;
    }
    finish({});
}

// --- APIs ------------------------------------------------------------------------------------------------------------

void Errand::call(const Action& action)
{
    json::value with = action.with;
    if (const auto packed = fillPackages(with); !packed)
        return went(packed);
    auto call = callOf(action.operation, with.get_object());
    if (!call)
        return went(tl::unexpected(call.error()));
    if (!m_parts.api)
        return went(failure("there is no API to call here"));
    m_parts.api->call(std::move(*call), [self = weak_from_this(), action](const client::Answer& answer) {
        if (const auto errand = self.lock())
            errand->answered(action, answer);
    });
}

void Errand::answered(const Action& action, const client::Answer& answer)
{
    if (answer.ok())
        return went(keep(action, answer));
    if (std::find(action.errors.begin(), action.errors.end(), answer.code) != action.errors.end())
        return went({});
    went(failure(fmt::format("{} answers: {}", action.operation, answer.problem)));
}

Result<void> Errand::keep(const Action& action, const client::Answer& answer)
{
    boost::system::error_code broken;
    const json::value document = json::parse(answer.body, broken);
    const auto textAt = [&](const std::string& path) -> Result<std::string> {
        const auto values = broken ? std::vector<const json::value*>() : valuesAt(document, path);
        if (values.empty())
            return failure(fmt::format("the answer of {} has no '{}'", action.operation, path));
        return values.front()->is_string() ? std::string(values.front()->get_string())
                                           : json::serialize(*values.front());
    };
    for (const auto& [name, path] : action.save) {
        auto text = textAt(path);
        if (!text && m_parts.lenient) {
            m_parts.saved->erase(name);
            m_parts.saved->erase(name + ".id");
            continue;
        }
        if (!text)
            return tl::unexpected(text.error());
        // What an ARN ends with is the id that other operations want.
        (*m_parts.saved)[name + ".id"] = text->substr(text->rfind('/') + 1);
        (*m_parts.saved)[name] = std::move(*text);
    }
    for (const auto& [file, path] : action.files) {
        const auto text = textAt(path);
        if (!text)
            return tl::unexpected(text.error());
        if (auto kept = writeFileAtomically(file, *text, 0600); !kept)
            return kept;
    }
    return {};
}

// --- ${names} --------------------------------------------------------------------------------------------------------

std::string Errand::filled(std::string text) const
{
    for (const auto& [name, value] : *m_parts.saved) {
        const std::string mark = "${" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

json::value Errand::filled(const json::value& value) const
{
    if (value.is_string())
        return json::value(filled(std::string(value.get_string())));
    if (value.is_array()) {
        json::array array;
        for (const json::value& element : value.get_array())
            array.push_back(filled(element));
        return array;
    }
    if (value.is_object()) {
        json::object object;
        for (const auto& member : value.get_object())
            object.emplace(member.key(), filled(member.value()));
        return object;
    }
    return value;
}

/// A ${name} in it is one that an action of this errand was to save.
bool Errand::lacksName(const Action& action) const
{
    const std::string with = json::serialize(action.with);
    for (const Action& other : m_actions)
        for (const auto& [name, path] : other.save)
            if (with.find("${" + name + "}") != std::string::npos ||
                with.find("${" + name + ".id}") != std::string::npos)
                return true;
    return false;
}

/// "${zip:adder.py}" is a package of files of the lab's folder: filesNamed().
Result<void> Errand::fillPackages(json::value& value) const
{
    if (value.is_string()) {
        const std::string_view text = value.get_string();
        if (!text.starts_with(kPackage) || !text.ends_with('}'))
            return {};
        const std::string_view names = text.substr(kPackage.size(), text.size() - kPackage.size() - 1);
        const auto package = packed(filesNamed(names, m_parts.folder));
        if (!package)
            return tl::unexpected(package.error());
        value = toBase64(asBytes(*package));
    } else if (value.is_object()) {
        for (auto& member : value.get_object())
            if (const auto filled = fillPackages(member.value()); !filled)
                return filled;
    }
    return {};
}

Action Errand::filled(Action action) const
{
    for (std::string* text : {&action.id, &action.certificate, &action.key, &action.topic, &action.payload})
        *text = filled(std::move(*text));
    action.with = filled(json::value(action.with)).as_object();
    return action;
}

} // namespace greensward::labs
