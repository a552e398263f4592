// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lambda/workers.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace greensward::edge::test {

/// Functions that are C++ here. What they are called with happens when run() is called.
class FakeWorkers final : public lambda::Workers
{
public:
    struct Call
    {
        const lambda::FunctionSpec& spec;
        lambda::FunctionRequests& requests;
        const lambda::Invocation& invocation;
    };
    using Handler = std::function<lambda::Outcome(const Call&)>;

    std::map<std::string, Handler> handlers;                                             ///< by handler name
    std::function<void(const lambda::FunctionSpec&, lambda::FunctionRequests&)> started; ///< of pinned ones

    void add(lambda::FunctionSpec spec, lambda::FunctionRequests& requests) override
    {
        const std::string arn = spec.arn;
        m_known.insert_or_assign(arn, std::pair(std::move(spec), &requests));
        if (m_known.at(arn).first.pinned && started)
            m_todo.push_back({arn, {}, {}, true});
    }
    void remove(std::string_view arn) override
    {
        m_known.erase(std::string(arn));
        for (Todo& todo : m_todo)
            if (todo.arn == arn)
                todo.arn.clear();
    }
    void invoke(std::string_view arn, lambda::Invocation invocation, Done done) override
    {
        m_todo.push_back({std::string(arn), std::move(invocation), std::move(done), false});
    }
    std::string isolation() const override { return "none"; }
    Result<void> canRun(std::string_view runtime) const override
    {
        return runtime.starts_with("python") ? Result<void>() : failure(std::string(runtime) + " does not run here");
    }

    bool run()
    {
        if (m_todo.empty())
            return false;
        Todo todo = std::move(m_todo.front());
        m_todo.pop_front();
        const auto known = m_known.find(todo.arn);
        if (known == m_known.end()) {
            if (todo.done)
                todo.done({.error = lambda::Outcome::Error::Gone});
            return true;
        }
        const auto& [spec, requests] = known->second;
        if (todo.isStart) {
            started(spec, *requests);
            return true;
        }
        const auto handler = handlers.find(spec.handler);
        todo.done(handler == handlers.end() ? lambda::Outcome{} : handler->second({spec, *requests, todo.invocation}));
        return true;
    }
    std::vector<std::string> known() const
    {
        std::vector<std::string> arns;
        for (const auto& [arn, function] : m_known)
            arns.push_back(arn);
        return arns;
    }
    const lambda::FunctionSpec& spec(const std::string& arn) const { return m_known.at(arn).first; }

private:
    struct Todo
    {
        std::string arn;
        lambda::Invocation invocation;
        Done done;
        bool isStart;
    };
    std::map<std::string, std::pair<lambda::FunctionSpec, lambda::FunctionRequests*>> m_known;
    std::deque<Todo> m_todo;
};

} // namespace greensward::edge::test
