// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::ui {

class PhonePort;

/// A QR code without the quiet zone of four modules that belongs around it.
struct QrModules
{
    int side = 0;
    std::vector<bool> dark; ///< row by row
};

/// How telephones and real hardware come into this workspace. The window's thread.
class OutsidePort
{
public:
    virtual ~OutsidePort() = default;

    struct Phone
    {
        std::vector<std::string> urls; ///< of the telephone's page, the likeliest first; never empty
        bool onlyHere = false;         ///< no other machine gets in
    };
    virtual Phone phone() const = 0;
    /// A telephone inside this window; it goes before this port does.
    virtual std::unique_ptr<PhonePort> openPhone() = 0;
    /// Nothing for a text that is too long.
    virtual std::optional<QrModules> qrCode(const std::string& text) const = 0;

    struct Reach
    {
        std::vector<std::string> hosts; ///< where devices are to look for this machine, in this order; may be empty
        int port = 0;                   ///< MQTT over TLS
        std::string listen;             ///< "127.0.0.1"
        bool onlyHere = false;          ///< no other machine gets in as the workspace was started
        bool certified = true;          ///< the server's certificate is for all of the hosts; a restart makes it so
        std::string command;            ///< that lets other machines in
    };
    virtual Reach reach() const = 0;
    /// A zip file that makes another machine the thing. done: once, with why not; empty when it is written. It may
    /// take a second; not called when this port goes before.
    virtual void makeKit(const std::string& thing, const std::string& file,
                         std::function<void(const std::string& problem)> done) = 0;
};

} // namespace greensward::ui
