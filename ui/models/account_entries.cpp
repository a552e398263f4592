// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/account_entries.h"

#include "aws/arn.h"
#include "pki/certificate.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <chrono>

namespace greensward::ui {

namespace json = boost::json;

namespace {

WallTime timeMember(const json::value& value, std::string_view member)
{
    const json::object* object = value.if_object();
    const json::value* found = object ? object->if_contains(member) : nullptr;
    if (!found || !found->is_number())
        return {};
    const std::chrono::duration<double> seconds(found->to_number<double>());
    return WallTime(std::chrono::duration_cast<WallTime::duration>(seconds));
}

} // namespace

std::string textMember(const json::value& value, std::string_view member)
{
    const json::object* object = value.if_object();
    const json::value* found = object ? object->if_contains(member) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::optional<CertificateFacts> certificateFacts(const std::string& pem)
{
    const auto parsed = pki::Certificate::fromPem(pem);
    if (!parsed)
        return std::nullopt;
    const pki::Validity validity = parsed->validity();
    return CertificateFacts{.pem = pem,
                            .subject = parsed->subject(),
                            .issuer = parsed->issuer(),
                            .commonName = parsed->commonName(),
                            .serial = parsed->serial(),
                            .notBefore = validity.notBefore,
                            .notAfter = validity.notAfter};
}

ThingEntry thingEntry(const json::value& value)
{
    ThingEntry entry{.name = textMember(value, "thingName"),
                     .arn = textMember(value, "thingArn"),
                     .type = textMember(value, "thingTypeName"),
                     .attributes = {}};
    const json::object* object = value.if_object();
    const json::value* attributes = object ? object->if_contains("attributes") : nullptr;
    if (attributes && attributes->is_object())
        for (const auto& pair : attributes->get_object())
            if (pair.value().is_string())
                entry.attributes.emplace_back(pair.key(), std::string(pair.value().get_string()));
    return entry;
}

CertificateEntry certificateEntry(const json::value& value)
{
    CertificateEntry entry{.id = textMember(value, "certificateId"),
                           .arn = textMember(value, "certificateArn"),
                           .status = textMember(value, "status"),
                           .created = timeMember(value, "creationDate"),
                           .authorityId = textMember(value, "caCertificateId"),
                           .facts = {}};
    if (const std::string pem = textMember(value, "certificatePem"); !pem.empty())
        entry.facts = certificateFacts(pem);
    return entry;
}

AuthorityEntry authorityEntry(const json::value& value)
{
    AuthorityEntry entry{.id = textMember(value, "certificateId"),
                         .arn = textMember(value, "certificateArn"),
                         .status = textMember(value, "status"),
                         .autoRegistration = textMember(value, "autoRegistrationStatus") == "ENABLE",
                         .facts = {}};
    if (const std::string pem = textMember(value, "certificatePem"); !pem.empty())
        entry.facts = certificateFacts(pem);
    return entry;
}

PolicyEntry policyEntry(const json::value& value)
{
    return {.name = textMember(value, "policyName"), .arn = textMember(value, "policyArn")};
}

std::string certificateIdOf(const std::string& arn)
{
    const auto parsed = aws::Arn::parse(arn);
    return parsed && parsed->service == "iot" && parsed->type() == "cert" ? std::string(parsed->name()) : std::string();
}

} // namespace greensward::ui
