// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/price_shelf.h"

#include "app/resource_files.h"
#include "base/files.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace greensward::app {

namespace fs = std::filesystem;

namespace {

/// Then and now, in the order in which they are shown.
constexpr std::array kIds{"aws-2017", "aws-today"};

fs::path ownPath(const fs::path& workspace, std::string_view id)
{
    return workspace / "prices" / fmt::format("{}.json", id);
}

Result<billing::PriceList> readList(const fs::path& file, std::string_view id)
{
    const auto text = readFile(file, billing::kLargestPriceFile);
    if (!text)
        return tl::unexpected(text.error());
    auto list = billing::parsePriceList(*text);
    if (!list)
        return failure(fmt::format("{}: {}", file.string(), list.error().message));
    if (list->id != id)
        return failure(fmt::format("{}: id must be \"{}\", as the file is called", file.string(), id));
    list->file = file.string();
    return list;
}

} // namespace

PriceShelf PriceShelf::read(const fs::path& workspace)
{
    PriceShelf shelf;
    for (const char* id : kIds) {
        std::vector<fs::path> files;
        std::error_code error;
        if (const fs::path own = ownPath(workspace, id); fs::exists(own, error))
            files.push_back(own);
        if (const auto common = resourceFile(fs::path("prices") / fmt::format("{}.json", id)))
            files.push_back(*common);
        else
            shelf.problems.push_back(common.error().message);
        for (const fs::path& file : files) {
            auto list = readList(file, id);
            if (list) {
                shelf.lists.push_back(std::make_shared<const billing::PriceList>(std::move(*list)));
                break;
            }
            shelf.problems.push_back(list.error().message);
        }
    }
    return shelf;
}

Result<fs::path> PriceShelf::ownFile(const fs::path& workspace, const std::string& id)
{
    if (std::find(kIds.begin(), kIds.end(), id) == kIds.end())
        return failure(fmt::format("there is no price list {}", id));
    const fs::path own = ownPath(workspace, id);
    std::error_code error;
    if (fs::exists(own, error))
        return own;
    const auto common = resourceFile(fs::path("prices") / (id + ".json"));
    if (!common)
        return tl::unexpected(common.error());
    const auto text = readFile(*common, billing::kLargestPriceFile);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto made = makePrivateFolder(own.parent_path()); !made)
        return tl::unexpected(made.error());
    if (const auto written = writeFileAtomically(own, *text, 0600); !written)
        return tl::unexpected(written.error());
    return own;
}

} // namespace greensward::app
