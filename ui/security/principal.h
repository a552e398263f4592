// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluate.h"
#include "ui/models/account_entries.h"
#include "ui/models/account_reader.h"

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::ui {

/// A policy that counts for a principal.
struct AttachedPolicy
{
    PolicyEntry entry;
    std::string group;    ///< it is attached to this thing group; empty: to the certificate itself
    std::string version;  ///< that counts
    std::string document; ///< as written
    std::shared_ptr<const policy::Policy> parsed{}; ///< null while unread, or when it is none
    std::string problem{};                          ///< why it could not be read
};

/// A certificate as the policies see it when it speaks as some client (greengrass-and-gateway.md 16).
struct Principal
{
    CertificateEntry certificate;
    std::string problem; ///< why the certificate could not be described; empty otherwise
    std::string clientId;
    std::string address; ///< it came from, without the port; empty: unknown
    std::vector<AttachedPolicy> policies;
    std::vector<std::string> things; ///< it is attached to
    std::optional<ThingEntry> thing; ///< whose name is the client id
    bool truncated = false;          ///< there are more things or policies than were read

    bool isAttachedToThing() const;
    policy::Context context() const;
};

/// What is asked of a policy: "iot:Publish" and what stands after "topic/".
struct AccessQuestion
{
    std::string action;
    std::string name;

    /// The ARN in the account of the given one (of a certificate, say).
    std::string resource(const std::string& ownArn) const;
};
/// "topic" for iot:Publish; "thing" for shadows over HTTPS.
std::string_view resourceKind(std::string_view action);

struct Judgement
{
    policy::Decision decision = policy::Decision::ImplicitDeny;
    QString sentence;
    std::string policyName;           ///< of the statement that decided; empty: none did
    int statement = -1;               ///< its number, from 0
    std::string smallest;             ///< the smallest statement that allows it, as JSON
    std::vector<std::string> missing; ///< variables and keys that were asked for and are not defined

    bool allowed() const { return decision == policy::Decision::Allowed; }
};
/// A certificate that is not active is refused whatever its policies say.
Judgement judge(const Principal& principal, const AccessQuestion& question);

/// Reads one principal through the APIs. Bounded.
class PrincipalReader
{
public:
    static constexpr std::size_t kMostThings = 20;
    static constexpr std::size_t kMostPolicies = 50;

    /// done: once, when everything is read.
    PrincipalReader(client::Api* api, std::string certificateArn, std::string clientId, std::function<void()> done);

    const Principal& principal() const { return m_principal; }
    bool isDone() const { return m_done; }

private:
    void describe();
    void readThings();
    void readGroupsOf(const std::string& thing);
    void readPolicies(const std::string& target, const std::string& group);
    void readDocument(const std::string& name);

    std::string m_arn;
    std::function<void()> m_whenDone;
    bool m_done = false;
    Principal m_principal;
    std::vector<std::string> m_groups; ///< looked at already
    AccountReader m_reader;
};

} // namespace greensward::ui
