// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/phrases.h"
#include "doctor/rules.h"

#include <boost/json.hpp>

#include <algorithm>

namespace greensward::doctor {

namespace {

using namespace phrases;

/// What came of a connection before it was one: the TLS handshake, and the first octets.
class LinkRule final : public Rule
{
public:
    void see(const Occurrence& seen, Desk& desk) override
    {
        if (seen.is(trace::Finding::LinkRefused))
            refused(seen, desk);
        else if (seen.is(trace::Finding::LinkWithoutAlpn))
            withoutAlpn(seen, desk);
        else if (seen.event.kind == trace::Kind::LinkOpened && !seen.payload.empty())
            shookHands(std::string(asText(seen.payload)), desk);
    }

private:
    static Card about(const Occurrence& seen, Code code, Confidence confidence, Text sentence, const char* background)
    {
        Card card = cardOf(seen, code, confidence, seen.text("cause") + " " + seen.text("serverName"),
                           std::move(sentence));
        card.background = background;
        card.peer = seen.subject;
        card.rows.push_back({kRowSaw, std::string(seen.detail)});
        card.rows.push_back({kRowFrom, hostOf(seen.subject)});
        card.rows.push_back({kRowPort, std::to_string(seen.number("port"))});
        return card;
    }

    static std::string shown(const Occurrence& seen, const char* member)
    {
        const auto* certificate = seen.evidence.if_contains("certificate");
        return certificate && certificate->is_object() ? textOf(certificate->get_object(), member) : std::string();
    }
    static bool shownFlag(const Occurrence& seen, const char* member)
    {
        const auto* certificate = seen.evidence.if_contains("certificate");
        const auto* value = certificate && certificate->is_object() ? certificate->get_object().if_contains(member)
                                                                    : nullptr;
        return value && value->is_bool() && value->get_bool();
    }

    void refused(const Occurrence& seen, Desk& desk)
    {
        const std::string cause = seen.text("cause");
        const std::string port = std::to_string(seen.number("port"));
        const std::string subject = shown(seen, "subject");
        const auto pem = [&](Confidence confidence, Text sentence) {
            Card card = about(seen, Code::Pem, confidence, std::move(sentence), kBackPem);
            if (!subject.empty()) {
                card.key = "shown " + subject;
                card.rows.push_back({kRowSubject, subject});
                card.rows.push_back({kRowIssuer, shown(seen, "issuer")});
            }
            desk.raise(std::move(card));
        };
        if (cause == "plain-http")
            desk.raise(about(seen, Code::Endpoint, Confidence::Likely, {kHttpAtTls, {port}}, kBackEndpoint));
        else if (cause == "tls-at-plain-port")
            desk.raise(about(seen, Code::Endpoint, Confidence::Likely, {kTlsAtPlain, {port}}, kBackEndpoint));
        else if (cause == "plain-mqtt")
            desk.raise(about(seen, Code::Port, Confidence::Certain, {kPlainAtTls, {port}}, kBackPort));
        else if (cause == "alpn")
            strangeAlpn(seen, port, desk);
        else if (cause == "no-certificate")
            pem(Confidence::Likely, {kNothingShown, {port}});
        else if (cause == "unknown-authority" || cause == "wrong-purpose")
            notBelieved(seen, cause, subject, pem);
        else if (cause == "wrong-key")
            pem(Confidence::Certain, {kWrongKey, {subject}});
        else if (cause == "expired" || cause == "not-yet-valid")
            outOfTime(seen, cause == "expired", subject, desk);
        else if (cause == "says-expired")
            serverOutOfTime(seen, desk);
        else if (cause == "authority-not-trusted" || cause == "certificate-not-accepted")
            serverNotAccepted(seen, cause == "authority-not-trusted", desk);
    }

    template<typename Pem>
    static void notBelieved(const Occurrence& seen, const std::string& cause, const std::string& subject, Pem pem)
    {
        if (shownFlag(seen, "ca"))
            pem(Confidence::Certain, Text{kShowsAuthority, {subject}});
        else if (cause == "wrong-purpose")
            pem(Confidence::Certain, Text{kWrongPurpose, {subject}});
        else if (shownFlag(seen, "selfSigned"))
            pem(Confidence::Certain, Text{kSelfSigned, {subject}});
        else
            pem(Confidence::Certain, Text{kStrangeIssuer, {subject, shown(seen, "issuer")}});
    }

    static void strangeAlpn(const Occurrence& seen, const std::string& port, Desk& desk)
    {
        const std::string offered = joined(seen.texts("alpn"));
        Card card = about(seen, Code::Port, Confidence::Certain, {kStrangeAlpn, {offered, port}}, kBackPort);
        card.rows.push_back({kRowOffered, offered, Row::Mark::No});
        card.rows.push_back({kRowSpoken, "x-amzn-mqtt-ca, mqtt"});
        card.fixes.push_back({Fix::Act::Copy, kFixAlpn, {}, "x-amzn-mqtt-ca"});
        desk.raise(std::move(card));
    }

    static void withoutAlpn(const Occurrence& seen, Desk& desk)
    {
        const std::string port = std::to_string(seen.number("port"));
        Card card = cardOf(seen, Code::Port, Confidence::Check, "without", {kNoAlpn, {port}});
        card.background = kBackPort;
        card.peer = seen.subject;
        card.rows.push_back({kRowFrom, hostOf(seen.subject)});
        card.rows.push_back({kRowPort, port});
        card.fixes.push_back({Fix::Act::Copy, kFixAlpn, {}, "x-amzn-mqtt-ca"});
        desk.raise(std::move(card));
    }

    static void outOfTime(const Occurrence& seen, bool over, const std::string& subject, Desk& desk)
    {
        Card card = about(seen, Code::Clock, over ? Confidence::Certain : Confidence::Likely,
                          {over ? kCertificateOver : kCertificateEarly, {subject}}, kBackClock);
        card.key = "shown " + subject;
        card.rows.push_back({kRowValid, shown(seen, "from") + " – " + shown(seen, "until"), Row::Mark::No});
        card.rows.push_back({kRowClockHere, toIso8601(seen.event.time)});
        card.fixes.push_back({Fix::Act::Copy, kFixClock, {}, "sudo timedatectl set-ntp true"});
        desk.raise(std::move(card));
    }

    static void serverOutOfTime(const Occurrence& seen, Desk& desk)
    {
        Card card = about(seen, Code::Clock, Confidence::Likely, kServerLooksOver, kBackClock);
        card.rows.push_back({kRowValid, seen.text("from") + " – " + seen.text("until")});
        card.rows.push_back({kRowClockHere, toIso8601(seen.event.time)});
        card.fixes.push_back({Fix::Act::Copy, kFixClock, {}, "sudo timedatectl set-ntp true"});
        desk.raise(std::move(card));
    }

    static void serverNotAccepted(const Occurrence& seen, bool authority, Desk& desk)
    {
        const std::string asked = seen.text("serverName");
        const auto names = seen.texts("names");
        if (asked.empty() || seen.flag("covered")) {
            const bool unnamed = asked.empty() && !authority;
            Card card = authority ? about(seen, Code::Pem, Confidence::Likely, kRootNotTrusted, kBackPem)
                        : unnamed ? about(seen, Code::Endpoint, Confidence::Check, kNoName, kBackEndpoint)
                                  : about(seen, Code::Pem, Confidence::Check, {kServerNotAccepted, {asked}}, kBackPem);
            if (unnamed)
                card.rows.push_back({kRowNames, joined(names)});
            return desk.raise(std::move(card));
        }
        const bool old = asked.find(".iot.") != std::string::npos && asked.find("-ats.") == std::string::npos;
        Card card = about(seen, Code::Endpoint, Confidence::Certain,
                          {asked.starts_with("arn")     ? kArnAsName
                           : old                        ? kOldName
                                                        : kWrongName,
                           {asked, joined(names)}},
                          kBackEndpoint);
        card.rows.push_back({kRowAskedFor, asked, Row::Mark::No});
        card.rows.push_back({kRowNames, joined(names, 8), Row::Mark::Yes});
        if (!names.empty())
            card.fixes.push_back({Fix::Act::Copy, kFixCopyName, {}, names.front()});
        desk.raise(std::move(card));
    }

    /// A certificate that was not believed before is now.
    static void shookHands(const std::string& subject, Desk& desk)
    {
        desk.resolve(Code::Pem, "shown " + subject);
        desk.resolve(Code::Clock, "shown " + subject);
    }
};

} // namespace

std::unique_ptr<Rule> linkRule()
{
    return std::make_unique<LinkRule>();
}

} // namespace greensward::doctor
