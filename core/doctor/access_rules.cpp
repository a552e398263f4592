// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"

#include "aws/arn.h"

#include <boost/json.hpp>
#include <cctype>
#include <fmt/format.h>
#include <map>

namespace greensward::doctor {

namespace json = boost::json;

namespace {

using namespace phrases;

constexpr Duration kWorksAgain = std::chrono::seconds(10);
constexpr std::size_t kMostWaiting = 1000;

std::string shortId(const std::string& certificate)
{
    return certificate.size() > 12 ? certificate.substr(0, 12) + "…" : certificate;
}

std::string resourceOf(const std::string& text)
{
    const auto arn = aws::Arn::parse(text);
    return arn ? arn->resource : text;
}

/// "pump" of "pump-*" and "pumps-1": how far they are the same.
std::string sameBeginning(std::string_view one, std::string_view other)
{
    std::size_t at = 0;
    while (at < one.size() && at < other.size() && one[at] == other[at])
        ++at;
    return std::string(one.substr(0, at));
}

std::string statementText(const Occurrence& seen)
{
    const json::value* statement = seen.evidence.if_contains("statement");
    return statement && statement->is_object() ? json::serialize(*statement) : std::string();
}

/// A policy of its own for one statement: what a person can paste at once.
std::string policyCommand(const Occurrence& seen, const std::string& statement)
{
    const std::string client = seen.text("client");
    std::string name = "allow-" + (client.empty() ? resourceOf(seen.text("action")) : client);
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_')
            c = '-';
    for (const std::string_view kind : {"role", "user"}) // a caller of IAM is given it there
        if (const std::string whom = seen.text(kind); !whom.empty())
            return fmt::format("aws iam put-{0}-policy --{0}-name {1} --policy-name {2} --policy-document "
                               "'{{\"Version\":\"2012-10-17\",\"Statement\":[{3}]}}'",
                               kind, whom, name, statement);
    return fmt::format("aws iot create-policy --policy-name {0} --policy-document "
                       "'{{\"Version\":\"2012-10-17\",\"Statement\":[{1}]}}' && "
                       "aws iot attach-policy --policy-name {0} --target {2}",
                       name, statement, seen.text("arn"));
}

/// Told no by IAM's policies, not by those of a certificate.
bool isOfIam(const Occurrence& seen)
{
    return !seen.text("role").empty() || !seen.text("user").empty();
}

/// What certificates and policies do not allow.
class AccessRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::AccessDenied))
            denied(seen, desk);
        else if (seen.event.kind == trace::Kind::ClientConnected)
            connected(seen, desk);
        else if (seen.event.kind == trace::Kind::ClientDisconnected)
            m_waiting.erase(std::string(seen.subject));
        else if (seen.event.kind == trace::Kind::Subscribed)
            desk.resolve(Code::Denied, keyOf("subscribe", seen.subject, seen.object));
    }

    /// Connected since, and nothing was denied since: it works again.
    void advance(Desk& desk) override
    {
        for (auto at = m_waiting.begin(); at != m_waiting.end();) {
            if (at->second > desk.now()) {
                ++at;
                continue;
            }
            desk.resolveClient(Code::Denied, at->first);
            desk.resolveClient(Code::Region, at->first);
            at = m_waiting.erase(at);
        }
    }

    std::optional<WallTime> deadline() const override
    {
        std::optional<WallTime> first;
        for (const auto& [client, due] : m_waiting)
            if (!first || due < *first)
                first = due;
        return first;
    }

private:
    static std::string keyOf(std::string_view reason, std::string_view client, std::string_view what)
    {
        return fmt::format("{} {} {}", reason, client, what);
    }

    void connected(const Occurrence& seen, Desk& desk)
    {
        for (const Code code : {Code::Certificate, Code::ClientId, Code::Pem})
            desk.resolveClient(code, seen.subject);
        desk.resolve(Code::LastWill, keyOf("will", seen.subject, {}));
        if (m_denied.contains(std::string(seen.subject)) && m_waiting.size() < kMostWaiting)
            m_waiting[std::string(seen.subject)] = seen.event.time + kWorksAgain;
    }

    void denied(const Occurrence& seen, Desk& desk)
    {
        const std::string reason = seen.text("reason");
        m_waiting.erase(std::string(seen.subject));
        if (m_denied.size() > kMostWaiting)
            m_denied.clear();
        m_denied[std::string(seen.subject)] = true;
        if (!seen.texts("foreign").empty() && !seen.flag("explicit"))
            desk.raise(elsewhere(seen));
        else if (reason == "http" && seen.object == kDiscover)
            desk.raise(discovery(seen));
        else if (reason == "unknown-certificate" && seen.flag("ca"))
            desk.raise(authorityShown(seen));
        else if (reason == "unknown-certificate" || reason == "inactive-certificate" || reason == "no-policy")
            desk.raise(certificate(seen, reason));
        else if (reason == "connect")
            desk.raise(clientId(seen));
        else if (reason == "will")
            desk.raise(will(seen));
        else if (reason == "no-certificate")
            desk.raise(about(seen, Code::Pem, Confidence::Certain, {kNothingShown, {"8443"}}, kBackPem));
        else if (reason == "unsigned")
            desk.raise(about(seen, Code::Credentials, Confidence::Certain, {kNotSigned, {seen.text("client")}},
                             kBackCredentials));
        else
            desk.raise(dropped(seen, reason));
    }

    static Card about(const Occurrence& seen, Code code, Confidence confidence, Text sentence, const char* background)
    {
        Card card = cardOf(seen, code, confidence,
                           keyOf(seen.text("reason"), seen.subject, resourceOf(seen.text("resource"))),
                           std::move(sentence));
        card.background = background;
        card.client = seen.text("client");
        card.peer = seen.object;
        return card;
    }

    static void addCertificate(Card& card, const Occurrence& seen)
    {
        const std::string id = seen.text("certificate");
        if (id.empty()) {
            if (isOfIam(seen))
                card.rows.push_back({kRowArn, seen.text("arn")});
            return;
        }
        const std::string status = seen.text("status");
        card.rows.push_back({kRowCertificate, shortId(id)});
        card.rows.push_back({kRowStatus, status.empty() ? "–" : status,
                             status == "ACTIVE" ? Row::Mark::Yes : Row::Mark::No});
        if (const auto things = seen.texts("things"); !things.empty())
            card.rows.push_back({kRowThings, joined(things)});
        if (seen.evidence.contains("policies")) {
            const auto policies = seen.texts("policies");
            card.rows.push_back({kRowPolicies, policies.empty() ? "–" : joined(policies),
                                 policies.empty() ? Row::Mark::No : Row::Mark::None});
        }
    }

    static void addLine(Card& card, const Occurrence& seen)
    {
        const std::string statement = statementText(seen);
        if (statement.empty() || seen.flag("explicit"))
            return;
        card.rows.push_back({kRowLine, statement});
        const auto policies = seen.texts("policies");
        const std::string policy = policies.empty() ? std::string() : policies.front();
        if (isOfIam(seen)) {
            card.fixes.push_back({Fix::Act::Copy, kFixCopyLine, {}, statement, policyCommand(seen, statement)});
            return;
        }
        if (!policy.empty())
            card.fixes.push_back(
                {Fix::Act::AllowMore, {kFixAllow, {policy}}, policy, statement, policyCommand(seen, statement)});
        card.fixes.push_back({Fix::Act::Copy, kFixCopyLine, {}, statement});
    }

    static Card elsewhere(const Occurrence& seen)
    {
        const auto foreign = seen.texts("foreign");
        const auto theirs = aws::Arn::parse(foreign.front());
        const auto ours = aws::Arn::parse(seen.text("resource"));
        aws::Arn right = theirs.value_or(aws::Arn{});
        if (ours) {
            right.region = ours->region;
            right.account = ours->account;
        }
        Card card = about(seen, Code::Region, Confidence::Certain,
                          {kPolicyElsewhere, {foreign.front(), right.text()}}, kBackRegion);
        card.rows.push_back({kRowArn, foreign.front(), Row::Mark::No});
        card.rows.push_back({kRowRegionHere, ours ? ours->region : std::string()});
        card.rows.push_back({kRowAccountHere, ours ? ours->account : std::string()});
        card.rows.push_back({kRowPolicies, joined(seen.texts("policies"))});
        addLine(card, seen);
        return card;
    }

    static Card authorityShown(const Occurrence& seen)
    {
        Card card = about(seen, Code::Pem, Confidence::Certain, {kShowsAuthority, {seen.text("subject")}}, kBackPem);
        card.rows.push_back({kRowSubject, seen.text("subject")});
        card.rows.push_back({kRowIssuer, seen.text("issuer")});
        return card;
    }

    static Card certificate(const Occurrence& seen, const std::string& reason)
    {
        const std::string id = seen.text("certificate");
        const std::string client = seen.text("client").empty() ? hostOf(seen.subject) : seen.text("client");
        const char* phrase = reason == "no-policy"              ? kNoPolicy
                             : reason == "inactive-certificate" ? kInactiveCertificate
                                                                : kUnknownCertificate;
        Card card = about(seen, Code::Certificate, Confidence::Certain,
                          {phrase, {shortId(id), client, seen.text("status")}}, kBackCertificate);
        card.key = reason + " " + id;
        addCertificate(card, seen);
        if (!seen.text("issuer").empty())
            card.rows.push_back({kRowIssuer, seen.text("issuer")});
        if (reason == "inactive-certificate")
            card.fixes.push_back(
                {Fix::Act::ActivateCertificate, kFixActivate, id, {},
                 fmt::format("aws iot update-certificate --new-status ACTIVE --certificate-id {}", id)});
        if (reason == "no-policy")
            card.fixes.push_back(
                {Fix::Act::AttachPolicy, kFixAttach, id, seen.text("arn"),
                 fmt::format("aws iot attach-policy --policy-name workshop-devices --target {}", seen.text("arn"))});
        return card;
    }

    static Card clientId(const Occurrence& seen)
    {
        const std::string client = seen.text("client");
        const auto patterns = seen.texts("patterns");
        const std::string policies = joined(seen.texts("policies"));
        Card card = about(seen, Code::ClientId, Confidence::Certain,
                          seen.flag("explicit") ? Text{kConnectDenied, {policies, client}}
                          : patterns.empty()    ? Text{kConnectNotAllowed, {policies, client}}
                                                : Text{kClientIdNotAllowed, {joined(patterns), client}},
                          kBackClientId);
        card.rows.push_back({kRowSent, "client/" + client, Row::Mark::No});
        if (!patterns.empty()) {
            const std::string same = sameBeginning(patterns.front(), "client/" + client);
            card.rows.push_back({kRowAllowed, joined(patterns), Row::Mark::Yes});
            card.rows.push_back({kRowDiffers, same + "|" + ("client/" + client).substr(same.size())});
        }
        for (const std::string& missing : seen.texts("missing"))
            card.rows.push_back({kRowUndefined, "${" + missing + "}", Row::Mark::No});
        addCertificate(card, seen);
        if (const auto things = seen.texts("things"); !things.empty() && things.front() != client)
            card.fixes.push_back({Fix::Act::Copy, kFixUseThing, {}, things.front()});
        addLine(card, seen);
        return card;
    }

    static Card will(const Occurrence& seen)
    {
        const auto arn = aws::Arn::parse(seen.text("resource"));
        Card card = about(seen, Code::LastWill, Confidence::Certain,
                          {kWillNotAllowed, {seen.text("client"), arn ? std::string(arn->name()) : std::string()}},
                          kBackWill);
        card.key = keyOf("will", seen.subject, {});
        card.lab = 5;
        addRows(card, seen);
        addLine(card, seen);
        return card;
    }

    static void addRows(Card& card, const Occurrence& seen)
    {
        const json::value* rows = seen.evidence.if_contains("rows");
        if (!rows || !rows->is_array())
            return;
        for (const json::value& row : rows->get_array()) {
            if (!row.is_object())
                continue;
            const json::value* allowed = row.get_object().if_contains("allowed");
            card.rows.push_back({{kRowAction, {textOf(row.get_object(), "action")}},
                                 textOf(row.get_object(), "resource"),
                                 allowed && allowed->is_bool() && allowed->get_bool() ? Row::Mark::Yes
                                                                                      : Row::Mark::No});
        }
    }

    /// D10, for want of a policy. Ends with what DiscoveryRule sees.
    static Card discovery(const Occurrence& seen)
    {
        const auto arn = aws::Arn::parse(seen.text("resource"));
        const std::string thing = arn ? std::string(arn->name()) : seen.text("resource");
        const std::string policies = joined(seen.texts("policies"));
        Card card = about(seen, Code::Discovery, Confidence::Certain,
                          seen.flag("explicit") ? Text{kDiscoverForbidden, {thing, policies}}
                                                : Text{kDiscoverDenied, {thing}},
                          kBackDiscovery);
        card.key = discoveryKey(seen.subject);
        card.client = thing;
        card.peer.clear();
        card.rows.push_back({{kRowAction, {seen.text("action")}}, resourceOf(seen.text("resource")), Row::Mark::No});
        addCertificate(card, seen);
        addLine(card, seen);
        return card;
    }

    static Card dropped(const Occurrence& seen, const std::string& reason)
    {
        const auto arn = aws::Arn::parse(seen.text("resource"));
        const std::string topic = arn ? std::string(arn->name()) : seen.text("resource");
        const char* phrase = reason == "receive"     ? kNotDelivered
                             : reason == "subscribe" ? kFilterRefused
                             : reason == "http"      ? kHttpRefused
                                                     : kDropped;
        Card card = about(seen, Code::Denied, Confidence::Certain,
                          {phrase, {seen.text("action"), topic, seen.text("client")}}, kBackDenied);
        card.key = keyOf(reason, seen.subject, topic);
        addRows(card, seen);
        if (card.rows.empty())
            card.rows.push_back({{kRowAction, {seen.text("action")}}, resourceOf(seen.text("resource")), Row::Mark::No});
        if (const auto patterns = seen.texts("patterns"); !patterns.empty())
            card.rows.push_back({kRowAllowed, joined(patterns)});
        if (isOfIam(seen))
            card.rows.push_back({kRowArn, seen.text("arn")});
        card.rows.push_back({kRowPolicies, joined(seen.texts("policies"))});
        addLine(card, seen);
        return card;
    }

    std::map<std::string, WallTime> m_waiting; ///< clients that are connected again: when that counts
    std::map<std::string, bool> m_denied;      ///< clients something was denied
};

} // namespace

std::unique_ptr<Rule> accessRule()
{
    return std::make_unique<AccessRule>();
}

} // namespace greensward::doctor
