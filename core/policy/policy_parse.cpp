// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <fmt/format.h>

namespace greensward::policy {

namespace {

namespace json = boost::json;
constexpr unsigned kDeepest = 16;

/// Reads one document; the first fault ends it.
class Reader
{
public:
    explicit Reader(Dialect dialect) : m_dialect(dialect) {}
    std::string fault{};

    std::vector<Statement> document(const json::value& value)
    {
        std::vector<Statement> statements;
        const auto* object = value.if_object();
        if (!object)
            return fail("the document must be an object"), statements;
        for (const auto& [key, member] : *object)
            if (key != "Version" && key != "Id" && key != "Statement")
                return fail(fmt::format("unknown member {}", std::string_view{key})), statements;
        if (const auto* version = object->if_contains("Version")) {
            if (*version != "2012-10-17" && *version != "2008-10-17")
                return fail("Version must be \"2012-10-17\" or \"2008-10-17\""), statements;
            if (*version == "2008-10-17")
                m_variables = Pattern::Variables::No;
        } else {
            m_variables = Pattern::Variables::No; // the old version is meant where none is given
        }
        const auto* list = object->if_contains("Statement");
        if (!list)
            return fail("Statement is missing"), statements;
        if (const auto* array = list->if_array()) {
            if (array->empty())
                fail("Statement is empty");
            for (std::size_t i = 0; i < array->size() && fault.empty(); ++i)
                statements.push_back(statement((*array)[i], fmt::format("Statement[{}]", i)));
        } else {
            statements.push_back(statement(*list, "Statement"));
        }
        return statements;
    }

private:
    void fail(std::string text)
    {
        if (fault.empty())
            fault = std::move(text);
    }

    /// A text or a list of texts; numbers and booleans too where `loose` (conditions).
    std::vector<std::string> texts(const json::value& value, const std::string& place, bool loose = false)
    {
        std::vector<std::string> out;
        const auto one = [&](const json::value& v) {
            if (const auto* text = v.if_string())
                out.emplace_back(*text);
            else if (loose && v.is_bool())
                out.emplace_back(v.get_bool() ? "true" : "false");
            else if (loose && v.is_number())
                out.push_back(v.is_int64()    ? fmt::format("{}", v.get_int64())
                              : v.is_uint64() ? fmt::format("{}", v.get_uint64())
                                              : fmt::format("{}", v.get_double()));
            else
                fail(nth(place, value, out.size()) + " must be a string or a list of strings");
        };
        if (const auto* array = value.if_array())
            for (const auto& v : *array)
                one(v);
        else
            one(value);
        if (out.empty())
            fail(place + " is empty");
        return out;
    }

    /// One of the texts of a member, as it is named in a sentence: "Statement[0].Action[1]" in a list.
    static std::string nth(const std::string& place, const json::value& member, std::size_t index)
    {
        return member.is_array() ? fmt::format("{}[{}]", place, index) : place;
    }

    void actions(Statement& out, const json::value& member, const std::string& place)
    {
        for (auto& text : texts(member, place)) {
            if (text != "*" && (text.find(':') == std::string::npos || text.front() == ':'))
                fail(fmt::format("{}: \"{}\" must be of the form service:Action",
                                 nth(place, member, out.actions.size()), text));
            out.actions.emplace_back(std::move(text), Pattern::Variables::No, Pattern::Wildcards::Yes,
                                     Pattern::Case::Ignore);
        }
    }

    void resources(Statement& out, const json::value& member, const std::string& place)
    {
        for (auto& text : texts(member, place)) {
            if (!text.starts_with("arn:") && !text.starts_with('*') && !text.starts_with("${"))
                fail(fmt::format("{}: \"{}\" must be an ARN or \"*\"", nth(place, member, out.resources.size()), text));
            out.resources.emplace_back(std::move(text), m_variables);
        }
    }

    Statement statement(const json::value& value, const std::string& place)
    {
        Statement out;
        const auto* object = value.if_object();
        if (!object)
            return fail(place + " must be an object"), out;
        bool effect = false;
        for (const auto& [name, member] : *object) {
            const std::string_view key = name;
            const std::string at = fmt::format("{}.{}", place, key);
            if (key == "Sid") {
                if (const auto* sid = member.if_string())
                    out.sid = *sid;
                else
                    fail(at + " must be a string");
            } else if (key == "Effect") {
                effect = true;
                out.allows = member == "Allow";
                if (!out.allows && member != "Deny")
                    fail(at + " must be \"Allow\" or \"Deny\"");
            } else if (key == "Action" || key == "NotAction") {
                if (!out.actions.empty())
                    fail(place + " has both Action and NotAction");
                out.notAction = key == "NotAction";
                actions(out, member, at);
            } else if (key == "Resource" || key == "NotResource") {
                if (!out.resources.empty())
                    fail(place + " has both Resource and NotResource");
                if (m_dialect == Dialect::Trust)
                    fail(at + " is not allowed in a trust policy");
                out.notResource = key == "NotResource";
                resources(out, member, at);
            } else if (key == "Principal" || key == "NotPrincipal") {
                out.notPrincipal = key == "NotPrincipal";
                principals(out, member, at);
            } else if (key == "Condition") {
                conditions(out, member, at);
            } else {
                fail(fmt::format("{} has an unknown member {}", place, key));
            }
        }
        if (!effect)
            fail(place + " has no Effect");
        if (out.actions.empty())
            fail(place + " has neither Action nor NotAction");
        if (out.resources.empty() && m_dialect != Dialect::Trust)
            fail(place + " has neither Resource nor NotResource");
        if (out.principals.empty() && (m_dialect == Dialect::Trust || m_dialect == Dialect::Resource))
            fail(place + " has no Principal");
        return out;
    }

    void principals(Statement& out, const json::value& value, const std::string& place)
    {
        if (m_dialect == Dialect::Iot || m_dialect == Dialect::Identity)
            return fail(place + " is not allowed here");
        if (value == "*") {
            out.principals.push_back({"*", Pattern{"*"}});
            return;
        }
        const auto* object = value.if_object();
        if (!object || object->empty())
            return fail(place + " must be \"*\" or an object such as {\"Service\": \"iot.amazonaws.com\"}");
        for (const auto& [name, member] : *object) {
            const std::string_view type = name;
            if (type != "AWS" && type != "Service" && type != "Federated" && type != "CanonicalUser")
                fail(fmt::format("{} has an unknown kind {}", place, type));
            for (auto& text : texts(member, fmt::format("{}.{}", place, type))) {
                // Wildcards inside a principal are not AWS's: only "*" alone.
                const auto wild = text == "*" ? Pattern::Wildcards::Yes : Pattern::Wildcards::No;
                out.principals.push_back({std::string{type}, Pattern{std::move(text), Pattern::Variables::No, wild}});
            }
        }
    }

    void conditions(Statement& out, const json::value& value, const std::string& place)
    {
        const auto* object = value.if_object();
        if (!object)
            return fail(place + " must be an object");
        for (const auto& [op, block] : *object) {
            const std::string at = fmt::format("{}.{}", place, std::string_view{op});
            const auto* keys = block.if_object();
            if (!keys)
                return fail(at + " must be an object");
            for (const auto& [key, values] : *keys) {
                const std::string where = fmt::format("{}.{}", at, std::string_view{key});
                auto wanted = texts(values, where, true);
                auto condition = Condition::make(op, std::string{key}, wanted, m_variables);
                if (!condition)
                    return fail(whatIsWrong(op, key, wanted, at, values));
                out.conditions.push_back(std::move(*condition));
            }
        }
    }

    /// Of a condition that cannot be made: the operator, or the first value that is not of its type.
    std::string whatIsWrong(std::string_view op, std::string_view key, const std::vector<std::string>& wanted,
                            const std::string& at, const json::value& values) const
    {
        if (!Condition::make(op, std::string(key), {}, m_variables))
            return at + ": no such operator";
        std::size_t index = 0;
        while (index + 1 < wanted.size() && Condition::make(op, std::string(key), {wanted[index]}, m_variables))
            ++index;
        return fmt::format("{}: \"{}\" is not of the type that {} compares",
                           nth(fmt::format("{}.{}", at, key), values, index), wanted[index], op);
    }

    Dialect m_dialect;
    Pattern::Variables m_variables = Pattern::Variables::Yes;
};

std::size_t longest(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Iot:
    case Dialect::Trust:
        return 2048;
    case Dialect::Identity:
        return 10'240;
    case Dialect::Resource:
        return 20480;
    }
    return 0;
}

} // namespace

aws::ApiResult<Policy> parsePolicy(std::string name, std::string_view document, Dialect dialect)
{
    const auto malformed = [&](const std::string& text) {
        return dialect == Dialect::Iot
                   ? aws::apiFailure("MalformedPolicyException", 400, "Policy document is Malformed: " + text)
                   : aws::apiFailure("MalformedPolicyDocument", 400, "Syntax errors in policy: " + text);
    };
    constexpr std::size_t kLongestWithBlanks = 65'536;
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    if (document.size() > kLongestWithBlanks ||
        document.size() - static_cast<std::size_t>(std::ranges::count_if(document, blank)) > longest(dialect))
        return malformed(fmt::format("it is longer than {} characters", longest(dialect)));
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = kDeepest;
    const auto value = boost::json::parse(document, error, {}, options);
    if (error)
        return malformed("it is not JSON: " + error.message());
    Reader reader(dialect);
    Policy policy{.name = std::move(name), .statements = reader.document(value)};
    if (!reader.fault.empty())
        return malformed(reader.fault);
    return policy;
}

} // namespace greensward::policy
