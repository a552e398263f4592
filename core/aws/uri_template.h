// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::aws {

/// "/things/{thingName}/shadow", "/{Bucket}/{Key+}": one label a segment; '+' takes the rest, slashes included.
class UriTemplate
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    explicit UriTemplate(std::string_view text);

    /// Labels in order, percent-decoded after the raw path was split, so that %2F stays inside its label. Nothing when
    /// it does not fit, a label is empty, or an escape is broken. A trailing slash is of no account.
    std::optional<Labels> match(std::string_view rawPath) const;
    /// Segments that are literal: the template with more of them wins where two fit.
    std::size_t literals() const;

private:
    struct Segment
    {
        std::string text; ///< literal, or name of the label
        bool label = false;
        bool greedy = false;
    };
    std::vector<Segment> m_segments;
};

/// The operations of a rest service: which one a method and a path mean.
template<typename Operation>
class RestTable
{
public:
    struct Found
    {
        const Operation* operation;
        UriTemplate::Labels labels;
    };

    /// Templates of a service's model, e.g. add("POST", "/things/{thingName}", …).
    void add(std::string method, std::string_view uri, Operation operation)
    {
        m_rows.push_back({std::move(method), UriTemplate{uri}, std::move(operation)});
    }
    /// The fit with most literal segments; valid until the table changes.
    std::optional<Found> find(std::string_view method, std::string_view rawPath) const
    {
        std::optional<Found> best;
        std::size_t literals = 0;
        for (const auto& row : m_rows) {
            if (row.method != method || (best && row.uri.literals() <= literals))
                continue;
            if (auto labels = row.uri.match(rawPath)) {
                best = Found{&row.operation, std::move(*labels)};
                literals = row.uri.literals();
            }
        }
        return best;
    }

private:
    struct Row
    {
        std::string method;
        UriTemplate uri;
        Operation operation;
    };
    std::vector<Row> m_rows;
};

} // namespace greensward::aws
