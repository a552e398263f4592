// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/greengrass_tokens.h"

#include "cloud/item_json.h"

namespace greensward::cloud {

namespace {

constexpr std::string_view kCollection = "greengrass-tokens";

} // namespace

store::StoreResult<void> GreengrassTokens::load()
{
    const auto items = m_store.load(kCollection);
    if (!items)
        return tl::unexpected(items.error());
    for (const StoredItem& item : *items) {
        const ItemReader read(item.value);
        const boost::json::object* answer = read.object("answer");
        m_answered[item.key] = {.request = read.text("request"), .answer = answer ? *answer : boost::json::object{}};
        m_order[read.number("number")] = item.key;
    }
    return {};
}

const GreengrassTokens::Answered* GreengrassTokens::find(std::string_view token) const
{
    const auto found = m_answered.find(token);
    return found == m_answered.end() ? nullptr : &found->second;
}

void GreengrassTokens::note(const std::string& token, Answered answered)
{
    const std::int64_t number = m_order.empty() ? 1 : m_order.rbegin()->first + 1;
    m_store.put(kCollection, token,
                boost::json::object{{"request", answered.request}, {"answer", answered.answer}, {"number", number}});
    m_answered[token] = std::move(answered);
    m_order[number] = token;
    while (m_order.size() > kMost) {
        m_store.drop(kCollection, m_order.begin()->second);
        m_answered.erase(m_order.begin()->second);
        m_order.erase(m_order.begin());
    }
}

} // namespace greensward::cloud
