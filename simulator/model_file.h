// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "simulator/model_reader.h"

#include <string>
#include <string_view>
#include <utility>

namespace greensward::simulator {

/// A file of data that an instructor may edit, of at most 1 MiB.
Result<std::string> readModelFile(const std::string& path);
Result<boost::json::object> parseModelObject(std::string_view json, std::string_view source);

/// What read() makes of the JSON object, or the first thing that is wrong with it, after the name of the source.
template<typename Read>
auto readModelObject(const boost::json::object& object, std::string_view source, Read read)
    -> Result<decltype(read(std::declval<ModelReader&>()))>
{
    std::string problem;
    ModelReader top(object, {}, problem);
    auto made = read(top);
    if (!problem.empty())
        return failure(std::string(source) + ": " + problem);
    return made;
}

/// The same of its text.
template<typename Read>
auto readModelText(std::string_view json, std::string_view source, Read read)
    -> Result<decltype(read(std::declval<ModelReader&>()))>
{
    const auto object = parseModelObject(json, source);
    if (!object)
        return tl::unexpected(object.error());
    return readModelObject(*object, source, read);
}

} // namespace greensward::simulator
