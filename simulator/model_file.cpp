// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/model_file.h"

#include <fmt/format.h>
#include <fstream>

namespace greensward::simulator {

namespace {

constexpr std::size_t kLargestFile = 1u << 20;

} // namespace

Result<std::string> readModelFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(fmt::format("{}: cannot be read", path));
    std::string text(kLargestFile + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > kLargestFile)
        return failure(fmt::format("{}: longer than such a file may be", path));
    return text;
}

Result<boost::json::object> parseModelObject(std::string_view json, std::string_view source)
{
    boost::system::error_code error;
    boost::json::value document = boost::json::parse(json, error);
    if (error)
        return failure(fmt::format("{}: not JSON: {}", source, error.message()));
    if (!document.is_object())
        return failure(fmt::format("{}: must be a JSON object", source));
    return std::move(document.get_object());
}

} // namespace greensward::simulator
