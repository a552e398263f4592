// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "client/api.h"

#include <functional>
#include <memory>
#include <string>

namespace greensward::app {

/// What Cognito gives to somebody who is nobody in particular: an identity of a pool, and temporary credentials for it.
/// Neither call is signed. One thread; nothing is called after it is gone.
class GuestPass
{
public:
    /// The error is the answer that says no.
    template<typename T>
    using Given = std::function<void(tl::expected<T, client::Answer>)>;

    /// transport and clock must outlive it. host: of the endpoint, as the Host field says it.
    GuestPass(client::Transport& transport, const Clock& clock, std::string host);

    void identity(const std::string& pool, Given<std::string> given);
    void credentials(const std::string& identity, Given<aws::Credential> given);

private:
    void call(const char* operation, const char* name, const std::string& value, client::Api::Answered answered);

    client::Api m_api;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true);
};

/// The operation of Cognito's identity pools, as it goes over the wire.
client::Call cognitoCall(std::string_view operation, std::string body);

} // namespace greensward::app
