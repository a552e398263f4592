// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/web_socket_handshake.h"

#include "base/bytes.h"
#include "net/http_text.h"

#include <array>
#include <fmt/format.h>
#include <openssl/evp.h>

namespace greensward::net {

namespace {

/// RFC 6455 1.3: base64 of SHA-1 over the key and a fixed text. Proof that the server understood, not a secret.
std::string acceptFor(std::string_view key)
{
    const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
    std::array<unsigned char, 64> encoded{};
    const int length = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(size));
    return {reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(length)};
}

/// Base64 of 16 octets (RFC 6455 4.1).
bool isKey(std::string_view key)
{
    if (key.size() != 24 || !key.ends_with("=="))
        return false;
    std::array<unsigned char, 18> decoded{};
    return EVP_DecodeBlock(decoded.data(), reinterpret_cast<const unsigned char*>(key.data()), 24) == 18;
}

std::string_view chooseProtocol(std::string_view offered)
{
    for (const std::string_view item : listItems(offered)) {
        if (item == "mqtt" || item == "mqttv3.1")
            return item;
    }
    return {};
}

} // namespace

bool asksForWebSocket(const HttpRequest& request)
{
    return listHolds(request.field("Upgrade"), "websocket") && listHolds(request.field("Connection"), "upgrade");
}

Result<std::string, WebSocketRefusal> acceptWebSocket(const HttpRequest& request)
{
    if (request.method != "GET")
        return tl::unexpected(WebSocketRefusal{400, "a WebSocket begins with GET, not " + request.method});
    if (request.field("Sec-WebSocket-Version") != "13")
        return tl::unexpected(WebSocketRefusal{426, "only WebSocket version 13 is spoken here"});
    const auto key = request.field("Sec-WebSocket-Key");
    if (!isKey(key))
        return tl::unexpected(WebSocketRefusal{400, "the WebSocket request has no valid Sec-WebSocket-Key"});
    // The field may be given several times as well as hold a list.
    std::string_view protocol;
    for (const auto& [name, value] : request.fields) {
        if (protocol.empty() && sameWord(name, "Sec-WebSocket-Protocol"))
            protocol = chooseProtocol(value);
    }
    if (protocol.empty())
        return tl::unexpected(WebSocketRefusal{400, "the WebSocket request does not offer the subprotocol \"mqtt\""});
    return fmt::format("HTTP/1.1 101 Switching Protocols\r\n"
                       "Upgrade: websocket\r\n"
                       "Connection: Upgrade\r\n"
                       "Sec-WebSocket-Accept: {}\r\n"
                       "Sec-WebSocket-Protocol: {}\r\n\r\n",
                       acceptFor(key), protocol);
}

} // namespace greensward::net
