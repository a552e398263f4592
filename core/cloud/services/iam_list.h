// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/page_token.h"
#include "cloud/services/iam.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace greensward::cloud {

/// One page of the items as the member of the answer, each as `describe` has it. `list` names what is listed: a marker
/// of one list is none of another.
template<typename Items, typename Describe>
aws::ApiResult<boost::json::object> iamPage(const IamCall& call, std::string_view list, std::string_view member,
                                            const Items& items, Describe describe)
{
    constexpr std::int64_t kUsual = 100;
    const auto most = call.input.number("MaxItems", 1, 1000);
    if (!most)
        return tl::unexpected(most.error());
    std::size_t at = 0;
    if (const auto marker = call.input.text("Marker")) {
        const auto offset = aws::pageOffset(list, *marker);
        if (!offset)
            return call.input.invalid("Invalid Marker.");
        at = *offset;
    }
    const std::size_t end = std::min(items.size(), at + static_cast<std::size_t>(most->value_or(kUsual)));
    boost::json::array shown;
    for (; at < end; ++at)
        shown.push_back(describe(items[at]));
    boost::json::object answer{{member, std::move(shown)}, {"IsTruncated", end < items.size()}};
    if (end < items.size())
        answer["Marker"] = aws::pageToken(list, end);
    return answer;
}

/// "/", or "/a/b/": printable, at most 512.
aws::ApiResult<std::string> iamPath(const ServiceInput& input);

} // namespace greensward::cloud
