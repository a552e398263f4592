// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core_world.h"
#include "lambda/process_workers.h"
#include "simulator/link_maker.h"

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greensward::edge::test {

/// Octets and messages of payloads.
struct Volume
{
    std::uint64_t messages = 0;
    std::uint64_t octets = 0;
    void add(std::size_t size)
    {
        ++messages;
        octets += size;
    }
};

/// A gas turbine's core with its cloud: a real edge::Core, its function in a real process, links in memory.
class TurbineSite
{
public:
    struct Settings
    {
        std::filesystem::path function; ///< the unpacked package
        std::filesystem::path runtime;  ///< resources/python
        std::filesystem::path folder;   ///< of this site's database
        std::function<void(std::function<void()>)> post;
    };
    TurbineSite(int its, const Clock& clock, Settings settings);
    ~TurbineSite();

    /// The group is deployed and the function's process begins; in virtual time.
    void deploy();
    /// What the cloud says to the cleaning gear.
    void clean(std::int64_t cleanings);
    std::filesystem::path database() const { return m_settings.folder / "readings-core.sqlite"; }
    std::string name() const { return "gt-" + std::to_string(number); }
    /// Of the database. Nothing else may write there any more.
    std::uint64_t kept() const;

    int number;
    CoreWorld world;
    Volume local; ///< what the sensors sent
    Volume up;    ///< what came to the cloud
    std::map<std::uint64_t, std::uint64_t> hours; ///< messages of the sensors, by hour since 1970 as they tell the time
    std::vector<boost::json::object> summaries;
    std::vector<boost::json::object> requests;
    std::vector<std::string> problems;       ///< what should not have been
    std::function<void(TurbineSite&)> asked; ///< a request came

private:
    void said(std::string_view report);
    void arrive(std::string_view topic, std::string_view payload);
    GroupText group() const;

    Settings m_settings;
    std::uint64_t m_latest = 0; ///< timestamp of the sensors, ms
    std::unique_ptr<lambda::Processes> m_processes;
};

/// Links of a plant's sensors to their core.
class SiteLinks final : public simulator::LinkMaker
{
public:
    explicit SiteLinks(TurbineSite& site) : m_site(site) {}
    void open(const std::string& deviceId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;
    bool realTls() const override { return false; }

private:
    TurbineSite& m_site;
};

} // namespace greensward::edge::test
