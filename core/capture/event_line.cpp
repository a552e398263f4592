// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/event_line.h"

#include "base/base64.h"
#include "capture/private_keys.h"
#include "mqtt/text_flaws.h"

#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>

namespace greensward::capture {

namespace json = boost::json;

using trace::Event;
using trace::Kind;

namespace {

constexpr std::size_t kMostDepth = 8;
/// Past the year 2200 a time is a mistake, and sums with it might overflow.
constexpr std::int64_t kLatestTime = 7'258'118'400'000'000'000;

void appendNumber(std::string& into, std::string_view name, std::int64_t number)
{
    if (number != 0)
        fmt::format_to(std::back_inserter(into), ",\"{}\":{}", name, number);
}

void appendNumber(std::string& into, std::string_view name, std::uint64_t number)
{
    if (number != 0)
        fmt::format_to(std::back_inserter(into), ",\"{}\":{}", name, number);
}

void appendEscaped(std::string& into, std::string_view text)
{
    std::size_t from = 0;
    const auto flush = [&](std::size_t upTo) { into.append(text, from, upTo - from); };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto character = static_cast<unsigned char>(text[at]);
        if (character >= 0x20 && character != '"' && character != '\\')
            continue;
        flush(at);
        from = at + 1;
        if (character >= 0x20) {
            into += '\\';
            into += text[at];
        } else if (character == '\n') {
            into += "\\n";
        } else {
            fmt::format_to(std::back_inserter(into), "\\u{:04x}", character);
        }
    }
    flush(text.size());
}

void appendText(std::string& into, std::string_view name, ByteView bytes)
{
    if (bytes.empty())
        return;
    if (holdsPrivateKey(asText(bytes))) {
        std::string clean(asText(bytes));
        if (removePrivateKeys(clean) > 0)
            return appendText(into, name, asBytes(clean));
    }
    const bool text = (mqtt::findFlaws(asText(bytes)) & mqtt::kIllFormed) == 0;
    into += ",\"";
    into += name;
    into += text ? "\":\"" : "64\":\"";
    if (text)
        appendEscaped(into, asText(bytes));
    else
        appendBase64(into, bytes);
    into += '"';
}

/// A member that is an integer; left as it is when there is none, false when it is no such number.
template<typename Number>
bool take(const json::object& line, std::string_view name, Number& into)
{
    const json::value* value = line.if_contains(name);
    if (!value)
        return true;
    boost::system::error_code error;
    into = value->to_number<Number>(error);
    return !error && !value->is_double();
}

/// A member that is a text, or base64 under its other name.
struct Text
{
    std::string_view view;
    Bytes decoded;

    bool take(const json::object& line, std::string_view name)
    {
        if (const json::value* value = line.if_contains(name)) {
            if (!value->is_string())
                return false;
            view = {value->get_string().data(), value->get_string().size()};
            return true;
        }
        std::array<char, 16> longer{};
        const auto end = fmt::format_to_n(longer.data(), longer.size(), "{}64", name);
        const json::value* value = line.if_contains(std::string_view(longer.data(), end.size));
        if (!value)
            return true;
        if (!value->is_string())
            return false;
        auto bytes = fromBase64({value->get_string().data(), value->get_string().size()});
        if (!bytes)
            return false;
        decoded = std::move(*bytes);
        view = asText(decoded);
        return true;
    }
};

} // namespace

Kind kindOf(std::string_view name)
{
    static const auto kKinds = [] {
        std::unordered_map<std::string_view, Kind> kinds;
        for (std::size_t i = 0; i < static_cast<std::size_t>(Kind::kCount); ++i)
            kinds.emplace(trace::name(static_cast<Kind>(i)), static_cast<Kind>(i));
        return kinds;
    }();
    const auto found = kKinds.find(name);
    return found == kKinds.end() ? Kind::kCount : found->second;
}

void appendLine(std::string& into, const Event& event, const trace::Chunk& chunk)
{
    fmt::format_to(std::back_inserter(into), "{{\"id\":{},\"kind\":\"{}\",\"time\":{}", event.id,
                   trace::name(event.kind), event.time.time_since_epoch().count());
    if (event.journey != event.id)
        fmt::format_to(std::back_inserter(into), ",\"journey\":{}", event.journey);
    appendNumber(into, "cause", event.cause);
    appendNumber(into, "flags", std::uint64_t{event.flags});
    appendNumber(into, "number", event.number);
    appendNumber(into, "extra", event.extra);
    appendText(into, "subject", chunk.bytes(event.subject));
    appendText(into, "object", chunk.bytes(event.object));
    appendText(into, "detail", chunk.bytes(event.detail));
    appendText(into, "payload", chunk.bytes(event.payload));
    appendText(into, "origin", asBytes(chunk.origin(event)));
    if (event.payloadSize != event.payload.length || holdsPrivateKey(chunk.text(event.payload)))
        fmt::format_to(std::back_inserter(into), ",\"size\":{}", event.payloadSize);
    into += "}\n";
}

struct LineReader::Parser
{
    std::array<unsigned char, 8192> buffer;
    std::array<unsigned char, 1024> parserBuffer;
};

LineReader::LineReader() : m_parser(std::make_unique<Parser>()) {}

LineReader::~LineReader() = default;

LineFate LineReader::read(std::string_view line, trace::ChunkBuilder& into)
{
    json::parse_options options;
    options.max_depth = kMostDepth;
    json::monotonic_resource memory(m_parser->buffer.data(), m_parser->buffer.size());
    json::parser parser({}, options, m_parser->parserBuffer.data(), m_parser->parserBuffer.size());
    parser.reset(&memory);
    boost::system::error_code error;
    parser.write(line.data(), line.size(), error);
    if (error)
        return LineFate::Damaged;
    const json::value value = parser.release();
    const json::object* object = value.if_object();
    if (!object)
        return LineFate::Damaged;
    const json::value* kind = object->if_contains("kind");
    if (!kind || !kind->is_string())
        return LineFate::Unknown;

    Event event;
    event.kind = kindOf({kind->get_string().data(), kind->get_string().size()});
    if (event.kind == Kind::kCount)
        return LineFate::Unknown;
    std::int64_t time = -1;
    std::optional<std::uint32_t> size;
    std::uint32_t given = 0;
    Text subject;
    Text about;
    Text detail;
    Text payload;
    Text origin;
    const bool sound =
        take(*object, "id", event.id) && take(*object, "time", time) && take(*object, "journey", event.journey) &&
        take(*object, "cause", event.cause) && take(*object, "flags", event.flags) &&
        take(*object, "number", event.number) && take(*object, "extra", event.extra) && take(*object, "size", given) &&
        subject.take(*object, "subject") && about.take(*object, "object") && detail.take(*object, "detail") &&
        payload.take(*object, "payload") && origin.take(*object, "origin");
    if (object->contains("size"))
        size = given;
    event.payloadSize = size.value_or(static_cast<std::uint32_t>(payload.view.size()));
    if (event.journey == 0)
        event.journey = event.id;
    if (!sound || event.id <= m_lastId || time < 0 || time > kLatestTime || event.cause >= event.id ||
        event.journey > event.id || event.payloadSize < payload.view.size())
        return LineFate::Damaged;
    event.time = WallTime(Duration(time));
    into.add(event, subject.view, about.view, detail.view, asBytes(payload.view), origin.view);
    m_lastId = event.id;
    m_lastTime = event.time;
    return LineFate::Event;
}

} // namespace greensward::capture
