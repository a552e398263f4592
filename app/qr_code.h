// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace greensward::app {

/// A QR code (ISO/IEC 18004) as a square of modules, without the quiet zone of four modules that belongs around it.
class QrCode
{
public:
    /// The smallest that holds the text, which a camera reads though 15 % of it are damaged (level M). At most 2331
    /// octets; an error beyond.
    static Result<QrCode> of(const std::string& text);

    int side() const { return m_side; }
    bool isDark(int row, int column) const { return m_dark[static_cast<std::size_t>(row * m_side + column)]; }

    /// For a terminal: two modules a character, black on white whatever the terminal's colours are, with its quiet zone.
    std::string terminalText() const;

private:
    QrCode(int side, std::vector<bool> dark) : m_side(side), m_dark(std::move(dark)) {}

    int m_side = 0;
    std::vector<bool> m_dark;
};

} // namespace greensward::app
