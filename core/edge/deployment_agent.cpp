// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/deployment_agent.h"

#include "aws/digest.h"
#include "edge/route_table.h"
#include "edge/spooler.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace json = boost::json;

namespace {

constexpr Duration kFirstPause = std::chrono::seconds(1);
constexpr unsigned kMostDoublings = 6;

std::string textOf(const json::object& from, const char* name)
{
    const json::value* const value = from.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

const json::object* objectOf(const json::object& from, const char* name)
{
    const json::value* const value = from.if_contains(name);
    return value ? value->if_object() : nullptr;
}

Duration pauseAfter(unsigned failures)
{
    return kFirstPause * (1u << std::min(failures, kMostDoublings));
}

} // namespace

DeploymentAgent::DeploymentAgent(Parts parts) : m_parts(std::move(parts))
{
    boost::system::error_code error;
    const json::value kept = json::parse(m_parts.shelf.deployment(), error);
    if (error || !kept.is_object())
        return;
    const json::object& last = kept.get_object();
    m_lastId = textOf(last, "DeploymentId");
    const json::value* const told = last.if_contains("Reported");
    if (told && told->is_bool() && !told->get_bool())
        m_report = {{textOf(last, "GroupId"), m_lastId, textOf(last, "DeploymentType")},
                    textOf(last, "DeploymentStatus"),
                    textOf(last, "ErrorMessage")};
}

Result<void> DeploymentAgent::check(const GroupDocument& group) const
{
    if (group.core.thingArn != m_parts.core)
        return failure(fmt::format("the group is of the core {}, this is {}", group.core.thingArn, m_parts.core));
    if (const auto routes = RouteTable::of(group); !routes)
        return tl::unexpected(routes.error());
    if (const auto spool = SpoolSettings::of(group); !spool)
        return tl::unexpected(spool.error());
    for (const GroupFunction& function : group.functions) {
        if (function.isSystem())
            continue;
        if (const auto can = m_parts.canRun(function.runtime); !can)
            return failure(fmt::format("{}: {}", function.arn, can.error().message));
        if (function.handler.empty() || function.codeSha256.empty())
            return failure(fmt::format("{} has no {}", function.arn, function.handler.empty() ? "handler" : "code"));
    }
    return {};
}

void DeploymentAgent::heard(ByteView shadowMessage)
{
    boost::system::error_code error;
    const auto text = asText(shadowMessage);
    const json::value message = json::parse(json::string_view(text.data(), text.size()), error);
    if (error || !message.is_object())
        return;
    const json::object* wanted = objectOf(message.get_object(), "state");
    if (wanted && wanted->contains("desired")) // an answer to get; a delta has no sections
        wanted = objectOf(*wanted, "desired");
    if (!wanted)
        return;
    Order order{textOf(*wanted, "groupId"), textOf(*wanted, "deploymentId"), textOf(*wanted, "deploymentType")};
    if (order.group.empty() || order.id.empty())
        return;
    if (m_step != Step::Idle && order.id == m_current.id) {
        m_next.reset();
        return;
    }
    if (m_step == Step::Idle && order.id == m_lastId)
        return;
    m_next = std::move(order);
    m_parts.wake();
}

void DeploymentAgent::setOnline(bool online)
{
    m_online = online;
    if (!online)
        return;
    m_failures = m_reportFailures = 0;
    m_notBefore = m_reportNotBefore = {};
}

void DeploymentAgent::run()
{
    const Instant now = m_parts.clock.now();
    // A newer one takes the place of one that gets nowhere.
    if (m_next && (m_step == Step::Idle || m_step == Step::Fetch || m_step == Step::Load)) {
        begin(std::move(*m_next));
        m_next.reset();
    }
    if (m_online && m_report && !m_reporting && now >= m_reportNotBefore)
        report();
    if (m_step == Step::Apply)
        return apply();
    if (m_step == Step::GoBack)
        return goBack();
    if (!m_online || now < m_notBefore)
        return;
    if (m_step == Step::Fetch)
        return fetch();
    if (m_step == Step::Load)
        return load();
}

std::optional<Instant> DeploymentAgent::nextDeadline() const
{
    std::optional<Instant> next;
    const auto at = [&next](Instant when) {
        if (!next || when < *next)
            next = when;
    };
    if (m_step == Step::Apply || m_step == Step::GoBack || (m_step == Step::Idle && m_next))
        at(m_parts.clock.now());
    if (m_online && (m_step == Step::Fetch || m_step == Step::Load))
        at(m_notBefore);
    if (m_online && m_report && !m_reporting)
        at(m_reportNotBefore);
    return next;
}

/// The answer, while this lives.
Answered DeploymentAgent::guarded(Answered answered)
{
    return [this, alive = std::weak_ptr(m_alive), answered = std::move(answered)](const CloudAnswer& answer) {
        if (alive.expired())
            return;
        answered(answer);
        m_parts.wake();
    };
}

void DeploymentAgent::pause()
{
    m_notBefore = m_parts.clock.now() + pauseAfter(m_failures++);
}

void DeploymentAgent::begin(Order order)
{
    m_parts.log(LogLevel::Info, fmt::format("deployment {} of group {} begins", order.id, order.group));
    m_current = std::move(order);
    m_failures = 0;
    m_notBefore = {};
    m_text.clear();
    m_group = {};
    m_why.clear();
    m_report = {m_current, "InProgress", {}, false};
    m_reportNotBefore = {};
    m_step = m_current.isReset() ? Step::Apply : Step::Fetch;
}

void DeploymentAgent::fetch()
{
    m_step = Step::Busy;
    m_parts.cloud.deployment(m_current.group, m_current.id,
                             guarded([this](const CloudAnswer& answer) { fetched(answer); }));
}

void DeploymentAgent::fetched(const CloudAnswer& answer)
{
    m_step = Step::Fetch;
    if (!answer.ok()) {
        if (answer.isPassing())
            return pause();
        return finish(false, fmt::format("the deployment cannot be fetched: {}", answer.problem()));
    }
    auto group = GroupDocument::parse(answer.body);
    if (!group)
        return finish(false, group.error().message);
    if (group->isReset()) {
        m_current.type = group->deploymentType;
        m_step = Step::Apply;
        return;
    }
    if (const auto usable = check(*group); !usable)
        return finish(false, usable.error().message);
    m_text = answer.body;
    m_group = std::move(*group);
    m_failures = 0;
    m_step = Step::Load;
}

/// The code of the next function that is not here yet.
void DeploymentAgent::load()
{
    const auto missing = std::find_if(m_group.functions.begin(), m_group.functions.end(), [this](const auto& function) {
        return !function.isSystem() && !m_parts.shelf.hasPackage(function);
    });
    if (missing == m_group.functions.end()) {
        m_step = Step::Apply;
        return m_parts.wake();
    }
    m_step = Step::Busy;
    m_parts.cloud.artifact(
        m_current.group, m_current.id, missing->resolvedArn,
        guarded([this, function = *missing](const CloudAnswer& answer) { loaded(function, answer); }));
}

void DeploymentAgent::loaded(const GroupFunction& function, const CloudAnswer& answer)
{
    m_step = Step::Load;
    if (!answer.ok()) {
        if (answer.isPassing())
            return pause();
        return finish(false, fmt::format("the code of {} cannot be fetched: {}", function.arn, answer.problem()));
    }
    if (aws::toBase64(aws::sha256(answer.body)) != function.codeSha256)
        return finish(false, fmt::format("the code of {} is not what was published", function.arn));
    m_failures = 0;
    m_step = Step::Busy;
    auto unpacked = std::make_shared<Result<void>>();
    m_parts.background(
        [unpacked, function, zip = answer.body, shelf = &m_parts.shelf] {
            *unpacked = shelf->putPackage(function, zip);
        },
        [this, alive = std::weak_ptr(m_alive), unpacked, name = function.arn] {
            if (alive.expired())
                return;
            m_step = Step::Load;
            if (!*unpacked)
                finish(false, fmt::format("the code of {} cannot be unpacked: {}", name, unpacked->error().message));
            m_parts.wake();
        });
}

void DeploymentAgent::apply()
{
    m_step = Step::Busy;
    if (m_current.isReset()) {
        m_parts.reset();
        return finish(true, {});
    }
    if (const auto kept = m_parts.shelf.putGroup(m_text); !kept)
        return finish(false, fmt::format("the group cannot be kept: {}", kept.error().message));
    m_parts.activate(m_group, [this, alive = std::weak_ptr(m_alive), id = m_current.id](Result<void> result) {
        if (!alive.expired() && m_step == Step::Busy && id == m_current.id)
            applied(result);
    });
}

void DeploymentAgent::applied(const Result<void>& result)
{
    if (result) {
        m_parts.shelf.dropPackagesBut(m_group);
        finish(true, {});
    } else {
        m_why = result.error().message;
        m_step = Step::GoBack;
    }
    m_parts.wake();
}

/// The group could not be lived by: the former one again.
void DeploymentAgent::goBack()
{
    m_step = Step::Busy;
    m_parts.log(LogLevel::Warn, "the deployment failed; the former group takes its place again");
    auto former = m_parts.shelf.takeGroupBack() ? GroupDocument::parse(m_parts.shelf.group())
                                                : Result<GroupDocument>(failure("there was none"));
    m_parts.activate(former ? std::optional(std::move(*former)) : std::nullopt, [](const Result<void>&) {});
    finish(false, m_why);
}

void DeploymentAgent::finish(bool done, const std::string& why)
{
    m_step = Step::Idle;
    m_lastId = m_current.id;
    m_report = {m_current, done ? "Success" : "Failure", why};
    m_reportFailures = 0;
    m_reportNotBefore = {};
    keepReport(false);
    const std::string what = m_current.isReset() ? "reset" : "deployment";
    const std::string sentence = done ? fmt::format("{} {} succeeded", what, m_current.id)
                                      : fmt::format("{} {} failed: {}", what, m_current.id, why);
    m_parts.log(done ? LogLevel::Info : LogLevel::Error, sentence);
    m_parts.tell(m_current.group, sentence, done);
}

// --- what the cloud is told ----------------------------------------------------------------------------------------

void DeploymentAgent::keepReport(bool told) const
{
    const json::object kept{{"GroupId", m_report->of.group},       {"DeploymentId", m_report->of.id},
                            {"DeploymentType", m_report->of.type}, {"DeploymentStatus", m_report->status},
                            {"ErrorMessage", m_report->why},       {"Reported", told}};
    if (const auto put = m_parts.shelf.putDeployment(json::serialize(kept)); !put)
        m_parts.log(LogLevel::Error, fmt::format("the deployment's end cannot be kept: {}", put.error().message));
}

void DeploymentAgent::report()
{
    m_reporting = true;
    m_parts.cloud.report(
        m_report->of.group, m_report->of.id, m_report->status, m_report->why,
        guarded([this, told = *m_report](const CloudAnswer& answer) {
            const bool current = m_report && m_report->of.id == told.of.id && m_report->status == told.status;
            if (!answer.ok() && answer.isPassing()) {
                m_reportNotBefore = m_parts.clock.now() + pauseAfter(m_reportFailures++);
            } else if (current) {
                if (!answer.ok())
                    m_parts.log(LogLevel::Warn,
                                fmt::format("the cloud does not take the deployment's status: {}", answer.problem()));
                if (told.last)
                    keepReport(true);
                m_report.reset();
            }
            m_reporting = false;
        }));
}

} // namespace greensward::edge
