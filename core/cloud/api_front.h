// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/answer.h"
#include "aws/http.h"
#include "aws/routing.h"
#include "aws/uri_template.h"
#include "base/random.h"
#include "billing/meter.h"
#include "cloud/authorization.h"
#include "cloud/item_store.h"
#include "cloud/keyring.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_data.h"
#include "cloud/services/sts.h"
#include "trace/finding.h"
#include "trace/recorder.h"

#include <deque>
#include <functional>
#include <string_view>

namespace greensward::cloud {

/// Sends the answer to a request: once, now or later, on the engine thread.
using Respond = std::function<void(aws::Response)>;

/// The one API endpoint of the account (design.md 4.3): finds the service, checks the signature or the client
/// certificate, asks the policies, lets the service answer and sends that once what it promises is kept. An operation
/// that is not built answers AWS's own error. Each request is recorded as one event. Engine thread.
class ApiFront
{
public:
    struct Parts
    {
        const Clock& clock;
        trace::Recorder& recorder;
        const Account& account;
        const Keyring& keyring;
        const Authorization& authorization;
        ItemStore& store;
        IotService& iot;
        IotDataService& data;
        billing::Meter& meter;
        StsService& sts;
        Random random; ///< for request ids
    };
    explicit ApiFront(Parts parts);

    void handle(aws::Request request, Respond respond);
    /// The store has made everything up to this ticket safe.
    void committed(store::Ticket upTo);

    /// Who signed this request for an MQTT WebSocket, or why nobody did (section 3.3).
    tl::expected<aws::Caller, aws::SignatureRefusal> webSocketCaller(const aws::Request& request) const;

private:
    struct Exchange
    {
        aws::Request request;
        Respond respond;
        aws::AnswerForm form;
        std::string operation; ///< "iot CreateThing", as recorded
        aws::Caller caller;
        trace::EventId event = 0;
    };
    struct Held
    {
        store::Ticket ticket = 0;
        Respond respond;
        aws::Response response;
    };

    void signedRequest(Exchange exchange, const aws::Route& route);
    void deviceRequest(Exchange exchange);
    void controlPlane(Exchange exchange);
    void dataPlane(Exchange exchange);
    void security(Exchange exchange, const aws::Route& route);
    void refuse(Exchange& exchange, aws::ApiError error);
    void send(Exchange& exchange, aws::Response response, store::Ticket ticket);
    void note(Exchange& exchange, unsigned status, std::string_view why);
    void noteEvidence(const Exchange& exchange, trace::Finding finding, std::string_view particulars,
                      std::string_view why);

    Parts m_parts;
    aws::RestTable<std::string> m_iot;
    std::deque<Held> m_held; ///< in the order of their tickets, nearly
    store::Ticket m_committed = 0;
};

} // namespace greensward::cloud
