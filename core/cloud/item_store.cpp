// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/item_store.h"

#include <array>

#include <boost/json.hpp>

namespace greensward::cloud {

namespace {

constexpr std::array<store::Migration, 1> kMigrations{{
    {"CREATE TABLE cloud_items (collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
     "PRIMARY KEY (collection, key)) WITHOUT ROWID"},
}};

} // namespace

store::StoreResult<void> ItemStore::open()
{
    if (!m_writer)
        return {};
    return m_writer->runNow([](store::Database& database) { return database.migrate("cloud", kMigrations); });
}

store::StoreResult<std::vector<StoredItem>> ItemStore::load(std::string_view collection)
{
    std::vector<StoredItem> items;
    if (!m_writer)
        return items;
    const auto read = m_writer->runNow([&](store::Database& database) -> store::StoreResult<void> {
        auto rows = database.query("SELECT key, value FROM cloud_items WHERE collection = ? ORDER BY key",
                                   {std::string(collection)});
        if (!rows)
            return tl::unexpected(rows.error());
        for (;;) {
            const auto more = rows->next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return {};
            boost::system::error_code error;
            boost::json::value value = boost::json::parse(rows->text(1), error);
            if (error)
                return store::storeFailure(store::Cause::Corrupt, "the " + std::string(collection) + " item " +
                                                                      rows->text(0) + " cannot be read");
            items.push_back({rows->text(0), std::move(value)});
        }
    });
    if (!read)
        return tl::unexpected(read.error());
    return items;
}

store::Ticket ItemStore::put(std::string_view collection, std::string_view key, const boost::json::value& value)
{
    if (!m_writer)
        return 0;
    std::string text = boost::json::serialize(value);
    const std::size_t bytes = text.size() + key.size();
    m_lastTicket = m_writer->submit(
        [collection = std::string(collection), key = std::string(key),
         text = std::move(text)](store::Database& database) -> store::StoreResult<void> {
            return database
                .run("INSERT INTO cloud_items VALUES (?, ?, ?) "
                     "ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value",
                     {collection, key, text})
                .map([](std::size_t) {});
        },
        bytes);
    return m_lastTicket;
}

store::Ticket ItemStore::drop(std::string_view collection, std::string_view key)
{
    if (!m_writer)
        return 0;
    m_lastTicket = m_writer->submit(
        [collection = std::string(collection),
         key = std::string(key)](store::Database& database) -> store::StoreResult<void> {
            return database.run("DELETE FROM cloud_items WHERE collection = ? AND key = ?", {collection, key})
                .map([](std::size_t) {});
        },
        key.size());
    return m_lastTicket;
}

} // namespace greensward::cloud
