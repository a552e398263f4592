// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/context.h"

#include "aws/http.h"

#include <algorithm>

namespace greensward::policy {

void Context::setAll(std::string_view key, std::vector<std::string> values)
{
    const auto at =
        std::ranges::find_if(m_entries, [&](const auto& entry) { return aws::equalIgnoringCase(entry.first, key); });
    if (at == m_entries.end())
        m_entries.emplace_back(key, std::move(values));
    else
        at->second = std::move(values);
}

const std::vector<std::string>* Context::find(std::string_view key) const
{
    for (const auto& [name, values] : m_entries)
        if (name.size() == key.size() && aws::equalIgnoringCase(name, key))
            return &values;
    return nullptr;
}

} // namespace greensward::policy
