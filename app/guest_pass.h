// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/credentials.h"
#include "client/api.h"
#include "client/transport.h"

#include <functional>
#include <memory>
#include <string>

namespace greensward::app {

/// What Cognito gives to somebody who is nobody in particular: an identity of a pool, and temporary credentials for it.
/// Neither call is signed. One thread; nothing is called after it is gone.
class GuestPass
{
public:
    struct Refusal
    {
        std::string code;    ///< "NotAuthorizedException"; empty: there was no answer
        std::string problem; ///< one sentence
    };
    template<typename T>
    using Given = std::function<void(tl::expected<T, Refusal>)>;

    /// transport must outlive it. host: of the endpoint, as the Host field says it.
    GuestPass(client::Transport& transport, std::string host);

    void identity(const std::string& pool, Given<std::string> given);
    void credentials(const std::string& identity, Given<aws::Credential> given);

private:
    void call(std::string_view operation, std::string body,
              std::function<void(tl::expected<boost::json::object, Refusal>)> answered);

    client::Transport& m_transport;
    std::string m_host;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true);
};

} // namespace greensward::app
