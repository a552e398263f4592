// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_client.h"
#include "app/memory_transport.h"
#include "labs/action.h"

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace greensward::app {

/// Does what a lab does for a person: plays clients, switches devices, injects faults, runs scripts. Belongs to its
/// home; clients and devices live on the loop's thread.
class LabHands final : public labs::Hands
{
public:
    struct Parts
    {
        net::EventLoop& loop; ///< runs in a thread of its own
        const Clock& clock;
        std::string host{}; ///< of the device gateway
        std::uint16_t port = 0;
        std::uint16_t httpsPort = 0; ///< of discovery
        std::string trustedPem{};
        std::filesystem::path directory{}; ///< of the workspace
        Engine* engine = nullptr; ///< null: it runs in another process
        std::string shellLines{}; ///< that point a shell at the workspace
        Home home{};
    };
    explicit LabHands(Parts parts);
    ~LabHands() override;

    void perform(const labs::Action& action, const std::string& folder, Done done) override;
    void letGo() override;
    std::string whyNot(const labs::Action& action) const override;

private:
    class Floor;
    void runScript(const std::string& file, Done done);
    void switchCore(const labs::Action& action, Done done);
    /// Work for the loop's thread; waits for it.
    void onLoop(const std::function<void()>& work);

    Parts m_parts;
    std::unique_ptr<Floor> m_floor; ///< loop thread
    std::vector<std::thread> m_scripts;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true);
};

} // namespace greensward::app
