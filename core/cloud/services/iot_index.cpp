// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fleet indexing: its configuration, and what it is asked.
#include "aws/page_token.h"
#include "cloud/errors.h"
#include "cloud/services/iot.h"
#include "cloud/services/iot_checks.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::int64_t kLargestPage = 100;
constexpr std::size_t kMostDistinct = 10'000;

std::string text(const json::object& object, std::string_view member)
{
    const auto* value = object.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

Failure unknownMode(std::string_view member, std::string_view value, std::string_view modes)
{
    return invalid(fmt::format("1 validation error detected: Value '{}' at '{}' failed to satisfy constraint: Member "
                               "must satisfy enum value set: [{}]",
                               value, member, modes));
}

aws::ApiResult<void> readThings(FleetIndex::Configuration& into, const json::object& given)
{
    const std::string mode = text(given, "thingIndexingMode");
    if (mode != "OFF" && mode != "REGISTRY" && mode != "REGISTRY_AND_SHADOW")
        return unknownMode("thingIndexingConfiguration.thingIndexingMode", mode, "OFF, REGISTRY, REGISTRY_AND_SHADOW");
    const std::string connectivity = text(given, "thingConnectivityIndexingMode");
    if (!connectivity.empty() && connectivity != "OFF" && connectivity != "STATUS")
        return unknownMode("thingIndexingConfiguration.thingConnectivityIndexingMode", connectivity, "OFF, STATUS");
    into.registry = mode != "OFF";
    into.shadow = mode == "REGISTRY_AND_SHADOW";
    into.connectivity = connectivity == "STATUS";
    into.named = text(given, "namedShadowIndexingMode") == "ON";
    if (into.connectivity && !into.registry)
        return invalid("Thing connectivity indexing needs thing indexing");
    into.namedShadows.clear();
    const auto* filter = given.if_contains("filter");
    const auto* names = filter && filter->is_object() ? filter->get_object().if_contains("namedShadowNames") : nullptr;
    if (into.named && names && names->is_array())
        for (const json::value& name : names->get_array())
            if (name.is_string())
                into.namedShadows.emplace_back(name.get_string());
    return {};
}

std::string plainText(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

std::optional<double> numberOf(const json::value& value)
{
    if (value.is_number())
        return value.to_number<double>();
    return std::nullopt;
}

json::object statisticsOf(std::size_t count, std::vector<double> numbers)
{
    json::object made{{"count", count}};
    if (numbers.empty())
        return made;
    double sum = 0, squares = 0;
    for (const double number : numbers) {
        sum += number;
        squares += number * number;
    }
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    const double size = static_cast<double>(numbers.size());
    const double average = sum / size;
    const double variance = std::max(0.0, squares / size - average * average);
    made["average"] = average;
    made["sum"] = sum;
    made["minimum"] = *least;
    made["maximum"] = *most;
    made["sumOfSquares"] = squares;
    made["variance"] = variance;
    made["stdDeviation"] = std::sqrt(variance);
    return made;
}

/// As SearchIndex has them: the shadow is a text.
json::object asAnswered(json::object document)
{
    if (auto* shadow = document.if_contains("shadow"))
        *shadow = json::string(json::serialize(*shadow));
    return document;
}

} // namespace

IotService::Answer IotService::updateIndexingConfiguration(const ApiCall& call)
{
    FleetIndex::Configuration configuration = m_parts.index.configuration();
    if (const auto* things = call.object("thingIndexingConfiguration"))
        if (const auto read = readThings(configuration, *things); !read)
            return tl::unexpected(read.error());
    if (const auto* groups = call.object("thingGroupIndexingConfiguration")) {
        const std::string mode = text(*groups, "thingGroupIndexingMode");
        if (mode != "OFF" && mode != "ON")
            return unknownMode("thingGroupIndexingConfiguration.thingGroupIndexingMode", mode, "OFF, ON");
        configuration.groups = mode == "ON";
    }
    m_parts.index.configure(std::move(configuration));
    return ApiAnswer{};
}

IotService::Answer IotService::getIndexingConfiguration(const ApiCall&)
{
    const auto& is = m_parts.index.configuration();
    json::object things{
        {"thingIndexingMode", is.shadow ? "REGISTRY_AND_SHADOW" : is.registry ? "REGISTRY" : "OFF"},
        {"thingConnectivityIndexingMode", is.connectivity ? "STATUS" : "OFF"},
        {"deviceDefenderIndexingMode", "OFF"},
        {"namedShadowIndexingMode", is.named ? "ON" : "OFF"}};
    if (!is.namedShadows.empty()) {
        json::array names;
        for (const std::string& name : is.namedShadows)
            names.emplace_back(name);
        things["filter"] = json::object{{"namedShadowNames", std::move(names)}};
    }
    return ApiAnswer{{{"thingIndexingConfiguration", std::move(things)},
                      {"thingGroupIndexingConfiguration",
                       json::object{{"thingGroupIndexingMode", is.groups ? "ON" : "OFF"}}}}};
}

IotService::Answer IotService::listIndices(const ApiCall&)
{
    json::array names;
    if (m_parts.index.configuration().registry)
        names.emplace_back(FleetIndex::kThings);
    return ApiAnswer{{{"indexNames", std::move(names)}}};
}

IotService::Answer IotService::describeIndex(const ApiCall& call)
{
    const auto& is = m_parts.index.configuration();
    if (!is.registry || call.label("indexName") != FleetIndex::kThings)
        return notFound(fmt::format("Index {} does not exist", call.label("indexName")));
    std::string schema = is.shadow ? "REGISTRY_AND_SHADOW" : "REGISTRY";
    if (is.connectivity)
        schema += "_AND_CONNECTIVITY_STATUS";
    return ApiAnswer{{{"indexName", FleetIndex::kThings}, {"indexStatus", "ACTIVE"}, {"schema", schema}}};
}

aws::ApiResult<std::vector<json::object>> IotService::indexed(const ApiCall& call) const
{
    const auto query = required(call, "queryString");
    if (!query)
        return tl::unexpected(query.error());
    const std::string index = call.text("indexName").value_or(std::string(FleetIndex::kThings));
    if (index != FleetIndex::kThings)
        return notFound(fmt::format("Index {} does not exist", index));
    if (!m_parts.index.configuration().registry)
        return aws::apiFailure("IndexNotReadyException", 409, "Index AWS_Things is not ready: thing indexing is OFF");
    const auto parsed = IndexQuery::parse(*query);
    if (!parsed)
        return tl::unexpected(parsed.error());
    return m_parts.index.search(*parsed);
}

IotService::Answer IotService::searchIndex(const ApiCall& call)
{
    auto found = indexed(call);
    if (!found)
        return tl::unexpected(found.error());
    const std::int64_t size = call.integer("maxResults").value_or(kLargestPage);
    if (size < 1 || size > kLargestPage)
        return invalid(fmt::format("maxResults must be 1 to {}", kLargestPage));
    const std::string list = "search " + call.text("queryString").value_or("");
    std::size_t begin = 0;
    if (const auto token = call.text("nextToken")) {
        const auto offset = aws::pageOffset(list, *token);
        if (!offset)
            return invalid("The nextToken is not valid");
        begin = std::min(*offset, found->size());
    }
    const std::size_t end = std::min(found->size(), begin + static_cast<std::size_t>(size));
    json::array things;
    for (std::size_t at = begin; at < end; ++at)
        things.push_back(asAnswered(std::move((*found)[at])));
    ApiAnswer answer{{{"things", std::move(things)}}};
    if (end < found->size())
        answer.body["nextToken"] = aws::pageToken(list, end);
    return answer;
}

IotService::Answer IotService::getStatistics(const ApiCall& call)
{
    const auto found = indexed(call);
    if (!found)
        return tl::unexpected(found.error());
    const std::string field = call.text("aggregationField").value_or("registry.version");
    std::size_t count = 0;
    std::vector<double> numbers;
    for (const json::object& document : *found) {
        const auto values = indexedValues(document, field);
        count += field == "registry.version" || !values.empty() ? 1 : 0;
        for (const json::value* value : values)
            if (const auto number = numberOf(*value))
                numbers.push_back(*number);
    }
    return ApiAnswer{{{"statistics", statisticsOf(count, std::move(numbers))}}};
}

IotService::Answer IotService::getCardinality(const ApiCall& call)
{
    const auto found = indexed(call);
    if (!found)
        return tl::unexpected(found.error());
    const std::string field = call.text("aggregationField").value_or("registry.version");
    std::set<std::string> distinct;
    for (const json::object& document : *found)
        for (const json::value* value : indexedValues(document, field))
            if (distinct.size() < kMostDistinct)
                distinct.insert(plainText(*value));
    return ApiAnswer{{{"cardinality", distinct.size()}}};
}

} // namespace greensward::cloud
