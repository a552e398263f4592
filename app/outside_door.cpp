// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside_door.h"

#include "app/open_addresses.h"
#include "app/phone_addresses.h"
#include "app/phone_client.h"
#include "app/pi_kit_making.h"
#include "app/qr_code.h"
#include "app/shell_text.h"
#include "net/local_addresses.h"

#include <fmt/format.h>

namespace greensward::app {

OutsideDoor::OutsideDoor(Engine& engine) : m_engine(engine), m_at(engine.whereabouts()), m_home(qtHome()) {}

OutsideDoor::Phone OutsideDoor::phone() const
{
    PhoneAddresses found = phoneAddresses(m_at, net::localAddresses());
    return {.urls = std::move(found.urls), .onlyHere = found.onlyHere};
}

std::unique_ptr<ui::PhonePort> OutsideDoor::openPhone()
{
    return std::make_unique<PhoneClient>(m_engine);
}

std::optional<ui::QrModules> OutsideDoor::qrCode(const std::string& text) const
{
    const auto code = QrCode::of(text);
    if (!code)
        return std::nullopt;
    ui::QrModules modules{.side = code->side(), .dark = {}};
    for (int row = 0; row < code->side(); ++row)
        for (int column = 0; column < code->side(); ++column)
            modules.dark.push_back(code->isDark(row, column));
    return modules;
}

OutsideDoor::Reach OutsideDoor::reach() const
{
    Reach reach{.hosts = hostsFor(m_at.listen),
                .port = m_at.ports.mqtts,
                .listen = m_at.listen,
                .onlyHere = isLoopback(m_at.listen),
                .certified = true,
                .command = fmt::format("greensward --listen 0.0.0.0 --data-dir {}", shellWord(m_at.directory.string()))};
    reach.certified = isCertifiedFor(m_at.directory, reach.hosts);
    return reach;
}

void OutsideDoor::makeKit(const std::string& thing, const std::string& file,
                          std::function<void(const std::string& problem)> done)
{
    const KitOrder order{.thing = thing, .out = file, .hosts = hostsFor(m_at.listen), .ports = m_at.ports};
    m_worker.add([at = m_at, order, home = m_home, open = std::weak_ptr<bool>(m_open), done = std::move(done)] {
        const auto made = app::makeKit(at, order);
        home([open, done, problem = made ? std::string() : made.error().message] {
            if (!open.expired())
                done(problem);
        });
    });
}

} // namespace greensward::app
