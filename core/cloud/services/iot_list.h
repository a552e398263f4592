// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/services/iot_checks.h"

#include <boost/json/array.hpp>
#include <string_view>

namespace greensward::cloud {

/// What an operation calls the token it is given, the size of a page, and the token it answers with.
struct PageNames
{
    std::string_view token;
    std::string_view size;
    std::string_view next;
};
inline constexpr PageNames kByToken{"nextToken", "maxResults", "nextToken"};
inline constexpr PageNames kByMarker{"marker", "pageSize", "nextMarker"};

/// One page of the items as the member of the answer, each as `describe` has it.
template<typename Items, typename Describe>
aws::ApiResult<ApiAnswer> listed(const ApiCall& call, const PageNames& names, std::string_view member,
                                 const Items& items, Describe describe)
{
    const auto page = pageOf(call, names.token, names.size, items.size());
    if (!page)
        return tl::unexpected(page.error());
    boost::json::array shown;
    for (std::size_t at = page->begin; at < page->end; ++at)
        shown.push_back(describe(items[at]));
    ApiAnswer answer;
    answer.body[member] = std::move(shown);
    if (page->next)
        answer.body[names.next] = *page->next;
    return answer;
}

} // namespace greensward::cloud
