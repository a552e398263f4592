// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/index_query.h"
#include "cloud/item_store.h"
#include "cloud/lifecycle.h"
#include "cloud/things.h"
#include "shadow/service.h"

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Fleet indexing: what is asked of all things at once, by their registry entry, shadow and connectivity
/// ("AWS_Things"). Nothing is indexed until somebody switches it on, as on AWS. Documents are made when a query looks at
/// them, so that the index is never behind. Engine thread.
class FleetIndex
{
public:
    static constexpr std::string_view kThings = "AWS_Things";

    struct Configuration
    {
        bool registry = false;
        bool shadow = false;       ///< REGISTRY_AND_SHADOW
        bool connectivity = false; ///< STATUS
        std::vector<std::string> namedShadows{};
        bool groups = false; ///< kept for its caller; groups are not searched
        bool named = false;  ///< namedShadowIndexingMode is ON
    };
    struct Parts
    {
        const Things& things;
        const shadow::ShadowService& shadows;
        const Lifecycle& lifecycle;
        ItemStore& store;
    };
    explicit FleetIndex(Parts parts) : m_parts(parts) {}
    /// What an earlier run kept.
    store::StoreResult<void> load();

    const Configuration& configuration() const { return m_configuration; }
    void configure(Configuration configuration);

    /// Documents of the things that match, by name, as SearchIndex answers them.
    std::vector<boost::json::object> search(const IndexQuery& query) const;
    boost::json::object document(const Thing& thing) const;

private:
    void addShadows(boost::json::object& into, const std::string& thing) const;

    Parts m_parts;
    Configuration m_configuration;
};

} // namespace greensward::cloud
