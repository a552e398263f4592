// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/web_socket.h"

#include <algorithm>

namespace greensward::net {

namespace {

constexpr std::uint8_t kFinal = 0x80;
constexpr std::uint8_t kReserved = 0x70;
constexpr std::uint8_t kMasked = 0x80;

using Step = WebSocketFrames::Step;

Step violation(WebSocketCode code, std::string why)
{
    return {.what = Step::What::Violation, .code = code, .why = std::move(why)};
}

/// Octets of a header whose first two are known: lengths of 2 or 8 more octets (RFC 6455 5.2), then the mask.
std::size_t headerLength(std::uint8_t second)
{
    const std::uint8_t length = second & 0x7f;
    const std::size_t extended = length == 126 ? 2u : length == 127 ? 8u : 0u;
    return 2 + extended + ((second & kMasked) != 0 ? 4u : 0u);
}

/// Codes that an endpoint may send (RFC 6455 7.4).
bool isSendable(std::uint16_t code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006) ||
           (code >= 3000 && code <= 4999);
}

} // namespace

Step WebSocketFrames::next(std::span<std::uint8_t>& bytes)
{
    while (true) {
        if (!m_inFrame) {
            if (!readHeader(bytes))
                return {};
            if (Step step = beginFrame(); step.what != Step::What::NeedMore)
                return step;
        }
        const bool isControl = static_cast<std::uint8_t>(m_opcode) >= 8;
        if (m_left > 0 && bytes.empty())
            return {};
        Step step = isControl ? control(bytes) : payload(bytes);
        if (step.what != Step::What::NeedMore)
            return step;
    }
}

bool WebSocketFrames::readHeader(std::span<std::uint8_t>& bytes)
{
    while (m_headerSize < 2 || m_headerSize < headerLength(m_header[1])) {
        if (bytes.empty())
            return false;
        m_header[m_headerSize++] = bytes.front();
        bytes = bytes.subspan(1);
    }
    return true;
}

Step WebSocketFrames::beginFrame()
{
    const std::size_t headerSize = m_headerSize;
    m_headerSize = 0;
    if ((m_header[0] & kReserved) != 0)
        return violation(WebSocketCode::ProtocolError, "a WebSocket frame uses an extension that was not agreed on");
    if ((m_header[1] & kMasked) == 0)
        return violation(WebSocketCode::ProtocolError, "a WebSocket frame of the client is not masked");
    const bool final = (m_header[0] & kFinal) != 0;
    const std::uint8_t opcode = m_header[0] & 0x0f;
    m_left = m_header[1] & 0x7f;
    if (m_left >= 126) {
        const std::size_t octets = m_left == 126 ? 2 : 8;
        m_left = 0;
        for (std::size_t i = 0; i < octets; ++i)
            m_left = m_left << 8 | m_header[2 + i];
    }
    std::copy_n(m_header.begin() + static_cast<std::ptrdiff_t>(headerSize) - 4, 4, m_header.begin() + 10);
    m_maskAt = 0;
    m_opcode = static_cast<WebSocketOpcode>(opcode);

    switch (m_opcode) {
    case WebSocketOpcode::Text:
        return violation(WebSocketCode::UnsupportedData,
                         "MQTT travels in binary WebSocket frames, this one is text [MQTT-6.0.0-1]");
    case WebSocketOpcode::Close:
    case WebSocketOpcode::Ping:
    case WebSocketOpcode::Pong:
        if (!final || m_left > m_control.size())
            return violation(WebSocketCode::ProtocolError, "a WebSocket control frame is fragmented or too long");
        m_controlSize = 0;
        break;
    case WebSocketOpcode::Binary:
    case WebSocketOpcode::Continuation:
        if (m_inMessage == (m_opcode == WebSocketOpcode::Binary))
            return violation(WebSocketCode::ProtocolError, "the fragments of a WebSocket message are out of order");
        m_message = m_opcode == WebSocketOpcode::Binary ? 0 : m_message;
        if (m_left > kLargestMessage - m_message)
            return violation(WebSocketCode::TooBig, "a WebSocket message is larger than any MQTT packet can be");
        m_message += m_left;
        m_inMessage = !final;
        break;
    default:
        return violation(WebSocketCode::ProtocolError, "a WebSocket frame has an unknown opcode");
    }
    m_inFrame = true;
    return {};
}

Step WebSocketFrames::payload(std::span<std::uint8_t>& bytes)
{
    const auto piece = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size())));
    bytes = bytes.subspan(piece.size());
    unmask(piece);
    m_left -= piece.size();
    m_inFrame = m_left > 0;
    if (piece.empty())
        return {};
    return {.what = Step::What::Payload, .payload = piece};
}

Step WebSocketFrames::control(std::span<std::uint8_t>& bytes)
{
    const auto piece = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size())));
    bytes = bytes.subspan(piece.size());
    unmask(piece);
    std::copy(piece.begin(), piece.end(), m_control.begin() + m_controlSize);
    m_controlSize = static_cast<std::uint8_t>(m_controlSize + piece.size());
    m_left -= piece.size();
    if (m_left > 0)
        return {};
    m_inFrame = false;
    return finishControl();
}

Step WebSocketFrames::finishControl()
{
    const ByteView all = ByteView(m_control).first(m_controlSize);
    if (m_opcode == WebSocketOpcode::Ping)
        return {.what = Step::What::Ping, .payload = all};
    if (m_opcode == WebSocketOpcode::Pong)
        return {.what = Step::What::Pong, .payload = all};
    if (all.empty())
        return {.what = Step::What::Close, .code = WebSocketCode::NoneGiven};
    const auto code = static_cast<std::uint16_t>(all.size() < 2 ? 0 : all[0] << 8 | all[1]);
    if (!isSendable(code))
        return violation(WebSocketCode::ProtocolError, "the WebSocket close frame carries no valid code");
    return {.what = Step::What::Close, .code = static_cast<WebSocketCode>(code)};
}

void WebSocketFrames::unmask(std::span<std::uint8_t> bytes)
{
    // The four octets of the mask, turned so that the first belongs to the first byte here.
    std::array<std::uint8_t, 4> mask{};
    for (std::size_t i = 0; i < 4; ++i)
        mask[i] = m_header[10 + ((m_maskAt + i) & 3u)];
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(bytes[i] ^ mask[i & 3u]);
    m_maskAt = static_cast<std::uint8_t>((m_maskAt + bytes.size()) & 3u);
}

std::size_t frameHeader(WebSocketOpcode opcode, std::uint64_t payloadSize, std::array<std::uint8_t, 10>& out)
{
    out[0] = static_cast<std::uint8_t>(kFinal | static_cast<std::uint8_t>(opcode));
    if (payloadSize < 126) {
        out[1] = static_cast<std::uint8_t>(payloadSize);
        return 2;
    }
    const std::size_t octets = payloadSize <= 0xffff ? 2 : 8;
    out[1] = octets == 2 ? 126 : 127;
    for (std::size_t i = 0; i < octets; ++i)
        out[2 + i] = static_cast<std::uint8_t>(payloadSize >> (8 * (octets - 1 - i)));
    return 2 + octets;
}

} // namespace greensward::net
