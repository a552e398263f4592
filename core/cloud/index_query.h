// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"

#include <boost/json/object.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace greensward::cloud {

/// A query of fleet indexing: `thingName:pump-* AND connectivity.connected:true AND NOT (shadow.reported.rpm > 1500)`.
///
/// Terms are `field:value` with * and ? in the value, `field:"two words"`, `field > 5` (also <, >=, <=, =, !=),
/// `field:[1 TO 5]`, or a bare value, which any field may have. Terms side by side must all hold; AND binds closer than
/// OR. Field names go down into objects by dots; of arrays any element counts. Values are compared as numbers where
/// both are numbers, else as texts, letter by letter.
class IndexQuery
{
public:
    static constexpr std::size_t kLongest = 1'000;
    static constexpr std::size_t kMostTerms = 12;

    /// Errors: InvalidQueryException, 400, with what was expected where.
    static aws::ApiResult<IndexQuery> parse(std::string_view text);
    bool matches(const boost::json::object& document) const;

    enum class Comparison : std::uint8_t { Like, Less, LessOrEqual, Greater, GreaterOrEqual, NotEqual };
    struct Term
    {
        std::string field; ///< empty: any
        Comparison comparison = Comparison::Like;
        std::string value;
    };
    struct Node;
    using NodePtr = std::shared_ptr<const Node>;
    struct All { std::vector<NodePtr> of; };
    struct Any { std::vector<NodePtr> of; };
    struct Not { NodePtr of; };
    struct Node { std::variant<Term, All, Any, Not> is; };

private:
    NodePtr m_root;
};

/// The members a field name means: one, several of an array, or none. Valid as long as the document.
std::vector<const boost::json::value*> indexedValues(const boost::json::object& document, std::string_view field);

} // namespace greensward::cloud
