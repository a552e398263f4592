// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::shadow {

enum class NodeKind : std::uint8_t { Null, Boolean, Number, Text, Array, Object };

struct Member;

/// A JSON value of a shadow document, with the metadata of its leaves beside it.
///
/// Scalars are kept as the JSON text they are written as: numbers exactly as they were received, whatever their length,
/// texts with the fewest escapes. So writing is copying, and nothing is lost between a request and its answers.
struct Node
{
    NodeKind kind = NodeKind::Null;
    std::uint32_t writer = 0;    ///< who wrote the leaf: a number of shadow::Writers, 0 unknown
    std::int64_t timestamp = 0;  ///< when: seconds since 1970; of leaves and of what is inside arrays
    std::string text;            ///< of scalars: as written in JSON, texts with their quotes
    std::vector<Member> members; ///< of objects in order of arrival, names unique; of arrays the elements, nameless

    bool isNull() const { return kind == NodeKind::Null; }
    bool isObject() const { return kind == NodeKind::Object; }
    /// A member of an object by its name as written in JSON ("\"led\""); null when there is none.
    const Node* find(std::string_view quotedName) const;
    Node* find(std::string_view quotedName);

    static Node object();

    // Defined below, where Member is complete.
    Node();
    ~Node();
    Node(const Node& other);
    Node(Node&& other) noexcept;
    Node& operator=(const Node& other);
    Node& operator=(Node&& other) noexcept;
};

struct Member
{
    std::string name; ///< as written in JSON, with its quotes; empty for elements of arrays
    Node value;
};

inline Node::Node() = default;
inline Node::~Node() = default;
inline Node::Node(const Node& other) = default;
inline Node::Node(Node&& other) noexcept = default;
inline Node& Node::operator=(const Node& other) = default;
inline Node& Node::operator=(Node&& other) noexcept = default;

inline Node Node::object()
{
    Node node;
    node.kind = NodeKind::Object;
    return node;
}

/// Finds members of one object by name: by looking through few, by a table of many. Valid while the members are not
/// added to or moved.
class MemberIndex
{
public:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    explicit MemberIndex(const std::vector<Member>& members);
    std::size_t find(std::string_view quotedName) const;

private:
    const std::vector<Member>& m_members;
    std::unordered_map<std::string_view, std::size_t> m_table;
};

/// The largest number of non-empty containers on one path, the node itself included (shadow.md 15.3).
std::size_t depth(const Node& node);

/// True when an array, at any depth, holds a null at any depth below it.
bool hasNullInArray(const Node& node);

/// Same JSON type and value; objects by member set, arrays in order (shadow.md 6).
/// numbersByValue: 1 equals 1.0; otherwise numbers are equal when they are written alike.
bool sameValue(const Node& left, const Node& right, bool numbersByValue);

/// Two JSON numbers as texts: the same value, exactly, whatever their length and exponent.
bool sameNumber(std::string_view left, std::string_view right);

} // namespace greensward::shadow
