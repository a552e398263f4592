// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <utility>

namespace greensward::store {

/// Calls each(row), which returns a StoreResult<void>, for every row of the answer; ends at the first failure.
template<typename Each>
StoreResult<void> forEachRow(Database& database, std::string_view sql, std::initializer_list<Value> parameters,
                             const Each& each)
{
    auto rows = database.query(sql, parameters);
    if (!rows)
        return tl::unexpected(rows.error());
    while (true) {
        const auto more = rows->next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        if (StoreResult<void> taken = each(std::as_const(*rows)); !taken)
            return taken;
    }
}

} // namespace greensward::store
