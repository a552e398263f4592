// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace greensward::app {

namespace {

constexpr int kQuietZone = 4;
constexpr std::string_view kBlackOnWhite = "\033[30;107m";
constexpr std::string_view kAsBefore = "\033[0m";

} // namespace

Result<QrCode> QrCode::of(const std::string& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!made)
        return failure("this is too long for a QR code");
    std::vector<bool> dark;
    dark.reserve(static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width));
    for (int at = 0; at < made->width * made->width; ++at)
        dark.push_back((made->data[at] & 1) != 0);
    return QrCode(made->width, std::move(dark));
}

std::string QrCode::terminalText() const
{
    const auto dark = [this](int row, int column) {
        return row >= 0 && row < m_side && column >= 0 && column < m_side && isDark(row, column);
    };
    std::string text;
    for (int row = -kQuietZone; row < m_side + kQuietZone; row += 2) {
        text += kBlackOnWhite;
        for (int column = -kQuietZone; column < m_side + kQuietZone; ++column) {
            const bool upper = dark(row, column);
            const bool lower = dark(row + 1, column);
            text += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        text += kAsBefore;
        text += '\n';
    }
    return text;
}

} // namespace greensward::app
