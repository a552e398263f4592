// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/transport.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace greensward::edge {

/// What the cloud answered; status 0: nothing came back, and body says why.
struct CloudAnswer
{
    unsigned status = 0;
    std::string body{};
    bool ok() const { return status >= 200 && status < 300; }
    /// Worth another try, later.
    bool isPassing() const { return status == 0 || status == 429 || status >= 500; }
    /// For people: the service's own message where there is one.
    std::string problem() const;
};
using Answered = std::function<void(const CloudAnswer&)>;

/// What a core asks of the cloud over HTTPS, with its certificate: the private operations of Greengrass and the shadows
/// of its group (greengrass-and-gateway 3.8, 9.3). Answers come later, on the same thread, and never once this has
/// gone.
class CloudCalls
{
public:
    struct Parts
    {
        client::Transport& greengrass; ///< ggHost
        client::Transport& data;       ///< iotHost
        std::string greengrassHost;    ///< of the Host field
        std::string dataHost;
        std::string core; ///< thing ARN
        /// After each answer: there may be something to do.
        std::function<void()> stirred = [] {};
    };
    explicit CloudCalls(Parts parts) : m_parts(std::move(parts)) {}

    void deployment(const std::string& group, const std::string& deployment, Answered answered);
    /// The zip of a function, by its resolved ARN.
    void artifact(const std::string& group, const std::string& deployment, const std::string& function,
                  Answered answered);
    /// status: "InProgress", "Success", "Failure"; why of the last.
    void report(const std::string& group, const std::string& deployment, std::string_view status, std::string_view why,
                Answered answered);
    void serverCertificate(const std::string& group, std::string_view requestPem, std::span<const std::string> names,
                           Answered answered);
    /// How the certificates of the group's devices stand now.
    void memberStatuses(const std::string& group, Answered answered);
    void connectivity(Answered answered);
    /// body as the public operation has it.
    void tellConnectivity(std::string body, Answered answered);
    void credentials(const std::string& group, Answered answered);

    void shadow(const std::string& thing, Answered answered);
    void updateShadow(const std::string& thing, std::string body, Answered answered);
    void deleteShadow(const std::string& thing, Answered answered);

private:
    void send(client::Transport& transport, const std::string& host, std::string method, std::string target,
              std::string body, Answered answered);
    void ask(std::string method, std::string target, std::string body, Answered answered)
    {
        send(m_parts.greengrass, m_parts.greengrassHost, std::move(method), std::move(target), std::move(body),
             std::move(answered));
    }
    std::string thingName() const;

    Parts m_parts;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::edge
