// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"
#include "aws/caller.h"
#include "aws/http.h"
#include "base/clock.h"
#include "base/random.h"
#include "billing/meter.h"
#include "cloud/account.h"
#include "mqtt/broker.h"
#include "shadow/service.h"
#include "store/writer.h"

#include <functional>
#include <string>

namespace greensward::cloud {

/// A response, and the write it promises: to be sent once that is committed (0: at once).
struct HeldResponse
{
    aws::Response response{};
    store::Ticket waitsFor = 0;
};

/// The IoT data plane over HTTP (wire-protocols.md 5.4): publish, shadows, retained messages; for callers who signed
/// and for devices with a certificate alike. Whether they may is the front's to ask before. Engine thread.
class IotDataService
{
public:
    struct Parts
    {
        const Account& account;
        const Clock& clock;
        mqtt::Broker& broker;
        shadow::ShadowService& shadows;
        billing::Meter& meter;
        std::function<void()> wake; ///< the broker was fed
        Random random;
        bool retained = true; ///< false: as in 2017, before retained messages
    };
    explicit IotDataService(Parts parts) : m_parts(std::move(parts)) {}

    /// What is asked of whom, for the policies; nothing when the request is none of this service.
    struct Question
    {
        std::string operation; ///< "Publish"
        std::string action;    ///< "iot:Publish"
        std::string resource;  ///< an ARN
        /// A second action that is needed, too: "iot:RetainPublish"; empty without.
        std::string also;
    };
    std::optional<Question> question(const aws::Request& request) const;

    /// request: one that question() knows.
    HeldResponse handle(const aws::Request& request, const aws::Caller& caller, trace::EventId event);

private:
    HeldResponse publish(const aws::Request& request, const aws::Caller& caller, trace::EventId event);
    HeldResponse shadow(const aws::Request& request, const aws::Caller& caller, trace::EventId event);
    HeldResponse retainedMessage(const aws::Request& request);
    HeldResponse retainedMessages(const aws::Request& request);

    Parts m_parts;
};

} // namespace greensward::cloud
