// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background_worker.h"
#include "app/engine.h"
#include "app/memory_transport.h"
#include "ui/models/outside_port.h"

#include <memory>

namespace greensward::app {

/// The window's way to the telephone's page and to kits for real devices. Goes before the engine is stopped.
class OutsideDoor final : public ui::OutsidePort
{
public:
    explicit OutsideDoor(Engine& engine);

    Phone phone() const override;
    std::unique_ptr<ui::PhonePort> openPhone() override;
    std::optional<ui::QrModules> qrCode(const std::string& text) const override;
    Reach reach() const override;
    void makeKit(const std::string& thing, const std::string& file,
                 std::function<void(const std::string& problem)> done) override;

private:
    Engine& m_engine;
    const Whereabouts m_at;
    Home m_home;
    std::shared_ptr<bool> m_open = std::make_shared<bool>(true);
    BackgroundWorker m_worker;
};

} // namespace greensward::app
