// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billing/meter.h"
#include "cloud/api_front.h"
#include "cloud/caller_authorization.h"
#include "cloud/device_gatekeeper.h"
#include "cloud/functions.h"
#include "cloud/greengrass.h"
#include "cloud/iam.h"
#include "cloud/identity_pools.h"
#include "cloud/identity_tokens.h"
#include "cloud/lambda_logs.h"
#include "cloud/lifecycle.h"
#include "cloud/log_groups.h"
#include "cloud/role_aliases.h"
#include "shadow/durable_shadow_store.h"

#include <functional>
#include <memory>
#include <string>

namespace greensward::cloud {

/// The built-in cloud of a workspace: account, registry, certificates, policies, IAM and temporary credentials, shadows
/// and the API front, beside the device gateway's broker. It is the broker's gatekeeper and observer. Engine thread.
///
/// Made before the broker, whose gatekeeper it is; attach() joins the two.
class Cloud
{
public:
    struct Settings
    {
        Account account{};
        bool asIn2017 = false;
        bool strict = false; ///< AWS's own rules at the gateway; false: a complete MQTT server
    };
    struct Parts
    {
        const Clock& clock;
        trace::Recorder& recorder;
        store::Writer* writer = nullptr; ///< null: nothing outlives the process
        const pki::CertificateAuthority& authority;
        aws::OctetSource octets; ///< unpredictable: keys are made of them
        Background background;
        /// Runs later on the engine thread, never from inside the call.
        std::function<void(std::function<void()>)> post;
        /// Authorities whose devices may shake hands, beside the workspace's own, as PEM.
        std::function<void(const std::string& pem)> trustAlso = [](const std::string&) {};
        lambda::Workers* workers = nullptr;   ///< null: functions are kept, but none is run
        std::filesystem::path functions = {}; ///< for their unpacked code
    };
    Cloud(Parts parts, Settings settings);
    ~Cloud();

    /// What an earlier run kept. Waits for the disk.
    Result<void> load();

    DeviceGatekeeper& gatekeeper() { return m_gatekeeper; }
    mqtt::BrokerObserver& observer();
    /// wake: to be called after the broker was fed.
    void attach(mqtt::Broker& broker, std::function<void()> wake);
    /// The store has made everything up to this ticket safe.
    void committed(store::Ticket upTo);
    /// Now and then, a minute is often enough; what the meter has counted is kept by it.
    void advance();
    /// Keeps what the meter has counted, if there is something new.
    void keepMeter();
    /// Keeps the meter, and what functions have printed. For the end.
    void keepAll();

    ApiFront& front() { return *m_front; }
    Keyring& keyring() { return m_keyring; }
    const IdentityPools& identityPools() const { return m_pools; }
    Things& things() { return m_things; }
    Certificates& certificates() { return m_certificates; }
    IotPolicies& policies() { return m_policies; }
    const Authorization& authorization() const { return m_authorization; }
    shadow::ShadowService& shadows() { return m_shadows; }
    billing::Meter& meter() { return m_meter; }
    Functions& functions() { return m_functions; }
    Greengrass& greengrass() { return m_greengrass; }
    const lambda::InvocationLog& invocations() const { return m_lambda.invocations(); }
    const Account& account() const { return m_settings.account; }
    void setEndpoints(const Endpoints& endpoints);

    /// A device of the workspace's own: registered, ACTIVE, a thing of that name, with the workspace's policy for them.
    /// A thing that is there already is left as it is.
    aws::ApiResult<void> enrol(const std::string& name, const pki::Certificate& certificate);
    /// The same for a Greengrass core of the workspace's own, which has the policy for cores.
    aws::ApiResult<void> enrolCore(const std::string& name, const pki::Certificate& certificate);

private:
    class Observer;
    aws::ApiResult<void> enrolUnder(const std::string& policy, const std::string& name,
                                    const pki::Certificate& certificate);
    void requestShadow(const mqtt::TappedMessage& message);
    void publishShadowMessages();
    /// Writes into the classic shadow of a (pseudo) thing.
    void desire(const std::string& thing, const boost::json::object& desired);
    bool desires(const std::string& thing, const boost::json::object& desired) const;
    void publishLifecycle();
    void firstSeen(const mqtt::Peer& peer);
    void certificateChanged(const std::string& id);
    void tellAuthorities();
    store::StoreResult<void> loadMeter();

    Parts m_parts;
    Settings m_settings;
    ItemStore m_items;
    billing::Meter m_meter;
    std::uint64_t m_meterKept = 0; ///< its changes() when it was kept last
    Things m_things;
    Certificates m_certificates;
    IotPolicies m_policies;
    Authorization m_authorization;
    Iam m_iam;
    RoleAliases m_roleAliases;
    IdentityPools m_pools;
    IdentityTokens m_tokens;
    Keyring m_keyring;
    CallerAuthorization m_callers;
    std::unique_ptr<shadow::DurableShadowStore> m_shadowStore;
    shadow::ShadowService m_shadows;
    DeviceGatekeeper m_gatekeeper;
    Lifecycle m_lifecycle;
    std::unique_ptr<Observer> m_observer;
    FleetIndex m_index;
    IotService m_iot;
    StsService m_sts;
    IamService m_iamCalls;
    CognitoIdentityService m_cognito;
    Functions m_functions;
    LogGroups m_logGroups;
    LambdaLogs m_lambdaLogs;
    LogsService m_logs;
    LambdaService m_lambda;
    Greengrass m_greengrass;
    GreengrassService m_greengrassCalls;
    GreengrassCoreService m_cores;
    std::unique_ptr<IotDataService> m_data;
    std::unique_ptr<ApiFront> m_front;
    mqtt::Broker* m_broker = nullptr;
    std::function<void()> m_wake;
};

} // namespace greensward::cloud
