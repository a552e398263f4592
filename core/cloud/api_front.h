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
#include "cloud/caller_authorization.h"
#include "cloud/denial.h"
#include "cloud/item_store.h"
#include "cloud/keyring.h"
#include "cloud/role_aliases.h"
#include "cloud/services/cognito_identity.h"
#include "cloud/services/greengrass.h"
#include "cloud/services/greengrass_core.h"
#include "cloud/services/iam.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_data.h"
#include "cloud/services/lambda.h"
#include "cloud/services/logs.h"
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
/// certificate, asks the policies (the account itself may do everything), lets the service answer and sends that once what it promises is kept. An operation
/// that is not built answers AWS's own error. Each request is recorded as one event. Engine thread.
class ApiFront
{
public:
    struct Parts
    {
        const Clock& clock;
        trace::Recorder& recorder;
        const Account& account;
        Keyring& keyring;
        const RoleAliases& roleAliases;
        const Authorization& authorization;
        const CallerAuthorization& callers;
        ItemStore& store;
        IotService& iot;
        IotDataService& data;
        billing::Meter& meter;
        StsService& sts;
        IamService& iam;
        CognitoIdentityService& cognito;
        LambdaService& lambda;
        LogsService& logs;
        GreengrassService& greengrass;
        GreengrassCoreService& cores;
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
        bool fromPage = false; ///< a browser asks for a page of another origin, and the service lets it read the answer
    };
    struct Held
    {
        store::Ticket ticket = 0;
        Respond respond;
        aws::Response response;
    };

    void signedRequest(Exchange exchange, const aws::Route& route);
    // api_front_devices.cpp
    void deviceRequest(Exchange exchange, aws::Route::Kind kind);
    void lendToDevice(Exchange exchange);
    void askCloudOfCores(Exchange exchange);
    /// What a refusal of a core or device of Greengrass rests on.
    void noteWhyNot(const Exchange& exchange, const GreengrassCoreService::Question& question, std::string_view why);
    void refuseAlias(Exchange& exchange, std::string_view cause, std::string_view role, std::string message,
                     const std::string& why);
    void refuseDevice(Exchange& exchange, const Denial& denial, const Principal* device, const std::string& why);
    /// False when it was refused, and answered.
    bool deviceMay(Exchange& exchange, const Principal& device, std::string_view action, std::string_view resource);
    // api_front.cpp
    void controlPlane(Exchange exchange);
    void dataPlane(Exchange exchange);
    void lambdaPlane(Exchange exchange);
    void greengrassPlane(Exchange exchange); // api_front_greengrass.cpp
    /// Services that are no REST: a form or a JSON body goes in.
    void actionPlane(Exchange exchange, const aws::Route& route);
    /// False when it was refused, and answered, because the caller may not.
    bool mayProceed(Exchange& exchange, const std::vector<AccessNeed>& needs);
    void refuse(Exchange& exchange, aws::ApiError error);
    void send(Exchange& exchange, aws::Response response, store::Ticket ticket);
    void note(Exchange& exchange, unsigned status, std::string_view why);
    void noteEvidence(const Exchange& exchange, trace::Finding finding, std::string_view particulars,
                      std::string_view why);

    Parts m_parts;
    aws::RestTable<std::string> m_iot;
    aws::RestTable<std::string> m_lambda;
    aws::RestTable<std::string> m_greengrass;
    std::deque<Held> m_held; ///< in the order of their tickets, nearly
    store::Ticket m_committed = 0;
};

} // namespace greensward::cloud
