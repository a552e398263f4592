// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/principal.h"

#include "aws/arn.h"
#include "ui/models/qt_text.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;

namespace {

client::Call get(std::string path)
{
    return {.service = "iot", .method = "GET", .path = std::move(path)};
}

QString said(const char* text)
{
    return QCoreApplication::translate("Judgement", text);
}

std::string capitalised(std::string text)
{
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

} // namespace

bool Principal::isAttachedToThing() const
{
    return std::find(things.begin(), things.end(), clientId) != things.end();
}

policy::Context Principal::context() const
{
    policy::Context context;
    if (!clientId.empty())
        context.set("iot:ClientId", clientId);
    if (!address.empty())
        context.set("aws:SourceIp", address);
    if (certificate.facts) {
        context.set("iot:Certificate.Subject.CommonName", certificate.facts->commonName);
        context.set("iot:Certificate.SerialNumber", certificate.facts->serial);
    }
    if (!thing)
        return context;
    context.set("iot:Connection.Thing.IsAttached", isAttachedToThing() ? "true" : "false");
    if (!isAttachedToThing())
        return context;
    context.set("iot:Connection.Thing.ThingName", thing->name);
    if (!thing->type.empty())
        context.set("iot:Connection.Thing.ThingTypeName", thing->type);
    for (const auto& [key, value] : thing->attributes)
        context.set("iot:Connection.Thing.Attributes[" + key + "]", value);
    return context;
}

std::string_view resourceKind(std::string_view action)
{
    if (action == "iot:Connect")
        return "client";
    if (action == "iot:Subscribe")
        return "topicfilter";
    return action.ends_with("Shadow") ? "thing" : "topic";
}

std::string AccessQuestion::resource(const std::string& ownArn) const
{
    aws::Arn arn = aws::Arn::parse(ownArn).value_or(aws::Arn{});
    arn.service = "iot";
    arn.resource = std::string(resourceKind(action)) + '/' + name;
    return arn.text();
}

Judgement judge(const Principal& principal, const AccessQuestion& question)
{
    std::vector<const policy::Policy*> set;
    for (const AttachedPolicy& attached : principal.policies)
        if (attached.parsed)
            set.push_back(attached.parsed.get());
    const policy::Context context = principal.context();
    const std::string resource = question.resource(principal.certificate.arn);
    const policy::AccessRequest request{.action = question.action, .resource = resource, .context = context};
    const policy::Explanation explanation = policy::explain(set, request);

    Judgement judgement{.decision = explanation.verdict.decision,
                        .sentence = toQString(capitalised(explanation.text)) + QLatin1Char('.'),
                        .policyName = {},
                        .statement = -1,
                        .smallest = json::serialize(policy::smallestAllowing(request)),
                        .missing = explanation.missingContextValues};
    if (const policy::Policy* decided = explanation.verdict.policy) {
        judgement.policyName = decided->name;
        judgement.statement = static_cast<int>(explanation.verdict.statement - decided->statements.data());
    }
    if (!principal.certificate.status.empty() && !principal.certificate.isActive()) {
        judgement.decision = policy::Decision::ExplicitDeny;
        judgement.sentence =
            said(QT_TRANSLATE_NOOP("Judgement", "The certificate is %1, so it may do nothing at all. %2"))
                .arg(toQString(principal.certificate.status), judgement.sentence);
    }
    return judgement;
}

// --- reading -----------------------------------------------------------------------------------------------

PrincipalReader::PrincipalReader(client::Api* api, std::string certificateArn, std::string clientId,
                                 std::function<void()> done)
    : m_arn(std::move(certificateArn)), m_whenDone(std::move(done)), m_reader(api, [this] {
        m_done = true;
        m_whenDone(); // may end this
    })
{
    m_principal.certificate.arn = m_arn;
    m_principal.certificate.id = certificateIdOf(m_arn);
    m_principal.clientId = std::move(clientId);
    describe();
    readThings();
    readPolicies(m_arn, {});
}

void PrincipalReader::describe()
{
    m_reader.ask(get("/certificates/" + client::label(m_principal.certificate.id)),
                 [this](const client::Answer& answer) {
                     const json::object body = answer.object();
                     if (const json::value* described = body.if_contains("certificateDescription"))
                         m_principal.certificate = certificateEntry(*described);
                     else
                         m_principal.problem = answer.problem;
                 });
    if (m_principal.clientId.empty())
        return;
    m_reader.ask(get("/things/" + client::label(m_principal.clientId)), [this](const client::Answer& answer) {
        if (answer.ok())
            m_principal.thing = thingEntry(answer.object());
    });
}

void PrincipalReader::readThings()
{
    client::Call call = get("/principals/things");
    call.fields = {{"x-amzn-principal", m_arn}};
    m_reader.list(
        std::move(call), tokenPaging("things", kMostThings),
        [this](const json::value& one) {
            if (!one.is_string())
                return;
            m_principal.things.emplace_back(one.get_string());
            readGroupsOf(m_principal.things.back());
        },
        [this](const std::string&, bool truncated) { m_principal.truncated |= truncated; });
}

void PrincipalReader::readGroupsOf(const std::string& thing)
{
    m_reader.list(
        get("/things/" + client::label(thing) + "/thing-groups"), tokenPaging("thingGroups", kMostThings),
        [this](const json::value& one) {
            const std::string arn = textMember(one, "groupArn");
            if (std::find(m_groups.begin(), m_groups.end(), arn) != m_groups.end())
                return;
            m_groups.push_back(arn);
            readPolicies(arn, textMember(one, "groupName"));
        },
        [this](const std::string&, bool truncated) { m_principal.truncated |= truncated; });
}

void PrincipalReader::readPolicies(const std::string& target, const std::string& group)
{
    client::Call call{
        .service = "iot", .method = "POST", .path = "/attached-policies/" + client::label(target), .query = {}};
    if (!group.empty())
        call.query = {{"recursive", "true"}}; // what is attached to the groups above counts, too
    m_reader.list(
        std::move(call), markerPaging("policies", kMostPolicies),
        [this, group](const json::value& one) {
            const PolicyEntry entry = policyEntry(one);
            const auto known = std::find_if(m_principal.policies.begin(), m_principal.policies.end(),
                                            [&entry](const auto& other) { return other.entry.name == entry.name; });
            if (known != m_principal.policies.end()) {
                if (group.empty())
                    known->group.clear(); // the nearer attachment is the one to show
                return;
            }
            if (m_principal.policies.size() == kMostPolicies) {
                m_principal.truncated = true;
                return;
            }
            m_principal.policies.push_back({.entry = entry, .group = group, .version = {}, .document = {}});
            readDocument(entry.name);
        },
        [this](const std::string& problem, bool truncated) {
            m_principal.truncated |= truncated;
            if (!problem.empty() && m_principal.problem.empty())
                m_principal.problem = problem;
        });
}

void PrincipalReader::readDocument(const std::string& name)
{
    m_reader.ask(get("/policies/" + client::label(name)), [this, name](const client::Answer& answer) {
        const auto known = std::find_if(m_principal.policies.begin(), m_principal.policies.end(),
                                        [&name](const auto& other) { return other.entry.name == name; });
        if (!answer.ok()) {
            known->problem = answer.problem;
            return;
        }
        const json::value body = answer.object();
        known->document = textMember(body, "policyDocument");
        known->version = textMember(body, "defaultVersionId");
        if (auto parsed = policy::parsePolicy(name, known->document, policy::Dialect::Iot))
            known->parsed = std::make_shared<const policy::Policy>(std::move(*parsed));
        else
            known->problem = parsed.error().message;
    });
}

} // namespace greensward::ui
