// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seat.h"

#include "app/identities.h"
#include "app/pi_kit.h"
#include "app/pi_kit_enrolment.h"
#include "base/files.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestPerson = 32;
constexpr std::size_t kLargestPem = 64u << 10;
constexpr unsigned kReadable = 0644;
constexpr unsigned kPrivate = 0600;

std::string runningText(const SeatOrder& order)
{
    return json::serialize(json::object{{"person", order.person},
                                        {"listen", order.hosts.front()},
                                        {"api", order.ports.api},
                                        {"mqtts", order.ports.mqtts},
                                        {"https", order.ports.https},
                                        {"mqtt", order.ports.mqtt},
                                        {"mqtt_plain", false}}) +
           '\n';
}

/// As the file lies in a workspace's folder.
std::string inFolder(const std::filesystem::path& file)
{
    return file.lexically_relative("seat").generic_string();
}

} // namespace

std::string whyNoPerson(std::string_view person)
{
    const bool isPlain = std::all_of(person.begin(), person.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (person.empty() || person.size() > kLongestPerson || !isPlain)
        return fmt::format("a seat's name has letters, digits, - and _, at most {} of them", kLongestPerson);
    return {};
}

Result<void> makeSeat(const Whereabouts& at, const SeatOrder& order)
{
    if (const std::string why = whyNoPerson(order.person); !why.empty())
        return failure(why);
    if (order.hosts.empty())
        return failure("this machine has no address by which others find it");
    const auto root = readFile(at.rootCertificate, kLargestPem);
    if (!root)
        return tl::unexpected(root.error());
    const auto keys = readFile(Identities::accessKeyFile(at.directory), kLargestPem);
    if (!keys)
        return tl::unexpected(keys.error());
    const auto identity = enrolThing(at, "seat-" + order.person);
    if (!identity)
        return tl::unexpected(identity.error());
    const std::vector<KitFile> files{
        {.name = inFolder(runningFile("seat")), .content = runningText(order), .mode = kPrivate},
        {.name = inFolder(Identities::accessKeyFile("seat")), .content = *keys, .mode = kPrivate},
        {.name = inFolder(Identities::rootFile("seat")), .content = *root, .mode = kReadable},
        {.name = inFolder(Identities::certificateFile("seat", kOwnDevice)),
         .content = identity->certificate.pem(),
         .mode = kReadable},
        {.name = inFolder(Identities::keyFile("seat", kOwnDevice)), .content = identity->key.pem(), .mode = kPrivate}};
    return writeKit(order.out, "greensward-seat-" + order.person, files);
}

Result<Whereabouts> readSeat(const std::filesystem::path& folder)
{
    auto at = readRunningFile(std::filesystem::absolute(folder));
    if (!at || at->person.empty())
        return failure(fmt::format("{} is no seat in a class: it is the folder that the zip of `greensward seat` unpacks to",
                                   folder.string()));
    return std::move(*at);
}

} // namespace greensward::app
