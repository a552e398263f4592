// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price list as a file. Every complaint names the member it is about.
#include "billing/price_list.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

namespace greensward::billing {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostCharges = 16;
constexpr std::size_t kMostTiers = 16;
constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kDeepest = 16;
constexpr std::uint64_t kLargestBlock = 1u << 30;

using Done = Result<void>;

/// One object of the file and where it stands, for complaints.
struct Reader
{
    const json::object& object;
    std::string where; ///< "charges[1].", empty at the top

    Done complain(std::string_view member, std::string_view what) const
    {
        return failure(fmt::format("{}{} {}", where, member, what));
    }
    Done text(std::string_view member, std::string& into, bool needed = true) const
    {
        const json::value* value = object.if_contains(member);
        if (!value)
            return needed ? complain(member, "is missing") : Done{};
        if (!value->is_string() || value->get_string().size() > kLongestText)
            return complain(member, "must be a text of at most 2,000 characters");
        into = std::string(value->get_string());
        return needed && into.empty() ? complain(member, "must not be empty") : Done{};
    }
    Done whole(std::string_view member, std::uint64_t least, std::uint64_t most, std::uint64_t& into) const
    {
        const json::value* value = object.if_contains(member);
        if (!value)
            return {};
        boost::system::error_code error;
        const auto number = value->is_double() ? 0 : value->to_number<std::uint64_t>(error);
        if (value->is_double() || error || number < least || number > most)
            return complain(member, fmt::format("must be a whole number, {} to {}", least, most));
        into = number;
        return {};
    }
    /// A member that nobody reads is a slip of the pen.
    Done only(std::initializer_list<std::string_view> known) const
    {
        for (const auto& member : object)
            if (std::find(known.begin(), known.end(), std::string_view(member.key())) == known.end())
                return complain(std::string_view(member.key()), "is not known here");
        return {};
    }
};

Result<Tier> readTier(const Reader& reader, std::uint64_t from)
{
    if (const auto done = reader.only({"upTo", "usdPerMillion"}); !done)
        return tl::unexpected(done.error());
    Tier tier;
    if (const auto done = reader.whole("upTo", from + 1, std::uint64_t{1} << 62, tier.upTo); !done)
        return tl::unexpected(done.error());
    std::string price;
    if (const auto done = reader.text("usdPerMillion", price); !done)
        return tl::unexpected(done.error());
    const auto money = Money::parse(price);
    if (!money)
        return failure(
            fmt::format("{}usdPerMillion must be a price like \"0.08\", with at most six decimals", reader.where));
    tier.perMillion = *money;
    return tier;
}

Done readTiers(const Reader& reader, Charge& charge)
{
    const json::value* prices = reader.object.if_contains("prices");
    if (!prices || !prices->is_array() || prices->get_array().empty() || prices->get_array().size() > kMostTiers)
        return reader.complain("prices", "must be a list of 1 to 16 prices");
    std::uint64_t from = 0;
    for (std::size_t at = 0; at < prices->get_array().size(); ++at) {
        const std::string where = fmt::format("{}prices[{}]", reader.where, at);
        const json::value& value = prices->get_array()[at];
        if (!value.is_object())
            return failure(where + " must be an object");
        const auto tier = readTier({value.get_object(), where + "."}, from);
        if (!tier)
            return tl::unexpected(tier.error());
        const bool last = at + 1 == prices->get_array().size();
        const bool open = tier->upTo == std::numeric_limits<std::uint64_t>::max();
        if (last != open)
            return failure(where + (last ? ".upTo must not be there: the last price holds without end"
                                         : ".upTo is missing: another price follows"));
        from = tier->upTo;
        charge.tiers.push_back(*tier);
    }
    return {};
}

Done readMeasure(const Reader& reader, std::uint8_t charge, Measure& measure)
{
    std::uint64_t block = 0;
    std::uint64_t free = 0;
    auto done = reader.only({"block", "withTopic", "freeEverySeconds"});
    if (done)
        done = reader.whole("block", 1, kLargestBlock, block);
    if (done)
        done = reader.whole("freeEverySeconds", 1, 86'400, free);
    if (!done)
        return done;
    if (const json::value* withTopic = reader.object.if_contains("withTopic")) {
        if (!withTopic->is_bool())
            return reader.complain("withTopic", "must be true or false");
        measure.withTopic = withTopic->get_bool();
    }
    measure.charge = charge;
    measure.block = static_cast<std::uint32_t>(block);
    measure.freeEverySeconds = static_cast<std::uint32_t>(free);
    return {};
}

Done readCounts(const Reader& reader, std::uint8_t charge, PriceList& list)
{
    const json::value* counts = reader.object.if_contains("counts");
    if (!counts || !counts->is_object())
        return reader.complain("counts", "must be an object of what is counted");
    for (const auto& [key, value] : counts->get_object()) {
        const std::string where = fmt::format("{}counts.{}", reader.where, std::string_view(key));
        const auto quantity = quantityNamed(key);
        if (!quantity)
            return failure(where + " is nothing that is counted here");
        Measure& measure = list.measures[static_cast<std::size_t>(*quantity)];
        if (measure.isCounted())
            return failure(where + " is counted twice");
        if (!value.is_object())
            return failure(where + " must be an object, {} for one unit each");
        if (const auto done = readMeasure({value.get_object(), where + "."}, charge, measure); !done)
            return done;
    }
    return {};
}

Done readCharge(const Reader& reader, PriceList& list)
{
    Charge charge;
    auto done = reader.only({"id", "title", "unit", "prices", "counts"});
    if (done)
        done = reader.text("id", charge.id);
    if (done)
        done = reader.text("title", charge.title);
    if (done)
        done = reader.text("unit", charge.unit);
    if (done)
        done = readTiers(reader, charge);
    if (done)
        done = readCounts(reader, static_cast<std::uint8_t>(list.charges.size()), list);
    if (!done)
        return done;
    for (const Charge& other : list.charges)
        if (other.id == charge.id)
            return reader.complain("id", fmt::format("\"{}\" is there twice", charge.id));
    list.charges.push_back(std::move(charge));
    return {};
}

bool isDate(std::string_view text)
{
    constexpr std::string_view kShape = "0000-00-00";
    return text.size() == kShape.size() &&
           std::equal(text.begin(), text.end(), kShape.begin(), [](char letter, char shape) {
               return shape == '0' ? letter >= '0' && letter <= '9' : letter == shape;
           });
}

bool isId(std::string_view text)
{
    return text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
           });
}

Done readHead(const Reader& reader, PriceList& list)
{
    std::string currency;
    auto done = reader.only({"id", "title", "region", "date", "currency", "source", "note", "usdPerCoreMonth", "charges"});
    const std::initializer_list<std::pair<const char*, std::string*>> needed{
        {"id", &list.id},     {"title", &list.title},  {"region", &list.region},
        {"date", &list.date}, {"currency", &currency}, {"source", &list.source}};
    for (const auto& [member, into] : needed)
        if (done)
            done = reader.text(member, *into);
    if (done)
        done = reader.text("note", list.note, false);
    std::string coreMonth;
    if (done)
        done = reader.text("usdPerCoreMonth", coreMonth, false);
    if (!done)
        return done;
    if (!coreMonth.empty()) {
        const auto money = Money::parse(coreMonth);
        if (!money)
            return reader.complain("usdPerCoreMonth", "must be a price like \"0.16\", with at most six decimals");
        list.coreMonth = *money;
    }
    if (!isId(list.id))
        return reader.complain("id", "must be made of a-z, 0-9 and -, 40 at most");
    if (!isDate(list.date))
        return reader.complain("date", "must be a day like 2017-06-01");
    if (currency != "USD")
        return reader.complain("currency", "must be USD: there is no other here");
    return {};
}

} // namespace

Result<PriceList> parsePriceList(std::string_view text)
{
    if (text.size() > kLargestPriceFile)
        return failure("the file is larger than 256 KiB");
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = kDeepest;
    options.allow_comments = true;
    json::stream_parser parser({}, options);
    const std::size_t read = parser.write_some(text.data(), text.size(), error);
    if (!error)
        parser.finish(error);
    if (error || read < text.size()) {
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(read), '\n');
        return failure(fmt::format("line {} is not JSON: {}", line, error ? error.message() : "something follows"));
    }
    const json::value value = parser.release();
    if (!value.is_object())
        return failure("the file must hold one object");
    PriceList list;
    const Reader reader{value.get_object(), {}};
    if (const auto done = readHead(reader, list); !done)
        return tl::unexpected(done.error());
    const json::value* charges = reader.object.if_contains("charges");
    if (!charges || !charges->is_array() || charges->get_array().empty() || charges->get_array().size() > kMostCharges)
        return failure("charges must be a list of 1 to 16 charges");
    for (std::size_t at = 0; at < charges->get_array().size(); ++at) {
        const json::value& charge = charges->get_array()[at];
        if (!charge.is_object())
            return failure(fmt::format("charges[{}] must be an object", at));
        if (const auto done = readCharge({charge.get_object(), fmt::format("charges[{}].", at)}, list); !done)
            return tl::unexpected(done.error());
    }
    return list;
}

} // namespace greensward::billing
