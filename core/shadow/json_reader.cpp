// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/json_reader.h"

#include "shadow/json_writer.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <cassert>
#include <iterator>
#include <unordered_map>

namespace greensward::shadow {

namespace json = boost::json;

namespace {

/// Of equal names the last stays, in its own place.
void keepLastOfEqualNames(std::vector<Member>& members)
{
    constexpr std::size_t kFew = 24;
    std::vector<bool> replaced;
    const auto mark = [&](std::size_t place) {
        replaced.resize(members.size());
        replaced[place] = true;
    };
    if (members.size() <= kFew) {
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t later = i + 1; later < members.size(); ++later)
                if (members[i].name == members[later].name) {
                    mark(i);
                    break;
                }
    } else {
        std::unordered_map<std::string_view, std::size_t> last;
        last.reserve(members.size());
        for (std::size_t i = 0; i < members.size(); ++i)
            if (const auto [place, isNew] = last.try_emplace(members[i].name, i); !isNew) {
                mark(place->second);
                place->second = i;
            }
    }
    if (replaced.empty())
        return;
    std::vector<Member> kept;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (!replaced[i])
            kept.push_back(std::move(members[i]));
    members = std::move(kept);
}

/// Puts the pieces that the parser reports together. Finished values wait on one stack until their container ends; a
/// member waits there with its name from the moment the name is known.
class TreeBuilder
{
public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    void begin(std::int64_t timestamp, std::uint32_t writer)
    {
        m_stack.clear();
        m_inObject.clear();
        m_text.clear();
        m_timestamp = timestamp;
        m_writer = writer;
    }
    Node take()
    {
        assert(m_stack.size() == 1);
        return std::move(m_stack.back().value);
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return open(true); }
    bool on_object_end(std::size_t count, json::error_code&) { return close(NodeKind::Object, count); }
    bool on_array_begin(json::error_code&) { return open(false); }
    bool on_array_end(std::size_t count, json::error_code&) { return close(NodeKind::Array, count); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return addText(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        addText(part);
        m_text += '"';
        m_stack.push_back({std::move(m_text), {}});
        m_text.clear();
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return addText(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&)
    {
        addText(part);
        m_text += '"';
        return addScalar(NodeKind::Text);
    }
    bool on_number_part(json::string_view part, json::error_code&)
    {
        m_text.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t, json::string_view part, json::error_code&) { return addNumber(part); }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code&) { return addNumber(part); }
    bool on_double(double, json::string_view part, json::error_code&) { return addNumber(part); }
    bool on_bool(bool value, json::error_code&)
    {
        m_text = value ? "true" : "false";
        return addScalar(NodeKind::Boolean);
    }
    bool on_null(json::error_code&)
    {
        m_text = "null";
        return addScalar(NodeKind::Null);
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    bool addText(json::string_view part)
    {
        if (m_text.empty())
            m_text += '"';
        appendEscaped(m_text, {part.data(), part.size()});
        return true;
    }
    bool addNumber(json::string_view part)
    {
        m_text.append(part.data(), part.size());
        return addScalar(NodeKind::Number);
    }
    bool addScalar(NodeKind kind)
    {
        Node& node = slot();
        node.kind = kind;
        node.writer = m_writer;
        node.timestamp = m_timestamp;
        node.text = std::move(m_text);
        m_text.clear();
        return true;
    }
    /// Where the value that comes now belongs: at the name that waits for it, or at the end.
    Node& slot()
    {
        if (m_inObject.empty() || !m_inObject.back())
            m_stack.emplace_back();
        return m_stack.back().value;
    }
    bool open(bool object)
    {
        m_inObject.push_back(object);
        return true;
    }
    bool close(NodeKind kind, std::size_t count)
    {
        const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(count);
        std::vector<Member> members(std::make_move_iterator(first), std::make_move_iterator(m_stack.end()));
        m_stack.erase(first, m_stack.end());
        m_inObject.pop_back();
        if (kind == NodeKind::Object)
            keepLastOfEqualNames(members);
        Node& node = slot();
        node.kind = kind;
        node.writer = m_writer;
        node.timestamp = m_timestamp;
        node.members = std::move(members);
        return true;
    }

    std::vector<Member> m_stack;
    std::vector<bool> m_inObject;
    std::string m_text;
    std::int64_t m_timestamp = 0;
    std::uint32_t m_writer = 0;
};

json::parse_options options()
{
    json::parse_options strict;
    strict.max_depth = JsonReader::kDeepest;
    return strict;
}

} // namespace

class JsonReader::Parser
{
public:
    json::basic_parser<TreeBuilder> parser{options()};
};

JsonReader::JsonReader() : m_parser(std::make_unique<Parser>()) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

Result<Node, JsonFlaw> JsonReader::read(ByteView text, std::int64_t timestamp, std::uint32_t writer)
{
    auto& parser = m_parser->parser;
    parser.reset();
    parser.handler().begin(timestamp, writer);
    json::error_code error;
    const std::size_t taken = parser.write_some(false, reinterpret_cast<const char*>(text.data()), text.size(), error);
    if (!error && taken == text.size())
        return parser.handler().take();
    // The parser refuses bad UTF-8 as it goes; only who is refused has to be told which of the two it was.
    if (!isUtf8(text))
        return tl::unexpected(JsonFlaw::NotUtf8);
    return tl::unexpected(error == json::error::too_deep ? JsonFlaw::TooDeep : JsonFlaw::Malformed);
}

bool isUtf8(ByteView bytes)
{
    const auto isContinuation = [&](std::size_t place, unsigned low = 0x80, unsigned high = 0xbf) {
        return place < bytes.size() && bytes[place] >= low && bytes[place] <= high;
    };
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned lead = bytes[i];
        std::size_t length = 1;
        if (lead >= 0x80) {
            if (lead < 0xc2 || lead > 0xf4)
                return false;
            length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            const unsigned low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            const unsigned high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
            if (!isContinuation(i + 1, low, high))
                return false;
            for (std::size_t next = 2; next < length; ++next)
                if (!isContinuation(i + next))
                    return false;
        }
        i += length;
    }
    return true;
}

} // namespace greensward::shadow
