// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"

#include <boost/json.hpp>

#include <fmt/format.h>
#include <set>

namespace greensward::doctor {

namespace {

using namespace phrases;
namespace json = boost::json;
using trace::Kind;

constexpr std::size_t kMostAliases = 200;
constexpr const char* kServiceKey = "service";

std::string trustPolicy(std::string_view service)
{
    return fmt::format(R"({{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{}"}},)"
                       R"("Action":"sts:AssumeRole"}}]}})",
                       service);
}

std::string nameOfRole(const std::string& arn)
{
    return arn.substr(arn.rfind('/') + 1);
}

/// What keeps a core from serving (D12), and the roles that Greengrass and devices act by (D13).
class CoreRule final : public Rule
{
public:
    bool hears(std::string_view origin) const override { return origin.empty() || isOfCore(origin); }

    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::CoreNotServing))
            desk.raise(notServing(seen));
        else if (seen.event.kind == Kind::ServiceStarted && !seen.subject.empty())
            desk.resolve(Code::CoreStart, keyOf(seen.subject));
        else if (!seen.origin.empty())
            return;
        else if (seen.is(trace::Finding::RoleUnusable))
            roleUnusable(seen, desk);
        else if (seen.is(trace::Finding::Deployment))
            deployed(seen, desk);
        else if (seen.event.kind == Kind::ApiCalled)
            asked(seen, desk);
    }

private:
    static std::string keyOf(std::string_view core) { return "serve " + std::string(core); }

    static Card notServing(const Occurrence& seen)
    {
        const std::string core = seen.text("core"), port = std::to_string(seen.number("port"));
        const bool taken = seen.text("cause") == "port-in-use";
        Card card = cardOf(seen, Code::CoreStart, Confidence::Certain, keyOf(core),
                           taken ? Text{kCorePortTaken, {core, port}} : Text{kCoreNotServing, {core, seen.text("why")}});
        card.background = kBackCoreStart;
        card.rows.push_back({kRowCore, core});
        card.rows.push_back({kRowPort, port, taken ? Row::Mark::No : Row::Mark::None});
        card.rows.push_back({kRowSaw, seen.text("why")});
        if (taken) {
            const std::string line = "sudo ss -ltnp 'sport = :" + port + "'";
            card.fixes.push_back({Fix::Act::Copy, kFixPort, {}, line});
        }
        return card;
    }

    // --- roles ------------------------------------------------------------------------------------------------------

    void asked(const Occurrence& seen, Desk& desk)
    {
        if (seen.object == "greengrass AssociateServiceRoleToAccount") {
            desk.resolve(Code::Role, kServiceKey);
        } else if (seen.object == "greengrass AssociateRoleToGroup") {
            for (const std::string& key : m_groups) // whichever it was: another one is asked for soon enough
                desk.resolve(Code::Role, key);
            m_groups.clear();
        } else if (seen.object == "credentials GetCredentials") { // recorded when there were keys
            for (const std::string& key : m_aliases)
                desk.resolve(Code::Role, key);
            m_aliases.clear();
        }
    }

    void deployed(const Occurrence& seen, Desk& desk)
    {
        const std::string status = seen.text("status");
        if (status == "InProgress" || status == "Success")
            desk.resolve(Code::Role, kServiceKey); // it could be built
        const json::value* faults = seen.evidence.if_contains("faults");
        if (status != "Failure" || !faults || !faults->is_array() || seen.flag("gone"))
            return;
        for (const json::value& fault : faults->get_array())
            if (fault.is_object() && textOf(fault.get_object(), "code") == "GG-SERVICE-ROLE")
                return desk.raise(serviceRole(seen, textOf(fault.get_object(), "message")));
    }

    static Card serviceRole(const Occurrence& seen, const std::string& why)
    {
        const std::string group = seen.text("name").empty() ? seen.text("group") : seen.text("name");
        Card card = cardOf(seen, Code::Role, Confidence::Certain, kServiceKey, {kServiceRole, {group, why}});
        card.background = kBackRole;
        card.rows.push_back({kRowGroup, group});
        card.rows.push_back({kRowSaw, why, Row::Mark::No});
        const std::string lines = fmt::format(
            "aws iam create-role --role-name Greengrass_ServiceRole --assume-role-policy-document '{}' && "
            "aws iam attach-role-policy --role-name Greengrass_ServiceRole --policy-arn "
            "arn:aws:iam::aws:policy/service-role/AWSGreengrassResourceAccessRolePolicy && "
            "aws greengrass associate-service-role-to-account --role-arn \"$(aws iam get-role --role-name "
            "Greengrass_ServiceRole --query Role.Arn --output text)\"",
            trustPolicy("greengrass.amazonaws.com"));
        card.fixes.push_back({Fix::Act::Copy, kFixServiceRole, {}, lines, lines});
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, seen.text("group")});
        return card;
    }

    void roleUnusable(const Occurrence& seen, Desk& desk)
    {
        const bool alias = seen.text("which") == "alias";
        Card card = alias ? ofAlias(seen) : ofGroup(seen);
        card.background = kBackRole;
        if (const std::string role = seen.text("role"); !role.empty())
            card.rows.push_back({kRowRole, role, Row::Mark::No});
        card.rows.push_back({kRowSaw, std::string(seen.detail)});
        auto& open = alias ? m_aliases : m_groups;
        if (open.size() < kMostAliases)
            open.insert(card.key);
        desk.raise(std::move(card));
    }

    static void addTrust(Card& card, const std::string& role, std::string_view service)
    {
        const std::string line = fmt::format("aws iam update-assume-role-policy --role-name {} --policy-document '{}'",
                                             nameOfRole(role), trustPolicy(service));
        card.fixes.push_back({Fix::Act::Copy, kFixTrust, {}, trustPolicy(service), line});
    }

    static Card ofGroup(const Occurrence& seen)
    {
        const std::string cause = seen.text("cause"), id = seen.text("group"), role = seen.text("role");
        const std::string name = seen.text("name").empty() ? id : seen.text("name");
        Card card = cardOf(seen, Code::Role, Confidence::Certain, "group " + id,
                           {cause == "missing"    ? kGroupRoleMissing
                            : cause == "no-trust" ? kGroupRoleTrust
                                                  : kGroupRoleGone,
                            {seen.text("core"), name, "`" + nameOfRole(role) + "`"}});
        card.rows.push_back({kRowGroup, name});
        card.rows.push_back({kRowCore, seen.text("core")});
        if (cause == "no-trust")
            addTrust(card, role, "greengrass.amazonaws.com");
        const std::string line = fmt::format("aws greengrass associate-role-to-group --group-id {} --role-arn "
                                             "\"$(aws iam get-role --role-name NAME --query Role.Arn --output text)\"",
                                             id);
        if (cause != "no-trust")
            card.fixes.push_back({Fix::Act::Copy, kFixGroupRole, {}, line, line});
        card.fixes.push_back({Fix::Act::ShowGroup, kFixShowGroup, id});
        return card;
    }

    static Card ofAlias(const Occurrence& seen)
    {
        const std::string cause = seen.text("cause"), alias = seen.text("alias"), role = seen.text("role");
        Card card = cardOf(seen, Code::Role, Confidence::Certain, "alias " + alias,
                           {cause == "no-alias"   ? kAliasMissing
                            : cause == "no-trust" ? kAliasTrust
                                                  : kAliasRoleGone,
                            {alias, "`" + nameOfRole(role) + "`"}});
        card.rows.push_back({kRowAlias, alias, cause == "no-alias" ? Row::Mark::No : Row::Mark::Yes});
        if (cause == "no-trust") {
            addTrust(card, role, "credentials.iot.amazonaws.com");
            return card;
        }
        const std::string line = fmt::format("aws iot {} --role-alias {} --role-arn \"$(aws iam get-role --role-name NAME "
                                             "--query Role.Arn --output text)\"",
                                             cause == "no-alias" ? "create-role-alias" : "update-role-alias", alias);
        card.fixes.push_back({Fix::Act::Copy, kFixAlias, {}, line, line});
        return card;
    }

    std::set<std::string> m_groups;  ///< keys of cards that are open
    std::set<std::string> m_aliases; ///< the same
};

} // namespace

std::unique_ptr<Rule> coreRule()
{
    return std::make_unique<CoreRule>();
}

} // namespace greensward::doctor
