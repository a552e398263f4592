// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::policy {

/// What is known while a request is judged: "iot:ClientId", "aws:SourceIp", "iot:Connection.Thing.Attributes[site]".
/// Keys are compared without case. Built once per connection, read many times.
class Context
{
public:
    /// Replaces what the key held. A key that is not set is undefined: a variable of that name matches nothing.
    void set(std::string_view key, std::string value) { setAll(key, {std::move(value)}); }
    /// Keys of several values, e.g. iot:ConnectAttributes.
    void setAll(std::string_view key, std::vector<std::string> values);
    /// Null when undefined; valid until the context changes.
    const std::vector<std::string>* find(std::string_view key) const;

private:
    std::vector<std::pair<std::string, std::vector<std::string>>> m_entries;
};

/// The question: may this principal do this to that? Views outlive the call.
struct AccessRequest
{
    std::string_view action;   ///< "iot:Publish"
    std::string_view resource; ///< "arn:aws:iot:us-east-1:123456789012:topic/a/b"
    const Context& context;
    /// Of trust and resource policies only: "AWS", "Service", "Federated" and the ARN or name.
    std::string_view principalType{};
    std::string_view principal{};
    /// The same by another name: the role behind a session of it. Either fits.
    std::string_view principalToo{};
};

} // namespace greensward::policy
