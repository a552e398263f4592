// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access_keys.h"

#include "base/files.h"
#include "base/random.h"

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <fmt/format.h>
#include <string_view>

namespace greensward::app {

namespace {

constexpr std::size_t kIdLetters = 16;
constexpr std::size_t kSecretLetters = 40;
constexpr std::size_t kLargestFile = 4096;
constexpr std::string_view kIdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view kSecretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

template<std::size_t Letters>
std::string letters(std::string_view alphabet)
{
    // Both alphabets have a power of two of letters, so the remainder favours none.
    std::array<std::uint8_t, Letters> entropy{};
    fillWithEntropy(entropy);
    std::string text;
    for (const std::uint8_t octet : entropy)
        text += alphabet[octet % alphabet.size()];
    return text;
}

} // namespace

AccessKeys AccessKeys::generate()
{
    return {"AKIA" + letters<kIdLetters>(kIdAlphabet), letters<kSecretLetters>(kSecretAlphabet)};
}

Result<AccessKeys> AccessKeys::load(const std::filesystem::path& file)
{
    const auto text = readFile(file, kLargestFile);
    if (!text)
        return tl::unexpected(text.error());
    boost::json::error_code error;
    const boost::json::value value = boost::json::parse(*text, error);
    const auto member = [&value](const char* name) {
        const auto* object = value.if_object();
        const auto* found = object ? object->if_contains(name) : nullptr;
        const auto* string = found ? found->if_string() : nullptr;
        return string ? std::string(*string) : std::string();
    };
    AccessKeys keys{member("access_key_id"), member("secret_access_key")};
    if (error || keys.id.empty() || keys.secret.empty())
        return failure(fmt::format("{} does not hold an access key", file.string()));
    return keys;
}

Result<AccessKeys> AccessKeys::loadOrCreate(const std::filesystem::path& file)
{
    if (std::filesystem::exists(file)) {
        if (const auto narrowed = makePrivateFile(file); !narrowed)
            return tl::unexpected(narrowed.error());
        return load(file);
    }
    const AccessKeys keys = generate();
    const std::string text =
        boost::json::serialize(boost::json::value{{"access_key_id", keys.id}, {"secret_access_key", keys.secret}}) +
        "\n";
    if (const auto written = writeFileAtomically(file, text, 0600); !written)
        return tl::unexpected(written.error());
    return keys;
}

} // namespace greensward::app
