// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/writer.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// An item as it was kept: a thing, a certificate, a policy …
struct StoredItem
{
    std::string key;
    boost::json::value value;
};

/// Where the control plane keeps its items, one JSON value each, by collection ("things") and key. Every change is an
/// operation of the store's writer and answers with its ticket: what an API call promises is told only when that ticket
/// is committed. Without a writer nothing outlives the process and every ticket is 0. Engine thread.
///
/// The control plane changes a few times a minute, so one plain table serves all of it.
class ItemStore
{
public:
    /// writer: null for a workspace that is gone afterwards. Must outlive this.
    explicit ItemStore(store::Writer* writer) : m_writer(writer) {}

    /// Lays the table out. Call once, before anything else; waits for the disk.
    store::StoreResult<void> open();
    /// Everything of a collection, by key. For the start; waits for the disk.
    store::StoreResult<std::vector<StoredItem>> load(std::string_view collection);

    store::Ticket put(std::string_view collection, std::string_view key, const boost::json::value& value);
    store::Ticket drop(std::string_view collection, std::string_view key);
    /// Of the last change; 0 before the first.
    store::Ticket lastTicket() const { return m_lastTicket; }

private:
    store::Writer* m_writer;
    store::Ticket m_lastTicket = 0;
};

} // namespace greensward::cloud
