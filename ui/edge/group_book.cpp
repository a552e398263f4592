// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/group_book.h"

#include "trace/recorder.h"
#include "ui/edge/greengrass_calls.h"
#include "ui/models/qt_text.h"

#include <QDateTime>
#include <QTimerEvent>

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>

namespace greensward::ui {

namespace json = boost::json;
using greengrass::text;

namespace {

constexpr int kSoonMillis = 150;  ///< changes come in runs
constexpr int kPulseMillis = 500; ///< a deployment takes seconds

Paging greengrassPaging(std::string member, std::size_t most)
{
    return {.member = std::move(member), .next = "NextToken", .token = "NextToken", .size = "MaxResults", .most = most};
}

/// "greengrass CreateGroup" changes what is shown, "greengrass GetGroup" does not. Devices that discover change
/// nothing.
bool changesGroups(std::string_view operation)
{
    constexpr std::string_view kService = "greengrass ";
    if (!operation.starts_with(kService))
        return false;
    const std::string_view verb = operation.substr(kService.size());
    return !verb.starts_with("Get") && !verb.starts_with("List") && !verb.starts_with("Discover");
}

/// "2026-11-25T15:13:29.000Z"; the beginning of time when it is none.
WallTime momentOf(const std::string& written)
{
    const QDateTime moment = QDateTime::fromString(toQString(written), Qt::ISODateWithMs);
    return moment.isValid() ? WallTime(std::chrono::milliseconds(moment.toMSecsSinceEpoch())) : WallTime{};
}

int daysIn(const std::string& millis)
{
    const auto number = QString::fromStdString(millis).toLongLong();
    return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(std::chrono::milliseconds(number)).count() /
                            24);
}

void note(DeploymentEntry& deployment, WallTime now)
{
    auto& steps = deployment.steps;
    if (steps.empty()) // however fast it went, this is what it began with
        steps.emplace_back(QStringLiteral("Building"), deployment.created);
    if (steps.back().first != deployment.status)
        steps.emplace_back(deployment.status, deployment.updated == WallTime{} ? now : deployment.updated);
}

} // namespace

GroupBook::GroupBook(client::Api* api, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(clock)
    , m_list(api, [this] { takeList(); })
    , m_one(api, [this] { takeGroup(); })
    , m_poll(api, [this] { pollDeployments(); })
{}

const GroupEntry* GroupBook::find(const std::string& id) const
{
    const auto found =
        std::find_if(m_groups.begin(), m_groups.end(), [&](const GroupEntry& one) { return one.id == id; });
    return found == m_groups.end() ? nullptr : &*found;
}

const GroupEntry* GroupBook::findName(const QString& name) const
{
    const auto found =
        std::find_if(m_groups.begin(), m_groups.end(), [&](const GroupEntry& one) { return one.name == name; });
    return found == m_groups.end() ? nullptr : &*found;
}

const GroupState& GroupBook::state(const std::string& id) const
{
    static const GroupState kUnknown;
    const auto found = m_states.find(id);
    return found == m_states.end() ? kUnknown : found->second;
}

bool GroupBook::isDeploying(const std::string& id) const
{
    const auto& deployments = state(id).deployments;
    return std::any_of(deployments.begin(), deployments.end(), [](const auto& one) { return !one.isOver(); });
}

void GroupBook::setWatched(bool watched)
{
    m_isWatched = watched;
    if (watched && m_isBehind)
        refresh();
    if (!watched)
        m_pulse.stop();
    else if (isDeploying(m_looked))
        m_pulse.start(kPulseMillis, this);
}

void GroupBook::lookAt(const std::string& id)
{
    if (m_looked == id)
        return;
    m_looked = id;
    m_pulse.stop();
    m_poll.drop();
    m_one.drop();
    m_coming.reset();
    readGroup();
}

void GroupBook::refresh()
{
    if (!m_api)
        return;
    if (m_list.isBusy() || m_one.isBusy()) {
        m_again = true;
        return;
    }
    m_isBehind = false;
    m_again = false;
    readList();
    readGroup();
}

void GroupBook::notice(const trace::Chunk& chunk)
{
    bool changes = false;
    for (const trace::Event& event : chunk.events()) {
        if (event.kind == trace::Kind::DeploymentApplied) {
            m_said.push_back({std::string(chunk.text(event.object)), event.time, toQString(chunk.text(event.detail)),
                              event.extra == 1});
            if (m_said.size() > kMostSaid)
                m_said.pop_front();
            changes = true;
        }
        changes = changes || (event.kind == trace::Kind::ApiCalled && changesGroups(chunk.text(event.object)));
    }
    if (!changes)
        return;
    m_isBehind = true;
    if (m_isWatched)
        m_soon.start(kSoonMillis, this);
}

void GroupBook::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_soon.timerId()) {
        m_soon.stop();
        if (m_isWatched)
            refresh();
    } else if (event->timerId() == m_pulse.timerId() && !m_poll.isBusy()) {
        m_polled = state(m_looked).deployments;
        bool asked = false;
        for (DeploymentEntry& one : m_polled)
            if (!one.isOver()) {
                askStatus(m_poll, one);
                asked = true;
            }
        if (!asked)
            m_pulse.stop();
    }
}

// --- the list -------------------------------------------------------------------------------------------------------

void GroupBook::readList()
{
    m_comingGroups.clear();
    m_comingProblem.clear();
    m_list.list(
        greengrass::listGroups(), greengrassPaging("Groups", kMost),
        [this](const json::value& one) {
            if (!one.is_object())
                return;
            const json::object& group = one.get_object();
            m_comingGroups.push_back({text(group, "Id"), toQString(text(group, "Name")), text(group, "LatestVersion")});
        },
        [this](const std::string& problem, bool truncated) {
            if (!problem.empty())
                m_comingProblem = tr("The groups cannot be listed: %1").arg(toQString(problem));
            else if (truncated)
                m_comingProblem = tr("The first %1 groups are shown").arg(kMost);
        });
}

void GroupBook::takeList()
{
    std::sort(m_comingGroups.begin(), m_comingGroups.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    const bool isSame = m_isKnown && m_groups == m_comingGroups && m_problem == m_comingProblem;
    if (m_comingProblem.isEmpty() || !m_comingGroups.empty()) // what could not be read says nothing of what is there
        m_groups = std::move(m_comingGroups);
    m_comingGroups.clear();
    m_problem = m_comingProblem;
    m_isKnown = true;
    std::erase_if(m_states, [this](const auto& one) { return !find(one.first); });
    if (!isSame)
        emit changed();
    if (m_again && !m_one.isBusy())
        refresh();
}

// --- one group ------------------------------------------------------------------------------------------------------

void GroupBook::complain(const QString& problem)
{
    if (m_coming && m_coming->state.problem.isEmpty())
        m_coming->state.problem = problem;
}

void GroupBook::readGroup()
{
    if (!m_api || m_looked.empty())
        return;
    m_coming = std::make_unique<Coming>();
    m_coming->id = m_looked;
    m_one.ask(greengrass::getGroup(m_looked), [this](const client::Answer& answer) {
        if (!answer.ok())
            return complain(toQString(answer.problem));
        const json::object group = answer.object();
        if (const std::string version = text(group, "LatestVersion"); !version.empty())
            readVersion(version);
    });
    m_one.ask(greengrass::getRole(m_looked), [this](const client::Answer& answer) {
        m_coming->state.role =
            answer.ok() ? toQString(greengrass::nameOf(text(answer.object(), "RoleArn"))) : QString();
    });
    m_one.ask(greengrass::certificateLife(m_looked), [this](const client::Answer& answer) {
        m_coming->state.certificateDays = daysIn(text(answer.object(), "CertificateExpiryInMilliseconds"));
    });
    readDeployments();
    readAuthorities();
}

void GroupBook::readVersion(const std::string& version)
{
    m_coming->state.version = version;
    m_one.ask(greengrass::getGroupVersion(m_coming->id, version), [this](const client::Answer& answer) {
        if (!answer.ok())
            return complain(toQString(answer.problem));
        const json::object body = answer.object();
        m_coming->state.versionMade = momentOf(text(body, "CreationTimestamp"));
        if (const json::value* content = body.if_contains("Definition"); content && content->is_object())
            m_coming->state.content.version = content->get_object();
        readContent();
    });
}

void GroupBook::readContent()
{
    for (const greengrass::Kind& kind :
         {greengrass::kCores, greengrass::kDevices, greengrass::kFunctions, greengrass::kSubscriptions}) {
        const std::string arn = text(m_coming->state.content.version, kind.versionArn);
        if (arn.empty())
            continue;
        m_one.ask(greengrass::get(arn), [this, kind](const client::Answer& answer) {
            if (!answer.ok())
                return complain(toQString(answer.problem));
            const json::object body = answer.object();
            if (const json::value* definition = body.if_contains("Definition"); definition && definition->is_object())
                m_coming->state.content.take(kind, definition->get_object());
            if (kind.path == greengrass::kCores.path)
                readAddresses();
        });
    }
}

void GroupBook::readAddresses()
{
    const std::string core = m_coming->state.content.coreThing();
    if (core.empty())
        return;
    m_one.ask(greengrass::getAddresses(core), [this](const client::Answer& answer) {
        for (const json::object& one : greengrass::objects(answer.object(), "ConnectivityInfo")) {
            const json::value* port = one.if_contains("PortNumber");
            m_coming->state.addresses.push_back({toQString(text(one, "HostAddress")),
                                                 port && port->is_int64() ? static_cast<int>(port->get_int64()) : 8883,
                                                 toQString(text(one, "Metadata"))});
        }
    });
}

void GroupBook::readAuthorities()
{
    m_one.ask(greengrass::listAuthorities(m_looked), [this](const client::Answer& answer) {
        const auto listed = greengrass::objects(answer.object(), "GroupCertificateAuthorities");
        auto& authorities = m_coming->state.authorities;
        for (const json::object& one : listed)
            authorities.push_back({text(one, "GroupCertificateAuthorityId"), std::nullopt});
        for (std::size_t at = 0; at < authorities.size(); ++at)
            m_one.ask(greengrass::getAuthority(m_coming->id, authorities[at].id), [this,
                                                                                   at](const client::Answer& got) {
                m_coming->state.authorities[at].facts = certificateFacts(text(got.object(), "PemEncodedCertificate"));
            });
    });
}

void GroupBook::takeGroup()
{
    if (!m_coming)
        return;
    const auto coming = std::move(m_coming);
    GroupState& state = m_states[coming->id];
    carrySteps(state.deployments, coming->state.deployments);
    matchSaid(coming->id, coming->state.deployments);
    coming->state.isKnown = true;
    state = std::move(coming->state);
    if (m_isWatched && isDeploying(coming->id))
        m_pulse.start(kPulseMillis, this);
    emit stateChanged(coming->id);
    if (m_again && !m_list.isBusy())
        refresh();
}

// --- deployments ----------------------------------------------------------------------------------------------------

void GroupBook::readDeployments()
{
    m_one.list(
        greengrass::listDeployments(m_looked), greengrassPaging("Deployments", kMostDeployments),
        [this](const json::value& one) {
            if (!one.is_object())
                return;
            const json::object& listed = one.get_object();
            DeploymentEntry entry;
            entry.id = text(listed, "DeploymentId");
            entry.type = toQString(text(listed, "DeploymentType"));
            entry.created = momentOf(text(listed, "CreatedAt"));
            m_coming->state.deployments.push_back(std::move(entry));
        },
        [this](const std::string& problem, bool) {
            if (!problem.empty())
                complain(toQString(problem));
            for (DeploymentEntry& one : m_coming->state.deployments)
                askStatus(m_one, one);
        });
}

/// into: stays where it is until the answer is there.
void GroupBook::askStatus(AccountReader& reader, DeploymentEntry& into)
{
    const std::string group = m_coming && &reader == &m_one ? m_coming->id : m_looked;
    reader.ask(greengrass::deploymentStatus(group, into.id), [this, &into](const client::Answer& answer) {
        if (!answer.ok())
            return;
        const json::object body = answer.object();
        into.status = toQString(text(body, "DeploymentStatus"));
        into.updated = momentOf(text(body, "UpdatedAt"));
        into.problem = toQString(text(body, "ErrorMessage"));
        into.details.clear();
        for (const json::object& one : greengrass::objects(body, "ErrorDetails"))
            into.details << toQString(text(one, "DetailedErrorCode") + ": " + text(one, "DetailedErrorMessage"));
        note(into, m_clock.wall());
    });
}

void GroupBook::pollDeployments()
{
    matchSaid(m_looked, m_polled);
    GroupState& state = m_states[m_looked];
    if (!state.isKnown || m_polled.size() != state.deployments.size() || m_polled == state.deployments)
        return;
    state.deployments = m_polled;
    emit stateChanged(m_looked);
}

/// A deployment that was seen in other states before keeps them.
void GroupBook::carrySteps(const std::vector<DeploymentEntry>& before, std::vector<DeploymentEntry>& now) const
{
    for (DeploymentEntry& one : now) {
        const auto same =
            std::find_if(before.begin(), before.end(), [&](const auto& other) { return other.id == one.id; });
        if (same == before.end())
            continue;
        auto steps = same->steps;
        if (!steps.empty() && steps.back().first != one.status)
            steps.emplace_back(one.status, one.updated);
        one.steps = std::move(steps);
    }
}

/// What a core said belongs to the last deployment that was begun before.
void GroupBook::matchSaid(const std::string& group, std::vector<DeploymentEntry>& deployments) const
{
    for (const Said& said : m_said) {
        if (said.group != group)
            continue;
        for (DeploymentEntry& one : deployments) // newest first
            if (one.created <= said.time) {
                one.coreSaid = said.sentence;
                break;
            }
    }
}

} // namespace greensward::ui
