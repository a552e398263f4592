// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/bill.h"

namespace greensward::billing {

std::optional<std::size_t> Bill::find(std::string_view listId) const
{
    for (std::size_t list = 0; list < lists.size(); ++list)
        if (lists[list]->id == listId)
            return list;
    return std::nullopt;
}

} // namespace greensward::billing
