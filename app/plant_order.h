// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

/// A gas turbine as its group is to have it.
struct PlantPlan
{
    struct Member
    {
        std::string name; ///< "gt-1-inlet"
        std::string sensor; ///< "inlet", the last level of its topic; empty for the core
        std::string thingArn;
        std::string certificateArn;
    };
    std::string plant; ///< "gt-1", the core's name as well
    Member core;
    std::vector<Member> sensors;
    std::string package;  ///< of the function, a zip
    std::string readings; ///< folder of its database
};

/// Puts a gas turbine's group together over the APIs, as a person would, and deploys it: service role, function,
/// definitions, group, deployment. What is there already (roles, the function: its newest version) is used. One thread,
/// that of the API; keeps itself alive until it is done.
class PlantOrder : public std::enable_shared_from_this<PlantOrder>
{
public:
    static constexpr const char* kFunction = "filter-maintenance";
    using Done = std::function<void(std::string problem)>; ///< empty: the core has been told to fetch its group

    /// api outlives it.
    PlantOrder(client::Api& api, PlantPlan plan, Done done) : m_api(api), m_plan(std::move(plan)), m_done(std::move(done))
    {}
    void start();

private:
    using Next = std::function<void(const client::Answer&)>;

    /// An error other than this code ends it.
    void call(client::Call call, Next next, std::string allowed = {});
    void iam(const std::string& action, Next next, std::string allowed = {});
    void makeServiceRole();
    void findFunction();
    void makeFunction();
    void defineFunction(const std::string& arn);
    void define(std::size_t kind);
    void makeGroup();
    void deploy(const client::Answer& group);

    struct Definition
    {
        std::string kind;   ///< "cores"
        std::string member; ///< "CoreDefinitionVersionArn" of a group version
        std::string body;
        std::string versionArn;
    };

    client::Api& m_api;
    PlantPlan m_plan;
    Done m_done;
    std::vector<Definition> m_definitions;
};

} // namespace greensward::app
